"""The paper: A4 in one of its two directions, its style on screen and in print, and pages written onto it."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from upstream.streamlit_selectors import fill

HERE = Path(__file__).resolve().parent
# What is left of A4 inside margins of 10 mm, less a hair that keeps a printer's rounding from adding a page.
SIZES = {"portrait": (190.0, 276.0), "landscape": (277.0, 189.0)}
# How much larger the paper is drawn on screen, so that both directions are about 1,040 px wide.
ZOOM = {"portrait": 1.45, "landscape": 1.0}


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip


def style(paper: str) -> str:
    """Return the style of the page: the paper's size, and all that is not paper hidden in print.

    Parameters
    ----------
    paper : str
        ``portrait`` or ``landscape``.
    """
    width, height = SIZES[paper]
    told = {
        "{paper}": paper,
        "{width}": f"{width:g}mm",
        "{height}": f"{height:g}mm",
        "{zoom}": f"{ZOOM[paper]:g}",
    }
    text = fill((HERE / "paper.css").read_text("utf-8"))
    for name, value in told.items():
        text = text.replace(name, value)
    return f"<style>{text}</style>"


def written(template: str, **content: Any) -> str:
    """Write content onto a template of this folder; every text in it is escaped."""
    return _templates().get_template(template).render(**content)
