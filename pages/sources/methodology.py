"""How figures are judged, with an example from the tables, and what the words mean."""

import pandas as pd
import streamlit as st

from components.data_table import table
from data.version import VERSION
from indicators.trajectory import expected_on
from queries import catalogue
from wording import judgement, numbers
from wording import method_texts as words
from wording.pillars import NAMES
from wording.statuses import LOOKS, ORDER


def method(day: pd.Timestamp) -> None:
    """Draw the rules of status, trajectory, coverage, ranking, pace, aggregation; the example is read at `day`."""
    st.markdown(words.HOW_TO_READ)
    left, right = st.columns(2, gap="medium")
    with left:
        st.markdown(f"##### {words.STATUS_HEADING}")
        st.markdown("\n".join(statuses()))
        st.markdown(f"##### {words.LINE_HEADING}")
        st.markdown(words.LINE)
        st.latex(words.FORMULA)
        st.markdown("\n\n".join(example(day)))
    with right:
        st.markdown(f"##### {words.RULES_HEADING}")
        st.markdown(_listed(words.RULES))
    st.caption(words.VERSION.format(version=VERSION))


def glossary() -> None:
    """Draw the terms and the definitions of the indicators."""
    st.markdown(f"##### {words.TERMS_HEADING}")
    st.markdown(_listed(words.TERMS))
    defined = indicators()
    core = int(defined["tier"].eq("core").sum())
    st.markdown(f"##### {words.INDICATORS_HEADING.format(count=len(defined), core=core)}")
    table(
        defined, words.INDICATORS, "chi-so", kind="real", title=words.INDICATORS_TITLE, notes=[], height=480,
        config={"definition": st.column_config.TextColumn(words.INDICATORS["definition"], width="large")},
    )  # fmt: skip


def statuses() -> list[str]:
    """Return one line per status, worst first: shape, word, rule."""
    return [
        words.STATUS_LINE.format(label=LOOKS[each].label, rule=words.STATUS_RULES[each]) for each in ORDER
    ]


def example(day: pd.Timestamp) -> list[str]:
    """Work the formula through on the first target whose document states where its line starts.

    Parameters
    ----------
    day : Timestamp
        Where the line is read; the deadline if it is later, the start if it is earlier.
    """
    t = catalogue.tables()
    stated = t.targets.dropna(subset=["baseline", "baseline_date", "value", "deadline", "indicator"])
    stated = stated[stated["kind"].eq("value") & stated["deadline"].gt(stated["baseline_date"])].head(1)
    if stated.empty:
        return [words.NO_EXAMPLE]
    aim = stated.iloc[0]
    at = min(max(day, aim["baseline_date"]), aim["deadline"])
    days = pd.Series([at], stated.index)
    line = expected_on(stated[["target", "baseline", "baseline_date"]], t.targets, days).iloc[0]
    return [*_introduced(aim), judgement.WORKING_LINE.format(**_pieces(aim, line, at))]


def _introduced(aim: pd.Series) -> list[str]:
    t = catalogue.tables()
    about = catalogue.indicator(aim["indicator"])
    unit, decimals = about["unit"], int(about["decimals"])
    document = t.resolutions.set_index("resolution").loc[aim["resolution"], "number"]
    place = t.localities.set_index(["vintage", "code"]).loc[(aim["vintage"], aim["locality"]), "name"]
    return [
        words.EXAMPLE.format(title=aim["title"], place=place, document=document),
        words.EXAMPLE_START.format(
            baseline=numbers.quantity(aim["baseline"], unit, decimals),
            baseline_date=numbers.day(aim["baseline_date"]),
            aim=judgement.aim(aim["comparator"], aim["value"], unit, decimals),
            deadline=numbers.day(aim["deadline"]),
        ),
    ]


def _pieces(aim: pd.Series, line: pd.Series, at: pd.Timestamp) -> dict[str, str]:
    about = catalogue.indicator(aim["indicator"])
    decimals = int(about["decimals"])
    return {
        "end": numbers.day(at),
        "start_value": numbers.number(line["line_start_value"], decimals),
        "end_value": numbers.number(line["line_end_value"], decimals),
        "elapsed": numbers.number((at - line["line_start"]).days),
        "total": numbers.number((line["line_end"] - line["line_start"]).days),
        "expected": numbers.quantity(line["expected"], about["unit"], decimals),
        "line_start": numbers.day(line["line_start"]),
        "line_end": numbers.day(line["line_end"]),
    }


def indicators() -> pd.DataFrame:
    """Return the indicators with their properties in words, core ones first."""
    defined = catalogue.tables().indicators
    shown = defined.assign(
        tier_shown=defined["tier"].map(words.TIERS),
        pillar_shown=defined["pillar"].map(NAMES),
        direction_shown=defined["direction"].map(words.DIRECTIONS),
        time_shown=defined["time_type"].map(words.TIMES),
        aggregation_shown=defined["aggregation"].map(words.AGGREGATIONS),
    )
    return shown.sort_values("tier", key=lambda tier: tier.ne("core"), kind="stable").reset_index(drop=True)


def _listed(told: dict[str, str]) -> str:
    return "\n".join(words.RULE_LINE.format(name=name, rule=rule) for name, rule in told.items())
