"""The annotate verbs as actions with keys: for the Annotate menu, the selection bar, and the panes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from reader.ui.docks.annotating.occurrences_dialog import OccurrencesDialog
from reader.ui.docks.annotating.verbs import AnnotateVerbs

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

RATINGS = 6


class AnnotateActions(QObject):
    """One QAction a verb. `for_panes(widget)` gives the keys to a widget and all in it; they are inert elsewhere.

    `menu_actions()` lists them in the order of the Annotate menu, None for a separator.
    """

    def __init__(self, verbs: AnnotateVerbs, parent: QWidget) -> None:
        super().__init__(parent)
        self.verbs = verbs
        self._window = parent
        self.ratings = [
            self._action(f"Credibility {n}", str(n), partial(verbs.rate_nth, n)) for n in range(1, RATINGS + 1)
        ]
        self.unrate = self._action("Take rating away", "0", lambda: verbs.rate(""))
        self.tag = self._action("Tag…", "T", verbs.tag)
        self.note = self._action("Note", "N", verbs.note)
        self.highlight = self._action("Plain highlight", "H", verbs.highlight)
        self.link = self._action("Link", "L", verbs.link)
        self.add_passage = self._action("Add passage to the chosen note", "Shift+L", verbs.add_passage)
        self.occurrences = self._action("Annotate every occurrence…", "Shift+N", self._every_occurrence)
        self.delete = self._action("Delete note", "Del", verbs.delete_note)
        self.edges = [
            self._action(
                f"Move {'end' if end else 'start'} {'forward' if forward else 'back'}",
                f"{'Shift+' if end else ''}Alt+{'Right' if forward else 'Left'}",
                partial(verbs.move_edge, end=end, forward=forward),
            )
            for end in (False, True)
            for forward in (False, True)
        ]
        self._tag_keys: list[QAction] = []
        self._takers: list[QWidget] = []
        workspace = verbs.workspace
        workspace.notes_changed.connect(self._rebuild_tag_keys)
        for signal in (workspace.selection_changed, workspace.note_chosen, workspace.notes_changed):
            signal.connect(self.retitle)
        self._rebuild_tag_keys()
        self.retitle()

    def _action(self, text: str, key: str, verb: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _=False: verb())
        return action

    def menu_actions(self) -> list[QAction | None]:
        """The Annotate menu from top to bottom."""
        words: list[QAction | None] = [self.tag, self.note, self.highlight, self.link]
        words += [self.add_passage, self.occurrences]
        return [*self.ratings, self.unrate, None, *words, None, *self.edges, None, self.delete]

    def for_panes(self, widget: QWidget) -> None:
        """Let the keys work while `widget` or anything in it has the focus."""
        self._takers.append(widget)
        widget.addActions([a for a in self.menu_actions() if a is not None] + self._tag_keys)

    def retitle(self, *_: object) -> None:
        """Say each grade in full, as the scheme in force words it."""
        grades = self.verbs.grades()
        for number, action in enumerate(self.ratings):
            known = number < len(grades)
            action.setVisible(known)
            action.setText(f"{grades[number].code} {grades[number].label}" if known else "")

    def _rebuild_tag_keys(self) -> None:
        tags = [tag for tag in self.verbs.workspace.project.codebook.tags if tag.shortcut]
        wanted = [(tag.shortcut.upper(), tag.id) for tag in tags]
        if wanted == [(a.shortcut().toString(), a.data()) for a in self._tag_keys]:
            return
        for action in self._tag_keys:
            action.deleteLater()
        self._tag_keys = []
        for tag in tags:
            action = self._action(f"Tag “{tag.name}”", tag.shortcut, partial(self.verbs.put_tag, tag.id))
            action.setData(tag.id)
            self._tag_keys.append(action)
        for widget in self._takers:
            widget.addActions(self._tag_keys)

    def _every_occurrence(self) -> None:
        places = OccurrencesDialog.ask(self._window, self.verbs.workspace)
        if places:
            self.verbs.annotate_places(places)
