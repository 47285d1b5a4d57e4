"""Fails where the address says: ``?fault=page``, ``fragment``, ``callback``, ``early``, ``syntax``."""

import streamlit as st

FAULT = st.query_params.get("fault")
if FAULT == "early":
    raise RuntimeError("bad luck")
if FAULT == "syntax":
    exec("this is no Python")


def fail():
    raise RuntimeError("bad luck")


@st.fragment
def part():
    if st.button("Press") and FAULT == "fragment":
        fail()


st.text("drawn")
if FAULT == "callback":
    st.button("Press", on_click=fail, key="callback")
else:
    part()
if FAULT == "page":
    fail()
