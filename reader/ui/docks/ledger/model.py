"""The ledger as a list for Qt: a title for each group of verdicts, and below it its rows after filter and sort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from reader.links import Comparison, LedgerRow
from reader.text import without_accents
from reader.ui.docks.cards.roles import CardModel, CardRole, CopyRole, CountRole, IdRole, Index
from reader.ui.docks.ledger.reading import Card, LedgerReading
from reader.ui.looks.tips import tip
from reader.ui.lookup.comparison_index import ComparisonIndex

GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    ("Differ", frozenset({"differ"})),
    ("Same form only", frozenset({"same form only"})),
    ("Agree", frozenset({"agree", "compatible"})),
    ("Only in one source", frozenset({"only"})),
)


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """What the reader wants to see; empty sets and words let everything through."""

    words: str = ""
    kinds: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    sort: str = "importance"

    @property
    def narrowing(self) -> int:
        """How many of kinds, sources, verdicts and speakers are narrowed."""
        return sum(map(bool, (self.kinds, self.sources, self.verdicts, self.speakers)))

    def rows_of(self, reading: LedgerReading) -> list[LedgerRow]:
        """The rows that pass, in the order of the ledger: ten thousand in less time than a key takes to come up."""
        rows = list(reading.comparison.ledger)
        for word in without_accents(self.words).casefold().split():
            rows = [row for row in rows if word in reading.told[row.id]]
        if self.kinds:
            rows = [row for row in rows if row.kind in self.kinds]
        if self.verdicts:
            rows = [row for row in rows if row.verdict in self.verdicts]
        if self.sources:
            rows = [row for row in rows if not self.sources.isdisjoint(row.cells)]
        if self.speakers:
            says = reading.attributions
            rows = [row for row in rows if any(a.speaker_kind in self.speakers for a in says(row).values())]
        return rows


@dataclass(frozen=True, slots=True)
class GroupTitle:
    """The title of a group, how many rows it has, and whether they are shown."""

    title: str
    count: int
    open: bool


class LedgerModel(CardModel):
    """Titles and rows; the rows of a closed group are left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reading = LedgerReading(ComparisonIndex(Comparison()))
        self.filter = LedgerFilter()
        self._closed: set[str] = set()
        self._passing: list[tuple[str, list[LedgerRow]]] = []
        self._rows: list[GroupTitle | LedgerRow] = []
        self._where: dict[str, int] = {}

    def show_comparison(self, index: ComparisonIndex) -> None:
        """Show the ledger of another comparison."""
        self.beginResetModel()
        self.reading = LedgerReading(index)
        self._arrange()
        self.endResetModel()

    def set_filter(self, wanted: LedgerFilter) -> None:
        """Show only what passes `wanted`, in its order."""
        self.beginResetModel()
        self.filter = wanted
        self._arrange()
        self.endResetModel()

    def open_group(self, title: str, wide: bool) -> None:
        """Show or leave out the rows of a group."""
        self.beginResetModel()
        (self._closed.discard if wide else self._closed.add)(title)
        self._spread()
        self.endResetModel()

    def _arrange(self) -> None:
        rows = self.filter.rows_of(self.reading)
        if self.filter.sort == "name":
            rows.sort(key=lambda row: row.label.casefold())
        elif self.filter.sort == "place":
            rows.sort(key=self._place)
        else:
            rows.sort(key=lambda row: -row.importance)
        grouped = [(title, [r for r in rows if r.verdict in verdicts]) for title, verdicts in GROUPS]
        self._passing = [(title, held) for title, held in grouped if held]
        self._spread()

    def _spread(self) -> None:
        self._rows = []
        for title, held in self._passing:
            wide = title not in self._closed
            self._rows += [GroupTitle(title, len(held), wide), *(held if wide else ())]
        self._where = {row.id: n for n, row in enumerate(self._rows) if isinstance(row, LedgerRow)}

    def _place(self, row: LedgerRow) -> tuple[int, int]:
        order = {source.id: n for n, source in enumerate(self.reading.comparison.sources)}
        places = [(order[p.letter], p.span.start) for p in self.reading.places(row)]
        return min(places, default=(len(order), 0))

    def row_index(self, row_id: str) -> QModelIndex:
        """Where a row stands; an invalid index when it is not shown."""
        return self.index(self._where[row_id], 0) if row_id in self._where else QModelIndex()

    def title_index(self, title: str) -> QModelIndex:
        """Where the title of a group stands; an invalid index when it has no row."""
        found = (n for n, row in enumerate(self._rows) if isinstance(row, GroupTitle) and row.title == title)
        return self.index(next(found, -1), 0)

    def group_of(self, row_id: str) -> str:
        """The title of the closed or open group a row stands in, "" when it does not pass the filter."""
        return next((title for title, held in self._passing if any(row.id == row_id for row in held)), "")

    def passing(self) -> list[LedgerRow]:
        """All rows that pass the filter, in order, those of closed groups too."""
        return [row for _, held in self._passing for row in held]

    def value_at(self, index: Index) -> GroupTitle | LedgerRow | None:
        """What stands at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def row_at(self, index: Index) -> LedgerRow | None:
        """The row at an index; None for a title."""
        value = self.value_at(index)
        return value if isinstance(value, LedgerRow) else None

    def values(self) -> Sequence[GroupTitle | LedgerRow]:
        return self._rows

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        value = self.value_at(index)
        if isinstance(value, GroupTitle):
            return _title_data(value, role)
        if value is None:
            return None
        if role == IdRole:
            return value.id
        if role == Qt.ItemDataRole.DisplayRole:
            return value.label
        if role == CardRole:
            return self.reading.card(value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(self.reading.card(value).details)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self.reading.card(value))
        if role == CopyRole:
            return written(self.reading.card(value))
        return None


def _title_data(title: GroupTitle, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return title.title
    if role == CardRole:
        return title
    if role == CountRole:
        return title.count
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{title.title}, {title.count}, {'open' if title.open else 'closed'}"
    return None


def spoken(card: Card) -> str:
    """A card for a screen reader."""
    said = [f"{line.source}: {line.words}" for line in card.lines]
    return ". ".join([f"{card.label}, {card.pill}", *said, *card.details])


def written(card: Card) -> str:
    """A card in plain text: what it is about, what each source says of it, and why it is judged so."""
    said = [f"{line.source}  {line.before}{line.words}{line.after}" for line in card.lines]
    return "\n".join([f"{card.label} [{card.pill}]", *said, *card.details])
