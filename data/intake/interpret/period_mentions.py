"""Find the periods that the lines of a title name, and tell which of them the figures are of.

A title may name other periods: those of a plan ("phương hướng quý IV"), of a comparison ("so với cùng kỳ năm 2023"),
of a document ("Báo cáo số 12/2024") or of a signature ("Tuy Phong, ngày 05 tháng 10 năm 2024"). They are no periods of
figures.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from data.intake.interpret import periods
from data.intake.interpret.periods import NUMERAL, Period
from data.intake.interpret.phrases import make_lexicon, plain_text
from wording import heading_words as words

Basis = Literal["stated", "until", "title", "sheet"]
# The basis that counts more is first.
BASES: tuple[Basis, ...] = ("stated", "until", "title", "sheet")

DAY = r"\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?20\d\d"
DAY_IN_WORDS = r"ngay[\s.…_]*(?:\d{1,2})?[\s.…_]*thang[\s.…_]*(?:\d{1,2})?[\s.…_]*nam[\s.…_]*20\d\d"
ISSUED = (
    rf"(?:[\s,]*(?:cua [\w\s,]{{2,60}}?)?[\s,]*(?:ngay\s*{DAY}|{DAY_IN_WORDS}|ngay\s*\d{{1,2}}/\d{{1,2}}))?"
)
# A document with its number and its day: "Báo cáo số 12/BC-UBND ngày 05/10/2024", "Nghị quyết 10-NQ/TU".
DOCUMENT = re.compile(
    r"(?:(?:bao cao|cong van|cv|to trinh|quyet dinh|qd|ke hoach|kh|nghi quyet|nq|thong bao|chi thi|huong dan|van ban|"
    r"thong tu|nghi dinh|ket luan|de an|chuong trinh|bieu|phu luc|so|mau)\s*(?:so|mau)?\s*:?\s*"
    rf"\d+\s*[/\-][\w/.\-]*{ISSUED})"
)
KIND_OF_DOCUMENT = re.compile(r"[a-z ]*?(?= ?(?:so|mau)? ?:? ?\d)")
# The day of a document or a signature; words before it may say that figures end on it.
SIGNED = re.compile(
    rf"(?<!den )(?<!toi )(?<!tai )(?<!het )(?<!diem )(?<!tu )(?<!- )(?:ngay\s*{DAY}|{DAY_IN_WORDS})"
)
SPAN_OF_YEARS = re.compile(r"(?:giai doan|nhiem ky|nam hoc|thoi ky)?\s*20\d\d\s?[-–]\s?20\d\d")
GOAL = re.compile(r"(?:, )?(?:dinh huong |tam nhin |muc tieu )?(?:(?:den|toi) nam|tam nhin) 20\d\d")
# A year behind these words is a part of a period that no form describes: "đợt 2 năm 2024", "9T năm 2024".
PART_OF_YEAR = re.compile(
    r"(?:quy|thang|ky|tuan|dot|dau|cuoi|giua|nua|hoc ky|\dt)(?: [^\s,;:()]+){0,2}[ -]*$"
)
# A line that is only a place and a month: "Tuy Phong, tháng 10 năm 2024".
SIGNED_MONTH = re.compile(r"[a-z .\-]{2,40}, ?thang \d{1,2}(?: nam |/)20\d\d\.?")
YEAR_TAIL = r"(?:\s?(?:/|-|,? ?nam|,? ?cua nam)?\s?(?P<year>20\d\d)(?!\d))?"
UP_TO = r"(?P<until>(?:tinh |chot )?(?:den|toi)(?: het| cuoi| nay| ngay)*\s|het\s|tai(?: thoi diem)?\s|thoi diem\s)"
UNTIL = UP_TO + r"?(?:ngay )?"
EMPTY_BRACKETS = re.compile(r"[(\[]\s*[)\]]")
NOT_INSIDE = (r"(?<![\w/.\-])", r"(?![\w/])(?![.\-]\d)")


@dataclass(frozen=True)
class Mention:
    """A period that a text names; ``basis`` says how, ``text`` as what, ``at`` in which cell."""

    period: Period
    basis: Basis
    text: str
    at: str = ""


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    year: str
    until: bool
    whole_year: bool
    day: bool
    make: Callable[[str], Period]


Form = tuple[str, Callable[[re.Match[str], str], Period]]
# A day in digits or in words: it may be that of a document.
DAY_FORMS: tuple[Form, ...] = (
    (
        UNTIL + r"(\d{1,2})\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?(?P<year>20\d\d)",
        lambda m, year: Period(None, periods.day_of(year, m[3], m[2])),
    ),
    (
        UNTIL + r"(\d{1,2}) thang (\d{1,2}) nam (?P<year>20\d\d)",
        lambda m, year: Period(None, periods.day_of(year, m[3], m[2])),
    ),
)
WHOLE_YEAR_FORM: Form = (UNTIL + r"nam (?P<year>20\d\d)", lambda _, year: periods.months(year, 12, 12))
# Of two forms that overlap in a text, the first counts.
FORMS: tuple[Form, ...] = (
    (
        r"tu dau nam(?: (?:20\d\d))? ?(?:-|–|den)(?: het)?(?: ngay)? ?(\d{1,2})/(\d{1,2})/(?P<year>20\d\d)",
        lambda m, year: periods.days_between(("1", "1", year), (m[1], m[2], year)),
    ),
    (
        r"(?:tu )?(?:ngay )?(\d{1,2})/(\d{1,2})(?:/(20\d\d))? ?(?:-|–|den)(?: het)?(?: ngay)? ?"
        r"(\d{1,2})/(\d{1,2})/(?P<year>20\d\d)",
        lambda m, year: periods.days_between((m[1], m[2], m[3] or year), (m[4], m[5], year)),
    ),
    (
        r"tu thang (\d{1,2})(?:/(?:20\d\d))? ?(?:-|–|den)(?: het)?(?: thang)? ?(\d{1,2})" + YEAR_TAIL,
        lambda m, year: periods.months(year, int(m[2]), int(m[2]) - int(m[1]) + 1),
    ),
    *DAY_FORMS,
    (
        UP_TO + r"(?:ngay )?(\d{1,2})/(\d{1,2})(?P<year>\b)",
        lambda m, year: Period(None, periods.day_of(year, m[3], m[2])),
    ),
    (r"(?P<year>20\d\d)-?q([1-4])", lambda m, year: periods.quarter(year, m[2])),
    (r"(?P<year>20\d\d)-?h([12])", lambda m, year: periods.months(year, 6 * int(m[2]), 6)),
    (r"(?P<year>20\d\d)-(\d\d)", lambda m, year: Period(None, periods.months(year, int(m[2]), 1).end)),
    (
        UNTIL + r"(?:quy|q) ?(?:so )?(i{1,3}|iv|0?[1-4]|mot|nhat|hai|ba|bon|tu)" + YEAR_TAIL,
        lambda m, year: periods.quarter(year, m[2]),
    ),
    (r"(i{1,3}|iv)/(?P<year>20\d\d)", lambda m, year: periods.quarter(year, m[1])),
    (
        rf"(\d{{1,2}}|{NUMERAL}) ?t(?:hang)? cuoi(?: nam)?" + YEAR_TAIL,
        lambda m, year: periods.months(year, 12, periods.count_of(m[1])),
    ),
    (
        rf"(\d{{1,2}}|{NUMERAL}) ?t(?:hang)?(?: dau)?(?: nam)?" + YEAR_TAIL,
        lambda m, year: periods.months(year, periods.count_of(m[1]), periods.count_of(m[1])),
    ),
    (r"nua dau(?: cua)?(?: nam)?" + YEAR_TAIL, lambda _, year: periods.months(year, 6, 6)),
    (r"nua cuoi(?: cua)?(?: nam)?" + YEAR_TAIL, lambda _, year: periods.months(year, 12, 6)),
    (
        UNTIL + rf"thang (\d{{1,2}}|{NUMERAL})" + YEAR_TAIL,
        lambda m, year: periods.months(year, periods.count_of(m[2]), 1),
    ),
    (UNTIL + r"(\d{1,2})[/\-](?P<year>20\d\d)", lambda m, year: periods.months(year, int(m[2]), 1)),
    WHOLE_YEAR_FORM,
)
PATTERNS = tuple((re.compile(NOT_INSIDE[0] + form[0] + NOT_INSIDE[1]), form) for form in FORMS)
CONTEXT = make_lexicon({"actual": words.TITLE_ACTUAL, "plan": words.TITLE_PLAN, "other": words.TITLE_OTHER})


def find_mentions(text: str, basis: Basis = "title") -> list[Mention]:
    """Return the periods of figures that a text names, in the order of the text.

    A period without a year takes the next year of the text, else the one before it. A year that only completes another
    period is no period of its own.

    Parameters
    ----------
    text : str
        One line or several.
    basis : str
        Basis of the periods; a period after "số liệu đến …" has the basis ``until``.

    Examples
    --------
    >>> [each.period.end.isoformat() for each in find_mentions("Kết quả quý III, phương hướng quý IV năm 2024")]
    ['2024-09-30']
    >>> find_mentions("Tuy Phong, ngày 05 tháng 10 năm 2024")
    []
    """
    plain = _without_documents(text)
    found = sorted(_found(plain), key=lambda each: each.start)
    years = [(each.start, each.year) for each in found if each.year]
    dated = [(each, each.year or _nearest_year(each, years)) for each in found]
    finer = {year for each, year in dated if not each.whole_year}
    reported = _reported(plain, found)
    return [
        Mention(period, _basis(each, basis), _written(text, each))
        for each, year in dated
        if not (each.whole_year and year in finer) and each in reported and (period := _made(each, year))
    ]


def split_mentions(text: str) -> tuple[list[Period], str]:
    """Return the periods that a heading names, whatever it says of them, and the heading without them.

    Examples
    --------
    >>> split_mentions("KH năm 2024")[1]
    'KH'
    """
    whole = plain_text(text)
    found = sorted(_found(whole), key=lambda each: each.start)
    years = [(each.start, each.year) for each in found if each.year]
    named = [
        (each, period) for each in found if (period := _made(each, each.year or _nearest_year(each, years)))
    ]
    rest, at = [], 0
    same_length = " ".join(text.split())
    for each, _ in named:
        rest.append(same_length[at : each.start])
        at = each.end
    return [period for _, period in named], EMPTY_BRACKETS.sub(
        " ", " ".join([*rest, same_length[at:]])
    ).strip(" -–,:/")


def find_undated(text: str) -> tuple[int, int] | None:
    """Return where a text names a period without its year ("quý III"); None where it names none or several."""
    found = list(_found(plain_text(text)))
    return (found[0].start, found[0].end) if len(found) == 1 and not found[0].year else None


def without_numbers(text: str) -> str:
    """Return a text in which each document is only named by its kind.

    Examples
    --------
    >>> without_numbers("Chỉ tiêu theo Nghị quyết số 10-NQ/TU")
    'Chỉ tiêu theo Nghị quyết'
    """
    whole, plain = " ".join(text.split()), plain_text(text)
    for found in reversed(list(DOCUMENT.finditer(plain))):
        kind = KIND_OF_DOCUMENT.match(found[0])
        name = found.start() + (kind.end() if kind else 0)
        whole = whole[:name] + whole[found.end() :]
    return whole


def _without_documents(text: str) -> str:
    lines = (plain_text(line) for line in text.splitlines())
    kept = ("" if SIGNED_MONTH.fullmatch(line) and not _context(line) else line for line in lines)
    plain = " \n ".join(kept)
    for way in (DOCUMENT, SIGNED, SPAN_OF_YEARS, GOAL):
        plain = way.sub(lambda found: "\1" * len(found[0]), plain)
    return plain


def _found(plain: str) -> Iterator[_Found]:
    """Yield the periods of a plain text; of two that overlap, the form that is first in ``FORMS``."""
    for way, form in PATTERNS:
        taken = []
        for found in way.finditer(plain):
            groups = found.groupdict()
            taken.append(found.span())
            yield _Found(
                *found.span(),
                groups.get("year") or "",
                bool(groups.get("until")),
                form is WHOLE_YEAR_FORM,
                form in DAY_FORMS,
                partial(form[1], found),
            )
        for start, end in taken:
            plain = plain[:start] + "\0" * (end - start) + plain[end:]


def _is_part(plain: str, found: _Found) -> bool:
    """Tell whether a whole year only completes a part of it that is not understood."""
    return found.whole_year and PART_OF_YEAR.search(plain[: found.start].rpartition("\n")[2]) is not None


def _is_other_day(plain: str, found: _Found) -> bool:
    """Tell whether a day is that of a document or a meeting: no word before it says that figures end on it."""
    before, after = plain[: found.start].rpartition("\n")[2], plain[found.end :].partition("\n")[0]
    return found.day and not found.until and bool(before.strip(" .,()") or after.strip(" .,()"))


def _nearest_year(found: _Found, years: Sequence[tuple[int, str]]) -> str:
    after = [year for at, year in years if at > found.start]
    before = [year for at, year in years if at < found.start]
    return after[0] if after else before[-1] if before else ""


def _made(found: _Found, year: str) -> Period | None:
    try:
        period = found.make(year) if year else None
    except ValueError:  # no such day, no such month
        return None
    return Period(None, period.end) if period and found.until and not found.whole_year else period


def _reported(plain: str, found: list[_Found]) -> list[_Found]:
    """Return the periods on which figures are reported: the nearest word before each says so.

    A word speaks of the periods that follow it in its line, and of the first one of the next line.
    """
    kind, at = "actual", 0
    reported = []
    for each in found:
        before = plain[at : each.start]
        context = _context(before)
        kind = context[-1] if context else "actual" if "\n" in before else kind
        if kind == "actual" and not _is_part(plain, each) and not _is_other_day(plain, each):
            reported.append(each)
        at = each.end
    return reported


def _context(plain: str) -> list[str]:
    return [CONTEXT.kinds[each[0]] for each in CONTEXT.pattern.finditer(plain)]


def _basis(found: _Found, basis: Basis) -> Basis:
    return "until" if found.until and basis == "title" else basis


def _written(text: str, found: _Found) -> str:
    whole = " \n ".join(" ".join(line.split()) for line in text.splitlines())
    return " ".join(whole[found.start : found.end].split())
