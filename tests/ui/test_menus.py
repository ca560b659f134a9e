"""The menus by keyboard: every line has a letter of its own, so that Alt and two letters reach any command."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QTextBrowser

from reader.text import Span
from reader.ui.window.keys_dialog import KeysDialog
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


def test_a_letter_typed_in_an_open_menu_chooses_there_and_is_no_key_of_the_panes(window, qtbot, articles, tmp_path):
    opened(window, qtbot, articles)
    assert window.session.saving.save(tmp_path / "work.diptych")
    pane = window.centre.desk.panes[0]
    qtbot.waitUntil(lambda: bool(window.annotate._bar))
    pane.view.setFocus()
    pane.view.select_span(Span(0, 10))
    qtbot.waitUntil(lambda: window.session.workspace.selection is not None)
    menu = window.menus.menu("File")
    menu.popup(window.mapToGlobal(window.rect().topLeft()))
    qtbot.keyClick(menu, Qt.Key.Key_L)
    assert not menu.isVisible()
    assert (tmp_path / "sources" / articles[0].name).exists()  # “Collect originals”
    assert window.statusBar().currentMessage() == ""  # no link was begun
    assert window.session.workspace.undo_stack.undoText() == "Collect originals"


def test_the_bold_words_of_the_help_are_of_the_weight_that_is_bundled(qtbot):
    dialog = KeysDialog(None)
    qtbot.addWidget(dialog)
    document = dialog.findChild(QTextBrowser).document()
    cursor = document.find("Ctrl+N")
    assert cursor.charFormat().fontWeight() == 600
