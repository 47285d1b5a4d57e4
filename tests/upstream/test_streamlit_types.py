import streamlit as st

from upstream.streamlit_types import ComponentRenderer, DeltaGenerator, ExpanderContainer, Page, UploadedFile


def test_upstream_streamlit_functions_still_return_the_types_that_our_signatures_name(tmp_path):
    page = tmp_path / "page.py"
    page.touch()
    assert isinstance(st.Page(page), Page)
    assert isinstance(st.container(), DeltaGenerator)
    assert isinstance(st.expander("a"), ExpanderContainer)
    assert UploadedFile.__name__ in str(st.file_uploader.__annotations__["return"])
    assert ComponentRenderer.__name__ in str(st.components.v2.component.__annotations__["return"])
