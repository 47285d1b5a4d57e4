"""What stands above and below a table in a report, and says nothing about its figures but whose and of when."""

from tests.data.intake.generated.grid import Line

NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PROVINCE = "UBND TỈNH BÌNH THUẬN"


def heads(authority: str, town: str) -> tuple[tuple[Line, ...], ...]:
    """Return letterheads of an authority such as "UBND HUYỆN TUY PHONG", from none of its kind to the full one."""
    return (
        ([authority],),
        (
            [authority, None, None, NATION[0]],
            ["PHÒNG VĂN HÓA VÀ THÔNG TIN", None, None, NATION[1]],
            [],
        ),
        (
            [authority, None, NATION[0]],
            ["Số: 45/BC-UBND", None, NATION[1]],
            [None, None, f"{town}, ngày 05 tháng 10 năm 2024"],
            [],
        ),
        (
            [authority.replace("UBND", "ỦY BAN NHÂN DÂN"), None, None, NATION[0]],
            [None, None, None, NATION[1]],
            ["Biểu số 01/CĐS"],
            [],
        ),
        (
            ["Biểu số 02"],
            [authority],
        ),
    )


ENCLOSURES: tuple[tuple[Line, ...], ...] = (
    (),
    (["(Kèm theo Báo cáo số 12/BC-UBND ngày 5/10/2024)"],),
    (["(Kèm theo Công văn số 123/UBND-VHTT ngày 05/10/2024 của UBND huyện)"],),
    (["(Ban hành kèm theo Kế hoạch số 956/KH-BCĐCĐS ngày 10/3/2023)"],),
)


def closings(town: str) -> tuple[tuple[Line, ...], ...]:
    """Return what stands below a table: nothing, notes, signatures."""
    return (
        (),
        ([], ["Ghi chú: Số liệu do các đơn vị báo cáo."]),
        (
            [],
            ["Nơi nhận:", None, "TM. ỦY BAN NHÂN DÂN"],
            ["- Như trên;", None, "KT. CHỦ TỊCH"],
            ["- Lưu: VT, VHTT.", None, "PHÓ CHỦ TỊCH"],
            [],
            [None, None, "Nguyễn Văn An"],
        ),
        (
            [],
            [None, None, f"{town}, ngày 05 tháng 10 năm 2024"],
            ["NGƯỜI LẬP BIỂU", None, "THỦ TRƯỞNG ĐƠN VỊ"],
            ["(Ký, ghi rõ họ tên)", None, "(Ký, đóng dấu)"],
            ["Trần Thị Bình", None, "Lê Văn Cường"],
        ),
    )
