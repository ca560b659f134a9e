"""Rating schemes: the ready-made ones to look at, and the reader's own to write."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from reader.notes import (
    READY_SCHEMES,
    Grade,
    Scheme,
    available_schemes,
    find_scheme,
    fresh_id,
    remove_scheme,
    set_scheme,
)
from reader.ui.docks.parts.choice import Choice
from reader.ui.docks.parts.panel import heading, hint, on_press
from reader.ui.workspace import Workspace

COLOURS = ("#0072b2", "#56b4e9", "#009e73", "#e6c700", "#e69f00", "#d55e00", "#8a8a8a")
"""From trusted to distrusted, told apart by readers with any colour vision."""


class SchemePage(QWidget):
    """Grades are written one a line, best first: a short code, a blank, and the wording."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.which = Choice(self)
        self.which.setAccessibleName("Scheme")
        self.which.activated.connect(lambda _: self._show())
        self.name = QLineEdit(self)
        self.name.setAccessibleName("Name of the scheme")
        self.reliability = QPlainTextEdit(self)
        self.reliability.setAccessibleName("Grades for sources")
        self.credibility = QPlainTextEdit(self)
        self.credibility.setAccessibleName("Grades for passages")
        self.told = hint("", self)
        self.save = QPushButton("Save scheme", self)
        self.copy = QPushButton("Copy as my own", self)
        self.remove = QPushButton("Delete scheme", self)
        for button, verb in ((self.save, self._save), (self.copy, self._copy), (self.remove, self._remove)):
            on_press(button, verb)
        row = QHBoxLayout()
        for button in (self.copy, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.save)
        box = QVBoxLayout(self)
        box.addWidget(self.which)
        box.addWidget(self.name)
        box.addWidget(heading("Reliability of the source: one grade a line, best first (A Completely reliable)"))
        box.addWidget(self.reliability)
        box.addWidget(heading("Credibility of the information: one grade a line, best first (1 Confirmed)"))
        box.addWidget(self.credibility)
        box.addWidget(self.told)
        box.addLayout(row)
        workspace.notes_changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        here = self.which.currentData()
        self.which.clear()
        for scheme in available_schemes(self._workspace.project.codebook):
            self.which.addItem(scheme.name, scheme.id)
        self.which.setCurrentIndex(max(0, self.which.findData(here)))
        self._show()

    def _scheme(self) -> Scheme:
        scheme = find_scheme(self._workspace.project.codebook, self.which.currentData())
        return scheme if scheme is not None else READY_SCHEMES[0]

    def _show(self) -> None:
        scheme = self._scheme()
        own = scheme.id in {held.id for held in self._workspace.project.codebook.schemes}
        self.name.setText(scheme.name)
        for field, grades in ((self.reliability, scheme.reliability), (self.credibility, scheme.credibility)):
            field.setPlainText("\n".join(f"{grade.code} {grade.label}" for grade in grades))
            field.setReadOnly(not own)
        self.name.setReadOnly(not own)
        self.save.setEnabled(own)
        self.remove.setEnabled(own)
        self.told.setText("" if own else "Ready-made schemes stay as they are. Copy this one to change it.")

    def _copy(self) -> None:
        scheme = self._scheme()
        own = Scheme(
            fresh_id({held.id for held in self._workspace.project.codebook.schemes}),
            f"{scheme.name} (mine)", scheme.reliability, scheme.credibility,
        )  # fmt: skip
        if self._workspace.edit("Add rating scheme", lambda project: set_scheme(project, own)):
            self.which.setCurrentIndex(self.which.findData(own.id))
            self._show()

    def _save(self) -> None:
        scheme = self._scheme()
        changed = Scheme(
            scheme.id,
            self.name.text().strip() or scheme.name,
            read_grades(self.reliability.toPlainText(), scheme.reliability),
            read_grades(self.credibility.toPlainText(), scheme.credibility),
        )
        self._workspace.edit("Change rating scheme", lambda project: set_scheme(project, changed))

    def _remove(self) -> None:
        scheme = self._scheme().id
        self._workspace.edit("Delete rating scheme", lambda project: remove_scheme(project, scheme))


def read_grades(words: str, before: tuple[Grade, ...]) -> tuple[Grade, ...]:
    """Grades written one a line as code and wording; a code that was there keeps its colour, others get the next."""
    colours = {grade.code: grade.colour for grade in before}
    lines = [line.split(None, 1) for line in words.splitlines() if line.strip()]
    found: dict[str, Grade] = {}
    for number, parts in enumerate(lines):
        spread = number * (len(COLOURS) - 1) // max(1, len(lines) - 1)
        colour = colours.get(parts[0], COLOURS[spread])
        found.setdefault(parts[0], Grade(parts[0], parts[1] if len(parts) > 1 else parts[0], colour))
    return tuple(found.values())
