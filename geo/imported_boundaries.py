"""The folder of imported boundary assets: a set is read, and replaced as a whole or not at all.

The folder is part of the users' data (``DASHBOARD_STATE``, else ``.state``). It is not ``geo/boundaries``, which is
under version control: files whose licence does not allow redistribution must not be committed by accident.

A set is an index, ``<level>-<vintage>.json``, and the files that the index names. The files are written first.
The index is replaced in one step, so a reader sees either the old set or the new one.
"""

import json
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from geo.boundaries import BrokenBoundaries, Locality, Problem
from geo.boundary_asset import COUNTRY, ENCODING_SUFFIXES, BoundaryAsset, Bounds, digest, encode
from wording import boundary_messages as words

ROOT = Path(__file__).resolve().parents[1]
INDEX_SUFFIX = ".json"


def directory() -> Path:
    """Return the folder of the imported boundaries that the app draws."""
    return Path(os.environ.get("DASHBOARD_STATE") or ROOT / ".state") / "boundaries"


def index_path(vintage: str, level: str, where: Path) -> Path:
    """Return the path of the index of a set; the file may be absent."""
    return where / f"{level}-{vintage}{INDEX_SUFFIX}"


def modified_ns(vintage: str, level: str, where: Path) -> int:
    """Return when a set was last replaced, in nanoseconds since 1970; 0 where nothing is imported."""
    try:
        return index_path(vintage, level, where).stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def read_assets(
    vintage: str, level: str, where: Path
) -> tuple[dict[str, BoundaryAsset], dict[str, BrokenBoundaries]]:
    """Read the imported assets that can be read, and say what is wrong with the others.

    Parameters
    ----------
    vintage, level : str
        Which set.
    where : Path
        The folder, as ``directory`` returns it.

    Returns
    -------
    assets : dict of str to BoundaryAsset
        By province, ``VN`` for the country where it was imported as a whole; empty where nothing is imported.
    broken : dict of str to BrokenBoundaries
        By province likewise.

    Raises
    ------
    BrokenBoundaries
        If the index cannot be read.
    """
    path = index_path(vintage, level, where)
    try:
        index = json.loads(path.read_text(encoding="utf-8"))
        entries = {str(province): dict(entry) for province, entry in index.items()}
    except FileNotFoundError:
        return {}, {}
    except (ValueError, TypeError, AttributeError) as error:
        raise _broken(path.name, words.ALTERED) from error
    assets, broken = {}, {}
    for province, entry in entries.items():
        try:
            assets[province] = _read_asset(where, **entry)
        except FileNotFoundError:
            broken[province] = _broken(path.name, words.ABSENT)
        except (ValueError, TypeError):
            broken[province] = _broken(path.name, words.ALTERED)
    return assets, broken


def _broken(file: str, fault: str) -> BrokenBoundaries:
    return BrokenBoundaries([Problem(file, None, None, fault, words.FIX_IMPORTED)])


def _read_asset(
    where: Path, name: str, codes: list[str], bounds: Bounds, sources: list[str]
) -> BoundaryAsset:
    content = (where / name).read_bytes()
    if digest(content) not in name:
        raise ValueError(name)
    west, south, east, north = bounds
    return BoundaryAsset(name, content, tuple(codes), (west, south, east, north), tuple(sources))


def find_outgrown(
    assets: Mapping[str, BoundaryAsset], expected: Mapping[str, Locality]
) -> dict[str, BrokenBoundaries]:
    """Find the imported assets whose localities differ from those of the register.

    Parameters
    ----------
    assets : mapping of str to BoundaryAsset
        As ``read_assets`` returns them.
    expected : mapping of str to Locality
        The localities of the vintage and level in the register.

    Returns
    -------
    dict of str to BrokenBoundaries
        By province, ``VN`` for the country.
    """
    outgrown = {}
    for province, asset in assets.items():
        codes = {code for code, locality in expected.items() if province in (locality.province, COUNTRY)}
        if count := len(codes ^ set(asset.codes)):
            outgrown[province] = _broken(asset.name, words.OUTGROWN.format(count=count))
    return outgrown


def read_encodings(name: str, where: Path) -> dict[str, bytes] | None:
    """Return an imported file by content encoding, as compressed at the import; None where there is no such file."""
    path = where / name
    if not path.exists():
        return None
    encoded = {encoding: where / f"{name}{suffix}" for encoding, suffix in ENCODING_SUFFIXES.items()}
    return {"identity": path.read_bytes()} | {
        encoding: file.read_bytes() for encoding, file in encoded.items() if file.exists()
    }


def write_assets(vintage: str, level: str, assets: Mapping[str, BoundaryAsset], where: Path) -> None:
    """Replace a set by another one.

    Parameters
    ----------
    vintage, level : str
        Which set.
    assets : mapping of str to BoundaryAsset
        All assets of the new set, by province, ``VN`` for the country.
    where : Path
        The folder, as ``directory`` returns it.

    Raises
    ------
    OSError
        If the set cannot be written; the present set is then unchanged.
    """
    where.mkdir(parents=True, exist_ok=True)
    previous = set(_indexed_files(vintage, level, where))
    with ThreadPoolExecutor() as pool:  # compression releases the interpreter lock
        encoded = pool.map(encode, [asset.content for asset in assets.values()])
        for asset, encodings in zip(assets.values(), encoded, strict=True):
            for encoding, content in encodings.items():
                _write_whole(where / f"{asset.name}{ENCODING_SUFFIXES.get(encoding, '')}", content)
    index = {province: _index_entry(asset) for province, asset in assets.items()}
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    _write_whole(index_path(vintage, level, where), text.encode())
    # A browser may still request files of the set just replaced, so only older files are deleted.
    stored = set(where.glob(f"{level}-{vintage}*.geojson*"))
    for path in stored - previous - set(_indexed_files(vintage, level, where)):
        path.unlink()


def _index_entry(asset: BoundaryAsset) -> dict[str, object]:
    return {"name": asset.name, "codes": asset.codes, "bounds": asset.bounds, "sources": asset.sources}


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _indexed_files(vintage: str, level: str, where: Path) -> Iterator[Path]:
    """Yield the files that the present index names."""
    path = index_path(vintage, level, where)
    if path.exists():
        for entry in json.loads(path.read_text(encoding="utf-8")).values():
            yield from (where / f"{entry['name']}{suffix}" for suffix in ("", *ENCODING_SUFFIXES.values()))
