"""The main job from drop to reopening, through real events: drop, marks, scroll, rate and write, undo, save, reopen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from reader.text import Span
from reader.ui.looks.theme import load_theme
from reader.ui.session import Session
from reader.ui.window import MainWindow
from reader.ui.window.dialogs import questions
from tests.ui.windows import compared, drop, opened, sources

TAILS = (
    "Paragraph {n} tells how the salvage crew of the Stella Nova worked through hour {n} of the night.",
    "In its hour {n} at sea the tug had pumped out cabin {n}, and nobody on the quay was told of it.",
)


@pytest.fixture
def long_articles(articles):
    """The two articles with a long end each, so that there is something to scroll."""
    for path, tail in zip(articles, TAILS, strict=True):
        more = "\n\n".join(tail.format(n=n) for n in range(60))
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{more}\n", encoding="utf-8")
    return articles


def pane_of(window, index: int):
    return window.centre.desk.panes[index]


def turn_wheel(view, notches: int) -> None:
    at = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, -120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_the_main_job(window, qtbot, long_articles, tmp_path, monkeypatch):
    drop(window, long_articles[:1])
    qtbot.waitUntil(lambda: len(sources(window)) == 1)
    drop(window, long_articles[1:])
    qtbot.waitUntil(lambda: len(sources(window)) == 2)
    assert window.centre.desk.isVisible() and len(window.centre.desk.panes) == 2
    compared(window, qtbot)
    workspace, view = window.session.workspace, pane_of(window, 0).view

    text = workspace.project.sources[0].article.text
    start = text.index("Port Amara on 3 May")
    mention = view.layers.mention_at(start + 2)
    assert mention is not None and mention.text == "Port Amara" and mention.span.start == start

    other = pane_of(window, 1).view
    before = other.verticalScrollBar().value()
    turn_wheel(view, 20)
    qtbot.waitUntil(lambda: other.verticalScrollBar().value() > before)

    place = text.index("240 passengers")
    span = Span(place, place + len("240 passengers"))
    window.activateWindow()
    view.setFocus()
    view.select_span(span)
    qtbot.waitUntil(lambda: workspace.selection == (workspace.project.sources[0].key, span))
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_4)
    qtbot.waitUntil(lambda: len(workspace.project.notes) == 1)
    note = workspace.project.notes[0]
    assert note.rating == "4" and note.targets[0].span == span
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workspace.project.notes == ()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(workspace.project.notes) == 1

    saved = tmp_path / "ferry.diptych"
    monkeypatch.setattr(questions, "ask_where_to_save", lambda *_: saved)
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert saved.is_file()
    window.close()
    for path in long_articles:
        path.unlink()

    again = MainWindow(Session(), load_theme("dark"))
    qtbot.addWidget(again, before_close_func=lambda held: held.session.workspace.undo_stack.setClean())
    with qtbot.waitExposed(again):
        again.show()
    again.files.take([saved])
    [found] = again.session.workspace.project.notes
    assert found == note
    held = again.session.workspace.project.source(found.targets[0].source)
    assert found.targets[0].span.of(held.article.text) == "240 passengers"
    compared(again, qtbot)
    again.session.close()


def test_two_files_dropped_on_a_pane_join_the_others(window, qtbot, articles):
    opened(window, qtbot, articles[:1])
    drop(pane_of(window, 0).view.viewport(), articles[1:])
    qtbot.waitUntil(lambda: len(sources(window)) == 2)


def test_find_says_how_often_and_where(window, qtbot, articles):
    opened(window, qtbot, articles)
    for words, told in (
        ("nine injured", "Found 1 of 1  (A 1 · B 0)"),
        ("no such words", "Not found"),
        ("Port Amara", "Found 1 of 4  (A 3 · B 1)"),
    ):
        window.bar.field.setText(words)
        qtbot.waitUntil(lambda told=told: window.status.match.text() == told)
    window.bar.field.stepped.emit(1)
    qtbot.waitUntil(lambda: window.status.match.text() == "Found 2 of 4  (A 3 · B 1)")


def test_layers_and_text_size_reach_the_panes(window, qtbot, articles):
    opened(window, qtbot, articles)
    view = pane_of(window, 0).view
    window.menus.actions["layer_people"].trigger()
    assert "person" not in view.layers.shown and "place" in view.layers.shown
    size = window.centre.desk.pixels
    window.menus.actions["zoom_in"].trigger()
    assert window.centre.desk.pixels == size + 1 and window.session.settings.zoom == 1
    window.menus.actions["zoom_reset"].trigger()
    assert window.centre.desk.pixels == size


def test_plots_open_when_asked(window, qtbot, articles):
    opened(window, qtbot, articles)
    compared(window, qtbot)
    assert window.docking.docks["numbers"].widget() is None
    window.menus.actions["overview"].trigger()
    qtbot.waitUntil(lambda: window.docking.docks["numbers"].widget() is not None)
    assert window.docking.docks["timeline"].isVisible()
    window.menus.actions["overview"].trigger()
    assert not window.docking.docks["timeline"].isVisible()
