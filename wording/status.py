"""Short words of statuses, as they fit beside a bar; the full ones are in ``judgement.STATUS_WORDS``."""

LABELS = {
    "met": "đạt",
    "on_track": "đúng lộ trình",
    "open": "chưa đủ căn cứ",
    "behind": "chậm lộ trình",
    "missed": "không đạt",
    "not_measurable": "chưa đo được",
    "no_data": "chưa có số liệu",
    "text_unknown": "chưa có văn bản",
    "stale": "số liệu cũ",
    "above_reference": "trên mốc",
    "below_reference": "dưới mốc",
    "no_judgement": "chưa rõ so với mốc",
    "no_target": "không có chỉ tiêu",
}
