"""The documents name what the program has, and nothing that it has not."""

import ast
import json
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from starlette.routing import Mount

from components.page_links import FOLDERS
from components.routes import routes
from queries import address
from wording.shell_texts import PAGES

ROOT = Path(__file__).resolve().parents[2]
# Not the changelog: it names what was there when it was written.
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/*.md"))]
PROGRAM = (
    "app.py",
    "benchmarks",
    "components",
    "data",
    "geo",
    "indicators",
    "pages",
    "queries",
    "upstream",
    "wording",
)
# Set by the system or by a user's shell, for every program.
OF_THE_SYSTEM = {"USERNAME", "PATH"}
# Set by the tests themselves or by what runs them.
OF_THE_TESTS = {"GATE", "PYTEST_XDIST_WORKER"}
# Files of a user, of another package, or of an installed wheel.
EXAMPLES = {"FILE.csv", "doi-chieu.csv", "bao-cao.html", "package/land-10m.json", "share/chuyen-doi-so/"}
FILE = re.compile(r"[\w.-]+(?:/[\w.-]+)*(?:\.(?:py|md|js|css|html|csv|json|geojson|toml|txt)|/)")
DEFINED = re.compile(r"([\w/]+\.(?:py|js)):(\w+(?:\.\w+)*)")
DOTTED = re.compile(
    r"(?:python -m )?((?:benchmarks|components|data|geo|indicators|pages|queries|wording)(?:\.\w+)+)"
)


def text_of(name):
    return (ROOT / name).read_text("utf-8")


def names_of(document):
    return document.relative_to(ROOT).as_posix()


def modules(*folders):
    """List the modules of the program, or of some folders of it."""
    return [
        path
        for folder in folders or PROGRAM
        for path in ([ROOT / folder] if folder.endswith(".py") else sorted((ROOT / folder).rglob("*.py")))
    ]


@cache
def parsed(module):
    return ast.parse(module.read_text("utf-8"))


def section(text, heading):
    """Return what stands under a heading, up to the next one of any depth."""
    found = re.search(rf"^#+ .*{re.escape(heading)}.*\n((?:(?!#).*\n?)*)", text, re.MULTILINE)
    assert found, f"no heading names {heading}"
    return found[1]


def in_code(text):
    """List what stands in backticks outside of blocks of code."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))


# ── what the program has stands in the documents ─────────────────────────────────────────────────────────────────────


def environment_variables(module):
    """List the variables that a module reads: ``os.environ[…]``, ``.get(…)``, ``… in os.environ``, ``os.getenv``.

    A name stands for the constant that the module gives it, or for the texts that a loop takes it from.
    """
    constants = {}
    for node in ast.walk(parsed(module)):
        if isinstance(node, ast.Assign | ast.For):
            target, value = (
                (node.targets[0], node.value) if isinstance(node, ast.Assign) else (node.target, node.iter)
            )
            texts = [each.value for each in ast.walk(value) if isinstance(each, ast.Constant)]
            for name in ast.walk(target):
                if isinstance(name, ast.Name):
                    constants[name.id] = [each for each in texts if isinstance(each, str) and each.isupper()]
    for node in ast.walk(parsed(module)):
        asked = None
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
            asked = node.slice
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("os.environ.get", "os.getenv"):
            asked = node.args[0]
        elif isinstance(node, ast.Compare) and ast.unparse(node.comparators[0]) == "os.environ":
            asked = node.left
        if isinstance(asked, ast.Constant):
            yield asked.value
        elif asked is not None:
            assert constants.get(asked.id), f"{module}: os.environ is asked for {ast.unparse(asked)}"
            yield from constants[asked.id]


@pytest.mark.parametrize(
    "source",
    [
        "os.environ['ONE']",
        "os.environ.get('ONE') or 1",
        "os.getenv('ONE')",
        "'ONE' in os.environ",
        "VARIABLE = 'ONE'\nos.environ.get(VARIABLE)",
        "for name, number in (('ONE', 1),):\n    name in os.environ",
    ],
)
def test_a_variable_of_the_environment_is_found_in_every_form(tmp_path, source):
    module = tmp_path / "module.py"
    module.write_text(source, "utf-8")
    assert [*environment_variables(module)] == ["ONE"]


def test_every_variable_of_the_environment_stands_in_the_settings():
    read = {name for module in modules() + modules("tests") for name in environment_variables(module)}
    assert {f"`{name}`" for name in read - OF_THE_SYSTEM - OF_THE_TESTS} - set(
        re.findall("`[A-Z_]+`", text_of("docs/settings.md"))
    ) == set()


def options(module):
    """List the arguments of a command line, and its subcommands, as the parsers of a module declare them."""
    for node in ast.walk(parsed(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr == "add_argument":
                yield from (each.value for each in node.args if each.value.startswith("-"))
            elif node.func.attr == "add_parser" and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value


def commands():
    """Return the module of every command, by the name it is started with."""
    found = {}
    for path in modules():
        if path.name == "__main__.py":
            found[".".join(path.relative_to(ROOT).parent.parts)] = path
        elif re.search(r'^if __name__ == "__main__":', path.read_text("utf-8"), re.MULTILINE):
            found[".".join(path.relative_to(ROOT).with_suffix("").parts)] = path
    return found


@pytest.mark.parametrize("command", commands())
def test_every_command_and_each_of_its_options_stands_in_the_settings(command):
    told = section(text_of("docs/settings.md"), f"`python -m {command}`")
    named = set(re.findall(r"(?<![\w-])-{0,2}\w[\w-]*", " ".join(in_code(told))))
    assert set(options(commands()[command])) - named == set()


def test_every_page_stands_in_the_addresses_with_its_name_and_its_folder():
    told = text_of("docs/addresses.md")
    missing = [
        path
        for path, folder in FOLDERS.items()
        if not re.search(rf"^\| `/(?:{path})?`.*\| {PAGES[path]} \|.*`pages/{folder}/`", told, re.MULTILINE)
    ]
    assert missing == []


def test_every_page_is_explained_in_the_guide():
    guide = text_of("docs/huong-dan.md")
    assert [name for name in PAGES.values() if not re.search(rf"(\| |\*\*){name}( \||\*\*)", guide)] == []


def test_every_parameter_of_an_address_stands_there_with_its_field():
    rows = dict(
        re.findall(
            r"^\| `([\w-]+)` \| `(\w+)` \|", section(text_of("docs/addresses.md"), "Parameters"), re.MULTILINE
        )
    )
    assert rows == {parameter.name: field for field, parameter in address.PARAMETERS.items()}


def test_every_value_of_a_parameter_stands_in_the_addresses():
    values = {
        value
        for name, meanings in vars(address).items()
        if name.isupper() and isinstance(meanings, dict) and meanings is not address.PARAMETERS
        for value in meanings
    }
    assert values - set(in_code(section(text_of("docs/addresses.md"), "Parameters"))) == set()


def test_every_route_stands_in_the_addresses():
    paths = [route.path + ("/…" if isinstance(route, Mount) else "") for route in routes()]
    assert [
        path for path in paths if f"`{path}`" not in section(text_of("docs/addresses.md"), "Routes")
    ] == []


def test_every_table_stands_where_the_figures_are_explained():
    package = json.loads(text_of("data/tables/datapackage.json"))
    told = section(text_of("docs/data.md"), "The figures")
    assert [each["name"] for each in package["resources"] if f"`{each['name']}`" not in told] == []


# ── what the documents name is there ─────────────────────────────────────────────────────────────────────────────────


def anchors(document):
    """Return the anchors of the headings, made as GitHub makes them."""
    for heading in re.findall(r"^#+ (.*)", document.read_text("utf-8"), re.MULTILINE):
        text = unicodedata.normalize("NFC", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading)).lower()
        yield re.sub(r"[^\w -]", "", text).replace(" ", "-")


@pytest.mark.parametrize("document", DOCUMENTS, ids=names_of)
def test_every_link_within_the_project_leads_somewhere(document):
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", document.read_text("utf-8")):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = (document.parent / path) if path else document
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=names_of)
def test_every_file_that_a_document_names_is_there(document):
    files = {each for each in in_code(document.read_text("utf-8")) if FILE.fullmatch(each)} - EXAMPLES
    assert sorted(each for each in files if not is_there(each)) == []


@cache
def is_there(path):
    """Tell whether the project has a file: at its path, or, named alone, in any folder."""
    return (ROOT / path).exists() or ("/" not in path and path in file_names())


@cache
def file_names():
    return {path.name for folder in (*PROGRAM[1:], "docs", "tests") for path in (ROOT / folder).rglob("*.*")}


@pytest.mark.parametrize("document", DOCUMENTS, ids=names_of)
def test_every_name_in_a_file_that_a_document_names_is_defined_there(document):
    missing = [
        f"{path}:{name}"
        for path, name in DEFINED.findall(" ".join(in_code(document.read_text("utf-8"))))
        if not is_there(path) or not defines(ROOT / path, name)
    ]
    assert missing == []


def defines(path, name):
    """Tell whether a module defines a function, a class, a method or a constant."""
    if path.suffix == ".js":
        return bool(
            re.search(rf"\b(function|const|let) {name}\b|^\s+{name}\(", path.read_text("utf-8"), re.MULTILINE)
        )
    first, *rest = name.split(".")
    for node in parsed(path).body:
        if first in names_defined(node):
            return not rest or any(rest[0] in names_defined(each) for each in getattr(node, "body", []))
    return False


def names_defined(node):
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {each.asname or each.name for each in node.names}
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", node)]
    return {each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)}


@pytest.mark.parametrize("document", DOCUMENTS, ids=names_of)
def test_every_module_that_a_document_names_by_dots_is_there(document):
    named = {
        match[1]
        for each in in_code(document.read_text("utf-8"))
        if (match := DOTTED.match(each)) and not FILE.fullmatch(each)
    }
    assert sorted(each for each in named if not is_module_or_in_one(each)) == []


@pytest.mark.parametrize(
    ("document", "folder"), [("docs/intake.md", "data/intake"), ("docs/store.md", "data/store")]
)
def test_every_module_in_a_table_of_modules_is_in_the_folder_that_the_page_is_about(document, folder):
    named = set(modules_in_tables(text_of(document)))
    assert named
    inside = {each.stem for each in (ROOT / folder).rglob("*.py")}
    assert sorted(named - inside) == []


def modules_in_tables(text):
    """List what the columns headed `module` name in backticks, each a word without dots."""
    place = None
    for line in text.splitlines():
        cells = [each.strip() for each in line.split("|")]
        if not line.startswith("|"):
            place = None
        elif "module" in cells:
            place = cells.index("module")
        elif place:
            yield from re.findall(r"`(\w+)`", cells[place])


def is_module_or_in_one(dotted):
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        base = ROOT.joinpath(*parts[:length])
        for path in (base.with_suffix(".py"), base / "__init__.py"):
            if path.exists():
                return length == len(parts) or defines(path, ".".join(parts[length:]))
    return base.is_dir() and len(parts) == 1
