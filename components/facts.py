"""The figures as pages ask for them: read once a process, shared by every session, never changed in place."""

import os
from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from components.memory import remembered
from components.view import View
from data import loader, nationwide, simulated, store
from data.vintages import stood, whole
from indicators import asof, assignment, coverage, pace, status, succession
from wording import vintages as vintages_words
from wording.places import bare, dictionary_order, short


@remembered()
def tables() -> loader.Tables:
    """Return the checked tables; raises ``loader.BrokenTables``."""
    return loader.load()


def simulated_is_offered() -> bool:
    """Tell whether this machine shows the simulated set; ``SHOW_SIMULATED=0`` removes it."""
    return os.environ.get("SHOW_SIMULATED", "1") != "0"


COUNTRY = nationwide.COUNTRY


@remembered()
def whole_vintage() -> str:
    """Return the vintage that can be looked at from the whole country down."""
    return whole(tables().localities)


def simulated_is_built(view: View) -> bool:
    """Tell whether the simulated figures that a view draws are in the cache."""
    return simulated.is_there(_simulated_name()) and (not _looks_further(view) or _nationwide_is_there())


def _looks_further(view: View) -> bool:
    """Whether a view draws other provinces than those the first set has: its own, or the ones compared with it."""
    compared = view.level == "province" and view.vintage == whole_vintage()
    return compared or view.province not in followed()


def _nationwide_is_there() -> bool:
    return nationwide.is_there(_nationwide_name())


@remembered()
def followed() -> frozenset[str]:
    """Return the provinces that the set drawn first has; the others' is drawn when one of them is looked at."""
    places = simulated.followed(tables()).localities
    return frozenset(places.loc[places["level"] == "province", "code"])


@remembered()
def _nationwide_name() -> str:
    return nationwide.fingerprint(tables())


@remembered()
def _simulated_name() -> str:
    # Reading all tables again to name the set takes 12 ms, on every run of every page.
    return simulated.fingerprint(tables())


def build_simulated(view: View, on_progress: Callable[[float], None]) -> None:
    """Build what ``simulated_is_built`` misses; ``on_progress`` takes the finished share, 0 to 1."""
    if not simulated.is_there(_simulated_name()):
        simulated.build(tables(), on_progress=on_progress)
    if _looks_further(view) and not _nationwide_is_there():
        nationwide.build(tables(), on_progress)


def indicator(name: str) -> pd.Series:
    """Return the row of one indicator; read only."""
    return _indicators()[name]


@remembered()
def _indicators() -> dict[str, pd.Series]:
    # Taken apart once: a page asks for a row seventy times, and a frame takes half a millisecond to give one.
    indicators = tables().indicators.set_index("indicator", drop=False)
    return {name: indicators.loc[name] for name in indicators.index}


@remembered()
def core_indicators() -> list[str]:
    """Return the indicators of maps, rankings and lists; read only."""
    indicators = tables().indicators
    return indicators.loc[indicators["tier"] == "core", "indicator"].tolist()


@remembered()
def register(vintage: str, area: str) -> pd.DataFrame:
    """Return an area and every locality below it, with ``short`` names that tell namesakes apart.

    Of a former district, which is no unit of the vintage, these are the communes that took land of it. Of the
    country, a province that is not mapped is left out with all that lies in it.

    Returns
    -------
    DataFrame
        Columns of ``localities`` and ``short``; the area first.
    """
    inside = assignment.inside(tables().localities)
    codes = inside.loc[(inside["vintage"] == vintage) & (inside["area"] == area), "locality"]
    if codes.empty:
        codes = former_districts(vintage).query("to_code == @area")["from_code"]
    localities = tables().localities
    here = localities[(localities["vintage"] == vintage) & localities["code"].isin(codes)]
    if area == COUNTRY:
        here = here[here["mapped"]]
    shorts = _short_names(here, everywhere=area == COUNTRY)
    here = here.assign(short=shorts, depth=here["level"].map(_DEPTH))
    return here.sort_values(["depth", "name"], key=_ordered).drop(columns="depth")


def _ordered(column: pd.Series) -> pd.Series:
    """Sort names as a Vietnamese reader looks them up, without their type words."""
    return column.map(lambda name: dictionary_order(bare(name))) if column.name == "name" else column


_DEPTH = {"country": 0, "province": 1, "district": 2, "commune": 3}


def _short_names(localities: pd.DataFrame, everywhere: bool) -> pd.Series:
    """Name the district after a commune whose name its province has twice (two "Xã Tân Hà" in Bình Thuận).

    Among the communes of the whole country nobody knows where a name belongs: each says its province.
    """
    names = localities["name"].map(short)
    parents = localities["parent_code"].map(localities.set_index("code")["name"].map(short))
    doubtful = (
        localities["level"].eq("commune")
        if everywhere
        else localities.duplicated(["level", "name"], keep=False)
    )
    return names.where(~(doubtful & parents.notna()), names + " (" + parents.fillna("") + ")")


@remembered()
def names(vintage: str, area: str, column: str = "name") -> dict[str, str]:
    """Return code → name, or code → another column of ``register``, of an area and everything below it."""
    inside = register(vintage, area)
    return dict(zip(inside["code"], inside[column], strict=True))


@remembered()
def places(vintage: str, area: str, level: str) -> pd.DataFrame:
    """Return the localities of one level inside an area, in Vietnamese alphabetical order."""
    inside = register(vintage, area)
    return inside[inside["level"] == level]


def by_commune(view: View) -> bool:
    """Tell whether a view looks at the whole country by its communes; otherwise it does by its provinces."""
    return view.province == COUNTRY and view.level == "commune"


def by_provinces(view: View) -> View:
    """Return a view that looks at the country by its provinces instead of its communes; any other one as it is."""
    return replace(view, level="province") if by_commune(view) else view


def within_province(view: View) -> View:
    """Return a view of the province that a chosen commune of the country lies in; any other one as it is."""
    if not by_commune(view) or view.locality not in names(view.vintage, COUNTRY):
        return view
    return replace(view, province=province_of(view.vintage, view.locality))


def reach(view: View) -> pd.DataFrame:
    """Return the places whose figures a view draws; columns of ``register``.

    They are the view's area and all below it, but the country's 3,321 communes only where a view looks at them.
    """
    return _reach(view.vintage, view.province, by_commune(view))


@remembered()
def _reach(vintage: str, area: str, communes: bool) -> pd.DataFrame:
    inside = register(vintage, area)
    return inside if area != COUNTRY or communes else inside[inside["level"].isin(["country", "province"])]


@remembered()
def links() -> pd.DataFrame:
    """Return who took over whom between any two vintages; columns of ``succession.every_link``."""
    return succession.every_link(tables().succession)


@remembered()
def former_districts(vintage: str) -> pd.DataFrame:
    """Return which former districts each commune's land came from; columns of ``succession.former_districts``."""
    return succession.former_districts(tables().succession, tables().localities, vintage)


@remembered()
def former_names(vintage: str, province: str, column: str = "name") -> dict[str, str]:
    """Return code → name (or ``short``) of the former districts that a province's communes took land of, in order."""
    links = former_districts(vintage)
    links = links[links["from_code"].isin(register(vintage, province)["code"])]
    keys = links[["to_vintage", "to_code"]].drop_duplicates().set_axis(["vintage", "code"], axis=1)
    districts = tables().localities.merge(keys, validate="1:1").sort_values("name", key=_ordered)
    districts = districts.assign(short=districts["name"].map(short))
    return dict(zip(districts["code"], districts[column], strict=True))


@remembered()
def province_of(vintage: str, locality: str) -> str:
    """Return the code of the province a locality lies in."""
    localities = tables().localities
    parent = localities[localities["vintage"] == vintage].set_index("code")["parent_code"]
    while parent[locality] != "VN":
        locality = parent[locality]
    return locality


@remembered()
def _simulated_observations(indicator: str, vintage: str, province: str) -> pd.DataFrame:
    if province not in followed():
        return nationwide.read(tables(), indicator, province, name=_nationwide_name())
    drawn = simulated.read(tables(), indicator)
    return drawn[(drawn["vintage"] == vintage) & drawn["locality"].isin(register(vintage, province)["code"])]


# The same in almost all of 180,000 rows: kept as texts they would take half of 45 MB.
_REPEATED = ["period_basis", "value_text", "qualifier", "origin", "absence", "source", "supersedes", "note"]


# One: what is made of these rows is kept for as long as it is looked at, and they are read again in half a second.
@remembered(1)
def _of_all_communes(indicator: str) -> pd.DataFrame:
    others = nationwide.read(tables(), indicator, COUNTRY, communes=True, name=_nationwide_name())
    drawn = simulated.read(tables(), indicator)
    communes = register(whole_vintage(), COUNTRY).query("level == 'commune'")["code"]
    here = drawn["vintage"].eq(whole_vintage()) & drawn["locality"].isin(communes)
    every = pd.concat([others, drawn[here]], ignore_index=True)
    return every.astype(dict.fromkeys(_REPEATED, "category"))


@remembered()
def _all_simulated(vintage: str, province: str) -> pd.DataFrame:
    parts = [_simulated_observations(each, vintage, province) for each in core_indicators()]
    return pd.concat(parts, ignore_index=True)


def revision() -> str:
    """Return the state of the store; any publication, by any process, changes it."""
    return store.revision()


def state(view: View) -> store.State:
    """Return what a view knows: the store as its run found it, or as it was known on a past day."""
    return store.State(view.revision or revision(), view.known)


# A state never changes, so its frames are kept; an earlier one is asked for only by who looks back.
@remembered(20)
def _known(known: store.State) -> pd.DataFrame:
    return store.observations(state=known)


@remembered(60)
def _real(vintage: str, province: str, communes: bool, known: store.State) -> pd.DataFrame:
    every = _known(known)
    here = (every["vintage"] == vintage) & every["locality"].isin(_reach(vintage, province, communes)["code"])
    return every[here].reset_index(drop=True)


def all_observations(view: View) -> pd.DataFrame:
    """Return the real observations of every province; columns of ``store.observations``."""
    return _known(state(view))


def observations(view: View, indicator: str | None = None) -> pd.DataFrame:
    """Return real or simulated observations, never both, of the places that a view reaches.

    Raises
    ------
    ValueError
        If the simulated figures of all communes of the country are asked for without naming an indicator.
    """
    if view.kind == "real":
        real = _real(view.vintage, view.province, by_commune(view), state(view))
        return real if indicator is None else real[real["indicator"] == indicator]
    if not by_commune(view):
        if indicator is None:
            return _all_simulated(view.vintage, view.province)
        return _simulated_observations(indicator, view.vintage, view.province)
    if indicator is None:
        raise ValueError("three million simulated figures of all communes: ask for one indicator at a time")
    return _of_all_communes(indicator)


def explanations(view: View) -> pd.DataFrame:
    """Return what was said of targets, of every province; columns of ``store.explanations``."""
    return _explanations(state(view))


@remembered(20)
def _explanations(known: store.State) -> pd.DataFrame:
    return store.explanations(known)


def kept_reasons(state: store.State) -> pd.DataFrame:
    """Return why warned figures that are in use were let pass; columns of ``store.kept_reasons``."""
    return _kept_reasons(state)


@remembered(20)
def _kept_reasons(known: store.State) -> pd.DataFrame:
    sent = _known(known).query("origin == 'entered'")
    in_use = sent[[*store.FIGURE, "batch"]]
    return store.kept_reasons().merge(in_use, on=[*store.FIGURE, "batch"], validate="m:1")


def sources(view: View) -> pd.DataFrame:
    """Return the sources of the view's figures; columns of ``store.sources``."""
    return _sources(state(view))


@remembered(20)
def _sources(known: store.State) -> pd.DataFrame:
    return store.sources(known)


def dates(view: View) -> list[pd.Timestamp]:
    """Return the period ends of the view's province and everything in it, newest first."""
    return _dates(_figures_of(view))


def _figures_of(view: View) -> View:
    """Keep of a view which figures it has, whatever day they are looked at from."""
    known = state(view) if view.kind == "real" else store.NOW
    level = "commune" if by_commune(view) else "province"
    return View(
        view.kind, view.vintage, view.province, level=level, known=known.known, revision=known.revision or ""
    )


@remembered(100)
def _dates(view: View) -> list[pd.Timestamp]:
    if view.kind == "simulated":  # every place has every month: the provinces' stand for their communes'
        known = observations(replace(view, level="province"), core_indicators()[0])
    else:
        known = observations(view)
    return sorted(known["period_end"].unique(), reverse=True)


def as_of(view: View) -> pd.Timestamp:
    """Return the day a view looks from; without a choice, the latest period end of its kind in its vintage's life.

    Districts ended on 30/6/2025: a view of them opens on their last day, not on months computed for them since.
    """
    if view.as_of:
        return pd.Timestamp(view.as_of)
    return _latest_day(_figures_of(view))


@remembered(100)
def _latest_day(view: View) -> pd.Timestamp:
    known, (first, last) = dates(view), life(view.vintage)
    lived = next((day for day in known if first <= day <= last), None)
    return lived or max(asof.default_as_of(tables().observations), first)


@remembered()
def life(vintage: str) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the first and last day of a vintage: from its month, or ever before; to the eve of the next."""
    first, last = _known_life(vintage)
    return first or pd.Timestamp.min, last or pd.Timestamp.max


@remembered()
def vintages() -> list[str]:
    """Return the vintages of the register, the oldest first."""
    return list(stood(tables().localities))


@remembered()
def levels(vintage: str) -> list[str]:
    """Return the levels of a vintage below the country, the highest first; districts ended on 30/6/2025."""
    localities = tables().localities
    known = set(localities.loc[localities["vintage"] == vintage, "level"])
    return [level for level in _DEPTH if level in known and level != "country"]


@remembered()
def vintage_spans() -> dict[str, str]:
    """Return vintage → the days it was in force, in words."""
    return {each: vintages_words.span(*_known_life(each)) for each in vintages()}


@remembered()
def vintage_names() -> dict[str, str]:
    """Return vintage → its name in the choice of boundaries."""
    return {
        each: vintages_words.named(*_known_life(each), districts="district" in levels(each))
        for each in vintages()
    }


def _known_life(vintage: str) -> tuple[pd.Timestamp | None, pd.Timestamp | None]:
    began, ended = stood(tables().localities)[vintage]
    return began and pd.Timestamp(began), ended and pd.Timestamp(ended) - pd.Timedelta(days=1)


def reforms() -> list[pd.Timestamp]:
    """Return the days on which one vintage gave way to the next."""
    return [pd.Timestamp(each) for each in vintages()[1:]]


def ground(view: View, *kept: str) -> View:
    """Keep of a view what its figures depend on and the fields named, so that looks that share them share work."""
    fields = {name: getattr(view, name) for name in kept}
    return replace(_figures_of(view), as_of=as_of(view).date(), **fields)


def assignments(view: View) -> pd.DataFrame:
    """Return which locality that a view reaches answers for which target; columns of ``assignment.assign``."""
    return _assigned(view.vintage, view.province, by_commune(view))


@remembered()
def _assigned(vintage: str, province: str, communes: bool) -> pd.DataFrame:
    every = _assignments()
    here = (every["vintage"] == vintage) & every["locality"].isin(_reach(vintage, province, communes)["code"])
    return every[here].reset_index(drop=True)


@remembered()
def _assignments() -> pd.DataFrame:
    t = tables()
    rows = assignment.assign(t.targets, t.localities, t.resolutions, t.indicators, t.succession)
    return rows.astype("category")  # ninety thousand rows of a few hundred texts


def latest(view: View, indicator: str | None = None) -> pd.DataFrame:
    """Return the figures in effect on the view's day; columns of ``asof.latest``."""
    if indicator is None and _one_by_one(view):
        return _of_each(latest, view)
    if not by_commune(view):
        return _latest(ground(view), indicator)
    # Not kept: of all communes it takes two megabytes, and what is made of it is kept.
    return asof.latest(observations(view, indicator), as_of(view)).astype(dict.fromkeys(_REPEATED, "str"))


@remembered(40)
def _latest(view: View, indicator: str | None) -> pd.DataFrame:
    return asof.latest(observations(view, indicator), as_of(view))


def assessed(view: View, indicator: str | None = None) -> pd.DataFrame:
    """Return where each locality of the province stands against each target; columns of ``status.assess``."""
    return _assessed(ground(view), indicator)


@remembered(200)
def _assessed(view: View, indicator: str | None) -> pd.DataFrame:
    t, day = tables(), as_of(view)
    standing = t.targets[t.targets["resolution"].isin(assignment.issued(t.resolutions, day))]
    if indicator is not None:
        standing = standing[standing["indicator"] == indicator]
    if indicator is not None or not _one_by_one(view):
        return _judged(view, standing, observations(view, indicator))
    parts = [_assessed(view, each) for each in standing["indicator"].dropna().unique()]
    unmeasured = standing[standing["indicator"].isna()]
    return pd.concat([*parts, _judged(view, unmeasured, t.observations.iloc[:0])], ignore_index=True)


def _judged(view: View, standing: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    wanted, t = assignments(view), tables()
    wanted = wanted[wanted["target"].isin(standing["target"])].reset_index(drop=True).astype("str")
    return status.assess(wanted, t.targets, t.indicators, figures, as_of(view))


def covered(view: View, indicator: str | None = None) -> pd.DataFrame:
    """Return who owes which figure and whether it is there; columns of ``coverage.coverage``."""
    if indicator is None or by_commune(view):
        return _covered(ground(view), indicator)
    return _covered(ground(view), None).query("indicator == @indicator")


@remembered(100)
def _covered(view: View, indicator: str | None) -> pd.DataFrame:
    if indicator is None and _one_by_one(view):
        return _of_each(_covered, view)
    owed = tables().expected
    if indicator is not None:
        owed = owed[owed["indicator"] == indicator]
    return coverage.coverage(owed, reach(view), observations(view, indicator), view.kind, as_of(view))


def changes(view: View, indicator: str | None = None) -> pd.DataFrame:
    """Return how each latest figure moved; columns of ``pace.changes``."""
    return _changes(ground(view), indicator)


@remembered(200)
def _changes(view: View, indicator: str | None) -> pd.DataFrame:
    if indicator is None and _one_by_one(view):
        return _of_each(_changes, view)
    return pace.changes(observations(view, indicator), tables().indicators, as_of(view))


def _one_by_one(view: View) -> bool:
    """Whether the figures of all indicators are too many to be held at once."""
    return view.kind == "simulated" and by_commune(view)


def _of_each(ask: Callable[[View, str], pd.DataFrame], view: View) -> pd.DataFrame:
    """Ask for one indicator after the other; only the core ones have simulated figures."""
    return pd.concat([ask(view, each) for each in core_indicators()], ignore_index=True)


def source_title(source: str) -> str:
    """Return how a source is named on screen: publisher and title."""
    return source_titles().get(source, source)


def source_titles() -> dict[str, str]:
    """Return how every source is named on screen; read only."""
    return _source_names(revision())["title"]


def sources_shown(sources: pd.Series) -> list[str]:
    """Return how the source of each row is named on screen; empty where there is none.

    For many rows at once: to know that nothing was published meanwhile costs a look at the store a row.
    """
    titles = source_titles()
    return [titles.get(each, each) if isinstance(each, str) else "" for each in sources.to_numpy(object)]


def publisher(source: str) -> str:
    """Return who published a source."""
    return _source_names(revision())["publisher"].get(source, source)


@remembered(20)
def _source_names(revision: str) -> dict[str, dict[str, str]]:
    # Of sources taken back, too: a past day may cite them.
    sources = store.sources(store.State(revision), withdrawn=True)
    titles = sources["title"] + " (" + sources["publisher"] + ")"
    named = {"title": titles, "publisher": sources["publisher"]}
    return {name: dict(zip(sources["source"], texts, strict=True)) for name, texts in named.items()}


@remembered()
def breaks(indicator: str, level: str) -> pd.Series:
    """Return the upper ends of an indicator's fixed map classes at a level, in the order of the classes."""
    table = tables().breaks
    rows = table[(table["indicator"] == indicator) & (table["level"] == level)]
    return rows.sort_values("class")["upper"].reset_index(drop=True)
