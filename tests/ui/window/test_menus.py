"""The menus by keyboard: every line has a letter of its own, so that Alt and two letters reach any command."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QTextBrowser

from reader.notes import add_source
from reader.text import Article, Span
from reader.ui.looks.theme import load_theme
from reader.ui.panes.page.painting import UNDERLINES
from reader.ui.session import Session
from reader.ui.window import MainWindow
from reader.ui.window.dialogs.keys_dialog import KeysDialog
from reader.ui.window.dialogs.legend import FILLED, UNDERLINED, legend
from reader.ui.window.docking import DOCKS
from tests.ui.windows import drop, opened, sources


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
    dialog = KeysDialog(load_theme("light"), None)
    qtbot.addWidget(dialog)
    document = dialog.findChild(QTextBrowser).document()
    cursor = document.find("Ctrl+N")
    assert cursor.charFormat().fontWeight() == 600


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_help_shows_every_mark_and_what_it_means(theme, qtbot):
    dialog = KeysDialog(load_theme(theme), None)
    qtbot.addWidget(dialog)
    document = dialog.findChild(QTextBrowser).document()
    marks = list(legend(load_theme(theme), 1.0))
    assert {role for role, *_ in (*UNDERLINED, *FILLED)} >= set(UNDERLINES)
    for n, (picture, meaning) in enumerate(marks):
        held = document.resource(QTextDocument.ResourceType.ImageResource, QUrl(f"mark:{n}"))
        assert held == picture and not document.find(meaning[1:]).isNull()
    assert len({bytes(picture.constBits()) for picture, _ in marks}) == len(marks)


def test_the_help_says_what_every_plot_shows(qtbot):
    dialog = KeysDialog(load_theme("light"), None)
    qtbot.addWidget(dialog)
    document = dialog.findChild(QTextBrowser).document()
    plots = [spec.title.removesuffix(" of dates mentioned") for spec in DOCKS if "plots" in spec.widget]
    assert len(plots) == 3 and not any(document.find(plot).isNull() for plot in plots)


@pytest.fixture
def young(qtbot, articles):
    """A window with two sources of which only what is painted first was made."""
    made = MainWindow(Session(), load_theme("light"))
    qtbot.addWidget(made, before_close_func=lambda held: held.session.workspace.undo_stack.setClean())
    made.completing.begin = lambda: None
    made.painted.disconnect()
    for path in articles:
        article = Article.from_text(path.read_text(encoding="utf-8"), key=path.name)
        made.session.workspace.edit("Add", lambda project, new=article: add_source(project, new))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.session.close()


def test_keys_that_come_before_the_menus_are_filled_do_what_they_ask_for(young) -> None:
    view = young.centre.desk.panes[0].view
    assert not young.menus.title("File").actions()
    QTest.keyClick(view, Qt.Key.Key_F9)
    assert young.docking.plots_shown and young.menus.menu("File").actions()
    QTest.keyClick(view, Qt.Key.Key_F9)
    assert not young.docking.plots_shown


def test_a_letter_that_is_no_command_is_left_to_the_pane_that_has_the_keyboard(young) -> None:
    QTest.keyClick(young.centre.desk.panes[0].view, Qt.Key.Key_X)
    assert young.menus.actions["undo"].isEnabled()


def test_a_menu_opened_before_the_menus_are_filled_is_whole(young) -> None:
    menu = young.menus.title("Compare")
    menu.aboutToShow.emit()
    assert [action.objectName() for action in menu.actions()][:2] == ["next_difference", "previous_difference"]
    assert all(young.menus.actions[name].isEnabled() for name in ("next_difference", "swap", "pane_2"))
    assert not young.menus.actions["pane_3"].isEnabled()


def test_files_dropped_on_a_window_that_has_no_docks_yet_are_read(young, qtbot, tmp_path) -> None:
    path = tmp_path / "third.txt"
    path.write_text("A third account of the fire.", encoding="utf-8")
    drop(young, [path])
    qtbot.waitUntil(lambda: len(sources(young)) == 3, timeout=30000)
    assert not young.docking.made


def test_the_menu_marks_how_the_panes_are_arranged(window, qtbot, articles):
    def marked() -> list[str]:
        window.menus.menu("View/Arrange panes").aboutToShow.emit()
        return [name for name in ("auto", "row", "grid") if window.menus.action(f"shape_{name}").isChecked()]

    opened(window, qtbot, articles)
    assert marked() == ["auto"]
    window.menus.action("shape_row").trigger()
    assert marked() == ["row"] and window.centre.desk.stage.arrangement.shape == "row"
    window.menus.action("shape_row").trigger()
    assert marked() == ["row"]
