"""The sentences of a printed view: scope, legend, overview, causes, method, sources."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from components.choropleth import NO_DATA, Drawing
from components.explanation import explanation_sentences, target_title
from geo import served_boundaries
from indicators.primary_target import primary_target
from pages.printing import words
from queries import catalogue, gazetteer, indicator_rows, provenance
from queries.provenance import latest_explanation
from queries.view import View
from wording import judgement, lists, method_texts, numbers
from wording.places import LEVEL_NAMES
from wording.statuses import LOOKS, ORDER

# Places up to which the map carries names; with more of them it carries the numbers of the rows.
NAMED_UP_TO = 12
# Sources that are named; the others are counted.
NAMED_SOURCES = 4


def scope(view: View, drawing: Drawing) -> str:
    """Return area, level, day and kind of the figures in one line."""
    return words.SCOPE.format(
        area=gazetteer.full_name(view, view.district or view.province),
        level=LEVEL_NAMES[view.level],
        day=drawing.period.lower(),
        kind=drawing.kind.lower(),
    )


def map_note(view: View, places: int) -> str:
    """Return the line below the map: which boundaries it has, and what its numbers mean."""
    note = words.MAP_NOTE_NAMED if places <= NAMED_UP_TO else words.MAP_NOTE
    return note.format(basis=served_boundaries.source_label(view.vintage, view.level, view.province))


def legend(drawing: Drawing) -> list[dict[str, str]]:
    """Return colour, symbol and label of each class, with the count of the places that the filters let through."""
    classes = drawing.places.loc[~drawing.places.index.isin(list(drawing.dimmed)), "swatch"]
    counts = classes.value_counts()
    entries = [
        _legend_entry(swatch.colour, swatch.symbol, swatch.word, int(counts.get(number, 0)))
        for number, swatch in enumerate(drawing.swatches)
    ]
    without = int(classes.isna().sum())
    return [*entries, _legend_entry("", "", NO_DATA.word, without)] if without else entries


def _legend_entry(colour: str, symbol: str, word: str, count: int) -> dict[str, str]:
    label = words.LEGEND_COUNT.format(word=word, count=numbers.number(count))
    return {"colour": colour, "symbol": symbol, "word": label}


def overview(view: View, rows: pd.DataFrame) -> list[str]:
    """Return the counts of figures and of statuses, and the first of the ranking.

    Nobody is named first where the figures are simulated or cannot be ranked.
    """
    counted = rows.loc[rows["target"].notna(), "status"].value_counts()
    return [
        words.REPORTED.format(reported=int(rows["value"].notna().sum()), total=len(rows)),
        *_first_of_ranking(view, rows),
        *(
            words.STATUS_COUNT.format(label=LOOKS[status].label, count=int(counted[status]))
            for status in ORDER
            if status in counted
        ),
    ]


def _first_of_ranking(view: View, rows: pd.DataFrame) -> list[str]:
    ranking = indicator_rows.ranking(view)
    if ranking.reason:
        reason = judgement.RANKING_WORDS[ranking.reason]
        return [reason.format(reported=ranking.reported, total=ranking.total)]
    if view.kind != "real":
        return []
    first = rows[rows["rank"].eq(1)]
    return [words.FIRST.format(name=row.short, value=row.value_shown) for row in first.itertuples()]


def causes(view: View, rows: pd.DataFrame, assessed: pd.DataFrame) -> list[str]:
    """Return the explanations of the indicator's targets and the general ones of the places, one line each.

    They exist for real figures only.

    Parameters
    ----------
    rows : DataFrame
        The printed places; column ``code``.
    assessed : DataFrame
        Columns of ``assessments.assessed``, on the view's indicator.
    """
    if view.kind != "real":
        return [words.NO_CAUSES_SIMULATED]
    assessed = assessed[assessed["locality"].isin([*rows["code"], view.province])]
    explanations = provenance.explanations(view)
    latest = [latest_explanation(explanations, row, view.province) for _, row in assessed.iterrows()]
    known = pd.DataFrame([each for each in latest if each is not None]).drop_duplicates()
    general = provenance.general_explanations(view, {*rows["code"], view.province})
    lines = [_cause(view, row) for frame in (known, general) for _, row in frame.iterrows()]
    return lines or [words.NO_CAUSES]


def _cause(view: View, explanation: pd.Series) -> str:
    parts = [
        template.format(text=explanation[name])
        for name, template in words.CAUSE_PARTS.items()
        if pd.notna(explanation[name])
    ]
    template = words.CAUSE if isinstance(explanation["target"], str) else words.GENERAL_CAUSE
    return template.format(
        about=explanation.get("about"),
        area=gazetteer.full_name(view, explanation["locality"]),
        day=numbers.day(explanation["as_of"]),
        text=lists.semicolon_list(parts),
    )


def method_lines(view: View, rows: pd.DataFrame) -> list[str]:
    """Return the definition of the indicator, its targets, and the rule of each status among `rows`."""
    definition = catalogue.indicator(view.indicator)["definition"]
    aims: Any = rows[rows["target"].notna()].drop_duplicates("target").itertuples()
    targets = [words.TARGET.format(title=target_title(row.target), aim=row.target_shown) for row in aims]
    judged = set(rows["status"]) - {"no_data", "no_target"}
    rules = [
        words.STATUS_RULE.format(label=LOOKS[status].label, rule=method_texts.STATUS_RULES[status])
        for status in ORDER
        if status in judged
    ]
    defined = [definition] if isinstance(definition, str) else []
    return [*defined, *(targets or [judgement.NO_TARGET]), *rules, words.NOT_ZERO]


def working_lines(view: View, assessed: pd.DataFrame) -> list[str]:
    """Return the working of the chosen place's status; none where no place is chosen."""
    if not view.locality:
        return []
    primary = primary_target(assessed)
    own = primary[primary["locality"] == view.locality]
    return explanation_sentences(own.iloc[0]) if len(own) else [judgement.NO_TARGET]


def sources_line(sources: Iterable[Any]) -> str:
    """Return the titles of the sources of figures, the most used first; the last ones are only counted.

    Parameters
    ----------
    sources : iterable of str
        The source of each figure; missing where there is none.
    """
    used = pd.Series(list(sources)).dropna().value_counts()
    if used.empty:
        return words.NO_SOURCES
    titles = [provenance.source_title(str(source)) for source in used.index]
    text = lists.semicolon_list(titles[:NAMED_SOURCES])
    others = len(titles) - NAMED_SOURCES
    return words.AND_MORE.format(sources=text, count=others) if others > 0 else text + "."
