"""What is said when a boundary file can't be used."""

SCHEMATIC = "ranh giới sơ đồ"

BROKEN_ONE = "Không dùng được tệp ranh giới: có 1 lỗi. Bản đồ chưa được vẽ; các bảng số liệu vẫn xem được."
BROKEN_MANY = (
    "Không dùng được tệp ranh giới: có {count} lỗi. Bản đồ chưa được vẽ; các bảng số liệu vẫn xem được."
)

# The pieces of a problem, filled by geo.boundaries.
PROBLEM_FILE = "{file}: {found}. {remedy}"
PROBLEM_FEATURE = "{file}, vùng thứ {feature}: {found}. {remedy}"
PROBLEM_CODED = "{file}, vùng thứ {feature} (mã {code}): {found}. {remedy}"
LIST_CUT = "{listed} và {count} mã khác"

# What stands in the file.
ABSENT = "không có tệp này"
NOT_JSON = "không phải tệp JSON đúng dạng (dòng {line}, cột {column})"
NOT_UTF8 = "không phải bảng mã UTF-8"
NOT_COLLECTION = "không phải GeoJSON kiểu FeatureCollection có danh sách “features”"
NO_CODE_PROPERTY = "không vùng nào có thuộc tính mã ({names})"
NO_CODE = "không có mã ở thuộc tính “{property}”"
UNKNOWN = "mã này không có trong danh mục {level} của mốc địa giới {vintage}"
TWICE = "mã này đã có ở vùng thứ {first}"
MISSING = "thiếu {count} {level} của danh mục: {codes}"
NO_SHAPE = "không có hình hoặc hình trống"
NOT_AREA = "hình kiểu “{kind}”, không phải Polygon hay MultiPolygon"
OPEN_RING = "có đường bao chưa khép kín hoặc dưới bốn điểm"
NOT_NUMBERS = "có tọa độ không phải số"
OUTSIDE = "tọa độ ({lon}; {lat}) nằm ngoài Việt Nam"

# What to do.
FIX_ABSENT = "Hãy đặt tệp vào đúng chỗ, hoặc chạy “python -m geo.schematic” để làm lại ranh giới sơ đồ."
FIX_JSON = "Hãy xuất lại tệp dạng GeoJSON, bảng mã UTF-8."
FIX_CODE_PROPERTY = "Hãy thêm thuộc tính “code” chứa mã của Cục Thống kê cho từng vùng."
FIX_CODE = "Hãy điền mã của Cục Thống kê."
FIX_UNKNOWN = "Hãy sửa mã theo bảng localities.csv hoặc bỏ vùng này; sau 01/7/2025 nhiều mã cũ mang tên mới."
FIX_TWICE = "Hãy gộp hai vùng làm một hoặc sửa một trong hai mã."
FIX_MISSING = "Hãy thêm các vùng còn thiếu; danh mục có trong bảng localities.csv."
FIX_SHAPE = "Hãy vẽ lại vùng này rồi xuất lại tệp."
FIX_OUTSIDE = (
    "Hãy xuất lại ở hệ tọa độ WGS 84 (kinh độ, vĩ độ; EPSG:4326), không dùng tọa độ mét như VN-2000."
)

LEVELS = {"province": "tỉnh", "district": "huyện", "commune": "xã"}
