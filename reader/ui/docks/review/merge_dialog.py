"""Before another reader's project is merged: what comes in, what the two disagree on, and how far they agree."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.notes import (
    Agreement,
    Conflict,
    Merge,
    Project,
    Scheme,
    available_schemes,
    find_grade,
    measure_agreement,
    measure_tag_agreement,
    merge_projects,
)
from reader.ui.docks.note.reading import target_words
from reader.ui.docks.parts.panel import heading, hint
from reader.ui.docks.parts.panel_style import panel_style
from reader.ui.looks.theme import Theme
from reader.ui.wording import counted, shortened
from reader.ui.workspace import Workspace


class MergeDialog(QDialog):
    """What would come in, and every conflict; nothing of one's own is changed by a merge."""

    def __init__(
        self, workspace: Workspace, theme: Theme, merge: Merge, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        memos = sum(conflict.kind == "memo" for conflict in merge.conflicts)
        self.setWindowTitle("Merge another reader’s project")
        self.setStyleSheet(panel_style(theme))
        self.told = QLabel(coming_in(merge, name), self, textFormat=Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setObjectName("plain")
        self.list.setWordWrap(True)
        self.list.setAccessibleName("Conflicts")
        for conflict in merge.conflicts:
            self.list.addItem(QListWidgetItem(in_words(merge.project, conflict, workspace)))
        self.join_memos = QCheckBox("Put their memo below yours" if memos == 1 else "Put their memos below yours", self)
        self.join_memos.setVisible(bool(memos))
        self.agreement = hint("\n".join(agreement_lines(merge.project)), self)
        buttons = QDialogButtonBox(self)
        self.merge = buttons.addButton("Merge", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.merge.setDefault(True)
        self._changes = merge.project != workspace.project
        self.merge.setEnabled(self._changes)
        self.join_memos.toggled.connect(lambda on: self.merge.setEnabled(self._changes or on))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(self.told)
        box.addWidget(heading(f"Conflicts  ·  {len(merge.conflicts):,}"))
        box.addWidget(self.list, 1)
        box.addWidget(self.join_memos)
        box.addWidget(self.agreement)
        box.addWidget(buttons)
        self.list.setVisible(bool(merge.conflicts))
        self.resize(560, 420)

    @classmethod
    def ask(cls, workspace: Workspace, theme: Theme, theirs: Project, name: str, parent: QWidget | None = None) -> bool:
        """Show what a merge would bring; True when the reader agreed and it was done, as one undoable step."""
        dialog = cls(workspace, theme, merge_projects(workspace.project, theirs), name, parent)
        agreed, join = dialog.exec() == QDialog.DialogCode.Accepted, dialog.join_memos.isChecked()
        dialog.deleteLater()
        return agreed and workspace.edit(
            f"Merge “{name}”", lambda mine: merge_projects(mine, theirs, join_memos=join).project
        )


def coming_in(merge: Merge, name: str) -> str:
    """What a merge brings, in a sentence."""
    came = set(merge.notes)
    authors = sorted({note.author or "no name" for note in merge.project.notes if note.id in came})
    notes = counted(len(came), "note")
    by = f" by {', '.join(authors)}" if authors else ""
    sources = f" and {counted(len(merge.sources), 'source')}" if merge.sources else ""
    if not came and not merge.sources:
        return f"“{name}” holds nothing that is not here already."
    return f"“{name}” brings {notes}{by}{sources}. Your own notes stay as they are; Undo takes the merge back."


def in_words(project: Project, conflict: Conflict, workspace: Workspace) -> str:
    """One conflict in a sentence."""
    mine, theirs = conflict.values
    if conflict.kind == "decision":
        return f"Decision on {subject_in_words(mine)}: theirs is another; yours stays"
    if conflict.kind == "memo":
        of = (
            f"{workspace.letter(conflict.mine)} “{project.source(conflict.mine).title}”"
            if conflict.mine
            else "the project"
        )
        return f"Memo of {of}: yours “{shortened(mine, 60)}”, theirs “{shortened(theirs, 60)}”"
    if conflict.kind == "reliability":
        source = project.source(conflict.mine)
        return f"Reliability of {workspace.letter(source.key)} “{source.title}”: yours {mine}, theirs {theirs}"
    note, other = project.note(conflict.mine), project.note(conflict.theirs)
    quote = shortened(target_words(note.targets[0], project), 60)
    if conflict.kind == "edited":
        return f"“{quote}”: the note was changed in both projects; theirs comes in beside yours"
    labels = []
    for held, code in ((note, mine), (other, theirs)):
        grade = find_grade(project.codebook, held.scheme, "credibility", code)
        labels.append(f"{held.author or 'no name'} {code}{f' {grade.label.lower()}' if grade else ''}")
    return f"“{quote}”: {labels[0]}, {labels[1]}"


def subject_in_words(decision: str) -> str:
    """What a decision, as JSON, is about: the names or the words it rests on."""
    found: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, dict):
            found.extend(str(value[part]) for part in ("name", "quote") if value.get(part))
            for held in value.values():
                gather(held)
        elif isinstance(value, list):
            for held in value:
                gather(held)

    gather(json.loads(decision))
    return " and ".join(f"“{shortened(words, 60)}”" for words in found[:3]) or "a match"


def agreement_lines(project: Project) -> list[str]:
    """How far the readers agree in ratings and tags, a sentence each with the counts it rests on."""
    lines = [f"Agreement after the merge, {s.name}: {_figures(a, 'rated')}." for s, a in rating_agreements(project)]
    tags = measure_tag_agreement(project)[0]
    if tags.percent is not None and project.codebook.tags:
        lines.append(f"Agreement after the merge in tags: {_figures(tags, 'marked')}.")
    return lines or ["No passage was marked by two readers, so agreement can’t be measured."]


def rating_agreements(project: Project) -> list[tuple[Scheme, Agreement]]:
    """The schemes in which two readers rated the same passage, and how far they agree there."""
    found = [(s, measure_agreement(project, s.id)) for s in available_schemes(project.codebook)]
    return [(scheme, agreement) for scheme, agreement in found if agreement.percent is not None]


def _figures(found: Agreement, verb: str) -> str:
    alpha = "" if found.alpha is None else f", Krippendorff’s alpha {found.alpha:.2f}"
    passages = f"{counted(found.passages, 'passage')} {verb} by two or more"
    return f"{found.percent:.0f} % ({found.same:,} of {found.pairs:,}){alpha}; {passages}"
