"""What many open sessions take: the memory of the dashboard's server with the country's communes on every screen.

Ten browsers open ``/ban-do?moc=2025-07&tinh=VN&cap=xa``, simulated figures, each on another indicator, and stay. The
memory is that of the server's process (its proportional share, and all that is resident) after the last of them has
drawn its map. The simulated set is built before the server starts, as on any day but the first.
"""

from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.server import ROOT, running
from benchmarks.stage import HERE, Stage
from data import loader, nationwide, simulated

SESSIONS = 10
SCOPE = "ban-do?kieu=mo-phong&moc=2025-07&tinh=VN&cap=xa&chi-so={indicator}"


def memory(browser: Browser) -> list[dict[str, float]]:
    """Return the server's memory in MB, before anybody has come and after each session: ``pss``, ``rss``."""
    tables = loader.load_tables()
    if not simulated.is_built(tables):
        simulated.build(tables)
    if not nationwide.is_cached(nationwide.fingerprint(tables)):
        nationwide.build(tables)
    core = tables.indicators.loc[tables.indicators["tier"].eq("core"), "indicator"]
    contexts = []
    with running(ROOT / "app.py") as address:
        seen = [resident(address)]
        for indicator in core.head(SESSIONS):
            context = browser.new_context(viewport={"width": 1366, "height": 768})
            context.add_init_script(path=HERE / "hooks.js")
            contexts.append(context)
            page = context.new_page()
            page.goto(f"{address}/{SCOPE.format(indicator=indicator)}", wait_until="commit")
            page.locator(".choropleth .legend li").first.wait_for(timeout=120_000)
            Stage("page", page, context.new_cdp_session(page)).settle()
            seen.append(resident(address))
        for context in contexts:
            context.close()
    return seen


def resident(address: str) -> dict[str, float]:
    """Return the memory in MB of the process that listens on an address; Linux tells of it in /proc."""
    lines = Path(f"/proc/{listening(int(address.rsplit(':', 1)[1]))}/smaps_rollup").read_text("utf-8")
    sizes = {line.split(":")[0]: line.split()[1] for line in lines.splitlines() if line.endswith(" kB")}
    return {"pss": int(sizes["Pss"]) / 1000, "rss": int(sizes["Rss"]) / 1000}


def listening(port: int) -> int:
    """Return the process that was started to listen on a port."""
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = command.read_bytes().split(b"\0")
        except OSError:  # it has ended meanwhile
            continue
        if b"streamlit" in words and str(port).encode() in words:
            return int(command.parent.name)
    raise RuntimeError(f"no server listens on port {port}")


def rows(seen: list[dict[str, float]]) -> list[dict[str, str]]:
    """Return the report's rows: nobody, one, five and all sessions."""
    return [
        {
            "open sessions": str(count),
            "PSS, MB": f"{seen[count]['pss']:.0f}",
            "RSS, MB": f"{seen[count]['rss']:.0f}",
        }
        for count in (0, 1, 5, SESSIONS)
    ]
