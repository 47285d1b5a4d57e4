"""The view and its address."""

from dataclasses import fields
from datetime import date

import pytest

from queries.address import PARAMETERS, from_address, to_address
from queries.view import View

FULL = View(
    kind="simulated",
    vintage="2025-07",
    province="68",
    as_of=date(2025, 12, 31),
    known=date(2026, 3, 15),
    since=date(2025, 9, 30),
    level="commune",
    district="594",
    indicator="digital_teams",
    locality="22918",
    colour="status",
    places=("22918", "22960"),
    statuses=("behind", "missed"),
    pillars=("society",),
    resolutions=("nq-10",),
    types=("phường",),
    layout="matrix",
    row=("r10-01", "60"),
    part="coverage",
    scope="all",
    measures=("digital_teams", "dti_rank"),
    sources=("bai-la-gi",),
    origins=("entered",),
    years=("2023", "2024"),
    search="tổ công nghệ",
    page=3,
    target="r10-01",
    section="peers",
    value_from=12.5,
    value_to=80.0,
    population_from=5000,
    population_to=120000,
    groups=("urban", "island"),
    areas=("594", "595"),
    printout="notes",
    paper="landscape",
    present=True,
    theme="contrast",
    agenda="hop-quy-i",
    item=4,
    unfolded="table",
    scenario="1.set",
    alternative=2,
    goal=72.5,
    ceiling=90.0,
)


def test_every_field_of_the_view_has_its_place_in_the_address():
    # The state of the store is found anew by every run.
    assert {field.name for field in fields(View)} == {*PARAMETERS, "revision"}


def test_parameters_have_names_of_their_own():
    names = [parameter.name for parameter in PARAMETERS.values()]
    assert len(set(names)) == len(names)


def test_a_view_comes_back_from_its_address():
    assert from_address(to_address(FULL)) == (FULL, [])


def test_the_usual_view_has_an_empty_address():
    assert to_address(View()) == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ngay", "31/12/2025"),  # dates are ISO in an address
        ("kieu", "gia"),  # neither real nor simulated
        ("dich", "nan"),  # nothing can be held against it
        ("cap", "thon"),  # a level without figures
        ("nhom", "mien-nui"),  # no group of ours
        ("gia-tri-tu", "nan"),  # nothing can be compared with it
        ("tt", "dat,rat-dat"),  # one good word does not save a bad one
    ],
)
def test_what_cannot_be_read_is_complained_of_and_keeps_its_default(name, value):
    view, complaints = from_address({name: value, "tinh": "58"})
    assert view == View(province="58")
    assert len(complaints) == 1
    assert f"{name}={value}" in complaints[0]
