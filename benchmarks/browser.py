"""Starts a headless Chromium that cannot reach the internet."""

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
# WebGL in software: maps that need WebGL can be measured on a machine without a graphics card.
SOFTWARE_GL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1"}


def executable() -> str | None:
    """Return the path of Chromium: the variable ``CHROMIUM``, or the one of the system; None without any."""
    installed = map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))
    return os.environ.get("CHROMIUM") or next(filter(None, installed), None)


@contextmanager
def chromium(*arguments: str) -> Iterator[Browser]:
    """Yield a running Chromium; ``RuntimeError`` is raised where none is installed."""
    path = executable()
    if path is None:
        raise RuntimeError("no Chromium: install Debian's chromium, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*QUIET, *arguments])
        try:
            yield browser
        finally:
            browser.close()


def block_external_requests(page: Page) -> list[str]:
    """Block every request to another machine; the returned list grows with the URL of each blocked request."""
    blocked: list[str] = []

    def block_or_continue(route: Route) -> None:
        url = urlsplit(route.request.url)
        if url.scheme in {"http", "https"} and url.hostname not in LOCAL_HOSTS:
            blocked.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    page.route("**/*", block_or_continue)
    return blocked
