"""Words of the page Địa phương: one locality, its targets, its figures, its parts, its peers and its sources."""

import pandas as pd

from wording import judgement
from wording.lists import semicolon_list
from wording.numbers import number
from wording.places import LEVEL_NAMES

SECTION = "Xem tiếp"
SECTIONS = {
    "figures": "Số liệu",
    "trends": "Diễn biến",
    "children": "Đơn vị trực thuộc",
    "peers": "Địa phương tương đồng",
    "sources": "Nguồn",
}

# What it is.
PART_OF = "thuộc {parent}"
POPULATION = "dân số {people} người ({year})"
POPULATION_UNDATED = "dân số {people} người"
POPULATION_UNKNOWN = "dân số: chưa có số liệu đã kiểm tra"
AREA = "diện tích {area} km²"
AREA_UNKNOWN = "diện tích: chưa có số liệu"
DENSITY = "mật độ {density} người/km²"
CODE = "mã {code}"
REGISTER_SOURCES = "Nguồn: {sources}."
AREA_SOURCE = "diện tích theo {source}"
POPULATION_SOURCE = "dân số theo {source}"
BOTH_SOURCE = "diện tích và dân số theo {source}"
DENSITY_SOURCE = "mật độ tính từ dân số và diện tích"
POPULATION_NOTE = "Dân số theo {sources}"
BETWEEN = " · "
NOTE = "Ghi chú của danh mục: {note}."

# Coverage and reporting obligations.
COVERAGE = "Độ phủ số liệu: **{text}** chỉ số cần báo cáo đã có số liệu kỳ gần nhất."
COVERAGE_PROPOSED = "Độ phủ số liệu: **{text}** chỉ số có số liệu, tính theo lịch đề xuất (chưa giao chính thức, không coi là chậm)."
NO_OBLIGATION = "Chưa có lịch báo cáo nào đặt ra cho địa phương này ở ngày đang xem."
NOTHING_PUBLIC = "Chưa tìm thấy số liệu công khai nào của {name} tính đến ngày {day}. Ô trống nghĩa là chưa có số liệu, không phải bằng 0."
HOW_TO_SEND = (
    "Cách gửi số liệu: thêm dòng vào bảng observations.csv trong thư mục data/tables (mã địa phương {code}, mốc địa giới {vintage}, "
    "chỉ số, kỳ, giá trị, nguồn), hoặc gửi các dòng đó cho cơ quan quản trị bảng điều khiển. Các chỉ số đề nghị gửi ở bảng dưới đây."
)
NO_SIMULATED = "Bộ số liệu mô phỏng không có số liệu của {name} tính đến ngày {day}. Hãy chọn ngày khác."
OBLIGATIONS_TITLE = "Số liệu dự kiến báo cáo – {name}"
OBLIGATIONS_CAPTION = "Lịch báo cáo dự kiến. “Đề xuất” là chưa được giao chính thức."
OBLIGATIONS = "Cần báo cáo những gì ({count} chỉ số)"
OBLIGATION_HEADINGS = {
    "pillar_shown": "Trụ cột",
    "indicator_shown": "Chỉ số",
    "unit": "Đơn vị",
    "frequency_shown": "Kỳ báo cáo",
    "coverage_shown": "Hiện trạng",
    "reported_shown": "Số kỳ đã có",
    "last_shown": "Kỳ gần nhất",
    "next_shown": "Hạn kỳ tới",
    "basis_shown": "Căn cứ",
}
FREQUENCIES = {"month": "hằng tháng", "quarter": "hằng quý", "half": "sáu tháng", "year": "hằng năm"}
BASES = {"assigned": "đã giao", "proposed": "đề xuất"}
COVERAGES = {
    "reported": "đã có số liệu",
    "not_reported_yet": "chưa đến hạn",
    "late": "chậm báo cáo",
    "not_applicable": "không áp dụng",
    "boundary_changed": "địa giới thay đổi",
}
LATE_PROPOSED = "chưa có số liệu"

# Targets.
ASSIGNED = "##### Chỉ tiêu được giao ({count})"
NONE_ASSIGNED = "Chưa có văn bản nào giao chỉ tiêu cho địa phương này; chỉ có mốc tham chiếu."
REFERENCES = "##### Mốc tham chiếu, không giao cho địa phương ({count})"
UNKNOWN_TEXTS = "{count} chỉ tiêu khác của {numbers} chưa có văn bản nêu nội dung, chờ bổ sung."
REFERENCES_WITHOUT_FIGURE = "{count} mốc tham chiếu khác chưa có số liệu của địa phương để so."
AIM_BY = "{aim}, {month}"
BARS = "Chỉ tiêu và mốc tham chiếu của {name}"
TARGETS_CAPTION = (
    "Vạch đậm: chỉ tiêu · vạch mảnh: mức lộ trình · gạch chéo: chưa có số liệu. Chọn một dòng để xem vì sao."
)
NEWEST = "##### Số liệu mới nhất của chỉ số cốt lõi ({count})"
NEWEST_HEADINGS = {"indicator_shown": "Chỉ số", "value_shown": "Giá trị", "period_shown": "Kỳ"}
ALL_TARGETS = "Mọi chỉ tiêu và mốc tham chiếu ({count})"
TARGETS_TITLE = "Chỉ tiêu và mốc tham chiếu – {name}"
TARGET_HEADINGS = {
    "title": "Chỉ tiêu",
    "number": "Văn bản",
    "standing_shown": "Vai trò",
    "aim_shown": "Mức",
    "deadline_shown": "Hạn",
    "value_shown": "Số liệu",
    "period_shown": "Kỳ",
    "expected_shown": "Mức lộ trình",
    "status_shown": "Trạng thái",
    "reason_shown": "Lý do",
    "source_shown": "Nguồn",
}
EXPLAINED = "Giải trình của địa phương, cơ quan (đến {day})"
GENERAL_EXPLANATIONS = "Nguyên nhân, khó khăn nguồn nêu chung ({count})"
GENERAL_EXPLAINED = "{about} (đến {day})"
CAUSE_KINDS = {"objective": "Nguyên nhân khách quan", "subjective": "Nguyên nhân chủ quan"}
CAUSE = "Nguyên nhân"
DIFFICULTY = "Khó khăn"
PROPOSAL = "Đề xuất"
RESPONSIBLE = "Trách nhiệm"
EXPLANATION_LINE = "- {label}: {text}."
EXPLANATION_SOURCE = "- Nguồn: {source}."

# Figures.
FIGURES_TITLE = "Mọi số liệu – {name}"
FIGURES_FOUND = "{count} số liệu của {indicators} chỉ số, tính đến ngày {day}."
FIGURE_HEADINGS = {
    "pillar_shown": "Trụ cột",
    "indicator_shown": "Chỉ số",
    "value_shown": "Giá trị theo nguồn",
    "value_basis_shown": "Căn cứ giá trị",
    "parts_shown": "Tử số/mẫu số",
    "period_shown": "Kỳ",
    "basis_shown": "Căn cứ kỳ",
    "source_shown": "Nguồn",
    "address": "Liên kết",
    "other_shown": "Nguồn khác",
    "origin_shown": "Loại số liệu",
    "note": "Ghi chú",
}
OPEN_SOURCE = "mở nguồn"
EVERY_PILLAR = "Không chọn nghĩa là xem tất cả."

# Trends.
NO_TREND = "Chưa chỉ số nào của {name} có từ hai kỳ số liệu trở lên, nên chưa vẽ được diễn biến."
TRENDS_TITLE = "Diễn biến – {name}"
ROSE = "{indicator}: tăng {apart} trong {months} tháng"
FELL = "{indicator}: giảm {apart} trong {months} tháng"
UNCHANGED = "{indicator}: không đổi trong {months} tháng"
TREND_CAPTION = "{unit} · {count} kỳ, gần nhất {value} ({period}) · {source}"
TREND_ALT = (
    "Biểu đồ {indicator} của {name}: từ {first} ({first_day}) đến {last} ({last_day}), {count} kỳ số liệu."
)
SINGLE = "##### Mới có một kỳ số liệu"
SINGLE_CARD = "{indicator}\n\n**{value}**"
SINGLE_CAPTION = "đến {day} · {source}"

# Children.
NO_CHILDREN = "{name} không có đơn vị hành chính trực thuộc."
CHILDREN_BARS = "Số chỉ số đã có số liệu của từng đơn vị thuộc {name}"
CHILDREN_CAPTION = "Thanh: số chỉ số đã có số liệu trên số chỉ số cần báo cáo{proposed}. Chọn một dòng để mở trang của đơn vị đó."
BY_PROPOSED = " theo lịch đề xuất"
CHILDREN_NO_OBLIGATION = "Chưa có lịch báo cáo cho các đơn vị này; thanh để trống."
CHILDREN_TITLE = "Các đơn vị thuộc {name}"
NO_OBLIGATION_SHORT = "–"
STATUS_COUNT = "{shape} {count} {word}"
CHILD_HEADINGS = {
    "name": "Đơn vị",
    "type": "Loại",
    "people": "Dân số",
    "value_shown": "{indicator}",
    "period_shown": "Kỳ",
    "coverage_text": "Độ phủ",
}

# Peers.
PEERS_TITLE = "Tương đồng với {name}: {indicator}"
PEERS_CAPTION = "Cùng cấp; gần nhất về loại, nhóm dân số, nhóm mật độ, rồi dân số. {name} là {peer}."
PEER_HEADINGS = {
    "name": "Địa phương",
    "province": "Tỉnh",
    "value_shown": "Giá trị",
    "shared": "Giống ở",
    "words": "Đặc điểm",
    "people": "Dân số",
    "period_shown": "Kỳ",
    "status_shown": "Trạng thái",
    "source_shown": "Nguồn",
}
SHARED = {"same_type": "loại", "same_population": "nhóm dân số", "same_density": "nhóm mật độ"}
ITSELF = "địa phương đang xem"
SHARED_NOTHING = "cùng cấp"
NO_PEERS = "Không có địa phương cùng cấp nào khác trong các tỉnh có bản đồ."

# Sources.
NO_SOURCES = "Chưa có nguồn nào vì chưa có số liệu."
SOURCES_TITLE = "Nguồn đã dẫn cho {name}"
SOURCE_HEADINGS = {
    "title": "Nguồn",
    "publisher": "Nơi đăng",
    "date_shown": "Ngày đăng",
    "uses": "Số lần dẫn",
    "roles": "Dẫn cho",
    "address": "Liên kết",
    "place": "Nơi lưu",
    "note": "Ghi chú",
}
ROLES = {
    "figures": "số liệu",
    "targets": "chỉ tiêu",
    "explanations": "giải trình",
    "register": "danh mục địa giới",
}

# The detail map.
MAP_LOADING = "Đang vẽ bản đồ chi tiết…"
MAP_TITLE = "{name}: {indicator}"
MAP_BASIS = "{unit} · {kind} · tính đến ngày {day} · {boundaries}"
MAP_ROWS = {"value": "Giá trị", "status": "Trạng thái", "period": "Kỳ số liệu"}
MAP_CAPTION = "Chọn một nơi trên bản đồ để mở trang của nơi đó."
MAP_FILE = "Tải bản đồ HTML để gửi thư"
MAP_BROKEN = "Chưa vẽ được bản đồ: {reason}"


def description(here: pd.Series, parent: str | None) -> str:
    """Return in one line what a locality is; an unknown population or area is named as unknown.

    Parameters
    ----------
    here : Series
        Row of ``localities``.
    parent : str or None
        Name of the area above it.
    """
    parts = [LEVEL_NAMES[here["level"]]] if here["level"] in LEVEL_NAMES else []
    if parent:
        parts.append(PART_OF.format(parent=parent))
    parts += [_area(here["area_km2"]), _population(here), *_density(here), CODE.format(code=here["code"])]
    return BETWEEN.join(parts)


def register_sources(area: str, population: str) -> str:
    """Return where area and population are from, given the titles of their sources; "" for one that is missing."""
    if area and area == population:
        parts = [BOTH_SOURCE.format(source=area), DENSITY_SOURCE]
    else:
        parts = [AREA_SOURCE.format(source=area)] if area else []
        parts += [POPULATION_SOURCE.format(source=population)] if population else []
        parts += [DENSITY_SOURCE] if area and population else []
    return REGISTER_SOURCES.format(sources=semicolon_list(parts)) if parts else ""


def _area(area: float) -> str:
    return AREA.format(area=number(area, 1)) if area == area else AREA_UNKNOWN


def _population(here: pd.Series) -> str:
    people, year = here["population"], here["population_year"]
    if people != people:
        return POPULATION_UNKNOWN
    if year != year:
        return POPULATION_UNDATED.format(people=number(people))
    return POPULATION.format(people=number(people), year=f"{year:.0f}")


def _density(here: pd.Series) -> list[str]:
    people, area = here["population"], here["area_km2"]
    known = people == people and area == area and area > 0
    return [DENSITY.format(density=number(people / area))] if known else []


def trend_title(indicator: str, change: float, months: float, unit: str, decimals: int) -> str:
    """Return how a figure changed in some months, as the title of its chart; `change` is in the indicator's unit."""
    template = ROSE if change > 0 else FELL if change < 0 else UNCHANGED
    apart = judgement.difference(abs(change), unit, decimals)
    return template.format(indicator=indicator, apart=apart, months=number(round(months)))
