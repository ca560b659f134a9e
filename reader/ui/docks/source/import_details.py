"""How a source came in: its file, hash, encoding, what was left out, and what was noticed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.text import Article
from reader.ui.docks.source.left_out_list import LeftOutList
from reader.ui.looks.choice import Choice


class ImportDetails(QWidget):
    """Closed at first; opens to a table of facts, the choice of encoding, and the pieces that were left out.

    Signals:
        encoding_picked(str): another encoding to read the original file in.
    """

    encoding_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Article, str] | None = None
        self.button = QPushButton(self)
        self.button.setProperty("role", "quiet")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._open)
        self.page = QWidget(self)
        self._form = QFormLayout(self.page)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(10)
        self._form.setVerticalSpacing(3)
        self.encoding = Choice(self)
        self.encoding.setAccessibleName("Read the file again in another encoding")
        self.encoding.activated.connect(self._picked)
        self.removed = LeftOutList(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.page)
        box.addWidget(self.encoding)
        box.addWidget(self.removed)
        self._open(False)

    def _open(self, wide: bool) -> None:
        self.button.setText("Import details ▾" if wide else "Import details ▸")
        self.page.setVisible(wide)
        self.encoding.setVisible(wide and self.encoding.count() > 0)
        self.removed.setVisible(wide and self.removed.anything)

    def _picked(self, index: int) -> None:
        if index:  # the first only says what the list is for
            self.encoding_picked.emit(self.encoding.itemText(index))
            self.encoding.setCurrentIndex(0)

    def _offer_encodings(self, article: Article, path: str) -> None:
        from reader.sources import ENCODINGS

        self.encoding.clear()
        present = article.provenance.encoding
        if present and Path(path).is_absolute():
            others = [name for name in ("utf-8", *ENCODINGS) if name != present]
            self.encoding.addItems(["Letters look wrong? Read it as…", *others])

    def show_article(self, article: Article, path: str) -> None:
        """Show how this article came in."""
        if self._shown == (article, path):
            return
        self._shown = (article, path)
        while self._form.rowCount():
            self._form.removeRow(0)
        for title, words in facts(article, path):
            label = QLabel(words, self.page)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "hint")
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            name = QLabel(title, self.page)
            name.setProperty("role", "heading")
            self._form.addRow(name, label)
        self._offer_encodings(article, path)
        self.removed.show_article(article)
        self._open(self.button.isChecked())


def facts(article: Article, path: str) -> list[tuple[str, str]]:
    """Titles and words of what is known of an import; what is not known is left out."""
    held = article.provenance
    removed = Counter(piece.kind for piece in held.removed)
    found = [
        ("File", path or held.path),
        ("Format", held.format),
        ("Encoding", held.encoding),
        ("Changed", held.modified.replace("T", " ")[:16]),
        ("Words", f"{len(article.text.split()):,}"),
        ("SHA-256", _grouped(held.sha256)),
        ("Date found", f"{held.published_how}: “{held.published_text}”" if held.published_text else held.published_how),
        ("Translated", {True: "yes, the page says so", False: "no", None: ""}[held.translated]),
        ("Left out", ", ".join(f"{number} × {kind}" for kind, number in removed.most_common())),
        ("Noticed", " ".join(held.warnings)),
    ]
    return [(title, words) for title, words in found if words]


def _grouped(digest: str) -> str:
    """A hash in groups of eight, so that it can wrap and be read."""
    return " ".join(digest[n : n + 8] for n in range(0, len(digest), 8))
