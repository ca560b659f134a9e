"""The History dock: what was done, step by step, and the reader's decisions on matches with a way to take each back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QUndoView,
    QVBoxLayout,
    QWidget,
)

from reader.links import Decision, MentionEdit, PassageMatch, PlaceRef, RowDecision, SameName
from reader.text import Span
from reader.ui.deciding import decisions_of, in_words, listed, revoke
from reader.ui.docks.parts.panel import Panel, heading, hint, keep_key, on_press
from reader.ui.looks.theme import Theme
from reader.ui.workspace import Workspace

KINDS = {
    SameName: "Names",
    RowDecision: "Comparisons",
    PassageMatch: "Synchronisation points",
    MentionEdit: "Mentions",
}


class HistoryPanel(Panel):
    """Undo steps above, decisions below."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, "History", parent)
        self.steps = QUndoView(workspace.undo_stack, self)
        self.steps.setEmptyLabel("As it was opened")
        self.steps.setAccessibleName("Steps; choose one to go back to it")
        self.steps.setFrameShape(QUndoView.Shape.NoFrame)
        self.title = heading("", self)
        self.list = QListWidget(self)
        self.list.setObjectName("plain")
        self.list.setWordWrap(True)
        self.list.setAccessibleName("Decisions")
        self.none = hint("None yet. Right-click a comparison to say that two things are the same, or are not.", self)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.back = QPushButton("Take back", self)
        self.back.setToolTip("Let the program decide this again")
        on_press(self.back, self._take_back)
        keep_key("Delete", self.list, self._take_back)
        self.list.currentRowChanged.connect(lambda _: self._enable())
        self.list.itemActivated.connect(self._show_place)
        self._lay_out()
        self._shown: list[Decision] | None = None
        workspace.project_changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        top, low = QWidget(), QWidget()
        box = QVBoxLayout(top)
        box.setContentsMargins(8, 8, 8, 0)
        box.addWidget(heading("Steps"))
        box.addWidget(self.steps, 1)
        box = QVBoxLayout(low)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(self.title)
        box.addWidget(self.none)
        box.addWidget(self.list, 1)
        row = QHBoxLayout()
        box.addLayout(row)
        row.addWidget(self.back)
        row.addStretch(1)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(top)
        split.addWidget(low)
        split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    def refresh(self) -> None:
        """Show the decisions as they are now, the latest of each kind first."""
        decisions = listed(decisions_of(self.workspace.project))
        if decisions == self._shown:
            return
        self._shown = decisions
        row = self.list.currentRow()
        self.list.clear()
        for kind, title in KINDS.items():
            for decision in reversed([d for d in decisions if type(d) is kind]):
                item = QListWidgetItem(in_words(decision))
                item.setToolTip(title)
                item.setData(Qt.ItemDataRole.UserRole, decision)
                self.list.addItem(item)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.title.setText(f"Your decisions  ·  {len(decisions):,}")
        self.none.setVisible(not decisions)
        self.list.setVisible(bool(decisions))
        self.back.setVisible(bool(decisions))
        self._enable()

    def _enable(self) -> None:
        self.back.setEnabled(self.list.currentRow() >= 0)

    def _take_back(self) -> None:
        if self.list.currentRow() >= 0:
            revoke(self.workspace, self.list.currentItem().data(Qt.ItemDataRole.UserRole))

    def _show_place(self, item: QListWidgetItem) -> None:
        for place in _places(item.data(Qt.ItemDataRole.UserRole)):
            if self.workspace.letter(place.source) != "?":
                self.workspace.choose_passage(place.source, Span(place.start, place.end))


def _places(decision: Decision) -> list[PlaceRef]:
    """One place in each source that a decision is about."""
    if isinstance(decision, PassageMatch):
        return [decision.a, decision.b]
    if isinstance(decision, MentionEdit):
        return [decision.place]
    if isinstance(decision, RowDecision):
        return list({place.source: place for place in reversed(decision.places)}.values())
    return []
