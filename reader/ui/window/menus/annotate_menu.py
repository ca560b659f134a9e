"""The Annotate menu and the bar beside a selection, joined to the panes once there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction

from reader.ui.looks.theme import Theme
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QMenu

    from reader.ui.docks import SelectionBar
    from reader.ui.panes import Desk

_SOON = 30
"""Milliseconds after which new panes get the verbs: their text is painted first."""


class AnnotateMenu:
    """Says what to do while there is nothing to annotate; it is filled when the window was painted and has panes."""

    def __init__(self, menu: QMenu, workspace: Workspace, window: QMainWindow) -> None:
        self._menu, self._workspace, self._window = menu, workspace, window
        self._hint = QAction("Add a source first", window)
        self._hint.setEnabled(False)
        menu.addAction(self._hint)
        self._bar: SelectionBar | None = None
        self._theme: Theme | None = None
        self._desk: Desk | None = None
        self._begun = False

    def meet(self, desk: Desk, theme: Theme) -> None:
        """These are the panes."""
        self._desk, self._theme = desk, theme
        if self._begun:
            QTimer.singleShot(_SOON, self._window, self.begin)

    def begin(self) -> None:
        """From now on panes get the verbs as soon as there are any."""
        self._begun = True
        if self._desk is not None and self._theme is not None:
            self._join(self._desk, self._theme)

    def _join(self, desk: Desk, theme: Theme) -> None:
        """Give the verbs, their keys and the bar to the panes."""
        from reader.ui.docks import AnnotateActions, AnnotateVerbs, SelectionBar

        verbs = AnnotateVerbs(self._workspace, self._window)
        verbs.link_begun.connect(self._tell_link)
        actions = AnnotateActions(verbs, self._window)
        self._menu.removeAction(self._hint)
        for action in actions.menu_actions():
            if action is None:
                self._menu.addSeparator()
            else:
                self._menu.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction("&Codebook…", self._open_codebook)
        self._menu.addAction("Agreement &between readers…", self._show_agreement)
        actions.for_panes(desk)
        desk.menu.annotating = actions.menu_actions()
        self._bar = SelectionBar(self._workspace, theme, actions, desk.selection_rect, self._window)

    def _open_codebook(self) -> None:
        from reader.ui.docks import CodebookDialog

        if self._theme is not None:
            CodebookDialog.ask(self._workspace, self._theme, self._window)

    def _show_agreement(self) -> None:
        from reader.ui.docks import AgreementDialog

        if self._theme is not None:
            AgreementDialog.ask(self._workspace, self._theme, self._window)

    def _tell_link(self, words: str) -> None:
        held = f"One end of a link is “{words}”. Select its other end in another pane and press L again; Esc drops it."
        self._window.statusBar().showMessage(held if words else "")

    def set_theme(self, theme: Theme) -> None:
        """Dress the bar in another theme."""
        self._theme = theme
        if self._bar is not None:
            self._bar.set_theme(theme)
