"""The head of a pane: letter, title, where it comes from, how reliable it is, and what can be done with the pane."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from reader.notes import Project, Scheme, Source, find_scheme
from reader.ui.looks.elided_label import ElidedLabel
from reader.ui.looks.theme import SANS, Theme, font, icon
from reader.ui.looks.tips import tip
from reader.ui.wording import counted, shortened


class _Chip(QWidget):
    """The letter of the source on its own colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(24, 24)
        self.letter, self.colour, self.ink = "", QColor(), QColor()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.setPen(self.ink)
        painter.setFont(font(SANS, 13, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.letter)


VERBS = {
    "rename": "&Rename…",
    "left": "Move &left",
    "right": "Move ri&ght",
    "maximise": "&Maximise or restore",
    "hide": "&Hide this pane",
    "show_all": "&Show all panes",
    "close": "&Close source",
}
"""What can be done with a pane, and how its menu says so."""
_NARROW = 280
"""Pixels of a head below which it is short of words."""
_ROOMY = 420
"""Pixels of a head below which a button that says no grade is short, so that the facts are whole."""
LOW = 300
"""Pixels of a pane below which its head is one line, which leaves more of it to the text."""
_UNRATED = ("Rate reliability", "Rate")
_UNKNOWN = ("unknown outlet", "no date")
"""What is left out first where there is no room for all the facts; then the words, then the notes."""
_OUTLET = (36, 32, 28, 24, 20, 16, 12, 8)
"""To how many letters an outlet is shortened before its day has no room."""


class PaneHeader(QWidget):
    """A pane's head. Signals: `rated(str)` a grade code or ""; `asked(str)` a verb of the menu; `dragged(QPoint)` the
    pointer on the screen while the head is being dragged; `dropped(QPoint)` where it was let go."""

    rated = Signal(str)
    asked = Signal(str)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grab: QPoint | None = None
        self._facts = ["", "", "", ""]
        self._grade = ("", "")
        self._offered: tuple[Scheme | None, str] | None = None
        self._moving = self._low = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.chip = _Chip(self)
        self.title, self.facts = ElidedLabel(self), ElidedLabel(self)
        for words in (self.title, self.facts):
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            words.setMinimumWidth(24)
        self.reliability = QToolButton(self)
        self.reliability.setObjectName("reliability")
        self.reliability.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.reliability.setMenu(QMenu(self.reliability))
        self.maximise, self.more = QToolButton(self), QToolButton(self)
        self.maximise.clicked.connect(lambda: self.asked.emit("maximise"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self.pane_menu(self.more))
        self.maximise.setToolTip("Maximise this pane, or restore all")
        self.more.setToolTip("What to do with this pane")
        for button in (self.reliability, self.maximise, self.more):
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setIconSize(QSize(16, 16))
        self._arrange()
        self.set_theme(theme)

    def _arrange(self) -> None:
        self._all = row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 10, 7)
        row.setSpacing(9)
        row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        self._lines = words = QVBoxLayout()
        row.addLayout(words, 1)
        words.setSpacing(2)
        self._first = first = QHBoxLayout()
        words.addLayout(first)
        first.setSpacing(6)
        for widget, stretch in ((self.title, 1), (self.maximise, 0), (self.more, 0)):
            first.addWidget(widget, stretch)
        self._second = second = QHBoxLayout()
        words.addLayout(second)
        second.setSpacing(6)
        second.addWidget(self.facts, 1)
        second.addWidget(self.reliability)

    def fit_height(self, pane: int) -> None:
        """Take one line in a pane of so few pixels, with the facts in the tool tip, else two."""
        low = pane < LOW
        if low == self._low:
            return
        self._low = low
        self.facts.setVisible(not low)
        if low:
            self._first.insertWidget(1, self.reliability)
        else:
            self._second.addWidget(self.reliability)
        self._lines.setSpacing(0 if low else 2)
        around = 4 if low else 7
        self._all.setContentsMargins(12, around, 10, around)
        self._show_facts()
        self._fit()
        self._all.activate()

    def pane_menu(self, parent: QWidget) -> QMenu:
        """A menu of what can be done with the pane."""
        menu = QMenu(parent)
        for verb, words in VERBS.items():
            menu.addAction(words, lambda verb=verb: self.asked.emit(verb))
            if verb in ("rename", "right", "show_all"):
                menu.addSeparator()
        return menu

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self.theme = theme
        self.title.setFont(font(SANS, 14, bold=True))
        self.facts.setFont(font(SANS, 12))
        self.title.ink, self.facts.ink = theme.colour("ink"), theme.colour("muted")
        self.chip.colour, self.chip.ink = theme.colour("ink"), theme.colour("paper")
        self.reliability.setFont(font(SANS, 12))
        if not self.more.icon().isNull():
            self._draw_icons()
        self.update()

    def _draw_icons(self) -> None:
        for button, name in ((self.maximise, "maximise"), (self.more, "more")):
            button.setIcon(icon(name, self.theme, "muted"))

    def show_source(self, project: Project, source: Source, letter: str, words: int | None) -> None:
        """Say what is known about a source."""
        self.chip.letter = letter
        self.chip.update()
        self.title.setText(source.title)
        self._facts[:2] = [source.article.publisher or _UNKNOWN[0], _day(source)]
        self.show_words(words)
        scheme = find_scheme(project.codebook, source.scheme)
        self._offer(scheme, source.reliability)
        self.more.setAccessibleName(f"Pane {letter}: more")
        self.maximise.setAccessibleName(f"Pane {letter}: maximise or restore")

    def show_words(self, words: int | None) -> None:
        """Say how many words the source has; None while they have not been counted."""
        self._facts[2] = "" if words is None else counted(words, "word")
        self._show_facts()

    def show_notes(self, number: int) -> None:
        """Say on how many passages of the source there are notes."""
        self._facts[3] = counted(number, "note") if number else ""
        self._show_facts()

    def _show_facts(self) -> None:
        known = ["" if fact in _UNKNOWN else fact for fact in self._facts]
        outlet, day, _words, notes = known
        briefly = [[shortened(outlet, letters), day] for letters in _OUTLET if outlet and day]
        fewer = (known, [outlet, day, notes], [outlet, day], *briefly)
        self.facts.fewer = [" · ".join(filter(None, facts)) for facts in fewer if any(facts)]
        self.facts.setText(" · ".join(fact for fact in self._facts if fact))
        self.setToolTip(tip(self.facts.text()) if self._low else "")

    def _offer(self, scheme: Scheme | None, code: str) -> None:
        if self._offered == (scheme, code):
            return
        self._offered = (scheme, code)
        grades = scheme.reliability if scheme else ()
        chosen = next((g for g in grades if g.code == code), None)
        shown = f"{chosen.code} {chosen.label.lower()}" if chosen else _UNRATED[0]
        self._grade = (shown, chosen.code) if chosen else _UNRATED
        self._fit()
        told = f"{shown}\n" if chosen else ""  # where there is room for the grade alone
        self.reliability.setToolTip(f"{told}How reliable is this source? Judged apart from what it says.")
        self.reliability.setAccessibleName(f"Reliability of the source: {shown}" if chosen else shown)
        menu = self.reliability.menu()
        menu.clear()
        for grade in (*grades, None):
            text = f"{grade.code}   {grade.label}" if grade else "Not rated"
            action = QAction(text, menu, checkable=True, checked=(grade.code if grade else "") == code)
            action.triggered.connect(lambda _=False, grade=grade: self.rated.emit(grade.code if grade else ""))
            menu.addAction(action)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """Say the reliability in a word in a narrow pane, so that room is left for the outlet and the day."""
        rated = self._grade[1] != _UNRATED[1]
        short = self._low or self.width() < (_NARROW if rated else _ROOMY)
        self.reliability.setText(f"{self._grade[short]} ▾")

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self.theme.colour("panel"))  # a palette is lost where sheets change
        if self.more.icon().isNull():
            QTimer.singleShot(1, self, self._draw_icons)  # what reads SVG is loaded when the words can be read

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.more.menu().popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grab = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._grab is not None and (at - self._grab).manhattanLength() >= QApplication.startDragDistance():
            self._moving = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._moving:
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._moving:
            self.dropped.emit(event.globalPosition().toPoint())
        self._grab, self._moving = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.asked.emit("maximise")


def _day(source: Source) -> str:
    day = source.article.published
    return f"{day.day} {day:%b %Y}" if day else _UNKNOWN[1]
