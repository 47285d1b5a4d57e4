"""Tổng quan: what is read aloud, the cards, the lists, for figures of every kind and scope."""

import pytest

from pages.overview import words


def html(test):
    return " ".join(element.proto.body for element in test.get("html"))


def texts(test):
    return " ".join(element.value for element in test.markdown)


@pytest.mark.parametrize(
    "address",
    [
        {},
        {"kieu": "mo-phong"},
        {"tinh": "58"},
        {"tinh": "11"},
        {"moc": "2025-07", "tinh": "68"},
        {"moc": "2025-07", "tinh": "56", "kieu": "mo-phong"},
        {"moc": "2025-07", "tinh": "11"},
        {"dp": "595"},  # Tuy Phong: nothing was published
        {"ngay": "2019-01-01"},  # before any document and any figure
    ],
)
def test_the_page_opens_on_every_scope(arrive, address):
    test = arrive(**address)
    assert not test.exception
    assert not test.error
    assert [each.proto.label for each in test.get("page_link")].count(words.SEE_ALL) == 3


def test_the_chair_reads_the_count_a_source_reports_and_the_other_source_stands_beside_it(arrive):
    said = html(arrive())
    assert "đã đạt 7/14 chỉ tiêu của Nghị quyết 10-NQ/TU; còn 7 chỉ tiêu chưa đạt." in said
    assert (
        "Báo Nhân Dân): đạt 7/14, còn 6 = 1 chưa có phương pháp đánh giá + 3 dự kiến đạt + 2 khó đạt." in said
    )
    assert "7 chỉ tiêu đạt + 6 còn lại = 13, nguồn ghi tổng số 14." in said


def test_of_fourteen_targets_twelve_have_no_text_and_the_overall_goal_is_apart(arrive):
    said = html(arrive())
    assert "Đánh giá theo số liệu đã có: 14 chỉ tiêu" in said
    assert "12 chưa có văn bản" in said
    assert "Không thuộc 14 chỉ tiêu: Mục tiêu chung: thuộc 20 tỉnh dẫn đầu" in said


def test_no_sentence_is_made_of_simulated_figures(arrive):
    said = html(arrive(kieu="mo-phong"))
    assert words.SIMULATED in said
    assert '<p class="sentence">' not in said
    assert "7/14" not in said  # a real count has no place beside simulated figures


def test_ninh_thuan_has_a_count_and_a_source_that_counts_otherwise(arrive):
    said = html(arrive(tinh="58"))
    assert "tỉnh Ninh Thuận đã đạt 17/23 chỉ tiêu của Kế hoạch hành động năm 2023." in said
    assert "tổng số 19 chỉ tiêu, không nêu số đã đạt." in said


def test_dien_bien_without_a_count_says_what_is_known(arrive):
    said = html(arrive(tinh="11"))
    assert "Chưa có nguồn nào công bố số chỉ tiêu đã đạt của tỉnh Điện Biên" in said
    assert "Trong 14 chỉ tiêu đã có nội dung của tỉnh Điện Biên, chưa chỉ tiêu nào đủ số liệu" in said


def test_after_the_merger_the_old_resolution_is_reference_only(arrive):
    test = arrive(moc="2025-07", tinh="68")
    assert "tỉnh Lâm Đồng chưa có văn bản giao chỉ tiêu" in html(test)
    assert "Nghị quyết 10-NQ/TU của tỉnh Bình Thuận cũ, đạt 7/14" in html(test)
    assert "So với mốc tham chiếu, không phải đánh giá" in html(test)
    assert words.BEHIND_EMPTY_UNASSIGNED in texts(test)


def test_without_proof_of_delay_the_difficulties_of_sources_are_shown(arrive):
    said = texts(arrive())
    assert "Không lượt nào chậm trong 3 lượt đánh giá được." in said
    assert words.DIFFICULTIES in said


def test_a_proposed_schedule_blames_nobody(arrive):
    said = texts(arrive())
    assert "lịch chưa giao chính thức nên không nơi nào bị coi là chậm" in said


def test_every_target_stands_in_the_table_behind_with_its_source(arrive):
    test = arrive()
    test.session_state["overview-table"] = True
    rows = test.run().dataframe[-1].value
    assert len(rows) == 28  # 15 of the resolution, 6 of plan 4677, 7 of plan 1051
    met = rows[rows["status_shown"].str.contains("✔")]
    assert met["source_shown"].ne("").all()


def test_a_chosen_place_offers_its_page(arrive):
    labels = [each.proto.label for each in arrive(dp="595").get("page_link")]
    assert "Mở Huyện Tuy Phong" in labels


def test_an_address_that_cannot_be_read_gives_a_message_and_the_usual_view(arrive):
    test = arrive(tinh="99", dp="x")
    assert not test.exception
    assert any("99" in warning.value for warning in test.warning)
    assert "tỉnh Bình Thuận đã đạt 7/14" in html(test)
