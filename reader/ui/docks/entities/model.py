"""The entities of a comparison as a Qt list of cards, those in most sources first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from reader.links import Comparison, Entity
from reader.text import without_accents
from reader.ui.docks.cards.roles import CardModel, CardRole, CopyRole, IdRole, Index
from reader.ui.docks.ledger.model import spoken, written
from reader.ui.docks.ledger.reading import Card, CardLine
from reader.ui.looks.tips import tip
from reader.ui.lookup.comparison_index import ComparisonIndex


class EntitiesModel(CardModel):
    """Entities that fit the words and kinds wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index = ComparisonIndex(Comparison())
        self._shown: list[Entity] = []
        self._cards: dict[str, Card] = {}
        self.words = ""
        self.kinds: frozenset[str] = frozenset()
        self.shared_only = False

    def show_comparison(self, index: ComparisonIndex) -> None:
        """Show the entities of another comparison."""
        self.beginResetModel()
        self._index = index
        self._cards.clear()
        self._arrange()
        self.endResetModel()

    def want(self, words: str, kinds: frozenset[str], *, shared_only: bool) -> None:
        """Show only entities that hold all the words, are of one of the kinds, and stand in two sources if asked."""
        self.beginResetModel()
        self.words, self.kinds, self.shared_only = words, kinds, shared_only
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        words = without_accents(self.words).casefold().split()

        def fits(entity: Entity) -> bool:
            if self.kinds and entity.kind not in self.kinds:
                return False
            if self.shared_only and len(entity.variants) < 2:
                return False
            if not words:
                return True
            forms = [form for held in entity.variants.values() for form in held]
            text = without_accents("\n".join((entity.label, *forms))).casefold()
            return all(word in text for word in words)

        found = [entity for entity in self._index.comparison.entities if fits(entity)]
        found.sort(key=lambda e: (-len(e.variants), -len(e.mentions), e.label.casefold()))
        self._shown = found

    def row_of(self, entity: str) -> int:
        """The row of an entity, -1 when it is not shown."""
        return next((n for n, held in enumerate(self._shown) if held.id == entity), -1)

    def entity_at(self, index: Index) -> Entity | None:
        """The entity at an index."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def card(self, entity: Entity) -> Card:
        """What the list shows of an entity: every spelling with its count, source by source."""
        if entity.id not in self._cards:
            lines = []
            written = Counter((source.id, mention.text) for source, mention in self._index.held(entity.mentions))
            for letter, forms in entity.variants.items():
                counts = [(form, written[letter, form]) for form in forms]
                lines.append(CardLine(letter, ", ".join(f"{form} ×{n}" if n > 1 else form for form, n in counts)))
            details = [*entity.reasons]
            held = self._index.entities
            if related := [held[other].label for other in entity.related if other in held]:
                details.append("Related, not the same: " + ", ".join(related))
            self._cards[entity.id] = Card(entity.label, "", entity.kind, entity.kind, tuple(lines), tuple(details))
        return self._cards[entity.id]

    def values(self) -> Sequence[Entity]:
        return self._shown

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        entity = self.entity_at(index)
        if entity is None:
            return None
        if role == IdRole:
            return entity.id
        if role == Qt.ItemDataRole.DisplayRole:
            return entity.label
        if role == CardRole:
            return self.card(entity)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(self.card(entity).details)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self.card(entity))
        if role == CopyRole:
            return written(self.card(entity))
        return None
