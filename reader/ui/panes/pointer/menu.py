"""The menu of a place in a pane: copy, match passages, and correct what the analysis took for the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reader.ui.panes.pane import Pane
from reader.ui.panes.stage import Stage
from reader.ui.wording import shortened

if TYPE_CHECKING:
    from reader.mentions import Mention
    from reader.text import Span


class PaneMenu(QObject):
    """Builds the menu for the place that was pressed.

    `annotating` are the actions of annotating, None for a separator: they act on the selection or the chosen note.
    Signal: `told(str)`: why a key did nothing.
    """

    told = Signal(str)

    def __init__(self, stage: Stage, window: QWidget) -> None:
        super().__init__(stage)
        self._stage, self._window = stage, window
        self.annotating: Sequence[QAction | None] = ()
        stage.pane_made.connect(self._watch)
        for pane in stage.arrangement.filled():
            self._watch(pane)

    def _watch(self, pane: Pane) -> None:
        pane.view.menu_wanted.connect(lambda position, at: self.build(pane, position).popup(at))

    def build(self, pane: Pane, position: int) -> QMenu:
        """The menu of a code point of a pane; -1 for the paper beside the words."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        copy = menu.addAction("&Copy", pane.view.copy)
        copy.setEnabled(pane.view.selected_span() is not None)
        menu.addAction("Select &all", pane.view.selectAll)
        if self.annotating and (copy.isEnabled() or self._stage.workspace.chosen_note):
            sub = menu.addMenu("A&nnotate")
            for action in self.annotating:
                sub.addAction(action) if action is not None else sub.addSeparator()
        mention = pane.view.layers.mention_at(position) if position >= 0 else None
        if mention is not None:
            menu.addSeparator()
            self._add_mention(menu, pane, mention)
        menu.addSeparator()
        self._add_matching(menu, pane, position)
        return menu

    def for_active(self) -> QMenu | None:
        """The menu of the selected words, or of the reading line, of the active pane, for the menu bar."""
        active = self._stage.active
        return self.build(active, -1) if active is not None and active in self._stage.panes.values() else None

    def _add_mention(self, menu: QMenu, pane: Pane, mention: Mention) -> None:
        from reader.ui import deciding  # with the first menu

        index, workspace = self._stage.index, self._stage.workspace
        entity = index.entities.get(index.entity_of.get(mention.id, ""))
        row = index.row(mention)
        if entity is not None:
            menu.addAction("&Same as…", partial(self._same_as, mention.text, entity.id))
            others = [v for v in dict.fromkeys(v for vs in entity.variants.values() for v in vs) if v != mention.text]
            if others:
                sub = menu.addMenu("&Not the same as")
                for other in others[:12]:
                    sub.addAction(other, partial(deciding.same_names, workspace, mention.text, other, same=False))
            menu.addAction("&Ignore this mention", partial(deciding.ignore_mention, workspace, pane.key, mention))
        if row is not None:
            sub = menu.addMenu("These &values…")
            held = index.by_source(row.mentions)
            places = [deciding.place_of(key, m) for key, ms in held.items() for m in ms]
            for verdict, words in (
                ("agree", "agree"),
                ("differ", "differ"),
                ("same form only", "have the same form only"),
                ("not comparable", "are not comparable"),
                ("ignore", "are to be ignored"),
            ):
                sub.addAction(words, partial(deciding.judge_row, workspace, row, places, verdict))

    def _same_as(self, name: str, entity: str) -> None:
        from reader.ui.deciding import same_names
        from reader.ui.entity_chooser import EntityChooser

        other = EntityChooser.ask(self._window, self._stage.workspace, entity, name)
        if other is not None:
            same_names(self._stage.workspace, name, other.label, same=True)

    def here(self, pane: Pane, position: int) -> Span | None:
        """The passage meant by a press: the selected words it fell on, else the sentence under the pointer; of the
        keyboard (-1) the selected words, else the sentence at the reading line."""
        selected = pane.view.selected_span()
        if selected is not None and (position < 0 or selected.start <= position <= selected.end):
            return selected
        place = position if position >= 0 else int(pane.view.reading_place())
        return self._stage.matching.passage_at(pane.key, place)

    def _beside(self, pane: Pane, span: Span) -> Iterator[tuple[Pane, Span]]:
        """What stands beside a passage in the other panes: their selected words, else the sentence at its height."""
        y = max(0, pane.view.box_of(span).top()) + 8
        for other in self._stage.shown():
            if other is not pane:
                at = int(other.view.lines.place_at(other.view.verticalScrollBar().value() + y))
                beside = other.view.selected_span() or self._stage.matching.passage_at(other.key, at)
                if beside is not None:
                    yield other, beside

    def _add_matching(self, menu: QMenu, pane: Pane, position: int) -> None:
        stage, matching = self._stage, self._stage.matching
        span = self.here(pane, position)
        if span is None:
            return
        for other, beside in self._beside(pane, span):
            letter = stage.workspace.letter(other.key)
            ends = (pane.key, span), (other.key, beside)
            words = _short(beside.of(other.source.article.text))
            menu.addAction(f"Match with {letter}: “{words}”", partial(matching.match, *ends))
            links = stage.links.ready(pane.key, other.key)
            for link in links.at_a(span.start)[:2] if links is not None else ():
                words = _short(link.b.of(other.source.article.text))
                ends = (pane.key, link.a), (other.key, link.b)
                menu.addAction(f"Unmatch from {letter}: “{words}”", partial(matching.unmatch, *ends))
        if matching.held():
            menu.addAction("C&lear all matches by hand", matching.clear)

    def _passage_of_keys(self) -> tuple[Pane, Span] | None:
        """What a key or the menu bar means: the passage of the pane the reader turned to last, else of the first."""
        pane = self._stage.active or next(iter(self._stage.shown()), None)
        span = self.here(pane, -1) if pane is not None else None
        return (pane, span) if pane is not None and span is not None else None

    def match_here(self) -> None:
        """Match the passage of the active pane with the one beside it: first with a pane where words are selected."""
        held = self._passage_of_keys()
        beside = list(self._beside(*held)) if held is not None else []
        if held is None or not beside:
            self.told.emit("No other pane is seen to match this passage with.")
            return
        pane, span = held
        other, there = min(beside, key=lambda pair: pair[0].view.selected_span() is None)
        self._stage.matching.match((pane.key, span), (other.key, there))

    def unmatch_here(self) -> None:
        """Take a match of the active pane's passage away: the newest by hand, else the strongest that was found."""
        held = self._passage_of_keys()
        for pane, span in [held] if held is not None else ():
            for ends in self._stage.matching.by_hand(pane.key, span)[:1]:
                self._stage.matching.unmatch(*ends)
                return
            for other in self._stage.shown():
                links = self._stage.links.ready(pane.key, other.key) if other is not pane else None
                for link in links.at_a(span.start)[:1] if links is not None else ():
                    self._stage.matching.unmatch((pane.key, link.a), (other.key, link.b))
                    return
        self.told.emit("This passage is not matched with any.")

    def clear_matches(self) -> None:
        """Forget all that the reader matched and unmatched."""
        if self._stage.matching.held():
            self._stage.matching.clear()
        else:
            self.told.emit("No passages are matched by hand.")


def _short(words: str) -> str:
    return shortened(words).replace("&", "&&")
