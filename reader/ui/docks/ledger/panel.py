"""The Compare dock: the ledger of what differs, what only looks alike, what agrees, and what one source alone says."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.links import LedgerRow
from reader.ui.docks.ledger.filtering import LedgerFilterBar
from reader.ui.docks.ledger.menu import LedgerMenu
from reader.ui.docks.ledger.model import LedgerFilter, LedgerModel
from reader.ui.docks.ledger.view import LedgerView
from reader.ui.docks.parts.panel import Panel, keep_key
from reader.ui.looks.theme import Theme
from reader.ui.workspace import Workspace


class ComparePanel(Panel):
    """The ledger with its filter. Choosing a row shows its places in all panes."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, "Compare", parent)
        self.model = LedgerModel(self)
        self.bar = LedgerFilterBar(self)
        self.view = LedgerView(self.model, theme, self)
        self.verbs = LedgerMenu(workspace, lambda: self.model.reading, self)
        self._turn: dict[str, int] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.bar)
        box.addWidget(self.view, 1)
        self.setTabOrder(self.bar.field, self.bar.button)
        self.setTabOrder(self.bar.button, self.view)
        self.bar.filter_changed.connect(self._filter)
        self.bar.field.returnPressed.connect(self._enter_list)
        self.view.row_picked.connect(self._picked)
        self.view.places_wanted.connect(self._next_place)
        self.view.customContextMenuRequested.connect(self._menu)
        self._keys()
        workspace.comparison_changed.connect(self._show_comparison)
        workspace.sources_changed.connect(self._after_reset)
        workspace.row_chosen.connect(self._show_row)
        self._show_comparison()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.view.set_theme(theme)

    def _keys(self) -> None:
        keep_key("Down", self.bar.field, self._enter_list)
        keep_key("Escape", self.bar.field, self.bar.clear)
        keep_key("/", self.view, self.bar.field.setFocus)
        keep_key("Ctrl+C", self.view, self.view.copy)
        for action in self.verbs.keyed():
            self.view.addAction(action)

    def _enter_list(self) -> None:
        rows = self.model.passing()
        if rows:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            if self.view.current_row() is None:
                self.view.show_row(rows[0].id)
                self._picked(rows[0])

    def _show_comparison(self) -> None:
        comparison = self.workspace.comparison
        self.bar.show_sources(tuple(source.id for source in comparison.sources))
        self.model.filter = self.bar.wanted
        self.model.show_comparison(self.workspace.index)
        self._turn.clear()
        self._after_reset()

    def _filter(self, wanted: LedgerFilter) -> None:
        self.model.set_filter(wanted)
        self._after_reset()

    def _after_reset(self) -> None:
        sources = len(self.workspace.comparison.sources)
        if self.workspace.comparison.ledger:
            words = "Nothing passes the filter.\nEsc shows everything."
        elif len(self.workspace.project.sources) > max(1, sources):
            words = "The sources are being compared …"
        elif sources > 1:
            words = "These sources share no names, numbers or dates."
        else:
            words = "Add two sources to see what they share and where they differ."
        self.view.empty_words = words
        self.view.show_row(self.workspace.chosen_row)

    def _show_row(self, row_id: str) -> None:
        current = self.view.current_row()
        if (current.id if current else "") != row_id:
            self.view.show_row(row_id)

    def _picked(self, row: LedgerRow) -> None:
        self._turn[row.id] = 0
        self.workspace.choose_entity(row.entity)
        self.workspace.choose_row(row.id)

    def _next_place(self, row: LedgerRow) -> None:
        places = self.model.reading.places(row)
        if places:
            turn = self._turn[row.id] = self._turn.get(row.id, 0) + 1
            place = places[turn % len(places)]
            self.workspace.choose_passage(place.key, place.span)

    def _menu(self, at: QPoint) -> None:
        row = self.model.row_at(self.view.indexAt(at))
        if row is not None:
            self.verbs.menu_for(row).exec(self.view.viewport().mapToGlobal(at))
