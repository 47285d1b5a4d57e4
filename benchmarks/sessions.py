"""Measures the memory of the dashboard's server with many open sessions that show the communes of the country.

Ten browsers open ``/ban-do?moc=2025-07&tinh=VN&cap=xa`` with simulated figures, each with another indicator, and stay
open. The memory of the server process (proportional and resident set size) is read after each of them has drawn its
map. The simulated set is built before the server starts, as on any day but the first.
"""

from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.measured_page import HERE, MeasuredPage
from benchmarks.server import ROOT, running
from data import loader, nationwide, simulated

SESSIONS = 10
SCOPE = "ban-do?kieu=mo-phong&moc=2025-07&tinh=VN&cap=xa&chi-so={indicator}"


def measure_memory(browser: Browser) -> list[dict[str, float]]:
    """Return the memory of the server in MB without a session and after each session: ``pss``, ``rss``."""
    tables = loader.load_tables()
    if not simulated.is_built(tables):
        simulated.build(tables)
    if not nationwide.is_cached(nationwide.fingerprint(tables)):
        nationwide.build(tables)
    core = tables.indicators.loc[tables.indicators["tier"].eq("core"), "indicator"]
    contexts = []
    with running(ROOT / "app.py") as server:
        sizes = [memory_of(server)]
        for indicator in core.head(SESSIONS):
            context = browser.new_context(viewport={"width": 1366, "height": 768})
            context.add_init_script(path=HERE / "hooks.js")
            contexts.append(context)
            page = context.new_page()
            page.goto(f"{server}/{SCOPE.format(indicator=indicator)}", wait_until="commit")
            page.locator(".choropleth .legend li").first.wait_for(timeout=120_000)
            MeasuredPage("page", page, context.new_cdp_session(page)).wait_until_drawn()
            sizes.append(memory_of(server))
        for context in contexts:
            context.close()
    return sizes


def memory_of(url: str) -> dict[str, float]:
    """Return the memory in MB of the process that serves a URL, as Linux reports it in /proc."""
    process = server_process(int(url.rsplit(":", 1)[1]))
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8")
    sizes = {line.split(":")[0]: line.split()[1] for line in lines.splitlines() if line.endswith(" kB")}
    return {"pss": int(sizes["Pss"]) / 1000, "rss": int(sizes["Rss"]) / 1000}


def server_process(port: int) -> int:
    """Return the id of the Streamlit process that was started with a port."""
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            arguments = command.read_bytes().split(b"\0")
        except OSError:  # the process has ended in the meantime
            continue
        if b"streamlit" in arguments and str(port).encode() in arguments:
            return int(command.parent.name)
    raise RuntimeError(f"no server listens on port {port}")


def table_rows(sizes: list[dict[str, float]]) -> list[dict[str, str]]:
    """Return the rows of the report: no session, one, five and all sessions."""
    return [
        {
            "open sessions": str(count),
            "PSS, MB": f"{sizes[count]['pss']:.0f}",
            "RSS, MB": f"{sizes[count]['rss']:.0f}",
        }
        for count in (0, 1, 5, SESSIONS)
    ]
