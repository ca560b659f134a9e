"""The Entities dock: who and what the sources name, under which spellings, and which of them may be the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint
from PySide6.QtWidgets import QWidget

from reader.links import LedgerRow
from reader.mentions import ENTITY_KINDS
from reader.ui.docks.cards.roles import IdRole
from reader.ui.docks.cards.view import CardView
from reader.ui.docks.entities.model import EntitiesModel
from reader.ui.docks.entities.possible_matches import PossibleMatches
from reader.ui.docks.ledger.delegate import CardDelegate
from reader.ui.docks.ledger.menu import LedgerMenu
from reader.ui.docks.ledger.reading import LedgerReading
from reader.ui.docks.parts.filter_bar import FilterBar
from reader.ui.docks.parts.panel import Panel, keep_key, lay_out_list
from reader.ui.looks.theme import Theme
from reader.ui.workspace import Workspace

SHARED = "shared"
"""Beside the kinds: only entities of two sources or more."""


class EntitiesPanel(Panel):
    """The list of entities. The one under the pointer lights up in the texts, the chosen one stays lit."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, "Entities", parent)
        self.reading = LedgerReading(workspace.index)
        self.model = EntitiesModel(self)
        self.bar = FilterBar("entities", "entities by kind", self)
        self.bar.typed.connect(lambda _: self._want())
        self._shown: set[str] = set()
        self.bar.offer("", {kind: kind.capitalize() for kind in sorted(ENTITY_KINDS)}, (), self._toggle)
        self.bar.menu.addSeparator()
        self.bar.offer("", {SHARED: "In two sources or more"}, (), self._toggle)
        self.possible = PossibleMatches(workspace, self)
        self._cards = CardDelegate(theme, self.font(), self)
        self.view = CardView(self._cards, "Entities", self)
        self.view.setModel(self.model)
        self.verbs = LedgerMenu(workspace, lambda: self.reading, self)
        self._turn = 0
        self._lay_out()
        self._connect()
        self._show_comparison()

    def _lay_out(self) -> None:
        lay_out_list(self, self.bar, (self.possible, self.view))

    def _connect(self) -> None:
        workspace = self.workspace
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.activated.connect(lambda _: self._next_mention())
        self.view.entered.connect(lambda index: workspace.hover_entity(index.data(IdRole) or ""))
        self.view.left.connect(lambda: workspace.hover_entity(""))
        self.view.customContextMenuRequested.connect(self._menu)
        keep_key("Down", self.bar.field, self._enter_list)
        keep_key("Escape", self.bar.field, self.bar.field.clear)
        keep_key("S", self.view, lambda: self._with_row(self.verbs.same_as))
        keep_key("X", self.view, lambda: self._with_row(self.verbs.not_the_same))
        keep_key("/", self.view, self.bar.field.setFocus)
        keep_key("Ctrl+C", self.view, self.view.copy)
        workspace.comparison_changed.connect(self._show_comparison)
        workspace.entity_chosen.connect(self._show_entity)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._cards.theme = theme
        self.view.viewport().update()

    def _toggle(self, shown: str, on: bool) -> None:
        (self._shown.add if on else self._shown.discard)(shown)
        self._want()

    def _want(self) -> None:
        self.model.want(self.bar.field.text(), frozenset(self._shown - {SHARED}), shared_only=SHARED in self._shown)
        self.bar.tell(len(self._shown))
        self._after_reset()

    def _show_comparison(self) -> None:
        self.reading = LedgerReading(self.workspace.index)
        self.model.show_comparison(self.workspace.index)
        self._after_reset()

    def _after_reset(self) -> None:
        if self.workspace.comparison.entities:
            self.view.empty_words = "No entity passes the filter.\nEsc shows everything."
        else:
            self.view.empty_words = "People, organisations, places and other names are listed here once they are found."
        self._expand("")
        self._show_entity(self.workspace.chosen_entity)

    def _show_entity(self, entity: str) -> None:
        row = self.model.row_of(entity) if entity else -1
        if row < 0:
            self._expand("")
            self.view.selectionModel().clear()
        elif self.view.currentIndex().row() != row:
            self._expand(entity)
            index = self.model.index(row)
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)

    def _expand(self, entity: str) -> None:
        before, self._cards.expanded = self._cards.expanded, entity
        row = self.model.row_of(entity) if entity else -1
        held = self.model.entity_at(self.model.index(row)) if row >= 0 else None
        self._cards.expanded_card = self.model.card(held) if held is not None else None
        self.view.measure_rows([row, self.model.row_of(before) if before else -1])

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        entity = self.model.entity_at(current)
        if entity is None or entity.id == self._cards.expanded:
            return
        self._turn = 0
        self._expand(entity.id)
        self.workspace.choose_entity(entity.id)
        row = self.reading.row_of_entity(entity.id)
        self.workspace.choose_places([(p.key, p.span) for p in self.reading.first_places(row)] if row else [])

    def _next_mention(self) -> None:
        entity = self.model.entity_at(self.view.currentIndex())
        row = self.reading.row_of_entity(entity.id) if entity else None
        places = self.reading.places(row) if row else []
        if places:
            self._turn += 1
            place = places[self._turn % len(places)]
            self.workspace.choose_passage(place.key, place.span)

    def _with_row(self, verb: Callable[[LedgerRow], object]) -> None:
        entity = self.model.entity_at(self.view.currentIndex())
        row = self.reading.row_of_entity(entity.id) if entity else None
        if row is not None:
            verb(row)

    def _enter_list(self) -> None:
        if self.model.rowCount():
            self.view.setFocus()
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0))

    def _menu(self, at: QPoint) -> None:
        self.view.setCurrentIndex(self.view.indexAt(at))
        self._with_row(lambda row: self.verbs.menu_for(row).exec(self.view.viewport().mapToGlobal(at)))
