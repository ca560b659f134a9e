"""The main states of the window look as they were pinned, in both themes.

The pictures are in `pictures/` beside this file, at two fifths of their size. They are compared coarsely, because
another freetype draws letters a little differently: what counts is the colour and the amount of ink of every part of
the window. After a change of looks, look at the new pictures and pin them:

    DIPTYCH_REPIN=1 python -m pytest tests/ui/whole/test_pictures.py
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy
import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.analysis import Analysis
from reader.ui.looks.style import dress
from reader.ui.looks.theme import load_theme
from reader.ui.session import Session
from reader.ui.window import MainWindow
from tests.ui.whole import story

PICTURES = Path(__file__).parent / "pictures"
SIZE = QSize(1280, 760)
SCALE = 0.4
CELL = 16
"""Pixels of a pinned picture that are compared as one; about two words of the text, or a button."""
MEAN, WORST = 1.2, 11.0
"""How far colours (0-255) may be from the pinned ones: on average, and in the worst cell."""


def two(window: MainWindow) -> None:
    show(window, 2)


def row(window: MainWindow) -> None:
    show(window, 2)
    window.session.workspace.choose_row("R0")


def note(window: MainWindow) -> None:
    show(window, 2)
    window.session.workspace.choose_note("note-1")


def plots(window: MainWindow) -> None:
    show(window, 2)
    window.menus.actions["overview"].trigger()


def four(window: MainWindow) -> None:
    show(window, 4)
    window.session.workspace.choose_row("R0")


def empty(window: MainWindow) -> None:
    pass


STATES: dict[str, Callable[[MainWindow], None]] = {
    "two": two, "row": row, "note": note, "plots": plots, "four": four, "empty": empty,
}  # fmt: skip


def show(window: MainWindow, count: int) -> None:
    workspace = window.session.workspace
    workspace.start_with(story.project(count))
    workspace.show_comparison(story.comparison([source.article for source in workspace.project.sources]))


def at_rest(window: MainWindow) -> bool:
    """Whether nothing is about to move, to be drawn or to fade."""
    held = [t for t in window.findChildren(QTimer) if t.isSingleShot() and t.interval() < 2000 and t.isActive()]
    desk = window.centre.desk
    return not held and not (desk is not None and desk.stage.glide.running)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", list(STATES))
def test_the_window_looks_as_pinned(
    qtbot: QtBot, dressed: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, state: str, theme: str
) -> None:
    if dressed.devicePixelRatio() != 1:
        pytest.skip("the pictures are of an unscaled window")
    monkeypatch.setattr(Analysis, "_look", lambda _: None)  # the comparison is made by hand
    worn = load_theme(theme)
    dress(dressed, worn)
    dressed.setCursorFlashTime(0)
    window = MainWindow(Session(), worn)
    qtbot.addWidget(window, before_close_func=lambda held: held.session.workspace.undo_stack.setClean())
    window.resize(SIZE)
    with qtbot.waitSignal(window.completed):
        window.show()
    STATES[state](window)
    qtbot.waitUntil(lambda: at_rest(window))
    qtbot.wait(50)
    qtbot.waitUntil(lambda: at_rest(window))
    seen = reduced(window.grab().toImage())
    window.session.close()
    file = PICTURES / f"{state}-{theme}.png"
    if os.environ.get("DIPTYCH_REPIN"):
        assert seen.save(str(file))
    elif trouble := difference(QImage(str(file)), seen):
        new = tmp_path / file.name
        seen.save(str(new))
        pytest.fail(f"{file.name}: {trouble}; it looks like {new} now (see this file's docstring)")


def reduced(image: QImage) -> QImage:
    """A picture as it is pinned."""
    small = image.scaled(image.size() * SCALE, mode=Qt.TransformationMode.SmoothTransformation)
    return small.convertToFormat(QImage.Format.Format_RGB888)


def difference(pinned: QImage, seen: QImage) -> str:
    """What is wrong with a picture, "" when it looks like the pinned one."""
    if pinned.size() != seen.size():
        return f"its size is {seen.width()} × {seen.height()}, not {pinned.width()} × {pinned.height()}"
    one, two = cells(pinned), cells(seen)
    apart = numpy.abs(one - two)
    if apart.mean() > MEAN:
        return f"colours are {apart.mean():.2f} apart on average"
    if apart.max() > WORST:
        place = numpy.unravel_index(apart.max(axis=2).argmax(), apart.shape[:2])
        y, x = (round(CELL * n / SCALE) for n in place)
        return f"colours are {apart.max():.0f} apart at {x}, {y} of the window"
    return ""


def cells(image: QImage) -> numpy.ndarray:
    """The mean colour of every cell, and a third of how much the brightness changes in it: sharpness counts less."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    held = numpy.frombuffer(image.constBits(), numpy.uint8).reshape(image.height(), image.bytesPerLine())
    pixels = held[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(float)
    high, wide = image.height() // CELL, image.width() // CELL
    grid = pixels[: high * CELL, : wide * CELL].reshape(high, CELL, wide, CELL, 3)
    ink = grid.mean(axis=4).std(axis=(1, 3)) / 3
    return numpy.concatenate([grid.mean(axis=(1, 3)), ink[:, :, None]], axis=2)


def test_a_missing_button_or_mark_is_noticed_and_soft_letters_are_not() -> None:
    pinned = QImage(str(PICTURES / "row-light.png"))
    missing = pinned.copy()
    painter = QPainter(missing)
    painter.fillRect(128, 14, 39, 13, QColor("#f0efea"))  # the first layer in the toolbar
    painter.end()
    assert "apart at" in difference(pinned, missing)
    softer = pinned.scaled(pinned.size() * 0.9, mode=Qt.TransformationMode.SmoothTransformation)
    softer = softer.scaled(pinned.size(), mode=Qt.TransformationMode.SmoothTransformation)
    assert difference(pinned, softer) == "", numpy.abs(cells(pinned) - cells(softer)).max(axis=(0, 1))
    moved = QImage(pinned.size(), pinned.format())
    moved.fill(QColor("#f0efea"))
    painter = QPainter(moved)
    painter.drawImage(QPoint(0, 8), pinned)
    painter.end()
    assert difference(pinned, moved)
    assert difference(pinned, QImage(str(PICTURES / "row-dark.png")))
