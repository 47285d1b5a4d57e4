"""What the heading of a column means."""

import unicodedata
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.intake.interpret import place_names
from data.intake.interpret.headings import Heading, exact_role, heading_parser
from data.intake.interpret.indicator_names import index_indicators, indicator_named, nearest_indicator
from data.intake.interpret.periods import Period
from wording.column_names import ROLES

YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))


@pytest.fixture(scope="module")
def known(tables):
    return index_indicators(tables.indicators)


@pytest.fixture(scope="module")
def means(tables, known):
    return heading_parser(known, place_names.index_localities(tables.localities, "2025-03"), "")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("work_files_online", "work_files_online"),
        ("Hồ sơ công việc xử lý trên mạng", "work_files_online"),
        ("HỒ SƠ CÔNG VIỆC XỬ LÝ TRÊN MẠNG (%)", "work_files_online"),
        ("Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng", "work_files_online"),
        ("ho so cong viec xu ly tren mang", "work_files_online"),
        ("2. Hồ sơ công việc xử lý trên mạng", "work_files_online"),
        ("Tỉ lệ hồ sơ nộp trực tuyến", "online_dossier_share"),
        ("Hồ sơ nộp trực tuyến (%)", "online_dossier_share"),
        ("Hồ sơ nộp trực tuyến", "online_dossier_share"),  # bears the name in full
        ("Số hồ sơ nộp trực tuyến", "online_dossiers"),  # a count by its beginning
        ("Hồ sơ nộp trực tuyến (hồ sơ)", "online_dossiers"),  # and by its unit
        ("TTHC toàn trình", "procedures_full_online"),
        ("Số TTHC cung cấp trực tuyến", "procedures_online"),
        ("Tổ CNSCĐ cấp thôn", "digital_teams"),
        ("Kinh tế số/GRDP", "digital_economy_share"),
        (unicodedata.normalize("NFD", "Kinh tế số trong GRDP"), "digital_economy_share"),
    ],
)
def test_an_indicator_is_known_by_its_names(known, written, code):
    assert indicator_named(written, known) == code


def test_an_indicator_is_known_by_the_further_names_of_its_row():
    table = pd.DataFrame(
        [("computers", "Máy vi tính", "máy", "Máy tính | Số PC|"), ("servers", "Máy chủ", "máy", None)],
        columns=["indicator", "name_vi", "unit", "intake_names"],
    )
    known = index_indicators(table)
    assert [indicator_named(each, known) for each in ("MÁY TÍNH", "PC", "Máy chủ", "")] == [
        "computers", "computers", "servers", ""
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Hồ sơ công vịec xử lý trên mạn", "work_files_online"),
        ("Chữ ký số cá nhân", "personal_signature_share"),  # a part of its name
        ("Hồ sơ " * 100, ""),  # longer than any name
        ("Số vụ cháy", ""),
        ("Ghi chú", ""),
    ],
)
def test_what_is_merely_near_is_a_guess(known, written, code):
    assert indicator_named(written, known) == ""
    assert nearest_indicator(written, known) == code


def test_every_indicator_is_known_by_its_own_name_and_code(known):
    for code, name in known.names.items():
        assert indicator_named(code, known) == code
        assert indicator_named(name, known) == code


def test_every_name_of_a_role_is_known():
    for role, names in ROLES.items():
        assert [name for name in names if role not in exact_role(name).split("|")] == []


@pytest.mark.parametrize(
    ("written", "heading"),
    [
        ("Mã địa phương", Heading("code")),
        ("ma dia phuong", Heading("code")),
        ("ĐVT", Heading("unit")),
        ("Đơn vị", Heading("name|unit")),
        ("Tử số – Hồ sơ công việc xử lý trên mạng", Heading("numerator", indicator="work_files_online")),
        ("Hồ sơ công việc xử lý trên mạng (mẫu số)", Heading("denominator", indicator="work_files_online")),
        ("Thị xã La Gi", Heading(locality="594")),
        ("Phan Thiết", Heading(locality="593")),
        ("Xã Tân Hà", Heading(sure=False, left="Xã Tân Hà")),  # two of them
        ("Quý III/2024", Heading(period=Period(date(2024, 7, 1), date(2024, 9, 30)))),
        (
            "Kế hoạch năm 2025",
            Heading("ignored", period=Period(date(2025, 1, 1), date(2025, 12, 31)), aside="plan"),
        ),
        (
            "Tổ CNSCĐ cấp thôn quý III/2024",
            Heading(indicator="digital_teams", period=Period(date(2024, 7, 1), date(2024, 9, 30))),
        ),
        ("So với cùng kỳ (+/-)", Heading("ignored", aside="comparison")),
        ("Số vụ cháy", Heading(sure=False, rate=False, left="vu chay")),
        ("KH năm 2024", Heading("ignored", period=YEAR, aside="plan")),
        ("TH 2024", Heading("value", period=YEAR)),
        ("Chỉ tiêu theo Nghị quyết số 10-NQ/TU", Heading("ignored", aside="plan")),
        ("% so với KH", Heading("ignored", aside="comparison", rate=None)),
        ("TH/KH (%)", Heading("ignored", unit="%", aside="comparison", rate=True)),
        ("Cùng kỳ năm 2024", Heading("previous", period=YEAR, aside="previous")),
        ("Ước thực hiện năm 2024", Heading("ignored", period=YEAR, aside="estimate")),
        ("Điểm hồ sơ nộp trực tuyến", Heading("ignored", indicator="online_dossier_share", aside="score")),
        ("Hồ sơ nộp trực tuyến (KH)", Heading("ignored", indicator="online_dossier_share", aside="plan")),
        ("Kết quả (KH)", Heading("value", sure=False)),  # of the plan, or of what was done
        ("Thực hiện kế hoạch", Heading("value", sure=False)),
        ("Kết quả thẩm định", Heading("value", sure=False, left="tham dinh")),
        ("Lũy kế", Heading("ignored", aside="cumulative")),
        ("Kết quả (triệu đồng)", Heading("value", unit="triệu đồng", rate=False)),
        (
            "Hồ sơ nộp trực tuyến chưa giải quyết",
            Heading(indicator="online_dossier_share", sure=False, left="chua giai quyet"),
        ),
    ],
)
def test_a_heading_is_read(means, written, heading):
    assert means(written) == heading


@given(text=st.text())
def test_no_text_breaks_the_reading_of_headings(means, text):
    assert isinstance(means(text), Heading)
