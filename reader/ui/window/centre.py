"""The middle of the window: the messages, and below them the panes, or the page of an empty desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.ui.looks.theme import Theme
from reader.ui.settings import Settings
from reader.ui.window.messages import MessageBar
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from reader.ui.panes import Desk
    from reader.ui.window.empty_page import EmptyPage


class Centre(QWidget):
    """Makes the panes when the first source comes, and the page of an empty desk when it is first to be seen.

    Signals:
        desk_made(object): the panes were made; the widget.
        empty_made(object): the page of an empty desk was made; the widget.
    """

    desk_made = Signal(object)
    empty_made = Signal(object)

    def __init__(self, workspace: Workspace, settings: Settings, make_desk: Callable[[], Desk]) -> None:
        super().__init__()
        self._workspace, self._settings, self._make_desk = workspace, settings, make_desk
        self._empty: EmptyPage | None = None
        self.desk: Desk | None = None
        self.messages = MessageBar()
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)

    @property
    def empty(self) -> EmptyPage:
        """The page of an empty desk."""
        if self._empty is None:
            from reader.ui.window.empty_page import EmptyPage  # a window may open with sources

            self._empty = EmptyPage(self._settings)
            self._stack.addWidget(self._empty)
            self.empty_made.emit(self._empty)
        return self._empty

    def refresh(self) -> None:
        """The panes when there are sources, else the page of an empty desk."""
        sources = bool(self._workspace.project.sources)
        if sources and self.desk is None:
            self.desk = self._make_desk()
            self._stack.addWidget(self.desk)
            self.desk_made.emit(self.desk)
        if not sources and not self.isVisible():
            return  # sources may come before the window is shown
        if not sources:
            self.empty.refresh()
        shown = self.desk if sources and self.desk is not None else self.empty
        if shown is not self._stack.currentWidget():
            self._stack.setCurrentWidget(shown)
            self.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        super().showEvent(event)

    def take_focus(self) -> None:
        """Give the keyboard to the panes, or to the page of an empty desk."""
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Dress the panes in another theme."""
        if self.desk is not None:
            self.desk.set_theme(theme)
