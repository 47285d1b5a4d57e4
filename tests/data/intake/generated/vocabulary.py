"""The indicators, the places and the periods that the sheets speak of, in the words of reports."""

from dataclasses import dataclass
from datetime import date

from tests.data.intake.generated.grid import Says
from tests.data.intake.generated.meaning import Figure, When


@dataclass(frozen=True)
class Item:
    """An indicator: its id, a name that reports use, its unit, whether it is a state on a day, and likely figures."""

    indicator: str
    name: str
    unit: str
    stock: bool
    values: tuple[float, ...]


SHARES = (81.25, 77.15, 64.5, 92.37, 58.06, 73.9, 88.12, 69.45)

DOSSIERS = Item("online_dossier_share", "Hồ sơ nộp trực tuyến", "%", False, SHARES)
WORK_FILES = Item("work_files_online", "Hồ sơ công việc xử lý trên mạng", "%", False, SHARES[2:])
FEEDBACK = Item("feedback_resolved_share", "Phản ánh, kiến nghị đã giải quyết", "%", False, SHARES[3:])
SIGNATURES = Item("personal_signature_share", "Cán bộ dùng chữ ký số cá nhân", "%", True, SHARES[1:])
IDENTITIES = Item(
    "eid_activation_share", "Tài khoản định danh điện tử đã kích hoạt", "%", True, (45.2, 61.3, 52.75, 70.4)
)
VILLAGES = Item(
    "villages_with_team_share", "Thôn, khu phố có tổ công nghệ số cộng đồng", "%", True, (96.4, 88.5, 91.7)
)
TEAMS = Item(
    "digital_teams", "Tổ công nghệ số cộng đồng cấp thôn", "tổ", True, (65, 47, 112, 76, 54, 83, 91, 38)
)
MEMBERS = Item(
    "digital_team_members",
    "Thành viên tổ công nghệ số cộng đồng cấp thôn",
    "người",
    True,
    (390, 285, 672, 456, 324, 498, 546, 228),
)
PROCEDURES = Item(
    "procedures_full_online", "Thủ tục trực tuyến toàn trình", "thủ tục", True, (74, 80, 68, 91, 77, 85)
)
TURNOVER = Item(
    "cashless_turnover", "Doanh số thanh toán không dùng tiền mặt", "tỷ đồng", False, (45, 52, 61, 38)
)
SUBSCRIBERS = Item(
    "mobile_subscribers", "Thuê bao điện thoại di động", "thuê bao", True, (125000, 98000, 143000)
)

ITEMS = (DOSSIERS, TEAMS, WORK_FILES, MEMBERS, SIGNATURES, PROCEDURES, IDENTITIES, FEEDBACK, VILLAGES)
STOCKS = tuple(each for each in ITEMS if each.stock)


@dataclass(frozen=True)
class Place:
    """A locality of the register."""

    code: str
    name: str
    vintage: str = "2025-03"

    @property
    def bare(self) -> str:
        """The name without the word for its type."""
        for word in ("Huyện ", "Thị xã ", "Thành phố ", "Xã ", "Phường ", "Thị trấn ", "Tỉnh "):
            if self.name.startswith(word):
                return self.name.removeprefix(word)
        return self.name


BINH_THUAN = Place("60", "Tỉnh Bình Thuận")
NINH_THUAN = Place("58", "Tỉnh Ninh Thuận")
PHAN_THIET = Place("593", "Thành phố Phan Thiết")
LA_GI = Place("594", "Thị xã La Gi")
TUY_PHONG = Place("595", "Huyện Tuy Phong")
BAC_BINH = Place("596", "Huyện Bắc Bình")
HAM_TAN = Place("601", "Huyện Hàm Tân")
DUC_LINH = Place("600", "Huyện Đức Linh")
LIEN_HUONG = Place("22969", "Thị trấn Liên Hương")
PHAN_DUNG = Place("22975", "Xã Phan Dũng")
VINH_HAO = Place("22981", "Xã Vĩnh Hảo")
PHU_LAC = Place("22987", "Xã Phú Lạc")
CHI_CONG = Place("22996", "Xã Chí Công")
PHAN_LAM = Place("23011", "Xã Phan Lâm")
PHUOC_HOI = Place("23231", "Phường Phước Hội")
TAN_AN = Place("23235", "Phường Tân An")
MUI_NE = Place("22915", "Phường Mũi Né")

DISTRICTS = (PHAN_THIET, LA_GI, TUY_PHONG, BAC_BINH, HAM_TAN, DUC_LINH)
COMMUNES = (LIEN_HUONG, VINH_HAO, PHU_LAC, CHI_CONG, PHAN_DUNG)

Q1 = When(date(2024, 1, 1), date(2024, 3, 31))
Q2 = When(date(2024, 4, 1), date(2024, 6, 30))
Q3 = When(date(2024, 7, 1), date(2024, 9, 30))
Q3_BEFORE = When(date(2023, 7, 1), date(2023, 9, 30))
HALF = When(date(2024, 1, 1), date(2024, 6, 30))
NINE_MONTHS = When(date(2024, 1, 1), date(2024, 9, 30))
SEPTEMBER = When(date(2024, 9, 1), date(2024, 9, 30))
YEAR = When(date(2024, 1, 1), date(2024, 12, 31))
YEAR_BEFORE = When(date(2023, 1, 1), date(2023, 12, 31))


def says(item: Item, place: Place, when: When, at: int = 0) -> Says:
    """Write a likely figure of an indicator, a place and a period, as a bare number."""
    value = item.values[at % len(item.values)]
    start = when.end if item.stock else when.start
    return Says(value, Figure("", "", place.vintage, place.code, item.indicator, start, when.end, value))
