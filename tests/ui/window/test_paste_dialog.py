"""Text that is pasted: what the reader knows of it overrules what it tells itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reader.ui.window.dialogs.paste_dialog import PasteDialog

WORDS = "Ferry aground\n\nBy Ana Lind, Coast Agency\n\nTARVIK, 3 May 2021 - The ferry ran aground at six.\n"


@pytest.fixture
def dialog(qtbot):
    made = PasteDialog(WORDS)
    qtbot.addWidget(made)
    return made


def test_what_is_left_empty_is_taken_from_the_text(dialog):
    dialog.accept()
    article = dialog.article
    assert (article.title, article.publisher, str(article.published)) == ("Ferry aground", "Coast Agency", "2021-05-03")


def test_what_the_reader_says_holds(dialog):
    dialog.outlet.setText("Tarvik Post")
    dialog.published.setText("2021-05-04")
    dialog.accept()
    article = dialog.article
    assert (article.publisher, str(article.published)) == ("Tarvik Post", "2021-05-04")
    assert article.provenance.published_how == ""


def test_what_is_no_day_is_told_and_asked_again(dialog):
    dialog.published.setText("yesterday")
    dialog.accept()
    assert dialog.article is None and "not a day" in dialog._hint.text()


@pytest.mark.parametrize("leave", ["escape", "close"])
def test_what_the_reader_wrote_is_let_go_only_when_asked_twice(dialog, qtbot, leave):
    dialog.open()
    dialog.text.appendPlainText("A line of the reader's own.")
    presses = {"escape": lambda: qtbot.keyClick(dialog, Qt.Key.Key_Escape), "close": dialog.close}
    presses[leave]()
    assert dialog.isVisible() and "not kept" in dialog._hint.text()
    presses[leave]()
    assert not dialog.isVisible() and dialog.article is None


def test_what_came_from_the_clipboard_and_was_left_as_it_is_goes_at_once(dialog, qtbot):
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
