"""The desk: all sources of the workspace side by side, marked, linked and scrolled together."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6 import QtWidgets
from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from reader.notes import remove_source, rename_source
from reader.ui.looks.theme import Theme
from reader.ui.panes.noted.edges import NoteEdges
from reader.ui.panes.noted.selection import NoteSelection
from reader.ui.panes.page.typesetting import BODY
from reader.ui.panes.pane import Pane
from reader.ui.panes.pointer.menu import PaneMenu
from reader.ui.panes.pointer.pointing import Pointing
from reader.ui.panes.stage import Stage
from reader.ui.panes.walk.viewing import Viewing
from reader.ui.panes.walk.walker import Walker
from reader.ui.settings import ScrollMode
from reader.ui.wording import shortened
from reader.ui.workspace import Workspace

SMALLEST, LARGEST = 10, 44


class Desk(QWidget):
    """The centre of the window.

    Signals: `match_shown(int, int, str)`: match n of m is shown, of "difference", "mention" or "found" (0 of 0: none);
    `told(str)`: a short message for the status bar, such as that the last match was reached;
    `pane_activated(int)`: the index of the pane the reader turned to;
    `hidden_changed(int)`: so many sources are hidden;
    `counted(object)`: how often the words searched for stand in each source, by article key.
    """

    match_shown = Signal(int, int, str)
    told = Signal(str)
    pane_activated = Signal(int)
    hidden_changed = Signal(int)
    counted = Signal(object)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.pixels = BODY
        self._layers: frozenset[str] | None = None
        self.stage = Stage(workspace, theme, self)
        self._pointing = Pointing(self.stage)
        self._walker = Walker(self.stage)
        self._viewing = Viewing(self.stage, workspace, self)
        self.menu = PaneMenu(self.stage, self)
        self._walker.shown.connect(self.match_shown)
        self._walker.told.connect(self.told)
        self._walker.counted.connect(self.counted)
        self.menu.told.connect(self.told)
        self.stage.verb_asked.connect(self._do)
        self.stage.pane_made.connect(self._welcome)
        self.stage.arrangement.rearranged.connect(lambda: self.hidden_changed.emit(len(self.stage.arrangement.hidden)))
        for pane in self.stage.arrangement.filled():
            self._welcome(pane)
        workspace.passage_chosen.connect(self.stage.show_place)
        workspace.places_chosen.connect(self.stage.show_places)
        workspace.row_wanted.connect(self._show_row)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stage.arrangement)
        self.setAccessibleName("Sources side by side")

    def _welcome(self, pane: Pane) -> None:
        pane.view.zoom_wanted.connect(self.zoom)
        if self._layers is not None:
            pane.view.layers.shown = self._layers
        pane.activated.connect(lambda: self._tell_active(pane))
        NoteEdges(pane, self.workspace)  # the pane keeps it
        NoteSelection(pane, self.workspace)
        if pane.view.pixels != self.pixels:
            pane.view.set_pixels(self.pixels)

    def _tell_active(self, pane: Pane) -> None:
        if pane in self.panes:  # not while it is being closed
            self.pane_activated.emit(self.panes.index(pane))

    @property
    def panes(self) -> list[Pane]:
        """All panes in order, hidden ones too."""
        return self.stage.arrangement.panes

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self.stage.theme = theme
        self.stage.arrangement.set_theme(theme)
        for pane in self.panes:
            pane.set_theme(theme)
        self.stage.show_notes()

    def set_layers(self, layers: frozenset[str]) -> None:
        """Mark only these: kinds of mentions ("person", "date" …), and "note"."""
        self._layers = layers
        for pane in self.stage.arrangement.filled():
            pane.view.layers.shown = layers
            pane.redraw()

    def set_scroll_mode(self, mode: ScrollMode) -> None:
        """How the panes follow one another: "aligned", "proportional" or "off"; positions stay as they are."""
        self.stage.sync.set_mode(mode)

    def zoom(self, steps: int) -> None:
        """Set all texts that many pixels larger (or smaller)."""
        self.pixels = min(max(self.pixels + steps, SMALLEST), LARGEST)
        for pane in self.stage.arrangement.filled():
            pane.view.set_pixels(self.pixels)
        self.stage.sync.adopt()

    def focus_pane(self, index: int) -> None:
        """Give the keyboard to the pane at an index (0 is the leftmost), uncovering it."""
        if 0 <= index < len(self.panes):
            self.stage.uncover(self.panes[index].key)
            self.panes[index].view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.stage.active = self.panes[index]

    def focus_next_pane(self, by: int) -> None:
        """Give the keyboard to the next (1) or previous (-1) pane that can be seen, round and round."""
        shown = self.stage.shown()
        if shown:
            at = shown.index(self.stage.active) + by if self.stage.active in shown else 0
            self.focus_pane(self.panes.index(shown[at % len(shown)]))

    def focusInEvent(self, event: object) -> None:
        self.focus_pane(self.panes.index(self.stage.active) if self.stage.active in self.panes else 0)

    def next_difference(self, by: int = 1) -> None:
        """Show the next (1) or previous (-1) difference in all its sources."""
        self._walker.difference(by)

    def next_mention(self, by: int = 1) -> None:
        """Show the next or previous mention of the chosen entity."""
        self._walker.mention(by)

    def find(self, words: str) -> dict[str, int]:  # type: ignore[override]
        """Mark words in all sources and show the first; how often they stand in each, by article key.

        Of long sources `counted` tells it a moment later, and nothing is known yet when this returns.
        """
        return self._walker.find(words)

    def find_next(self, by: int = 1) -> None:
        """Show the next or previous place of the words searched for."""
        self._walker.found(by)

    def maximise(self, index: int | None = None) -> None:
        """Show one pane alone: the one at an index, or the active one."""
        pane = self.panes[index] if index is not None else self.stage.active or next(iter(self.panes), None)
        self.stage.arrangement.maximised = pane.key if pane else ""
        self.stage.arrangement.arrange()

    def restore(self) -> None:
        """Show all panes again, also the hidden ones."""
        self.stage.arrangement.show_all()

    def offer_hidden(self, menu: QMenu) -> None:
        """Fill a menu with the sources that have no pane on the screen, each to be shown."""
        menu.clear()
        shown = self.stage.shown()
        for index, pane in enumerate(self.panes):
            if pane not in shown:
                words = f"{self.workspace.letter(pane.key)}   {shortened(pane.source.title)}".replace("&", "&&")
                menu.addAction(words, partial(self.focus_pane, index))
        menu.addSeparator()
        menu.addAction("Show all panes", self.restore)

    def set_shape(self, shape: str) -> None:
        """Lay the panes out "auto", side by side ("row"), or in two rows ("grid")."""
        self.stage.arrangement.restore({**self.stage.arrangement.state(), "shape": shape, "sizes": []})

    def swap(self) -> None:
        """Put the first source last; two sources change sides."""
        if len(self.panes) > 1:
            self.stage.move(self.panes[0].key, len(self.panes) - 1)

    def layout_state(self) -> dict[str, Any]:
        """How the panes are laid out and where they are scrolled to, as plain JSON, for the project file."""
        self.stage.sync.catch_up()
        places = {pane.key: round(pane.reading_place(), 1) for pane in self.panes}
        return {**self.stage.arrangement.state(), "places": places, "scroll": self.stage.sync.mode}

    def restore_layout(self, state: dict[str, Any]) -> None:
        """Lay out as `layout_state` said; what does not fit is left out."""
        self.stage.arrangement.restore(state)
        places = state.get("places")
        for pane in self.panes:
            place = places.get(pane.key) if isinstance(places, dict) else None
            if isinstance(place, int | float) and place >= 0:
                pane.hold(float(place))
        self.stage.sync.adopt()

    def selection_rect(self) -> QRect | None:
        """The rectangle of the selected words on the screen, None when nothing (visible) is selected."""
        pane = self.stage.active
        span = pane.view.selected_span() if pane else None
        if pane is None or span is None:
            return None
        viewport = pane.view.viewport()
        box = pane.view.box_of(span).intersected(viewport.rect())
        return QRect(viewport.mapToGlobal(QPoint(box.topLeft())), box.size()) if not box.isEmpty() else None

    def _show_row(self, row: str) -> None:
        if self.stage.index.comparison is not self.workspace.comparison:
            self.stage.show_comparison()  # chosen by one who heard of the comparison before the panes did
        held = self.stage.index.rows.get(row)
        if held is not None:
            told = self.stage.index.told_first(held)
            self.stage.show_places([(key, mention.span) for key, mention in told.items()])

    def _do(self, pane: Pane, verb: str) -> None:
        index = self.panes.index(pane)
        if verb in ("left", "right"):
            self.stage.move(pane.key, max(0, index + (1 if verb == "right" else -1)))
        elif verb == "maximise":
            self.restore() if self.stage.arrangement.maximised else self.maximise(index)
        elif verb == "hide":
            self.stage.arrangement.hide_pane(pane.key)
        elif verb == "show_all":
            self.restore()
        elif verb == "close":
            letter = self.workspace.letter(pane.key)
            self.workspace.edit(f"Close source {letter}", lambda project: remove_source(project, pane.key))
        elif verb == "rename":
            name, given = QtWidgets.QInputDialog.getText(
                self, "Rename source", "Name in the head:", text=pane.source.title
            )
            if given:
                self.workspace.edit("Rename source", lambda project: rename_source(project, pane.key, name))
