import json
import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.bounds import FIRST_DAY, LARGEST, LAST_DAY
from indicators.scenario import ACTIONS, LEVELS, ON_TARGETS, Group, Lever, Scenario
from indicators.scenario_code import checksum, decode, encode, from_json, to_json
from wording import scenario_messages as words

CODES = st.sets(st.text("0123456789", min_size=1, max_size=9), min_size=1, max_size=8).map(tuple)
WORDS = st.sets(st.text(min_size=1, max_size=12), min_size=1, max_size=3).map(tuple)
GROUPS = st.one_of(
    st.builds(Group, st.just("all"), st.just(()), st.sampled_from(LEVELS)),
    st.builds(Group, st.sampled_from(["places", "district", "shown"]), CODES, st.sampled_from(LEVELS)),
    st.builds(Group, st.sampled_from(["type", "status"]), WORDS, st.sampled_from(LEVELS)),
)
NUMBERS = st.floats(-LARGEST, LARGEST)
DAYS = st.dates(FIRST_DAY, LAST_DAY)
NAMES = st.text(min_size=1, max_size=20)


@st.composite
def levers(draw):
    action = draw(st.sampled_from(ACTIONS))
    amount = draw(DAYS if action == "deadline" else NUMBERS)
    target = draw(NAMES if action in ON_TARGETS else st.none() | NAMES)
    return Lever(action, draw(GROUPS), amount, draw(NAMES), target, draw(st.none() | DAYS))


SCENARIOS = st.lists(
    st.builds(Scenario, st.text(max_size=20), st.lists(levers(), max_size=4).map(tuple)), max_size=3
).map(tuple)
COMMUNES = Group("shown", tuple(str(22900 + 3 * n) for n in range(121)), "commune")
ONE = Scenario("Kịch bản 1", (Lever("set", COMMUNES, 70.5, "online_dossier_share"),))


@given(SCENARIOS)
def test_any_scenario_is_read_as_it_was_written(scenarios):
    assert decode(encode(scenarios)) == (scenarios, ())


@given(SCENARIOS)
def test_an_address_holds_it_without_escapes(scenarios):
    assert set(encode(scenarios)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


@given(SCENARIOS, st.text(max_size=20))
def test_any_scenario_is_opened_as_it_was_saved(scenarios, address):
    assert from_json(to_json(scenarios, address)) == (scenarios, address, ())


def test_three_scenarios_over_a_province_fit_a_chat():
    assert len(encode([ONE, ONE, ONE])) < 600
    assert (
        len(encode([Scenario("A", (Lever("add", Group("all", (), "commune"), 5, "work_files_online"),))]))
        < 35
    )


def test_nothing_is_written_as_nothing():
    assert (encode(()), decode("")) == ("", ((), ()))


@given(st.data())
def test_one_wrong_letter_is_complained_of_and_nothing_is_opened(data):
    text = encode([ONE])
    at = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.characters().filter(lambda each: each != text[at]))
    assert decode(text[:at] + letter + text[at + 1 :]) == ((), (words.DAMAGED,))


@given(st.integers(1, len(encode([ONE])) - 1))
def test_a_cut_address_is_complained_of(length):
    assert decode(encode([ONE])[:length]) == ((), (words.DAMAGED,))


@given(st.text(min_size=1))
def test_what_somebody_typed_never_raises(text):
    scenarios, complaints = decode(text)
    assert (scenarios, len(complaints)) == ((), 1)


@given(st.text("1~.-_sacpxABz09", max_size=30))
def test_a_text_with_the_right_check_never_raises(body):
    scenarios, complaints = decode("1" + body + checksum("1" + body))
    assert bool(scenarios) != bool(complaints)


@given(st.binary() | SCENARIOS.map(lambda each: to_json(each, "a")[:-4]))
def test_a_foreign_or_cut_file_is_complained_of(content):
    assert from_json(content) == ((), "", (words.BAD_FILE,))


@given(st.recursive(st.none() | st.booleans() | NUMBERS | st.text(), lambda each: st.lists(each, max_size=3)))
def test_a_file_with_strange_content_never_raises(strange):
    content = {
        "kind": "kich-ban",
        "version": 1,
        "address": "",
        "scenarios": [{"name": "A", "levers": strange}],
    }
    scenarios, _, complaints = from_json(json.dumps(content).encode())
    assert bool(scenarios) != bool(complaints)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("action", "buy"), ("amount", "70"), ("amount", math.nan), ("who", {"kind": "all"}), ("until", 5)],
)
def test_a_file_with_a_wrong_field_says_where(field, wrong):
    content = json.loads(to_json([ONE], "tinh=60"))
    content["scenarios"][0]["levers"][0][field] = wrong
    assert from_json(json.dumps(content).encode()) == ((), "", (words.DAMAGED_FILE.format(number=1),))


def test_later_versions_and_too_many_scenarios_are_named():
    assert decode("2A" + checksum("2A")) == ((), (words.NEWER.format(version="2"),))
    assert decode(encode([ONE] * 4)) == ((), (words.TOO_MANY.format(count=4, most=3),))
    newer = json.loads(to_json([ONE], "")) | {"version": 2}
    assert from_json(json.dumps(newer).encode())[2] == (words.NEWER.format(version=2),)
    assert from_json(to_json([ONE] * 4, ""))[2] == (words.TOO_MANY.format(count=4, most=3),)


@pytest.mark.parametrize(
    "made",
    [
        lambda: Lever("buy", Group("all"), 1, "share"),
        lambda: Lever("set", Group("all"), math.inf, "share"),
        lambda: Lever("deadline", Group("all"), 5, "share", "t"),
        lambda: Lever("set", Group("all"), date(2025, 1, 1), "share"),
        lambda: Lever("aim", Group("all"), 5, "share"),
        lambda: Group("all", ("60",)),
        lambda: Group("places"),
        lambda: Group("places", ("../x",)),
        lambda: Group("sea"),
    ],
)
def test_what_makes_no_sense_is_not_made(made):
    with pytest.raises(ValueError, match=r"\w"):
        made()


def changed_file(**fields):
    return json.dumps(json.loads(to_json([ONE], "")) | fields).encode()


LEVER = Lever("set", Group("all"), 70.0, "share")
EXCESS = {
    "levers": ((Scenario("A", (LEVER,) * 9),), words.TOO_MANY_LEVERS.format(number=1, count=9, most=8)),
    "name": ((ONE, Scenario("A" * 41, (LEVER,))), words.LONG_NAME.format(number=2, most=40)),
    "id": ((Scenario("A", (Lever("set", Group("all"), 1.0, "x" * 81),)),), words.LONG_ID.format(number=1)),
    "type": (
        (Scenario("A", (Lever("set", Group("type", ("x" * 81,)), 1.0, "share"),)),),
        words.LONG_ID.format(number=1),
    ),
}


@pytest.mark.parametrize(("scenarios", "said"), EXCESS.values(), ids=EXCESS)
def test_more_than_the_page_can_show_is_named_in_an_address_and_in_a_file(scenarios, said):
    assert decode(encode(scenarios)) == ((), (said,))
    assert from_json(to_json(scenarios, "")) == ((), "", (said,))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b" " * 1_000_001, words.LARGE_FILE.format(most=1000)),
        (b"[" * 100_000, words.BAD_FILE),
        (changed_file(address="x" * 200_001), words.INCOMPLETE_FILE),
    ],
    ids=["size", "depth", "address"],
)
def test_a_file_without_measure_is_refused(content, said):
    assert from_json(content) == ((), "", (said,))


def test_only_the_beginning_of_a_foreign_version_is_told():
    assert len(from_json(changed_file(version="x" * 100_000))[2][0]) < 250


def test_half_a_letter_that_no_browser_can_be_sent_is_refused():
    content = json.loads(to_json([ONE], ""))
    content["scenarios"][0]["name"] = "\ud800"
    assert from_json(json.dumps(content).encode())[2] == (words.DAMAGED_FILE.format(number=1),)
    assert decode(encode([Scenario("\ud800", (LEVER,))])) == ((), (words.DAMAGED,))
