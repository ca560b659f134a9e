"""The ledger as a two-level Qt model: verdict groups, and the rows in them after filter and sort."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from reader.links import Comparison, LedgerRow
from reader.ui.docks.card_roles import CardRole, CountRole, IdRole, Index
from reader.ui.docks.ledger_cards import Card, LedgerReading

GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    ("Differ", frozenset({"differ"})),
    ("Same form only", frozenset({"same form only"})),
    ("Agree", frozenset({"agree", "compatible"})),
    ("Only in one source", frozenset({"only"})),
)
SORTS = ("importance", "place", "name")


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """What the reader wants to see; empty sets and words let everything through."""

    words: str = ""
    kinds: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()
    sort: str = "importance"

    @property
    def narrowing(self) -> int:
        """How many of kinds, sources and verdicts are narrowed."""
        return sum(map(bool, (self.kinds, self.sources, self.verdicts)))

    def lets_through(self, row: LedgerRow, reading: LedgerReading) -> bool:
        return (
            (not self.kinds or row.kind in self.kinds)
            and (not self.verdicts or row.verdict in self.verdicts)
            and (not self.sources or not self.sources.isdisjoint(row.cells))
            and all(word in reading.haystack(row) for word in self.words.casefold().split())
        )


class LedgerModel(QAbstractItemModel):
    """Groups at the top, their rows below; one column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reading = LedgerReading(Comparison())
        self.filter = LedgerFilter()
        self._groups: list[tuple[str, list[LedgerRow]]] = []
        self._where: dict[str, tuple[int, int]] = {}

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the ledger of another comparison."""
        self.beginResetModel()
        self.reading = LedgerReading(comparison)
        self._arrange()
        self.endResetModel()

    def set_filter(self, wanted: LedgerFilter) -> None:
        """Show only what passes `wanted`, in its order."""
        self.beginResetModel()
        self.filter = wanted
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        rows = [row for row in self.reading.comparison.ledger if self.filter.lets_through(row, self.reading)]
        if self.filter.sort == "name":
            rows.sort(key=lambda row: row.label.casefold())
        elif self.filter.sort == "place":
            rows.sort(key=self._place)
        else:
            rows.sort(key=lambda row: -row.importance)
        grouped = [(title, [r for r in rows if r.verdict in verdicts]) for title, verdicts in GROUPS]
        self._groups = [(title, held) for title, held in grouped if held]
        self._where = {row.id: (g, n) for g, (_, held) in enumerate(self._groups) for n, row in enumerate(held)}

    def _place(self, row: LedgerRow) -> tuple[int, int]:
        order = {source.id: n for n, source in enumerate(self.reading.comparison.sources)}
        places = [(order[p.letter], p.span.start) for p in self.reading.first_places(row)]
        return min(places, default=(len(order), 0))

    def row_index(self, row_id: str) -> QModelIndex:
        """Where a row stands; an invalid index when it is not shown."""
        if row_id not in self._where:
            return QModelIndex()
        group, number = self._where[row_id]
        return self.createIndex(number, 0, group + 1)

    def rows_shown(self) -> int:
        """How many rows pass the filter."""
        return len(self._where)

    def row_at(self, index: Index) -> LedgerRow | None:
        """The row at an index; None for a group."""
        if not index.isValid() or index.internalId() == 0:
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    # --- QAbstractItemModel -------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() else len(self._groups[parent.row()][1])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index)
        if row is None:
            return self._group_data(index.row(), role)
        if role == IdRole:
            return row.id
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label
        card = self.reading.card(row)
        if role == CardRole:
            return card
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(card.details) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(card)
        return None

    def _group_data(self, number: int, role: int) -> Any:
        title, rows = self._groups[number]
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == CountRole:
            return len(rows)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title}, {len(rows)}"
        return None


def spoken(card: Card) -> str:
    """A card for a screen reader."""
    said = [f"{line.source}: {line.words}" for line in card.lines]
    return ". ".join([f"{card.label}, {card.pill}", *said, *card.details])
