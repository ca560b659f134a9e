"""The Notes dock: every note of the project, found by source, rating, tag, author or words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from reader.notes import Note, find_scheme
from reader.ui.docks.cards.view import CardView
from reader.ui.docks.notes.arranging import NOTE_SORTS, NoteFilter
from reader.ui.docks.notes.delegate import NotesDelegate
from reader.ui.docks.notes.model import NoteRole, NotesModel
from reader.ui.docks.notes.several import ChosenNotes
from reader.ui.docks.parts.filter_bar import FilterBar
from reader.ui.docks.parts.panel import Panel, hint, keep_key, lay_out_list
from reader.ui.docks.parts.panel_style import panel_style
from reader.ui.looks.theme import Theme
from reader.ui.workspace import Workspace


class NotesPanel(Panel):
    """The list of notes. Choosing one shows its passage and opens it in the note editor; Return writes in it.

    With Ctrl and Shift several are chosen, to be rated, tagged or deleted together.
    """

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, "Notes", parent)
        self.model = NotesModel(workspace, self)
        self.bar = FilterBar("notes", "notes by source, rating, tag and author; sort", self)
        self.bar.typed.connect(lambda words: self._want(words=words))
        self.bar.menu.aboutToShow.connect(self._fill_menu)
        self.view = CardView(NotesDelegate(theme, self.font(), self), "Notes", self)
        self.view.setModel(self.model)
        self.view.setSelectionMode(CardView.SelectionMode.ExtendedSelection)
        self.chosen = ChosenNotes(workspace, theme, self.view)
        self.counted = hint("", self)
        self._lay_out()
        self._telling = self._choosing = False
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._count())
        self.view.activated.connect(lambda index: workspace.write_note(index.data(NoteRole).id))
        self.view.customContextMenuRequested.connect(self._context)
        keep_key("Down", self.bar.field, self._enter_list)
        keep_key("Escape", self.bar.field, self._clear)
        keep_key("/", self.view, self.bar.field.setFocus)
        for signal in (workspace.notes_changed, workspace.sources_changed):
            signal.connect(self._refresh)
        workspace.note_chosen.connect(self._show_note)
        self._fill_menu()
        self._refresh()

    def _lay_out(self) -> None:
        self.counted.setContentsMargins(10, 0, 8, 0)
        self.counted.hide()
        lay_out_list(self, self.bar, (self.counted, self.view))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.view.itemDelegate().theme = theme  # type: ignore[attr-defined]
        self.chosen.chooser.setStyleSheet(panel_style(theme))
        self.view.viewport().update()

    def _refresh(self) -> None:
        self._rearrange(self.model.refresh)
        if self.workspace.project.notes:
            self.view.empty_words = "No note passes the filter.\nEsc shows everything."
        else:
            self.view.empty_words = "No notes yet. Select words in a source and press N, or 1–6 to rate them."
        self._tell_filter()
        self._show_note(self.workspace.chosen_note)

    def _rearrange(self, change: Callable[[], None]) -> None:
        """Change which notes are listed; those that were chosen together stay so."""
        chosen = {note.id for note in self.chosen.notes()}
        self._telling = True
        change()
        selection = self.view.selectionModel()
        if len(chosen) > 1 and not selection.hasSelection():
            self.view.setCurrentIndex(self.model.index(self.model.row_of(self.workspace.chosen_note)))
            selection.select(self.model.rows_of(chosen), QItemSelectionModel.SelectionFlag.Select)
        self._telling = False

    def _show_note(self, note_id: str) -> None:
        if self._choosing:
            return
        row = self.model.row_of(note_id) if note_id else -1
        selection = self.view.selectionModel()
        if row == self.view.currentIndex().row() and selection.isSelected(self.view.currentIndex()):
            return
        self._telling = True
        if row < 0:
            selection.clear()
        else:
            index = self.model.index(row)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)
        self._telling = False

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        note: Note | None = current.data(NoteRole) if current.isValid() else None
        if note is None or self._telling:
            return
        self._choosing = True  # what the list tells others must not make it forget the other chosen notes
        self.workspace.choose_note(note.id)
        self._choosing = False
        first = {target.source: target.span for target in reversed(note.targets) if target.span is not None}
        self.workspace.choose_places(list(first.items()))

    def _enter_list(self) -> None:
        if self.model.rowCount():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0))

    def _context(self, at: QPoint) -> None:
        note: Note | None = self.view.indexAt(at).data(NoteRole)
        if note is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Write\tReturn", lambda: self.workspace.write_note(note.id))
        for target in note.targets:
            if target.span is not None:
                letter = self.workspace.letter(target.source)
                menu.addAction(f"Show in {letter}", lambda t=target: self.workspace.choose_passage(t.source, t.span))
        menu.addSeparator()
        self.chosen.fill(menu)
        menu.exec(self.view.viewport().mapToGlobal(at))

    # --- filtering ----------------------------------------------------------------------------------------------

    def _want(self, **changes: object) -> None:
        wanted = replace(self.model.filter, **changes)  # type: ignore[arg-type]
        self._rearrange(lambda: self.model.set_filter(wanted))
        self._tell_filter()
        self._show_note(self.workspace.chosen_note)

    def _tell_filter(self) -> None:
        self.bar.tell(self.model.filter.narrowing)
        self._count()

    def _count(self) -> None:
        """Say how many notes are shown, if not all, and how many are chosen, if several."""
        shown, every = self.model.rowCount(), len(self.workspace.project.notes)
        ranges = self.view.selectionModel().selection()
        chosen = sum(ranges.at(number).height() for number in range(ranges.size()))
        parts = [f"{shown:,} of {every:,} notes"] if shown != every or chosen > 1 else []
        parts += [f"{chosen:,} chosen"] if chosen > 1 else []
        self.counted.setText(" · ".join(parts))
        self.counted.setVisible(bool(parts))

    def _clear(self) -> None:
        self.bar.field.clear()
        self._want(**{part: frozenset() for part in ("sources", "ratings", "tags", "authors")})

    def _fill_menu(self) -> None:
        project = self.workspace.project
        self.bar.menu.clear()
        letters = {s.key: f"Source {self.workspace.letter(s.key)}" for s in project.sources}
        self._section("Source", "sources", letters)
        used = {note.rating: note.scheme for note in project.notes}
        self._section("Rating", "ratings", {code: self._grade(code, used[code]) for code in sorted(used)})
        tagged = {tag for note in project.notes for tag in note.tags}
        self._section("Tag", "tags", {t.id: t.name for t in project.codebook.tags if t.id in tagged})
        authors = sorted({note.author for note in project.notes})
        if len(authors) > 1:
            self._section("Author", "authors", {author: author or "no name" for author in authors})
        self.bar.offer_orders(NOTE_SORTS, self.model.filter.sort, lambda order: self._want(sort=order))
        self.bar.menu.addSeparator()
        self.bar.menu.addAction("Show everything", self._clear)

    def _grade(self, code: str, scheme_id: str) -> str:
        scheme = find_scheme(self.workspace.project.codebook, scheme_id)
        grade = next((g for g in scheme.credibility if g.code == code), None) if scheme and code else None
        return f"{code} {grade.label.lower()}" if grade else code or "not rated"

    def _section(self, title: str, part: str, offered: dict[str, str]) -> None:
        if offered:
            self.bar.offer(title, offered, getattr(self.model.filter, part), partial(self._toggle, part))

    def _toggle(self, part: str, value: str, on: bool) -> None:
        held: frozenset[str] = getattr(self.model.filter, part)
        self._want(**{part: held | {value} if on else held - {value}})


__all__ = ["NoteFilter", "NotesPanel"]
