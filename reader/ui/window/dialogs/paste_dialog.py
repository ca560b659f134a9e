"""The dialog that makes a source of pasted text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.errors import LoadError
from reader.sources import paste
from reader.text import Article


class PasteDialog(QDialog):
    """Asks for the text, and for what the paste cannot know: title, outlet and day of publication."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Paste text as a source")
        self.resize(640, 560)
        self.title, self.outlet, self.published = QLineEdit(), QLineEdit(), QLineEdit()
        self.title.setPlaceholderText("taken from the first line when left empty")
        self.outlet.setPlaceholderText("newspaper, agency, site or person; taken from the text when left empty")
        self.published.setPlaceholderText("year-month-day, for example 2024-03-09; taken from the text when left empty")
        self.text = QPlainTextEdit(text)
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText("Paste the article here")
        column = QVBoxLayout(self)
        form = QFormLayout()
        column.addLayout(form)
        form.addRow("&Title", self.title)
        form.addRow("&Outlet", self.outlet)
        form.addRow("&Published", self.published)
        self._hint = QLabel()
        self._hint.setObjectName("dialogError")
        self._hint.setWordWrap(True)
        self._hint.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add = buttons.addButton("Add source", QDialogButtonBox.ButtonRole.AcceptRole)
        self.add.setObjectName("primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(self.text, 1)
        column.addWidget(self._hint)
        column.addWidget(buttons)
        self.article: Article | None = None
        self._given, self._warned = self.text.toPlainText(), False
        (self.title if text.strip() else self.text).setFocus()

    def accept(self) -> None:
        """Make the article, or say what is missing and stay open."""
        try:
            published = date.fromisoformat(self.published.text().strip()) if self.published.text().strip() else None
            made = paste(self.text.toPlainText())
        except LoadError as error:
            self._refuse(str(error), self.text)
        except ValueError:
            self._refuse("That is not a day. Write it as year-month-day, for example 2024-03-09.", self.published)
        else:
            title = self.title.text().strip() or made.title or made.text.strip().split("\n", 1)[0][:120]
            if published:
                told = replace(made.provenance, published_how="", published_text="")
                made = replace(made, published=published, provenance=told)
            self.article = replace(made, title=title, publisher=self.outlet.text().strip() or made.publisher)
            super().accept()

    def reject(self) -> None:
        """Close; where the reader has written something, which would be lost, only when asked twice."""
        fields = (self.title, self.outlet, self.published)
        written = self.text.toPlainText().strip() not in ("", self._given.strip()) or any(f.text() for f in fields)
        if written and not self._warned:
            self._warned = True
            self._refuse("What you have written here is not kept. Cancel again to let it go.", self.text)
        else:
            super().reject()

    def _refuse(self, words: str, field: QWidget) -> None:
        self._hint.setText(words)
        self._hint.show()
        field.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, text: str | None = None) -> Article | None:
        """The article the reader made of `text` (None: of the clipboard), or None when they changed their mind."""
        dialog = cls(QGuiApplication.clipboard().text() if text is None else text, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.article
