"""A field of grades, one a line, with the colour of each beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reader.notes import Grade

COLOURS = ("#0072b2", "#56b4e9", "#009e73", "#e6c700", "#e69f00", "#d55e00", "#8a8a8a")
"""From trusted to distrusted, told apart by readers with any colour vision."""
MARGIN = 24
DOT = 5.0


class GradeField(QPlainTextEdit):
    """Grades are written one a line, best first: a short code, a blank, and the wording.

    A press on a colour asks `ask_colour(present)` for another, as #rrggbb, "" for none.

    Signals:
        left(): the focus has gone elsewhere, or a colour was changed.
    """

    left = Signal()

    def __init__(self, ask_colour: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask_colour = ask_colour
        self._known: tuple[Grade, ...] = ()
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setViewportMargins(MARGIN, 0, 0, 0)
        self.dots = QWidget(self)
        self.dots.setToolTip("Press a colour to change it")
        self.dots.installEventFilter(self)
        self.updateRequest.connect(lambda *_: self.dots.update())

    def show_grades(self, grades: tuple[Grade, ...], *, fixed: bool) -> None:
        """Show these grades; `fixed` ones can be looked at only."""
        self._known = grades
        words = "\n".join(f"{grade.code} {grade.label}" for grade in grades)
        if words != self.toPlainText():
            self.setPlainText(words)
        self.setReadOnly(fixed)
        self.dots.setEnabled(not fixed)
        self.dots.update()

    def grades(self) -> tuple[Grade, ...]:
        """What is written now."""
        return read_grades(self.toPlainText(), self._known)

    def recolour(self, line: int) -> None:
        """Ask for another colour for the grade written in that line."""
        code = (self.document().findBlockByNumber(line).text().split(None, 1) or [""])[0]
        grade = next((held for held in self.grades() if held.code == code), None)
        colour = self._ask_colour(grade.colour) if grade is not None else ""
        if grade is not None and colour:
            others = tuple(held for held in self.grades() if held.code != code)
            self._known = (*others, Grade(code, grade.label, colour, grade.extra))
            self.dots.update()
            self.left.emit()

    def _lines(self) -> list[tuple[int, QRect, str]]:
        """Line number, place beside it and colour of every grade in view."""
        colours = {grade.code: grade.colour for grade in self.grades()}
        found, block = [], self.firstVisibleBlock()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset()).toRect()
            if place.top() > self.viewport().height():
                break
            code = (block.text().split(None, 1) or [""])[0]
            if code in colours:
                found.append((block.blockNumber(), place, colours[code]))
            block = block.next()
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the colours, and take presses on them."""
        if watched is self.dots and isinstance(event, QPaintEvent):
            painter = QPainter(self.dots)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for _, place, colour in self._lines():
                painter.setBrush(QColor(colour))
                painter.drawEllipse(QPointF(MARGIN / 2 + 2, place.center().y() + 1), DOT, DOT)
            painter.end()
            return True
        if watched is self.dots and isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            for line, place, _ in self._lines():
                if place.top() <= event.position().y() <= place.bottom():
                    self.recolour(line)
                    break
            return True
        if watched is self and event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.viewport().geometry()
        self.dots.setGeometry(QRect(inside.left() - MARGIN, inside.top(), MARGIN, inside.height()))


def read_grades(words: str, before: tuple[Grade, ...]) -> tuple[Grade, ...]:
    """Grades written one a line as code and wording; a code that was there keeps its colour, others get the next."""
    known = {grade.code: grade for grade in before}
    lines = [line.split(None, 1) for line in words.splitlines() if line.strip()]
    found: dict[str, Grade] = {}
    for number, parts in enumerate(lines):
        spread = number * (len(COLOURS) - 1) // max(1, len(lines) - 1)
        held = known.get(parts[0])
        label = parts[1] if len(parts) > 1 else parts[0]
        grade = Grade(parts[0], label, held.colour if held else COLOURS[spread], held.extra if held else {})
        found.setdefault(parts[0], grade)
    return tuple(found.values())
