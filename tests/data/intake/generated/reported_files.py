"""The likes of files that were once read wrongly, each as it came."""

from collections.abc import Iterator

from tests.data.intake.generated import vocabulary
from tests.data.intake.generated.grid import Head, Line, sample, text_sample
from tests.data.intake.generated.meaning import Sample
from tests.data.intake.generated.vocabulary import (
    BAC_BINH,
    BINH_THUAN,
    DOSSIERS,
    LA_GI,
    LIEN_HUONG,
    MEMBERS,
    PHAN_LAM,
    SIGNATURES,
    SUBSCRIBERS,
    TEAMS,
    TURNOVER,
    TUY_PHONG,
    VINH_HAO,
    WORK_FILES,
    says,
)

KIND = "reported files"
Q3 = vocabulary.Q3
TEAMS_NAME = "Số tổ công nghệ số cộng đồng cấp thôn"
DISTRICT = ["UBND HUYỆN TUY PHONG"]
WIDE = [Head("TT"), "Địa phương", "Hồ sơ nộp trực tuyến (%)", TEAMS_NAME]


def samples() -> Iterator[Sample]:
    """All of them."""
    yield from plans_and_units()
    yield from titles_and_places()
    yield from cells()
    yield from texts()


def plans_and_units() -> Iterator[Sample]:
    """A plan beside a result, a unit in the cell."""
    lines: list[Line] = [
        DISTRICT,
        [Head("STT"), "Chỉ tiêu", "ĐVT", "KH năm 2024", "TH quý III/2024"],
        [1, "Hồ sơ nộp trực tuyến", "%", 90, says(DOSSIERS, TUY_PHONG, Q3)],
        [2, TEAMS_NAME, "tổ", 70, says(TEAMS, TUY_PHONG, Q3)],
    ]
    yield sample(KIND, "a column “KH năm 2024”", "plain", lines)
    turnover = says(TURNOVER, BINH_THUAN, Q3).written("45 tỷ")
    lines = [
        ["Kỳ báo cáo", "Quý III/2024"],
        [Head("Địa phương"), "Chỉ tiêu", "Đơn vị tính", "Kết quả"],
        ["Tỉnh Bình Thuận", TURNOVER.name, "tỷ đồng", turnover],
    ]
    yield sample(KIND, "“45 tỷ” of tỷ đồng", "doubtful", lines)


def titles_and_places() -> Iterator[Sample]:
    """A title of two halves, a commune under the district's letterhead, a letter's own day."""
    half = vocabulary.HALF
    lines: list[Line] = [
        [*DISTRICT, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["PHÒNG VĂN HÓA VÀ THÔNG TIN", None, None, "Độc lập - Tự do - Hạnh phúc"],
        [],
        ["BÁO CÁO KẾT QUẢ CHUYỂN ĐỔI SỐ 6 THÁNG ĐẦU NĂM, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024"],
        [Head("STT"), "Chỉ tiêu", "Đơn vị tính", "Kết quả", "Ghi chú"],
        [1, "Hồ sơ nộp trực tuyến", "%", says(DOSSIERS, TUY_PHONG, half), None],
        [2, TEAMS_NAME, "tổ", says(TEAMS, TUY_PHONG, half), None],
    ]
    yield sample(KIND, "a title of a half year and of what is planned for the other", "doubtful", lines)
    lines = [
        DISTRICT,
        ["BÁO CÁO KẾT QUẢ CHUYỂN ĐỔI SỐ CỦA XÃ VĨNH HẢO"],
        ["Quý III/2024"],
        [Head("STT"), "Chỉ tiêu", "ĐVT", "Kết quả"],
        [1, "Hồ sơ nộp trực tuyến", "%", says(DOSSIERS, VINH_HAO, Q3)],
    ]
    yield sample(KIND, "a commune under the letterhead of its district", "doubtful", lines)
    lines = [
        DISTRICT,
        ["(Kèm theo Công văn số 123/UBND-VHTT ngày 05/10/2024 của UBND huyện)"],
        ["KẾT QUẢ QUÝ III/2024"],
        [Head("STT"), "Chỉ tiêu", "ĐVT", "Kết quả"],
        [1, "Hồ sơ nộp trực tuyến", "%", says(DOSSIERS, TUY_PHONG, Q3)],
    ]
    yield sample(KIND, "the day of a covering letter", "plain", lines)
    rows = (
        ("I", TUY_PHONG, 112),
        (1, LIEN_HUONG, 65),
        (2, VINH_HAO, 47),
        ("II", BAC_BINH, 40),
        (1, PHAN_LAM, 40),
    )
    lines = [["KẾT QUẢ QUÝ III/2024"], [Head("TT"), "Đơn vị", TEAMS_NAME]]
    lines += [
        [number, place.name, says(TEAMS, place, Q3).written(value, value=float(value))]
        for number, place, value in rows
    ]
    yield sample(KIND, "districts and their communes", "plain", lines)


def cells() -> Iterator[Sample]:
    """Two numbers in a cell, a per cent sign that is only shown, a merged figure, a formula without a result."""
    lines: list[Line] = [
        ["Kỳ báo cáo", "Quý III/2024"],
        [Head("Địa phương"), "Chỉ tiêu", "Đơn vị tính", "Kết quả"],
        ["Huyện Tuy Phong", MEMBERS.name, "người", "320\n145"],
        ["Huyện Bắc Bình", TEAMS_NAME, "tổ", "12 15"],
    ]
    yield sample(KIND, "two numbers in a cell", "wrong", lines)
    lines = [
        ["UBND HUYỆN TUY PHONG – Kết quả quý III/2024"],
        ["Đơn vị báo cáo", "Huyện Tuy Phong"],
        [Head("STT"), "Chỉ tiêu", "ĐVT", "Kết quả"],
        [1, DOSSIERS.name, "%", says(DOSSIERS, TUY_PHONG, Q3).written(0.5, '0.0"%"', value=0.5)],
        [2, SIGNATURES.name, "%", says(SIGNATURES, TUY_PHONG, Q3).written(0.9, "0.0\\%", value=0.9)],
        [3, WORK_FILES.name, "%", says(WORK_FILES, TUY_PHONG, Q3).written(81.2, '0.00"%"', value=81.2)],
        [4, MEMBERS.name, "người", says(MEMBERS, TUY_PHONG, Q3).written(2, "0.000", value=2.0)],
        [
            5,
            SUBSCRIBERS.name,
            "thuê bao",
            says(SUBSCRIBERS, TUY_PHONG, Q3).written(25000, "#,##0,", value=25000.0),
        ],
    ]
    yield sample(KIND, "per cent signs that are only shown", "doubtful", lines)
    lines = [
        ["KẾT QUẢ QUÝ III/2024"],
        WIDE,
        [
            1,
            "Huyện Tuy Phong",
            says(DOSSIERS, TUY_PHONG, Q3).written(81.25, needed=False),
            says(TEAMS, TUY_PHONG, Q3),
        ],
        [2, "Thị xã La Gi", None, says(TEAMS, LA_GI, Q3, 1)],
    ]
    yield sample(KIND, "a figure merged over two places", "wrong", lines, merged=["C3:C4"])
    lines = [["KẾT QUẢ QUÝ III/2024"], WIDE, [1, "Huyện Tuy Phong", "=10+5", says(TEAMS, TUY_PHONG, Q3)]]
    yield sample(KIND, "a formula without a result", "wrong", lines)


def texts() -> Iterator[Sample]:
    """UTF-16 as Excel writes “Unicode text”, and Windows-1258."""
    for delimiter, encoding in (("\t", "utf-16"), (";", "cp1258")):
        lines: list[Line] = [
            [Head("STT"), "Địa phương", "Hồ sơ nộp trực tuyến (%)", "Kỳ"],
            [1, "Huyện Tuy Phong", says(DOSSIERS, TUY_PHONG, Q3).written("81,2", value=81.2), "Quý III/2024"],
            [2, "Thị xã La Gi", says(DOSSIERS, LA_GI, Q3).written("77,15", value=77.15), "Quý III/2024"],
        ]
        yield text_sample(
            KIND, f"a text in {encoding}", "plain", lines, delimiter=delimiter, encoding=encoding
        )
