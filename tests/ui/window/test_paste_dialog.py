"""Text that is pasted: what the reader knows of it overrules what it tells itself."""

from __future__ import annotations

import pytest

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
