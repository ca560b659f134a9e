"""The small bar beside a selection: rate, tag, note, highlight, link, without taking the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.text import Span
from reader.ui.docks.annotating.actions import AnnotateActions
from reader.ui.docks.codebook.tag_chooser import TagChooser
from reader.ui.docks.parts.panel_style import panel_style
from reader.ui.theme import Theme
from reader.ui.workspace import Workspace

GAP = 6


class SelectionBar(QFrame):
    """A child of the window that stands just below the selection.

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
        row = QHBoxLayout()
        row.setSpacing(1)
        for action in (*actions.ratings, actions.tag, actions.note, actions.highlight, actions.link):
            row.addWidget(self._button(action))
        self.words = QLabel(self)
        self.words.setProperty("role", "hint")
        self._linking = ""
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 3, 4, 4)
        box.setSpacing(1)
        box.addLayout(row)
        box.addWidget(self.words)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.place)
        self.set_theme(theme)
        self.hide()
        workspace.selection_changed.connect(self._selection_changed)
        actions.verbs.tagging_wanted.connect(self._choose_tag)
        actions.verbs.link_begun.connect(self._link_begun)
        window.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.setStyleSheet(panel_style(theme))
        self.chooser.setStyleSheet(panel_style(theme))

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(action.trigger)
        key = action.shortcut().toString()
        rating = action in self._actions.ratings

        def follow() -> None:
            button.setText(action.text().split(" ")[0] if rating else action.text().rstrip("…").removeprefix("Plain "))
            button.setToolTip(f"{action.text()}  ({key})" if not rating else action.text())
            button.setAccessibleName(action.text())
            button.setVisible(action.isVisible())

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
        self._linking = f"Linking from “{words}”: select the other passage, then L" if words else ""
        self._tell()

    def _selection_changed(self, key: str, span: Span | None) -> None:
        if span is None or not len(span):
            self.hide()
            return
        self._later.start()

    def place(self) -> None:
        """Stand below the selection, or above it when there is no room; hide when it is out of view."""
        if self._workspace.selection is None:
            self.hide()
            return
        if QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._later.start(60)
            return
        rect = self._rect()
        window = self._window
        if rect is None or rect.isNull():
            self.hide()
            return
        self._tell()
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
            if kind in (QEvent.Type.Resize, QEvent.Type.Wheel, QEvent.Type.LayoutRequest) and not self.isHidden():
                self._later.start()
        elif kind == QEvent.Type.Enter and isinstance(watched, QToolButton):
            self._tell(watched.toolTip())
        elif kind == QEvent.Type.Leave:
            self._tell()
        return super().eventFilter(watched, event)
