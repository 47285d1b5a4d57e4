"""Addresses as people, programs and time make them: old, mistyped, cut, repeated, of another place."""

from datetime import date
from itertools import combinations
from random import Random

from indicators import scenario_code
from indicators.scenario import Group, Lever, Scenario
from queries.address import PARAMETERS

# What may stand at any parameter.
ODD = [
    "",
    "  ",
    "khong-co",
    "000",
    "-1",
    "٣٤",  # digits of another script, which int() reads
    "a\x00\x07b",
    ",,,",
    "593,593",
    "1e400",
    "<b>*_x_*</b>[y](z)",
    "x" * 100_000,
]


def scenario(*levers: Lever) -> str:
    return scenario_code.encode([Scenario("", levers)])


COMMUNES = Group("all", (), "commune")
SHARE = "online_dossier_share"
SCENARIOS = [
    scenario(Lever("add", COMMUNES, 5.0, SHARE)),
    scenario(Lever("set", Group("places", ("22918", "99999"), "commune"), 1e12, SHARE)),
    scenario(Lever("hold", COMMUNES, 0.0, "khong-co")),
    scenario(Lever("aim", COMMUNES, -1e12, SHARE, "khong-co"), Lever("count", COMMUNES, 1e12, SHARE)),
    scenario(Lever("deadline", COMMUNES, date(2099, 12, 31), SHARE, "r10-01")),
    scenario(Lever("add", COMMUNES, 5.0, SHARE))[:-1],
    scenario_code.encode([Scenario("A", ())]),
]

# What belongs to a parameter, at some place and time; with the extremes that can be read.
OWN = {
    "kind": ["thuc", "mo-phong"],
    "vintage": ["2025-07", "2025-03", "2025-7"],
    "province": ["68", "VN", "58", "60"],
    "as_of": ["2024-10-21", "2000-01-01", "2099-12-31", "0001-01-01", "20250630"],
    "since": ["2024-06-30", "2000-01-01", "2099-12-31"],
    "known": ["2024-12-01", "2000-01-01", "2099-12-31"],
    "level": ["tinh", "huyen", "xa"],
    "district": ["593", "594"],
    "indicator": ["digital_teams", "dti_rank", "fibre_household_share"],
    "locality": ["593", "22918", "68", "VN"],
    "colour": ["gia-tri", "trang-thai", "do-phu"],
    "places": ["593,594", "60,60,58", "22918,594,,VN", "593,594,595,596,597,598,600"],
    "statuses": ["dat,cham", "dat,rat-dat"],
    "pillars": ["society,society", "government,awareness"],
    "resolutions": ["10-nq-tu"],
    "types": ["phường,xã", "xa"],
    "layout": ["thanh", "ma-tran"],
    "row": ["r10-01,60", "r10-01", "60,60", "r10-02,593"],
    "part": ["nguon", "do-phu", "kiem-tra", "phuong-phap", "thuat-ngu"],
    "scope": ["tinh", "tat-ca"],
    "measures": ["dti_rank,dti_rank"],
    "sources": ["bai-la-gi,bai-la-gi"],
    "origins": ["cong-bo,dia-phuong"],
    "years": ["2023,2024", "2999"],
    "search": ["to cong nghe", "( [ * \\"],
    "page": ["2", "99999"],
    "target": ["r10-01"],
    "section": ["dien-bien", "truc-thuoc", "tuong-dong", "nguon"],
    "value_from": ["50", "1e12", "80"],
    "value_to": ["-1e12", "70"],
    "population_from": ["50000", "999999999999"],
    "population_to": ["100"],
    "groups": ["do-thi,hai-dao"],
    "areas": ["593,593", "594"],
    "printout": ["kich-ban", "phieu"],
    "paper": ["ngang"],
    "present": ["1", "0"],
    "theme": ["toi", "tuong-phan"],
    "agenda": ["hop-quy-i", "../../etc"],
    "item": ["5"],
    "unfolded": ["bang", "cach-tinh"],
    "scenario": SCENARIOS,
    "alternative": ["0", "2", "99"],
    "goal": ["80", "-5", "1e12"],
    "ceiling": ["90", "0"],
}
Row = dict[str, str]


def pairwise(values: dict[str, list[str]], random: Random) -> list[Row]:
    """Return rows, each with a value of every name, that hold every pair of values of two names at least once.

    Greedy: a row begins with a pair that no row has, and every further name takes the value with most such pairs.
    """
    new = {
        ((one, first), (other, second))
        for one, other in combinations(values, 2)
        for first in values[one]
        for second in values[other]
    }
    place = {name: position for position, name in enumerate(values)}
    rows = []

    def pair(one: tuple[str, str], other: tuple[str, str]) -> tuple[tuple[str, str], tuple[str, str]]:
        return (one, other) if place[one[0]] < place[other[0]] else (other, one)

    # A list, because the order of a set of texts differs from run to run.
    wanted = sorted(new)
    random.shuffle(wanted)
    for begun in wanted:
        if begun not in new:
            continue
        row = dict(begun)
        for name in random.sample([each for each in values if each not in row], len(values) - 2):
            offered = random.sample(values[name], len(values[name]))
            row[name] = max(
                offered, key=lambda each: sum(pair((name, each), had) in new for had in row.items())
            )
        new -= {pair(*two) for two in combinations(row.items(), 2)}
        rows.append(row)
    return rows


def pairwise_addresses(pages: list[str], seed: int) -> list[tuple[str, Row]]:
    """Return pages with addresses, such that any two values of two parameters, or of a parameter and page, meet.

    Each parameter is absent, has a value of its own, or one odd value, another one for each seed.
    """
    random = Random(seed)
    values = {
        parameter.name: ["", *OWN[field], random.choice(ODD)] for field, parameter in PARAMETERS.items()
    }
    rows = pairwise({"": pages} | {name: list(dict.fromkeys(each)) for name, each in values.items()}, random)
    return [
        (row[""], {name: text for name, text in row.items() if name and (text or random.random() < 0.1)})
        for row in rows
    ]
