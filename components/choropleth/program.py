"""The map's program in the browser: its files, their version, and the loader that fetches them.

Streamlit sends a component's JavaScript with every change of its data. So the component is a loader of one line, which
fetches the program once from a route.
"""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from components.choropleth.words import IN_THE_BROWSER
from upstream import leaflet_canvas

HERE = Path(__file__).resolve().parent


@cache
def files() -> dict[str, bytes]:
    """Return the files by name: program, style and words."""
    words = json.dumps(IN_THE_BROWSER, ensure_ascii=False)
    return {
        **{name: (HERE / name).read_bytes() for name in ("map.js", "places.js", "labels.js", "map.css")},
        "leaflet_canvas.js": leaflet_canvas.PROGRAM,
        "words.js": f"export default {words};\n".encode(),
    }


@cache
def version() -> str:
    """Return a short hash of the files, which is part of their address."""
    digest = sha256()
    for name, content in sorted(files().items()):
        digest.update(name.encode() + content)
    return digest.hexdigest()[:12]


def loader() -> str:
    """Return the component's JavaScript: it fetches the program once and passes every call to it."""
    address = f"/map/{version()}/map.js"
    return (
        "let program;\n"  # a second line, because Streamlit takes a text of one line for the name of a file
        "export default async component=>"
        f'(await(program??=import(new URL("{address}",location.origin)))).default(component)'
    )
