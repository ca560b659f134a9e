"""Say how many lines a text takes without laying it out, so that ten thousand cards have their heights at once."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

_LOOKED_AT = 400
"""So many code points are longer than any room."""
_KEPT = 40_000
"""So many measured texts are kept."""
_SAMPLE = "The quick brown fox jumps over the lazy dog, and 14 of 120 sailors saw it happen on Tuesday."


class LineCounter:
    """Counts one line or two for texts set in one font.

    A plain text that is clearly shorter or longer than the room is judged by its number of letters; only one that
    comes near the edge, or holds letters of another width, is measured.
    """

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetricsF(font)
        self._letter = self._metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        self.height = self._metrics.height()
        self._measured: dict[str, float] = {}

    def fits(self, text: str, room: float) -> bool:
        """Whether the text fits on one line of `room` pixels."""
        guess = len(text) * self._letter
        if text.isascii() and (guess < 0.6 * room or guess > 1.6 * room):
            return guess < room
        held = self._measured.get(text[:_LOOKED_AT])
        if held is None:
            if len(self._measured) > _KEPT:
                self._measured.clear()
            held = self._measured[text[:_LOOKED_AT]] = self._metrics.horizontalAdvance(text[:_LOOKED_AT])
        return held <= room
