"""The Note dock: read, rate, tag, link, mend and delete the chosen note."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from reader.links import Alignment, Side
from reader.text import Span
from reader.ui.docks import NotePanel
from reader.ui.docks.note.reading import aligned_passages, paragraph_number


@pytest.fixture
def editor(qtbot, workspace, theme, notes):
    panel = NotePanel(workspace, theme)
    qtbot.addWidget(panel)
    panel.resize(290, 720)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def test_the_editor_shows_where_words_rating_links_and_other_notes(editor, workspace, notes):
    assert not editor.empty.isHidden() and editor.area.isHidden()
    workspace.choose_note(notes[0])
    assert editor.where.toolTip().startswith("A · paragraph 3 · linked to B · paragraph 2")
    assert editor.quote.accessibleName() == "Quotation: 14 people"
    assert [b.isChecked() for b in editor.grades.buttons] == [False, False, False, True, False, False]
    assert editor.grades.wording.text() == "4 — doubtful"
    assert editor.body.toPlainText() == "They can't both be right."
    assert [card.accessibleName() for card in editor.cards.cards] == ["B: at least 30", "A: Ana Lind said 14 people"]


def test_cards_go_where_they_say(editor, qtbot, workspace, notes):
    workspace.choose_note(notes[0])
    link, other = editor.cards.cards
    with qtbot.waitSignal(workspace.passage_chosen) as shown:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert shown.args[0] == "bbb"
    with qtbot.waitSignal(workspace.note_chosen) as chosen:
        qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert chosen.args == [notes[1]]
    assert editor.note().id == notes[1]


def test_a_link_can_be_taken_off(editor, workspace, notes):
    workspace.choose_note(notes[0])
    editor.cards.cards[0].actions()[0].trigger()
    assert len(workspace.project.note(notes[0]).targets) == 1
    assert [card.accessibleName() for card in editor.cards.cards] == ["A: Ana Lind said 14 people"]


def test_a_grade_pressed_twice_is_taken_away(editor, qtbot, workspace, notes):
    workspace.choose_note(notes[1])
    qtbot.mouseClick(editor.grades.buttons[1], Qt.MouseButton.LeftButton)
    assert workspace.project.note(notes[1]).rating == "2"
    qtbot.mouseClick(editor.grades.buttons[1], Qt.MouseButton.LeftButton)
    assert workspace.project.note(notes[1]).rating == ""
    assert editor.grades.wording.text() == "Not rated"


def test_another_scheme_offers_its_own_grades(editor, workspace, notes):
    workspace.choose_note(notes[0])
    editor.scheme.scheme_picked.emit("3x5x2")
    note = workspace.project.note(notes[0])
    assert (note.scheme, note.rating) == ("3x5x2", "")
    assert [b.text() for b in editor.grades.buttons] == ["A", "B", "C", "D", "E"]


def test_tags_are_put_on_and_taken_off(editor, qtbot, workspace, notes):
    workspace.choose_note(notes[1])
    qtbot.mouseClick(editor.tags.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(editor.chooser.field, "disp")
    qtbot.keyClick(editor.chooser.field, Qt.Key.Key_Return)
    assert workspace.project.note(notes[1]).tags == ("disputed",)
    qtbot.mouseClick(editor.tags.chips[0], Qt.MouseButton.LeftButton)
    assert workspace.project.note(notes[1]).tags == ()
    assert editor.tags.chips == []


def test_what_is_typed_is_in_the_project_at_once(editor, qtbot, workspace, notes):
    workspace.choose_note(notes[1])
    editor.body.setFocus()
    qtbot.keyClicks(editor.body, "x")
    assert workspace.project.note(notes[1]).body == "x"
    workspace.choose_note(notes[0])
    qtbot.keyClicks(editor.body, "y")
    assert workspace.project.note(notes[1]).body == "x"
    assert "y" in workspace.project.note(notes[0]).body
    workspace.undo_stack.undo()
    assert workspace.project.note(notes[1]).body == "x"


def test_an_orphan_shows_its_old_context_and_is_attached_by_selection(editor, qtbot, workspace, notes, select):
    workspace.choose_note(notes[3])
    assert not editor.trouble.isHidden()
    assert "[lifeboat capsized]" in editor.trouble.words.text()
    with qtbot.waitSignal(workspace.trouble):
        qtbot.mouseClick(editor.trouble.attach, Qt.MouseButton.LeftButton)
    span = select("bbb", "brought ashore")
    qtbot.mouseClick(editor.trouble.attach, Qt.MouseButton.LeftButton)
    target = workspace.project.note(notes[3]).targets[0]
    assert (target.span, target.anchor.quote) == (span, "brought ashore")
    assert editor.trouble.isHidden()


def test_an_uncertain_place_is_confirmed(editor, qtbot, workspace, notes):
    workspace.choose_note(notes[4])
    qtbot.mouseClick(editor.trouble.confirm, Qt.MouseButton.LeftButton)
    assert workspace.project.note(notes[4]).targets[0].certain
    assert editor.trouble.isHidden()


def test_deleting_and_undoing_a_note(editor, qtbot, workspace, notes):
    workspace.choose_note(notes[0])
    qtbot.mouseClick(editor.delete, Qt.MouseButton.LeftButton)
    assert len(workspace.project.notes) == 4 and editor.area.isHidden()
    workspace.undo_stack.undo()
    assert len(workspace.project.notes) == 5


def test_aligned_passages_of_the_other_source_are_found(workspace, notes):
    comparison = workspace.comparison
    pair = Alignment(Side("A", (2,)), Side("B", (1,)), 0.8, "both speak of the hurt")
    workspace.comparison = replace(comparison, alignments=(pair,))
    (found,) = aligned_passages(workspace, workspace.project.note(notes[1]).targets[0])
    assert (found.letter, found.reason) == ("B", "both speak of the hurt")
    assert "at least 30 were hurt" in found.words


def test_a_passage_aligned_with_two_sentences_of_a_note_is_shown_once(workspace, notes):
    pairs = tuple(Alignment(Side("A", (n,)), Side("B", (1,)), 0.5 + n / 10, f"reason {n}") for n in range(3))
    workspace.comparison = replace(workspace.comparison, alignments=pairs)
    target = workspace.project.note(notes[1]).targets[0]
    whole = replace(target, span=Span(0, len(workspace.project.source("aaa").article.text)))
    assert [found.reason for found in aligned_passages(workspace, whole)] == ["reason 2"]


def test_paragraphs_are_counted_from_one(workspace):
    article = workspace.project.source("aaa").article
    assert [paragraph_number(article, block.span.start) for block in article.blocks] == [1, 2, 3, 4]
