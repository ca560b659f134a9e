"""Below a note: the passages it is linked to, those aligned with it, and the other notes on the same words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.links import Comparison
from reader.notes import Note, Source
from reader.ui.docks.cards.passage_card import PassageCard
from reader.ui.docks.note.reading import AlignedPassage, aligned_passages, notes_here, rating_words, target_words
from reader.ui.docks.parts.panel import heading, on_press
from reader.ui.looks.theme import Theme
from reader.ui.looks.tips import tip
from reader.ui.workspace import Workspace


class NoteCards(QWidget):
    """Cards that go to what they show.

    Signals:
        go_wanted(int): the number of the note's target to show.
        unlink_wanted(int): the number of the target to take off the note.
    """

    go_wanted = Signal(int)
    unlink_wanted = Signal(int)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._shown: tuple[Note, tuple[Note, ...], Comparison, tuple[Source, ...]] | None = None
        self.cards: list[PassageCard] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme."""
        self._theme, self._shown = theme, None

    def show_note(self, note: Note) -> None:
        """Show what goes with this note; cards that are right already stay, and keep the focus."""
        project = self._workspace.project
        if self._as_before(note, project.notes):
            return
        here = notes_here(project, note)
        self._shown = (note, project.notes, self._workspace.comparison, project.sources)
        self._clear()
        self._links(note)
        linked = {target.source for target in note.targets[1:]}
        self._aligned([p for p in aligned_passages(self._workspace, note.targets[0]) if p.key not in linked])
        self._others(here)
        self.setVisible(bool(self.cards))

    def _as_before(self, note: Note, notes: tuple[Note, ...]) -> bool:
        """Whether nothing but this note's own words changed since the cards were made, as while one types."""
        if self._shown is None:
            return False
        before, held, comparison, sources = self._shown
        same_desk = comparison is self._workspace.comparison and sources is self._workspace.project.sources
        if not same_desk or before.id != note.id or before.targets != note.targets or len(held) != len(notes):
            return False
        return all(a is b or b.id == note.id for a, b in zip(held, notes, strict=True))

    def _clear(self) -> None:
        self.cards = []
        while self._box.count():
            item = self._box.takeAt(0)
            held = item.widget() if item is not None else None
            if held is not None:
                held.hide()
                held.deleteLater()

    def _links(self, note: Note) -> None:
        for number, target in enumerate(note.targets[1:], 1):
            if number == 1:
                self._box.addWidget(heading("Linked passages"))
            words = target_words(target, self._workspace.project)
            card = self._card(self._workspace.letter(target.source), words, "" if target.span else "lost", "")
            on_press(card, partial(self.go_wanted.emit, number))
            card.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            unlink = card.addAction("Unlink this passage")
            unlink.triggered.connect(lambda _=False, number=number: self.unlink_wanted.emit(number))

    def _aligned(self, passages: list[AlignedPassage]) -> None:
        if passages:
            self._box.addWidget(heading("Aligned passages"))
        for passage in passages:
            card = self._card(passage.letter, passage.words, "", "")
            card.setToolTip(tip(passage.reason))
            on_press(card, partial(self._workspace.choose_passage, passage.key, passage.span))

    def _others(self, notes: list[Note]) -> None:
        project = self._workspace.project
        if notes:
            self._box.addWidget(heading("All notes here"))
        for note in notes:
            words, colour = rating_words(project, note)
            letter = self._workspace.letter(note.targets[0].source)
            card = self._card(letter, note.body or target_words(note.targets[0], project), words, colour)
            on_press(card, partial(self._workspace.choose_note, note.id))

    def _card(self, letter: str, words: str, pill: str, colour: str) -> PassageCard:
        card = PassageCard(self._theme, letter, words, pill, colour, self)
        self._box.addWidget(card)
        self.cards.append(card)
        return card
