"""Before a text is replaced: which notes keep their place, move, are uncertain or lose it; nothing happens unasked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.notes import Diagnosis, Project, apply_diagnosis, diagnose
from reader.text import Article
from reader.ui.docks.cards.view import CardView
from reader.ui.docks.parts.panel import hint
from reader.ui.docks.parts.panel_style import panel_style
from reader.ui.docks.review.reanchoring_cards import STANDINGS, ReanchoringDelegate, ReanchoringModel
from reader.ui.looks.theme import Theme
from reader.ui.wording import counted
from reader.ui.workspace import Workspace

MEANING = {
    "lost": "The words are gone. The note stays in the list, with its old surroundings, until you re-attach it.",
    "uncertain": "A likely place, two that are as likely, or another figure. Choose one here, or the note will ask.",
    "moved": "The passage was found for sure, with changed words or in another place.",
    "kept": "The same words in the same surroundings.",
}


class ReanchoringDialog(QDialog):
    """The findings of one or more diagnoses, the worst first, old and new words side by side."""

    def __init__(
        self, workspace: Workspace, theme: Theme, diagnoses: Sequence[Diagnosis], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace, self.diagnoses = workspace, tuple(diagnoses)
        self.setWindowTitle("The text has changed")
        self.setStyleSheet(panel_style(theme))
        self.model = ReanchoringModel(workspace.project, self.diagnoses, self)
        self.view = CardView(ReanchoringDelegate(theme, self.font(), self), "Notes on the changed text", self)
        self.view.setModel(self.model)
        self.view.empty_words = "No notes stand on this text, so none can lose its place."
        self.told = QLabel(self._summary(), self, textFormat=Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.buttons: dict[str, QToolButton] = {}
        below = hint("Nothing has been changed yet. It will be one step, and Undo takes it back.", self)
        self.here = QPushButton("It is &here", self)
        self.here.clicked.connect(self._choose)
        self.view.doubleClicked.connect(self._choose)
        self.view.selectionModel().currentChanged.connect(self._offer)
        self.model.modelReset.connect(self._offer)
        self.model.dataChanged.connect(self._offer)
        answer = QDialogButtonBox(self)
        self.apply = answer.addButton("Use the new text", QDialogButtonBox.ButtonRole.AcceptRole)
        answer.addButton("Keep the old text", QDialogButtonBox.ButtonRole.RejectRole)
        answer.accepted.connect(self.accept)
        answer.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(self.told)
        row = QHBoxLayout()
        box.addLayout(row)
        self._add_standings(row)
        box.addWidget(self.view, 1)
        choice = QHBoxLayout()
        box.addLayout(choice)
        choice.addWidget(below, 1)
        choice.addWidget(self.here)
        box.addWidget(answer)
        self._offer()
        self.resize(760, 560)

    def _add_standings(self, row: QHBoxLayout) -> None:
        """A button for each standing, with how many notes have it; hidden when no note stands on the texts."""
        counts: Counter[str] = Counter(f.standing for d in self.diagnoses for f in d.findings)
        for standing in STANDINGS:
            button = QToolButton(self)
            button.setText(f"{standing.capitalize()}  {counts[standing]:,}")
            button.setCheckable(True)
            button.setEnabled(bool(counts[standing]))
            button.setToolTip(MEANING[standing])
            button.toggled.connect(lambda _: self._filter())
            button.setHidden(not counts)
            self.buttons[standing] = button
            row.addWidget(button)
        row.addStretch(1)

    def _summary(self) -> str:
        letters = [f"{self.workspace.letter(d.source)} “{self._title(d.source)}”" for d in self.diagnoses]
        number = sum(len(d.findings) for d in self.diagnoses)
        new = f"There is a new text of {', '.join(letters)}. {self._extent()}"
        if not number:
            return new
        notes = counted(number, "note stands", "notes stand")
        return f"{new} {notes} on the old one; this is what becomes of {'it' if number == 1 else 'them'}."

    def _extent(self) -> str:
        """How much of the texts is another, in a sentence."""
        gone = came = 0
        for diagnosis in self.diagnoses:
            texts = self.workspace.project.source(diagnosis.source).article.text, diagnosis.article.text
            old, new = (Counter(line.strip() for line in text.split("\n") if line.strip()) for text in texts)
            gone += (old - new).total()
            came += (new - old).total()
        if not gone and not came:
            return "The paragraphs are the same."
        less, more = (counted(number, "is", "are") for number in (gone, came))
        return f"Of the old paragraphs, {less} gone or changed; {more} new or changed."

    def _title(self, key: str) -> str:
        return self.workspace.project.source(key).title

    def _filter(self) -> None:
        self.model.show_only(frozenset(s for s, button in self.buttons.items() if button.isChecked()))

    def _choose(self, *_: object) -> None:
        self.model.choose(self.view.currentIndex())

    def _offer(self, *_: object) -> None:
        """Let the chosen card be said to be the place, where that is in doubt."""
        at = self.view.currentIndex()
        self.here.setText("It is in &doubt" if self.model.chosen(at) else "It is &here")
        self.here.setVisible(any(finding.standing == "uncertain" for d in self.diagnoses for finding in d.findings))
        self.here.setEnabled(self.model.in_doubt(at))
        self.here.setToolTip(
            "The note belongs to the place of the chosen card"
            if self.here.isEnabled()
            else "Choose a card whose place is uncertain first"
        )

    def apply_to(self, project: Project) -> Project:
        """The project with the new texts, and every note where it was found."""
        for diagnosis in self.diagnoses:
            project = apply_diagnosis(project, self.model.decided(diagnosis))
        return project

    @classmethod
    def ask(cls, workspace: Workspace, theme: Theme, diagnoses: Sequence[Diagnosis], parent: QWidget | None) -> bool:
        """Show the diagnoses; True when the reader agreed and the texts were replaced, as one undoable step."""
        dialog = cls(workspace, theme, diagnoses, parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        if agreed:
            names = ", ".join(workspace.letter(d.source) for d in diagnoses)
            agreed = workspace.edit(f"Replace text of {names}", dialog.apply_to)
        dialog.deleteLater()
        return agreed


def replace_text(workspace: Workspace, theme: Theme, key: str, article: Article, parent: QWidget | None = None) -> bool:
    """Ask about, and then put, a new text for a source; False when it is the same text or the reader keeps the old."""
    if workspace.project.source(key).article.text == article.text:
        return False
    return ReanchoringDialog.ask(workspace, theme, [diagnose(workspace.project, key, article)], parent)
