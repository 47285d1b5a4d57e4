"""Words of the method and the glossary."""

VERSION = "Phiên bản {version}"

HOW_TO_READ = """
Mọi con số trên màn hình là số liệu của một nguồn, giữ đúng cách ghi của nguồn (“hơn”, “khoảng”) và kèm kỳ số liệu.
Chưa có số liệu **không phải là số 0**: ô trống luôn nói rõ là chưa có, chưa đến hạn, không áp dụng hay địa giới đã thay đổi.
"""

STATUS_HEADING = "Trạng thái"
STATUS_RULES = {
    "met": "Số liệu đã đạt mức chỉ tiêu, dù kỳ số liệu kết thúc lúc nào.",
    "on_track": "Chưa đạt, nhưng bằng hoặc tốt hơn mức lộ trình tại ngày cuối kỳ số liệu.",
    "open": "Chưa đạt và chưa đủ căn cứ: không có mốc xuất phát, nguồn không nêu con số chính xác, hoặc hạng và mốc thời gian chưa đến hạn.",
    "behind": "Chưa đạt và kém mức lộ trình tại ngày cuối kỳ số liệu.",
    "missed": "Kỳ số liệu đã đến hạn mà chưa đạt.",
    "not_measurable": "Bộ, ngành chưa hướng dẫn phương pháp đánh giá.",
    "no_data": "Chưa có con số nào đến ngày xem.",
    "text_unknown": "Biết có chỉ tiêu nhưng chưa có văn bản nêu nội dung; không địa phương nào thiếu số liệu.",
    "stale": "Số liệu kết thúc trước ngày xem hơn 12 tháng: vẫn hiển thị, không đánh giá.",
    "above_reference": "Chỉ tiêu không giao cho địa phương; số liệu bằng hoặc tốt hơn mốc tham chiếu. Không phải là đạt.",
    "below_reference": "Chỉ tiêu không giao cho địa phương; số liệu kém mốc tham chiếu. Không phải là không đạt.",
    "no_judgement": "Chỉ tiêu không giao cho địa phương; nguồn không nêu con số chính xác để so với mốc.",
    "no_target": "Không có chỉ tiêu nào áp dụng cho chỉ số này ở địa phương này.",
}
STATUS_LINE = "- **{label}** — {rule}"

LINE_HEADING = "Mức lộ trình"
LINE = """
Đường thẳng từ mốc xuất phát đến mức chỉ tiêu tại hạn, qua các mốc trung gian nếu văn bản nêu. Số liệu được so với đường này tại
**ngày cuối kỳ của chính số liệu**, không phải tại ngày xem. Không có mốc xuất phát thì không có đường: không coi xuất phát là 0.
"""
FORMULA = r"\text{mức lộ trình} = \text{xuất phát} + (\text{chỉ tiêu} - \text{xuất phát}) \times \frac{\text{số ngày đã qua}}{\text{tổng số ngày}}"
EXAMPLE = "**Ví dụ từ số liệu thật** — {title} của {place} ({document}):"
EXAMPLE_START = "Mốc xuất phát {baseline} ngày {baseline_date}; chỉ tiêu {aim}, hạn {deadline}."
NO_EXAMPLE = "Hiện chưa có chỉ tiêu nào nêu đủ mốc xuất phát, mức và hạn để làm ví dụ."

RULES_HEADING = "Các quy tắc khác"
RULES = {
    "Độ phủ": "số đã báo cáo trên số đến hạn, viết “12/27”, không viết thành phần trăm. Chưa đến hạn, không áp dụng và địa giới thay đổi không nằm trong mẫu số.",
    "Lịch nộp": "bảng expected.csv ghi ai nộp số liệu nào, bao lâu một lần. Dòng có căn cứ “lịch đề xuất” chưa được văn bản nào giao nên không dùng để nói ai chậm.",
    "Xếp hạng": "không xếp hạng khi hơn 20 % số địa phương thiếu số liệu so được. Chênh lệch nhỏ hơn mức làm tròn của nguồn là ngang nhau, cùng hạng. Hạng mức và hạng tiến bộ tính riêng, không cộng với nhau.",
    "Nhịp độ": "số dư và số lũy kế so với số liệu cũ nhất trong 12 tháng trước đó; số phát sinh chỉ so hai kỳ dài bằng nhau, ưu tiên cùng kỳ năm trước. Ngày đến đích là ngày đạt chỉ tiêu nếu giữ nguyên nhịp độ.",
    "Tổng hợp": "số đếm thì cộng; tỷ lệ thì cộng tử số và mẫu số rồi chia; tỷ lệ theo dân số thì lấy trung bình có quyền số. Thiếu tử số, mẫu số hoặc dân số đã kiểm tra thì không tổng hợp và nói rõ vì sao. Cộng thiếu địa phương thì chỉ là mức tối thiểu.",
    "Cách ghi": "“hơn 60 %” không đủ để nói đã đạt 70 %; “khoảng 71 %” được hiểu là từ 70,5 đến 71,5 %. Con số chỉ có mức tối thiểu hoặc tối đa không được xếp hạng.",
    "Kỳ số liệu": "“nguồn nêu” là kỳ ghi trong nguồn; “suy ra” là kỳ xác định từ ngày đăng hoặc bối cảnh. Hai số liệu khác kỳ đặt cạnh nhau luôn được ghi “khác kỳ”.",
    "Số liệu chính và nguồn khác": "mỗi địa phương, chỉ số và kỳ chỉ có một số liệu chính để vẽ; số liệu của nguồn khác vẫn hiển thị ở trang này.",
    "Mốc tham chiếu": "chỉ tiêu không giao cho địa phương chỉ là đường tham chiếu, không sinh ra trạng thái đạt hay không đạt. Từ 01/7/2025, nghị quyết của tỉnh cũ chỉ là mốc tham chiếu đối với xã mới.",
    "Không so được": "các chỉ số có tên gần giống nhau nhưng khác định nghĩa hoặc mẫu số được ghi là hai chỉ số và không bao giờ đặt chung một trục.",
    "Số liệu mô phỏng": "một bộ đầy đủ hằng tháng do máy tạo từ một hạt giống cố định, để dùng thử mọi chức năng. Luôn có dấu “SỐ LIỆU MÔ PHỎNG”, không trộn với số liệu thật, không dùng để báo cáo.",
    "Ranh giới": "nơi bản đồ ghi “ranh giới sơ đồ”, hình được dựng từ điểm và diện tích của từng địa phương, không dùng để xác định địa giới; ranh giới nhập từ tệp thì bản đồ ghi nguồn. Hoàng Sa và Trường Sa được vẽ bằng ký hiệu ở khung riêng.",
}
RULE_LINE = "- **{name}**: {rule}"

TERMS_HEADING = "Thuật ngữ"
TERMS = {
    "Nghị quyết": "văn bản đặt chỉ tiêu: nghị quyết, kế hoạch, quyết định, chương trình hoặc bộ chỉ số.",
    "Trụ cột": "chính quyền số, kinh tế số, xã hội số, và các nền tảng: nhận thức, thể chế, hạ tầng, nhân lực, an toàn thông tin.",
    "Chỉ số": "điều được đo: đơn vị, chiều tốt, kiểu thời gian, cách tổng hợp.",
    "Chỉ số chính": "chỉ số dùng cho bản đồ, xếp hạng và độ phủ; các chỉ số khác để tham khảo.",
    "Chỉ tiêu": "một chỉ số kèm mức cần đạt và hạn, do một văn bản đặt ra.",
    "Số liệu": "một giá trị được báo cáo của một địa phương, một chỉ số, một kỳ, từ một nguồn.",
    "Địa phương": "cả nước, tỉnh, huyện hoặc xã, theo một mốc địa giới.",
    "Mốc địa giới": "đến 30/6/2025 (tỉnh, huyện, xã) hoặc từ 01/7/2025 (tỉnh, xã). Cùng một mã có thể là hai nơi khác nhau ở hai mốc.",
    "Ngày xem": "ngày “tính đến”: chỉ dùng số liệu có kỳ kết thúc đến ngày đó.",
    "Mức lộ trình": "giá trị mà đường thẳng đến chỉ tiêu đòi hỏi tại ngày cuối kỳ số liệu.",
    "Mức và tiến bộ": "mức là đang ở đâu; tiến bộ là thay đổi bao nhiêu trong một năm.",
    "Mốc tham chiếu": "chỉ tiêu của nơi khác hoặc của cả vùng, chỉ để nhìn, không để đánh giá.",
    "Số dư, số phát sinh, số lũy kế": "tại một ngày; trong một khoảng thời gian; cộng dồn từ một mốc đến nay.",
    "DTI": "bộ chỉ số đánh giá chuyển đổi số của bộ quản lý ngành, thang điểm và hạng công bố hằng năm cho các tỉnh.",
    "Dịch vụ công toàn trình": "dịch vụ công trực tuyến thực hiện hoàn toàn trên mạng; trước năm 2022 gọi gần đúng là mức độ 4.",
}

INDICATORS_HEADING = "{count} chỉ số, {core} chỉ số chính"
INDICATORS_TITLE = "Định nghĩa chỉ số"
INDICATORS = {
    "name_vi": "Chỉ số",
    "tier_shown": "Loại",
    "pillar_shown": "Trụ cột",
    "unit": "Đơn vị",
    "direction_shown": "Chiều tốt",
    "time_shown": "Kiểu thời gian",
    "aggregation_shown": "Cách tổng hợp",
    "definition": "Định nghĩa",
    "note": "Ghi chú",
}
TIERS = {"core": "chính", "context": "tham khảo"}
DIRECTIONS = {"higher": "càng cao càng tốt", "lower": "càng thấp càng tốt", "none": "không có"}
TIMES = {"stock": "số dư", "flow": "số phát sinh", "cumulative": "số lũy kế"}
AGGREGATIONS = {
    "sum": "cộng",
    "ratio_of_sums": "cộng tử số, mẫu số rồi chia",
    "population_weighted": "trung bình theo dân số",
    "none": "không tổng hợp",
}
