"""Words around the working of a status."""

HEADING = "**{shape} {status}** — {title}"
LINE = "- {sentence}"
TITLE = "{title} ({number})"
