"""Leave the pictures and charts of a workbook behind: nothing reads them, and they cost memory."""

import io
import re
import zipfile

LEFT_BEHIND = ("xl/media/", "xl/drawings/drawing", "xl/charts/", "xl/drawings/_rels/")
RELATIONS = "xl/worksheets/_rels/"
DRAWING = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*?/relationships/drawing[\"'][^>]*?/>")


def without_drawings(content: bytes) -> bytes:
    """Return a workbook without pictures and charts; its comments stay.

    Parameters
    ----------
    content : bytes
        A workbook that ``limits.validate_file`` accepts.
    """
    package = zipfile.ZipFile(io.BytesIO(content))
    parts = package.infolist()
    if not any(part.filename.startswith(LEFT_BEHIND) for part in parts):
        return content
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as lighter:
        for part in parts:
            if not part.filename.startswith(LEFT_BEHIND):
                lighter.writestr(part.filename, _without_relation(part.filename, package.read(part)))
    return stream.getvalue()


def _without_relation(name: str, content: bytes) -> bytes:
    return DRAWING.sub(b"", content) if name.startswith(RELATIONS) else content
