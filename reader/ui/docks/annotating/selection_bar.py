"""The small bar beside a selection: rate, tag, note, highlight, link, without taking the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from reader.text import Span
from reader.ui.docks.annotating.actions import AnnotateActions
from reader.ui.docks.codebook.tag_chooser import TagChooser
from reader.ui.docks.parts.panel_style import panel_style
from reader.ui.looks.theme import Theme
from reader.ui.workspace import Workspace

GAP = 6
PART = 1200
"""Milliseconds the bar stays once a note was given, so that a second verb can follow; longer under the pointer."""


class SelectionBar(QFrame):
    """A child of the window that stands just below the selection.

    It goes with Escape, when the words move on the screen, and when the reader turns to another passage, row, note or
    widget; its own buttons and the list of tags keep it. The next selection brings it back.

    `rect_of_selection()` gives the selection's rectangle in global pixels, or None when it is not in view.
    """

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        actions: AnnotateActions,
        rect_of_selection: Callable[[], QRect | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.setObjectName("selectionBar")
        self.setAccessibleName("Annotate the selection")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoFillBackground(True)
        self._workspace, self._actions, self._rect, self._window = workspace, actions, rect_of_selection, window
        self.chooser = TagChooser(workspace, theme, self)
        self.chooser.picked.connect(actions.verbs.put_tag)
        self.chooser.named.connect(actions.verbs.put_new_tag)
        self.words = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self.words.setProperty("role", "hint")
        self._linking = ""
        self._home: QWidget | None = None
        self._placed = QRect()
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.place)
        self._part = QTimer(self, singleShot=True, interval=PART)
        self._part.timeout.connect(self._part_now)
        self.set_theme(theme)
        self.hide()
        workspace.selection_changed.connect(self._selection_changed)
        actions.verbs.tagging_wanted.connect(self._choose_tag)
        actions.verbs.link_begun.connect(self._link_begun)
        window.installEventFilter(self)
        self._leave_when_the_reader_turns_away()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(6, 5, 6, 5)
        box.setSpacing(1)
        row, held = QHBoxLayout(), self._actions
        box.addLayout(row)
        row.setSpacing(1)
        for action in (*held.ratings, held.tag, held.note, held.highlight, held.link):
            row.addWidget(self._button(action))
        self._adder = self._button(held.add_passage, "Add to note")
        row.addWidget(self._adder)
        box.addWidget(self.words)

    def _leave_when_the_reader_turns_away(self) -> None:
        space = self._workspace
        space.passage_chosen.connect(lambda *_: self.leave())
        space.places_chosen.connect(lambda _: self.leave())
        space.row_chosen.connect(lambda row: self.leave() if row else None)
        space.note_chosen.connect(self._note_chosen)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.setStyleSheet(panel_style(theme))
        self.chooser.setStyleSheet(panel_style(theme))

    def _button(self, action: QAction, name: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(action.trigger)
        key = action.shortcut().toString()
        rating = action in self._actions.ratings

        def follow() -> None:
            word = action.text().split(" ")[0] if rating else action.text().rstrip("…").split(" ")[-1].capitalize()
            button.setText(name or word)
            button.setToolTip(f"{action.text()}  ({key})" if not rating else action.text())
            button.setAccessibleName(action.text())
            button.setVisible(action.isVisible() and (not name or self._actions.verbs.may_add_passage()))

        action.changed.connect(follow)
        follow()
        button.installEventFilter(self)
        return button

    def _tell(self, words: str = "") -> None:
        """The wording of what is under the mouse, else what the keys do; a digit never stands alone."""
        grades = self._actions.verbs.grades()
        keys = f"1 {grades[0].label.lower()} … {len(grades)} {grades[-1].label.lower()}" if grades else ""
        self.words.setText(words or self._linking or f"{keys}  ·  T tag  N note  H highlight  L link")

    def _link_begun(self, words: str) -> None:
        self._linking = f"Linking from “{words}”: select the other passage, then L; Esc drops it" if words else ""
        self._tell()

    def _selection_changed(self, key: str, span: Span | None) -> None:
        if span is None or not len(span):
            self.leave()
            return
        self._later.start()

    def leave(self) -> None:
        """Go until the next selection."""
        self._later.stop()
        self._part.stop()
        self.hide()

    def _note_chosen(self, note_id: str) -> None:
        present = self._actions.verbs.present_note()
        if note_id and (present is None or present.id != note_id):
            self.leave()
        elif note_id and not self.isHidden():
            self._part.start()

    def _part_now(self) -> None:
        if self.underMouse() or self.chooser.isVisible():
            self._part.start()
        else:
            self.leave()

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isHidden() or now is None or now is self._home:
            return
        widget: QWidget | None = now
        while widget is not None and widget is not self:
            widget = widget.parentWidget()  # the list of tags is a window, but a child of the bar
        if widget is None:
            self.leave()

    def _watch(self, home: QWidget | None) -> None:
        """Know the widget the words are selected in: its Escape and its scrolling send the bar away."""
        if home is self._home:
            return
        if self._home is not None and isValid(self._home):
            self._home.removeEventFilter(self)
            if isinstance(self._home, QAbstractScrollArea):
                self._home.verticalScrollBar().valueChanged.disconnect(self._scrolled)
        self._home = home
        if home is not None:
            home.installEventFilter(self)
        if isinstance(home, QAbstractScrollArea):
            home.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _scrolled(self) -> None:
        if not self.isHidden() and self._rect() != self._placed:
            self.leave()

    def place(self) -> None:
        """Stand below the selection, or above it when there is no room; hide when it is out of view."""
        if self._workspace.selection is None:
            self.leave()
            return
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._later.start(60)
            return
        rect = self._rect()
        window = self._window
        if rect is None or rect.isNull():
            self.leave()
            return
        self._placed = rect
        self._watch(window.focusWidget())
        self._tell()
        self._adder.setVisible(self._actions.verbs.may_add_passage())
        self.adjustSize()
        below = window.mapFromGlobal(rect.bottomLeft()) + QPoint(0, GAP)
        above = window.mapFromGlobal(rect.topLeft()) - QPoint(0, GAP + self.height())
        fits = below.y() + self.height() <= window.height()
        spot = below if fits else above
        spot.setX(max(4, min(spot.x(), window.width() - self.width() - 4)))
        self.move(spot)
        self.show()
        self.raise_()

    def _choose_tag(self) -> None:
        rect = self._rect() if self._workspace.selection is not None else None
        if rect is None:
            window = self._window
            at = window.mapToGlobal(QPoint(window.width() // 2 - 120, window.height() // 3))
        else:
            at = rect.bottomLeft() + QPoint(0, GAP)
        note = self._actions.verbs.present_note()
        self.chooser.open_at(at, note.tags if note else ())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the selection when the window changes its size or its parts, and say what a button means."""
        kind = event.type()
        if watched is self._window:
            if kind in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and not self.isHidden():
                self._later.start()
        elif watched is self._home:
            if kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and (self._linking or not self.isHidden()):
                return self._left_by(event)
        elif kind == QEvent.Type.Enter and isinstance(watched, QToolButton):
            self._tell(watched.toolTip())
        elif kind == QEvent.Type.Leave:
            self._tell()
        return super().eventFilter(watched, event)

    def _left_by(self, event: QEvent) -> bool:
        """Take Escape from the words' widget while the bar stands there or an end of a link is held; the next Escape is
        the window's again."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.leave()
            self._actions.verbs.drop_link()
        return True
