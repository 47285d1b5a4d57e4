"""Words inside charts."""

TREND_HOVER = "{name}<br>%{{customdata[0]}} · đến %{{x|%d/%m/%Y}}<br>%{{customdata[1]}}"
TRAJECTORY = "Lộ trình"
TRAJECTORY_HOVER = "Lộ trình: %{y} · %{x|%d/%m/%Y}"
CONTINUED = "{name} – nối qua sắp xếp"
REFORM = "Sắp xếp đơn vị hành chính {day}"
DOT_HOVER = "%{customdata[0]}: %{customdata[1]}"
