"""What all widgets share: the project, the comparison, what is chosen, and the way to change any of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from reader.errors import DiptychError
from reader.links import Comparison, source_id
from reader.notes import Project, SourceSpan
from reader.ui.lookup.comparison_index import ComparisonIndex

if TYPE_CHECKING:
    from reader.links import ComparedSource
    from reader.text import Span


class _Edit(QUndoCommand):
    """One named change of the project, kept as the value before and the value after."""

    def __init__(self, workspace: Workspace, text: str, before: Project, after: Project, merge: str) -> None:
        super().__init__(text)
        self._workspace, self._before, self._after, self._merge = workspace, before, after, merge

    def redo(self) -> None:
        self._workspace.show_project(self._after)

    def undo(self) -> None:
        self._workspace.show_project(self._before)

    def id(self) -> int:
        """Steps that may merge share an id; -1 never merges."""
        return 1 if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a later step of the same merge key into this one: typing is one step, not one a letter."""
        if not isinstance(other, _Edit) or other._merge != self._merge:
            return False
        self._after = other._after
        self.setText(other.text())
        return True


class Workspace(QObject):
    """The model behind the window. Widgets read its values, connect to its signals and call its verbs; they never
    import one another.

    Signals:
        project_changed(): any change of the project, also by undo and redo.
        sources_changed(): which sources there are, their order, names or texts changed (after project_changed).
        notes_changed(): notes, codebook or ratings changed (after project_changed).
        comparison_changed(): a new comparison is in `comparison`.
        entity_hovered(str): the entity id under the pointer, "" when none.
        entity_chosen(str): the entity id the reader chose, "" when none.
        row_chosen(str): the ledger row id the reader chose, "" when none.
        row_wanted(str): the ledger row id whose places are to stand side by side (after row_chosen).
        note_chosen(str): the note id the reader chose, "" when none.
        passage_chosen(str, object): article key and Span to bring to the reading line and flash.
        places_chosen(object): (article key, Span) pairs, one a source, to stand side by side at the reading line.
        selection_changed(str, object): article key of the pane and the Span of the selected words, or None.
        note_wanted(str): the note id whose words the reader wants to see (after note_chosen).
        writing_wanted(str): the note id whose words the reader wants to write now, in the note editor.
        attachment_wanted(str, str): the path of a message and the name of what is attached to it, to be a source too.
        view_changed(str, object): the article key of a pane and the Span it shows now.
        trouble(str, str): a message for the bar in the window, and "error", "warning" or "info".
    """

    project_changed = Signal()
    sources_changed = Signal()
    notes_changed = Signal()
    comparison_changed = Signal()
    entity_hovered = Signal(str)
    entity_chosen = Signal(str)
    row_chosen = Signal(str)
    row_wanted = Signal(str)
    note_chosen = Signal(str)
    passage_chosen = Signal(str, object)
    places_chosen = Signal(object)
    selection_changed = Signal(str, object)
    note_wanted = Signal(str)
    writing_wanted = Signal(str)
    attachment_wanted = Signal(str, str)
    view_changed = Signal(str, object)
    trouble = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.project = Project()
        self.comparison = Comparison()
        self._index = ComparisonIndex(self.comparison)
        self.hovered_entity = ""
        self.chosen_entity = ""
        self.chosen_row = ""
        self.chosen_note = ""
        self.selection: SourceSpan | None = None
        self.in_view: dict[str, Span] = {}
        self.author = ""
        self.preferred_scheme = "admiralty"

    def edit(
        self,
        text: str,
        change: Callable[[Project], Project],
        *,
        merge: str = "",
        on_refused: Callable[[str], object] | None = None,
    ) -> bool:
        """Change the project by a pure function, as one undoable step named `text` in the Edit menu.

        Steps that follow one another with the same `merge` key (not "") are one step. A change that raises a
        DiptychError is refused: `on_refused`, else `trouble`, says why. Returns whether the project was changed.
        """
        try:
            after = change(self.project)
        except DiptychError as refused:
            if on_refused is not None:
                on_refused(str(refused))
            else:
                self.trouble.emit(str(refused), "warning")
            return False
        if after == self.project:
            return False
        self.undo_stack.push(_Edit(self, text, self.project, after, merge))
        return True

    def start_with(self, project: Project) -> None:
        """Put another project in the place of this one: nothing chosen, nothing to undo, nothing compared yet."""
        self.choose_entity("")
        self.choose_row("")
        self.choose_note("")
        self.undo_stack.clear()
        self.show_comparison(Comparison())
        self.show_project(project)

    @property
    def index(self) -> ComparisonIndex:
        """The present comparison looked up from every side."""
        if self._index.comparison is not self.comparison:
            self._index = ComparisonIndex(self.comparison)
        return self._index

    def show_comparison(self, comparison: Comparison, index: ComparisonIndex | None = None) -> None:
        """Make `comparison` the present one and tell everybody; the chosen row and entity stay chosen.

        `index`: what it is looked up in, if that was made already. Ids of rows and entities are numbers that begin anew
        with every analysis, so these are found again by what they are about.
        """
        former = self.index
        chosen = former.rows.get(self.chosen_row)
        row = chosen.key if chosen else ""
        had_row, had_entity = self.chosen_row, self.chosen_entity
        self.comparison = comparison
        self._index = index or ComparisonIndex(comparison)
        self.chosen_row = next((held.id for held in comparison.ledger if row and held.key == row), "")
        self.chosen_entity = self.index.entity_after(former, had_entity) if had_entity else ""
        self.hovered_entity = ""
        self.comparison_changed.emit()
        if had_row:
            self.row_chosen.emit(self.chosen_row)
        if had_entity:
            self.entity_chosen.emit(self.chosen_entity)

    def show_project(self, project: Project) -> None:
        """Make `project` the present value and tell everybody what changed; not undoable by itself."""
        before, self.project = self.project, project
        self.project_changed.emit()
        if before.sources != project.sources:
            self.sources_changed.emit()
        if (before.notes, before.codebook) != (project.notes, project.codebook):
            self.notes_changed.emit()

    @property
    def scheme(self) -> str:
        """The rating scheme of new notes: that of the project, else the one the reader prefers."""
        return self.project.codebook.scheme or self.preferred_scheme

    def letter(self, key: str) -> str:
        """The letter of the source with that article key; "?" when it is gone."""
        return next((source_id(n) for n, s in enumerate(self.project.sources) if s.key == key), "?")

    def compared(self, key: str) -> ComparedSource | None:
        """The analysed source with that article key, if the comparison has it."""
        return next((s for s in self.comparison.sources if s.article.key == key), None)

    def hover_entity(self, entity: str) -> None:
        """Light all mentions of an entity ("" for none)."""
        if entity != self.hovered_entity:
            self.hovered_entity = entity
            self.entity_hovered.emit(entity)

    def choose_entity(self, entity: str) -> None:
        """Keep all mentions of an entity lit ("" for none)."""
        self.chosen_entity = entity
        self.entity_chosen.emit(entity)

    def choose_row(self, row: str) -> None:
        """Choose a ledger row ("" for none) and bring its places to the reading line."""
        self.light_row(row)
        if row:
            self.row_wanted.emit(row)

    def light_row(self, row: str) -> None:
        """Choose a ledger row ("" for none) whose words the reader has before him: nothing moves."""
        self.chosen_row = row
        self.row_chosen.emit(row)

    def choose_note(self, note: str) -> None:
        """Choose a note ("" for none)."""
        self.chosen_note = note
        self.note_chosen.emit(note)

    def open_note(self, note: str) -> None:
        """Choose a note and show what it says, without taking the keyboard."""
        self.choose_note(note)
        self.note_wanted.emit(note)

    def write_note(self, note: str) -> None:
        """Choose a note and let the reader write in it."""
        self.choose_note(note)
        self.writing_wanted.emit(note)

    def choose_passage(self, key: str, span: Span) -> None:
        """Bring a passage to the reading line of its pane and flash it."""
        self.passage_chosen.emit(key, span)

    def choose_places(self, places: Sequence[SourceSpan]) -> None:
        """Bring one passage a source to the reading line, side by side, and flash them."""
        if places:
            self.places_chosen.emit(list(places))

    def show_view(self, key: str, span: Span) -> None:
        """A pane tells which part of its text can be seen now."""
        self.in_view[key] = span
        self.view_changed.emit(key, span)

    def select(self, key: str, span: Span | None) -> None:
        """The reader selected text in a pane (None: the selection is gone)."""
        self.selection = (key, span) if span is not None else None
        self.selection_changed.emit(key, span)
