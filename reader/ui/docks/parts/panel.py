"""What every dock panel is: a widget that shows the workspace in a theme."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.ui.docks.parts.panel_style import panel_style
from reader.ui.looks.theme import Theme
from reader.ui.workspace import Workspace


class Panel(QWidget):
    """A dock's content; `set_theme` may be called at any time."""

    def __init__(self, workspace: Workspace, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.theme = theme
        self.setObjectName(name.replace(" ", ""))
        self.setAccessibleName(name)
        self.setStyleSheet(panel_style(theme))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.theme = theme
        self.setStyleSheet(panel_style(theme))
        self.update()


def empty_hint(words: str, panel: QWidget) -> QLabel:
    """What a panel says while it has nothing to show."""
    label = hint(words, panel)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setContentsMargins(12, 12, 12, 12)
    return label


def scrolling(page: QWidget, parent: QWidget) -> QScrollArea:
    """An area without a frame in which a page is scrolled up and down, never sideways."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it is scrolled to; a stop without a name says nothing
    area.setWidget(page)
    return area


def lay_out_list(panel: QWidget, bar: QWidget, below: Sequence[QWidget]) -> None:
    """Put a filter bar above the widgets of a list, the last of which takes the room."""
    box = QVBoxLayout(panel)
    box.setContentsMargins(0, 8, 0, 0)
    box.setSpacing(8)
    for widget in (bar, *below):
        box.addWidget(widget)
    box.setStretchFactor(below[-1], 1)


def keep_key(key: str, taker: QWidget, verb: Callable[[], object]) -> None:
    """Let a key do something while that widget itself has the focus, and only then."""
    shortcut = QShortcut(QKeySequence(key), taker)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)  # as a keyword of the constructor it is not heeded
    shortcut.activated.connect(lambda: verb())


def on_press(button: QAbstractButton, verb: Callable[[], object]) -> None:
    """Call `verb` without arguments when the button is pressed."""
    button.clicked.connect(lambda: verb())


def heading(text: str, parent: QWidget | None = None) -> QLabel:
    """A quiet title above a field."""
    label = QLabel(text, parent, textFormat=Qt.TextFormat.PlainText)
    label.setProperty("role", "heading")
    return label


def hint(text: str = "", parent: QWidget | None = None) -> QLabel:
    """Small secondary text that wraps."""
    label = QLabel(text, parent, textFormat=Qt.TextFormat.PlainText)
    label.setProperty("role", "hint")
    label.setWordWrap(True)
    return label
