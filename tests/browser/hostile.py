"""A text that is everything but text to Markdown, HTML, Plotly, templates and spreadsheets; in every field there is."""

import json
from urllib.parse import urlencode

import pandas as pd

from components.presenting.agenda import FORMAT
from data import store
from indicators import scenario_code
from indicators.scenario import Group, Lever, Scenario
from tests.data.intake.sheets import xlsx
from tests.data.store.sending import figure, submission

# Nobody answers under this name, and a browser that asks for it is seen.
OUTSIDE = "outside.invalid"
START, END = "⟦", "⟧"
_SIGNS = (
    f"# ![i](https://{OUTSIDE}/i.png) [l](https://{OUTSIDE}/l) https://{OUTSIDE}/u www.{OUTSIDE} a@{OUTSIDE} "
    ":red[m] :smile: :+1: :material/home: :streamlit: :small[s] $x^2$ **b** _i_ ~~d~~ `c` a -> b "
    f"<img src=https://{OUTSIDE}/h.png onerror=window.ran=1> <script>window.ran=1</script> </script> "
    f"<a href=https://{OUTSIDE}/a>a</a> %{{x}} {{{{ y }}}} {{z}} &lt; \\* | "
)


def text(field: str) -> str:
    """Return the text for a field; the whole of it has to be read wherever any of it is."""
    return f"# {START}{field} {_SIGNS}{END}"


# Free texts of the tables. Types, units and ids are words of the program.
_TEXTS = {
    "localities": ["name", "note"],
    "sources": ["publisher", "title", "note"],
    "resolutions": ["number", "title", "issuer", "note"],
    "indicators": ["name_vi", "definition", "count_noun", "note"],
    "targets": ["title", "lead_agency", "note"],
    "tallies": ["note"],
    "observations": ["value_text", "note"],
    "explanations": ["cause", "difficulty", "proposal", "responsible"],
    "succession": ["note"],
    "expected": ["note"],
}
# Names that are on screen; with all names hostile each page would have a hundred thousand of them.
_PLACES, _INDICATORS = ["60", "594", "595"], ["work_files_online", "digital_teams", "online_dossier_share"]


def table(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table of the program whose free texts are hostile; it is told by its columns."""
    marks = {
        "localities": "parent_code",
        "sources": "publisher",
        "resolutions": "issuer",
        "indicators": "name_vi",
    }
    marks |= {"targets": "lead_agency", "tallies": "not_measurable", "observations": "value_text"}
    marks |= {"explanations": "cause", "succession": "old_code", "expected": "due_days"}
    name = next((each for each, mark in marks.items() if mark in frame), "")
    rows = frame.index == frame.index
    if name == "localities":
        rows = frame["code"].isin(_PLACES) & frame["vintage"].eq("2025-03")
    if name == "indicators":
        rows = frame["indicator"].isin(_INDICATORS)
    changed = {
        column: frame[column].mask(rows & frame[column].notna(), frame[column] + " " + text(column))
        for column in _TEXTS.get(name, [])
        if column in frame
    }
    return frame.assign(**changed)


def publish() -> store.Receipt:
    """Publish figures of La Gi with a hostile text in every field of a report."""
    half = {"period_start": pd.Timestamp("2025-01-01"), "period_end": pd.Timestamp("2025-06-30")}
    note = {"note": text("note")}
    figures = [
        figure(71, **note),
        figure(72, **half, **note),
        figure(55, indicator="work_files_online", **half, **note),
    ]
    said = {name: text(name) for name in ("cause", "difficulty", "proposal", "responsible")}
    place = {"vintage": "2025-03", "locality": "594"}
    explanation = {
        "target": "kh4677-work-files-district", **place, "as_of": pd.Timestamp("2025-06-30"),
        "source": "bao-cao-la-gi", "cause_kind": None, **said,
    }  # fmt: skip
    reason = {
        "check": "jump", "sheet": text("sheet"), "cell": "C4", "message": text("message"),
        "reason": text("reason"), **place, "indicator": "work_files_online", **half,
    }  # fmt: skip
    source = {
        "source": "bao-cao-la-gi", "publisher": text("publisher"), "title": text("title"),
        "address": f"https://{OUTSIDE}/{text('address')}",
    }  # fmt: skip
    sent = submission(
        *figures, explanations=pd.DataFrame([explanation]), reasons=pd.DataFrame([reason]),
        sources=pd.DataFrame([source]), file_name=text("file") + ".xlsx",
        counts=dict.fromkeys(("new", "changed", "revised", "unchanged", "absent", "warnings"), 1),
    )  # fmt: skip
    return store.publish(sent, text("by"))


def agenda() -> str:
    """Return an agenda whose texts are hostile, as its file."""
    addresses = [("tien-do", {"dong": ROW}), ("dia-phuong", {"dp": "594"}), ("kich-ban", {"kb": scenario()})]
    items = [
        {"title": text("item")[:200], "page": page, "address": address, "seconds": 60}
        for page, address in addresses
    ]
    return json.dumps({"format": FORMAT, "title": "hop " + text("agenda")[:190], "items": items})


ROW = "kh4677-work-files-district,594"
# As much of the text as the name of a scenario holds.
NAME = f"*b* ![i](https://{OUTSIDE}/n.png)"


def scenario() -> str:
    """Return a scenario for an address: its name, its group's types, an unknown indicator and target are hostile."""
    kinds = tuple(text("type")[at : at + 70] for at in range(0, 280, 70))
    return scenario_code.encode(
        [
            Scenario(
                NAME,
                (
                    Lever("add", Group("type", kinds, "district"), 5.0, "work_files_online"),
                    Lever("add", Group("all", (), "district"), 5.0, "work_files_online"),
                    Lever("set", Group("all", (), "district"), 70.0, NAME, NAME),
                ),
            )
        ]
    )


def address(**more: str) -> str:
    """Return a query string with a hostile value for every parameter that is not given."""
    names = [
        "moc",
        "tinh",
        "chi-so",
        "dp",
        "huyen",
        "ds",
        "tru-cot",
        "nq",
        "loai",
        "cac-chi-so",
        "nguon",
        "cac-huyen",
    ]
    names += ["ngay", "cap", "mau", "tt", "xem", "bang", "trang", "gia-tri-tu", "chuong-trinh", "dich", "kbs"]
    return urlencode({**{name: text(name) for name in names}, **more})


# No name of a file or of a sheet holds a slash.
FILE, SHEET = f"# **b** $x$ :red[m] <b> www.{OUTSIDE}.xlsx", "# _b_ $x$ <b> www.a.vn"


def file() -> bytes:
    """Return a report of Tuy Phong: hostile in the name of its sheet, its headings and its cells."""
    rows = [
        ["Kỳ báo cáo", "2024-09"],
        ["Mã địa phương báo cáo", "595"],
        ["Mã địa phương", "Mã chỉ số", "Giá trị", text("heading"), "Nguyên nhân"],
        ["595", "digital_teams", text("cell"), "1", text("remark")],
        ["595", text("code"), 71, "1", None],
    ]
    return xlsx(rows, change=lambda sheet: setattr(sheet, "title", SHEET))
