"""The sentences about a comparison: how much is shared, who leads, which indicators must not be compared."""

import pandas as pd

from data.qualifiers import PRECISE
from pages.compare import words
from pages.compare.comparison import compare
from pages.compare.level_frames import LEVEL
from queries import catalogue
from queries.query import query
from queries.view import View
from wording import lists, markdown
from wording.markdown import Markdown


@query(*LEVEL, keep=100)
def look_alikes(view: View, codes: tuple[str, ...]) -> list[str]:
    """Name the indicators that sound alike and must not be compared, where different places report them.

    La Gi counts the teams of its hamlets, Phan Thiết those of the youth union, and both say "tổ công nghệ số".
    """
    known = compare(view, codes).query("has")
    relations = catalogue.tables().relations.query("kind == 'not_comparable'")
    warnings = []
    for whole, pairs in relations.groupby("whole", sort=False):
        members = known[known["indicator"].isin([whole, *pairs["part"]])]
        reporting = members.groupby("indicator", sort=False)["short"].agg(tuple)
        if len(set(reporting)) > 1:
            notes = pairs.loc[pairs["part"].isin(reporting.index), "note"].unique().tolist()
            warnings.append(_look_alike(reporting, notes))
    return warnings


def _look_alike(reporting: pd.Series, notes: list[str]) -> str:
    members = [
        words.UNLIKE_MEMBER.format(
            indicator=catalogue.indicator(str(name))["name_vi"], places=lists.semicolon_list(places)
        )
        for name, places in reporting.items()
    ]
    note = lists.semicolon_list(notes).rstrip(".")
    return words.UNLIKE.format(members=lists.semicolon_list(members), note=note)


def shared_line(view: View, rows: pd.DataFrame, count: int) -> Markdown:
    """Say how many indicators all `count` places have figures of; `rows` are those of ``compare``.

    Nothing is counted in simulated figures.
    """
    if view.kind == "simulated":
        return markdown.fill(words.SHARED_SIMULATED, count=count)
    shared = rows[rows["group"] == "shared"].drop_duplicates("indicator")
    template = words.SHARED_APART if shared["apart"].any() else words.SHARED
    total, apart = rows["indicator"].nunique(), int(shared["apart"].sum())
    return markdown.fill(template, both=len(shared), total=total, count=count, apart=apart)


def finding(view: View, rows: pd.DataFrame) -> str:
    """Say which place leads on one indicator, or why none can be said to.

    Parameters
    ----------
    view : View
        For simulated figures the finding is the indicator's name alone.
    rows : DataFrame
        Of ``compare``, one indicator.
    """
    name = str(rows["name_vi"].iloc[0])
    known = rows[rows["has"]]
    if view.kind == "simulated":
        return name
    if known.empty:
        return words.NOBODY.format(indicator=name)
    if len(known) == 1:
        only = known.iloc[0]
        return words.ONLY.format(indicator=name, place=only["short"], value=only["shown"])
    obstacles = {
        words.OLD: known["stale"].any(),
        words.PERIODS_DIFFER: known["apart"].any(),
        words.NOT_PRECISE: known["value"].isna().any() or ~known["qualifier"].isin(PRECISE).all(),
        words.NO_DIRECTION: not known["direction"].isin(["higher", "lower"]).all(),
    }
    for template, holds in obstacles.items():
        if holds:
            return template.format(indicator=name)
    return _leader(name, known)


def _leader(name: str, known: pd.DataFrame) -> str:
    printed = known["value"].round(int(known["decimals"].iloc[0]))
    best = printed.min() if known["direction"].iloc[0] == "lower" else printed.max()
    first = known[printed.eq(best)]
    template = words.EQUAL if len(first) == len(known) else words.LEADS
    return template.format(
        indicator=name,
        places=lists.semicolon_list(first["short"].tolist()),
        count=len(known),
        value=first["shown"].iloc[0],
    )
