"""A heading inside a menu."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu


def begin_section(menu: QMenu, title: str) -> None:
    """Head the actions that follow; Qt's own `addSection` shows a bare line where a style sheet dresses the menu."""
    if not menu.isEmpty():
        menu.addSeparator()
    menu.addAction(title).setEnabled(False)
