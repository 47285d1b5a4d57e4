"""Of when the figures of a table are, as its title, that of its sheet and the sheet's name say."""

from collections.abc import Iterator

from data.intake.findings import Finding, make_finding
from data.intake.interpret import titles
from data.intake.interpret.period_mentions import BASES, Mention
from data.intake.interpret.periods import Period
from data.intake.interpret.titles import Titled
from wording import lists
from wording import reading_messages as words


def find_periods(own: list[Titled], expected: Period | None) -> list[tuple[Period | None, list[Finding]]]:
    """Return the period of each region, with what is doubtful or differs."""
    named = [_named_periods(each) for each in own]
    chosen = [_chosen(several) for several in named]
    first = next((period for period, _ in chosen if period), None)
    found: list[tuple[Period | None, list[Finding]]] = []
    for titled, several, (period, doubtful) in zip(own, named, chosen, strict=True):
        sheet = titled.region.sheet.name
        if expected:
            found.append((expected, list(_against_expected(several, expected, sheet))))
        elif doubtful:
            texts = lists.semicolon_list(dict.fromkeys(words.quoted(each.text) for each in doubtful))
            found.append(
                (
                    None,
                    [make_finding("two_periods", sheet, doubtful[-1].at, doubtful[-1].text, periods=texts)],
                )
            )
        else:
            found.append((period or first, list(_lower_that_differ(several, period, sheet))))
    return found


def _named_periods(titled: Titled) -> list[Mention]:
    """Return the periods named for a region: by its own title, else by that of its sheet, else by the sheet's name."""
    return (
        titles.periods_of(titled.title)
        or titles.periods_of(titled.sheet_title)
        or titles.period_of_sheet(titled.region.sheet.name)
    )


def _chosen(mentions: list[Mention]) -> tuple[Period | None, list[Mention]]:
    """Return the period of the strongest basis; where two of that basis differ, those mentions."""
    if not mentions:
        return None, []
    best = min((each.basis for each in mentions), key=BASES.index)
    strongest = [each for each in mentions if each.basis == best]
    finest = [each for each in strongest if not any(_lies_within(other, each) for other in strongest)]
    if len({each.period for each in finest}) > 1:
        return None, finest
    return finest[0].period, []


def _lies_within(inner: Mention, outer: Mention) -> bool:
    """Tell whether a period is a part of another that is written with its start: a quarter of a named year."""
    start, end = outer.period.start, outer.period.end
    return (
        inner.period != outer.period
        and start is not None
        and start <= (inner.period.start or inner.period.end)
        and inner.period.end <= end
        and not (inner.period.end == end and inner.period.start is not None)
    )


def _against_expected(mentions: list[Mention], expected: Period, sheet: str) -> Iterator[Finding]:
    """Yield a finding where a title names periods, none of them the expected one; statements are compared apart."""
    told = [each for each in mentions if each.basis != "stated"]
    if told and len(told) == len(mentions) and all(each.period.end != expected.end for each in told):
        at = told[0].at or "A1"
        yield make_finding("statement_differs", sheet, at, told[0].text, example=period_text(expected))


def _lower_that_differ(mentions: list[Mention], period: Period | None, sheet: str) -> Iterator[Finding]:
    """Yield a notice for each period of a weaker basis that ends on another day than the chosen one."""
    for each in mentions:
        if period and each.period.end != period.end and each.at:
            yield make_finding("period_also_named", sheet, each.at, each.text, chosen=period_text(period))


def period_text(period: Period) -> str:
    """Return a period as a message names it: "đến 30/09/2024"."""
    return words.UNTIL.format(day=f"{period.end:%d/%m/%Y}")
