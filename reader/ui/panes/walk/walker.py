"""Takes the reader through differences, mentions and found words, and says which of how many is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.stepping import Steps, at_once
from reader.text import Span
from reader.ui.background.turns import Turns
from reader.ui.panes.pane import Pane
from reader.ui.panes.stage import Stage
from reader.ui.panes.walk.stops import FoundStops, Stop, Walk, differences, finding, first_after, mentions, stop_at

_LONG = 400_000
"""Code points of all sources together that are not searched while somebody waits."""


class Walker(QObject):
    """Walks over a stage.

    Signals: `shown(int, int, str)`: the present match, how many there are, and of what ("": none now);
    `told(str)`: there is no more; `counted(object)`: how often the words searched for stand in each source, by key.
    """

    shown = Signal(int, int, str)
    told = Signal(str)
    counted = Signal(object)

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._differences, self._mentions, self._found = Walk("difference"), Walk("mention"), Walk("found")
        self._entity = ""
        self._pressed: tuple[str, int] | None = None  # since the last step through mentions: article key, place
        self._last = self._found  # whose step is told of
        self._spans: dict[str, list[Span]] = {}
        self._turns = Turns(self)
        stage.pane_made.connect(self._watch)
        for pane in stage.arrangement.filled():
            self._watch(pane)
        stage.workspace.comparison_changed.connect(self._restart)
        stage.workspace.row_chosen.connect(self._tell_row)

    def _watch(self, pane: Pane) -> None:
        pane.view.pressed_at.connect(lambda place: self._press(pane.key, place))
        self._mark(pane)

    def _press(self, key: str, place: int) -> None:
        self._pressed = (key, place)

    def _restart(self) -> None:
        self._differences, self._mentions, self._entity = Walk("difference"), Walk("mention"), ""

    def difference(self, by: int) -> None:
        """Show the next or previous difference in all its sources."""
        walk = self._differences
        if not walk.stops:
            walk.stops = differences(self._stage.index)
        chosen = self._stage.workspace.chosen_row
        at = next((n for n, stop in enumerate(walk.stops) if stop.row == chosen and chosen), walk.at)
        walk.at = at
        stop = self._step(walk, by, "There are no differences.")
        if stop is not None:
            self._stage.workspace.choose_row(stop.row)

    def mention(self, by: int) -> None:
        """Show the next or previous mention of the chosen entity: from the one that was pressed, else from here on."""
        space = self._stage.workspace
        entity = space.chosen_entity or space.hovered_entity
        if not entity:
            self.told.emit("Press a marked name first: its mentions can then be walked through.")
            return
        if entity != self._entity:
            self._entity = entity
            self._mentions = Walk("mention", mentions(self._stage.index, entity))
            self._mentions.at = self._before(self._mentions.stops) + (by < 0)
        key, place = self._pressed or ("", -1)
        self._pressed = None
        self._mentions.at = stop_at(self._mentions.stops, key, place, otherwise=self._mentions.at)
        stop = self._step(self._mentions, by, "It is not mentioned.")
        if stop is not None:
            self._stage.show_place(*stop.places[0])

    def find(self, words: str) -> dict[str, int]:
        """Mark words in all sources and go to the first from here on; how often they stand in each, by article key.

        `counted` tells it too: of long sources only a moment later, and nothing is known yet when this returns.
        """
        self._turns.stop()
        sources = self._stage.workspace.project.sources
        self._spans = {}
        if sum(len(source.article.text) for source in sources) < _LONG:
            at_once(self._searching(words))
        else:
            self._turns.take(self._searching(words), lambda: None)
        return {key: len(spans) for key, spans in self._spans.items()}

    def _searching(self, words: str) -> Steps[None]:
        found = {}
        for source in self._stage.workspace.project.sources:
            found[source.key] = yield from finding(source.article.text, words)
        yield
        self._show_found(words, found)

    def _show_found(self, words: str, found: dict[str, list[Span]]) -> None:
        self._spans = found
        for pane in self._stage.arrangement.filled():
            self._mark(pane)
        stops = FoundStops(found)
        self._found = Walk("found", stops)
        here = self._here()
        self._found.at = stops.before(here.key, here.view.visible_places()[0]) if here is not None else -1
        if stops:
            if self._found.at + 1 >= len(stops):
                self._found.at = -1
            self.found(1)
        elif words:
            self.shown.emit(0, 0, "found")
        self.counted.emit({key: len(spans) for key, spans in found.items()})

    def _mark(self, pane: Pane) -> None:
        pane.view.layers.set_found(self._spans.get(pane.key, []))
        pane.redraw()

    def found(self, by: int) -> None:
        """Show the next or previous place of the words searched for."""
        stop = self._step(self._found, by, "Nothing is found.")
        if stop is None:
            return
        key, span = stop.places[0]
        self._stage.show_place(key, span)
        for pane in self._stage.arrangement.filled():
            pane.view.layers.found_now = span if pane.key == key else None
            pane.view.viewport().update()

    def _step(self, walk: Walk, by: int, none: str) -> Stop | None:
        if not walk.stops:
            self.told.emit(none)
            return None
        stop = walk.step(by)
        if stop is None:
            self.told.emit(f"That was the {'last' if by > 0 else 'first'}: {len(walk.stops)} of {len(walk.stops)}."
                           if by > 0 else f"That was the first of {len(walk.stops)}.")  # fmt: skip
            return None
        self._last = walk
        self.shown.emit(walk.at + 1, len(walk.stops), walk.what)
        return stop

    def _tell_row(self, row: str) -> None:
        """A row was chosen elsewhere: it is another difference, or none and nothing is told any more."""
        walk = self._differences
        if self._last.what != "difference" or (walk.stops and walk.stops[walk.at].row == row):
            return
        at = next((n for n, stop in enumerate(walk.stops) if stop.row == row and row), -1)
        if at >= 0:
            walk.at = at
            self.shown.emit(at + 1, len(walk.stops), walk.what)
        else:
            self._last = self._found
            self.shown.emit(0, 0, "")

    def _here(self) -> Pane | None:
        """The pane the reader is in."""
        return self._stage.active or next(iter(self._stage.shown()), None)

    def _before(self, stops: Sequence[Stop]) -> int:
        pane = self._here()
        keys = [source.key for source in self._stage.workspace.project.sources]
        return first_after(stops, pane.key, keys, pane.view.visible_places()[0]) if pane is not None else -1
