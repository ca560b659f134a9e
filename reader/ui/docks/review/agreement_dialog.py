"""How far the readers of a project agree, in ratings and in tags, with the counts it rests on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.notes import Agreement, Project, measure_tag_agreement
from reader.ui.docks.parts.panel import hint
from reader.ui.docks.parts.panel_style import panel_style
from reader.ui.docks.review.merge_dialog import rating_agreements
from reader.ui.looks.theme import Theme
from reader.ui.workspace import Workspace

COLUMNS = ("Judged", "Passages", "Same judgement", "Agreement", "Alpha")
EXPLAINED = (
    "Only passages that two or more readers marked count: what one marked and another passed over may not have been "
    "read. Alpha is Krippendorff’s: 1 is full agreement, 0 is chance; it is left out where all judgements are alike. "
    "For all tags of a passage sets are compared (MASI)."
)


class AgreementDialog(QDialog):
    """A row for every rating scheme, for the tags of a passage together, and for every tag."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Agreement between readers")
        self.setStyleSheet(panel_style(theme))
        rows = agreement_rows(workspace.project)
        authors = sorted({note.author or "no name" for note in workspace.project.notes})
        self.told = QLabel(_said(authors, measured=bool(rows)), self)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.table = _table(rows, self)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(self.told)
        box.addWidget(self.table, 1)
        box.addWidget(hint(EXPLAINED, self))
        box.addWidget(close)
        self.table.setVisible(bool(rows))
        self.resize(640, 420 if rows else 180)

    @classmethod
    def ask(cls, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the report until it is closed."""
        dialog = cls(workspace, theme, parent)
        dialog.exec()
        dialog.deleteLater()


def _table(rows: list[tuple[str, ...]], parent: QWidget) -> QTableWidget:
    table = QTableWidget(len(rows), len(COLUMNS), parent)
    table.setHorizontalHeaderLabels(COLUMNS)
    table.setAccessibleName("Agreement")
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    header = table.horizontalHeader()
    if (first := table.horizontalHeaderItem(0)) is not None:
        first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            item = QTableWidgetItem(words)
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(row, column, item)
    return table


def agreement_rows(project: Project) -> list[tuple[str, ...]]:
    """The cells of the table; none when no passage was marked by two readers."""
    rows = [_row(f"Credibility, {scheme.name}", found) for scheme, found in rating_agreements(project)]
    names = {tag.id: tag.name for tag in project.codebook.tags}
    for found in measure_tag_agreement(project):
        if found.percent is not None and names:
            rows.append(_row(f"Tag “{names[found.about]}”" if found.about else "All tags of a passage", found))
    return rows


def _row(about: str, found: Agreement) -> tuple[str, ...]:
    alpha = "–" if found.alpha is None else f"{found.alpha:.2f}"
    return about, f"{found.passages:,}", f"{found.same:,} of {found.pairs:,}", f"{found.percent:.0f} %", alpha


def _said(authors: list[str], *, measured: bool) -> str:
    if measured:
        return f"Notes by {', '.join(authors)}."
    if len(authors) < 2:
        return "All notes here are by one reader. Merge another reader’s project first (File > Import)."
    return f"Notes by {', '.join(authors)}: no passage was marked by two of them, so there is nothing to compare."
