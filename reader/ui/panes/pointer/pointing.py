"""What happens under the pointer: marks light up everywhere and say what they are; a press shows their counterparts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QToolTip

from reader.ui.panes.pane import Pane
from reader.ui.panes.stage import Stage
from reader.ui.panes.walk.gliding import Goal

if TYPE_CHECKING:
    from reader.mentions import Mention
    from reader.text import Span

REST = 350
"""Milliseconds the pointer rests on a mark before its tooltip comes."""


class Pointing(QObject):
    """Follows the pointer over all panes of a stage."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._mention: Mention | None = None
        self._pane: Pane | None = None
        self._at = QPoint()
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._tell)
        stage.pane_made.connect(self._watch)
        for pane in stage.arrangement.filled():
            self._watch(pane)

    def _watch(self, pane: Pane) -> None:
        pane.view.pointed.connect(lambda position, at: self._pointed(pane, position, at))
        pane.view.pressed_at.connect(lambda position: self._pressed(pane, position))

    def _pointed(self, pane: Pane, position: int, at: QPoint) -> None:
        mention = pane.view.layers.mention_at(position) if position >= 0 else None
        self._at = at
        if mention is self._mention and pane is self._pane:
            return
        self._mention, self._pane = mention, pane
        shape = Qt.CursorShape.PointingHandCursor if mention else Qt.CursorShape.IBeamCursor
        pane.view.viewport().setCursor(shape)
        QToolTip.hideText()
        stage = self._stage
        stage.lighting.row = stage.index.row_of.get(mention.id, "") if mention else ""
        stage.workspace.hover_entity(stage.index.entity_of.get(mention.id, "") if mention else "")
        stage.lighting.light()
        if mention is not None:
            self._rest.start()
        else:
            self._rest.stop()

    def _tell(self) -> None:
        if QApplication.activePopupWidget() is not None:
            return  # a menu is open over the words
        held = self._pane.view.selected_span() if self._pane is not None else None
        if self._mention is not None and self._pane is not None and held is None:  # what selects has a bar of its own
            from reader.ui.panes.pointer.tooltips import mention_words  # when the pointer rests

            words = mention_words(self._mention, self._stage.index)
            QToolTip.showText(self._at + QPoint(0, 14), words, self._pane.view.viewport())

    def _pressed(self, pane: Pane, position: int) -> None:
        mention = pane.view.layers.mention_at(position) if position >= 0 else None
        space, index = self._stage.workspace, self._stage.index
        entity = index.entity_of.get(mention.id, "") if mention else ""
        row = index.ledger_row(mention) if mention else ""
        if entity != space.chosen_entity:
            space.choose_entity(entity)
        if row != space.chosen_row:
            space.light_row(row)
        if mention is not None:
            self.show_counterparts(pane, mention)

    def show_counterparts(self, pane: Pane, mention: Mention) -> None:
        """Bring the nearest counterpart in every other pane to the height of `mention`, and light them."""
        stage = self._stage
        there = stage.index.counterparts(mention)
        y = pane.view.box_of(mention.span).top()
        goals = []
        for other in stage.shown():
            held = there.get(other.key, [])
            if other is pane or not held:
                continue
            mapped = stage.links.mapping(pane.key, other.key)
            guess = mapped(mention.span.start) if mapped is not None else mention.span.start
            nearest: Span = min((m.span for m in held), key=lambda s: abs(s.start - guess))
            goals.append(Goal(other, max(0.0, other.view.lines.line_of(nearest.start)[0] - y), nearest))
        if goals:
            pane.flash(mention.span)
            stage.glide.start(goals, then=stage.sync.adopt)
