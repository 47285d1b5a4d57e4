"""Names of the pillars of digital transformation."""

HEADING = "Trụ cột"
ALL = "Mọi trụ cột"
NAMES = {
    "overall": "Mục tiêu chung",
    "awareness": "Nhận thức số",
    "institutions": "Thể chế số",
    "infrastructure": "Hạ tầng số",
    "workforce": "Nhân lực số",
    "security": "An toàn thông tin mạng",
    "government": "Chính quyền số",
    "economy": "Kinh tế số",
    "society": "Xã hội số",
}
UNKNOWN = "Chưa rõ trụ cột"
