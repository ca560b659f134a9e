"""A long random walk over the commands of the window leaves no exception, no Qt warning and no confusion."""

from __future__ import annotations

import random
import threading
from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.text import Span
from reader.ui.theme import load_theme
from tests.ui.whole.test_interactions import wheel
from tests.ui.windows import compared, opened

ASKING = {
    "open", "add", "paste_source", "save", "save_as", "quit", "close", "new", "preferences", "keys", "about", "sample",
    "export_html", "export_text", "export_json", "export_annotations", "import_annotations", "merge", "collect",
    "full_screen", "overview",
}  # fmt: skip
"""Commands that ask or leave; they have tests of their own."""


def running_threads() -> Counter[str]:
    """How many threads there are of each name: a worker that was stopped too slowly was replaced, with its two."""
    return Counter(thread.name for thread in threading.enumerate())


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_walk(window, qtbot, articles, seed):
    chance = random.Random(seed)
    opened(window, qtbot, articles)
    compared(window, qtbot)
    workspace = window.session.workspace
    names = sorted(set(window.menus.actions) - ASKING)

    def command() -> None:
        action = window.menus.actions[chance.choice(names)]
        if action.isEnabled():
            action.trigger()

    def select() -> None:
        panes = window.centre.desk.panes if window.centre.desk else []
        if panes:
            view = chance.choice(panes).view
            length = len(view.toPlainText())
            start = chance.randrange(max(1, length - 30))
            view.select_span(Span(start, min(length, start + chance.randrange(1, 30))))

    def annotate() -> None:
        actions = [a for a in window.menus.menu("Annotate").actions() if a.isEnabled() and not a.text().endswith("…")]
        if actions and workspace.project.sources:
            chance.choice(actions).trigger()

    def choose() -> None:
        comparison = workspace.comparison
        if comparison.ledger:
            workspace.choose_row(chance.choice(comparison.ledger).id)
        if comparison.entities:
            workspace.choose_entity(chance.choice(comparison.entities).id)

    def find() -> None:
        window.bar.field.setText(chance.choice(["", "ferry", "Amara", "zzz", "2021"]))

    def dress() -> None:
        window.set_theme(load_theme(chance.choice(["light", "dark"])))

    def resize() -> None:
        window.resize(chance.randrange(800, 1400), chance.randrange(500, 900))

    def wander() -> None:
        """Press, turn the wheel or type somewhere in a pane, its head, its overview or beside it."""
        shown = window.centre.desk.stage.shown() if window.centre.desk else []
        if not shown:
            return
        pane = chance.choice(shown)
        target = chance.choice([pane.view.viewport(), pane.view.viewport(), pane.overview, pane.margin])
        at = QPoint(chance.randrange(max(1, target.width())), chance.randrange(max(1, target.height())))
        QTest.mouseMove(target, at)
        if chance.random() < 0.5:
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        else:
            wheel(target, at, chance.choice([-3, -1, 1, 3]))
        QTest.keyClick(pane.view, chance.choice([Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_F8]))

    def arrange_docks() -> None:
        dock = window.docking.docks[chance.choice(sorted(window.docking.docks))]
        what = chance.randrange(4)
        if what == 0:
            dock.setFloating(not dock.isFloating())
        elif what == 1:
            dock.setVisible(dock.isHidden())
        elif what == 2:
            window.docking.raise_dock(dock.objectName())
        else:
            window.docking.show_plots(not window.docking.plots_shown)

    threads = running_threads()
    steps = [command, command, command, select, select, annotate, choose, find, dress, resize]
    steps += [wander, wander, wander, arrange_docks]
    for _ in range(160):
        chance.choice(steps)()
        QApplication.processEvents()
    while workspace.undo_stack.canUndo():
        window.menus.actions["undo"].trigger()
    assert workspace.project.sources == () and workspace.project.notes == ()
    while workspace.undo_stack.canRedo():
        window.menus.actions["redo"].trigger()
    QApplication.processEvents()
    timers = [t for t in window.findChildren(QTimer) if t.isActive() and not t.isSingleShot() and t.interval() < 1000]
    assert timers == []  # nothing goes on at every turn while the reader does nothing
    qtbot.waitUntil(lambda: running_threads() <= threads)
