"""A list of cards of different heights, quick with many thousands: only what is in view is drawn and measured."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from reader.ui.docks.cards.roles import CardModel, Index


class CardView(QAbstractItemView):
    """Shows a CardModel; its delegate says how tall the card of each value is and draws it.

    QListView and QTreeView ask for the size of every row again whenever one changes, which takes seconds with ten
    thousand cards; here the heights are a list of numbers, summed up once. `empty_words` are shown when there is
    no card.

    Signals:
        left(): the pointer left the list.
    """

    left = Signal()

    def __init__(self, delegate: Any, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_words = ""
        self._cards = delegate
        self._heights: list[int] = []
        self._tops: list[int] = [0]
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

    # --- heights ------------------------------------------------------------------------------------------------

    def _values(self) -> Sequence[object]:
        model = self.model()
        return model.values() if isinstance(model, CardModel) else ()

    def measure(self) -> None:
        """Take the heights of all cards anew: the model, the width or the type changed."""
        self._cards.width = self.viewport().width()
        self._heights = [self._cards.height(value) for value in self._values()]
        self._sum_up()

    def measure_rows(self, rows: Sequence[int]) -> None:
        """Take the heights of some cards anew."""
        values = self._values()
        for row in rows:
            if 0 <= row < len(self._heights):
                self._heights[row] = self._cards.height(values[row])
        self._sum_up()

    def _sum_up(self) -> None:
        self._tops = [0, *accumulate(self._heights)]
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._tops[-1] + 6 - page))
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
        if self.viewport().width() != self._cards.width or len(self._heights) != len(self._values()):
            self.measure()
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
        if not 0 <= row < len(self._heights):
            return QRect()
        return QRect(0, self._tops[row] - self.verticalOffset(), self.viewport().width(), self._heights[row])

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = bisect_right(self._tops, point.y() + self.verticalOffset()) - 1
        return self.model().index(row, 0) if 0 <= row < len(self._heights) else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not 0 <= index.row() < len(self._heights):
            return
        top, height = self._tops[index.row()], self._heights[index.row()]
        bar, page = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() or height > page:
            bar.setValue(top - (30 if index.row() else 0))
        elif top + height > bar.value() + page:
            bar.setValue(top + height - page)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        count, actions = len(self._heights), QAbstractItemView.CursorAction
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
            row = bisect_right(self._tops, self._tops[max(0, row)] + step) - 1
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
        if not self._heights:
            self._paint_empty(painter)
            painter.end()
            return
        state, current = QStyle.StateFlag, self.currentIndex().row() if self.hasFocus() else -1
        first = max(0, bisect_right(self._tops, offset + event.rect().top()) - 1)
        last = bisect_right(self._tops, offset + event.rect().bottom())
        for row in range(first, min(last, len(self._heights))):
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

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setPen(self._cards.theme.colour("muted"))
        room = QRectF(self.viewport().rect()).adjusted(16, 24, -16, 0)
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), self.empty_words)
