"""What a reader can say about a ledger row: same, not the same, another verdict, ignore; by menu and keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QCursor, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from reader.links import LedgerRow, NameRef, SameName
from reader.notes import Project, add_note, draft_note
from reader.ui.deciding import (
    VERDICTS,
    decide_names,
    decisions_about,
    in_words,
    judge_row,
    revoke,
    same_names,
)
from reader.ui.docks.ledger.reading import LedgerReading
from reader.ui.entity_chooser import EntityChooser
from reader.ui.workspace import Workspace


class LedgerMenu:
    """The verbs on one ledger row, for a context menu and for keys in the list."""

    def __init__(self, workspace: Workspace, reading: Callable[[], LedgerReading], owner: QWidget) -> None:
        self.workspace, self._reading, self.owner = workspace, reading, owner

    def keyed(self) -> list[QAction]:
        """Actions on the chosen row, to be added to the list that has the focus."""
        return [
            self._keyed("Same as…", "S", self.same_as),
            self._keyed("Not the same", "X", self.not_the_same),
            self._keyed("Not comparable", "C", lambda row: self.judge(row, "not comparable")),
            self._keyed("Ignore", "I", lambda row: self.judge(row, "ignore")),
            self._keyed("Note on this", "N", self.note_on),
            self._keyed("They agree", "Shift+A", lambda row: self.judge(row, "agree")),
            self._keyed("They differ", "Shift+D", lambda row: self.judge(row, "differ")),
        ]

    def _keyed(self, text: str, key: str, verb: Callable[[LedgerRow], None]) -> QAction:
        action = QAction(text, self.owner)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

        def run() -> None:
            row = self.chosen()
            if row is not None:
                verb(row)
            else:
                self._say_why_not("Choose a row first.")

        action.triggered.connect(run)
        return action

    def chosen(self) -> LedgerRow | None:
        """The row chosen in the workspace, if there is one."""
        return self._reading().row(self.workspace.chosen_row)

    def _say_why_not(self, words: str) -> None:
        """A key that can do nothing here is answered all the same."""
        self.workspace.trouble.emit(words, "info")

    def menu_for(self, row: LedgerRow) -> QMenu:
        """The context menu of a row."""
        menu = QMenu(self.owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.kind == "entity":
            _add(menu, "Same as…\tS", lambda: self.same_as(row))
            menu.addMenu(self._differences(row, menu))
            menu.addSeparator()
        else:
            verdicts = menu.addMenu("The verdict is")
            for verdict in VERDICTS:
                key = {"agree": "\tShift+A", "differ": "\tShift+D"}.get(verdict, "")
                action = _add(verdicts, verdict.capitalize() + key, partial(self.judge, row, verdict))
                action.setCheckable(True)
                action.setChecked(verdict == row.verdict)
            _add(menu, "Not comparable\tC", lambda: self.judge(row, "not comparable"))
        _add(menu, "Ignore\tI", lambda: self.judge(row, "ignore"))
        menu.addSeparator()
        _add(menu, "Note on this\tN", lambda: self.note_on(row))
        taken = decisions_about(self.workspace.project, [place.ref for place in self._reading().places(row)])
        if taken:
            menu.addSeparator()
        for decision in taken[:6]:
            _add(menu, f"Take back: {in_words(decision)}", partial(revoke, self.workspace, decision))
        return menu

    def _differences(self, row: LedgerRow, parent: QWidget) -> QMenu:
        menu = QMenu("Not the same\tX", parent)
        for text, decision in self.separations(row):
            _add(menu, text, partial(decide_names, self.workspace, decision))
        menu.setEnabled(bool(menu.actions()))
        return menu

    def separations(self, row: LedgerRow) -> list[tuple[str, SameName]]:
        """The ways an entity's row can be taken apart, each with its words."""
        places = self._reading().places(row)
        surfaces = dict.fromkeys(place.words for place in places)
        first, *others = surfaces or [""]
        found = [
            (f"“{other}” is not “{first}”", SameName(NameRef(first), NameRef(other), False))
            for other in others
            if other.casefold() != first.casefold()
        ]
        by_source = {place.letter: place for place in reversed(places)}
        letters = sorted(by_source, key=list(row.cells).index)
        for letter in letters[1:]:
            a, b = by_source[letters[0]], by_source[letter]
            words = f"{a.letter}’s “{a.words}” is not {b.letter}’s “{b.words}”"
            found.append((words, SameName(NameRef(a.words, a.key), NameRef(b.words, b.key), False)))
        return found

    def same_as(self, row: LedgerRow) -> None:
        """Ask for the entity a row's entity is the same as, and join them."""
        if row.kind != "entity":
            self._say_why_not("Same as… joins two names. On numbers, dates and quotations press Shift+A: they agree.")
            return
        other = EntityChooser.ask(self.owner, self.workspace, row.entity)
        if other is not None:
            same_names(self.workspace, row.label, other.label, same=True)

    def not_the_same(self, row: LedgerRow) -> None:
        """Take an entity apart; asks which of its names when there is more than one way."""
        if row.kind != "entity":
            self._say_why_not("Not the same is for names. On numbers, dates and quotations press C: not comparable.")
            return
        ways = self.separations(row)
        if not ways:
            self._say_why_not(f"“{row.label}” is one name in one source, so there is nothing to take apart.")
        elif len(ways) == 1:
            decide_names(self.workspace, ways[0][1])
        else:
            menu = self._differences(row, self.owner)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.setActiveAction(menu.actions()[0])
            menu.exec(self._below_the_row())

    def _below_the_row(self) -> QPoint:
        """Where a menu opens that a key asked for: at the card with the keyboard, wherever the mouse lies."""
        view = QApplication.focusWidget()
        if isinstance(view, QAbstractItemView):
            return view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft())
        return QCursor.pos()

    def judge(self, row: LedgerRow, verdict: str) -> None:
        """The reader's own verdict on a row."""
        if verdict in VERDICTS and row.kind == "entity":
            self._say_why_not(
                f"“{row.label}” is a name, and verdicts are given on numbers, dates and quotations. "
                "Press X if it is not the same in all sources, S to join it with another name."
            )
            return
        reading = self._reading()
        places = reading.first_places(row) if row.kind == "entity" else reading.places(row)
        judge_row(self.workspace, row, [place.ref for place in places], verdict)

    def note_on(self, row: LedgerRow) -> None:
        """A new note on the row's first place in each source, to be written at once."""
        held = {source.key for source in self.workspace.project.sources}
        places = [(p.key, p.span) for p in self._reading().first_places(row) if p.key in held]
        made = ""

        def change(project: Project) -> Project:
            nonlocal made
            note = draft_note(project, places, author=self.workspace.author)
            made = note.id
            return add_note(project, note)

        if self.workspace.edit("Add note", change):
            self.workspace.write_note(made)


def _add(menu: QMenu, text: str, verb: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda _=False: verb())
    return action
