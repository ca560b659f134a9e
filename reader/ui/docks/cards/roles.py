"""What the models of the docks have in common: their roles, and the values behind their cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

IdRole = int(Qt.ItemDataRole.UserRole)
"""The id of what a card shows; None for a group title."""
CardRole = IdRole + 1
CountRole = IdRole + 2
"""How many cards a group holds."""
CopyRole = IdRole + 3
"""What a card says in plain text, to be copied; None where that is no more than its name."""


class CardModel(QAbstractListModel):
    """A list whose rows are cards; `values` gives, row by row, what the delegate needs to know their heights."""

    def values(self) -> Sequence[object]:
        """The values behind the rows."""
        raise NotImplementedError

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.values())
