"""The ends of the chosen note are dragged by the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.notes import add_note, draft_note
from reader.text import Article, Span
from reader.ui.panes import Desk
from reader.ui.panes.noted.edges import nearest_edge
from reader.ui.panes.page.layers import edge_of
from tests.ui.panes.conftest import MakeDesk

TEXT = "Four barges and a tug broke loose above the lock before the night watch had begun."
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """A desk with one short text and a chosen note on "a tug broke"."""
    desk = make_desk([Article.from_text(TEXT, key="barges")], compared=False)
    start = TEXT.index("a tug")
    note = draft_note(desk.workspace.project, [("barges", Span(start, start + len("a tug broke")))])
    desk.workspace.show_project(add_note(desk.workspace.project, note))
    desk.workspace.choose_note(note.id)
    return desk


def passage(desk: Desk) -> str:
    span = desk.workspace.project.notes[0].targets[0].span
    return span.of(TEXT) if span else ""


def middle(desk: Desk, span: Span, *, end: bool) -> QPoint:
    view = desk.panes[0].view
    line = edge_of(view, span, end=end)
    assert line is not None
    return line.center().toPoint() - QPoint(0, view.verticalScrollBar().value())


def drag(desk: Desk, word: str, *, end: bool, letters: int = 0, drop: bool = True) -> None:
    """Drag an end of the passage to an end of `word`, or some letters before it with Ctrl held."""
    viewport, held = desk.panes[0].view.viewport(), desk.workspace.project.notes[0].targets[0].span
    start = TEXT.index(word)
    there = middle(desk, Span(start, start + len(word) - letters), end=end)
    modifier = Qt.KeyboardModifier.ControlModifier if letters else Qt.KeyboardModifier.NoModifier
    assert held is not None
    QTest.mousePress(viewport, LEFT, Qt.KeyboardModifier.NoModifier, middle(desk, held, end=end))
    QTest.mouseEvent(QTest.MouseAction.MouseMove, viewport, LEFT, modifier, there)
    if drop:
        QTest.mouseRelease(viewport, LEFT, modifier, there)


def test_an_end_is_dragged_to_the_end_of_a_word_as_one_step(desk: Desk) -> None:
    drag(desk, "lock", end=True)
    assert passage(desk) == "a tug broke loose above the lock"
    drag(desk, "barges", end=False)
    assert passage(desk) == "barges and a tug broke loose above the lock"
    assert desk.workspace.undo_stack.count() == 2 and desk.workspace.undo_stack.undoText() == "Adjust passage"
    desk.workspace.undo_stack.undo()
    assert passage(desk) == "a tug broke loose above the lock"
    assert desk.panes[0].view.selected_span() is None


def test_with_ctrl_it_goes_from_letter_to_letter(desk: Desk) -> None:
    drag(desk, "loose", end=True, letters=2)
    assert passage(desk) == "a tug broke loo"


def test_escape_leaves_the_passage_as_it_was(desk: Desk, qtbot: QtBot) -> None:
    view = desk.panes[0].view
    drag(desk, "lock", end=True, drop=False)
    assert view.layers.dragged is not None
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.layers.dragged is None
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(200, 100))
    assert passage(desk) == "a tug broke" and desk.workspace.undo_stack.count() == 0


def test_an_end_never_passes_the_other(desk: Desk) -> None:
    drag(desk, "Four", end=True)
    assert passage(desk) == "a tug broke"


def repeating(desk: Desk) -> list[QTimer]:
    """The timers that go on and on, as the one that scrolls."""
    return [timer for timer in desk.findChildren(QTimer) if timer.isActive() and not timer.isSingleShot()]


@pytest.mark.parametrize("end", [True, False])
def test_a_handle_held_beyond_the_view_scrolls_it(make_desk: MakeDesk, qtbot: QtBot, end: bool) -> None:
    desk = make_desk(compared=False)
    view = desk.panes[0].view
    text = view.page.article.text
    at = text.index("About the storm", text.index("About the storm") + 1)
    note = draft_note(desk.workspace.project, [("first", Span(at, at + 40))])
    desk.workspace.show_project(add_note(desk.workspace.project, note))
    desk.workspace.choose_note(note.id)
    view.put(view.value_to_bring(at))
    before, height = view.verticalScrollBar().value(), view.viewport().height()
    beyond = QPoint(100, height + 25 if end else -25)
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, middle(desk, Span(at, at + 40), end=end))
    QTest.mouseEvent(QTest.MouseAction.MouseMove, view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, beyond)
    qtbot.waitUntil(lambda: abs(view.verticalScrollBar().value() - before) > 300)
    assert repeating(desk)
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, beyond)
    assert not repeating(desk)
    there = view.verticalScrollBar().value()
    span = desk.workspace.project.notes[0].targets[0].span
    assert span is not None and (there > before and span.end > at + 300 if end else span.start < at - 300)


def test_without_a_chosen_note_the_text_is_selected_as_ever(desk: Desk) -> None:
    held = desk.workspace.project.notes[0].targets[0].span
    assert held is not None
    at = middle(desk, held, end=True)
    desk.workspace.choose_note("")
    viewport = desk.panes[0].view.viewport()
    QTest.mousePress(viewport, LEFT, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseEvent(QTest.MouseAction.MouseMove, viewport, LEFT, Qt.KeyboardModifier.NoModifier, at + QPoint(60, 0))
    QTest.mouseRelease(viewport, LEFT, Qt.KeyboardModifier.NoModifier, at + QPoint(60, 0))
    assert desk.panes[0].view.selected_span() is not None and passage(desk) == "a tug broke"


@pytest.mark.parametrize(
    ("text", "place", "end", "wanted"),
    [
        ("one two", 4, True, 3),
        ("one two", 6, True, 7),
        ("one two", 5, False, 4),
        ("पहली खबर", 3, True, 4),
        ("水" * 60, 30, True, 30),
        ("", 0, True, 0),
    ],
)
def test_the_nearest_edge_of_a_word(text: str, place: int, end: bool, wanted: int) -> None:
    assert nearest_edge(text, place, end=end) == wanted
