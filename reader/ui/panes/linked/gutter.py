"""The gutter between two neighbouring panes: ribbons that join what corresponds; dragging it resizes the panes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QToolTip, QWidget

from reader.text import Span
from reader.ui.looks.theme import Theme
from reader.ui.panes.linked.passage_links import Link, PairLinks
from reader.ui.panes.pane import Pane

WIDTH, NARROW = 46, 28
"""Pixels of a gutter; less where the panes themselves are narrow."""
_ROOMY = 380
"""Pixels a pane must have for its gutter to be wide."""
MOST = 60
"""More ribbons than these at once are not told apart any more: then the strongest are drawn."""


class Ribbon(NamedTuple):
    """A drawn link: its shape in the gutter."""

    link: Link
    path: QPainterPath


class _Side:
    """One side of a gutter while it is painted: the top of its text in the gutter's pixels, and the places in view."""

    def __init__(self, pane: Pane, top: int, first: float, last: float) -> None:
        view = pane.view
        self._line_of, self._first, self._last = view.lines.line_of, first, last
        self._top, self._height = float(top), view.viewport().height()
        self._shift = top - view.verticalScrollBar().value()

    def ends(self, start: int, end: int) -> tuple[float, float]:
        """Top and bottom of a passage in the gutter's pixels; one far outside is taken to stand just outside."""
        if end <= self._first - 2000:
            return self._top - 400.0, self._top - 340.0
        if start >= self._last + 2000:
            return self._top + self._height + 340.0, self._top + self._height + 400.0
        return self._line_of(start)[0] + self._shift, self._line_of(max(start, end - 1))[1] + self._shift


class Gutter(QSplitterHandle):
    """The handle between two panes of a row. Signal `link_pressed(object)` is on the splitter."""

    def __init__(self, splitter: PaneRow) -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._row = splitter
        self._smooth = True
        self._hovered: Link | None = None
        self._ribbons: list[Ribbon] = []
        self._press: QPoint | None = None
        self.setMouseTracking(True)
        self._rest = QTimer(self, singleShot=True, interval=80)
        self._rest.timeout.connect(self._come_to_rest)

    def panes(self) -> tuple[Pane, Pane] | None:
        """The panes on its two sides, if both are there to be read."""
        at = self._row.indexOf(self)
        left, right = self._row.widget(at - 1), self._row.widget(at)
        if isinstance(left, Pane) and isinstance(right, Pane) and left.isVisible() and right.isVisible():
            return None if left.empty or right.empty else (left, right)
        return None

    def moved(self) -> None:
        """A pane has scrolled: draw fast now, and finely when all is at rest."""
        self._smooth = False
        self._rest.start()
        self.update()

    def _come_to_rest(self) -> None:
        self._smooth = True
        self.update()

    def ribbons(self) -> list[Ribbon]:
        """The ribbons to draw, weakest first."""
        panes = self.panes()
        if panes is None:
            return []
        left, right = panes
        links = self._row.links_of(left, right)
        if links is None or left.view.returning or right.view.returning:
            return []
        ends = left.view.visible_places(), right.view.visible_places()
        held = [k for k in links.visible(*ends) if not k.crossing or (_within(k.a, ends[0]) and _within(k.b, ends[1]))]
        held.sort(key=lambda k: (k.manual, bool(k.verdict), k.score))
        sides = _Side(left, self._top(left), *ends[0]), _Side(right, self._top(right), *ends[1])
        return [Ribbon(link, self._path(*sides, link)) for link in held[-MOST:]]

    def _path(self, left: _Side, right: _Side, link: Link) -> QPainterPath:
        a0, a1 = left.ends(link.a.start, link.a.end)
        b0, b1 = right.ends(link.b.start, link.b.end)
        w = self.width()
        path = QPainterPath(QPointF(0, a0))
        path.cubicTo(w / 2, a0, w / 2, b0, w, b0)
        path.lineTo(w, b1)
        path.cubicTo(w / 2, b1, w / 2, a1, 0, a1)
        path.closeSubpath()
        return path

    def _top(self, pane: Pane) -> int:
        """The top of a pane's text in the gutter's pixels."""
        return pane.y() + pane.view.y() - self.y()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._row.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        panes = self.panes()
        if panes is None:
            return
        painter.setClipRect(0, self._top(panes[0]), self.width(), panes[0].view.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._smooth)
        self._ribbons = self.ribbons()
        for ribbon in self._ribbons:
            painter.fillPath(ribbon.path, self._row.colour(ribbon.link, ribbon.link == self._hovered))
        painter.setClipping(False)
        painter.setPen(theme.colour("line"))
        painter.drawLine(0, 0, 0, self.height())
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def link_at(self, point: QPoint) -> Link | None:
        """The topmost ribbon under a point."""
        return next((r.link for r in reversed(self._ribbons) if r.path.contains(QPointF(point))), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._press is not None and (at - self._press).manhattanLength() > 4:
            self._press = None
        if event.buttons():
            super().mouseMoveEvent(event)
            return
        hovered = self.link_at(at)
        self.setCursor(Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.SplitHCursor)
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        panes = self.panes()
        link = self.link_at(event.position().toPoint()) if self._press is not None else None
        self._press = None
        if link is not None and panes is not None:
            self._row.link_pressed.emit(panes[0].key, panes[1].key, link)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            link, panes = self.link_at(event.pos()), self.panes()
            words = self._row.words_of(*panes, link) if link and panes else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)


class PaneRow(QSplitter):
    """Panes side by side with gutters between them.

    `links_of(left, right)` gives their links, None while nothing is known; `words_of` the tooltip of a ribbon.
    Signal `link_pressed(str, str, object)`: the keys of the two articles and the Link.
    """

    link_pressed = Signal(str, str, object)

    def __init__(
        self,
        theme: Theme,
        links_of: Callable[[Pane, Pane], PairLinks | None],
        words_of: Callable[[Pane, Pane, Link], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme, self.links_of, self.words_of = theme, links_of, words_of
        self._colours: dict[tuple[str, str, float], QColor] = {}
        self.setHandleWidth(WIDTH)
        self.setChildrenCollapsible(False)

    def fit_gutters(self) -> None:
        """Gutters as wide as the number of panes leaves room for."""
        wide = self.width() >= _ROOMY * max(1, self.count())
        self.setHandleWidth(WIDTH if wide else NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit_gutters()
        super().resizeEvent(event)

    def createHandle(self) -> QSplitterHandle:
        return Gutter(self)

    def gutters(self) -> list[Gutter]:
        """The gutters from left to right."""
        held = [self.handle(n) for n in range(1, self.count())]
        return [gutter for gutter in held if isinstance(gutter, Gutter)]

    def colour(self, link: Link, hovered: bool) -> QColor:
        """A ribbon's opaque colour: the verdict's if there is one, stronger the surer the link is."""
        role = link.verdict.replace(" ", "_") if link.verdict else "accent"
        strength = 0.12 + 0.26 * min(max(link.score, 0.0), 1.0)
        strength += 0.1 if link.manual or link.verdict == "differ" else 0.0
        strength = 0.1 if link.crossing and not hovered else strength
        strength += 0.14 if self.theme.dark and not link.crossing else 0.0
        strength = round(min(0.75, strength + (0.25 if hovered else 0.0)), 2)
        key = (self.theme.name, role, strength)
        if key not in self._colours:
            self._colours[key] = self.theme.blend(role, "window", strength)
        return self._colours[key]


def _within(span: Span, places: tuple[float, float]) -> bool:
    return span.start < places[1] and span.end > places[0]
