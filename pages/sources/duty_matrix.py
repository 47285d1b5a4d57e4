"""Who owes which figure: the matrix of places and core indicators, and what is missing since when."""

from html import escape

import pandas as pd
import streamlit as st

from components import look_back
from components.data_table import table
from components.indicator_map import COVERAGE
from components.watermark import marked
from indicators.coverage import summary
from pages.sources import words
from queries import assessments, catalogue, gazetteer, observations, place_filter
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import indicator_texts, numbers
from wording import quick_filters as filter_words
from wording.places import LEVEL_NAMES

# Colour, shape and word of each kind of presence and absence. A duty that is only proposed blames nobody: no warning
# colour, a shape of its own.
LOOKS = {name: (swatch.colour, swatch.symbol) for name, swatch in COVERAGE.items()}
LOOKS |= {"late_proposed": ("#C9CFD6", "○"), "not_asked": ("transparent", "")}

STYLE = """<style>
.duties { max-height: 62vh; overflow: auto; margin-top: 10px; }
.duties table { border-collapse: separate; border-spacing: 1px; font-size: 15px; }
.duties thead th { position: sticky; top: 0; z-index: 2; background: var(--st-background-color, Canvas);
  font-weight: 500; vertical-align: bottom; }
.duties thead span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 190px; line-height: 1.1;
  font-size: 14px; text-align: left; }
.duties th[scope=row] { position: sticky; left: 0; z-index: 1; background: var(--st-background-color, Canvas);
  text-align: left; font-weight: 500; white-space: nowrap; padding: 2px 10px 2px 4px; }
.duties td { width: 34px; min-width: 34px; height: 26px; text-align: center; color: #111; font-size: 16px; }
.duties .sum { font-weight: 600; color: inherit; padding: 0 8px; white-space: nowrap; }
.duties-legend { display: flex; flex-wrap: wrap; gap: 4px 20px; font-size: 15px; }
.duties-legend i { display: inline-block; width: 26px; text-align: center; font-style: normal;
  color: #111; margin-right: 6px; }
CLASSES</style>"""


def duties(view: View) -> None:
    """Draw the coverage of the view's level on its day, and the list of what is missing."""
    cells = owed(view)
    out = place_filter.left_out(view)
    if cells.empty:
        st.info(filter_words.NONE_PASSES if out else words.NO_DUTIES)
        return
    proposed = cells["basis"].eq("proposed")
    st.markdown(_finding(view, cells, proposed.all()))
    if proposed.any():
        real = words.PROPOSED if proposed.all() else words.PROPOSED_SOME
        template = words.PROPOSED_SIMULATED if view.kind == "simulated" else real
        st.caption(template.format(count=int(proposed.sum()), total=len(cells)))
    with marked(view.kind, "duties"):
        st.html(_drawn(view))
    _late(view, cells)


def owed(view: View) -> pd.DataFrame:
    """Return the duties of the places of the view's level that its quick filters let through.

    Returns
    -------
    DataFrame
        One row per place and core indicator, in the order shown: columns of ``coverage.coverage``, ``place``,
        ``name_vi`` and ``look`` (a key of ``LOOKS``). Indicators nobody of the level owes are not there.
    """
    return place_filter.passing(view, _owed(view))


@query(dataset, viewed_day, "level", "district", keep=50)
def _owed(view: View) -> pd.DataFrame:
    places = gazetteer.places(view.vintage, view.district or view.province, view.level)
    about = catalogue.tables().indicators[["indicator", "name_vi"]]
    cells = assessments.covered(view).merge(about, on="indicator", validate="m:1")
    cells = cells[
        cells["locality"].isin(places["code"]) & cells["indicator"].isin(catalogue.core_indicators())
    ]
    order = {code: position for position, code in enumerate(places["code"])}
    names = dict(zip(places["code"], places["short"], strict=True))
    blameless = cells["status"].eq("late") & cells["basis"].eq("proposed")
    cells = cells.assign(
        place=cells["locality"].map(names),
        at=cells["locality"].map(order),
        look=cells["status"].mask(blameless, "late_proposed"),
    )
    return cells.sort_values(["at", "indicator"], kind="stable").drop(columns="at").reset_index(drop=True)


@query(dataset, viewed_day, place_filter.filters, "level", "district", keep=50)
def _drawn(view: View) -> str:
    cells = owed(view)
    return style() + legend(cells) + matrix(cells)


def _finding(view: View, cells: pd.DataFrame, proposed: bool) -> str:
    counts = summary(cells.assign(all=1), ["all"]).iloc[0]
    real = words.COVERAGE_PROPOSED if proposed else words.COVERAGE_FINDING
    template = words.COVERAGE_SIMULATED if view.kind == "simulated" else real
    said = {"level": LEVEL_NAMES[view.level], "day": numbers.day(observations.as_of(view))}
    return template.format(reported=counts["reported"], due=counts["due"], **said)


def missing(cells: pd.DataFrame) -> pd.DataFrame:
    """Return those of `cells` (of ``owed``) that are due and not there, the longest missing first."""
    late = cells[cells["status"].eq("late")].sort_values(["late_since", "place"], kind="stable")
    return late.assign(basis_shown=late["basis"].map(words.DUTY_BASES))


def style() -> str:
    """Return the style of the matrix, one class for each look."""
    classes = [
        f".duties .{name}, .duties-legend .{name} {{ background: {LOOKS[name][0]}; }}" for name in LOOKS
    ]
    white = ".duties .reported, .duties-legend .reported { color: #fff; }"
    return STYLE.replace("CLASSES", "\n".join([*classes, white]))


def legend(cells: pd.DataFrame) -> str:
    """Write the looks with their shapes, words and counts; all five kinds, so that what is absent can be seen to be."""
    counts = cells["look"].value_counts()
    shown = [name for name in LOOKS if name != "not_asked"]
    items = [
        f'<span><i class="{name}">{LOOKS[name][1]}</i>'
        f"{escape(words.LEGEND.format(word=words.LOOKS[name], count=numbers.number(int(counts.get(name, 0)))))}</span>"
        for name in shown
    ]
    return f'<div class="duties-legend">{"".join(items)}</div>'


def matrix(cells: pd.DataFrame) -> str:
    """Write places × indicators as a table: a shape and colour a cell, "12/27" at every end."""
    names = cells.drop_duplicates("indicator").set_index("indicator")["name_vi"]
    by_place = summary(cells, ["locality"]).set_index("locality")["text"]
    by_indicator = summary(cells, ["indicator"]).set_index("indicator")["text"]
    whole = summary(cells.assign(all=1), ["all"])["text"].iloc[0]
    heads = "".join(f'<th scope="col"><span>{escape(name)}</span></th>' for name in names)
    sums = "".join(f'<td class="sum">{by_indicator[each]}</td>' for each in names.index)
    lines = "".join(
        _line(rows, names, by_place[code]) for code, rows in cells.groupby("locality", sort=False)
    )
    alt = words.MATRIX_ALT.format(places=cells["locality"].nunique(), indicators=len(names))
    return (
        f'<div class="duties" tabindex="0"><table aria-label="{escape(alt)}"><thead><tr><th scope="col">'
        f'{escape(words.PLACE)}</th><th scope="col">{escape(words.TOTAL)}</th>{heads}</tr></thead><tbody>'
        f'<tr><th scope="row">{escape(words.ALL_PLACES)}</th><td class="sum">{whole}</td>{sums}</tr>'
        f"{lines}</tbody></table></div>"
    )


def _line(rows: pd.DataFrame, names: pd.Series, total: str) -> str:
    found = {row["indicator"]: _cell(row) for row in rows.to_dict("records")}
    nothing = f'<td title="{escape(words.LOOKS["not_asked"])}"></td>'
    cells = "".join(found.get(each, nothing) for each in names.index)
    place = escape(rows["place"].iloc[0])
    return f'<tr><th scope="row">{place}</th><td class="sum">{total}</td>{cells}</tr>'


def _cell(row: dict) -> str:
    template = words.CELL_LAST if row["last_period"] == row["last_period"] else words.CELL
    title = template.format(word=words.LOOKS[row["look"]], last=numbers.day(row["last_period"]))
    return f'<td class="{row["look"]}" title="{escape(title)}">{LOOKS[row["look"]][1]}</td>'


def _late(view: View, cells: pd.DataFrame) -> None:
    late = missing(cells)
    st.markdown(f"##### {words.LATE_HEADING}")
    if late.empty:
        st.caption(words.LATE_NONE)
        return
    notes = [indicator_texts.KINDS[view.kind], look_back.as_of_text(view)]
    table(
        late, words.LATE, "con-thieu", kind=view.kind, title=words.LATE_TITLE, notes=notes, height=360
    )  # fmt: skip
