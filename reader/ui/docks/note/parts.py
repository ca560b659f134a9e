"""The parts of the note editor: where it stands, the quotation, the row of grades and the tag chips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from reader.notes import Grade, Tag
from reader.ui.docks.cards.painting import wrapped
from reader.ui.docks.parts.flow_layout import FlowLayout
from reader.ui.docks.parts.panel import hint
from reader.ui.looks.theme import SERIF, Theme, font
from reader.ui.looks.tips import tip


def css(colour: QColor) -> str:
    """A colour with its opacity, for a style sheet."""
    return f"rgba({colour.red()},{colour.green()},{colour.blue()},{colour.alpha()})"


class PlaceButton(QPushButton):
    """Where a note stands, in quiet words cut to the width there is; pressing it goes there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self.setSizePolicy(self.sizePolicy().Policy.Ignored, self.sizePolicy().Policy.Fixed)
        self._words = ""

    def show_words(self, words: str) -> None:
        """Show these words."""
        self._words = words
        self.setAccessibleName(f"Show this passage: {words}")
        self.setToolTip(tip(f"{words}\nShow this passage"))
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetricsF(self.font())
        self.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - 4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class QuoteBlock(QWidget):
    """The words a note is about, in the reading face, with a coloured edge; at most seven lines."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._words, self._edge = "", QColor()
        self._shown: object = None
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_quote(self, words: str, edge: str) -> None:
        """Show these words; `edge` is a colour or a theme role."""
        if (words, edge, self.theme) == self._shown:
            return
        self._shown = (words, edge, self.theme)
        self._words = " ".join(words.split())
        self._edge = QColor(edge) if edge.startswith("#") else self.theme.colour(edge)
        self.setAccessibleName(f"Quotation: {self._words}")
        self.setToolTip(tip(self._words) if len(self._words) > 200 else "")
        self.updateGeometry()
        self.update()

    def _lines(self, width: int) -> tuple[str, ...]:
        return wrapped(self._words, font(SERIF, 15), width - 14, 7)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(len(self._lines(width)) * QFontMetricsF(font(SERIF, 15)).height()) + 4

    def sizeHint(self) -> QSize:
        return QSize(180, self.heightForWidth(max(180, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, 3, self.height()), self._edge)
        face = font(SERIF, 15)
        painter.setFont(face)
        painter.setPen(self.theme.colour("ink"))
        metrics = QFontMetricsF(face)
        for number, line in enumerate(self._lines(self.width())):
            painter.drawText(QRectF(13, 2 + number * metrics.height(), self.width(), metrics.height()), 0, line)


class GradeRow(QWidget):
    """One button a grade, and the wording of the chosen one, or of the one under the mouse or focus.

    Signals:
        graded(str): the code of the grade chosen; "" when the chosen one was pressed again.
    """

    graded = Signal(str)

    def __init__(self, what: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self._what = theme, what
        self._grades: tuple[Grade, ...] = ()
        self._chosen = ""
        self.buttons: list[QToolButton] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.wording = hint(parent=self)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(self._row)
        box.addWidget(self.wording)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme, from the next time grades are shown."""
        self.theme, self._grades = theme, ()

    def show_grades(self, grades: Sequence[Grade], chosen: str) -> None:
        """Offer these grades with one of them chosen ("" for none)."""
        if tuple(grades) != self._grades:
            self._grades = tuple(grades)
            for button in self.buttons:
                self._row.removeWidget(button)
                button.deleteLater()
            self.buttons = [self._button(grade) for grade in grades]
            for button, grade in zip(self.buttons, grades, strict=True):
                first, last = button is self.buttons[0], button is self.buttons[-1]
                button.setStyleSheet(self._sheet(grade, first=first, last=last))
        self._chosen = chosen
        for button, grade in zip(self.buttons, self._grades, strict=True):
            button.setChecked(grade.code == chosen)
        self._tell("")

    def _button(self, grade: Grade) -> QToolButton:
        button = QToolButton(self)
        button.setText(grade.code)
        button.setCheckable(True)
        button.setToolTip(tip(f"{grade.code}: {grade.label}"))
        button.setAccessibleName(f"{self._what} {grade.code}, {grade.label}")
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.setMinimumWidth(22)
        button.clicked.connect(lambda: self.graded.emit("" if grade.code == self._chosen else grade.code))
        button.installEventFilter(self)
        self._group.addButton(button)
        self._row.addWidget(button)
        return button

    def _sheet(self, grade: Grade, *, first: bool, last: bool) -> str:
        line, accent = self.theme.colours["line"], self.theme.colours["accent"]
        ink = "#ffffff" if QColor(grade.colour).lightnessF() < 0.55 else "#1b1b19"
        left = "5px" if first else "0"
        right = "5px" if last else "0"
        return (
            f"QToolButton {{ border: 1px solid {line}; border-radius: 0; padding: 4px 0;"
            f" border-top-left-radius: {left}; border-bottom-left-radius: {left};"
            f" border-top-right-radius: {right}; border-bottom-right-radius: {right}; }}"
            f"QToolButton:focus {{ border: 1px solid {accent}; }}"
            f"QToolButton:checked {{ background: {grade.colour}; color: {ink}; font-weight: 600; }}"
        )

    def _tell(self, code: str) -> None:
        grade = next((g for g in self._grades if g.code == (code or self._chosen)), None)
        self.wording.setText(f"{grade.code} — {grade.label.lower()}" if grade else "Not rated")

    def eventFilter(self, watched, event: QEvent) -> bool:  # type: ignore[no-untyped-def]  # noqa: ANN001
        """Say in words what the button under the mouse or the focus means."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn) and isinstance(watched, QToolButton):
            self._tell(watched.text())
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self._tell("")
        return super().eventFilter(watched, event)


class TagRow(QWidget):
    """Tags as chips, each taken off by a click or Delete, and a chip to add one.

    Signals:
        add_wanted(): the reader pressed the chip that adds.
        removed(str): the id of the tag to take off.
    """

    add_wanted = Signal()
    removed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._flow = FlowLayout(self)
        self.chips: list[QToolButton] = []
        self.add = QToolButton(self)
        self.add.setText("+ tag")
        self.add.setProperty("role", "dashed")
        self.add.setAccessibleName("Add a tag")
        self.add.clicked.connect(self.add_wanted)
        self._flow.addWidget(self.add)

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Show these tags."""
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        self.chips = [self._chip(tag) for tag in tags]
        self._flow.addWidget(self.add)
        self.updateGeometry()

    def _chip(self, tag: Tag) -> QToolButton:
        chip = QToolButton(self)
        chip.setText(f"{tag.name} ×")
        chip.setToolTip(tip(f"{tag.description}\nClick to take it off".strip()))
        chip.setAccessibleName(f"Tag {tag.name}, press to take it off")
        ground = QColor(tag.colour)
        ground.setAlphaF(0.34 if self.theme.dark else 0.2)
        ink, accent = self.theme.colours["text"], self.theme.colours["accent"]
        chip.setStyleSheet(
            f"QToolButton {{ background: {css(ground)}; color: {ink};"
            f" border: 1px solid transparent; border-radius: 9px; padding: 1px 8px; font-size: 11px; }}"
            f"QToolButton:focus, QToolButton:hover {{ border: 1px solid {accent}; }}"
        )
        chip.clicked.connect(lambda: self.removed.emit(tag.id))
        chip.show()
        self._flow.addWidget(chip)
        return chip
