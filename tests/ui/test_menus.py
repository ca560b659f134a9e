"""The menus by keyboard: every line has a letter of its own, so that Alt and two letters reach any command."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from tests.ui.windows import opened


def letters(menu: QMenu) -> dict[str, list[str]]:
    """The lines of a menu by the letter that chooses them."""
    held: dict[str, list[str]] = {}
    for action in menu.actions():
        if not action.isSeparator():
            _, _, rest = action.text().replace("&&", "").partition("&")
            held.setdefault(rest[:1].lower(), []).append(action.text())
    return held


def test_every_line_of_the_menus_has_a_letter_of_its_own(window, qtbot, articles):
    opened(window, qtbot, articles)
    for title in ("File", "File/Export", "File/Import", "View", "View/Scrolling", "View/Layers", "View/Go to pane",
                  "View/Arrange panes", "Edit", "Compare", "Help"):  # fmt: skip
        for letter, lines in letters(window.menus.menu(title)).items():
            assert letter and len(lines) == 1, f"{title}: “{letter}” chooses {lines}"
