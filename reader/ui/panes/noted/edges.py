"""The ends of the chosen note's passage, dragged by the mouse to where it is to begin or end."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent

from reader.text import Span
from reader.ui.panes.page.layers import edge_of
from reader.ui.panes.pane import Pane
from reader.ui.workspace import Workspace

REACH = 5
"""Pixels beside a handle that still take it."""
_VERGE, _PACE = 14, 40
"""Pixels from the ends of the view within which a dragged handle scrolls it, and milliseconds between steps."""
_LONGEST_WORD = 24
"""Code points to look for the edge of a word; where words are not parted by blanks, the letter itself is taken."""


class _Grip(NamedTuple):
    """A handle: which target of which note, which of its ends, and its passage."""

    note: str
    target: int
    end: bool
    span: Span


class NoteEdges(QObject):
    """Handles in one pane. Dragging one moves that end from word to word, with Ctrl from letter to letter.

    The project changes when the mouse is let go, as one undo step; Escape leaves it as it was.
    """

    def __init__(self, pane: Pane, workspace: Workspace) -> None:
        super().__init__(pane)
        self._pane, self._workspace = pane, workspace
        self._grips: list[_Grip] = []
        self._dragged: _Grip | None = None
        self._cursor: QCursor | None = None
        self._at, self._by_letter = QPoint(), False
        self._scroll = QTimer(self, interval=_PACE)
        self._scroll.timeout.connect(self._scroll_on)
        for signal in (workspace.note_chosen, workspace.notes_changed, workspace.sources_changed):
            signal.connect(self.show)
        self.show()

    def show(self, *_: object) -> None:
        """Put handles to the passages of the chosen note, if any is in this pane."""
        notes, chosen, pane = self._workspace.project.notes, self._workspace.chosen_note, self._pane
        targets = next((note.targets for note in notes if note.id == chosen), ()) if chosen else ()
        self._let_go()
        self._grips = [
            _Grip(chosen, number, end, target.span)
            for number, target in enumerate(targets)
            if target.source == pane.key and target.span is not None
            for end in (False, True)
        ]
        for watched in (pane.view, pane.view.viewport()):
            watched.removeEventFilter(self)
            if self._grips:
                watched.installEventFilter(self)
        pane.view.layers.edges = tuple(grip.span for grip in self._grips if grip.end)
        pane.view.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse from the text on a handle, and Escape while one is dragged."""
        if isinstance(event, QMouseEvent) and watched is not self._pane.view:
            return self._mouse(event)
        if isinstance(event, QKeyEvent) and self._dragged is not None and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._let_go()
            return True
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        point, kind = event.position().toPoint(), event.type()
        if self._dragged is not None:
            if kind == QEvent.Type.MouseMove:
                self._at, self._by_letter = point, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self._drag()
                self._scroll.start() if self._beyond() else self._scroll.stop()
            elif kind == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
                self._drop()
            return True
        over = self._grip_at(point)
        if kind == QEvent.Type.MouseMove and not event.buttons():
            self._point(over)
            return over is not None
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton and over is not None:
            self._dragged = over
            self._pane.view.setFocus(Qt.FocusReason.MouseFocusReason)
            return True
        return False

    def _grip_at(self, point: QPoint) -> _Grip | None:
        view = self._pane.view
        if "note" not in view.layers.shown:
            return None
        place = QPointF(point.x(), point.y() + view.verticalScrollBar().value())
        for grip in self._grips:
            line = edge_of(view, grip.span, end=grip.end)
            if line is not None and line.adjusted(-REACH, -REACH, REACH, REACH).contains(place):
                return grip
        return None

    def _point(self, over: _Grip | None) -> None:
        viewport = self._pane.view.viewport()
        if over is not None and self._cursor is None:
            self._cursor = viewport.cursor()
            viewport.setCursor(Qt.CursorShape.SizeHorCursor)
        elif over is None and self._cursor is not None:
            viewport.setCursor(self._cursor)
            self._cursor = None

    def _beyond(self) -> int:
        """How many pixels the pointer is beyond the verge of the view: less than 0 above, more below, 0 between."""
        y, height = self._at.y(), self._pane.view.viewport().height()
        return min(0, y - _VERGE) or max(0, y - height + _VERGE)

    def _scroll_on(self) -> None:
        """The text goes on under a handle that is held at the verge, the quicker the farther beyond it."""
        bar, beyond = self._pane.view.verticalScrollBar(), self._beyond()
        bar.setValue(bar.value() + (max(-60, min(60, beyond)) + (4 if beyond > 0 else -4)) // 2)
        self._drag()

    def _drag(self) -> None:
        grip, view = self._dragged, self._pane.view
        if grip is None:
            return
        place = view.page.to_article(view.cursorForPosition(view.on_line(QPointF(self._at)).toPoint()).position())
        if not self._by_letter:
            place = nearest_edge(view.page.article.text, place, end=grip.end)
        start, end = (grip.span.start, place) if grip.end else (place, grip.span.end)
        if start < end:
            self._dragged = grip._replace(span=Span(start, end))
            view.layers.dragged = Span(start, end)
            view.viewport().update()

    def _drop(self) -> None:
        grip, workspace = self._dragged, self._workspace
        self._let_go()
        if grip is not None and grip not in self._grips:
            from reader.notes import set_target_span

            change = lambda project: set_target_span(project, grip.note, grip.target, grip.span)  # noqa: E731
            workspace.edit("Adjust passage", change)

    def _let_go(self) -> None:
        self._dragged = None
        self._scroll.stop()
        self._pane.view.layers.dragged = None
        self._pane.view.viewport().update()


def nearest_edge(text: str, place: int, *, end: bool) -> int:
    """The place where a word ends (or begins) that is nearest to `place`, `place` itself when none is near."""
    for far in range(_LONGEST_WORD):
        for near in (place - far, place + far):
            if 0 <= near <= len(text) and _is_edge(text, near, end=end):
                return near
    return place


def _is_edge(text: str, place: int, *, end: bool) -> bool:
    before = place > 0 and _in_word(text[place - 1])
    after = place < len(text) and _in_word(text[place])
    return before and not after if end else after and not before


def _in_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter).startswith("M")
