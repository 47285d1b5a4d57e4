"""A real Chromium, quiet and without the internet."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route, sync_playwright

QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# WebGL in software, so that maps which need it can be measured on a machine without a graphics card.
SOFTWARE_GL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
HERE = {"localhost", "127.0.0.1", "::1"}


def executable() -> str | None:
    """Return the path of Chromium: ``CHROMIUM`` of the environment, or the system's."""
    given = os.environ.get("CHROMIUM")
    return given or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )


@contextmanager
def chromium(*arguments: str) -> Iterator[Browser]:
    """Yield a running Chromium; raises ``RuntimeError`` where none is installed."""
    found = executable()
    if found is None:
        raise RuntimeError("no Chromium: install Debian's chromium, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=[*QUIET, *arguments])
        try:
            yield browser
        finally:
            browser.close()


def cut_off(page: Page) -> list[str]:
    """Refuse every request that would leave the machine, and return the growing list of those refused."""
    refused: list[str] = []

    def judge(route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.scheme in {"http", "https"} and address.hostname not in HERE:
            refused.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    page.route("**/*", judge)
    return refused
