"""Words of the quick filters."""

LABEL = "Bộ lọc"
HELP = "Chọn địa phương cần xem; bản đồ làm mờ các địa phương bị lọc ra."
CLEAR = "Bỏ {count} bộ lọc"
CLEAR_HELP = "Bấm để xem lại mọi địa phương."
VALUE = "{indicator} ({unit})"
FROM = "{name} từ mức"
TO = "{name} đến mức"
POPULATION = "Dân số (người)"
STATUSES = "Trạng thái của chỉ tiêu"
TYPES = "Loại địa phương"
GROUPS = "Khu vực"
GROUP_NAMES = {"urban": "Đô thị", "rural": "Nông thôn", "island": "Hải đảo, đặc khu"}
DISTRICTS = "Thuộc huyện, thị xã, thành phố"
FORMER_DISTRICTS = "Thuộc huyện, thị xã, thành phố cũ"
ANY = "tất cả"

SEPARATOR = "; "
COMMA = ", "
BETWEEN = "{name} từ {low} đến {high}"
AT_LEAST = "{name} từ {low} trở lên"
AT_MOST = "{name} đến {high}"
ONE_OF = "{name}: {values}"
POPULATION_NAME = "dân số"
PEOPLE = "người"
STATUS_NAME = "trạng thái {indicator}"
TYPE_NAME = "loại"
GROUP_NAME = "khu vực"
DISTRICT_NAME = "thuộc"
FORMER_NAME = "có đất của đơn vị cấp huyện cũ"

NOTE = "**Bộ lọc** – {conditions}. {counts} {page}"
COUNT = "{level}: còn {kept}/{total} địa phương, {out} bị lọc ra."
COUNT_UNKNOWN = "{level}: còn {kept}/{total} địa phương, {out} bị lọc ra, trong đó {unknown} vì chưa có số liệu để so với ngưỡng."
WHOLE_PROVINCE = "Bộ lọc chọn huyện, xã; cấp tỉnh được giữ nguyên."
PAGES = {
    "tong-quan": "Ba danh sách chỉ gồm địa phương còn lại, bản đồ làm mờ phần bị lọc; câu đọc, thẻ văn bản và bảng chỉ tiêu vẫn tính toàn địa bàn.",
    "ban-do": "Bản đồ và danh sách làm mờ phần bị lọc, bảng chỉ gồm phần còn lại; thứ hạng và độ phủ vẫn tính mọi địa phương.",
    "thay-doi": "Các danh sách, số đếm và bảng chỉ gồm địa phương còn lại và dòng chung của địa bàn.",
    "tien-do": "Danh sách, ma trận và số đếm chỉ gồm địa phương còn lại và dòng chung của địa bàn; trạng thái ở trang này lọc từng lượt giao, không lọc địa phương.",
    "dia-phuong": "Chỉ mục “Đơn vị trực thuộc” theo bộ lọc; các mục khác và bản đồ chi tiết nói về chính địa phương đang xem.",
    "so-sanh": "Ô chọn chỉ đưa ra địa phương còn lại; địa phương đã chọn vẫn giữ, thứ hạng và phân bố vẫn tính mọi địa phương.",
    "kich-ban": "Bản đồ làm mờ phần bị lọc; nhóm “Đang hiển thị theo bộ lọc” của một tác động là phần còn lại; các con số khác vẫn tính mọi địa phương.",
    "nguon-so-lieu": "Bảng số liệu và độ phủ chỉ gồm địa phương còn lại và dòng chung của địa bàn; nguồn, kiểm tra, phương pháp và thuật ngữ không theo bộ lọc.",
    "in": "Bản đồ vẽ nhạt phần bị lọc, bảng và phiếu chỉ gồm phần còn lại; thứ hạng vẫn tính mọi địa phương.",
}
OTHER_PAGE = "Trang này không áp dụng bộ lọc."

BACKWARDS = "Bộ lọc {name} có mức từ {low} lớn hơn mức đến {high}. Đã bỏ mức đến."
BACKWARDS_NAMES = {"value": "giá trị", "population": "dân số"}

NONE_PASSES = "Không có địa phương nào đạt mọi bộ lọc đang chọn. Hãy nới ngưỡng hoặc bỏ bớt bộ lọc."
