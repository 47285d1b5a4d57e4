"""Scenarios as a short text in an address, and as a small file. Damaged text is refused."""

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from indicators.bounds import bounded_amount, bounded_day
from indicators.scenario import LONGEST_NAME, MOST, MOST_LEVERS, Group, Lever, Scenario
from wording import scenario_messages as words

VERSION = "1"
FILE_KIND, FILE_VERSION = "kich-ban", 1
# A lever that names every commune of the country takes 60 KB of a file and 5 KB of an address.
LARGEST_FILE, LONGEST_ID, LONGEST_ADDRESS = 1_000_000, 80, 200_000
ACTION = {
    "set": "s",
    "add": "a",
    "count": "n",
    "hold": "h",
    "pace": "p",
    "assume": "g",
    "aim": "m",
    "deadline": "d",
}
GROUP = {"all": "a", "places": "p", "district": "d", "type": "t", "status": "s", "shown": "h"}
LEVEL = {"": "x", "country": "n", "province": "p", "district": "d", "commune": "c"}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# The largest prime below 36³: the checksum then fits in three characters.
_PRIME, _BASE = 46649, 257
_PLACES = ("places", "district", "shown")


def encode(scenarios: Sequence[Scenario]) -> str:
    """Return scenarios as text of the characters that need no escape in an address (A–Z a–z 0–9 - . _ ~).

    The text has a version, the scenarios separated by ``~~``, their levers by ``~``, and the fields of a lever by
    ``.``. Codes of places are differences from one to the next. An indicator is left out if the lever before has the
    same. The last three characters are a checksum: it finds every single wrong character and every exchange of two
    neighbours.

    Examples
    --------
    >>> encode([Scenario("A", (Lever("set", Group("all", (), "commune"), 70.0, "online_dossier_share"),))])
    '1A~sac.70.online_dossier_share…'
    """
    body = VERSION + "~~".join(_encode_scenario(each) for each in scenarios) if scenarios else ""
    return body + checksum(body) if body else ""


def decode(text: str) -> tuple[tuple[Scenario, ...], tuple[str, ...]]:
    """Return the scenarios of a text of ``encode``, or none and a Vietnamese complaint. It never raises."""
    if not text:
        return (), ()
    body, check = text[:-3], text[-3:]
    if not body or not text.isascii() or checksum(body) != check:
        return (), (words.DAMAGED,)
    if body[0] != VERSION:
        return (), (words.NEWER.format(version=body[0]),)
    try:
        scenarios = tuple(_decode_scenario(each) for each in body[1:].split("~~"))
    except (ValueError, KeyError, IndexError, OverflowError):
        return (), (words.DAMAGED,)
    if excess := _excess(scenarios):
        return (), (excess,)
    return scenarios, ()


def to_json(scenarios: Sequence[Scenario], address: str) -> bytes:
    """Return scenarios, and the view they were made in (its query string), as a JSON file."""
    content = {
        "kind": FILE_KIND,
        "version": FILE_VERSION,
        "address": address,
        "scenarios": [_as_json(each) for each in scenarios],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def from_json(content: bytes) -> tuple[tuple[Scenario, ...], str, tuple[str, ...]]:
    """Return scenarios and address of a file of ``to_json``, or nothing and one complaint. It never raises."""
    if len(content) > LARGEST_FILE:
        return (), "", (words.LARGE_FILE.format(most=LARGEST_FILE // 1_000),)
    try:
        file = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return (), "", (words.BAD_FILE,)
    if not isinstance(file, dict) or file.get("kind") != FILE_KIND:
        return (), "", (words.BAD_FILE,)
    if file.get("version") != FILE_VERSION:
        # A version may be anything; its beginning is told, as far as a browser can be sent it.
        version = str(file.get("version"))[:LONGEST_ID].encode(errors="replace").decode()
        return (), "", (words.NEWER.format(version=version),)
    listed, address = file.get("scenarios"), file.get("address")
    if not isinstance(listed, list) or not isinstance(address, str) or len(address) > LONGEST_ADDRESS:
        return (), "", (words.INCOMPLETE_FILE,)
    if len(listed) > MOST:
        return (), "", (words.TOO_MANY.format(count=len(listed), most=MOST),)
    scenarios = []
    for number, each in enumerate(listed, start=1):
        try:
            scenarios.append(_scenario_from_json(each))
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
            return (), "", (words.DAMAGED_FILE.format(number=number),)
    if excess := _excess(scenarios):
        return (), "", (excess,)
    return tuple(scenarios), address, ()


def _excess(scenarios: Sequence[Scenario]) -> str:
    """Return what scenarios have more of than the page can show, in Vietnamese; "" where they have not."""
    if len(scenarios) > MOST:
        return words.TOO_MANY.format(count=len(scenarios), most=MOST)
    for number, scenario in enumerate(scenarios, start=1):
        if len(scenario.levers) > MOST_LEVERS:
            count = len(scenario.levers)
            return words.TOO_MANY_LEVERS.format(number=number, count=count, most=MOST_LEVERS)
        if len(scenario.name) > LONGEST_NAME:
            return words.LONG_NAME.format(number=number, most=LONGEST_NAME)
        if any(len(each) > LONGEST_ID for lever in scenario.levers for each in _ids(lever)):
            return words.LONG_ID.format(number=number)
    return ""


def _ids(lever: Lever) -> tuple[str, ...]:
    return (lever.indicator, lever.target or "", *lever.who.codes)


def _encode_scenario(scenario: Scenario) -> str:
    written, before = [_encode_name(scenario.name)], ""
    for lever in scenario.levers:
        written.append(_encode_lever(lever, before))
        before = lever.indicator
    return "~".join(written)


def _decode_scenario(text: str) -> Scenario:
    name, *written = text.split("~")
    levers: list[Lever] = []
    for each in written:
        levers.append(_decode_lever(each, levers[-1].indicator if levers else ""))
    return Scenario(_decode_name(name), tuple(levers))


def _encode_lever(lever: Lever, before: str) -> str:
    head = ACTION[lever.action] + GROUP[lever.who.kind] + LEVEL[lever.who.level]
    who = (
        _encode_codes(lever.who.codes)
        if lever.who.kind in _PLACES
        else "-_".join(map(_encode_name, lever.who.codes))
    )
    fields = [
        head + who,
        _amount(lever.amount),
        "" if lever.indicator == before else _encode_name(lever.indicator),
    ]
    fields += [_encode_name(lever.target or ""), _written_day(lever.until) if lever.until else ""]
    return ".".join(fields).rstrip(".")


def _decode_lever(text: str, before: str) -> Lever:
    fields = text.split(".")
    if len(fields) > 5:
        raise ValueError(text)
    head, amount, indicator, target, until = fields + [""] * (5 - len(fields))
    action, kind, level = (
        _meaning(meanings, letter) for meanings, letter in zip((ACTION, GROUP, LEVEL), head[:3], strict=True)
    )
    rest = head[3:]
    codes = (
        _decode_codes(rest) if kind in _PLACES else tuple(map(_decode_name, rest.split("-_"))) if rest else ()
    )
    return Lever(
        action,
        Group(kind, codes, level),
        _day(amount) if action == "deadline" else _number(amount),
        _decode_name(indicator) or before,
        _decode_name(target) or None,
        _day(until) if until else None,
    )


def _meaning(meanings: dict[str, str], letter: str) -> str:
    return {written: meaning for meaning, written in meanings.items()}[letter]


def _encode_name(text: str) -> str:
    """Return any text in A–Z a–z 0–9 _ -: an id stays as it is; "Kịch bản" becomes Punycode after a zero byte."""
    plain = text if text.isascii() and "\0" not in text else "\0" + text.encode("punycode").decode("ascii")
    return re.sub(r"[^A-Za-z0-9_]", lambda match: f"-{ord(match[0]):02x}", plain)


def _decode_name(text: str) -> str:
    if re.fullmatch(r"(?:[A-Za-z0-9_]|-[0-7][0-9a-f])*", text) is None:
        raise ValueError(text)
    plain = re.sub(r"-(..)", lambda match: chr(int(match[1], 16)), text)
    return _sendable(plain[1:].encode("ascii").decode("punycode")) if plain.startswith("\0") else plain


def _amount(amount: float | date) -> str:
    if isinstance(amount, date):
        return _written_day(amount)
    return repr(float(amount)).removesuffix(".0").replace(".", "_").replace("e+", "e")


def _number(text: str) -> float:
    if re.fullmatch(r"-?[0-9]+(_[0-9]+)?(e-?[0-9]+)?", text, re.ASCII) is None:
        raise ValueError(text)
    return bounded_amount(float(text.replace("_", ".")))


def _written_day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _day(text: str) -> date:
    if re.fullmatch(r"[0-9]{8}", text, re.ASCII) is None:
        raise ValueError(text)
    return bounded_day(date.fromisoformat(text))


def _encode_codes(codes: Sequence[str]) -> str:
    """Return the codes of each length as steps from one to the next; a step of two digits has the prefix B."""
    written = []
    for length in sorted({len(code) for code in codes}):
        numbers = sorted(int(code) for code in codes if len(code) == length)
        steps = [after - before for before, after in zip([0, *numbers], numbers, strict=False)]
        written.append(str(length) + "".join(map(_step, steps)))
    return "-".join(written)


def _step(number: int) -> str:
    text = _in_base_36(number)
    return text if len(text) == 1 else chr(ord("A") + len(text) - 1) + text


def _decode_codes(text: str) -> tuple[str, ...]:
    codes = []
    for group in text.split("-"):
        length, number = int(group[0]), 0
        for step in _steps(group[1:]):
            number += int(step, 36)
            codes.append(f"{number:0{length}d}")
    if any(len(code) > 9 for code in codes):
        raise ValueError(text)
    return tuple(codes)


def _steps(text: str) -> list[str]:
    steps, at = [], 0
    while at < len(text):
        size = ord(text[at]) - ord("A") + 1 if text[at].isupper() else 1
        at += size > 1
        steps.append(text[at : at + size])
        at += size
    return steps


def _in_base_36(number: int) -> str:
    text = ""
    while number or not text:
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
    return text


def checksum(body: str) -> str:
    """Return the checksum of a text: three digits of base 36."""
    total = 0
    for letter in body:
        total = (total * _BASE + ord(letter)) % _PRIME
    return _in_base_36(total).rjust(3, "0")


def _as_json(scenario: Scenario) -> dict[str, Any]:
    return {"name": scenario.name, "levers": [_lever_as_json(each) for each in scenario.levers]}


def _lever_as_json(lever: Lever) -> dict[str, Any]:
    return {
        "action": lever.action,
        "who": {"kind": lever.who.kind, "codes": list(lever.who.codes), "level": lever.who.level},
        "amount": lever.amount.isoformat() if isinstance(lever.amount, date) else lever.amount,
        "indicator": lever.indicator,
        "target": lever.target,
        "until": lever.until.isoformat() if lever.until else None,
    }


def _scenario_from_json(value: dict[str, Any]) -> Scenario:
    return Scenario(_text(value["name"]), tuple(_lever_from_json(each) for each in value["levers"]))


def _lever_from_json(value: dict[str, Any]) -> Lever:
    action, who, until = _text(value["action"]), value["who"], value["until"]
    amount = value["amount"]
    return Lever(
        action,
        Group(_text(who["kind"]), tuple(_text(code) for code in who["codes"]), _text(who["level"])),
        bounded_day(date.fromisoformat(amount)) if action == "deadline" else _amount_from_json(amount),
        _text(value["indicator"]),
        None if value["target"] is None else _text(value["target"]),
        None if until is None else bounded_day(date.fromisoformat(until)),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(str(value))
    return _sendable(value)


def _sendable(text: str) -> str:
    """Return a text that can be sent to a browser; half of a surrogate pair raises ``UnicodeEncodeError``."""
    text.encode()
    return text


def _amount_from_json(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(str(value))
    return bounded_amount(float(value))
