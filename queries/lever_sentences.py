"""The effect of each lever of a scenario as a Vietnamese sentence."""

from datetime import date

from indicators.scenario import Group, Lever
from queries import catalogue, gazetteer
from queries.view import View
from wording import judgement, lists, markdown, numbers
from wording import scenario_texts as words
from wording.markdown import Markdown
from wording.scenario_messages import UNKNOWN_INDICATOR
from wording.statuses import LOOKS


def sentence(view: View, lever: Lever) -> Markdown:
    """Return the sentence that describes a lever and the places it moves, or that nobody knows its indicator."""
    if lever.indicator not in set(catalogue.tables().indicators["indicator"]):
        return markdown.fill(UNKNOWN_INDICATOR, indicator=lever.indicator)
    indicator = catalogue.indicator(lever.indicator)
    unit, decimals = indicator["unit"], int(indicator["decimals"])
    if isinstance(lever.amount, date):
        amount = numbers.day(lever.amount)
    else:
        amount = numbers.number(lever.amount, max(decimals, 2))
    template = words.SENTENCES[lever.action]
    if lever.action in ("hold", "pace") and lever.until:
        template = words.SENTENCES_UNTIL[lever.action]
    points = judgement.POINTS if unit == "%" else unit
    return markdown.fill(
        template, who=group_name(view, lever.who), indicator=indicator["name_vi"], amount=amount, unit=unit,
        points=points, until=numbers.day(lever.until) if lever.until else "",
    )  # fmt: skip


def group_name(view: View, group: Group) -> str:
    """Return the name of the places that a lever moves."""
    if group.kind == "all":
        area = gazetteer.area_kind(view)
        return words.WHOLE_AREA[area] if group.level == area else words.EVERYONE[group.level]
    if group.kind == "status":
        named = [LOOKS[code].word for code in group.codes if code in LOOKS]
    elif group.kind == "type":
        named = [code.lower() for code in group.codes]
    else:
        shorts = gazetteer.within(view.vintage, view.province).set_index("code")["short"]
        named = [shorts[code] for code in group.codes if code in shorts.index]
    few = group.kind in ("status", "type") or len(named) <= 3
    template = words.GROUPED[group.kind] if few else words.GROUPED_MANY[group.kind]
    return template.format(names=lists.semicolon_list(named), count=numbers.number(len(group.codes)))
