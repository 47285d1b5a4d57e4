"""How figures are judged, with an example from the tables, and the glossary."""

import pandas as pd
import streamlit as st

from components.data_table import table
from data.version import VERSION
from indicators.trajectory import expected_on
from queries import catalogue
from wording import judgement, markdown, numbers
from wording import method_texts as words
from wording.markdown import Markdown
from wording.pillars import NAMES
from wording.statuses import LOOKS, ORDER


def methodology(day: pd.Timestamp) -> None:
    """Draw the rules by which figures are judged; the example is computed for `day`."""
    st.markdown(words.HOW_TO_READ)
    left, right = st.columns(2, gap="medium")
    with left:
        st.markdown(f"##### {words.STATUS_HEADING}")
        st.markdown(markdown.join("\n", statuses()))
        st.markdown(f"##### {words.LINE_HEADING}")
        st.markdown(words.LINE)
        st.latex(words.FORMULA)
        st.markdown(markdown.join("\n\n", example(day)))
    with right:
        st.markdown(f"##### {words.RULES_HEADING}")
        st.markdown(markdown.plain(_list(words.RULES)))
    st.caption(words.VERSION.format(version=VERSION))


def glossary() -> None:
    """Draw the terms and the definitions of the indicators."""
    st.markdown(f"##### {words.TERMS_HEADING}")
    st.markdown(markdown.plain(_list(words.TERMS)))
    defined = indicators()
    core = int(defined["tier"].eq("core").sum())
    st.markdown(
        markdown.fill("##### {text}", text=words.INDICATORS_HEADING.format(count=len(defined), core=core))
    )
    table(
        defined, words.INDICATORS, "chi-so", kind="real", title=words.INDICATORS_TITLE, notes=[], height=480,
        config={"definition": st.column_config.TextColumn(words.INDICATORS["definition"], width="large")},
    )  # fmt: skip


def statuses() -> list[Markdown]:
    """Return one line per status, worst first: shape, word, rule."""
    return [
        markdown.fill(words.STATUS_LINE, label=LOOKS[each].label, rule=words.STATUS_RULES[each])
        for each in ORDER
    ]


def example(day: pd.Timestamp) -> list[str]:
    """Return the formula with the numbers of the first target whose document states where its line starts.

    Parameters
    ----------
    day : Timestamp
        The day the line is read on; a day outside the line is replaced by its start or its end.
    """
    t = catalogue.tables()
    stated = t.targets.dropna(subset=["baseline", "baseline_date", "value", "deadline", "indicator"])
    stated = stated[stated["kind"].eq("value") & stated["deadline"].gt(stated["baseline_date"])].head(1)
    if stated.empty:
        return [words.NO_EXAMPLE]
    target = stated.iloc[0]
    day_read = min(max(day, target["baseline_date"]), target["deadline"])
    days = pd.Series([day_read], stated.index)
    line = expected_on(stated[["target", "baseline", "baseline_date"]], t.targets, days).iloc[0]
    return [
        *_example_target(target),
        judgement.WORKING_LINE.format(**_example_numbers(target, line, day_read)),
    ]


def _example_target(target: pd.Series) -> list[str]:
    t = catalogue.tables()
    indicator = catalogue.indicator(target["indicator"])
    unit, decimals = indicator["unit"], int(indicator["decimals"])
    document = t.resolutions.set_index("resolution").loc[target["resolution"], "number"]
    place = t.localities.set_index(["vintage", "code"]).loc[(target["vintage"], target["locality"]), "name"]
    return [
        markdown.fill(words.EXAMPLE, title=target["title"], place=place, document=document),
        words.EXAMPLE_START.format(
            baseline=numbers.quantity(target["baseline"], unit, decimals),
            baseline_date=numbers.day(target["baseline_date"]),
            aim=judgement.aim(target["comparator"], target["value"], unit, decimals),
            deadline=numbers.day(target["deadline"]),
        ),
    ]


def _example_numbers(target: pd.Series, line: pd.Series, day_read: pd.Timestamp) -> dict[str, str]:
    indicator = catalogue.indicator(target["indicator"])
    decimals = int(indicator["decimals"])
    return {
        "end": numbers.day(day_read),
        "start_value": numbers.number(line["line_start_value"], decimals),
        "end_value": numbers.number(line["line_end_value"], decimals),
        "elapsed": numbers.number((day_read - line["line_start"]).days),
        "total": numbers.number((line["line_end"] - line["line_start"]).days),
        "expected": numbers.quantity(line["expected"], indicator["unit"], decimals),
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


def _list(rules: dict[str, str]) -> Markdown:
    return markdown.join(
        "\n", [markdown.fill(words.RULE_LINE, name=name, rule=rule) for name, rule in rules.items()]
    )
