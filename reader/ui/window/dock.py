"""A dock whose title is its tab while it shares its place with others, and a bar of its own otherwise."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QSizePolicy, QToolButton, QWidget

from reader.ui.looks.elided_label import ElidedLabel
from reader.ui.looks.theme import Theme, icon

BUTTON = 24
"""Pixels of a button in the bar: large enough to be hit (WCAG 2.2, 2.5.8)."""


class DockTitle(QWidget):
    """The bar above a dock: its title, what the widget in it offers, and buttons to float and to close it."""

    def __init__(self, dock: Dock, theme: Theme) -> None:
        super().__init__(dock)
        self.setObjectName("dockTitle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = ElidedLabel(dock.windowTitle(), self)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        dock.windowTitleChanged.connect(self.words.setText)
        self.floater, self.closer = QToolButton(self), QToolButton(self)
        self.floater.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
        self.closer.clicked.connect(dock.close)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 3, 6, 1)
        self.row.setSpacing(4)
        self.row.addWidget(self.words, 1)
        for button, does in ((self.floater, "Float or dock"), (self.closer, "Close")):
            button.setFixedSize(BUTTON, BUTTON)
            button.setIconSize(QSize(14, 14))
            button.setToolTip(does)
            button.setAccessibleName(f"{does}: {dock.place_title}")
            self.row.addWidget(button)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the buttons in the colours of another theme."""
        self.floater.setIcon(icon("float", theme, "muted"))
        self.closer.setIcon(icon("close", theme, "muted"))


class _NoBar(QWidget):
    """No bar at all. It says so itself: a bare widget wants a height of -1, of which Qt before 6.10 complains."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(0)

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class Dock(QDockWidget):
    """Holds one widget, made by somebody else later; a widget may have `tools`, which stand in the bar then."""

    def __init__(self, name: str, title: str, theme: Theme, parent: QMainWindow) -> None:
        super().__init__(title, parent)
        self.place_title, self.theme = title, theme
        self.setObjectName(name)
        self._no_bar = _NoBar()
        self._bar: DockTitle | None = None
        self.topLevelChanged.connect(lambda _floating: self.fit_title())

    def fit_title(self) -> None:
        """Hide the bar when a tab says the same."""
        window = self.parent()
        if isinstance(window, QMainWindow) and window.tabifiedDockWidgets(self) and not self.isFloating():
            self._put(self._no_bar)
        elif self.isVisible():
            self._bar = self._bar or DockTitle(self, self.theme)
            self._put(self._bar)
        self._put_tools()

    def _put(self, bar: QWidget) -> None:
        if self.titleBarWidget() is not bar:
            self.setTitleBarWidget(bar)
            bar.show()

    def _put_tools(self) -> None:
        tools = getattr(self.widget(), "tools", None)
        if not isinstance(tools, QWidget):
            return
        if self._bar is not None and self.titleBarWidget() is self._bar:
            self._bar.row.insertWidget(1, tools)
            self._bar.setProperty("plain", True)
            self._bar.style().polish(self._bar)
        else:
            self.widget().take_tools_back()  # type: ignore[attr-defined]
        tools.show()

    def set_theme(self, theme: Theme) -> None:
        """Dress the bar and what is in the dock in another theme."""
        self.theme = theme
        if self._bar is not None:
            self._bar.set_theme(theme)
        if self.widget() is not None:
            self.widget().set_theme(theme)  # type: ignore[attr-defined]
