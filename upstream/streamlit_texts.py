"""The texts that Streamlit shows in English, replaced in the browser as they appear.

Leans on
    The exact English texts in Streamlit's program, as text or as ``aria-label``, ``placeholder`` and ``title``.
    Streamlit has no setting for its language.
Without it
    Menus of tables, boxes for files and empty lists speak English.
At an upgrade
    ``tests/upstream/test_streamlit_program.py`` looks for each text in Streamlit's program;
    ``tests/browser/test_pages.py`` looks for English on every page.
"""

import json
from collections.abc import Mapping
from pathlib import Path

PROGRAM = Path(__file__).with_suffix(".js").read_text("utf-8")


def script(texts: Mapping[str, str]) -> str:
    """Return the script that replaces each English text by the Vietnamese one; `texts` maps one to the other."""
    return PROGRAM.replace("{texts}", json.dumps(texts, ensure_ascii=False))
