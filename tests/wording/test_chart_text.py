import pandas as pd

from wording.chart_text import plain, plain_columns


def test_a_text_in_a_chart_makes_neither_an_element_nor_a_field():
    assert plain('<a href="http://a.vn">%{x}</a>') == '&lt;a href="http://a.vn"&gt;%\u2060{x}&lt;/a&gt;'


def test_a_missing_text_stays_missing():
    rows = plain_columns(pd.DataFrame({"name": ["<b>", None], "value": [1, 2]}), "name")
    assert rows["name"].isna().tolist() == [False, True]
