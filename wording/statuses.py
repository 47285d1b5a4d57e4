"""Colour, shape and short word of each status.

The full words are in ``judgement.STATUS_WORDS``.
"""

from dataclasses import dataclass

_LABELS = {
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


@dataclass(frozen=True)
class Look:
    """Colour (hex), shape (one character, "" without a target) and word of a status."""

    colour: str
    shape: str
    word: str

    @property
    def label(self) -> str:
        """Shape and word, as printed beside a bar."""
        return f"{self.shape} {self.word}".lstrip()


# Okabe–Ito colours, which colour-blind readers can distinguish; the shapes work without colour.
_COLOURS_AND_SHAPES = {
    "met": ("#009E73", "✔"),
    "on_track": ("#56B4E9", "●"),
    "open": ("#F0E442", "◔"),
    "behind": ("#E69F00", "▲"),
    "missed": ("#D55E00", "✖"),
    "not_measurable": ("#8C8C9E", "◇"),
    "no_data": ("#D9D9D9", "▨"),
    "text_unknown": ("#CFCFCF", "?"),
    "stale": ("#B8B8B8", "◷"),
    "above_reference": ("#7F9FBF", "△"),
    "below_reference": ("#BFA77F", "▽"),
    "no_judgement": ("#C9C9D6", "□"),
    "no_target": ("#EDEDED", ""),
}

LOOKS = {status: Look(*look, _LABELS[status]) for status, look in _COLOURS_AND_SHAPES.items()}

# The worst status first.
ORDER = ["missed", "behind", "open", "on_track", "met", "stale", "not_measurable", "no_data", "text_unknown",
         "below_reference", "no_judgement", "above_reference", "no_target"]  # fmt: skip
