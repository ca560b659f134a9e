"""The panes of a workspace and what ties them: made, ordered, marked, scrolled and moved together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from reader.notes import SourceSpan, move_source, set_reliability
from reader.text import Span
from reader.ui.background.turns import Turns
from reader.ui.looks.theme import Theme
from reader.ui.panes.arrangement import Arrangement
from reader.ui.panes.filling import Filling
from reader.ui.panes.linked.gutter import PaneRow
from reader.ui.panes.linked.passage_links import Link, PairLinks, PassageLinks
from reader.ui.panes.linked.scroll_sync import ScrollSync
from reader.ui.panes.noted.chips import PlacedNotes, chip_words, note_chip
from reader.ui.panes.page.margin import Chip
from reader.ui.panes.page.text_view import TextView
from reader.ui.panes.pane import Pane
from reader.ui.panes.pointer.lighting import Lighting
from reader.ui.panes.walk.gliding import Glide, Goal, beside
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.panes.linked.matching import Matching


class Stage(QObject):
    """Panes by article key. Signals: `pane_made(object)`; `verb_asked(object, str)` a verb of a pane's menu."""

    pane_made = Signal(object)
    verb_asked = Signal(object, str)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace, self.theme = workspace, theme
        self.index = workspace.index
        self._turns = Turns(self)
        self.links = PassageLinks(self.index, {}, self._turns)
        self.panes: dict[str, Pane] = {}
        self.active: Pane | None = None
        self._selecting: Pane | None = None
        self._decisions: dict[str, Any] = {}
        self._shown_notes: dict[str, tuple[object, ...]] = {}
        self._placed = PlacedNotes()
        self.glide = Glide(self)
        self.sync = ScrollSync(self._map_of, self)
        self.arrangement = Arrangement(theme, self._make_row, parent)
        self.lighting = Lighting(self)
        self.arrangement.rearranged.connect(self._rearranged)
        Filling(self.arrangement, self)
        self.arrangement.moved.connect(self.move)
        self._select_later = QTimer(self, singleShot=True, interval=0)
        self._select_later.timeout.connect(self._tell_selection)
        workspace.sources_changed.connect(self.show_sources)
        workspace.comparison_changed.connect(self.show_comparison)
        workspace.notes_changed.connect(self.show_notes)
        workspace.project_changed.connect(self._show_decisions)
        for signal in (workspace.entity_hovered, workspace.entity_chosen, workspace.row_chosen):
            signal.connect(lambda _: self.lighting.light())
        self.show_sources()
        self.show_comparison()

    # ---- what there is

    @cached_property
    def matching(self) -> Matching:
        """The reader's own matches; made when there are any, or one is to be made."""
        from reader.ui.panes.linked.matching import Matching

        return Matching(self.workspace)

    def show_sources(self) -> None:
        """Make, keep or remove panes so that there is one for each source, in the project's order."""
        sources = self.workspace.project.sources
        kept = {source.key for source in sources}
        for key in [key for key in self.panes if key not in kept]:
            gone = self.panes.pop(key)
            self._shown_notes.pop(key, None)
            self.active = None if self.active is gone else self.active
            self.glide.leave_out(gone)
            gone.hide()
            gone.deleteLater()
        for source in sources:
            if source.key not in self.panes:
                self.panes[source.key] = self._make_pane(source.key)
        for source in sources:
            self.panes[source.key].show_source(self.workspace.project, source, self.workspace.letter(source.key))
        self.arrangement.set_panes([self.panes[source.key] for source in sources])
        self._renew_links()
        self.show_notes()

    def _make_pane(self, key: str) -> Pane:
        pane = Pane(self.workspace.project.source(key), self.theme, self.arrangement)
        pane.activated.connect(lambda: self._activate(pane))
        pane.filled.connect(lambda: self._join(pane))
        return pane

    def _join(self, pane: Pane) -> None:
        """Tie a pane that has been filled to all others, and bring it up to date."""
        pane.header.rated.connect(lambda code: self._rate(pane.key, code))
        pane.header.asked.connect(lambda verb: self.verb_asked.emit(pane, verb))
        pane.header.dragged.connect(lambda at: self.arrangement.drag_over(pane, at))
        pane.header.dropped.connect(lambda at: self.arrangement.drop(pane, at))
        pane.margin.chip_pressed.connect(self.workspace.open_note)
        pane.margin.chosen = self.workspace.chosen_note
        self.workspace.note_chosen.connect(pane.margin.show_chosen)
        pane.margin.chip_of = lambda note, at: note_chip(self.workspace.project, note, at, self.theme)
        pane.margin.words_of = lambda note: chip_words(self.workspace.project, note)
        pane.view.selectionChanged.connect(lambda: self._select_soon(pane))
        pane.show_comparison(self.index)
        self._show_notes_in(pane)
        self.lighting.join(pane)
        self.sync.add(pane.view)
        pane.view.verticalScrollBar().valueChanged.connect(lambda _: self._move_ribbons(pane))
        pane.view.laid_out.connect(lambda: self._move_ribbons(pane))
        self.pane_made.emit(pane)
        if pane in self.shown():
            self.sync.join(pane.view, keep=pane.reading_place() > 0)
            self._move_ribbons(pane)

    def _make_row(self, parent: QWidget) -> PaneRow:
        def links_of(left: Pane, right: Pane) -> PairLinks | None:
            return self.links.ready(left.key, right.key)

        row = PaneRow(self.theme, links_of, self._link_words, parent)
        row.link_pressed.connect(lambda left, right, link: self.show_places([(left, link.a), (right, link.b)]))
        return row

    def show_comparison(self) -> None:
        """Mark what the newest analysis found."""
        self.index = self.workspace.index
        for pane in self.arrangement.filled():
            pane.show_comparison(self.index)
        self._renew_links()
        self.lighting.light()

    def _renew_links(self) -> None:
        lengths = {s.key: len(s.article.text) for s in self.workspace.project.sources}
        self._turns.stop()
        self.links = PassageLinks(self.index, lengths, self._turns, self._show_links)
        self._show_links()

    def _show_links(self) -> None:
        if self.sync.leader is not None:
            self.sync.adopt()
        for gutter in self.arrangement.gutters():
            gutter.update()

    def show_notes(self) -> None:
        """Show the notes of the project as washes and chips, and the reader's matches as pins."""
        there = {source.key for source in self.workspace.project.sources}
        for pane in self.arrangement.filled():
            if pane.key in there:
                self._show_notes_in(pane)

    def _show_notes_in(self, pane: Pane) -> None:
        project, key = self.workspace.project, pane.key
        held = self._placed.of(project, key)
        found = self.matching.pins(key) if project.decisions else []
        pins = [Chip("", "", "", at, words) for at, words in found]
        shown = (held, pins, project.codebook.schemes, self.theme)
        if self._shown_notes.get(key) != shown:
            self._shown_notes[key] = shown
            pane.show_notes(held, pins)
        pane.show_source(project, project.source(key), self.workspace.letter(key))

    def _show_decisions(self) -> None:
        if self.workspace.project.decisions != self._decisions:
            self._decisions = self.workspace.project.decisions
            if all(source.key in self.panes for source in self.workspace.project.sources):
                self.show_notes()  # else another project was opened, and its sources bring their notes

    # ---- together

    def _map_of(self, leader: TextView, view: TextView) -> Callable[[float], float] | None:
        keys = {pane.view: pane.key for pane in self.arrangement.filled()}
        return self.links.mapping(keys[leader], keys[view]) if leader in keys and view in keys else None

    def _link_words(self, left: Pane, right: Pane, link: Link) -> str:
        ends = ((left, link.a), (right, link.b))
        a, b = ((self.workspace.letter(p.key), span.of(p.source.article.text)) for p, span in ends)
        from reader.ui.panes.pointer.tooltips import link_words  # when the pointer rests on a ribbon

        return link_words(link, a, b)

    def show_places(self, places: Iterable[SourceSpan]) -> None:
        """Bring one place a source to the reading line of its pane and light them; they then stand side by side.

        A pane that has none of them goes to what is aligned with the first, where the panes scroll so.
        """
        there = [(self.panes[key], span) for key, span in places if key in self.panes]
        self.arrangement.uncover([pane.key for pane, _ in there])
        shown = self.shown()
        goals = [Goal(pane, pane.view.value_to_bring(span.start), span) for pane, span in there if pane in shown]
        if goals and self.sync.mode == "aligned":
            goals += beside(goals, self.arrangement.readable(), self.links.mapping)
        self.glide.start(goals, self._move_ribbons, self.sync.adopt)

    def show_place(self, key: str, span: Span) -> None:
        """Bring a place to the reading line, light it, and let the other panes follow it."""
        pane = self.uncover(key)
        if pane is not None:
            self._activate(pane)
            self.sync.leader = pane.view
            self.sync.align()
            goal = Goal(pane, pane.view.value_to_bring(span.start), span)
            self.glide.start([goal], self.sync.follow)

    def uncover(self, key: str) -> Pane | None:
        """The pane of a source, shown if it was hidden."""
        pane = self.panes.get(key)
        if pane is not None and pane not in self.shown():
            self.arrangement.uncover([key])
        return pane

    def shown(self) -> list[Pane]:
        """The panes that can be seen, in order."""
        return self.arrangement.shown()

    def move(self, key: str, index: int) -> None:
        """Put a source at another place, as an undoable step."""
        self.workspace.edit("Move source", lambda project: move_source(project, key, index))

    def _rate(self, key: str, code: str) -> None:
        name = f"Rate source {self.workspace.letter(key)} {code}".strip()
        self.workspace.edit(name, lambda project: set_reliability(project, key, code))

    def _rearranged(self) -> None:
        self.sync.set_views([pane.view for pane in self.arrangement.readable()])
        self._move_ribbons()

    def _move_ribbons(self, pane: Pane | None = None) -> None:
        for gutter in self.arrangement.gutters():
            if pane is None or pane in (gutter.panes() or ()):
                gutter.moved()

    def _activate(self, pane: Pane) -> None:
        self.active = pane
        self.arrangement.showing.use(pane.key)
        self.glide.stop()

    def _select_soon(self, pane: Pane) -> None:
        self._selecting = pane
        self._select_later.start()

    def _tell_selection(self) -> None:
        pane = self._selecting
        if pane is not None and pane in self.panes.values():
            self.active = pane
            self.workspace.select(pane.key, pane.view.selected_words())
