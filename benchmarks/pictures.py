"""The pictures of the README: each page in a Chromium, with simulated figures, written to ``docs/pictures``.

The simulated set is the same on every machine, so the pictures change only where the dashboard does.

    python -m benchmarks.pictures
"""

import argparse
import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from benchmarks.browser import block_external_requests, chromium
from benchmarks.server import ROOT, running
from benchmarks.start import FINISHED, PAINTED

FOLDER = ROOT / "docs" / "pictures"
WIDTH, HEIGHT = 1366, 768
# The name of each picture, and the address that it shows.
ADDRESSES = {
    "tong-quan": "?kieu=mo-phong",
    "ban-do": "ban-do?kieu=mo-phong&chi-so=work_files_online&dp=593",
    "tien-do": "tien-do?kieu=mo-phong&dong=r10-01,60",
    "man-hinh-hop": "ban-do?kieu=mo-phong&chi-so=work_files_online&mau=trang-thai&present=1&giao-dien=toi",
}
# Seconds until a page that is not painted is given up: the first one builds the simulated set.
PATIENCE = 120
# A map is painted after its script has ended: its shapes and their names are fetched by the browser.
REST = 1500


def take(browser: Browser, address: str) -> bytes:
    """Return a page as a PNG once nothing of it is still to come.

    Parameters
    ----------
    browser
        A running Chromium.
    address
        Address of the page on this machine; no other machine is asked for anything.

    Returns
    -------
    bytes
        PNG of ``WIDTH`` × ``HEIGHT`` pixels.
    """
    page = browser.new_page(
        viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce"
    )
    block_external_requests(page)
    try:
        page.goto(address)
        page.locator("[data-testid=stMain] .stElementContainer").first.wait_for(
            state="attached", timeout=PATIENCE * 1000
        )
        page.wait_for_function(FINISHED, timeout=PATIENCE * 1000)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(REST)
        page.evaluate(PAINTED)
        return page.screenshot()
    finally:
        page.close()


def reduced(picture: bytes) -> bytes:
    """Return a PNG with a palette of 256 colours in place of true colours; it has a third of the bytes."""
    palette = Image.open(io.BytesIO(picture)).convert("RGB")
    # The usual method, median cut, lets the few red pixels of a status turn orange.
    palette = palette.quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    written = io.BytesIO()
    palette.save(written, "PNG", optimize=True)
    return written.getvalue()


def main() -> None:
    """Take every picture and write it to a folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder to write to (%(default)s)")
    folder: Path = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    with running(ROOT / "app.py") as dashboard, chromium() as browser:
        for name, address in ADDRESSES.items():
            picture = reduced(take(browser, f"{dashboard}/{address}"))
            (folder / f"{name}.png").write_bytes(picture)
            print(f"{name}.png  {len(picture) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
