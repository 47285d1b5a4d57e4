"""Classes on disk: made once, and made again wherever the file is of no use."""

import sys

import pandas as pd
import pytest

from indicators.classes import make_classes
from queries.kept_classes import kept_classes

MANY = pd.Series(range(40), dtype="float64")
NAN = float("nan")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("DASHBOARD_CACHE", str(tmp_path))


@pytest.fixture
def without_library(monkeypatch):
    """From this call on the class method cannot be imported."""
    return lambda: monkeypatch.setitem(sys.modules, "mapclassify", None)


def test_figures_that_were_classed_before_need_no_class_method(without_library):
    made = kept_classes(MANY, NAN, 0)
    assert made == make_classes(MANY, NAN, 0)
    without_library()
    assert kept_classes(MANY.sample(frac=1, random_state=1), NAN, 0) == made


@pytest.mark.parametrize(
    ("values", "maximum", "decimals"),
    [(MANY + 1, NAN, 0), (MANY, 100, 0), (MANY, NAN, 1), (MANY[:9], NAN, 0)],
)
def test_other_figures_bounds_or_decimals_are_other_classes(without_library, values, maximum, decimals):
    kept_classes(MANY, NAN, 0)
    without_library()
    with pytest.raises(ImportError):
        kept_classes(values, maximum, decimals)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"limits": [1], "other": 2}'])
def test_a_damaged_file_is_made_again(tmp_path, content):
    made = kept_classes(MANY, NAN, 0)
    (file,) = tmp_path.glob("classes-*/*.json")
    file.write_text(content, "utf-8")
    assert kept_classes(MANY, NAN, 0) == made
    assert file.read_text("utf-8").startswith('{"limits"')


def test_classes_are_made_where_nothing_can_be_written(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("DASHBOARD_CACHE", str(tmp_path / "file" / "below"))
    assert kept_classes(MANY, NAN, 0) == make_classes(MANY, NAN, 0)
