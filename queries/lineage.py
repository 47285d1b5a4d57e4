"""The origin of a locality and its successors, in Vietnamese words, and the former districts of its land."""

import pandas as pd

from indicators.succession import FROM, TO, TOLERANCE
from queries import catalogue, gazetteer, lifetimes
from queries.query import query
from queries.view import View
from wording import lists, vintage_names
from wording import reform_texts as words
from wording.places import short_name


@query()
def made_of(vintage: str) -> dict[str, str]:
    """Return code → "A, B, C (một phần)": the units of the vintage before whose land a locality holds."""
    before = _before(vintage)
    return {} if before is None else _listed(_between(before, vintage), TO, FROM)


@query()
def became(vintage: str) -> dict[str, str]:
    """Return code → the units of the next vintage that hold a locality's land."""
    after = _after(vintage)
    return {} if after is None else _listed(_between(vintage, after), FROM, TO)


@query()
def province_names(vintage: str) -> dict[str, str]:
    """Return code → name of the province that each commune of the country lies in."""
    inside = gazetteer.within(vintage, gazetteer.COUNTRY)
    names = inside.set_index("code")["name"]
    communes = inside[inside["level"] == "commune"]
    return dict(zip(communes["code"], names.loc[communes["parent_code"]], strict=True))


def describe(view: View, code: str) -> str:
    """Describe in Vietnamese what a locality was before its vintage and what it is since, if the register knows."""
    return " ".join(filter(None, [_origin(view.vintage, code), _land(view.vintage, code), _fate(view, code)]))


def only_in_part(view: View, districts: tuple[str, ...]) -> str:
    """Name the communes of which only a part of the land is of some former districts; "" if there are none."""
    links = catalogue.former_districts(view.vintage)
    inside = links["from_code"].isin(gazetteer.within(view.vintage, view.province)["code"])
    parted = links[inside & links["to_code"].isin(districts) & ~links["whole"]]
    names = _shorts(view.vintage)
    shares = parted.groupby("from_code", sort=False)["share"].sum()
    # The shares of a commune in two chosen districts may add up to the whole commune.
    shares = shares[shares < 1 - TOLERANCE]
    if shares.empty:
        return ""
    return words.partial_communes([(names[str(code)], share) for code, share in shares.items()])


def _before(vintage: str) -> str | None:
    return max((each for each in lifetimes.vintages() if each < vintage), default=None)


def _after(vintage: str) -> str | None:
    return min((each for each in lifetimes.vintages() if each > vintage), default=None)


@query()
def _between(old: str, new: str) -> pd.DataFrame:
    links = catalogue.links()
    return links[links["from_vintage"].eq(old) & links["to_vintage"].eq(new)]


@query()
def _shorts(vintage: str) -> dict[str, str]:
    units = catalogue.tables().localities
    units = units[units["vintage"] == vintage]
    return dict(zip(units["code"], units["name"].map(short_name), strict=True))


def _listed(links: pd.DataFrame, of: list[str], others: list[str]) -> dict[str, str]:
    """Return code → the names of the units at the other ends of its links; a part of a unit is marked."""
    if links.empty:
        return {}
    names = _shorts(links[others[0]].iloc[0])
    texts = [
        words.name_with_share(names[code], share)
        for code, share in zip(links[others[1]], links["share"], strict=True)
    ]
    listed = pd.Series(texts, links.index).groupby(links[of[1]]).agg(lists.comma_list)
    return {str(code): text for code, text in listed.items()}


def _origin(vintage: str, code: str) -> str:
    if (before := _before(vintage)) is None:
        return ""
    links = _between(before, vintage)
    mine = links[links["to_code"].eq(code)]
    template = words.SAME_AS if mine["same"].any() else words.MERGED_FROM
    return _filled(template, mine, FROM, vintage)


def _fate(view: View, code: str) -> str:
    if (after := _after(view.vintage)) is None:
        return ""
    links = _between(view.vintage, after)
    mine = links[links["from_code"].eq(code)]
    if len(mine):
        return _filled(words.SAME_AFTER if mine["same"].any() else words.NOW_IN, mine, TO, after)
    parts = gazetteer.within(view.vintage, view.province).query("parent_code == @code")["code"]
    return _filled(words.NOW_PARTS_IN, links[links["from_code"].isin(parts)].assign(share=1.0), TO, after)


def _filled(template: str, links: pd.DataFrame, side: list[str], since: str) -> str:
    """Fill the template with the names of units and their parents: after a merger, communes may share a name."""
    if links.empty:
        return ""
    units = catalogue.tables().localities
    units = units[units["vintage"].eq(links[side[0]].iloc[0])].set_index("code")
    names = dict(zip(units.index, units["name"], strict=True))
    known = units.loc[links[side[1]], ["name", "parent_code", "level"]].itertuples(index=False)
    texts = [
        words.name_with_share(
            words.name_with_parent(name, names[parent]) if level == "commune" else name, share
        )
        for (name, parent, level), share in zip(known, links["share"], strict=True)
    ]
    return template.format(names=lists.comma_list(texts), day=vintage_names.short_day(pd.Timestamp(since)))


def _land(vintage: str, code: str) -> str:
    """Describe the former districts of a commune's land."""
    links = catalogue.former_districts(vintage)
    mine = links[links["from_code"].eq(code)]
    if mine.empty:
        return ""
    names = _shorts(mine["to_vintage"].iloc[0])
    shares = zip(mine["to_code"], mine["share"], strict=True)
    return words.former_districts([(names[code], share) for code, share in shares])
