"""Pairs of entities that may be one, each to be accepted or rejected."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.links import Entity, PossibleMatch
from reader.ui.deciding import decisions_of, same_names
from reader.ui.docks.parts.panel import heading, hint, on_press, scrolling
from reader.ui.workspace import Workspace

MOST = 30
"""How many pairs are offered at a time, the likeliest first."""


class PossibleMatches(QWidget):
    """Cards with *Same* and *Not the same*; a decided pair goes at once, and comes back when it is undone."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown: list[PossibleMatch] | None = None
        self.cards: list[QFrame] = []
        self.title = heading("", self)
        self._page = QWidget()
        self._cards = QVBoxLayout(self._page)
        self._cards.setContentsMargins(8, 0, 8, 0)
        self._cards.setSpacing(6)
        self._area = scrolling(self._page, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 4)
        box.setSpacing(4)
        self.title.setContentsMargins(11, 0, 8, 0)
        box.addWidget(self.title)
        box.addWidget(self._area)
        workspace.comparison_changed.connect(self.refresh)
        workspace.project_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the pairs that are still open."""
        comparison = self._workspace.comparison
        held = {e.id: e for e in comparison.entities}
        decided = {frozenset((d.a.name, d.b.name)) for d in decisions_of(self._workspace.project).names}
        pairs = [p for p in comparison.possible if p.a in held and p.b in held]
        pairs = [p for p in pairs if frozenset((held[p.a].label, held[p.b].label)) not in decided]
        pairs.sort(key=lambda p: -p.score)
        if pairs == self._shown:
            return
        self._shown = pairs
        for card in self.cards:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(pair, held[pair.a], held[pair.b]) for pair in pairs[:MOST]]
        self.title.setText(f"May be the same  ·  {len(pairs):,}")
        self.setVisible(bool(pairs))
        self._page.adjustSize()
        self._area.setFixedHeight(min(206, self._page.sizeHint().height() + 4))

    def _card(self, pair: PossibleMatch, a: Entity, b: Entity) -> QFrame:
        card = QFrame(self._page)
        card.setObjectName("card")
        where = f"{', '.join(a.variants)} / {', '.join(b.variants)}"
        words = QLabel(f"“{a.label}” may be “{b.label}”", card)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        reason = hint(f"{pair.reason}  ({where})", card)
        box = QVBoxLayout(card)
        box.setContentsMargins(9, 7, 9, 8)
        box.setSpacing(4)
        box.addWidget(words)
        box.addWidget(reason)
        row = QHBoxLayout()
        box.addLayout(row)
        for text, same in (("Same", True), ("Not the same", False)):
            button = QPushButton(text, card)
            button.setAccessibleName(f"{text}: {a.label}, {b.label}")
            on_press(button, partial(same_names, self._workspace, a.label, b.label, same=same))
            row.addWidget(button)
        row.addStretch(1)
        self._cards.addWidget(card)
        card.show()  # a card that comes to a page in view counts only then, and the page is measured next
        return card
