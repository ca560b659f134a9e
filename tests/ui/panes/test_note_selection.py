"""What is selected goes with the chosen note, so that the next verb is done to what the reader looks at."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from reader.notes import add_notes, draft_note
from reader.text import Article, Span
from reader.ui.docks.annotating.verbs import AnnotateVerbs
from reader.ui.panes import Desk
from tests.ui.panes.conftest import MakeDesk

TEXT = "The ferry left the quay at six, and the harbour master saw it turn back."


def span_of(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    return make_desk([Article.from_text(TEXT, key="quay")], compared=False)


def select(desk: Desk, qtbot: QtBot, words: str) -> None:
    desk.panes[0].view.select_span(span_of(words))
    qtbot.waitUntil(lambda: desk.workspace.selection == ("quay", span_of(words.strip())))


def noted(desk: Desk) -> list[str]:
    spans = [target.span for note in desk.workspace.project.notes for target in note.targets]
    return [span.of(TEXT) for span in spans if span is not None]


def test_blanks_at_the_ends_of_a_selection_are_no_part_of_the_note(desk: Desk, qtbot: QtBot) -> None:
    verbs = AnnotateVerbs(desk.workspace)
    select(desk, qtbot, " the quay ")
    verbs.rate("2")
    select(desk, qtbot, "the quay")
    verbs.rate("3")
    assert noted(desk) == ["the quay"] and desk.workspace.project.notes[0].rating == "3"


def test_after_a_boundary_has_moved_the_next_verb_is_done_to_the_same_note(desk: Desk, qtbot: QtBot) -> None:
    verbs = AnnotateVerbs(desk.workspace)
    select(desk, qtbot, "the quay")
    verbs.rate("2")
    verbs.move_edge(end=True, forward=True)
    qtbot.waitUntil(lambda: desk.workspace.selection == ("quay", span_of("the quay at")))
    verbs.rate("4")
    assert noted(desk) == ["the quay at"] and desk.workspace.project.notes[0].rating == "4"
    desk.workspace.undo_stack.undo()
    desk.workspace.undo_stack.undo()
    qtbot.waitUntil(lambda: desk.workspace.selection == ("quay", span_of("the quay")))


def test_turning_to_another_note_lets_the_selection_go(desk: Desk, qtbot: QtBot) -> None:
    workspace, verbs = desk.workspace, AnnotateVerbs(desk.workspace)
    note = draft_note(workspace.project, [("quay", span_of("harbour master"))])
    workspace.show_project(add_notes(workspace.project, [note]))
    select(desk, qtbot, "the quay")
    workspace.choose_note(note.id)
    assert workspace.selection is None and desk.panes[0].view.selected_span() is None
    verbs.rate("5")
    assert noted(desk) == ["harbour master"] and workspace.project.notes[0].rating == "5"


def test_the_selection_stays_for_a_note_that_lost_its_place(desk: Desk, qtbot: QtBot) -> None:
    workspace = desk.workspace
    note = draft_note(workspace.project, [("quay", span_of("six"))])
    lost = replace(note, targets=(replace(note.targets[0], span=None),))
    workspace.show_project(add_notes(workspace.project, [lost]))
    select(desk, qtbot, "the quay")
    workspace.choose_note(note.id)
    assert workspace.selection == ("quay", span_of("the quay"))
