"""A box to choose from, narrower than what is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from reader.ui.looks.choice import Choice
from reader.ui.looks.style import dress
from reader.ui.looks.theme import load_theme


@pytest.mark.parametrize(
    ("words", "cut"), [("A  Night breach at the dam kills 17, thousands leave", True), ("Dark", False)]
)
def test_what_does_not_fit_ends_in_an_ellipsis(qtbot: QtBot, dressed: QApplication, words: str, cut: bool) -> None:
    dress(dressed, load_theme("light"))
    choice = Choice()
    qtbot.addWidget(choice)
    choice.addItem(words)
    choice.resize(170, 28)
    with qtbot.waitExposed(choice):
        choice.show()
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    assert option.currentText.endswith("…") == cut
    assert choice.currentText() == words
