"""Words inside charts."""

QUALIFIED = {
    "exact": "{value}",
    "at_least": "từ {value} trở lên",
    "more_than": "hơn {value}",
    "at_most": "tối đa {value}",
    "less_than": "dưới {value}",
    "about": "khoảng {value}",
}
TREND_HOVER = "{name}<br>%{{customdata[0]}} · đến %{{x|%d/%m/%Y}}<br>%{{customdata[1]}}"
TRAJECTORY = "Lộ trình"
TRAJECTORY_HOVER = "Lộ trình: %{y} · %{x|%d/%m/%Y}"
REFORM = "Sắp xếp đơn vị hành chính 1/7/2025"
TREND_CAPTION = "{value} · đến {day} · {source}"
DOT_HOVER = "%{customdata[0]}: %{customdata[1]}"
