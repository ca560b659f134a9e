"""Move panes smoothly to a place, and light the place for a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from reader.text import Span
from reader.ui.panes.pane import Pane

DURATION = 240
"""Milliseconds of a glide."""


class Goal(NamedTuple):
    """Bring a pane to a scroll value, and light these passages."""

    pane: Pane
    value: float
    lit: Span | None = None


Mapping = Callable[[str, str], Callable[[float], float] | None]
"""From places in one source to places in another, by their keys; None where that is not known yet."""


def beside(goals: Sequence[Goal], panes: Iterable[Pane], mapping: Mapping) -> list[Goal]:
    """Where those of the panes go that have no goal: to what is aligned with the passage that is lit in the first."""
    first, lit = goals[0].pane, goals[0].lit
    assert lit is not None
    left = [pane for pane in panes if all(pane is not goal.pane for goal in goals)]
    maps = [(pane, mapping(first.key, pane.key)) for pane in left]
    return [Goal(pane, pane.view.value_to_bring(round(to(lit.start)))) for pane, to in maps if to is not None]


class Glide(QObject):
    """Moves one or more panes at once; a new glide, or the reader's hand, ends the one before at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._animation = QVariantAnimation(self, duration=DURATION)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self._arrive)
        self._moves: list[tuple[Goal, float]] = []
        self._each: Callable[[], None] = _nothing
        self._then: Callable[[], None] = _nothing

    @property
    def running(self) -> bool:
        """Whether panes are still moving."""
        return self._animation.state() == QVariantAnimation.State.Running

    def start(
        self, goals: Iterable[Goal], each: Callable[[], None] | None = None, then: Callable[[], None] | None = None
    ) -> None:
        """Move the panes to their goals, call `each` after every step and `then` on arrival.

        A pane that is far away first jumps to within a screen of its goal, so that the eye can follow the rest.
        """
        self.stop()
        self._each, self._then, self._moves = each or _nothing, then or _nothing, []
        for goal in goals:
            view = goal.pane.view
            if goal.lit is not None:
                goal.pane.flash(goal.lit)
            before = float(view.verticalScrollBar().value())
            view.put(goal.value)  # lays out what is needed, and tells what the end of the text allows
            end = float(view.verticalScrollBar().value())
            near = float(view.viewport().height())
            begin = min(max(before, end - near), end + near)
            self._moves.append((Goal(goal.pane, end, goal.lit), begin))
        self._step(0.0)
        if any(abs(goal.value - begin) > 1 for goal, begin in self._moves):
            self._animation.start()
        else:
            self._arrive()

    def stop(self) -> None:
        """Stay where the panes are."""
        self._animation.stop()
        self._moves = []

    def leave_out(self, pane: Pane) -> None:
        """The pane is closed while it may be moving; the others arrive."""
        self._moves = [move for move in self._moves if move[0].pane is not pane]

    def _step(self, part: float) -> None:
        for goal, begin in self._moves:
            goal.pane.view.put(begin + (goal.value - begin) * part)
        self._each()

    def _arrive(self) -> None:
        moves, self._moves = self._moves, []
        if moves:
            for goal, _ in moves:
                goal.pane.view.put(goal.value)
            self._each()
            self._then()


def _nothing() -> None:
    pass
