"""A small searchable list of tags, recent ones first, that also makes new ones."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.notes import search_tags
from reader.ui.docks.parts.panel_style import panel_style
from reader.ui.looks.theme import Theme
from reader.ui.looks.tips import tip
from reader.ui.workspace import Workspace

MOST_ROWS = 10


class TagChooser(QFrame):
    """A popup: type, walk with the arrows, Return picks, Escape leaves.

    Signals:
        picked(str): the id of a tag in the codebook.
        named(str): the name of a tag that is not there yet and is to be made.
    """

    picked = Signal(str)
    named = Signal(str)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("tagChooser")
        self.setStyleSheet(panel_style(theme))
        self._workspace = workspace
        self.held: tuple[str, ...] = ()
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Find or make a tag")
        self.field.setAccessibleName("Find or make a tag")
        self.list = QListWidget(self)
        self.list.setObjectName("plain")
        self.list.setAccessibleName("Tags")
        self.list.setIconSize(QSize(10, 10))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = QVBoxLayout(self)
        box.setContentsMargins(6, 6, 6, 6)
        box.setSpacing(4)
        box.addWidget(self.field)
        box.addWidget(self.list)
        self.setFixedWidth(240)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self._take())

    def open_at(self, at: QPoint, held: tuple[str, ...] = ()) -> None:
        """Show it at a global point; `held` are the tags the note has already."""
        self.held = held
        self.field.clear()
        self._fill("")
        screen = self.screen().availableGeometry()
        self.move(
            max(screen.left(), min(at.x(), screen.right() - self.width())),
            max(screen.top(), min(at.y(), screen.bottom() - self.height())),
        )
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self, typed: str) -> None:
        self.list.clear()
        codebook = self._workspace.project.codebook
        for tag in search_tags(codebook, typed):
            tick = "✓ " if tag.id in self.held else ""
            key = f"   {tag.shortcut.upper()}" if tag.shortcut else ""
            item = QListWidgetItem(dot(tag.colour), f"{tick}{tag.name}{key}")
            item.setToolTip(tip(tag.description))
            item.setData(Qt.ItemDataRole.UserRole, tag.id)
            self.list.addItem(item)
        name = typed.strip()
        if name and all(tag.name.casefold() != name.casefold() for tag in codebook.tags):
            self.list.addItem(QListWidgetItem(f"Make the tag “{name}”"))
        self.list.setCurrentRow(0)
        self._fit()

    def _fit(self) -> None:
        """As tall as its rows, up to `MOST_ROWS`; it scrolls beyond."""
        rows = min(self.list.count(), MOST_ROWS)
        height = sum(self.list.sizeHintForRow(row) for row in range(rows))
        self.list.setVisible(bool(rows))
        self.list.setFixedHeight(height + 2 * self.list.frameWidth() + 4)
        self.adjustSize()

    def _take(self) -> None:
        if self.list.currentRow() < 0:
            return
        item = self.list.currentItem()
        self.hide()
        tag_id = item.data(Qt.ItemDataRole.UserRole)
        if tag_id:
            self.picked.emit(tag_id)
        else:
            self.named.emit(self.field.text().strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the field walk the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = (event.key() == Qt.Key.Key_Down) - (event.key() == Qt.Key.Key_Up)
            if step and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
        return super().eventFilter(watched, event)


def dot(colour: str) -> QIcon:
    """A round spot of a tag's colour."""
    picture = QPixmap(20, 20)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(2, 2, 16, 16)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
