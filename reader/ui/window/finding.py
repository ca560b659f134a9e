"""Find in all sources: from the field of the toolbar to the panes, and what was met to the status bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from reader.ui.window.status import StatusLine
from reader.ui.window.toolbar import FindField

if TYPE_CHECKING:
    from reader.ui.panes import Desk

_WORDS = {"difference": "Difference", "mention": "Mention", "found": "Found"}
_NOTHING = {"difference": "No differences", "mention": "No mentions", "found": "Not found"}
TELL = 5000
"""Milliseconds a passing message stays in the status bar."""


class Finding(QObject):
    """What the find field asks of the panes, and what they answer; `letter(key)` names a source."""

    def __init__(self, field: FindField, status: StatusLine, letter: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._field, self._status, self._letter = field, status, letter
        self._desk: Desk | None = None
        self._counts = ""
        self._told = ""
        self._searched = False
        field.searched.connect(self.search)
        field.stepped.connect(self.step)
        field.left.connect(self.leave)

    def join(self, desk: Desk) -> None:
        """Tell in the status bar what the panes show."""
        self._desk = desk
        desk.match_shown.connect(self._shown)
        desk.told.connect(self._tell)
        desk.counted.connect(self._tell_counts)
        desk.hidden_changed.connect(self._status.show_hidden)

    def begin(self) -> None:
        """Let the reader type what to find."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def search(self, words: str) -> None:
        """Mark words in all sources, and say how often they stand in each."""
        self._counts = ""  # the first match is shown before all are counted
        self._searched = bool(words.strip())
        if self._desk is not None:
            self._desk.find(words)
        if not self._searched:
            self._field.setToolTip("Find in all sources (Ctrl+F)")
            self._status.match.setText("")

    def _tell_counts(self, counts: dict[str, int]) -> None:
        """All sources were searched."""
        if not self._searched:
            return
        held = " · ".join(f"{self._letter(key)} {count}" for key, count in counts.items())
        self._field.setToolTip(f"Found: {held}")
        self._counts = f"  ({held})"
        shown = self._status.match.text() + self._counts if any(counts.values()) else _NOTHING["found"]
        self._status.match.setText(shown)

    def step(self, by: int) -> None:
        """To the next place that was found (1), or the one before (-1)."""
        if self._desk is not None:
            self._desk.find_next(by)

    def leave(self) -> None:
        """Back to the panes; nothing is marked as found any more."""
        self._field.clear()
        if self._desk is not None:
            self._desk.setFocus()

    def _tell(self, words: str) -> None:
        self._told = words
        self._status.showMessage(words, TELL)

    def _shown(self, number: int, of: int, what: str) -> None:
        words = f"{_WORDS.get(what, what)} {number} of {of}" if of else _NOTHING.get(what, "")
        if self._told and self._status.currentMessage() == self._told:
            self._status.clearMessage()  # that there was no more was true of the step before
        self._status.match.setText(words + self._counts if what == "found" and of else words)
