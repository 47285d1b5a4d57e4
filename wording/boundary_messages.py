"""Messages about boundary files, and the name of the boundaries that a map draws."""

from collections.abc import Collection

SCHEMATIC = "ranh giới sơ đồ"
IMPORTED = "ranh giới theo {source}"
WITHOUT_SHAPES = "{basis}, {count} địa phương chưa có hình"
PARTLY_IMPORTED = "ranh giới sơ đồ, một phần theo {source}"


def basis(sources: Collection[str]) -> str:
    """Return the name of the boundaries that a map draws.

    Parameters
    ----------
    sources : collection of str
        Sources of the shapes, "" for schematic ones.

    Examples
    --------
    >>> basis([""]), basis(["ban-do.gpkg"])
    ('ranh giới sơ đồ', 'ranh giới theo ban-do.gpkg')
    """
    named = [source for source in sources if source]
    if not named:
        return SCHEMATIC
    sentence = PARTLY_IMPORTED if len(named) < len(sources) else IMPORTED
    return sentence.format(source=", ".join(named))


BROKEN_ONE = "Không dùng được tệp ranh giới: có 1 lỗi. Bản đồ chưa được vẽ; các bảng số liệu vẫn xem được."
BROKEN_MANY = (
    "Không dùng được tệp ranh giới: có {count} lỗi. Bản đồ chưa được vẽ; các bảng số liệu vẫn xem được."
)

# The pieces of a problem, filled by geo.boundaries.
PROBLEM_FILE = "{file}: {fault}. {remedy}"
PROBLEM_FEATURE = "{file}, vùng thứ {feature}: {fault}. {remedy}"
PROBLEM_CODED = "{file}, vùng thứ {feature} (mã {code}): {fault}. {remedy}"
LIST_CUT = "{listed} và {count} mã khác"

# What the file has.
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
ALTERED = "bộ ranh giới đã nhập không còn nguyên vẹn"
OUTGROWN = "ranh giới đã nhập không khớp danh mục hiện nay: lệch {count} địa phương"
OUTSIDE = "tọa độ ({lon}; {lat}) nằm ngoài Việt Nam"

# What to do.
FIX_ABSENT = "Hãy đặt tệp vào đúng chỗ, hoặc chạy “python -m geo.schematic” để làm lại ranh giới sơ đồ."
FIX_IMPORTED = "Hãy nhập lại bằng “python -m geo.import_boundaries”, hoặc xóa tệp này trong thư mục .state/boundaries để dùng lại ranh giới sơ đồ."
FIX_JSON = "Hãy xuất lại tệp dạng GeoJSON, bảng mã UTF-8."
FIX_CODE_PROPERTY = "Hãy thêm thuộc tính “code” chứa mã của Cục Thống kê cho từng vùng."
FIX_CODE = "Hãy điền mã của Cục Thống kê."
FIX_UNKNOWN = "Hãy sửa mã theo bảng localities.csv hoặc bỏ vùng này; sau 01/7/2025 nhiều mã cũ mang tên mới."
FIX_TWICE = "Hãy gộp hai vùng làm một hoặc sửa một trong hai mã."
FIX_MISSING = "Hãy thêm các vùng còn thiếu theo bảng localities.csv, hoặc nhập ranh giới của tỉnh bằng “python -m geo.import_boundaries”."
FIX_SHAPE = "Hãy vẽ lại vùng này rồi xuất lại tệp."
FIX_OUTSIDE = (
    "Hãy xuất lại ở hệ tọa độ WGS 84 (kinh độ, vĩ độ; EPSG:4326), không dùng tọa độ mét như VN-2000."
)
