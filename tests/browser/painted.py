"""What is painted on the map: its colours, seen as a reader sees them."""

import io

import numpy as np
from PIL import Image


def picture(page):
    png = page.locator(".stage").screenshot(animations="disabled")
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def share(page, colour):
    """Share of the map's picture in one colour, give or take the softened edges."""
    wanted = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)])
    return float((np.abs(picture(page) - wanted).max(axis=2) < 8).mean())
