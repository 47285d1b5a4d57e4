"""The colours of values: one hue, light to dark, by the classes of the indicator; what their limits rest on."""

from itertools import pairwise

import pandas as pd

from components.choropleth import Swatch
from indicators.classes import MISSING, Classes, classify
from queries import value_classes
from queries.view import View
from wording import indicator_texts as words
from wording import numbers
from wording.places import LEVEL_NAMES

# One hue from light to dark; also the lightest differs from the grey of "no figure".
BLUES = ["#D6E6F4", "#A6CBE6", "#66A7D3", "#2B7BBA", "#0A4A90"]
# Positions in ``BLUES`` by the number of classes: few classes lie far apart.
_SHADES = {1: (2,), 2: (1, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}


def colours(view: View, values: pd.Series) -> tuple[list[Swatch], list[float]]:
    """Return the classes of the view's indicator at its level, and the number of each value's class.

    Returns
    -------
    list of Swatch
        From low to high; none where a single class would stand for no value.
    list of float
        Position of the class; NaN where there is no value.
    """
    classes = value_classes.classes(view)
    if not classes.limits and values.isna().all():
        return [], [float("nan")] * len(values)
    found = classify(values, classes).tolist()
    shades = [BLUES[shade] for shade in _SHADES[len(classes.limits) + 1]]
    swatches = [Swatch(colour, word) for colour, word in zip(shades, _ranges(classes, values), strict=True)]
    return swatches, [float("nan") if each == MISSING else float(each) for each in found]


def basis(view: View) -> str:
    """Return what the limits rest on, their method and figures, and what moved them last.

    The wall screen says only what moved them: the method is read at a desk.
    """
    classes = value_classes.classes(view)
    if classes.figures == 0:
        return ""
    moved = _moved(view)
    if view.present:
        return moved
    level = value_classes.class_scale(view)["level"]
    made = words.CLASS_BASIS[classes.method].format(
        count=numbers.number(classes.figures),
        kind=words.CLASS_KINDS[view.kind],
        level=LEVEL_NAMES.get(level, words.EVERY_LEVEL),
    )
    return f"{made} {moved}".rstrip()


def _moved(view: View) -> str:
    move = value_classes.last_move(view)
    return words.CLASS_MOVED[move.action].format(day=numbers.day(move.day)) if move else ""


def _ranges(classes: Classes, values: pd.Series) -> list[str]:
    """Return the value range of each class in words; a single class is named by its value if all values are alike."""
    limits = [numbers.number(each, classes.decimals) for each in classes.limits]
    if not limits:
        shown = {numbers.number(each, classes.decimals) for each in values.dropna()}
        return [*shown] if len(shown) == 1 else [words.CLASS_ONLY]
    between = [words.CLASS_BETWEEN.format(lower=lower, upper=upper) for lower, upper in pairwise(limits)]
    return [words.CLASS_FIRST.format(upper=limits[0]), *between, _last_range(classes, limits[-1])]


def _last_range(classes: Classes, lower: str) -> str:
    if classes.maximum is None:
        return words.CLASS_LAST.format(lower=lower)
    upper = numbers.number(classes.maximum, classes.decimals)
    return words.CLASS_BETWEEN.format(lower=lower, upper=upper)
