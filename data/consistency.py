"""Consistency checks of figures: parts and wholes, bounds, earlier periods, other sources."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from data.qualifiers import PRECISE, decimals_of, interval, rounding
from wording import judgement as words
from wording.numbers import number

KEY = ["vintage", "locality", "indicator"]
PERIOD = ["period_start", "period_end"]
COLUMNS = ["kind", "severity", *KEY, *PERIOD, "stated", "computed", "difference", "sources", "message"]
KINDS = (
    "sum_mismatch",
    "part_over_whole",
    "rate_mismatch",
    "rate_truncated",
    "parts_differ",
    "sources_differ",
    "out_of_bounds",
    "cumulative_falls",
)
SLACK = 1e-9


def findings(observations: pd.DataFrame, relations: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Check figures against their parts, their bounds, earlier periods and other sources.

    A qualified figure fails only where no value in its interval fits. A rate may be rounded or truncated at its
    last printed digit; a truncated rate gives a note.

    Parameters
    ----------
    observations, relations, indicators
        The tables. The observations are of one kind.

    Returns
    -------
    DataFrame
        ``kind`` (one of ``KINDS``), ``severity`` (error or note), ``vintage``, ``locality``, ``indicator``,
        ``period_start``, ``period_end``, ``stated``, ``computed``, ``difference`` (stated − computed),
        ``sources`` (ids, comma-separated), ``message`` (Vietnamese).
    """
    about = indicators[["indicator", "name_vi", "unit", "time_type", "minimum", "maximum"]]
    figures = observations[observations["value"].notna()]
    figures = figures.merge(about, "left", on="indicator", validate="m:1")
    figures["low"], figures["high"] = interval(figures.drop(columns=["minimum", "maximum"]))
    preferred = figures[figures["preferred"]].reset_index(drop=True)
    rated = _with_parts(preferred, relations)
    found = [
        _sums(preferred, relations),
        _parts_over_wholes(preferred, relations),
        _rates(rated),
        _parts_differ(rated),
        _sources_differ(figures),
        _out_of_bounds(figures),
        _cumulative_falls(preferred),
    ]
    found = [each[COLUMNS] for each in found if len(each)]
    return pd.concat(found, ignore_index=True) if found else _none(figures)


def _none(figures: pd.DataFrame) -> pd.DataFrame:
    texts = dict.fromkeys(("kind", "severity", "sources", "message"), "str")
    return figures.iloc[:0].reindex(columns=COLUMNS).astype(texts)


def _beside_parts(figures: pd.DataFrame, relations: pd.DataFrame, kind: str) -> pd.DataFrame:
    """Join every whole to its parts of the same locality and period; ``id`` is the index of the whole."""
    pairs = relations.loc[relations["kind"].eq(kind), ["whole", "part"]]
    wholes = figures.assign(id=figures.index).drop_duplicates([*KEY, *PERIOD])
    rows = wholes.merge(pairs, left_on="indicator", right_on="whole", validate="m:m")
    part = wholes[[*KEY, *PERIOD, "value", "low", "high", "name_vi", "source"]]
    part = part.rename(columns={"indicator": "part"})
    same = ["vintage", "locality", "part", *PERIOD]
    return rows.merge(part, "left", on=same, suffixes=("", "_part"), validate="m:1")


def _sums(figures: pd.DataFrame, relations: pd.DataFrame) -> pd.DataFrame:
    rows = _beside_parts(figures, relations, "sum")
    rows = rows[
        rows.groupby("id")["value_part"].transform("count").eq(rows.groupby("id")["part"].transform("size"))
    ]
    parts = rows.groupby("id").agg(
        computed=("value_part", "sum"),
        least=("low_part", "sum"),
        most=("high_part", "sum"),
        parts=("value_part", lambda values: " + ".join(_plain(value) for value in values)),
        part_sources=("source_part", tuple),
    )
    wrong = figures.join(parts, how="inner", validate="1:1")
    wrong = wrong[wrong["least"].gt(wrong["high"] + SLACK) | wrong["most"].lt(wrong["low"] - SLACK)]
    sources = [
        _joined([own, *others]) for own, others in zip(wrong["source"], wrong["part_sources"], strict=True)
    ]
    wrong = wrong.assign(sources=pd.Series(sources, wrong.index, dtype="str"))
    return _as_findings(wrong, "sum_mismatch", words.SUM_MISMATCH)


def _parts_over_wholes(figures: pd.DataFrame, relations: pd.DataFrame) -> pd.DataFrame:
    rows = _beside_parts(figures, relations, "sum")
    over = rows[rows["low_part"].gt(rows["high"] + SLACK)]
    sources = [_joined(pair) for pair in zip(over["source"], over["source_part"], strict=True)]
    over = over.assign(
        computed=over["value_part"],
        sources=pd.Series(sources, over.index, dtype="str"),
        part=over["name_vi_part"],
    )
    inner = figures[figures["unit"].eq("%") & figures["numerator"].gt(figures["denominator"])]
    inner = inner[inner["maximum"].le(100)]
    inner = inner.assign(computed=inner["numerator"] / inner["denominator"] * 100, sources=inner["source"])
    inner = inner.assign(numerator_text=_texts(inner["numerator"]), whole_text=_texts(inner["denominator"]))
    return pd.concat(
        [
            _as_findings(over, "part_over_whole", words.PART_OVER_WHOLE),
            _as_findings(inner, "part_over_whole", words.NUMERATOR_OVER_DENOMINATOR),
        ]
    )


def _with_parts(figures: pd.DataFrame, relations: pd.DataFrame) -> pd.DataFrame:
    """Add the values that numerator and denominator have as figures of their own: ``*_row``."""
    rows = figures
    for kind in ("numerator", "denominator"):
        parts = _beside_parts(figures, relations, kind).set_index("id")
        parts = parts.loc[~parts.index.duplicated(), ["value_part"]].rename(
            columns={"value_part": f"{kind}_row"}
        )
        rows = rows.join(parts, validate="1:1")
    return rows


def _rates(rated: pd.DataFrame) -> pd.DataFrame:
    rows = rated.assign(
        above=rated["numerator"].fillna(rated["numerator_row"]),
        below=rated["denominator"].fillna(rated["denominator_row"]),
    )
    rows = rows[rows["qualifier"].isin(PRECISE) & rows["above"].notna() & rows["below"].gt(0)]
    rows = rows[rows["unit"].eq("%")]
    rows = rows.assign(computed=rows["above"] / rows["below"] * 100, sources=rows["source"])
    stated = rows["value"].to_numpy("float64")
    distance = np.abs(stated - rows["computed"].to_numpy("float64"))
    last_digit = 10.0 ** -decimals_of(stated)
    is_rounded = distance <= rounding(stated) + SLACK
    is_truncated = ~is_rounded & (rows["computed"].to_numpy("float64") > stated) & (distance < last_digit)
    rows = rows.assign(above_text=_texts(rows["above"]), below_text=_texts(rows["below"]))
    # Rounded, 77.98996 would be told as 77,99 beside the stated 77,98; cut off one digit later it shows what was cut.
    cut = np.floor(rows["computed"] * 10 / last_digit) * last_digit / 10
    truncated = rows.assign(computed=cut)[is_truncated]
    return pd.concat(
        [
            _as_findings(rows[~is_rounded & ~is_truncated], "rate_mismatch", words.RATE_MISMATCH),
            _as_findings(truncated, "rate_truncated", words.RATE_TRUNCATED, "note"),
        ]
    )


def _parts_differ(rated: pd.DataFrame) -> pd.DataFrame:
    found = []
    for kind, label in (("numerator", words.NUMERATOR), ("denominator", words.DENOMINATOR)):
        apart = rated[kind].notna() & rated[f"{kind}_row"].notna() & rated[kind].ne(rated[f"{kind}_row"])
        rows = rated[apart]
        rows = rows.assign(value=rows[kind], computed=rows[f"{kind}_row"], sources=rows["source"], part=label)
        found.append(_as_findings(rows, "parts_differ", words.PARTS_DIFFER))
    return pd.concat(found)


def _sources_differ(figures: pd.DataFrame) -> pd.DataFrame:
    """Compare the other sources with the preferred one. A superseded source is not compared."""
    twice = figures[figures.duplicated([*KEY, *PERIOD], keep=False)]
    chosen = twice[twice["preferred"]].drop_duplicates([*KEY, *PERIOD])
    others = twice.loc[~twice["preferred"], [*KEY, *PERIOD, "value", "low", "high", "source"]]
    rows = chosen.merge(others, on=[*KEY, *PERIOD], suffixes=("", "_other"), validate="1:m")
    apart = rows["low"].gt(rows["high_other"] + SLACK) | rows["high"].lt(rows["low_other"] - SLACK)
    rows = rows[apart & rows["supersedes"].ne(rows["source_other"])]
    sources = [_joined(pair) for pair in zip(rows["source"], rows["source_other"], strict=True)]
    rows = rows.assign(computed=rows["value_other"], sources=pd.Series(sources, rows.index, dtype="str"))
    return _as_findings(rows, "sources_differ", words.SOURCES_DIFFER)


def _out_of_bounds(figures: pd.DataFrame) -> pd.DataFrame:
    under, over = figures["value"].lt(figures["minimum"]), figures["value"].gt(figures["maximum"])
    rows = figures.assign(
        computed=figures["minimum"].where(under, figures["maximum"]), sources=figures["source"]
    )
    return _as_findings(rows[under | over], "out_of_bounds", words.OUT_OF_BOUNDS)


def _cumulative_falls(figures: pd.DataFrame) -> pd.DataFrame:
    series = figures[figures["time_type"].eq("cumulative")]
    series = series.sort_values([*KEY, "period_end"], kind="stable")
    before = series.groupby(KEY)[["value", "low", "period_end", "source"]].shift()
    rows = series.assign(
        computed=before["value"], least=before["low"], before=before["period_end"], earlier=before["source"]
    )
    rows = rows[rows["high"].lt(rows["least"] - SLACK)]
    sources = [_joined(pair) for pair in zip(rows["earlier"], rows["source"], strict=True)]
    rows = rows.assign(sources=pd.Series(sources, rows.index, dtype="str"))
    rows = rows.assign(before_text=rows["before"].dt.strftime("%d/%m/%Y"))
    return _as_findings(rows, "cumulative_falls", words.CUMULATIVE_FALLS)


def _as_findings(rows: pd.DataFrame, kind: str, template: str, severity: str = "error") -> pd.DataFrame:
    """Add kind, severity, difference and message to failing rows."""
    rows = rows.assign(kind=kind, severity=severity, stated=rows["value"])
    rows = rows.assign(difference=rows["stated"] - rows["computed"])
    sentences = [_sentence(template, row) for row in rows.to_dict("records")]
    return rows.assign(message=pd.Series(sentences, rows.index, dtype="str"))


def _sentence(template: str, row: Mapping[Any, Any]) -> str:
    figures = {name: _plain(row[name]) for name in ("stated", "computed", "difference")}
    return template.format(**{**row, **figures, "indicator": row["name_vi"]})


def _plain(value: float) -> str:
    return number(value, 3)


def _texts(values: pd.Series) -> pd.Series:
    return pd.Series([_plain(value) for value in values], values.index, dtype="str")


def _joined(sources: Iterable[Any]) -> str:
    return ", ".join(dict.fromkeys(str(each) for each in sources))
