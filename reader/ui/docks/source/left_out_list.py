"""The pieces an import left out, with the verbs that bring them back: as text, dimmed, or as a source of their own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.text import Article
from reader.ui.wording import shortened

_LONGEST = 300


class LeftOutList(QWidget):
    """A list to choose from, and buttons below it; hidden where nothing was left out.

    Signals:
        put_back_wanted(object, bool): numbers of removed pieces, and whether they shall be dimmed.
        take_out_wanted(object): numbers of the dimmed blocks, to be left out again.
        attachment_wanted(str): an attachment to be opened as a source.
    """

    put_back_wanted = Signal(object, bool)
    take_out_wanted = Signal(object)
    attachment_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Pieces left out of the text")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setWordWrap(True)
        self.list.setFixedHeight(150)
        self.list.itemSelectionChanged.connect(self._offer)
        self.back = self._button(
            "Put back", "Put the chosen pieces back into the text, where they stood", self._put_back
        )
        self.dimmed = self._button("Show all dimmed", "", self._dim)
        self.open = self._button("Open attachment", "Add the chosen attachment as a source", self._open)
        self._dimmed_blocks: list[int] = []
        self._shown = 0
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.list)
        row = QHBoxLayout()
        box.addLayout(row)
        for button in (self.back, self.dimmed, self.open):
            row.addWidget(button)
        row.addStretch(1)

    def _button(self, words: str, tip: str, verb: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "quiet")
        button.setToolTip(tip)
        button.clicked.connect(lambda: verb())
        return button

    def show_article(self, article: Article) -> None:
        """List what was left out of this article."""
        self.list.clear()
        for number, piece in enumerate(article.provenance.removed):
            item = QListWidgetItem(shortened(piece.text, _LONGEST))
            item.setToolTip(f"{piece.kind}: {piece.reason}")
            item.setData(Qt.ItemDataRole.UserRole, (number, piece.kind, piece.text))
            self.list.addItem(item)
        self._dimmed_blocks = [n for n, block in enumerate(article.blocks) if block.kind == "boilerplate"]
        self._shown = sum(piece.kind != "attachment" for piece in article.provenance.removed)
        attached = self.list.count() > self._shown
        self.list.setVisible(self.list.count() > 0)
        self.back.setVisible(self._shown > 0)
        self.open.setVisible(attached)
        self.dimmed.setVisible(self._shown > 0 or bool(self._dimmed_blocks))
        self.dimmed.setText("Show all dimmed" if self._shown else "Leave the dimmed out")
        self.dimmed.setToolTip(
            "Show these pieces in the text in faint letters; they take no part in the comparison"
            if self._shown
            else "Take the pieces in faint letters out of the text"
        )
        self._offer()

    @property
    def anything(self) -> bool:
        """Whether there is something to list or to take out."""
        return self.list.count() > 0 or bool(self._dimmed_blocks)

    def _chosen(self) -> list[tuple[int, str, str]]:
        return [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]

    def _offer(self) -> None:
        kinds = [kind == "attachment" for _, kind, _ in self._chosen()]
        self.back.setEnabled(bool(kinds) and not all(kinds))
        self.open.setEnabled(any(kinds))

    def _put_back(self) -> None:
        self.put_back_wanted.emit([number for number, kind, _ in self._chosen() if kind != "attachment"], False)

    def _dim(self) -> None:
        if self._shown:
            self.put_back_wanted.emit(list(range(self.list.count())), True)
        else:
            self.take_out_wanted.emit(self._dimmed_blocks)

    def _open(self) -> None:
        for _, kind, name in self._chosen():
            if kind == "attachment":
                self.attachment_wanted.emit(name)
