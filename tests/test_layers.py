"""Imports go one way, read from the source of every module."""

import ast
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# From the top. A module imports from its own layer and from those below it.
LAYERS = (
    {"app"},
    {"pages"},
    {"components"},
    {"queries"},
    {"indicators"},
    {"data", "geo"},
    {"upstream"},
    {"wording"},
)
RANK = {folder: len(LAYERS) - place for place, folders in enumerate(LAYERS) for folder in folders}
KNOWS_STREAMLIT = {"app", "pages", "components", "upstream"}
# The parts that a folder of a page or of a component may be made of.
PARTS = {"__init__", "__main__", "page", "rows", "drawing", "words"}
MODULES = sorted(
    path.relative_to(ROOT)
    for path in ROOT.glob("**/*.py")
    if path.relative_to(ROOT).parts[0].removesuffix(".py") in RANK
)


def folder_of(module):
    return module.parts[0].removesuffix(".py")


def imports(module):
    """List what a module imports, as dotted names: a ``from`` import is its module and each name in it."""
    for node in ast.walk(ast.parse((ROOT / module).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: a relative import"
            yield from (f"{node.module}.{each.name}" for each in node.names)


def ours(module):
    return [name for name in imports(module) if name.split(".")[0] in RANK]


def test_every_layer_is_looked_at():
    assert {folder_of(module) for module in MODULES} >= RANK.keys()


def test_a_module_imports_from_its_own_layer_and_from_those_below_it():
    upward = [
        f"{module}: {name}"
        for module in MODULES
        for name in ours(module)
        if RANK[name.split(".")[0]] > RANK[folder_of(module)]
    ]
    assert upward == []


def test_no_page_imports_another():
    across = [
        f"{module}: {name}"
        for module in MODULES
        if folder_of(module) == "pages" and len(module.parts) > 2
        for name in ours(module)
        if name.startswith("pages.") and name.split(".")[1] != module.parts[1]
    ]
    assert across == []


def test_only_pages_and_components_know_streamlit():
    knowing = [
        f"{module}: {name}"
        for module in MODULES
        if folder_of(module) not in KNOWS_STREAMLIT
        for name in imports(module)
        if name.startswith(("streamlit", "upstream.streamlit"))
    ]
    assert knowing == []


def test_a_module_about_another_program_imports_that_one_and_nothing_of_ours():
    for module in (each for each in MODULES if folder_of(each) == "upstream"):
        libraries = {name.split(".")[0] for name in imports(module)} - sys.stdlib_module_names - {"upstream"}
        assert len(libraries) <= 1, module
        assert not libraries & RANK.keys(), module


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("import streamlit as st", "streamlit"),
        ("from queries import view", "queries.view"),
        ("def late():\n    from geo import served", "geo.served"),
    ],
    ids=["whole", "a name of it", "inside a function"],
)
def test_an_import_is_found_in_every_form(tmp_path, source, name):
    module = tmp_path / "module.py"
    module.write_text(source, "utf-8")
    assert [*imports(module)] == [name]


def test_the_name_of_a_module_stands_once_in_the_tree():
    names = Counter(module.stem for module in MODULES if module.stem not in PARTS)
    assert [name for name, count in names.items() if count > 1] == []
