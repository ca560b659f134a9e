"""A long random walk over everything a reader can do leaves no exception, no Qt warning and no confusion."""

from __future__ import annotations

import random
import threading
from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from reader.notes import Project
from tests.ui.whole.wanderer import LEAVING, Answers, Wanderer
from tests.ui.windows import compared, opened


def running_threads() -> Counter[str]:
    """How many threads there are of each name: a worker that was stopped too slowly was replaced, with its two."""
    return Counter(thread.name for thread in threading.enumerate())


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_walk(window, qtbot, articles, seed, tmp_path, monkeypatch):
    chance = random.Random(seed)
    workspace, begun = window.session.workspace, [Project()]
    start_with = workspace.start_with
    monkeypatch.setattr(workspace, "start_with", lambda project: (begun.append(project), start_with(project)))
    opened(window, qtbot, articles)
    compared(window, qtbot)
    threads, wanderer = running_threads(), Wanderer(window, chance)
    commands = sorted(set(window.menus.actions) - LEAVING)
    chance.shuffle(commands)
    (written := tmp_path / "written").mkdir()
    with Answers(chance, articles, written, monkeypatch):
        for n in range(200):
            wanderer.command(commands[n]) if n < len(commands) else wanderer.step()
            QApplication.processEvents()
    while workspace.undo_stack.canUndo():
        workspace.undo_stack.undo()
    assert workspace.project == begun[-1]
    while workspace.undo_stack.canRedo():
        workspace.undo_stack.redo()
    QApplication.processEvents()
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(QDialog) == []  # what was asked and answered is not kept
    timers = [t for t in window.findChildren(QTimer) if t.isActive() and not t.isSingleShot() and t.interval() < 1000]
    assert timers == []  # nothing goes on at every turn while the reader does nothing
    qtbot.waitUntil(lambda: running_threads() <= threads)
