"""Charts: functions from a frame to a Plotly figure; they know no page."""
