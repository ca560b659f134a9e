"""The notes of a project as a Qt list, filtered and sorted; orphans and uncertain ones stand first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionRange, QObject, Qt

from reader.notes import Note, Project, Tag
from reader.ui.docks.cards.roles import CardModel, CardRole, CopyRole, IdRole, Index
from reader.ui.docks.note.reading import note_place, note_state, rating_words, target_words
from reader.ui.docks.notes.arranging import NoteFilter, NoteOrder
from reader.ui.looks.tips import tip
from reader.ui.workspace import Workspace

NoteRole = CopyRole + 1
"""The Note itself."""


@dataclass(frozen=True, slots=True)
class NoteCard:
    """What the list shows of a note; `colour` is that of its grade, `state` is "lost", "uncertain" or "".

    `author` is "" where all notes are of one.
    """

    letters: str
    quote: str
    body: str
    pill: str
    colour: str
    state: str
    tags: tuple[Tag, ...]
    place: str
    author: str = ""


class NotesModel(CardModel):
    """The notes that pass the filter, in order. A change of a note that leaves its place alone changes one row only."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.filter = NoteFilter()
        self._order = NoteOrder()
        self._project = Project()
        self._several = False
        self._rows: list[Note] = []
        self._cards: dict[str, tuple[Note, NoteCard]] = {}

    def refresh(self) -> None:
        """Take the notes as they are now."""
        project = self.workspace.project
        if project.sources != self._project.sources or project.codebook.tags != self._project.codebook.tags:
            self._cards.clear()
        if self._several != (several := len({note.author for note in project.notes}) > 1):
            self._several = several
            self._cards.clear()
        before, self._project = self._project, project
        if self._only_words_changed(before, project):
            return
        self._rearrange()

    def _rearrange(self) -> None:
        wanted = self._order.arranged(self._project, self.filter)
        if [n.id for n in wanted] == [n.id for n in self._rows]:
            changed = [n for n, (a, b) in enumerate(zip(wanted, self._rows, strict=True)) if a is not b]
            self._rows = wanted
            if not changed and not self._cards:
                changed = list(range(len(wanted)))
            if changed:  # told once: whoever listens sums up ten thousand heights each time
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._rows = wanted
        self.endResetModel()

    def _only_words_changed(self, before: Project, now: Project) -> bool:
        """Typing in a note: put the new words in its row and leave all else as it stands, whatever the number."""
        if len(before.notes) != len(now.notes) or before.sources is not now.sources or self.filter.words:
            return False
        changed = [(a, b) for a, b in zip(before.notes, now.notes, strict=True) if a is not b]
        stays = all(replace(a, body=b.body, modified=b.modified) == b for a, b in changed)
        if not changed or not stays or self.filter.sort in ("changed", "text") or before.codebook != now.codebook:
            return False
        for _, note in changed:
            row = self.row_of(note.id)
            if row >= 0:
                self._rows[row] = note
                self.dataChanged.emit(self.index(row), self.index(row))
        return True

    def set_filter(self, wanted: NoteFilter) -> None:
        """Show only what passes `wanted`, in its order."""
        self.filter = wanted
        self._rearrange()

    def rows_of(self, note_ids: Collection[str]) -> QItemSelection:
        """Where these notes stand, as few ranges as there can be; those that are not shown are left out."""
        rows = [row for row, note in enumerate(self._rows) if note.id in note_ids]
        found = QItemSelection()
        for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
            held = [row for _, row in run]
            found.append(QItemSelectionRange(self.index(held[0]), self.index(held[-1])))
        return found

    def row_of(self, note_id: str) -> int:
        """The row of a note, -1 when it is not shown."""
        return next((n for n, note in enumerate(self._rows) if note.id == note_id), -1)

    def card(self, note: Note) -> NoteCard:
        """What the list shows of a note."""
        held = self._cards.get(note.id)
        if held is None or held[0] is not note:
            tags = {tag.id: tag for tag in self._project.codebook.tags}
            pill, colour = rating_words(self._project, note)
            letters = "–".join(dict.fromkeys(self.workspace.letter(t.source) for t in note.targets))
            card = NoteCard(
                letters,
                " ".join(target_words(note.targets[0], self._project)[:300].split()),
                " ".join(note.body[:300].split()),
                pill,
                colour,
                note_state(note),
                tuple(tags[tag] for tag in note.tags if tag in tags),
                note_place(self.workspace, note),
                note.author if self._several else "",
            )
            held = self._cards[note.id] = (note, card)
        return held[1]

    def values(self) -> Sequence[Note]:
        return self._rows

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        note = self._rows[index.row()]
        if role == NoteRole:
            return note
        if role == IdRole:
            return note.id
        if role not in (
            CardRole,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        card = self.card(note)
        if role == CardRole:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.quote
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(part for part in (card.place, card.author, note.body[:600]) if part))
        said = [card.state, card.place, card.author, card.quote, card.pill, *(tag.name for tag in card.tags), card.body]
        return ". ".join(part for part in said if part)
