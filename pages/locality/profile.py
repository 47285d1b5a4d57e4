"""One locality as frames: what it is, what it should report, its parts, its peers, its sources."""

from dataclasses import replace
from typing import Any

import pandas as pd

from indicators import peers as peer_search
from indicators.coverage import reported_counts
from indicators.status import STATUSES
from pages.locality import words
from pages.locality.locality_targets import targets
from queries import assessments, catalogue, gazetteer, indicator_rows, lineage, observations, provenance
from queries.locality_figures import LOCALITY, code_of, figures, register_row, with_indicator
from queries.query import query
from queries.view import View
from wording import judgement, lists, numbers
from wording.statuses import LOOKS, ORDER

PEERS = 6


@query(*LOCALITY, keep=300)
def origins(view: View) -> str:
    """Return what the locality was before the reforms and has been since; "" where the register says nothing."""
    return lineage.describe(view, code_of(view))


@query(*LOCALITY, keep=300)
def path_down(view: View) -> dict[str, str]:
    """Return code → name of the areas from the province down to the locality of the view."""
    names = gazetteer.names(view.vintage, view.province)
    parents = gazetteer.names(view.vintage, view.province, "parent_code")
    codes = [code_of(view)]
    while parents[codes[-1]] in names:
        codes.append(parents[codes[-1]])
    return {code: names[code] for code in reversed(codes)}


@query(*LOCALITY, keep=300)
def obligations(view: View) -> pd.DataFrame:
    """Return the reporting obligations of the locality, with their coverage.

    Returns
    -------
    DataFrame
        Columns of ``assessments.covered`` and of the indicator, ``frequency``, and the texts ``frequency_shown``,
        ``coverage_shown``, ``reported_shown`` ("3/15"), ``last_shown``, ``next_shown``, ``basis_shown``.
    """
    expected = catalogue.tables().expected
    keys = ["indicator", "vintage", "level"]
    frequencies = expected.loc[expected["kind"] == view.kind, [*keys, "frequency"]].drop_duplicates(keys)
    rows = assessments.covered(view)
    rows = rows[rows["locality"] == code_of(view)].merge(frequencies, "left", on=keys, validate="m:1")
    rows = with_indicator(rows)
    missing_by_proposal = rows["basis"].eq("proposed") & rows["status"].eq("late")
    coverage = rows["status"].map(words.COVERAGES).mask(missing_by_proposal, words.LATE_PROPOSED)
    return rows.assign(
        frequency_shown=rows["frequency"].map(words.FREQUENCIES),
        coverage_shown=coverage,
        reported_shown=_fraction(rows["reported"], rows["due"]),
        last_shown=[numbers.day(each) for each in rows["last_period"]],
        next_shown=[numbers.day(each) for each in rows["next_due"]],
        basis_shown=rows["basis"].map(words.BASES),
    )


def _fraction(part: pd.Series, whole: pd.Series) -> pd.Series:
    return part.astype("int64").astype("str") + "/" + whole.astype("int64").astype("str")


@query(*LOCALITY, keep=300)
def newest_figures(view: View) -> pd.DataFrame:
    """Return the newest preferred figure of each core indicator, under the headings of the screen; index: indicator."""
    rows = figures(view)
    rows = rows[rows["preferred"] & rows["tier"].eq("core")].drop_duplicates("indicator")
    rows = rows[list(words.NEWEST_HEADINGS)].rename(columns=words.NEWEST_HEADINGS)
    return rows.set_index(words.NEWEST_HEADINGS["indicator_shown"])


@query(*LOCALITY, keep=300)
def children(view: View) -> pd.DataFrame:
    """Return the localities below this one, with their coverage and the statuses of their targets.

    Returns
    -------
    DataFrame
        Columns of the register and ``people`` (text); ``reported``, ``due`` (numbers of indicators; missing where
        nothing is due), ``coverage_text`` ("3/15"); for each status the count of assigned targets, in a column named
        as the status; ``counts_shown`` (these counts as text); and ``value_shown``, ``period_shown``, ``status`` on
        the view's indicator.
    """
    register = gazetteer.within(view.vintage, view.province)
    rows = register[register["parent_code"] == code_of(view)]
    coverage = reported_counts(assessments.covered(view), ["locality"]).rename(
        columns={"text": "coverage_text"}
    )
    coverage = coverage.rename(columns={"locality": "code"})
    rows = rows.merge(coverage, "left", on="code", validate="1:1")
    counts = _status_counts(view, rows["code"])
    rows = pd.concat([rows, counts], axis=1).assign(
        people=[numbers.number(each) for each in rows["population"]],
        coverage_text=rows["coverage_text"].where(rows["due"].gt(0), words.NO_OBLIGATION_SHORT),
        counts_shown=[_counts_text(row) for _, row in counts.iterrows()],
    )
    shown = indicator_figures(view, rows["code"])[["code", "value", "value_shown", "period_shown", "status"]]
    return rows.merge(shown, on="code", validate="1:1")


def _status_counts(view: View, codes: pd.Series) -> pd.DataFrame:
    """Return the number of assigned targets by status: one row per code in its order, one column per status."""
    assigned = assessments.assessed(view).query("standing == 'assigned'")
    counts = pd.crosstab(assigned["locality"], assigned["status"]).reindex(codes, fill_value=0)
    return counts.reindex(columns=list(STATUSES), fill_value=0).reset_index(drop=True)


def _counts_text(counts: pd.Series) -> str:
    """Return counts of targets by status as text: ``▲ 2 chậm lộ trình; ✔ 3 đạt``."""
    return lists.semicolon_list(
        [
            words.STATUS_COUNT.format(
                shape=LOOKS[status].shape, count=counts[status], word=LOOKS[status].word
            )
            for status in ORDER
            if counts.get(status)
        ]
    )


def indicator_figures(view: View, codes: pd.Series, province: str | None = None) -> pd.DataFrame:
    """Return the rows of ``indicator_rows.figures`` for some places of one level and one province."""
    province = province or view.province
    register = gazetteer.within(view.vintage, province)
    places = register[register["code"].isin(codes)]
    if places.empty:
        return indicator_rows.figures(view).iloc[:0]
    level, parents = str(places["level"].iloc[0]), places["parent_code"].unique()
    # Communes of one district are asked for by their district, not by the whole province.
    one_district = len(parents) == 1 and level == "commune" and parents[0] != province
    view_of_level = replace(
        view, province=province, as_of=observations.as_of(view).date(), level=level,
        district=str(parents[0]) if one_district else None,
    )  # fmt: skip
    rows = indicator_rows.figures(view_of_level)
    return rows[rows["code"].isin(codes)]


@query(*LOCALITY, keep=300)
def peers(view: View) -> pd.DataFrame:
    """Return the locality and its peers, with their figures on the view's indicator.

    Returns
    -------
    DataFrame
        The locality first: columns of ``indicator_rows.figures`` and ``province`` (name), ``province_code``,
        ``population``, and the texts ``people``, ``words`` (what it is like), ``shared`` (what it has in common with
        the locality).
    """
    rows = _with_peers(view.vintage, code_of(view))
    shown = [
        indicator_figures(view, group["code"], str(province))
        for province, group in rows.groupby("province_code", sort=False)
    ]
    figures_of_peers = pd.concat(shown).drop(columns="population")
    return rows.merge(figures_of_peers, on="code", how="left", validate="1:1")


def _with_peers(vintage: str, code: str) -> pd.DataFrame:
    localities = catalogue.tables().localities
    localities = localities[localities["vintage"] == vintage]
    own = peer_search.with_bands(localities)
    own = own[own["code"] == code].assign(same_type=False, same_population=False, same_density=False)
    nearest = peer_search.peers(localities, vintage, code, PEERS)
    rows = pd.concat([own, nearest], ignore_index=True)
    province_codes = [gazetteer.province_of(vintage, each) for each in rows["code"]]
    kinds = zip(rows["type"], rows["population_band"], rows["density_band"], strict=True)
    records: Any = rows.to_dict("records")
    return pd.DataFrame(
        {
            "code": rows["code"],
            "words": [
                judgement.peer_group(kind, int(people), int(density)) for kind, people, density in kinds
            ],
            "shared": [words.ITSELF if row["code"] == code else _shared(row) for row in records],
            "province": localities.set_index("code")["name"].loc[province_codes].to_numpy(),
            "population": rows["population"],
            "people": [numbers.number(each) for each in rows["population"]],
            "province_code": province_codes,
        }
    )


def _shared(row: dict[str, Any]) -> str:
    shared = [word for name, word in words.SHARED.items() if row[name]]
    return lists.comma_list(shared) or words.SHARED_NOTHING


@query(*LOCALITY, keep=300)
def sources(view: View) -> pd.DataFrame:
    """Return every source cited for the locality, those cited most first.

    Returns
    -------
    DataFrame
        Columns of ``sources`` and ``uses`` (number of citations), ``roles`` (what is cited, as text), ``date_shown``,
        ``place``. ``address`` holds addresses of the web only; ``place`` holds any other address.
    """
    roles = _citations(view)
    cited = pd.concat(
        [pd.DataFrame({"source": codes.dropna(), "role": role}) for role, codes in roles.items()],
        ignore_index=True,
    )
    uses = cited.groupby("source", as_index=False, sort=False).agg(
        uses=("role", "size"),
        roles=("role", lambda roles: lists.comma_list([words.ROLES[role] for role in roles])),
    )
    rows = uses.merge(provenance.sources(view), on="source", validate="1:1")
    web = provenance.web_addresses(rows)
    rows = rows.assign(
        place=rows["address"].mask(web.ne(""), "").fillna(""),
        address=web,
        date_shown=[numbers.day(each) for each in rows["date"]],
        note=rows["note"].fillna(""),
    )
    return rows.sort_values("uses", ascending=False, kind="stable").reset_index(drop=True)


def _citations(view: View) -> dict[str, pd.Series]:
    """Return role → the source of each figure, target, explanation and link of the register; missing where none."""
    t, code = catalogue.tables(), code_of(view)
    own = targets(view)
    assigned = t.targets["target"].isin(own.loc[own["standing"] == "assigned", "target"])
    explanations = provenance.explanations(view)
    explained = explanations["locality"].eq(code) & explanations["vintage"].eq(view.vintage)
    links = t.succession
    linked = links["new_code"].eq(code) & links["new_vintage"].eq(view.vintage)
    linked |= links["old_code"].eq(code) & links["old_vintage"].eq(view.vintage)
    return {
        "figures": figures(view)["source"],
        "targets": t.targets.loc[assigned, "source"],
        "explanations": explanations.loc[explained, "source"],
        "register": pd.concat([links.loc[linked, "source"], _register_sources(view)]).drop_duplicates(),
    }


def _register_sources(view: View) -> pd.Series:
    """Return the sources of the locality's area and population."""
    return register_row(view)[["area_source", "population_source"]].astype("str")
