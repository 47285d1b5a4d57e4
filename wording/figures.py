"""Words inside charts."""

TREND_HOVER = "{name}<br>%{{customdata[0]}} · đến %{{x|%d/%m/%Y}}<br>%{{customdata[1]}}"
TRAJECTORY = "Lộ trình"
TRAJECTORY_HOVER = "Lộ trình: %{y} · %{x|%d/%m/%Y}"
REFORM = "Sắp xếp đơn vị hành chính 1/7/2025"
DOT_HOVER = "%{customdata[0]}: %{customdata[1]}"
