import pandas as pd
import pytest
from frames import LOCALITY, SUCCESSION, table

from indicators.succession import former_areas, former_districts, links, reverse, same_unit


def step(old, new, share=1.0, reform="2025-03 2025-07"):
    old_vintage, new_vintage = reform.split()
    relation = "full" if share == 1 else "partial"
    return {
        "old_vintage": old_vintage, "old_code": old, "new_vintage": new_vintage, "new_code": new,
        "share": share, "relation": relation,
    }  # fmt: skip


# A and B merge into N; C is split between N and M; D stays what it is.
REFORM = table(
    SUCCESSION, step("A", "N"), step("B", "N"), step("C", "N", 0.25), step("C", "M", 0.75), step("D", "D")
)
LOCALITIES = table(
    LOCALITY,
    *[
        {"code": code, "level": "commune", "parent_code": parent, "population": people, "area_km2": land}
        for code, parent, people, land in [
            ("A", "594", 600, 1), ("B", "593", 300, 8), ("C", "593", 400, 4), ("D", "593", None, 9)
        ]
    ],
)  # fmt: skip


def pairs(found, value="share"):
    return {(row.from_code, row.to_code): getattr(row, value) for row in found.itertuples()}


def test_a_link_tells_the_share_taken_over_and_whether_it_is_all():
    found = links(REFORM, "2025-03", "2025-07")
    assert pairs(found)["C", "N"] == 0.25
    assert pairs(found, "whole") == {
        ("A", "N"): True, ("B", "N"): True, ("C", "N"): False, ("C", "M"): False, ("D", "D"): True
    }  # fmt: skip


def test_only_a_unit_that_went_over_whole_and_alone_is_the_same_place():
    found = links(REFORM, "2025-03", "2025-07")
    assert found.loc[same_unit(found), "from_code"].tolist() == ["D"]


def test_a_further_reform_needs_only_rows():
    later = table(
        SUCCESSION,
        *REFORM.to_dict("records"),
        step("N", "Z", reform="2025-07 2026-01"),
        step("M", "Z", reform="2025-07 2026-01"),
        step("D", "D", reform="2025-07 2026-01"),
    )
    found = links(later, "2025-03", "2026-01")
    assert pairs(found) == {("A", "Z"): 1, ("B", "Z"): 1, ("C", "Z"): 1, ("D", "D"): 1}
    assert found["whole"].all()  # C's two pieces met again
    assert set(found["to_vintage"]) == {"2026-01"}
    assert links(later, "2025-03", "2025-07").equals(links(REFORM, "2025-03", "2025-07"))


def test_shares_multiply_along_two_reforms():
    twice = table(
        SUCCESSION,
        step("C", "N", 0.25), step("C", "M", 0.75),
        step("M", "P", 0.5, "2025-07 2026-01"), step("M", "Q", 0.5, "2025-07 2026-01"),
        step("N", "P", reform="2025-07 2026-01"),
    )  # fmt: skip
    assert pairs(links(twice, "2025-03", "2026-01")) == {("C", "P"): 0.625, ("C", "Q"): 0.375}


def test_on_the_way_back_a_unit_is_parted_by_the_people_it_took_over():
    found = reverse(links(REFORM, "2025-03", "2025-07"), LOCALITIES)
    # N has 600 of A, 300 of B and a quarter of C's 400.
    assert pairs(found) == {
        ("N", "A"): 0.6, ("N", "B"): 0.3, ("N", "C"): 0.1, ("M", "C"): 1, ("D", "D"): 1
    }  # fmt: skip
    assert pairs(found, "whole") == {
        ("N", "A"): False, ("N", "B"): False, ("N", "C"): False, ("M", "C"): True, ("D", "D"): True
    }  # fmt: skip


def test_a_predecessor_of_unknown_size_leaves_the_parting_unknown():
    unknown = LOCALITIES.assign(population=LOCALITIES["population"].mask(LOCALITIES["code"].eq("B")))
    found = reverse(links(REFORM, "2025-03", "2025-07"), unknown)
    assert found.loc[found["from_code"].eq("N"), "share"].isna().all()


def test_a_new_unit_belongs_to_the_former_areas_whose_land_it_took():
    turned = reverse(links(REFORM, "2025-03", "2025-07"), LOCALITIES, by="area_km2")
    found = former_areas(turned, LOCALITIES)
    # N: 1 km² of district 594; 8 km² and a quarter of 4 km² of district 593.
    assert pairs(found) == {
        ("N", "593"): pytest.approx(0.9), ("N", "594"): pytest.approx(0.1), ("M", "593"): 1, ("D", "593"): 1
    }  # fmt: skip
    assert pairs(found, "whole")["N", "593"] is False


def test_a_unit_all_from_one_area_is_its_whatever_the_sizes():
    found = former_areas(reverse(links(REFORM, "2025-03", "2025-07"), LOCALITIES), LOCALITIES)
    assert pairs(found)["D", "593"] == 1  # D's people are not known


def test_a_share_that_nobody_gives_stays_unknown():
    unknown = table(SUCCESSION, step("C", "N", None), step("C", "M", 0.75))
    found = links(unknown, "2025-03", "2025-07")
    assert found.loc[found["to_code"].eq("N"), "share"].isna().all()
    assert not found["whole"].any()


@pytest.mark.parametrize(
    ("districts_of", "vintage", "former"),
    [
        (["2025-03"], "2025-07", {"593", "594"}),
        (["2025-03", "2031-01"], "2025-07", {"593", "594"}),  # what comes later is not former
        (["2025-03", "2025-07"], "2025-07", set()),  # the vintage has districts of its own
        (["2025-07"], "2025-03", set()),  # no vintage before it has any
        ([], "2025-07", set()),
    ],
)
def test_former_districts_are_those_of_the_last_vintage_before_that_had_any(districts_of, vintage, former):
    districts = table(LOCALITY, *[{"vintage": each, "code": "593"} for each in districts_of])
    localities = pd.concat([LOCALITIES, districts], ignore_index=True)
    assert set(former_districts(REFORM, localities, vintage)["to_code"]) == former
