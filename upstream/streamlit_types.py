"""Types of Streamlit that our signatures name.

Leans on
    The modules in which Streamlit defines them. Its functions return them, yet its documentation gives no import.
Without it
    Nothing can be imported, and no page opens.
At an upgrade
    ``tests/upstream/test_streamlit_types.py`` compares each with what the function returns.
"""

from streamlit.components.v2.types import ComponentRenderer
from streamlit.delta_generator import DeltaGenerator
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer
from streamlit.navigation.page import Page
from streamlit.runtime.uploaded_file_manager import UploadedFile

__all__ = ["ComponentRenderer", "DeltaGenerator", "ExpanderContainer", "Page", "UploadedFile"]
