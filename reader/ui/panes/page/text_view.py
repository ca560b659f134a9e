"""One article on its page, with its marks painted under the visible words, answering pointer and keys."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QWheelEvent,
)

from reader.text import Span
from reader.ui.looks.theme import Theme
from reader.ui.panes.page.layers import PaneLayers
from reader.ui.panes.page.page_view import PageView
from reader.ui.panes.page.reading_line import FROM_TOP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Left, Qt.Key.Key_Right}


class TextView(PageView):
    """A page with marks.

    Signals: `touched()` when the reader is about to move it; `pointed(int, QPoint)` the code point under the pointer
    (-1: none) and a place on the screen; `pressed_at(int)` a click on a code point (-1: beside the words);
    `menu_wanted(int, QPoint)` a code point and a place on the screen; `zoom_wanted(int)` one step larger or smaller.
    """

    touched = Signal()
    pointed = Signal(int, QPoint)
    pressed_at = Signal(int)
    menu_wanted = Signal(int, QPoint)
    zoom_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.layers = PaneLayers()
        super().__init__(theme, parent)
        self._pressed = QPoint()
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)

    def selected_span(self) -> Span | None:
        """The selected code points, None when nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return Span(self.page.to_article(cursor.selectionStart()), self.page.to_article(cursor.selectionEnd()))

    def selected_words(self) -> Span | None:
        """The selected code points without blanks at their ends, None when no words are selected."""
        span = self.selected_span()
        words = span.trimmed(self.page.article.text) if span is not None else None
        return words if words else None

    def select_span(self, span: Span) -> None:
        """Select code points without scrolling."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.page.to_document(span.start))
        cursor.setPosition(self.page.to_document(span.end), QTextCursor.MoveMode.KeepAnchor)
        self._put_cursor(cursor)

    def drop_selection(self) -> None:
        """Select nothing, without telling: the place of the text and of the caret stay."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.blockSignals(True)
        self._put_cursor(cursor)
        self.blockSignals(False)

    def _put_cursor(self, cursor: QTextCursor) -> None:
        self.settle()
        value = self.verticalScrollBar().value()
        self._placing = True
        self.setTextCursor(cursor)
        self._placing = False
        self.put(value)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied are the words of the article as they were read, with their blank lines."""
        data = super().createMimeDataFromSelection()  # not one made here: the clipboard may outlive Python
        data.text()  # fills it from the document, which setText then overrides
        if (span := self.selected_span()) is not None:
            for kind in data.formats():
                data.removeFormat(kind)
            data.setText(span.of(self.page.article.text))
        return data

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.brushes.paper)
        if self.returning:
            painter.drawPixmap(0, 0, self.picture)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scroll = self.verticalScrollBar().value()
        painter.translate(0, -scroll)
        area = event.rect().translated(0, scroll)
        start, end = self.lines.place_at(area.top()), self.lines.place_at(area.bottom() + 1)
        self.layers.paint(painter, self, int(start), ceil(end) + 1)
        painter.end()
        super().paintEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.settle()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        self.touched.emit()
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.settle()
        self.touched.emit()
        if event.key() in _MOVES and not self.textCursor().hasSelection():
            self._fetch_caret()
        super().keyPressEvent(event)

    def _fetch_caret(self) -> None:
        """Reading goes on from what is seen: a text cursor that was scrolled away comes to the first visible line."""
        if not self.viewport().rect().intersects(self.cursorRect()):
            value = self.verticalScrollBar().value()
            cursor = self.textCursor()
            cursor.setPosition(self.page.to_document(ceil(self.visible_places()[0])))
            self._placing = True
            self.setTextCursor(cursor)
            self._placing = False
            self.put(value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.touched.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.settle()
        self._pressed = event.position().toPoint()
        self.touched.emit()
        super().mousePressEvent(self._meant(event))

    def value_to_bring(self, position: int) -> float:
        """The scroll value that has the line of a code point at a third of the view."""
        return max(0.0, self.lines.line_of(position)[0] - self.viewport().height() * FROM_TOP)

    def position_at(self, point: QPoint) -> int:
        """The code point under a point of the viewport, -1 when no letter is there."""
        if self.returning:
            return -1
        return self.lines.position_at(QPointF(point.x(), point.y() + self.verticalScrollBar().value()))

    def box_of(self, span: Span) -> QRect:
        """The rectangle, in the viewport, around the words of a span."""
        box = QRectF()
        for index in range(self.page.block_at(span.start), self.page.block_at(max(span.start, span.end - 1)) + 1):
            for part in self.lines.rects(index, span)[0]:
                box = box.united(part)
        return box.translated(0, -self.verticalScrollBar().value()).toAlignedRect()

    def on_line(self, point: QPointF) -> QPointF:
        """The point of the viewport moved up or down onto the nearest line."""
        down = QPointF(0, self.verticalScrollBar().value())
        return self.lines.on_line(point + down) - down

    def _meant(self, event: QMouseEvent) -> QMouseEvent:
        """The same event on the nearest line, for one who presses or drags between two lines."""
        on, screen = self.on_line(event.position()), event.globalPosition()
        buttons, keys = event.buttons(), event.modifiers()
        return QMouseEvent(event.type(), on, screen, event.button(), buttons, keys, event.pointingDevice())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._meant(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._meant(event) if event.buttons() else event)
        if not event.buttons():
            self.pointed.emit(self.position_at(event.position().toPoint()), event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        still = (point - self._pressed).manhattanLength() < 4
        if event.button() == Qt.MouseButton.LeftButton and still and not self.textCursor().hasSelection():
            self.pressed_at.emit(self.position_at(point))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(-1, QPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.settle()
        self.touched.emit()
        at = self.viewport().mapFromGlobal(event.globalPos())
        self.menu_wanted.emit(self.position_at(at), event.globalPos())
