"""The head of a locality's page: the way down to it, what it is, and its coverage."""

import streamlit as st

from components import place_navigation, session
from indicators.coverage import reported_counts
from pages.locality import profile, words
from queries import catalogue, locality_figures, provenance
from queries.locality_figures import LOCALITY
from queries.query import query
from queries.view import View
from wording import markdown, navigation
from wording.markdown import Markdown


def breadcrumb(view: View) -> None:
    """Draw the search box, the choice of the indicator, and the areas above the locality, each a button to it."""
    *above, (_, own_name) = profile.path_down(view).items()
    names = {name: catalogue.indicator(name)["name_vi"] for name in catalogue.core_indicators()}
    with st.container(horizontal=True, vertical_alignment="center", key="way"):
        place_navigation.place_search(view)
        st.selectbox(
            navigation.INDICATOR, list(names), format_func=names.__getitem__, width=380, label_visibility="collapsed",
            **session.bind("indicator"),
        )  # fmt: skip
        for code, name in above:
            st.button(
                markdown.plain(name),
                type="tertiary",
                key=f"way.{code}",
                on_click=place_navigation.select_place,
                args=(code,),
            )
            st.markdown("›", width="content")
        st.markdown(markdown.fill("#### {text}", text=own_name), width="content")


def header(view: View) -> None:
    """Draw what the locality is, what became of it in the reforms, and its coverage."""
    register_row, names = locality_figures.register_row(view), list(profile.path_down(view).values())
    parent = names[-2] if len(names) > 1 else None
    titles = provenance.sources_shown(register_row[["area_source", "population_source"]])
    lines = [f"{words.description(register_row, parent)}.", words.register_sources(*titles)]
    lines.append(profile.origins(view))
    if isinstance(register_row["note"], str):
        lines.append(words.NOTE.format(note=register_row["note"].rstrip(".")))
    st.caption(markdown.join(" ", [*filter(None, lines), coverage_line(view)]))


@query(*LOCALITY, keep=300)
def coverage_line(view: View) -> Markdown:
    """Return the sentence on the locality's coverage: a count as "1/15", never a percentage."""
    obligations = profile.obligations(view)
    counted = reported_counts(obligations, ["locality"])
    if counted.empty or not counted["due"].iloc[0]:
        return markdown.plain(words.NO_OBLIGATION)
    line = words.COVERAGE_PROPOSED if obligations["basis"].eq("proposed").all() else words.COVERAGE
    return markdown.fill(line, text=counted["text"].iloc[0])
