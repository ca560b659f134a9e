"""How the panes are laid out: side by side or in two rows, hidden, maximised, resized and dragged to another place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reader.ui.looks.theme import Theme
from reader.ui.panes.linked.gutter import Gutter, PaneRow
from reader.ui.panes.pane import Pane
from reader.ui.panes.showing import Showing

Shape = Literal["auto", "row", "grid"]
_NARROW = 330
"""A pane side by side with others should not be narrower than this many pixels; then two rows are chosen."""
MOST_SHOWN = 8
"""More sources than these begin hidden: each pane would be too small to read in."""
_READABLE = QSize(300, 270)
"""The least pixels of a pane that begins shown: its head and eight lines of text."""
_LEAST = QSize(270, 225)
"""In less than that a pane the reader did not ask for gives way."""
_NARROWEST = 240
"""Below that, with the gutter beside it, panes would lie upon one another; then there are more rows."""


class _Insertion(QWidget):
    """A line that shows where a dragged pane would come to stand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.palette().highlight())


class Arrangement(QWidget):
    """The panes in one or two rows. Signals: `rearranged()`; `moved(str, int)` a dragged pane's key and new index."""

    rearranged = Signal()
    moved = Signal(str, int)

    def __init__(self, theme: Theme, make_row: Callable[[QWidget], PaneRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self._make_row = theme, make_row
        self.shape: Shape = "auto"
        self.panes: list[Pane] = []
        self.showing = Showing()
        self.maximised = ""
        self._rows: list[PaneRow] = []
        self._stack = QSplitter(Qt.Orientation.Vertical, self)
        self._stack.setChildrenCollapsible(False)
        self._insertion = _Insertion(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def shown(self) -> list[Pane]:
        """The panes that can be seen, in order."""
        if any(p.key == self.maximised for p in self.panes):
            return [p for p in self.panes if p.key == self.maximised]
        return [p for p in self.panes if p.key not in self.hidden] or self.panes[:1]

    def filled(self) -> list[Pane]:
        """The panes that are more than a frame, in order, hidden ones too."""
        return [pane for pane in self.panes if not pane.empty]

    def readable(self) -> list[Pane]:
        """The panes that can be seen and are more than a frame, in order."""
        return [pane for pane in self.shown() if not pane.empty]

    def gutters(self) -> list[Gutter]:
        """All gutters between neighbours."""
        return [gutter for row in self._rows for gutter in row.gutters()]

    def set_panes(self, panes: Sequence[Pane]) -> None:
        """Lay these panes out in this order; of new ones the first are shown, as many as can be read in."""
        room = self._room(self.showing.shown())
        self.panes = list(panes)
        keys = [pane.key for pane in panes]
        self.showing.set_keys(keys, room)
        self.maximised = self.maximised if self.maximised in keys else ""
        self.arrange()

    @property
    def hidden(self) -> set[str]:
        """The keys of the panes that are hidden."""
        return self.showing.hidden

    def hide_pane(self, key: str) -> None:
        """The reader wants a pane hidden; from now on none comes of itself."""
        self.showing.hide(key)
        self.arrange()

    def uncover(self, keys: Sequence[str]) -> None:
        """Show these panes, though they were hidden or another one maximised; others may have to give way.

        Of more than can ever be read side by side the first come, those already shown before all.
        """
        before = self.shown()
        keys = sorted(keys, key=lambda key: key in self.hidden)[:MOST_SHOWN]
        self.showing.call(keys, self._room(self.showing.shown()))
        if set(keys) - {self.maximised}:
            self.maximised = ""
        if self.shown() != before:
            self.arrange()

    def show_all(self) -> None:
        """Show all panes, also the hidden ones."""
        self.showing.show_all()
        self.maximised = ""
        self.arrange()

    def _room(self, shown: int = 0) -> int:
        """How many panes can be read in, or of those that are shown, how many need not give way; as many as ever
        begin shown while the size is not known."""

        def rooms(least: QSize) -> int:
            return max(1, self.height() // least.height()) * max(2, self.width() // least.width())

        return min(MOST_SHOWN, max(rooms(_READABLE), min(shown, rooms(_LEAST)))) if self.isVisible() else MOST_SHOWN

    def _columns(self, count: int) -> int:
        unknown = self.width() < 50
        room = count if unknown else max(2, self.width() // _NARROWEST)
        if self.shape == "row" or count < 3:
            return max(1, min(count, room))
        if self.shape == "grid":
            return min(room, (count + 1) // 2)
        if unknown or self.width() >= count * _NARROW:
            return min(room, count)
        rows = max(1, min((count + 1) // 2, self.height() // _LEAST.height()))
        columns = min(room, max((count + 1) // 2, -(-count // rows)))
        return -(-count // -(-count // columns))  # as many rows, evenly filled

    def arrange(self) -> None:
        """Put the panes into their rows."""
        shown = self.shown()
        columns = self._columns(len(shown))
        wanted = [shown[n : n + columns] for n in range(0, len(shown), columns)]
        held = [[row.widget(n) for n in range(row.count())] for row in self._rows]
        keyboard = self.window().focusWidget()  # also while another window, which files are dragged from, is in front
        focused = next((pane for pane in self.filled() if pane.view is keyboard), None)
        if wanted != held:
            self._fill(wanted)
        for pane in self.panes:
            pane.setVisible(pane in shown)
        if focused in shown:  # a pane that is moved loses the keyboard, which would go to any field of the window
            focused.view.setFocus()
        self.rearranged.emit()

    def _fill(self, wanted: list[list[Pane]]) -> None:
        """Put the panes into rows; one that stays in its place is not touched, so that it can be read all the while."""
        while len(self._rows) < len(wanted):
            row = self._make_row(self._stack)
            self._stack.addWidget(row)
            self._rows.append(row)
            row.show()
        for row, panes in zip(self._rows, wanted, strict=False):
            for n, pane in enumerate(panes):
                if row.widget(n) is not pane:
                    row.insertWidget(n, pane)
                    row.setStretchFactor(n, 1)
                    pane.show()
        for n, row in enumerate(self._rows):
            count = len(wanted[n]) if n < len(wanted) else 0
            for surplus in filter(None, [row.widget(at) for at in range(count, row.count())]):
                surplus.setParent(self)  # which hides it
            row.fit_gutters()
            row.setSizes([1000] * count)
        for row in self._rows[len(wanted) :]:
            row.hide()
            row.deleteLater()
        del self._rows[len(wanted) :]
        self._stack.setSizes([1000] * self._stack.count())

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self.theme = theme
        for row in self._rows:
            row.theme = theme
            row.update()

    def state(self) -> dict[str, Any]:
        """What `restore` needs: plain JSON."""
        return {
            "shape": self.shape,
            "hidden": sorted(self.hidden),
            "maximised": self.maximised,
            "sizes": [row.sizes() for row in self._rows],
            "heights": self._stack.sizes(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Lay out as `state` says; what does not fit the present panes is left out."""
        keys = {pane.key for pane in self.panes}
        shape = state.get("shape")
        self.shape = shape if shape in ("auto", "row", "grid") else "auto"
        if "hidden" in state:
            self.showing.restore(_texts(state["hidden"]))
        self.maximised = str(state.get("maximised", "")) if state.get("maximised") in keys else ""
        self.arrange()
        sizes = state.get("sizes")
        if isinstance(sizes, list) and len(sizes) == len(self._rows):
            for row, widths in zip(self._rows, sizes, strict=True):
                if isinstance(widths, list) and len(widths) == row.count() and all(isinstance(w, int) for w in widths):
                    row.setSizes(widths)

    def drag_over(self, pane: Pane, at: QPoint) -> None:
        """Show where the pane would come to stand if it were dropped here (a point on the screen)."""
        target, after = self._target(at)
        if target is None:
            return
        box = QRect(target.mapTo(self, QPoint(0, 0)), target.size())
        x = box.right() - 1 if after else box.left() - 1
        self._insertion.setGeometry(x, box.top(), 4, box.height())
        self._insertion.raise_()
        self._insertion.show()

    def drop(self, pane: Pane, at: QPoint) -> None:
        """The pane was let go here: tell its new index, unless it stays."""
        self._insertion.hide()
        target, after = self._target(at)
        if target is None or target is pane:
            return
        others = [p for p in self.panes if p is not pane]
        index = others.index(target) + after
        if index != self.panes.index(pane):
            self.moved.emit(pane.key, index)

    def _target(self, at: QPoint) -> tuple[Pane | None, bool]:
        point = self.mapFromGlobal(at)
        shown = self.shown()
        if not shown:
            return None, False

        def box(pane: Pane) -> QRect:
            return QRect(pane.mapTo(self, QPoint(0, 0)), pane.size())

        near = min(shown, key=lambda p: _distance(box(p), point))
        return near, point.x() > box(near).center().x()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and self.showing.fit(self._room()):
            self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitted = self.isVisible() and self.showing.fit(self._room(self.showing.shown()))
        if fitted or (self._rows and self._columns(len(self.shown())) != self._rows[0].count()):
            self.arrange()


def _distance(box: QRect, point: QPoint) -> int:
    dx = max(box.left() - point.x(), 0, point.x() - box.right())
    dy = max(box.top() - point.y(), 0, point.y() - box.bottom())
    return dx + dy


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
