"""Messages of the import of a boundary file."""

NO_FILE = "Không có tệp {file}. Hãy kiểm tra đường dẫn."
UNREADABLE = "Không đọc được tệp {file}: tệp hỏng hoặc không phải dạng ranh giới đọc được. Hãy xuất lại dạng GeoJSON hoặc GeoPackage."
NO_AREAS = "Tệp {file} không có vùng nào (kiểu hình: {kinds}). Hãy chọn tệp ranh giới dạng vùng (Polygon)."
NOTHING_IN_ZIP = "Tệp nén {file} không chứa tệp ranh giới nào. Hãy nén lại cả bộ Shapefile (.shp, .shx, .dbf, .prj) hoặc một tệp GeoJSON, GeoPackage."
NO_SHAPES_IN_TABLE = "Bảng {file} không có cột nào chứa hình dạng WKT. Các cột: {columns}. Hãy xuất lại với một cột hình dạng POLYGON hoặc MULTIPOLYGON."
WHICH_LAYER = "Tệp {file} có nhiều lớp: {layers}. Hãy chọn một lớp bằng --layer."
WHICH_CRS = "Tệp {file} không ghi hệ tọa độ, tọa độ bắt đầu từ ({corner}). Hãy hỏi nơi cấp tệp rồi ghi bằng --crs. Tệp nằm đúng vùng sử dụng với: {likely}."
NO_ZONE = "không hệ VN-2000 nào"
UNKNOWN_CRS = "Không hiểu hệ tọa độ “{crs}”. Hãy ghi dạng EPSG, ví dụ --crs EPSG:9217."
NOT_VIETNAM = "Tệp {file} đọc theo hệ tọa độ {crs} thì nằm ngoài Việt Nam. Hãy kiểm tra lại hệ tọa độ."
TAKEN_FOR_DEGREES = (
    "Tệp không ghi hệ tọa độ; tọa độ là kinh độ, vĩ độ trong lãnh thổ Việt Nam nên đọc theo WGS 84."
)
AXES_EXCHANGED = "Tệp ghi vĩ độ trước kinh độ; đã đổi lại thứ tự, vì chỉ như vậy hình mới nằm trong Việt Nam."
FEATURES_READ = "Đọc {areas} vùng trong {rows} dòng của tệp."
CRS_READ = "Hệ tọa độ: {crs}."
CRS_IGNORED = "Bỏ qua --crs {crs}: tệp tự ghi hệ tọa độ {own}."

MAPPING_UNREADABLE = "Không đọc được tệp đối chiếu {file}. Hãy kiểm tra đường dẫn và lưu lại dạng CSV UTF-8."
MAPPING_COLUMNS = "Tệp đối chiếu {file} phải có cột “code” và cột “feature” hoặc “name”."
MAPPING_NO_FEATURE = "{file}, dòng {line}: không có đúng một vùng “{name}”; dòng này không dùng đến."
MAPPING_NO_CODE = "{file}, dòng {line}: mã “{code}” không có trong danh mục; dòng này không dùng đến."

READING = "Đọc tệp"
MATCHING = "Đối chiếu với danh mục"
REPAIRING = "Sửa hình"
DRAWING = "Đơn giản hóa và đóng gói"
STEPS = (READING, MATCHING, REPAIRING, DRAWING)

COLUMNS = {"name": "tên", "kind": "loại", "code": "mã", "province": "tỉnh", "district": "huyện"}
COLUMNS_TAKEN = "Cột đã dùng: {columns}."
NO_COLUMN = "không cột nào khớp danh mục"
ENCODING = "Chữ trong tệp theo bảng mã {encoding}, đã đổi sang Unicode."

# Why rows of a file are set aside.
SET_ASIDE = {
    "points": "Bỏ ra {count} điểm (như điểm đặt tên): điểm không phải ranh giới.",
    "lines": "Bỏ ra {count} đường: đường không phải vùng.",
    "blank": "Bỏ ra {count} dòng trống: không hình, không tên, không mã.",
    "excluded": "Tệp đối chiếu bỏ qua {count} vùng.",
    "other_province": "Để riêng {count} vùng thuộc tỉnh khác.",
}
OTHER_CODE = "{count} vùng mang mã mà danh mục ghi cho địa phương khác; đã khớp theo tên và vị trí, không theo mã (vùng thứ {features}…)."
SHIFT = "Cả tệp lệch khoảng {kilometres} km về phía {direction} so với danh mục: hệ tọa độ của tệp có lẽ ghi sai, nên không vùng nào được khớp theo tên hay mã."
SHIFT_ZONES = (
    "Đọc theo {zones} thì hình nằm đúng chỗ. Hãy hỏi lại nơi cấp tệp, rồi chạy lại với --crs EPSG:{first}."
)
SHIFT_UNKNOWN = "Hãy hỏi nơi cấp tệp hệ tọa độ đúng rồi ghi bằng --crs."
ZONE = "EPSG:{code} ({name})"
CRS_OVERRIDDEN = "Hệ tọa độ tệp tự ghi làm cả tệp lệch khỏi danh mục; đã đọc theo --crs {crs}."
PROVINCE = "{code} {name}"
WHOLE_PROVINCES = "Tệp không phủ hết danh mục, nhưng đủ hình của: {provinces}. Hãy nhập từng tỉnh bằng --province, ví dụ --province {first}."
MANY_WHOLE_PROVINCES = "Tệp không phủ hết danh mục, nhưng đủ hình của {count} tỉnh, như {provinces}. Hãy nhập từng tỉnh bằng --province, ví dụ --province {first}."
WIDER_THAN_REGISTER = "{count} vùng nằm ngoài các tỉnh của danh mục. Nếu tệp rộng hơn danh mục, hãy nhập từng tỉnh bằng --province (mã tỉnh: {codes})."

DIRECTIONS = ("đông", "đông bắc", "bắc", "tây bắc", "tây", "tây nam", "nam", "đông nam")

# Why a feature or a locality is not matched.
REASONS = {
    "not_named": "không tên, mã hay vị trí nào khớp",
    "ambiguous": "có thể là nhiều địa phương",
    "elsewhere": "tên khớp nhưng vị trí hoặc diện tích khác hẳn danh mục",
    "swapped": "tên hoặc mã bị tráo, hoặc bảng trượt dòng: hình nằm ở chỗ của địa phương khác",
    "shifted": "tên hoặc mã khớp, nhưng cả tệp lệch khỏi vị trí trong danh mục",
    "no_shape": "dòng này không có hình",
    "no_feature": "không có vùng nào",
    "covered": "bị vùng khác phủ kín",
}
HOW = {
    "code": "theo mã",
    "name": "theo tên",
    "place": "theo vị trí và diện tích",
    "mapping": "theo tệp đối chiếu",
}

# The summary.
MATCHED = "Khớp {matched}/{localities} địa phương ({ways})."
WAY = "{count} {how}"
UNMATCHED_FEATURE = "  vùng thứ {feature} “{name}”: {reason}. Gần nhất: {candidates}"
MISSING_LOCALITY = "  {code} {name}: {reason}. Gần nhất: {candidates}"
UNMATCHED_FEATURES = "Vùng chưa khớp ({count}):"
MISSING_LOCALITIES = "Địa phương chưa có vùng ({count}):"
CANDIDATE_LOCALITY = "{code} {name}"
CANDIDATE_FEATURE = "vùng thứ {feature} “{name}”"
NO_CANDIDATE = "không đoán được"
MORE = "  … và {count} dòng nữa; xem đủ bằng --report hoặc --json."
REPAIRED = "Sửa hình: {invalid_shapes} hình hỏng, {slivers} mảnh vụn ({slivers_km2} km²), {overlaps} chỗ chồng lấn ({overlaps_km2} km²), khe hở {gaps_km2} km²."
AREA_ERRORS = "Diện tích lệch hơn 5 % so với danh mục: {count} địa phương."
AREA_ERROR = "  {code} {name}: tệp {file} km², danh mục {register} km² ({error} %)"
IMPORTED = "Đã nhập vào {directory}. Mở lại trang là thấy ranh giới mới."
WRITTEN_ELSEWHERE = "Đã ghi vào {directory}; ranh giới đang dùng không đổi."
DRY_RUN = "Chạy thử: không ghi gì."
INCOMPLETE = "Chưa đủ: ranh giới đang dùng giữ nguyên. Hãy ghi các dòng chưa khớp vào tệp CSV (cột feature, code; code “-” để bỏ qua) rồi chạy lại với --mapping."
REPORT_AT = "Báo cáo: {file}"
ANOTHER_IMPORT = "một lần nhập khác đang ghi; hãy chạy lại khi lần đó xong"
UNWRITABLE = "Không ghi được vào {directory} ({error}). Ranh giới đang dùng giữ nguyên."

REPORT_TITLE = "Nhập ranh giới: {file}"
REPORT_WHOLE = "Đủ: mọi địa phương đã có vùng, mọi vùng đã có địa phương."
NO_PROVINCE = "danh mục của mốc địa giới {vintage} không có tỉnh mã {province}"
NO_LEVEL = "mốc địa giới {vintage} không có cấp {level}"
OLD, NEW = "Đang dùng", "Trong tệp"
LEGEND = {"found": "khớp", "wrong": "khớp, diện tích lệch hơn 5 %", "missing": "chưa có vùng trong tệp"}
TABLES = {
    "unmatched_features": "Vùng chưa khớp",
    "missing_localities": "Địa phương chưa có vùng",
    "area_errors": "Diện tích lệch",
}
HEADS = {
    "feature": "Vùng thứ",
    "code": "Mã",
    "name": "Tên",
    "reason": "Vì sao",
    "candidates": "Gần nhất",
    "file": "Tệp (km²)",
    "register": "Danh mục (km²)",
    "error": "Lệch (%)",
}

HELP = {
    "description": "Nhập tệp ranh giới thật thay cho ranh giới sơ đồ; thiếu một địa phương là không thay gì.",
    "file": "GeoJSON, GeoPackage, Shapefile (nén zip được), TopoJSON, FlatGeobuf, GeoParquet…",
    "vintage": "mốc địa giới của tệp",
    "level": "cấp của các vùng",
    "province": "chỉ nhập một tỉnh (mã tỉnh)",
    "crs": "hệ tọa độ khi tệp không ghi, ví dụ EPSG:9217",
    "layer": "lớp cần đọc khi tệp có nhiều lớp",
    "mapping": "tệp CSV chỉ rõ vùng nào là địa phương nào (cột feature hoặc name, và code; “-” để bỏ qua)",
    "source": "nơi cấp ranh giới, ghi trên bản đồ (mặc định: tên tệp)",
    "gap": "khe hở hẹp hơn ngần này mét thì khép lại",
    "register": "danh mục địa phương khác danh mục của chương trình",
    "out": "ghi vào thư mục khác, không thay ranh giới đang dùng",
    "dry_run": "chỉ kiểm tra, không ghi ranh giới",
    "report": "ghi báo cáo HTML: ranh giới cũ và mới cạnh nhau",
    "json": "dòng cuối là một đối tượng JSON",
}
