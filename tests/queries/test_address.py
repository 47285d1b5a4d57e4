"""The view and its address."""

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.address import PARAMETERS, Reading, from_address, to_address
from queries.view import View
from tests.queries.address_values import ODD, OWN
from wording.address_messages import LONGEST, PLAIN

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
    assert from_address(to_address(FULL)) == Reading(FULL, (), frozenset(PARAMETERS))


def test_the_usual_view_has_an_empty_address():
    assert to_address(View()) == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ngay", "31/12/2025"),  # dates are ISO in an address
        ("ngay", "2025-W01-1"),  # ISO, and not the form of an address
        ("ngay", "0001-01-01"),  # no figure is so old, and pandas cannot go a year back from it
        ("kieu", "gia"),  # neither real nor simulated
        ("dich", "nan"),  # nothing can be held against it
        ("cap", "thon"),  # a level without figures
        ("gia-tri-tu", "nan"),  # nothing can be compared with it
        ("gia-tri-tu", "1e300"),  # no figure is so large
        ("gia-tri-tu", "1_000"),  # float() reads it
        ("dan-so-tu", "٣٤"),  # int() reads it
        ("dan-so-tu", "9" * 30),
        ("trang", "0"),  # the first page is 1
        ("dong", "r10-01"),  # a row is a target and a place
        ("tim", "a" * 201),
        ("nam", "24"),
    ],
)
def test_what_cannot_be_read_is_told_and_keeps_its_default(name, value):
    view, (dropped,), given = vars(from_address({name: value, "tinh": "58"})).values()
    assert view == View(province="58")
    assert given == {"province"}
    assert PLAIN[dropped.field][0] in dropped.message
    assert value[: LONGEST - 1] in dropped.message


def test_what_can_be_read_of_a_list_stays_and_the_rest_is_told_in_one_message():
    reading = from_address({"tt": "dat,rat-dat,dat, cham ,,kem"})
    assert reading.view.statuses == ("met", "behind")
    bad, twice = (each.message for each in reading.dropped)
    assert "“rat-dat, kem”" in bad
    assert "“dat”" in twice


def test_the_last_of_several_values_of_a_parameter_counts():
    reading = from_address({"tinh": ["58", "11"], "moc": ["2025-03", "2025-03"]})
    assert reading.view.province == "11"
    (dropped,) = reading.dropped  # the second parameter says the same twice
    assert "“11”" in dropped.message


def test_what_nobody_sees_is_taken_off():
    assert from_address({"tinh": " 58\x00", "tim": "xa\u0303", "dp": "\u200b"}).view == View(
        province="58", search="xã"
    )


def test_a_message_repeats_no_more_than_a_line_of_what_stood_there():
    (dropped,) = from_address({"nhom": "x," * 50_000}).dropped
    assert len(dropped.message) < 300


TEXTS = st.one_of(st.sampled_from(ODD), st.text(max_size=12), st.lists(st.text(max_size=6), max_size=3))
ADDRESSES = st.fixed_dictionaries(
    {}, optional={each.name: st.sampled_from(OWN[field]) | TEXTS for field, each in PARAMETERS.items()}
)


@given(ADDRESSES)
def test_any_address_can_be_read_and_its_view_has_an_address_without_complaint(address):
    reading = from_address(address)
    assert from_address(to_address(reading.view)).view == reading.view
    assert not from_address(to_address(reading.view)).dropped
