"""Fails where the address says: ``?fault=page``, ``fragment``, ``callback``, ``early``."""

import streamlit as st

FAULT = st.query_params.get("fault")
if FAULT == "early":
    raise RuntimeError("bad luck")


def fail():
    raise RuntimeError("bad luck")


@st.fragment
def part():
    if st.button("Press the part"):
        fail()


st.text("drawn")
st.button("Press", on_click=fail if FAULT == "callback" else None)
part()
if FAULT == "page":
    fail()
