"""Keeps imported boundaries apart from the program's own, and swaps a set in whole or not at all.

They stand in the folder of what users made (``DASHBOARD_STATE``, else ``.state``), not in ``geo/boundaries``: that is
under version control, and files whose rights to pass on are not proved must not slip into a commit.

A set is an index, ``<level>-<vintage>.json``, and the hashed files it names. The files are written first; replacing the
index is one step, so a reader sees the old set or the new one.
"""

import json
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from geo.boundaries import BrokenBoundaries, Locality, Problem
from geo.boundary_asset import COUNTRY, ENCODING_SUFFIXES, BoundaryAsset, digest, encode
from wording import boundary_messages as words

ROOT = Path(__file__).resolve().parents[1]
INDEX = ".json"


def directory() -> Path:
    """Return where the app's imported boundaries stand."""
    return Path(os.environ.get("DASHBOARD_STATE") or ROOT / ".state") / "boundaries"


def index(vintage: str, level: str, where: Path) -> Path:
    """Return the index of a vintage's and level's imported files; it may be absent."""
    return where / f"{level}-{vintage}{INDEX}"


def stamp(vintage: str, level: str, where: Path) -> int:
    """Return what changes when another set is swapped in, 0 where nothing was imported."""
    try:
        return index(vintage, level, where).stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def read(vintage: str, level: str, where: Path) -> dict[str, BoundaryAsset]:
    """Read the imported sheets of a vintage and level.

    Parameters
    ----------
    vintage, level : str
        Which set.
    where : Path
        As ``directory`` gives it.

    Returns
    -------
    dict of str to Sheet
        By province, ``VN`` for the country's where it was imported whole; empty where nothing was imported.

    Raises
    ------
    BrokenBoundaries
        If the index can't be read or a file it names is missing or altered.
    """
    path = index(vintage, level, where)
    try:
        named = json.loads(path.read_text(encoding="utf-8"))
        return {province: _sheet(where, **about) for province, about in named.items()}
    except FileNotFoundError as error:
        if not path.exists():
            return {}
        raise BrokenBoundaries([Problem(path.name, None, None, words.ABSENT, words.FIX_IMPORTED)]) from error
    except (ValueError, TypeError, AttributeError) as error:
        raise BrokenBoundaries([Problem(path.name, None, None, words.ALTERED, words.FIX_IMPORTED)]) from error


def _sheet(
    where: Path, name: str, codes: list[str], bounds: tuple[float, float, float, float], sources: list[str]
) -> BoundaryAsset:
    text = (where / name).read_bytes()
    if digest(text) not in name:
        raise ValueError(name)
    west, south, east, north = bounds
    return BoundaryAsset(name, text, tuple(codes), (west, south, east, north), tuple(sources))


def misfits(sheets: Mapping[str, BoundaryAsset], expected: Mapping[str, Locality]) -> list[Problem]:
    """Find the imported sheets whose localities are no longer the register's.

    Parameters
    ----------
    sheets : mapping of str to Sheet
        As ``read`` gives them.
    expected : mapping of str to Place
        The register's localities of the vintage and level.
    """
    due = {
        province: {code for code, place in expected.items() if province in (place.province, COUNTRY)}
        for province in sheets
    }
    apart = {province: len(due[province] ^ set(sheet.codes)) for province, sheet in sheets.items()}
    return [
        Problem(sheets[province].name, None, None, words.OUTGROWN.format(count=count), words.FIX_IMPORTED)
        for province, count in apart.items()
        if count
    ]


def pack(name: str, where: Path) -> dict[str, bytes] | None:
    """Return an imported file by encoding, as it was packed when it was imported; None where there is none."""
    text = where / name
    if not text.exists():
        return None
    packs = {encoding: where / f"{name}{ending}" for encoding, ending in ENCODING_SUFFIXES.items()}
    return {"identity": text.read_bytes()} | {
        encoding: path.read_bytes() for encoding, path in packs.items() if path.exists()
    }


def write(vintage: str, level: str, sheets: Mapping[str, BoundaryAsset], where: Path) -> None:
    """Put a set in the place of the one that stands there.

    Parameters
    ----------
    vintage, level : str
        Which set.
    sheets : mapping of str to Sheet
        All its sheets, by province, ``VN`` for the country's.
    where : Path
        As ``directory`` gives it.

    Raises
    ------
    OSError
        If it can't be written; the present set then stands untouched.
    """
    where.mkdir(parents=True, exist_ok=True)
    before = set(_files(vintage, level, where))
    with ThreadPoolExecutor() as pool:  # packing leaves Python to the other threads
        packs = pool.map(encode, [sheet.text for sheet in sheets.values()])
        for sheet, files in zip(sheets.values(), packs, strict=True):
            for encoding, content in files.items():
                _put(where / f"{sheet.name}{ENCODING_SUFFIXES.get(encoding, '')}", content)
    named = {province: _about(sheet) for province, sheet in sheets.items()}
    text = json.dumps(named, ensure_ascii=False, separators=(",", ":"))
    _put(index(vintage, level, where), text.encode())
    # A running server may still hand out the set just replaced: only what is older than that is cleared away.
    for path in set(where.glob(f"{level}-{vintage}*.geojson*")) - before - set(_files(vintage, level, where)):
        path.unlink()


def _about(sheet: BoundaryAsset) -> dict[str, object]:
    return {"name": sheet.name, "codes": sheet.codes, "bounds": sheet.bounds, "sources": sheet.sources}


def _put(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _files(vintage: str, level: str, where: Path) -> Iterator[Path]:
    """The files that the present index names."""
    path = index(vintage, level, where)
    if path.exists():
        for about in json.loads(path.read_text(encoding="utf-8")).values():
            yield from (where / f"{about['name']}{ending}" for ending in ("", *ENCODING_SUFFIXES.values()))
