"""Classes kept on disk: figures that were classed before need no class method, whose library takes a second to import.

A file belongs to the figures themselves, not to a state of the store, so it never goes out of date.
"""

import hashlib
import json
import tempfile
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pandas as pd

from data.cache import cache_directory, mark_used, remove_unused
from indicators import classes
from indicators.classes import Classes, make_classes


def kept_classes(values: pd.Series, maximum: float, decimals: int) -> Classes:
    """Return ``make_classes`` of the arguments, from the cache directory where it has been made before.

    Where nothing can be written the classes are made again by the next process.
    """
    name = f"{_digest(values, maximum, decimals)}.json"
    with suppress(OSError, ValueError, TypeError, KeyError):  # not there, or damaged
        return _read(_folder() / name)
    made = make_classes(values, maximum, decimals)
    if made.method == "natural_breaks":  # the others are made at once
        with suppress(OSError):
            _write(_folder() / name, made)
    return made


def _read(path: Path) -> Classes:
    content = json.loads(path.read_text("utf-8"))
    return Classes(**content | {"limits": tuple(content["limits"])})


def _write(path: Path, made: Classes) -> None:
    if not path.parent.exists():
        path.parent.mkdir(exist_ok=True)
        remove_unused(path.parent)
    mark_used(path.parent)
    with tempfile.TemporaryDirectory(dir=path.parent) as temporary:
        part = Path(temporary) / path.name
        part.write_text(json.dumps(asdict(made)), "utf-8")
        part.replace(path)


def _folder() -> Path:
    return cache_directory() / f"classes-{_code()}"


@cache
def _code() -> str:
    """Return a hash of the method: our code and the version of the library."""
    source = Path(classes.__file__).read_bytes()
    return hashlib.sha256(source + version("mapclassify").encode()).hexdigest()[:12]


def _digest(values: pd.Series, maximum: float, decimals: int) -> str:
    figures = values.dropna().sort_values().to_numpy("float64")
    return hashlib.sha256(f"{maximum} {decimals} ".encode() + figures.tobytes()).hexdigest()[:24]
