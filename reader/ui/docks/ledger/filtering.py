"""The filter field of the ledger with its menu of kinds, sources, verdicts and orders."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.ui.docks.ledger.model import LedgerFilter
from reader.ui.docks.parts.filter_bar import FilterBar

KINDS = {"entity": "Names", "quantity": "Numbers", "date": "Dates", "quotation": "Quotations"}
VERDICTS = {
    "differ": "differ",
    "same form only": "same form only",
    "agree": "agree",
    "compatible": "compatible",
    "only": "only in one source",
}
SPEAKERS = {
    "named": "Someone named",
    "official": "An official",
    "unnamed": "Someone unnamed",
    "document": "A document",
    "outlet": "Another outlet",
    "hearsay": "Hearsay",
}
ORDERS = {"importance": "By importance", "place": "By place in the text", "name": "By name"}


class LedgerFilterBar(FilterBar):
    """A field for words and a menu for the rest.

    Signals:
        filter_changed(object): the LedgerFilter now wanted.
    """

    filter_changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("comparisons", "by kind, source and verdict; sort", parent)
        self.wanted = LedgerFilter()
        self.typed.connect(lambda words: self._want(words=words))
        self.button.setToolTip("Which kinds, sources and verdicts to show, and in what order")
        self._said: QMenu | None = None
        self.show_sources(())

    def show_sources(self, letters: tuple[str, ...]) -> None:
        """Offer these sources in the menu; a source that is gone is no longer asked for."""
        self.wanted = replace(self.wanted, sources=self.wanted.sources & frozenset(letters))
        self.menu.clear()
        if self._said is not None:
            self._said.deleteLater()
        self._offer("Kind", "kinds", KINDS)
        self._offer("Verdict", "verdicts", VERDICTS)
        self._said = self.menu.addMenu("Who says it")
        self._offer("", "speakers", SPEAKERS, self._said)
        if letters:
            self._offer("Source", "sources", {letter: f"Source {letter}" for letter in letters})
        self.offer_orders(ORDERS, self.wanted.sort, lambda order: self._want(sort=order))
        self.menu.addSeparator()
        self.menu.addAction("Show everything", self.clear)
        self.tell(self.wanted.narrowing)

    def clear(self) -> None:
        """Let everything through again, in the present order."""
        self.wanted = LedgerFilter(sort=self.wanted.sort)
        self.field.clear()
        self.untick()
        self._want()

    def _offer(self, title: str, part: str, values: dict[str, str], menu: QMenu | None = None) -> None:
        def toggle(value: str, on: bool) -> None:
            held: frozenset[str] = getattr(self.wanted, part)
            self._want(**{part: held | {value} if on else held - {value}})

        self.offer(title, values, getattr(self.wanted, part), toggle, menu)

    def _want(self, **changes: object) -> None:
        self.wanted = replace(self.wanted, **changes)  # type: ignore[arg-type]
        self.tell(self.wanted.narrowing)
        self.filter_changed.emit(self.wanted)
