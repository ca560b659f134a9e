"""The parts of the menus that change and that no table can hold: undo, recent projects, panels, choices."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from reader.ui.window.main_window import MainWindow


class LiveMenus:
    """Puts them into the menu bar of a window when that is filled; each is filled itself when it is opened."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._borrowed: dict[QMenu, QMenu] = {}

    def fill(self) -> None:
        """Put them there."""
        self._add_undo()
        self._add_recent()
        self._add_panels()
        self._add_borrowing("Choices for &these words", self._place_menu, "Click into a pane first")
        self._add_borrowing("The chosen &line of the ledger", self._row_menu, "Choose a line under Compare first")
        self._add_naming()
        self._window.menus.menu("View/Arrange panes").aboutToShow.connect(self._mark_shape)

    def _mark_shape(self) -> None:
        desk = self._window.centre.desk
        for shape in ("auto", "row", "grid"):
            chosen = desk is not None and desk.stage.arrangement.shape == shape
            self._window.menus.action(f"shape_{shape}").setChecked(chosen)

    def _add_undo(self) -> None:
        window, edit = self._window, self._window.menus.menu("Edit")
        stack = window.session.workspace.undo_stack
        undo, redo = stack.createUndoAction(window, "&Undo"), stack.createRedoAction(window, "&Redo")
        undo.setShortcut("Ctrl+Z")
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        first = edit.actions()[0]
        edit.insertActions(first, [undo, redo])
        edit.insertSeparator(first)
        window.menus.actions.update(undo=undo, redo=redo)

    def _add_recent(self) -> None:
        from reader.ui.window.menus.recent_menu import RecentMenu  # neither this nor the other before the first paint

        window = self._window
        recent = RecentMenu(window.session.settings, window)
        recent.project_asked.connect(window.files.open_project)
        recent.locate_asked.connect(window.files.locate)
        window.menus.menu("File").insertMenu(window.menus.actions["add"], window.menus.keep_keys(recent))

    def _add_panels(self) -> None:
        menus = self._window.menus
        self._panels = QMenu("Pa&nels", self._window)
        menus.menu("View").insertMenu(menus.actions["overview"], menus.keep_keys(self._panels))

    def add_panels(self) -> None:
        """Offer the docks, now that there are any."""
        self._panels.addActions([dock.toggleViewAction() for dock in self._window.docking.docks.values()])

    def _add_naming(self) -> None:
        from reader.ui.window.menus.naming_menu import NamingMenu

        menus, naming = self._window.menus, NamingMenu(self._window.session.workspace, self._window)
        menus.menu("Compare").insertMenu(menus.actions["again"], menus.keep_keys(naming))

    def _add_borrowing(self, title: str, made: Callable[[], QMenu | None], otherwise: str) -> None:
        menus = self._window.menus
        menu = QMenu(title, self._window)
        menu.aboutToShow.connect(lambda: self._borrow(menu, made, otherwise))
        menus.menu("Compare").insertMenu(menus.actions["again"], menus.keep_keys(menu))

    def _borrow(self, menu: QMenu, made: Callable[[], QMenu | None], otherwise: str) -> None:
        """Show the actions of the menu that a press of the right button would show."""
        old = self._borrowed.pop(menu, None)
        menu.clear()
        if old is not None:
            old.deleteLater()
        lent = made()
        if lent is None:
            menu.addAction(_grey(otherwise, menu))
            return
        self._borrowed[menu] = lent
        menu.addActions(lent.actions())

    def _place_menu(self) -> QMenu | None:
        desk = self._window.centre.desk
        return desk.menu.for_active() if desk is not None else None

    def _row_menu(self) -> QMenu | None:
        from reader.ui.docks import ComparePanel  # when the menu is opened

        panel = self._window.docking.docks["compare"].widget()
        if not isinstance(panel, ComparePanel):
            return None
        row = panel.verbs.chosen()
        return panel.verbs.menu_for(row) if row is not None else None


def _grey(words: str, parent: QMenu) -> QAction:
    action = QAction(words, parent)
    action.setEnabled(False)
    return action
