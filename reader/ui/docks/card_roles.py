"""The roles under which the models of the docks give their cards."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

IdRole = int(Qt.ItemDataRole.UserRole)
"""The id of what a card shows; None for a group title."""
CardRole = IdRole + 1
CountRole = IdRole + 2
"""How many cards a group holds."""
