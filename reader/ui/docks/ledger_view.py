"""The list of ledger cards: choosing, walking by key, folding groups, and the words shown when there is nothing."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from reader.links import LedgerRow
from reader.ui.docks.card_delegate import CardDelegate
from reader.ui.docks.card_roles import Index
from reader.ui.docks.ledger_model import LedgerModel
from reader.ui.theme import Theme


class LedgerView(QTreeView):
    """Cards in groups.

    Signals:
        row_picked(object): the LedgerRow the reader moved to, by mouse or key.
        places_wanted(object): the LedgerRow to show the next place of (Return, double click).
    """

    row_picked = Signal(object)
    places_wanted = Signal(object)

    def __init__(self, model: LedgerModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.empty_words = ""
        self.setModel(model)
        self._cards = CardDelegate(theme, self.font(), self)
        self.setItemDelegate(self._cards)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName("Comparisons")
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.verticalScrollBar().setSingleStep(24)
        model.modelReset.connect(self._unfold)
        self.expanded.connect(lambda index: self._fold(index, closed=False))
        self.collapsed.connect(lambda index: self._fold(index, closed=True))
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(lambda _: self._activate())

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme."""
        self._cards.theme = theme
        self.viewport().update()

    def changeEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        super().changeEvent(event)
        if event.type() == event.Type.FontChange and hasattr(self, "_cards"):
            self._cards.set_base_font(QFont(self.font()))
            self.scheduleDelayedItemsLayout()

    def current_row(self) -> LedgerRow | None:
        """The row the reader is on, if any."""
        return self._model.row_at(self.currentIndex())

    def show_row(self, row_id: str) -> None:
        """Make a row the chosen one and bring it into view, without telling anybody; "" for none."""
        index = self._model.row_index(row_id)
        self._expand_card(row_id)
        selection = self.selectionModel()
        if not index.isValid():
            selection.clear()
            return
        self.expand(index.parent())
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        selection.setCurrentIndex(index, flag)
        self.scrollTo(index)

    def step(self, forward: bool, verdicts: frozenset[str]) -> LedgerRow | None:
        """The next or previous shown row with one of the verdicts, from the present one; None at the end."""
        rows = [self._model.row_at(index) for index in self._indexes()]
        held = [row for row in rows if row is not None]
        here = next((n for n, row in enumerate(held) if row == self.current_row()), -1 if forward else len(held))
        order = held[here + 1 :] if forward else held[:here][::-1]
        return next((row for row in order if row.verdict in verdicts), None)

    def _indexes(self) -> list[QModelIndex]:
        model = self._model
        groups = [model.index(n, 0) for n in range(model.rowCount())]
        return [model.index(n, 0, group) for group in groups for n in range(model.rowCount(group))]

    def _expand_card(self, row_id: str) -> None:
        before, self._cards.expanded = self._cards.expanded, row_id
        for changed in (before, row_id):
            index = self._model.row_index(changed)
            if index.isValid():
                self._cards.sizeHintChanged.emit(index)

    def _unfold(self) -> None:
        for number in range(self._model.rowCount()):
            index = self._model.index(number, 0)
            self.setExpanded(index, index.data() not in self._cards.closed_groups)

    def _fold(self, index: QModelIndex, *, closed: bool) -> None:
        (self._cards.closed_groups.add if closed else self._cards.closed_groups.discard)(index.data())

    def _clicked(self, index: QModelIndex) -> None:
        if self._model.row_at(index) is None:
            self.setExpanded(index, not self.isExpanded(index))

    def _activate(self) -> None:
        if (row := self.current_row()) is not None:
            self.places_wanted.emit(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self._model.row_at(current)
        if row is not None and row.id != self._cards.expanded:
            self._expand_card(row.id)
            self.row_picked.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            index = self.currentIndex()
            if self._model.row_at(index) is None:
                self.setExpanded(index, not self.isExpanded(index))
            else:
                self._activate()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._cards.width:
            self._cards.width = self.viewport().width()
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.empty_words and self._model.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self._cards.theme.colour("muted"))
            room = QRectF(self.viewport().rect()).adjusted(16, 24, -16, 0)
            flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self.empty_words)
