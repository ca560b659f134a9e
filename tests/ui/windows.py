"""What tests of the whole window do again and again."""

from __future__ import annotations

import os
import time
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication


def sources(window) -> list[str]:
    return [source.title for source in window.session.workspace.project.sources]


def opened(window, qtbot, paths: list[Path]) -> None:
    window.files.take(paths)
    qtbot.waitUntil(lambda: len(sources(window)) == len(paths))


def compared(window, qtbot) -> None:
    """Wait until what is shown is what is there."""
    session = window.session
    qtbot.waitUntil(
        lambda: (
            len(session.workspace.comparison.sources) == len(session.workspace.project.sources)
            and not session.analysis.running
        ),
    )


def annotatable(window, qtbot) -> None:
    """Wait until panes have the verbs and their keys, which they get a moment after their first paint."""
    qtbot.waitUntil(lambda: len(window.centre.desk.menu.annotating) > 0)


def at_rest(stage) -> bool:
    """Whether no pane moves and every follower has followed."""
    return not stage.glide.running and not any(timer.isActive() for timer in stage.sync.findChildren(QTimer))


def alive(pid: int) -> bool:
    """Whether the process runs; one that has ended and that nobody has asked after yet does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"


def gone(pid: int, seconds: float = 5.0) -> bool:
    """Whether the process ends within that time."""
    deadline = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not alive(pid)


def drop(target, paths: list[Path]) -> QDropEvent:
    """Drag files onto the middle of a widget and let them go there."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = target.rect().center()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(middle), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(target, event)
    return event
