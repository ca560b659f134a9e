"""The window around the panes: menus, toolbar, docks, status bar, messages, and the page of an empty desk."""

from reader.ui.window.main_window import MainWindow

__all__ = ["MainWindow"]
