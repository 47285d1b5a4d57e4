"""The smallest Streamlit page: the reference for the cost of a start and of a run."""

import streamlit as st

st.write("Xong")
