"""The filter field of the ledger with its menu of kinds, sources, verdicts and orders."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from reader.ui.docks.ledger.model import SORTS, LedgerFilter
from reader.ui.docks.parts.menu_section import begin_section

KINDS = {"entity": "Names", "quantity": "Numbers", "date": "Dates", "quotation": "Quotations"}
VERDICTS = ("differ", "same form only", "agree", "compatible", "only")
SPEAKERS = {
    "named": "Someone named",
    "official": "An official",
    "unnamed": "Someone unnamed",
    "document": "A document",
    "outlet": "Another outlet",
    "hearsay": "Hearsay",
}
ORDERS = {"importance": "By importance", "place": "By place in the text", "name": "By name"}


class LedgerFilterBar(QWidget):
    """A field for words and a menu for the rest.

    Signals:
        filter_changed(object): the LedgerFilter now wanted.
    """

    filter_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = LedgerFilter()
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Filter comparisons")
        self.field.setAccessibleName("Filter comparisons")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda text: self._want(words=text))
        self.button = QToolButton(self)
        self.button.setText("Show")
        self.button.setToolTip("Which kinds, sources and verdicts to show, and in what order")
        self.button.setAccessibleName("Filter by kind, source and verdict; sort")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self._said: QMenu | None = None
        self.button.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.show_sources(())

    def show_sources(self, letters: tuple[str, ...]) -> None:
        """Offer these sources in the menu; a source that is gone is no longer asked for."""
        self.wanted = replace(self.wanted, sources=self.wanted.sources & frozenset(letters))
        self.menu.clear()
        if self._said is not None:
            self._said.deleteLater()
        begin_section(self.menu, "Kind")
        for kind, title in KINDS.items():
            self._check("kinds", kind, title)
        begin_section(self.menu, "Verdict")
        for verdict in VERDICTS:
            self._check("verdicts", verdict, "only in one source" if verdict == "only" else verdict)
        said = self._said = self.menu.addMenu("Who says it")
        for kind, title in SPEAKERS.items():
            self._check("speakers", kind, title, said)
        if letters:
            begin_section(self.menu, "Source")
            for letter in letters:
                self._check("sources", letter, f"Source {letter}")
        begin_section(self.menu, "Order")
        orders = QActionGroup(self.menu)
        for order in SORTS:
            action = self.menu.addAction(ORDERS[order])
            action.setCheckable(True)
            action.setChecked(order == self.wanted.sort)
            action.triggered.connect(lambda _=False, order=order: self._want(sort=order))
            orders.addAction(action)
        self.menu.addSeparator()
        self.menu.addAction("Show everything", self.clear)
        self._tell()

    def clear(self) -> None:
        """Let everything through again, in the present order."""
        self.wanted = LedgerFilter(sort=self.wanted.sort)
        self.field.clear()
        for action in self.menu.findChildren(QAction):
            if action.data():
                action.setChecked(False)
        self._want()

    def _check(self, part: str, value: str, title: str, menu: QMenu | None = None) -> None:
        action = QAction(title, self.menu)
        action.setCheckable(True)
        action.setData(part)
        action.setChecked(value in getattr(self.wanted, part))
        action.triggered.connect(lambda on, part=part, value=value: self._toggle(part, value, on))
        (menu or self.menu).addAction(action)

    def _toggle(self, part: str, value: str, on: bool) -> None:
        held: frozenset[str] = getattr(self.wanted, part)
        self._want(**{part: held | {value} if on else held - {value}})

    def _want(self, **changes: object) -> None:
        self.wanted = replace(self.wanted, **changes)  # type: ignore[arg-type]
        self._tell()
        self.filter_changed.emit(self.wanted)

    def _tell(self) -> None:
        narrowing = self.wanted.narrowing
        self.button.setText(f"Show · {narrowing}" if narrowing else "Show")
