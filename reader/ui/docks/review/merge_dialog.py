"""Before another reader's project is merged: what comes in, what the two disagree on, and how far they agree."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.notes import Agreement, Conflict, Merge, Project, find_grade, measure_agreement, merge_projects
from reader.ui.docks.note.reading import target_words
from reader.ui.docks.parts.panel import heading, hint
from reader.ui.docks.parts.panel_style import panel_style
from reader.ui.theme import Theme
from reader.ui.workspace import Workspace


class MergeDialog(QDialog):
    """What would come in, and every conflict; nothing of one's own is changed by a merge."""

    def __init__(
        self, workspace: Workspace, theme: Theme, merge: Merge, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Merge another reader’s project")
        self.setStyleSheet(panel_style(theme))
        self.told = QLabel(coming_in(merge, name), self)
        self.told.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setObjectName("plain")
        self.list.setWordWrap(True)
        self.list.setAccessibleName("Conflicts")
        for conflict in merge.conflicts:
            self.list.addItem(QListWidgetItem(in_words(merge.project, conflict, workspace)))
        self.agreement = hint(agreement_in_words(measure_agreement(merge.project)), self)
        buttons = QDialogButtonBox(self)
        self.merge = buttons.addButton("Merge", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.merge.setEnabled(bool(merge.notes or merge.sources))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(self.told)
        box.addWidget(heading(f"Conflicts  ·  {len(merge.conflicts):,}"))
        box.addWidget(self.list, 1)
        box.addWidget(self.agreement)
        box.addWidget(buttons)
        self.list.setVisible(bool(merge.conflicts))
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.resize(560, 420)

    @classmethod
    def ask(cls, workspace: Workspace, theme: Theme, theirs: Project, name: str, parent: QWidget | None = None) -> bool:
        """Show what a merge would bring; True when the reader agreed and it was done, as one undoable step."""
        dialog = cls(workspace, theme, merge_projects(workspace.project, theirs), name, parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return agreed and workspace.edit(f"Merge “{name}”", lambda mine: merge_projects(mine, theirs).project)


def coming_in(merge: Merge, name: str) -> str:
    """What a merge brings, in a sentence."""
    came = set(merge.notes)
    authors = sorted({note.author or "no name" for note in merge.project.notes if note.id in came})
    notes = f"{len(came):,} note{'' if len(came) == 1 else 's'}"
    by = f" by {', '.join(authors)}" if authors else ""
    sources = f" and {len(merge.sources):,} source{'' if len(merge.sources) == 1 else 's'}" if merge.sources else ""
    if not came and not merge.sources:
        return f"“{name}” holds nothing that is not here already."
    return f"“{name}” brings {notes}{by}{sources}. Your own notes stay as they are; Undo takes the merge back."


def in_words(project: Project, conflict: Conflict, workspace: Workspace) -> str:
    """One conflict in a sentence."""
    mine, theirs = conflict.values
    if conflict.kind == "reliability":
        source = project.source(conflict.mine)
        return f"Reliability of {workspace.letter(source.key)} “{source.title}”: yours {mine}, theirs {theirs}"
    note, other = project.note(conflict.mine), project.note(conflict.theirs)
    words = " ".join(target_words(note.targets[0], project).split())
    quote = words if len(words) <= 60 else words[:59] + "…"
    if conflict.kind == "edited":
        return f"“{quote}”: the note was changed in both projects; theirs comes in beside yours"
    labels = []
    for held, code in ((note, mine), (other, theirs)):
        grade = find_grade(project.codebook, held.scheme, "credibility", code)
        labels.append(f"{held.author or 'no name'} {code}{f' {grade.label.lower()}' if grade else ''}")
    return f"“{quote}”: {labels[0]}, {labels[1]}"


def agreement_in_words(agreement: Agreement) -> str:
    """How far the readers agree, with the counts it rests on."""
    if agreement.percent is None:
        return "No passage was rated by both readers, so agreement can't be measured."
    alpha = "" if agreement.alpha is None else f", Krippendorff’s alpha {agreement.alpha:.2f}"
    rated = f"{agreement.passages:,} passage{'' if agreement.passages == 1 else 's'} rated by both"
    counts = f"{agreement.same:,} of {agreement.pairs:,}"
    return f"Agreement after the merge: {agreement.percent:.0f} % ({counts}){alpha}; {rated}."
