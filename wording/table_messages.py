"""Messages about problems and oddities in the tables."""

# Parts of a problem; data.problems fills them in.
PROBLEM_CELL = "{file}, dòng {row}, cột “{column}”: cần {expected}; đang là {found}. {remedy}"
PROBLEM_ROW = "{file}, dòng {row}: cần {expected}; đang là {found}. {remedy}"
PROBLEM_COLUMN = "{file}, cột “{column}”: cần {expected}; đang là {found}. {remedy}"
PROBLEM_FILE = "{file}: cần {expected}; đang là {found}. {remedy}"
BROKEN_ONE = "Không nạp được số liệu: có 1 lỗi trong các bảng. Chưa bảng nào được dùng."
BROKEN_MANY = "Không nạp được số liệu: có {count} lỗi trong các bảng. Chưa bảng nào được dùng."
QUOTED = "“{text}”"
EMPTY = "ô trống"

# What a field must hold.
FIELD_STRING = "chữ"
FIELD_NUMBER = "số, dấu thập phân là dấu chấm"
FIELD_INTEGER = "số nguyên"
FIELD_DATE = "ngày dạng 2025-12-31"
FIELD_BOOLEAN = "true hoặc false"
FIELD_CODE = "mã đúng mẫu {pattern}"
FIELD_ENUM = "một trong các giá trị: {values}"
FIELD_MINIMUM = "không nhỏ hơn {minimum}"
FIELD_MAXIMUM = "không lớn hơn {maximum}"
FIELD_REQUIRED = "không để trống"

CELL_TWO = "ô chỉ hiểu được một cách; ô này có thể là {first} hoặc {second}"

# What to do.
FIX_CELL = "Hãy sửa ô này rồi nạp lại."
FIX_ROW = "Hãy sửa dòng này rồi nạp lại."
FIX_FILE = "Hãy đặt lại đúng tệp rồi nạp lại."
FIX_ENCODING = "Hãy lưu lại tệp dạng “CSV UTF-8” rồi nạp lại."
FIX_HEADER = "Hãy sửa dòng tiêu đề (dòng 1) rồi nạp lại."
FIX_DUPLICATE = "Hãy xóa hoặc sửa một trong hai dòng rồi nạp lại."
FIX_REFERENCE = "Hãy thêm dòng còn thiếu vào {file} hoặc sửa mã ở đây rồi nạp lại."
LOOK_AT = "Hãy xem lại; số liệu vẫn được nạp."

# Files.
FILE_PRESENT = "có tệp này trong thư mục bảng số liệu"
FILE_MISSING = "không có tệp"
FILE_UTF8 = "bảng mã UTF-8"
FILE_NOT_UTF8 = "byte không phải UTF-8 ở dòng {row}"
FILE_CSV = "tệp CSV đúng dạng"
FILE_NOT_CSV = "dấu ngoặc kép hoặc dấu phân cách đặt sai quanh dòng {row}"
FILE_HEADER = "dòng tiêu đề: {columns}"
FILE_EMPTY = "tệp rỗng"
FILE_SCHEMA = "lược đồ bảng đọc được (datapackage.json)"
COLUMN_PRESENT = "có cột này"
COLUMN_MISSING = "thiếu cột"
COLUMN_KNOWN = "chỉ các cột: {columns}"
COLUMN_UNKNOWN = "cột thừa “{column}”"
COLUMN_ONCE = "mỗi cột một lần"
COLUMN_TWICE = "cột lặp lại"

# Rows.
ROW_CELLS = "đúng {count} ô"
ROW_CELLS_FOUND = "{count} ô"
ROW_NOT_BLANK = "một dòng có số liệu"
ROW_BLANK = "dòng trống"
KEY_UNIQUE = "khóa ({columns}) không trùng dòng khác"
KEY_TWICE = "trùng dòng {row} ({values})"
REFERENCE_FOUND = "mã có trong {file} ({columns})"

# Rules of data.rules.
PARENT_NEEDED = "đơn vị cấp trên trực tiếp"
PARENT_LEVEL = "đơn vị cấp trên ở cấp {levels}"
PARENT_LEVEL_FOUND = "{code} ở cấp {level}"
PARENT_OF_COUNTRY = "ô trống, vì quốc gia không có cấp trên"
POPULATION_UNCHECKED = "ô trống, vì ghi chú nói dân số chưa được kiểm tra"
SHARES_SUM = "tổng tỷ lệ của đơn vị cũ {code} bằng 1"
SHARES_SUM_FOUND = "tổng {total}"
SHARE_FULL = "tỷ lệ 1, vì đơn vị cũ nhập toàn bộ"
SHARE_PARTIAL = "tỷ lệ nhỏ hơn 1, vì đơn vị cũ chỉ nhập một phần"
ORDER_DATES = "ngày không trước {column} = {earlier}"
BOUNDS_ORDER = "số lớn hơn minimum = {minimum}"
WEIGHT_NAMED = "tên cơ sở gia quyền, vì cách gộp là population_weighted"
NAME_OWN = "tên chỉ thuộc chỉ số {indicator}, vì tệp nộp lên được đọc theo tên"
NAME_TAKEN = "“{name}” đã là tên của {other}"
LIST_LENGTH = "số mục của danh mục ở cấp này, vì cấp khác đã có"
PREFERRED_ONE = "chỉ một số liệu ưu tiên cho cùng địa phương, chỉ số và kỳ"
PREFERRED_FOUND = "đã có số liệu ưu tiên ở dòng {row}"
PREFERRED_NONE = "một số liệu ưu tiên cho địa phương, chỉ số và kỳ này"
PREFERRED_NONE_FOUND = "không có dòng nào preferred = true"
VALUE_SOMETHING = "value, value_text hoặc absence có nội dung, vì thiếu số liệu không phải là số 0"
VALUE_ABSENT = "ô trống, vì absence nói địa phương không có số liệu này"
VALUE_BOUNDS = "số từ {minimum} đến {maximum} (giới hạn của chỉ số {indicator})"
VALUE_FREE = "…"
PARTS_RATES_ONLY = "ô trống, vì {indicator} không phải tỷ lệ nên không có tử số và mẫu số"
ORIGIN_REAL = "published hoặc entered, vì số liệu mô phỏng không được lưu cùng số liệu thật"
RANK_OUT_OF = "thứ hạng không lớn hơn tổng số {out_of}"
TARGET_NEEDS = "có nội dung, vì chỉ tiêu đã rõ văn bản và thuộc loại {kind}"
TARGET_UNKNOWN = "ô trống, vì chưa có văn bản của chỉ tiêu"
BASELINE_DATED = "ngày của mức xuất phát, vì baseline có số"
MILESTONE_BEFORE = "hạn trước hạn của chỉ tiêu {target} ({deadline})"
LEVEL_OF_VINTAGE = "cấp có trong mốc địa giới {vintage}"
EXPLAINED_ONCE = "ô trống, vì chỉ tiêu đã thuộc một văn bản"
COMPUTED_VALUE = "con số, vì value_basis = computed"
COMPUTED_NOTE = "cách tính ra giá trị, vì value_basis = computed"
REGISTER_SOURCE = "nguồn của {column}, vì {column} có số"

# Rows that no other row refers to.
UNUSED = {
    "indicators": "chỉ số có số liệu, chỉ tiêu hoặc quan hệ dùng đến",
    "sources": "nguồn được ít nhất một dòng dẫn",
    "resolutions": "văn bản có chỉ tiêu hoặc kết quả tổng hợp",
}
UNUSED_FOUND = "chưa dòng nào dùng đến {code}"
UNOBSERVED_TARGET = "chỉ số của chỉ tiêu có ít nhất một số liệu"
UNOBSERVED_TARGET_FOUND = "chưa có số liệu nào của {indicator}"
UNASKED_CORE = "chỉ số chính có dòng trong expected.csv (ai nộp, khi nào)"
UNASKED_CORE_FOUND = "chưa ai được giao nộp {indicator}"

RECIPE_UNUSED = "chỉ số chính (tier = core), vì chỉ chỉ số chính có số liệu mô phỏng"
RECIPE_UNUSED_FOUND = "{indicator} không phải chỉ số chính"

# Counts of a foreign key, shown on the page of sources.
MATCH = "{file} → {reference}: {matched}/{total}"
