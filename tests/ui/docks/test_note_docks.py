"""The note editor and the list of notes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from reader.links import Alignment, Side
from reader.notes import add_note, add_tag, change_note, draft_note, set_body
from reader.text import Span
from reader.ui.docks import NotePanel, NotesPanel
from reader.ui.docks.card_roles import IdRole
from reader.ui.docks.note_reading import aligned_passages, paragraph_number


@pytest.fixture
def notes(workspace):
    """Five notes: a rated link, a plain one over it, a tagged one in B, an orphan and an uncertain one; their ids."""
    project = add_tag(workspace.project, "disputed", colour="#d55e00")
    ids = []

    def add(places, **fields):
        nonlocal project
        held = []
        for key, words in places:
            start = project.source(key).article.text.index(words)
            held.append((key, Span(start, start + len(words))))
        note = draft_note(project, held, **fields)
        project = add_note(project, note)
        ids.append(note.id)

    add([("aaa", "14 people"), ("bbb", "at least 30")], rating="4", body="They can't both be right.", author="Ada")
    add([("aaa", "Ana Lind said 14 people")], author="Bea")
    add([("bbb", "120 travellers")], tags=["disputed"], rating="2", author="Ada")
    add([("bbb", "lifeboat capsized")], author="Ada", body="orphan")
    add([("bbb", "the Tarvik Post")], author="Ada", body="guess")
    lose = lambda n: replace(n, targets=(replace(n.targets[0], span=None),))  # noqa: E731
    doubt = lambda n: replace(n, targets=(replace(n.targets[0], certain=False),))  # noqa: E731
    project = change_note(change_note(project, ids[3], lose), ids[4], doubt)
    workspace.show_project(project)
    return ids


@pytest.fixture
def editor(qtbot, workspace, theme, notes):
    panel = NotePanel(workspace, theme)
    qtbot.addWidget(panel)
    panel.resize(290, 720)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def listing(qtbot, workspace, theme, notes):
    panel = NotesPanel(workspace, theme)
    qtbot.addWidget(panel)
    panel.resize(290, 720)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def listed(panel, notes):
    return [notes.index(panel.model.index(n).data(IdRole)) for n in range(panel.model.rowCount())]


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


def test_orphans_and_guesses_stand_first_then_by_place(listing, notes, qtmodeltester):
    assert listed(listing, notes) == [3, 4, 1, 0, 2]
    qtmodeltester.check(listing.model)


def test_choosing_shows_the_passage_and_return_writes(listing, qtbot, workspace, notes):
    listing.field.setFocus()
    qtbot.waitUntil(listing.field.hasFocus)
    places = []
    workspace.places_chosen.connect(lambda held: places.append(sorted(key for key, _ in held)))
    qtbot.keyClick(listing.field, Qt.Key.Key_Down)
    assert workspace.chosen_note == notes[3] and places == []
    for _ in range(3):
        qtbot.keyClick(listing.view, Qt.Key.Key_Down)
    assert workspace.chosen_note == notes[0]
    assert places == [["bbb"], ["aaa"], ["aaa", "bbb"]]
    with qtbot.waitSignal(workspace.writing_wanted) as wanted:
        qtbot.keyClick(listing.view, Qt.Key.Key_Return)
    assert wanted.args == [notes[0]]


def test_the_list_follows_the_chosen_note(listing, workspace, notes):
    workspace.choose_note(notes[2])
    assert listing.view.currentIndex().row() == 4


@pytest.mark.parametrize(
    ("words", "found"), [("right", [0]), ("disputed", [2]), ("travellers", [2]), ("bea", [1]), ("ana lind", [1])]
)
def test_words_find_body_tag_quotation_and_author(listing, notes, words, found):
    listing.field.setText(words)
    assert listed(listing, notes) == found


def test_filters_by_source_rating_tag_and_author(listing, notes):
    def press(text):
        listing._fill_menu()
        next(a for a in listing.menu.actions() if a.text() == text).trigger()

    press("Source A")
    assert listed(listing, notes) == [1, 0]
    press("4 doubtful")
    assert listed(listing, notes) == [0]
    assert listing.button.text() == "Show · 2"
    press("Show everything")
    press("disputed")
    assert listed(listing, notes) == [2]
    press("Show everything")
    press("Bea")
    assert listed(listing, notes) == [1]
    press("Show everything")
    press("By rating")
    assert listed(listing, notes) == [3, 4, 2, 0, 1]


def test_a_changed_body_changes_one_row_and_keeps_the_rest(listing, qtbot, workspace, notes):
    with qtbot.waitSignal(listing.model.dataChanged) as changed, qtbot.assertNotEmitted(listing.model.modelReset):
        workspace.edit("Write note", lambda p: set_body(p, notes[0], "other"))
    assert changed.args[0].row() == 3


def test_delete_in_the_list_goes_on_to_the_next(listing, qtbot, workspace, notes):
    listing.view.setFocus()
    qtbot.waitUntil(listing.view.hasFocus)
    workspace.choose_note(notes[3])
    qtbot.keyClick(listing.view, Qt.Key.Key_Delete)
    assert listed(listing, notes) == [4, 1, 0, 2]
    assert workspace.chosen_note == notes[4]


def test_aligned_passages_of_the_other_source_are_found(workspace, notes):
    comparison = workspace.comparison
    pair = Alignment(Side("A", (2,)), Side("B", (1,)), 0.8, "both speak of the hurt")
    workspace.comparison = replace(comparison, alignments=(pair,))
    (found,) = aligned_passages(workspace, workspace.project.note(notes[1]).targets[0])
    assert (found.letter, found.reason) == ("B", "both speak of the hurt")
    assert "at least 30 were hurt" in found.words


def test_paragraphs_are_counted_from_one(workspace):
    article = workspace.project.source("aaa").article
    assert [paragraph_number(article, block.span.start) for block in article.blocks] == [1, 2, 3, 4]
