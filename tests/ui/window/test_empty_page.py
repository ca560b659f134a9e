"""The page of an empty desk: what it says is set with care."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.ui.settings import Settings
from reader.ui.window.empty_page import EmptyPage


def lines(label: QLabel, width: int) -> list[str]:
    """The words of a label as they stand on its lines."""
    layout = QTextLayout(label.text(), label.font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignHCenter))
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(label.text()[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return found


def test_no_word_stands_alone_on_a_last_line(qtbot: QtBot) -> None:
    page = EmptyPage(Settings())
    qtbot.addWidget(page)
    for name in ("emptyTitle", "emptyWords", "emptyFormats"):
        label = page.findChild(QLabel, name)
        for width in range(380, 700):
            assert len(lines(label, width)[-1].split()) > 3
