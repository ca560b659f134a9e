"""The list of ledger cards: choosing, walking by key, and folding groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.links import LedgerRow
from reader.ui.docks.cards.roles import Index
from reader.ui.docks.cards.view import CardView
from reader.ui.docks.ledger.delegate import CardDelegate
from reader.ui.docks.ledger.model import GroupTitle, LedgerModel
from reader.ui.looks.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class LedgerView(CardView):
    """Cards below the titles of their groups; Left and Right, Return or a click fold a group.

    Signals:
        row_picked(object): the LedgerRow the reader moved to, by mouse or key.
        places_wanted(object): the LedgerRow to show the next place of (Return, double click).
    """

    row_picked = Signal(object)
    places_wanted = Signal(object)

    def __init__(self, model: LedgerModel, theme: Theme, parent: QWidget | None = None) -> None:
        self._delegate = CardDelegate(theme, parent.font() if parent is not None else QWidget().font(), parent)
        super().__init__(self._delegate, "Comparisons", parent)
        self._model = model
        self.setModel(model)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(lambda _: self._activate())

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def current_row(self) -> LedgerRow | None:
        """The row the reader is on, if any."""
        return self._model.row_at(self.currentIndex())

    def show_row(self, row_id: str) -> None:
        """Make a row the chosen one and bring it into view, without telling anybody; "" for none."""
        group = self._model.group_of(row_id) if row_id else ""
        if group and not self._model.row_index(row_id).isValid():
            self._model.open_group(group, True)
        index = self._model.row_index(row_id)
        self._expand(row_id)
        if not index.isValid():
            self.selectionModel().clear()
            return
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _expand(self, row_id: str) -> None:
        before, self._delegate.expanded = self._delegate.expanded, row_id
        row = self._model.reading.row(row_id)
        self._delegate.expanded_card = self._model.reading.card(row) if row is not None else None
        indexes = [self._model.row_index(changed) for changed in (before, row_id)]
        self.measure_rows([index.row() for index in indexes if index.isValid()])

    def fold(self, title: str, *, wide: bool) -> None:
        """Open or close a group; the reader stands on its title then."""
        self._model.open_group(title, wide)
        self.selectionModel().setCurrentIndex(
            self._model.title_index(title), QItemSelectionModel.SelectionFlag.NoUpdate
        )

    def _clicked(self, index: QModelIndex) -> None:
        value = self._model.value_at(index)
        if isinstance(value, GroupTitle):
            self.fold(value.title, wide=not value.open)

    def _activate(self) -> None:
        if (row := self.current_row()) is not None:
            self.places_wanted.emit(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self._model.row_at(current)
        if row is not None and row.id != self._delegate.expanded:
            self._expand(row.id)
            self.row_picked.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        value, key = self._model.value_at(self.currentIndex()), event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            title = value.title if isinstance(value, GroupTitle) else self._model.group_of(value.id) if value else ""
            if title:
                self.fold(title, wide=key == Qt.Key.Key_Right)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if isinstance(value, GroupTitle):
                self.fold(value.title, wide=not value.open)
            else:
                self._activate()
        else:
            super().keyPressEvent(event)
