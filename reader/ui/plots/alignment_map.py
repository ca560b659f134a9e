"""Alignment map: passages of one source across, of another down, and how strongly they go together."""

from __future__ import annotations

from itertools import combinations

import pyqtgraph as pg
from PySide6.QtWidgets import QComboBox, QWidget

from reader.links import Alignment, ComparedSource, alignments_of_pair
from reader.text import Span
from reader.ui.plots.figure import Plot, Spot


class PassageAxis(pg.AxisItem):
    """Ticks at whole passages only."""

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        return [(spacing, start) for spacing, start in super().tickSpacing(low, high, size) if spacing >= 1] or [(1, 0)]


class AlignmentMap(Plot):
    """One cell a pair of aligned passages, stronger colour for stronger pairs; bands show what the panes show."""

    title = "Alignment map"

    def axes(self) -> dict[str, pg.AxisItem]:
        return {side: PassageAxis(orientation=side) for side in ("bottom", "left")}

    def controls(self) -> list[QWidget]:
        self.pair = QComboBox(self)
        self.pair.setAccessibleName("Sources")
        self.pair.setMaximumWidth(68)  # the plot is narrow, and two letters are short
        self.pair.activated.connect(self.refresh)
        self._view_bands: list[pg.LinearRegionItem] = []
        self._mapped: tuple[ComparedSource, ...] = ()
        self.workspace.view_changed.connect(self._move_bands)
        return [self.pair]

    def draw(self) -> str:
        self._view_bands, self._mapped = [], ()
        sources = self.workspace.comparison.sources
        if len(sources) < 2:
            self.pair.hide()
            return "Two sources are needed for a map of what corresponds."
        a, b = self._offer(sources)
        links = list(alignments_of_pair(self.workspace.comparison.alignments, a.id, b.id))
        if not links:
            return f"No passages of {a.id} and {b.id} speak of the same thing."
        self._draw_links(a, b, links)
        self._frame(a, b)
        self._mapped = (a, b)
        self._move_bands()
        return ""

    def _offer(self, sources: tuple[ComparedSource, ...]) -> tuple[ComparedSource, ComparedSource]:
        pairs = {f"{a.id} × {b.id}": (a, b) for a, b in combinations(sources, 2)}
        chosen = self.pair.currentText()
        self.pair.clear()
        self.pair.addItems(list(pairs))
        self.pair.setVisible(len(pairs) > 1)
        if chosen in pairs:
            self.pair.setCurrentText(chosen)
        return pairs[self.pair.currentText()]

    def _draw_links(self, a: ComparedSource, b: ComparedSource, links: list[Alignment]) -> None:
        import numpy

        picture = numpy.zeros((len(b.passages), len(a.passages)))
        spots = []
        for link in links:
            left, right = (link.a, link.b) if link.a.source == a.id else (link.b, link.a)
            for i in left.passages:
                for j in right.passages:
                    picture[j, i] = max(picture[j, i], link.score)
                    spots.append(self._spot(a, b, i, j, link))
        image = pg.ImageItem(picture.T)
        image.setLookupTable(self._colours())
        image.setLevels((0.0, 1.0))
        self.view.addItem(image)
        self.spots = spots

    def _colours(self) -> object:
        import numpy

        ground, full = self.theme.colour("panel"), self.theme.colour("source_a")
        steps = numpy.linspace(0.0, 1.0, 256)[:, None] ** 0.7
        ends = [numpy.array([c.red(), c.green(), c.blue()], dtype=float) for c in (ground, full)]
        return (ends[0] + (ends[1] - ends[0]) * steps).astype(numpy.uint8)

    def _spot(self, a: ComparedSource, b: ComparedSource, i: int, j: int, link: Alignment) -> Spot:
        spans = {side: side.passages[n].span for side, n in ((a, i), (b, j))}
        words = "\n\n".join(f"{side.id}: {_shortened(spans[side].of(side.article.text))}" for side in (a, b))

        def go() -> None:
            self.workspace.choose_places([(side.article.key, spans[side]) for side in (a, b)])

        return Spot(i, i + 1, j + 0.5, f"{words}\n\n{link.reason} ({link.score:.0%})", go)

    def _frame(self, a: ComparedSource, b: ComparedSource) -> None:
        item = self.view.getPlotItem()
        item.setLabel("bottom", f"{a.id} →", color=self.theme.colours["muted"])
        item.setLabel("left", f"← {b.id}", color=self.theme.colours["muted"])
        item.getViewBox().invertY(True)
        item.setXRange(0, len(a.passages), padding=0.02)
        item.setYRange(0, len(b.passages), padding=0.02)
        item.getViewBox().setLimits(xMin=-2, xMax=len(a.passages) + 2, yMin=-2, yMax=len(b.passages) + 2)

    def _move_bands(self, *_: object) -> None:
        """Show which passages the two panes show now."""
        for band in self._view_bands:
            self.view.removeItem(band)
        self._view_bands = []
        if not self.isVisible():
            return
        for source, orientation in zip(self._mapped, ("vertical", "horizontal"), strict=False):
            seen = self.workspace.in_view.get(source.article.key)
            if seen is None:
                continue
            colour = self.theme.source_colour(source.id)
            colour.setAlpha(40)
            band = pg.LinearRegionItem(
                _passages_in(source, seen), orientation, brush=colour, pen=pg.mkPen(None), movable=False
            )
            self.view.addItem(band)
            self._view_bands.append(band)


def _passages_in(source: ComparedSource, seen: Span) -> tuple[int, int]:
    """First and one past the last passage that `seen` touches."""
    touched = [n for n, passage in enumerate(source.passages) if passage.span.overlaps(seen)]
    return (touched[0], touched[-1] + 1) if touched else (0, 0)


def _shortened(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 200 else plain[:199] + "…"
