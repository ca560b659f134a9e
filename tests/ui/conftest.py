"""A window with its session for every test that asks, and two small articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.looks.theme import load_theme
from reader.ui.session import Session
from reader.ui.window import MainWindow

FIRST = """Ferry fire off Port Amara

A fire broke out on the ferry Stella Nova near Port Amara on 3 May 2021. Captain Ilse Brandt said 240 passengers were
taken off. The harbour office in Port Amara counted nine injured.
"""
SECOND = """Blaze on a ferry

The Stella Nova burned for six hours off Port Amara, Ilse Brandt told reporters on 4 May 2021. At least 260 passengers
left the ship, and nine were injured.
"""


@pytest.fixture
def articles(tmp_path) -> list[Path]:
    paths = [tmp_path / "first.txt", tmp_path / "second.txt"]
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def window(qtbot):
    made = MainWindow(Session(), load_theme("light"))
    qtbot.addWidget(made, before_close_func=lambda held: held.session.workspace.undo_stack.setClean())
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.session.close()


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which looks as before afterwards."""
    before = qapp.style().objectName(), qapp.palette(), qapp.font(), qapp.styleSheet()
    flash = qapp.cursorFlashTime()
    yield qapp
    qapp.setCursorFlashTime(flash)
    qapp.setStyleSheet(before[3])
    qapp.setStyle(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])


@pytest.fixture(autouse=True)
def buttons_up() -> Iterator[None]:
    """No mouse button counts as held in the next test, even where what was pressed went away before the release."""
    yield
    if QGuiApplication.instance() is not None and QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
        QTest.mouseRelease(QWidget(), Qt.MouseButton.LeftButton)
