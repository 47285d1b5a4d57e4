"""Words inside charts."""

QUALIFIED = {
    "exact": "{value}",
    "at_least": "từ {value} trở lên",
    "more_than": "hơn {value}",
    "at_most": "tối đa {value}",
    "less_than": "dưới {value}",
    "about": "khoảng {value}",
}
MARK_HOVER = {
    "expected": "%{y}<br>Mức lộ trình: %{x}",
    "target_value": "%{y}<br>Chỉ tiêu: %{x}",
}
