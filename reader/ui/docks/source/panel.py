"""The Source dock: what is known of a source, how reliable the reader holds it, and how it was imported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reader.notes import (
    Project,
    Source,
    change_source,
    find_scheme,
    set_basis,
    set_metadata,
    set_reliability,
    set_source_memo,
)
from reader.text import Span
from reader.ui.docks.codebook.scheme_button import SchemeButton
from reader.ui.docks.note.parts import GradeRow
from reader.ui.docks.parts.note_field import NoteField
from reader.ui.docks.parts.panel import Panel, empty_hint, heading, hint, scrolling
from reader.ui.docks.source.import_details import ImportDetails
from reader.ui.docks.source.project_memo import ProjectMemo
from reader.ui.docks.source.reimporting import Reimporting
from reader.ui.looks.choice import Choice
from reader.ui.looks.theme import Theme
from reader.ui.workspace import Workspace

FIELDS = {
    "title": "Title",
    "publisher": "Outlet",
    "author": "Author",
    "published": "Published",
    "language": "Language",
    "url": "Address",
}
HINTS = {"published": "year-month-day, 2024-03-09", "language": "en, es, ar …", "url": "https://…"}
NO_DATE = "No date of publication: “Tuesday” or “last week” stay unresolved until you fill one in."


class SourcePanel(Panel):
    """One source at a time: the one chosen above, or the one the reader last worked in."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, "Source", parent)
        self._key = workspace.selection[0] if workspace.selection else ""
        self._typing = 0
        self.which = Choice(self)
        self.which.setAccessibleName("Source")
        self.which.activated.connect(lambda n: self.show_source(self.which.itemData(n)))
        self.empty = empty_hint("No sources yet. What is known of each will be shown here.", self)
        self.fields = {name: self._field(name) for name in FIELDS}
        self.no_date = hint(NO_DATE)
        self.no_date.setProperty("role", "request")
        self.scheme = SchemeButton()
        self.scheme.scheme_picked.connect(self._set_scheme)
        self.grades = GradeRow("Reliability", theme)
        self.grades.graded.connect(self._grade)
        self.basis = self._words("basis", "What does the reliability rest on?")
        self.memo = self._words("memo", "Anything worth remembering about this source")
        self.project_memo = ProjectMemo(workspace)
        self.noticed = hint()
        self.noticed.setProperty("role", "request")
        self.details = ImportDetails()
        self.reimporting = Reimporting(workspace, theme, self)
        self.details.encoding_picked.connect(lambda name: self.reimporting.read_as(self._key, name))
        left_out = self.details.removed
        left_out.put_back_wanted.connect(lambda n, dim: self.reimporting.put_back(self._key, n, dimmed=dim))
        left_out.take_out_wanted.connect(lambda n: self.reimporting.take_out(self._key, n))
        left_out.attachment_wanted.connect(self._open_attachment)
        self._lay_out()
        workspace.sources_changed.connect(self._show)
        workspace.notes_changed.connect(self._show)
        workspace.selection_changed.connect(lambda key, span: self.show_source(key) if span is not None else None)
        workspace.passage_chosen.connect(self._passage_chosen)
        self._show()

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(FIELDS[name])
        field.setPlaceholderText(HINTS.get(name, ""))
        field.editingFinished.connect(lambda: self._metadata(name, field.text()))
        return field

    def _words(self, name: str, asked: str) -> NoteField:
        field = NoteField()
        field.setAccessibleName(name.capitalize())
        field.setPlaceholderText(asked)
        field.textChanged.connect(lambda: self._typed(name, field.toPlainText()))
        field.left.connect(field.clearFocus)
        return field

    def _lay_out(self) -> None:
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(12, 10, 12, 12)
        box.setSpacing(4)
        box.addWidget(self.which)
        for name, field in self.fields.items():
            box.addSpacing(4)
            box.addWidget(heading(FIELDS[name]))
            box.addWidget(field)
            if name == "published":
                box.addWidget(self.no_date)
        box.addSpacing(8)
        box.addWidget(self.scheme, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.grades)
        for title, words in (("Basis", self.basis), ("Memo", self.memo)):
            box.addSpacing(4)
            box.addWidget(heading(title))
            box.addWidget(words)
        box.addSpacing(6)
        box.addWidget(self.noticed)
        box.addWidget(self.details)
        box.addSpacing(10)
        box.addWidget(heading("Memo of the project"))
        box.addWidget(self.project_memo)
        box.addStretch(1)
        self.area = scrolling(page, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.empty, 1)
        outer.addWidget(self.area, 1)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.grades.set_theme(theme)
        self.reimporting.theme = theme
        self._show()

    # --- showing ------------------------------------------------------------------------------------------------

    def source(self) -> Source | None:
        """The source shown."""
        return next((s for s in self.workspace.project.sources if s.key == self._key), None)

    def show_source(self, key: str) -> None:
        """Show the source with that article key."""
        if key != self._key:
            self._typing += 1
            self._key = key
            self._show()

    def _passage_chosen(self, key: str, span: Span) -> None:
        if not self._key:
            self.show_source(key)

    def _show(self) -> None:
        sources = self.workspace.project.sources
        if self.source() is None:
            self._key = sources[0].key if sources else ""
        source = self.source()
        self.empty.setVisible(source is None)
        self.area.setVisible(source is not None)
        if source is None:
            return
        self.which.clear()
        for held in sources:
            self.which.addItem(f"{self.workspace.letter(held.key)}  {held.title}", held.key)
        self.which.setCurrentIndex(self.which.findData(self._key))
        article = source.article
        for name, field in self.fields.items():
            value = getattr(article, name)
            words = value.isoformat() if name == "published" and value else str(value or "")
            if field.text() != words and not (field.hasFocus() and field.isModified()):
                field.setText(words)
                field.setCursorPosition(0)
        self.no_date.setVisible(article.published is None)
        codebook = self.workspace.project.codebook
        scheme = find_scheme(codebook, source.scheme)
        self.scheme.show_scheme("Reliability of the source", source.scheme, codebook)
        self.grades.show_grades(scheme.reliability if scheme else (), source.reliability)
        for words_field, words in ((self.basis, source.basis), (self.memo, source.memo)):
            if words_field.toPlainText() != words:
                words_field.put(words)
        self.noticed.setText(" ".join(article.provenance.warnings))
        self.noticed.setVisible(bool(article.provenance.warnings))
        self.details.show_article(article, source.path)

    # --- editing ------------------------------------------------------------------------------------------------

    def _edit(self, text: str, change: Callable[[Project], Project], merge: str = "") -> bool:
        return self.source() is not None and self.workspace.edit(text, change, merge=merge)

    def _metadata(self, name: str, words: str) -> None:
        self.fields[name].setModified(False)
        key = self._key
        if name == "url":
            change = lambda p: change_source(  # noqa: E731
                p, key, lambda s: replace(s, article=replace(s.article, url=words.strip()))
            )
        else:
            change = lambda p: set_metadata(p, key, **{name: words})  # noqa: E731
        if not self._edit(f"Change {FIELDS[name].lower()} of {self.workspace.letter(key)}", change):
            self._show()

    def _open_attachment(self, name: str) -> None:
        source = self.source()
        if source is not None:
            self.workspace.attachment_wanted.emit(source.path, name)

    def _typed(self, name: str, words: str) -> None:
        source = self.source()
        if source is None or getattr(source, name) == words:
            return
        key, change = source.key, set_basis if name == "basis" else set_source_memo
        self._edit(f"Write {name}", lambda project: change(project, key, words), f"{name}:{key}:{self._typing}")

    def _grade(self, code: str) -> None:
        key, letter = self._key, self.workspace.letter(self._key)
        text = f"Rate reliability of {letter}: {code}" if code else f"Take reliability of {letter} away"
        self._edit(text, lambda project: set_reliability(project, key, code))

    def _set_scheme(self, scheme: str) -> None:
        key = self._key
        self._edit("Change rating scheme", lambda project: set_reliability(project, key, "", scheme=scheme))
