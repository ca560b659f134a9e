"""Rating schemes: the ready-made ones to look at, the reader's own to write, and the one the project uses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.notes import (
    POLICE_3X5X2,
    READY_SCHEMES,
    Scheme,
    available_schemes,
    find_scheme,
    fresh_id,
    remove_scheme,
    set_scheme,
    use_scheme,
)
from reader.ui.docks.codebook.grade_field import GradeField
from reader.ui.docks.codebook.tag_form import Edit
from reader.ui.docks.parts.panel import heading, hint, on_press
from reader.ui.looks.choice import Choice
from reader.ui.workspace import Workspace

READY_HINT = "Ready-made schemes stay as they are. Copy this one to change it."
OWN_HINT = "A press on a colour changes it. What you write is kept when you leave the field."
HANDLING_HINT = "Its handling codes P and C are tags: Tags > Ready-made > 3×5×2 handling."


class SchemePage(QWidget):
    """Grades are written one a line, best first. What is written is in the project once the field is left."""

    def __init__(
        self, workspace: Workspace, edit: Edit, ask_colour: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._edit = workspace, edit
        self._shown = ""
        self.which = Choice(self)
        self.which.setAccessibleName("Scheme")
        self.which.activated.connect(lambda _: self._turn())
        self.name = QLineEdit(self)
        self.name.setAccessibleName("Name of the scheme")
        self.name.editingFinished.connect(self.commit)
        self.reliability = GradeField(ask_colour, self)
        self.reliability.setAccessibleName("Grades for sources")
        self.credibility = GradeField(ask_colour, self)
        self.credibility.setAccessibleName("Grades for passages")
        for field in (self.reliability, self.credibility):
            field.installEventFilter(field)
            field.left.connect(self.commit)
        self.use = QCheckBox("New notes and sources of this project use this scheme, and those not rated yet", self)
        self.use.clicked.connect(self._use)
        self.told = hint("", self)
        self._lay_out()
        workspace.notes_changed.connect(self._fill)
        self._fill()

    def _lay_out(self) -> None:
        self.copy = QPushButton("Copy as my own", self)
        self.remove = QPushButton("Delete scheme", self)
        box = QVBoxLayout(self)
        box.addWidget(self.which)
        box.addWidget(self.name)
        box.addWidget(heading("Reliability of the source: one grade a line, best first (A Completely reliable)"))
        box.addWidget(self.reliability)
        box.addWidget(heading("Credibility of the information: one grade a line, best first (1 Confirmed)"))
        box.addWidget(self.credibility)
        for widget in (self.told, self.use):
            box.addWidget(widget)
        row = QHBoxLayout()
        box.addLayout(row)
        for button, verb in ((self.copy, self._copy), (self.remove, self._remove)):
            on_press(button, verb)
            row.addWidget(button)
        row.addStretch(1)

    def _fill(self) -> None:
        here = self.which.currentData()
        self.which.clear()
        for scheme in available_schemes(self._workspace.project.codebook):
            self.which.addItem(scheme.name, scheme.id)
        self.choose(here or self._workspace.scheme)

    def choose(self, scheme_id: str) -> None:
        """Show that scheme; the first one when it is gone."""
        self.which.setCurrentIndex(max(0, self.which.findData(scheme_id)))
        self._show()

    def _turn(self) -> None:
        wanted = self.which.currentData()
        self.choose(wanted if self.commit() else self._shown)

    def _scheme(self, scheme_id: str) -> Scheme:
        scheme = find_scheme(self._workspace.project.codebook, scheme_id)
        return scheme if scheme is not None else READY_SCHEMES[0]

    def _is_own(self, scheme_id: str) -> bool:
        return scheme_id in {held.id for held in self._workspace.project.codebook.schemes}

    def _show(self) -> None:
        self._shown = self.which.currentData()
        scheme, own = self._scheme(self._shown), self._is_own(self._shown)
        self.name.setText(scheme.name)
        self.name.setReadOnly(not own)
        self.reliability.show_grades(scheme.reliability, fixed=not own)
        self.credibility.show_grades(scheme.credibility, fixed=not own)
        self.remove.setEnabled(own)
        self.use.setChecked(scheme.id == self._workspace.scheme)
        handling = f" {HANDLING_HINT}" if scheme.id == POLICE_3X5X2.id else ""
        self.told.setText(OWN_HINT if own else READY_HINT + handling)

    def commit(self) -> bool:
        """Keep what is written in a scheme of the reader's own; False when it was refused, and the reason is told."""
        if not self._is_own(self._shown):
            return True
        scheme = self._scheme(self._shown)
        changed = replace(
            scheme,
            name=self.name.text().strip() or scheme.name,
            reliability=self.reliability.grades(),
            credibility=self.credibility.grades(),
        )
        if changed == scheme:
            return True
        return self._edit("Change rating scheme", lambda project: set_scheme(project, changed))

    def _use(self, on: bool) -> None:
        wanted, preferred = self._shown if on else "", self._workspace.preferred_scheme
        self._edit("Choose rating scheme", lambda project: use_scheme(project, wanted, preferred=preferred))
        self._show()

    def _copy(self) -> None:
        scheme = self._scheme(self._shown)
        own = Scheme(
            fresh_id({held.id for held in self._workspace.project.codebook.schemes}),
            f"{scheme.name} (mine)", scheme.reliability, scheme.credibility,
        )  # fmt: skip
        if self._edit("Add rating scheme", lambda project: set_scheme(project, own)):
            self.choose(own.id)

    def _remove(self) -> None:
        scheme = self._shown
        self._edit("Delete rating scheme", lambda project: remove_scheme(project, scheme))
