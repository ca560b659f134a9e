"""Say at the edges of the timeline which dates of each source lie before and after what is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from reader.ui.looks.theme import SANS, Theme, font
from reader.ui.plots.labelling import Room
from reader.ui.wording import shortened

_HINT, _TALL = 11, 8  # pixels of the font, and of its figures: the lanes of many sources are low
_TICK, _PAPER = 4, 2  # pixels
_LISTED = 12
"""More dates than these are counted and not listed when the pointer is over a hint."""


@dataclass(frozen=True)
class Beyond:
    """The dates of one source before the first day shown (`earlier`), or after the last; in seconds since 1970."""

    source: str
    lane: int
    earlier: bool
    left: float
    right: float
    words: tuple[str, ...]

    @property
    def hint(self) -> str:
        """What stands at the edge: the date itself if there is one only, else how many there are."""
        if len(self.words) == 1:
            told = f"\u2068{shortened(self.words[0], 20)}\u2069"  # Arabic words leave the arrow where it is
        else:
            told = f"{len(self.words)} {'earlier' if self.earlier else 'later'}"
        return f"\u200e{self.arrow} {told}" if self.earlier else f"\u200e{told} {self.arrow}"

    @property
    def arrow(self) -> str:
        """What stands at the edge where there is no room for words."""
        return "‹" if self.earlier else "›"

    @property
    def listed(self) -> str:
        """What the pointer is told."""
        rest = len(self.words) - _LISTED
        lines = [*self.words[:_LISTED], *([f"and {rest} more"] if rest > 0 else ())]
        which = "Before" if self.earlier else "After"
        return f"{which} what is shown, {self.source}:\n" + "\n".join(lines) + "\nClick to show"


def dates_beyond(dates: Iterable[tuple[str, int, float, float, str]], left: float, right: float) -> list[Beyond]:
    """What lies wholly outside `left` to `right`; a date is its source, its lane, its two ends and its words."""
    found: dict[tuple[int, str, bool], list[tuple[float, float, str]]] = {}
    for source, lane, first, last, words in dates:
        if last <= left or first >= right:
            found.setdefault((lane, source, last <= left), []).append((first, last, words))
    return [
        Beyond(
            source,
            lane,
            earlier,
            min(first for first, _, _ in held),
            max(last for _, last, _ in held),
            tuple(dict.fromkeys(words for _, _, words in sorted(held))),
        )
        for (lane, source, earlier), held in sorted(found.items())
    ]


class EdgeHints:
    """The hints on one plot, each a button at the edge of its source's lane."""

    def __init__(self, view: pg.PlotWidget) -> None:
        self._view = view
        self._labels: list[pg.TextItem] = []

    def forget(self) -> None:
        """The plot was emptied, and the hints with it."""
        self._labels = []

    def place(
        self, found: Sequence[Beyond], heights: Callable[[int], Sequence[float]], room: Room, theme: Theme
    ) -> list[tuple[Beyond, float, float, float]]:
        """Show these instead of those before, each at one of the `heights` of its lane; words only where nothing is.

        Returns each with its left and right end and its height, in the plot's own units.
        """
        box = self._view.getPlotItem().getViewBox()
        (left, right), (_, top) = box.viewRange()
        wide, high = box.viewPixelSize()
        metrics = QFontMetricsF(font(SANS, _HINT))
        placed = []
        for label, beyond in zip(self._as_many(len(found)), found, strict=True):
            for words in (beyond.hint, beyond.arrow):
                width = metrics.horizontalAdvance(words) + 2 * _PAPER
                edge = _TICK if beyond.earlier else (right - left) / wide - width
                offered = {
                    y: QRectF(edge, (top - y) / high - _TALL / 2, width, _TALL) for y in heights(beyond.lane)
                }  # fmt: skip
                y = next((y for y, held in offered.items() if room.is_free(held)), None)
                if y is not None:
                    break
            else:
                y = next(iter(offered))
            room.take(offered[y])
            label.setText(words, theme.source_colour(beyond.source))
            label.setAnchor((0.0 if beyond.earlier else 1.0, 0.5))
            label.setPos(left + edge * wide if beyond.earlier else right, y)
            placed.append((beyond, left + edge * wide, left + (edge + width) * wide, y))
        return placed

    def _as_many(self, count: int) -> Sequence[pg.TextItem]:
        while len(self._labels) > count:
            self._view.removeItem(self._labels.pop())
        while len(self._labels) < count:
            label = pg.TextItem()
            label.setFont(font(SANS, _HINT))
            label.textItem.document().setDocumentMargin(_PAPER)
            label.setZValue(1)
            self._view.addItem(label, ignoreBounds=True)
            self._labels.append(label)
        return self._labels
