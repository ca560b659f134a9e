"""A project here and as another program left it on the disk: what differs, and what is to be written."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from reader.notes import Note, Project, in_words
from reader.ui.docks.note.reading import rating_words, target_words
from reader.ui.docks.parts.panel import hint
from reader.ui.docks.parts.panel_style import panel_style
from reader.ui.looks.theme import Theme
from reader.ui.wording import shortened

Answer = Literal["bring", "save as", "overwrite", "nothing"]
MEANING = (
    "“Bring in” adds what is only on the disk to what is here, as one step that Undo takes back, and saves both. "
    "“Overwrite” leaves on the disk only what is here; a backup of the file is kept."
)


class CompareDialog(QDialog):
    """A line for every difference, and the choices."""

    def __init__(self, theme: Theme, mine: Project, theirs: Project, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Compare with the file on the disk")
        self.setStyleSheet(panel_style(theme))
        self.answer: Answer = "nothing"
        lines = differences(mine, theirs)
        told = f"“{name}” was changed on the disk. This differs:" if lines else (
            f"What “{name}” holds on the disk is the same, but for the arrangement of the panes."
        )  # fmt: skip
        self.told = QLabel(told, self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setObjectName("plain")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Differences")
        self.list.addItems(lines)
        self.list.setVisible(bool(lines))
        self.buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        choices: tuple[tuple[str, Answer], ...] = (
            ("Bring in", "bring"), ("Save as…", "save as"), ("Overwrite", "overwrite"),
        )  # fmt: skip
        for words, answer in choices:
            button = self.buttons.addButton(words, role)
            button.clicked.connect(lambda _=False, answer=answer: self._choose(answer))
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        for widget in (self.told, self.list, hint(MEANING, self), self.buttons):
            box.addWidget(widget)
        self.resize(600, 420 if lines else 180)

    def _choose(self, answer: Answer) -> None:
        self.answer = answer
        self.accept()

    @classmethod
    def ask(cls, theme: Theme, mine: Project, theirs: Project, name: str, parent: QWidget | None = None) -> Answer:
        """What the reader chose."""
        dialog = cls(theme, mine, theirs, name, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer


def differences(mine: Project, theirs: Project) -> list[str]:
    """How another state of a project differs from this one, a line each."""
    here, there = {note.id: note for note in mine.notes}, {note.id: note for note in theirs.notes}
    own, held = {source.key: source for source in mine.sources}, {source.key: source for source in theirs.sources}
    lines = [f"Source only here: {source.title}" for key, source in own.items() if key not in held]
    lines += [f"Source only on the disk: {source.title}" for key, source in held.items() if key not in own]
    lines += [f"Note only here: {_note(mine, note)}" for key, note in here.items() if key not in there]
    lines += [f"Note only on the disk: {_note(theirs, note)}" for key, note in there.items() if key not in here]
    lines += [
        f"Note that differs: here {_note(mine, note)}; on the disk {_note(theirs, there[key])}"
        for key, note in here.items()
        if key in there and there[key] != note
    ]
    lines += [f"Source that differs: {s.title}" for key, s in own.items() if key in held and held[key] != s]
    lines += ["The codebook differs"] * (mine.codebook != theirs.codebook)
    lines += ["The memo of the project differs"] * (mine.memo != theirs.memo)
    return lines + ["The decisions on matches differ"] * (mine.decisions != theirs.decisions)


def _note(project: Project, note: Note) -> str:
    words = target_words(note.targets[0], project) if note.targets else ""
    said = [
        f"“{shortened(words, 60)}”",
        rating_words(project, note)[0],
        shortened(note.body, 60),
        f"{note.author}, {in_words(note.modified)}",
    ]
    return " · ".join(part for part in said if part.strip(", "))
