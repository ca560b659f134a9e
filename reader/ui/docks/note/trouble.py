"""What the note editor says of a note that lost its passage, or whose place is a guess, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.notes import Note


class NoteTrouble(QWidget):
    """Hidden while all is well.

    Signals:
        confirmed(): the guessed place is right.
        attach_wanted(): the note belongs to the passage that is selected now.
    """

    confirmed = Signal()
    attach_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setProperty("role", "warning")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.confirm = QPushButton("It is here", self)
        self.confirm.setToolTip("The place shown is the right one")
        self.confirm.clicked.connect(self.confirmed)
        self.attach = QPushButton("Attach to selection", self)
        self.attach.setToolTip("Select the passage this note belongs to, then press this")
        self.attach.clicked.connect(self.attach_wanted)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.words)
        row = QHBoxLayout()
        box.addLayout(row)
        row.addWidget(self.confirm)
        row.addWidget(self.attach)
        row.addStretch(1)

    def show_state(self, state: str, note: Note) -> None:
        """Say what is wrong: `state` is "lost", "uncertain" or ""."""
        self.setVisible(bool(state))
        self.confirm.setVisible(state == "uncertain")
        if state == "lost":
            anchor = next(t.anchor for t in note.targets if t.span is None)
            context = " ".join(f"{anchor.prefix}[{anchor.quote}]{anchor.suffix}".split())
            self.words.setText(f"These words are gone from the text. They stood here: …{context}…")
        elif state == "uncertain":
            self.words.setText("The text has changed and this place is a guess. Is it the right one?")
