import json

import pandas as pd
import pytest

from components.choropleth import NO_DATA, SIMULATED, Drawing, Swatch, payload, program, table, words
from components.choropleth.coding import ALPHABET, decode, encode

CODES = ["22924", "22933", "22936"]
PLACES = pd.DataFrame(
    {
        "name": ["Phan Thiết", "La Gi", "Tuy Phong"],
        "province": ["Tỉnh Lâm Đồng", "Tỉnh Lâm Đồng", ""],
        "swatch": [1, 0, None],
        "value": ["77,15 %", "40 %", ""],
        "expected": ["60 %", "60 %", ""],
        "target": ["≥ 80 %", "≥ 80 %", "≥ 80 %"],
        "status": ["đúng lộ trình", "chậm lộ trình", ""],
        "period": ["30/06/2025", "30/06/2025", ""],
        "source": ["Báo cáo 12", "Báo cáo 12", ""],
        "made_of": ["P. Phú Thủy, P. Hưng Long", "", ""],
        "became": ["", "", "X. Tuy Phong"],
    },
    index=pd.Index(CODES, name="code"),
)
SWATCHES = (Swatch("#E69F00", "chậm lộ trình", "▲"), Swatch("#56B4E9", "đúng lộ trình", "●"))


def drawing(**changed):
    given = {"boundaries": "/boundaries/a.geojson", "codes": CODES, "places": PLACES, "swatches": SWATCHES}
    return Drawing(**{**given, "title": "Hồ sơ trực tuyến", "unit": "%", **changed})


def province(places):
    """A drawing as full as real ones: every place its own value, few expectations, targets and sources."""
    codes = [f"{22900 + number:05d}" for number in range(places)]
    told = pd.DataFrame(
        {
            "name": [f"Xã Hàm Thuận Bắc số {number}" for number in range(places)],
            "swatch": [number % 5 for number in range(places)],
            "value": [f"{number * 100 / places:.2f} %".replace(".", ",") for number in range(places)],
            "expected": [f"{20 + number % 34 * 1.37:.2f} %".replace(".", ",") for number in range(places)],
            "target": [f"≥ {60 + number % 4 * 10} % đến 31/12/2025" for number in range(places)],
            "status": [["đạt", "đúng lộ trình", "chậm lộ trình"][number % 3] for number in range(places)],
            "period": [["30/06/2025", "31/03/2025"][number % 2] for number in range(places)],
            "source": ["Báo cáo số 120/BC-UBND ngày 15/7/2025 của Ủy ban nhân dân tỉnh Bình Thuận"] * places,
        },
        index=codes,
    )
    return drawing(
        codes=codes, places=told, swatches=SWATCHES * 3, mark=SIMULATED, dimmed=frozenset(codes[:9])
    )


@pytest.mark.parametrize(
    "texts",
    [
        ["60 %"] * 4,
        ["a", "b", "c"],
        ["a", "b", "a", ""],
        ["5 %", "15 %", "15 %"],
        ["5 %", "", "15 %", "5 %"],
        [str(number % 91) for number in range(300)],
        [str(number % 200) for number in range(300)],
    ],
    ids=[
        "one text",
        "all different",
        "an empty one",
        "one the tail of another",
        "tails and nothing",
        "one letter each",
        "two letters each",
    ],
)
def test_a_coded_column_reads_back_as_it_was(texts):
    assert decode(encode(texts), len(texts)) == texts


def test_more_texts_than_two_letters_can_tell_apart_are_refused():
    texts = [str(number) for number in range(len(ALPHABET) ** 2 + 1)]
    with pytest.raises(ValueError, match="two letters tell 8281 apart"):
        encode([*texts, "0"])


def test_the_letters_of_a_column_are_one_byte_each_in_json():
    assert len(json.dumps(ALPHABET)) == len(ALPHABET) + 2


@pytest.mark.parametrize(("places", "bytes_allowed"), [(121, 10_000), (3321, 60_000)])
def test_a_change_travels_in_a_few_kilobytes(places, bytes_allowed):
    sent = len(json.dumps(payload(province(places)))) + len(program.loader())
    assert sent <= bytes_allowed * 0.9  # the rest is Streamlit's own envelope


def test_a_place_without_a_figure_is_no_data_and_not_zero():
    sent = payload(drawing())
    assert sent["classes"][-1] == [NO_DATA.colour, NO_DATA.word, NO_DATA.symbol, True]
    assert ALPHABET.index(sent["class"][2]) == len(SWATCHES)
    assert decode(sent["columns"]["value"], 3) == ["77,15 %", "40 %", ""]
    assert table(drawing())[words.ROWS["value"]].tolist() == ["77,15 %", "40 %", words.NO_DATA]


def test_places_follow_the_order_of_the_boundary_file():
    sent = payload(drawing(codes=["22936", "22924", "22933"]))
    assert decode(sent["columns"]["value"], 3) == ["", "77,15 %", "40 %"]


def test_a_place_of_the_file_without_a_row_is_surroundings_and_not_in_the_table():
    wider = drawing(codes=[*CODES, "22999"])
    assert payload(wider)["count"] == 4
    assert payload(wider)["outside"] == "0001"
    assert payload(drawing())["outside"] == ""
    assert table(wider)[words.CODE].tolist() == CODES


def test_a_figure_whose_place_is_not_on_the_map_is_named_beside_it():
    sent = payload(drawing(codes=CODES[:2]))
    assert sent["basis"][-1] == words.ABSENT.format(count=1, names="Tuy Phong")


def test_a_place_that_stands_twice_is_refused():
    with pytest.raises(ValueError, match="22924"):
        payload(drawing(places=pd.concat([PLACES, PLACES.head(1)])))


def test_the_table_tells_what_the_map_tells():
    shown = table(drawing())
    assert list(shown.columns) == [words.CODE, words.NAME, *words.ROWS.values()]
    assert shown[words.CODE].tolist() == CODES
    sent = payload(drawing())["columns"]
    for row, label in words.ROWS.items():
        absent = words.NO_DATA if row == "value" else ""
        assert shown[label].tolist() == [text or absent for text in decode(sent[row], 3)]


def test_a_row_that_no_place_fills_is_left_out_of_map_and_table():
    bare = drawing(places=PLACES.drop(columns=["expected", "target", "status"]))
    assert "target" not in payload(bare)["columns"]
    assert words.ROWS["target"] not in table(bare)


def test_the_mark_of_simulated_figures_travels_with_them():
    assert payload(drawing(mark=SIMULATED))["mark"] == ["SỐ LIỆU MÔ PHỎNG", SIMULATED.colour]
    assert payload(drawing())["mark"] is None


def test_the_program_is_fetched_by_an_address_that_changes_with_it():
    assert f"/map/{program.version()}/map.js" in program.loader()
    assert set(program.files()) == {
        "map.js",
        "leaflet_canvas.js",
        "places.js",
        "labels.js",
        "words.js",
        "map.css",
    }
