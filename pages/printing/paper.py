"""The A4 paper: its style on screen and in print, and the templates that are rendered onto it."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from upstream.streamlit_selectors import fill

HERE = Path(__file__).resolve().parent
# Width and height inside margins of 10 mm, in mm: slightly less than A4 leaves, because a printer that rounds up would
# add a page.
SIZES = {"portrait": (190.0, 276.0), "landscape": (277.0, 189.0)}
# Scale of the paper on screen, so that both directions are about 1,040 px wide.
ZOOM = {"portrait": 1.45, "landscape": 1.0}


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip


def style(paper: str) -> str:
    """Return the style of the page: it sets the size of the paper and hides everything else in print.

    Parameters
    ----------
    paper : str
        ``portrait`` or ``landscape``.
    """
    width, height = SIZES[paper]
    values = {
        "{paper}": paper,
        "{width}": f"{width:g}mm",
        "{height}": f"{height:g}mm",
        "{zoom}": f"{ZOOM[paper]:g}",
    }
    text = fill((HERE / "paper.css").read_text("utf-8"))
    for name, value in values.items():
        text = text.replace(name, value)
    return f"<style>{text}</style>"


def render(template: str, **content: Any) -> str:
    """Render a template of this folder; every text of the content is escaped."""
    return _templates().get_template(template).render(**content)
