import json

import pandas as pd
from streamlit.testing.v1 import AppTest

ROWS = pd.DataFrame(
    {
        "name": ["La Gi"],
        "value": [62.96],
        "value_shown": ["62,96 %"],
        "per_year": [14.69],
        "period_end": pd.to_datetime(["2025-06-30"]),
    }
)
HEADINGS = {
    "name": "Địa phương", "value": "Giá trị (số)", "value_shown": "Giá trị", "per_year": "Mỗi năm",
    "period_end": "Đến ngày",
}  # fmt: skip


def page(rows, headings):
    from components.data_table import table

    table(rows, headings, "bang", kind="real", title="Bảng", notes=[])


def test_a_table_writes_days_without_hours_and_shows_a_figure_by_its_text():
    shown = AppTest.from_function(page, args=(ROWS, HEADINGS)).run().dataframe[0]
    looks = json.loads(shown.proto.columns)
    assert looks["period_end"]["type_config"] == {"type": "date", "format": "DD/MM/YYYY"}
    assert looks["per_year"]["type_config"] == {"type": "number", "format": "localized"}
    assert looks["value"]["hidden"]
    assert not looks["value_shown"].get("hidden")
