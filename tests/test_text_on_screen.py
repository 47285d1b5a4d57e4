"""Every text that Streamlit takes for Markdown is a sentence of ours or was made by ``wording.markdown``."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCREEN = [path for folder in ("components", "pages") for path in sorted((ROOT / folder).rglob("*.py"))]
# Elements whose first argument is Markdown: a body, a label or a title. What is left out shows no text (container),
# shows it as it stands (text, html), or holds it in cells that are drawn as they stand (dataframe).
FIRST = {
    "button", "caption", "checkbox", "date_input", "datetime_input", "dialog", "download_button", "error", "expander",
    "file_uploader", "form_submit_button", "header", "info", "link_button", "markdown", "metric", "multiselect",
    "number_input", "pills", "popover", "radio", "segmented_control", "select_slider", "selectbox", "slider", "spinner",
    "status", "subheader", "success", "table", "tabs", "text_area", "text_input", "time_input", "title", "toast",
    "toggle", "warning",
}  # fmt: skip
# Arguments that are Markdown wherever they stand.
NAMED = {"help", "label", "body", "caption", "captions"}
NAMED_OF = {"progress": {"text"}, "metric": {"value", "delta"}, "Page": {"title"}}
# The options of these are Markdown; those of selectbox and multiselect are drawn as they stand.
OPTIONS = {"pills", "radio", "segmented_control"}
NUMBERS = {"len", "numbers.number", "numbers.day"}
MADE = {"markdown.plain", "markdown.fill", "markdown.join", "markdown.of_table"}


def is_safe(node: ast.expr) -> bool:
    """Whether an expression is a sentence of ours (a literal, a constant), or made by ``wording.markdown``."""
    match node:
        case ast.Constant():
            return True
        case ast.Call(func=ast.Attribute(value=template, attr="format")):
            # A sentence of ours with numbers and days in it.
            filled = [*node.args, *(word.value for word in node.keywords)]
            return is_safe(template) and all(map(is_safe, filled))
        case ast.Call():
            return ast.unparse(node.func) in MADE | NUMBERS
        case ast.JoinedStr(values=values):
            return all(map(is_safe, values))
        case ast.FormattedValue(value=value):
            return is_safe(value)
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name.isupper()
        case ast.Subscript(value=value):
            return is_safe(value)
        case ast.IfExp(body=body, orelse=orelse):
            return is_safe(body) and is_safe(orelse)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return is_safe(left) and is_safe(right)
        case ast.BoolOp(values=values) | ast.List(elts=values):
            return all(map(is_safe, values))
    return False


def is_safe_format(node: ast.expr) -> bool:
    """Whether a function that names options is one: ``WORDS.__getitem__``, or a lambda that makes a safe text."""
    if isinstance(node, ast.Lambda):
        return is_safe(node.body)
    return isinstance(node, ast.Attribute) and node.attr == "__getitem__" and is_safe(node.value)


def of_streamlit(call: ast.Call, imported: set[str]) -> str:
    """Return the name of the element that a call draws on the page or in a container; "" for a call of ours."""
    root = call.func
    while isinstance(root, ast.Attribute | ast.Call | ast.Subscript):
        root = root.func if isinstance(root, ast.Call) else root.value
    ours = isinstance(root, ast.Name) and root.id in imported - {"st"}
    drawn = isinstance(call.func, ast.Attribute) and call.func.attr != "format" and not ours
    return call.func.attr if drawn else ""


def unsafe_texts(source: str) -> Iterator[str]:
    """Yield each argument of an element that Streamlit takes for Markdown and that may hold anybody's text."""
    tree = ast.parse(source)
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    imported = {name.asname or name.name.split(".")[0] for node in imports for name in node.names}
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        element = of_streamlit(call, imported)
        shown = call.args[:1] if element in FIRST else []
        named = NAMED | NAMED_OF.get(element, set())
        shown += [word.value for word in call.keywords if element and word.arg in named]
        options = [word.value for word in call.keywords if element in OPTIONS and word.arg == "format_func"]
        unsafe = [each for each in shown if not is_safe(each)]
        unsafe += [each for each in options if not is_safe_format(each)]
        yield from (f"line {call.lineno}: {element}({ast.unparse(each)})" for each in unsafe)


@pytest.mark.parametrize("path", SCREEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_markdown_on_screen_is_ours_or_escaped(path):
    assert list(unsafe_texts(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "call",
    [
        "st.caption(source)",
        "st.caption(words.SOURCE.format(source=source))",
        "st.caption(words.SOURCE.format(count=len(names), names=names))",
        "st.markdown(f'**{name}**')",
        "left.button(name)",
        "st.container().error(str(refusal))",
        "st.selectbox(words.AREA, names, help=names[code])",
        "st.pills(words.AREA, codes, format_func=names.__getitem__)",
        "st.tabs([words.ONE, name])",
        "st.table(rows)",
        "bar.progress(0.5, text=name)",
        "st.info('**' + name)",
    ],
)
def test_a_text_that_may_be_anybodys_is_found(call):
    assert len(list(unsafe_texts(f"import streamlit as st\n{call}"))) == 1


@pytest.mark.parametrize(
    "call",
    [
        "st.caption(words.NOTHING)",
        "st.caption(words.COUNT.format(count=len(names)))",
        "st.markdown(f'##### {words.HEADING}')",
        "st.caption(markdown.plain(source))",
        "st.markdown(words.SHORT if view.present else markdown.fill(words.LONG, name=name))",
        "st.segmented_control(words.KIND, kinds, format_func=words.KINDS.__getitem__)",
        "st.pills(words.AREA, codes, format_func=lambda code: markdown.plain(names[code]))",
        "logging.getLogger().error(name)",
    ],
)
def test_a_sentence_of_ours_and_an_escaped_text_are_let_through(call):
    assert list(unsafe_texts(f"import streamlit as st\nimport logging\n{call}")) == []
