"""Words around the calculation of a status."""

HEADING = "**{shape} {status}** — {title}"
LINE = "- {sentence}"
TITLE = "{title} ({number})"
KEPT = "Khi gửi có cảnh báo: {message} Địa phương giữ số này, lý do: {reason}"
