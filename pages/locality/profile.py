"""One locality as frames: who it is, what it owes, what is known of it, who is like it, and from where."""

from dataclasses import replace
from typing import Any

import pandas as pd

from indicators.coverage import summary
from indicators.pace import pace
from indicators.peers import banded, peers
from indicators.status import STATUSES
from pages.locality import words
from queries import assessments, catalogue, gazetteer, indicator_rows, lineage, observations, provenance
from queries.locality_figures import LOCALITY, code_of, figures, with_indicator
from queries.query import query
from queries.view import View
from wording import figure_texts, judgement, lists, numbers
from wording.statuses import LOOKS, ORDER

PEERS = 6


@query(*LOCALITY, keep=300)
def origins(view: View) -> str:
    """Say what the locality was before the reforms and has been since; "" where the register says nothing."""
    return lineage.told(view, code_of(view))


@query(*LOCALITY, keep=300)
def steps(view: View) -> dict[str, str]:
    """Return code → name from the province down to the locality looked at."""
    names = gazetteer.names(view.vintage, view.province)
    parents = gazetteer.names(view.vintage, view.province, "parent_code")
    steps = [code_of(view)]
    while parents[steps[-1]] in names:
        steps.append(parents[steps[-1]])
    return {each: names[each] for each in steps[::-1]}


@query(*LOCALITY, keep=300)
def covered(view: View) -> pd.DataFrame:
    """Return what the locality is expected to report; the rows of ``facts.covered`` with texts for the screen."""
    t = catalogue.tables()
    rows = assessments.covered(view)
    rows = rows[rows["locality"] == code_of(view)]
    duties = t.expected[t.expected["kind"] == view.kind]
    duties = duties[["indicator", "vintage", "level", "frequency"]].drop_duplicates(
        ["indicator", "vintage", "level"]
    )
    rows = rows.merge(duties, "left", on=["indicator", "vintage", "level"], validate="m:1")
    rows = with_indicator(rows)
    proposed = rows["basis"].eq("proposed") & rows["status"].eq("late")
    return rows.assign(
        frequency_shown=rows["frequency"].map(words.FREQUENCIES),
        coverage_shown=rows["status"].map(words.COVERAGES).mask(proposed, words.LATE_PROPOSED),
        reported_shown=_fraction(rows["reported"], rows["due"]),
        last_shown=[numbers.day(each) for each in rows["last_period"]],
        next_shown=[numbers.day(each) for each in rows["next_due"]],
        basis_shown=rows["basis"].map(words.BASES),
    )


def _fraction(some: pd.Series, every: pd.Series) -> pd.Series:
    return some.astype("int64").astype("str") + "/" + every.astype("int64").astype("str")


@query(*LOCALITY, keep=300)
def targets(view: View) -> pd.DataFrame:
    """Return every target and reference line of the locality: assigned ones first, the worst first.

    Returns
    -------
    DataFrame
        Columns of ``facts.assessed`` and ``title``, ``number``, ``attribution``, and the texts ``aim_shown``,
        ``deadline_shown``, ``value_shown``, ``period_shown``, ``expected_shown``, ``status_shown``,
        ``standing_shown``, ``reason_shown``, ``source_shown``.
    """
    rows = assessments.assessed(view)
    rows = rows[rows["locality"] == code_of(view)]
    t = catalogue.tables()
    rows = rows.merge(t.targets[["target", "title", "attribution"]], on="target", validate="1:1")
    rows = rows.merge(t.resolutions[["resolution", "number"]], "left", on="resolution", validate="m:1")
    rank = rows["status"].map({status: place for place, status in enumerate(ORDER)})
    rows = rows.assign(rank=rank, here=rows["value"].isna()).sort_values(
        ["standing", "here", "rank", "deadline"], kind="stable"
    )
    return rows.assign(**_target_texts(rows)).reset_index(drop=True)


def chosen(view: View) -> pd.Series | None:
    """Return the row of ``targets`` that the view has chosen, or the first; None where there is none."""
    rows = _by_target(view)
    return rows.get(view.target, next(iter(rows.values()), None))


@query(*LOCALITY, keep=300)
def _by_target(view: View) -> dict[str, pd.Series]:
    return {row["target"]: row for _, row in targets(view).iterrows()}


def _target_texts(rows: pd.DataFrame) -> dict[str, list[str]]:
    records = rows.to_dict("records")
    return {
        "aim_shown": [figure_texts.aim(row) for row in records],
        "deadline_shown": [numbers.day(row["deadline"]) for row in records],
        "value_shown": [figure_texts.value(row) for row in records],
        "period_shown": [figure_texts.period(row["period_start"], row["period_end"]) for row in records],
        "expected_shown": [
            figure_texts.quantity_or_nothing(row["expected"], row["unit"], 2)
            if row["expected"] == row["expected"]
            else ""
            for row in records
        ],
        "status_shown": [LOOKS[row["status"]].label for row in records],
        "standing_shown": [judgement.STANDING_WORDS[row["standing"]] for row in records],
        "reason_shown": [judgement.REASON_WORDS.get(row["reason"], "") for row in records],
        "source_shown": provenance.sources_shown(rows["source"]),
    }


@query(*LOCALITY, keep=300)
def target_bars(view: View) -> pd.DataFrame:
    """Return rows of ``components.bars.bars`` on the index of ``targets``, each on its indicator's fixed scale.

    A rank, a date or a thing to be done has no bar: its length would say nothing.
    """
    rows = targets(view)
    low = rows["minimum"].fillna(0.0)
    highest = rows[["value", "target_value", "expected"]].max(axis=1)
    span = (rows["maximum"].fillna(highest) - low).where(lambda width: width.gt(0), 1.0)
    on_scale = rows["kind"].eq("value")
    along = {
        name: ((rows[name] - low) / span).where(on_scale) for name in ("value", "expected", "target_value")
    }
    return pd.DataFrame(
        {
            "code": rows["target"],
            "group": [
                words.TARGET_HEADING.format(title=row.title, number=row.number) for row in rows.itertuples()
            ],
            "name": [
                words.AIM_BY.format(aim=row.aim_shown, month=f"{row.deadline:%m/%Y}")
                if row.deadline == row.deadline
                else row.aim_shown
                for row in rows.itertuples()
            ],
            "value_text": rows["value_shown"],
            "status": rows["status"],
            "share": along["value"],
            "expected": along["expected"],
            "target": along["target_value"],
            "why": rows["reason_shown"],
        }
    )


@query(*LOCALITY, keep=300)
def paces(view: View) -> pd.DataFrame:
    """Return the pace of each target of the locality, on the index of ``targets``; columns of ``pace.pace``."""
    return pace(targets(view), assessments.changes(view))


def explanations(view: View, target: str) -> list[dict[str, Any]]:
    """Return what was said of the locality's target by the view's day, the last word first."""
    return _explained(view).get(target, [])


@query(*LOCALITY, keep=300)
def _explained(view: View) -> dict[str, list[dict[str, Any]]]:
    said = provenance.explanations(view)
    mine = said["locality"].eq(code_of(view)) & said["vintage"].eq(view.vintage)
    said = said[mine & said["as_of"].le(observations.as_of(view))].sort_values("as_of", ascending=False)
    return {str(target): rows.to_dict("records") for target, rows in said.groupby("target")}


@query(*LOCALITY, keep=300)
def newest(view: View) -> pd.DataFrame:
    """Return the newest preferred figure of each core indicator, under the headings it is shown with, by indicator."""
    rows = figures(view)
    rows = rows[rows["preferred"] & rows["tier"].eq("core")].drop_duplicates("indicator")
    rows = rows[list(words.NEWEST_HEADINGS)].rename(columns=words.NEWEST_HEADINGS)
    return rows.set_index(words.NEWEST_HEADINGS["indicator_shown"])


@query(*LOCALITY, keep=300)
def children(view: View) -> pd.DataFrame:
    """Return the localities below this one, with how much they report and how their targets stand.

    Returns
    -------
    DataFrame
        Columns of the register; ``reported``, ``due`` (numbers of indicators; missing where nothing is due),
        ``coverage_text`` ("3/15"); one column of counts per status of assigned targets; ``counts_shown``; and
        ``value_shown``, ``period_shown``, ``status`` on the view's indicator.
    """
    register = gazetteer.within(view.vintage, view.province)
    rows = register[register["parent_code"] == code_of(view)]
    owed = summary(assessments.covered(view), ["locality"]).rename(columns={"text": "coverage_text"})
    rows = rows.merge(owed, "left", left_on="code", right_on="locality", validate="1:1").drop(
        columns="locality"
    )
    rows["people"] = [numbers.number(each) for each in rows["population"]]
    rows["coverage_text"] = rows["coverage_text"].where(rows["due"].gt(0), words.NO_DUTY_SHORT)
    own = assessments.assessed(view).query("standing == 'assigned'")
    counts = pd.crosstab(own["locality"], own["status"]).reindex(rows["code"], fill_value=0)
    counts = counts.reindex(columns=list(STATUSES), fill_value=0).reset_index(drop=True)
    rows = pd.concat([rows, counts], axis=1)
    rows["counts_shown"] = [_counted(row) for row in counts.to_dict("records")]
    shown = situation(view, rows["code"])[["code", "value", "value_shown", "period_shown", "status"]]
    return rows.merge(shown, on="code", validate="1:1")


def _counted(counts: dict[str, int]) -> str:
    """Write counts of targets by status: ``▲ 2 chậm lộ trình; ✔ 3 đạt``."""
    return lists.semicolon_list(
        [
            words.STATUS_COUNT.format(shape=LOOKS[each].shape, count=counts[each], word=LOOKS[each].word)
            for each in ORDER
            if counts.get(each)
        ]
    )


def situation(view: View, codes: pd.Series, province: str | None = None) -> pd.DataFrame:
    """Return ``picture.figures`` on the view's indicator for some places of one level and province."""
    province = province or view.province
    register = gazetteer.within(view.vintage, province)
    levels = register.loc[register["code"].isin(codes), "level"].unique()
    if len(levels) == 0:
        return indicator_rows.figures(view).iloc[:0]
    day = observations.as_of(view).date()
    # One level at a time: below a district the communes of that district alone.
    parents = register.loc[register["code"].isin(codes), "parent_code"].unique()
    inside = parents[0] if len(parents) == 1 and levels[0] == "commune" and parents[0] != province else None
    asked = replace(view, province=province, as_of=day, level=levels[0], district=inside)
    rows = indicator_rows.figures(asked)
    return rows[rows["code"].isin(codes)]


@query(*LOCALITY, keep=300)
def alike(view: View) -> pd.DataFrame:
    """Return the locality and its peers in words, with their figures on the view's indicator.

    Returns
    -------
    DataFrame
        The locality first: columns of ``picture.figures`` and ``province`` (name), ``words`` (what it is like),
        ``shared`` (what it shares with the locality), ``population``.
    """
    t, own = catalogue.tables(), code_of(view)
    found = peers(t.localities, view.vintage, own, PEERS)
    mine = banded(t.localities[t.localities["vintage"] == view.vintage])
    mine = mine[mine["code"] == own]
    rows = pd.concat([mine.assign(same_type=False, same_population=False, same_density=False), found])
    rows["province_code"] = [gazetteer.province_of(view.vintage, each) for each in rows["code"]]
    rows["words"] = [
        judgement.peer_group(row.type, int(row.population_band), int(row.density_band))
        for row in rows.itertuples()
    ]
    rows["shared"] = [_shared(row, row["code"] == own) for row in rows.to_dict("records")]
    rows["people"] = [numbers.number(each) for each in rows["population"]]
    names = t.localities[t.localities["vintage"] == view.vintage].set_index("code")["name"]
    rows["province"] = rows["province_code"].map(names)
    shown = [
        situation(view, group["code"], province)
        for province, group in rows.groupby("province_code", sort=False)
    ]
    columns = ["code", "words", "shared", "province", "population", "people", "province_code"]
    return rows[columns].merge(
        pd.concat(shown).drop(columns="population"), on="code", how="left", validate="1:1"
    )


def _shared(row: dict[str, object], itself: bool) -> str:
    if itself:
        return words.ITSELF
    return (
        lists.comma_list([word for name, word in words.SHARED.items() if row[name]]) or words.SHARED_NOTHING
    )


@query(*LOCALITY, keep=300)
def sources(view: View) -> pd.DataFrame:
    """Return every source cited for the locality, those cited most first.

    Returns
    -------
    DataFrame
        Columns of ``sources`` and ``uses``, ``roles``, ``date_shown``; ``address`` only where it is one of the web,
        else ``place`` says where the source is kept.
    """
    cited = pd.concat(
        [pd.DataFrame({"source": each.dropna(), "role": role}) for role, each in _citations(view).items()],
        ignore_index=True,
    )
    uses = cited.groupby("source", as_index=False, sort=False).agg(
        uses=("role", "size"),
        roles=("role", lambda roles: lists.comma_list([words.ROLES[each] for each in roles])),
    )
    rows = uses.merge(provenance.sources(view), on="source", validate="1:1")
    web = rows["address"].str.startswith("http").fillna(value=False)
    rows = rows.assign(
        place=rows["address"].mask(web, "").fillna(""),
        address=rows["address"].where(web, ""),
        date_shown=[numbers.day(each) for each in rows["date"]],
        note=rows["note"].fillna(""),
    )
    return rows.sort_values("uses", ascending=False, kind="stable").reset_index(drop=True)


def _citations(view: View) -> dict[str, pd.Series]:
    t, own = catalogue.tables(), code_of(view)
    judged = targets(view)
    links = t.succession
    side = links["new_code"].eq(own) & links["new_vintage"].eq(view.vintage)
    side |= links["old_code"].eq(own) & links["old_vintage"].eq(view.vintage)
    every = provenance.explanations(view)
    said = every["locality"].eq(own) & every["vintage"].eq(view.vintage)
    return {
        "figures": figures(view)["source"],
        "targets": t.targets.loc[
            t.targets["target"].isin(judged.loc[judged["standing"] == "assigned", "target"]), "source"
        ],
        "explanations": every.loc[said, "source"],
        "register": links.loc[side, "source"].drop_duplicates(),
    }
