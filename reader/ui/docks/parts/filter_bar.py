"""The head of a list: a field that filters it by words, and a menu of what else it shows and in what order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget


class FilterBar(QWidget):
    """The field and the button *Show*, whose menu is filled by `offer` and `offer_orders`.

    Signals:
        typed(str): the words in the field.
    """

    typed = Signal(str)

    def __init__(self, what: str, by: str, parent: QWidget) -> None:
        """`what` is listed ("notes"), and `by` says what the menu does ("notes by source; sort")."""
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(f"Filter {what}")
        self.field.setAccessibleName(f"Filter {what}")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.typed)
        self.button = QToolButton(self)
        self.button.setAccessibleName(f"Filter {by}")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        self.tell(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.setContentsMargins(8, 0, 8, 0)

    def tell(self, narrowing: int) -> None:
        """Say on the button by how many choices of the menu the list is narrowed."""
        self.button.setText(f"Show · {narrowing}" if narrowing else "Show")

    def offer(
        self, title: str, values: Mapping[str, str], chosen: Collection[str], toggle: Callable[[str, bool], object],
        menu: QMenu | None = None,
    ) -> None:  # fmt: skip
        """Add a line to tick for each value, below a title if there is one; `toggle(value, on)` hears of each tick."""
        if title:
            self._begin_section(title)
        for value, words in values.items():
            action = QAction(words, self.menu)
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.triggered.connect(lambda on, value=value: toggle(value, on))
            (menu or self.menu).addAction(action)

    def _begin_section(self, title: str) -> None:
        """Head the lines that follow; Qt's own `addSection` shows a bare line where a style sheet dresses the menu."""
        if not self.menu.isEmpty():
            self.menu.addSeparator()
        self.menu.addAction(title).setEnabled(False)

    def untick(self) -> None:
        """Take the ticks away from all values, whatever the order."""
        for action in self.menu.findChildren(QAction):
            if action.isCheckable() and action.actionGroup() is None:
                action.setChecked(False)

    def offer_orders(self, orders: Mapping[str, str], present: str, choose: Callable[[str], object]) -> None:
        """Add a section with the orders, of which one holds; `choose(order)` is called when the reader picks one."""
        self._begin_section("Order")
        group = QActionGroup(self.menu)
        for order, words in orders.items():
            action = self.menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(order == present)
            action.triggered.connect(lambda _=False, order=order: choose(order))
            group.addAction(action)
