"""The one-row toolbar: add, save, how to scroll, which layers to mark, the differences, and find."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from reader.ui.looks.style import set_look
from reader.ui.looks.theme import Theme

SWATCHES = {
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "names": "name",
    "numbers": "number",
    "dates": "date",
    "quotes": "quotation",
    "notes": "note_edge",
}
"""The colour role that stands for each layer."""

_LAYER_WORDS = {
    "people": ("People", "People"),
    "organisations": ("Organisations", "Groups"),
    "places": ("Places", "Places"),
    "numbers": ("Numbers", "Numbers"),
    "dates": ("Dates", "Dates"),
    "quotes": ("Quotes", "Quotes"),
}
"""The layers on the toolbar, with their words in a wide and in a narrow window."""

_WIDE, _NARROW = 1420, 1180  # pixels
_MARGIN = 4
"""Pixels around the buttons."""


class FindField(QLineEdit):
    """The field *Find in all sources*.

    Signals:
        searched(str): the words changed.
        stepped(int): Enter (+1) or Shift+Enter (-1).
        left(): Escape.
    """

    searched = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findField")
        self.setPlaceholderText("Find in all sources")
        self.setAccessibleName("Find in all sources")
        self.setToolTip("Find in all sources (Ctrl+F); Enter for the next place, Shift+Enter for the one before")
        self.setMinimumWidth(120)
        self.setMaximumWidth(260)
        self.textChanged.connect(self.searched)
        self.textChanged.connect(lambda: self.setClearButtonEnabled(True))  # there is nothing to clear before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class DeskBar(QToolBar):
    """Built from the actions of the menus, so that both always agree; it says less when the window is narrow."""

    def __init__(self, action: Callable[[str], QAction], theme: Theme, parent: QWidget | None = None) -> None:
        """`action` tells the action of a command by its name."""
        super().__init__("Toolbar", parent)
        self.setObjectName("deskBar")
        self.setMovable(False)
        self.setFloatable(False)
        self.setIconSize(QSize(16, 16))
        self.toggleViewAction().setEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._action = action
        self._mode = "aligned"
        self.set_theme(theme)  # before there are buttons, each of which would follow each change
        self._space(4)
        self._button("add", "Add sources")
        self._button("save", "Save")
        self.addSeparator()
        self.addWidget(self._scroll_button())
        self.addSeparator()
        self._layers = {key: self._button(f"layer_{key}", words[0]) for key, words in _LAYER_WORDS.items()}
        self.addSeparator()
        self.addWidget(self._differences())
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        self.field = FindField()
        self.addWidget(self.field)
        self._space(4)

    def set_theme(self, theme: Theme) -> None:
        """Paint the icons in the colours of a theme."""
        self._action("add").setIcon(_plus(theme.colour("text")))
        for key, role in SWATCHES.items():
            self._action(f"layer_{key}").setIcon(swatch(theme.colour(role), theme.colour("faint")))

    def set_scroll_mode(self, mode: str) -> None:
        """Say on the button how the panes scroll."""
        self._mode = mode
        set_look(self._scroll, "on", mode != "off")
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and (layout := self.layout()) is not None:
            layout.setContentsMargins(*[_MARGIN] * 4)  # each theme anew, or the desk below would jump

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All words, short words, or pictures, as there is room."""
        wide, narrow = self.width() >= _WIDE, self.width() < _NARROW
        icons = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for key, button in self._layers.items():
            self._action(f"layer_{key}").setIconText(_LAYER_WORDS[key][0 if wide else 1])
            button.setToolButtonStyle(icons)
        self._scroll.setText(f"Scroll: {self._mode}" if wide else self._mode.capitalize())
        self._difference_words.setVisible(not narrow)

    def _space(self, pixels: int) -> None:
        """Room at the ends; what margins a tool bar is given, its style takes away again."""
        space = QWidget()
        space.setFixedSize(pixels, 38)
        self.addWidget(space)

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        self._action(name).setIconText(words)
        self._action(name).setIconVisibleInMenu(False)
        button.setDefaultAction(self._action(name))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.addWidget(button)
        return button

    def _scroll_button(self) -> QToolButton:
        self._scroll = QToolButton()
        self._scroll.setObjectName("scrollMode")
        self._scroll.setToolTip("How the panes scroll together")
        self._scroll.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        menu = QMenu(self._scroll)
        menu.addActions([self._action(f"scroll_{mode}") for mode in ("aligned", "proportional", "off")])
        self._scroll.setMenu(menu)
        return self._scroll

    def _differences(self) -> QWidget:
        frame = QFrame()
        frame.setObjectName("differences")
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._difference_words = QLabel("Difference")
        left, right = Qt.ArrowType.LeftArrow, Qt.ArrowType.RightArrow
        for name, arrow in (("previous_difference", left), ("next_difference", right)):
            button = QToolButton()
            button.setDefaultAction(self._action(name))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setArrowType(arrow)
            button.setAccessibleName(self._action(name).text().replace("&", ""))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
            if arrow == left:
                row.addWidget(self._difference_words)
        return frame


def swatch(on: QColor, off: QColor) -> QIcon:
    """A small rounded square: filled when the layer is on, an outline when it is off."""
    icon = QIcon()
    for state, colour in ((QIcon.State.On, on), (QIcon.State.Off, off)):
        picture = QPixmap(32, 32)
        picture.setDevicePixelRatio(2)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour)
        if state == QIcon.State.On:
            painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(3.5, 3.5, 9, 9), 2.5, 2.5)
        painter.end()
        icon.addPixmap(picture, QIcon.Mode.Normal, state)
    return icon


def _plus(colour: QColor) -> QIcon:
    picture = QPixmap(32, 32)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.fillRect(QRectF(3.5, 7.25, 9, 1.5), colour)
    painter.fillRect(QRectF(7.25, 3.5, 1.5, 9), colour)
    painter.end()
    return QIcon(picture)
