"""A list of cards of different heights, quick with many thousands: only what is in view is drawn and measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from reader.ui.docks.cards.heights import CardHeights
from reader.ui.docks.cards.roles import CardModel, CopyRole, Index

_TURNS = 4


class CardView(QAbstractItemView):
    """Shows a CardModel; its delegate says how tall the card of each value is and draws it.

    QListView and QTreeView ask for the size of every row again whenever one changes, which takes seconds with ten
    thousand cards; here the heights are a list of numbers, and only cards that come into view are measured, the others
    being taken to be as tall as the first ones are. `empty_words` are shown when there is no card.

    Signals:
        left(): the pointer left the list.
    """

    left = Signal()

    def __init__(self, delegate: Any, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_words = ""
        self._cards = delegate
        self._all = CardHeights(lambda value: self._cards.height(value), lambda: _values_of(self.model()))
        self._hovered = -1
        self._stood = 0
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalScrollBar().valueChanged.connect(self._measure_what_is_seen)

    # --- heights ------------------------------------------------------------------------------------------------

    def measure(self) -> None:
        """Take the heights of all cards anew: the model, the width or the type changed."""
        self._cards.width = self.viewport().width()
        self._all.begin()
        self.updateGeometries()
        self._measure_what_is_seen()
        self.viewport().update()

    def measure_rows(self, rows: Sequence[int]) -> None:
        """Take the heights of some cards anew, at once of those in view."""
        self._all.forget(rows)
        self._measure_what_is_seen()
        self.viewport().update()

    def _measure_what_is_seen(self) -> None:
        """Take the true heights of the cards in view; the first of them that was known stays where it stands."""
        bar, known = self.verticalScrollBar(), self._all.known
        while unknown := [row for row in self._seen() if not known(row)]:
            kept = next((row for row in self._seen() if known(row)), unknown[0])
            before = self._all.tops[kept]
            self._all.measure(unknown)
            self.updateGeometries()
            bar.setValue(bar.value() + self._all.tops[kept] - before)

    def _seen(self) -> range:
        return self._all.between(self.verticalOffset(), self.verticalOffset() + self.viewport().height())

    def updateGeometries(self) -> None:
        super().updateGeometries()
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._all.tops[-1] + 6 - page))
        bar.setPageStep(page)
        bar.setSingleStep(24)

    def reset(self) -> None:
        super().reset()
        self._hovered = -1
        self.measure()

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        super().dataChanged(top, bottom, roles)
        self.measure_rows(range(top.row(), bottom.row() + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._cards.width or len(self._all) != self.model().rowCount():
            self.measure()
        self._measure_what_is_seen()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_cards"):
            self._cards.set_base_font(self.font())
            self.measure()

    # --- QAbstractItemView --------------------------------------------------------------------------------------

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        if not 0 <= row < len(self._all):
            return QRect()
        return QRect(0, self._all.tops[row] - self.verticalOffset(), self.viewport().width(), self._all.heights[row])

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._all.row_at(point.y() + self.verticalOffset())
        return self.model().index(row, 0) if 0 <= row < len(self._all) else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        row, bar, page = index.row(), self.verticalScrollBar(), self.viewport().height()
        if not 0 <= row < len(self._all):
            return
        if not self._all.known(row):
            self._all.measure([row])
            self.updateGeometries()
        for _ in range(_TURNS):  # cards that come into view and turn out taller may push it out again
            top, height, at = self._all.tops[row], self._all.heights[row], bar.value()
            if top < at or height > page:
                bar.setValue(top - (30 if row else 0))
            elif top + height > at + page:
                bar.setValue(top + height - page)
            if bar.value() == at:
                break

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        count, actions = len(self._all), QAbstractItemView.CursorAction
        if not count:
            return QModelIndex()
        row, page = self.currentIndex().row(), self.viewport().height()
        if row < 0:  # the card the reader stood on is gone: go on from its place
            row = self._stood - (action in (actions.MoveDown, actions.MoveNext))
        if action == actions.MoveHome:
            row = 0
        elif action == actions.MoveEnd:
            row = count - 1
        elif action in (actions.MovePageDown, actions.MovePageUp):
            step = page if action == actions.MovePageDown else -page
            row = self._all.row_at(self._all.tops[max(0, row)] + step)
        elif action in (actions.MoveDown, actions.MoveNext):
            row += 1
        elif action in (actions.MoveUp, actions.MovePrevious):
            row -= 1
        return self.model().index(max(0, min(count - 1, row)), 0)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._stood = current.row()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the card at the centre of `rect`; where several may be chosen, all from its top to its bottom."""
        rect = rect.normalized()
        several = self.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection
        first, last = (rect.topLeft(), rect.bottomLeft()) if several else (rect.center(), rect.center())
        self.selectionModel().select(QItemSelection(self.indexAt(first), self.indexAt(last)), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += QRegion(self.visualRect(index))
        return region

    # --- the pointer and the paint ------------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy what the chosen card says."""
        index = self.currentIndex()
        words = index.data(CopyRole) or index.data()
        if words:
            QGuiApplication.clipboard().setText(words)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)
        self.left.emit()

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        model, offset = self.model(), self.verticalOffset()
        if not len(self._all):
            _write(painter, QRectF(self.viewport().rect()), self.empty_words, self._cards.theme.colour("muted"))
            painter.end()
            return
        state, current = QStyle.StateFlag, self.currentIndex().row() if self.hasFocus() else -1
        for row in self._all.between(offset + event.rect().top(), offset + event.rect().bottom()):
            index = model.index(row, 0)
            option: Any = QStyleOptionViewItem()
            option.rect = self.visualRect(index)
            option.state = state.State_Enabled
            if self.selectionModel().isSelected(index):
                option.state |= state.State_Selected
            if row == self._hovered:
                option.state |= state.State_MouseOver
            if row == current:
                option.state |= state.State_HasFocus
            self._cards.paint(painter, option, index)
        painter.end()


def _write(painter: QPainter, room: QRectF, words: str, ink: QColor) -> None:
    """The words that stand in a list without cards."""
    painter.setPen(ink)
    flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(room.adjusted(16, 24, -16, 0), int(flags), words)


def _values_of(model: object) -> Sequence[object]:
    return model.values() if isinstance(model, CardModel) else ()
