"""The Notes dock: every note in one list, found by words, source, rating, tag and author."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from reader.notes import set_body, set_rating
from reader.ui.docks import NotesPanel
from reader.ui.docks.cards.painting import pill_width
from reader.ui.docks.cards.roles import IdRole
from reader.ui.docks.notes.model import NoteCard


@pytest.fixture
def listing(qtbot, workspace, theme, notes):
    panel = NotesPanel(workspace, theme)
    qtbot.addWidget(panel)
    panel.resize(290, 720)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def listed(panel, notes):
    return [notes.index(panel.model.index(n).data(IdRole)) for n in range(panel.model.rowCount())]


def test_orphans_and_guesses_stand_first_then_by_place(listing, notes, qtmodeltester):
    assert listed(listing, notes) == [3, 4, 1, 0, 2]
    qtmodeltester.check(listing.model)


def test_choosing_shows_the_passage_and_return_writes(listing, qtbot, workspace, notes):
    listing.bar.field.setFocus()
    qtbot.waitUntil(listing.bar.field.hasFocus)
    places = []
    workspace.places_chosen.connect(lambda held: places.append(sorted(key for key, _ in held)))
    qtbot.keyClick(listing.bar.field, Qt.Key.Key_Down)
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
    ("words", "found"), [("right", [0]), ("disputed", [2]), ("travéllers", [2]), ("bea", [1]), ("ana lind", [1])]
)
def test_words_find_body_tag_quotation_and_author(listing, notes, words, found):
    listing.bar.field.setText(words)
    assert listed(listing, notes) == found


def test_filters_by_source_rating_tag_and_author(listing, notes):
    def press(text):
        listing._fill_menu()
        next(a for a in listing.bar.menu.actions() if a.text() == text).trigger()

    press("Source A")
    assert listed(listing, notes) == [1, 0]
    press("4 doubtful")
    assert listed(listing, notes) == [0]
    assert listing.bar.button.text() == "Show · 2"
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


def chosen(listing, notes):
    return [notes.index(note.id) for note in listing.chosen.notes()]


def press_card(qtbot, listing, row, modifier=Qt.KeyboardModifier.NoModifier):
    at = listing.view.visualRect(listing.model.index(row)).center()
    qtbot.mouseClick(listing.view.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def test_several_are_chosen_by_mouse_and_keys(listing, qtbot, workspace, notes):
    press_card(qtbot, listing, 1)
    press_card(qtbot, listing, 3, Qt.KeyboardModifier.ControlModifier)
    assert chosen(listing, notes) == [4, 0] and workspace.chosen_note == notes[0]
    press_card(qtbot, listing, 4, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(listing, notes) == [4, 0, 2]
    listing.view.setFocus()
    for _ in range(3):
        qtbot.keyClick(listing.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(listing, notes) == [4, 1, 0]
    press_card(qtbot, listing, 2)
    assert chosen(listing, notes) == [1]


def test_several_are_rated_tagged_and_deleted_in_one_step_each(listing, qtbot, workspace, notes):
    listing._want(sort="rating")
    press_card(qtbot, listing, 2)
    press_card(qtbot, listing, 4, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(listing, notes) == [2, 0, 1]
    listing.view.setFocus()
    qtbot.waitUntil(listing.view.hasFocus)
    qtbot.keyClick(listing.view, Qt.Key.Key_3)
    ratings = [note.rating for note in workspace.project.notes]
    assert ratings == ["3", "3", "3", "", ""] and workspace.undo_stack.count() == 1
    assert workspace.undo_stack.undoText() == "Rate 3 3 notes"
    assert sorted(chosen(listing, notes)) == [0, 1, 2]  # though the order changed
    qtbot.keyClick(listing.view, Qt.Key.Key_T)
    qtbot.waitUntil(listing.chosen.chooser.isVisible)
    qtbot.keyClick(listing.chosen.chooser.field, Qt.Key.Key_Return)
    assert [len(note.tags) for note in workspace.project.notes] == [1, 1, 1, 0, 0]
    listing.chosen.toggle_tag(workspace.project.notes[0].tags[0])
    assert not any(note.tags for note in workspace.project.notes)
    qtbot.keyClick(listing.view, Qt.Key.Key_Delete)
    assert [note.id for note in workspace.project.notes] == notes[3:] and workspace.undo_stack.count() == 4
    workspace.undo_stack.undo()
    assert len(workspace.project.notes) == 5


def test_a_rating_of_several_is_in_the_scheme_of_the_present_note(listing, workspace, notes):
    workspace.edit("Rate", lambda p: set_rating(p, notes[2], "B", scheme="3x5x2"))
    listing.view.selectAll()
    listing._show_note(notes[2])
    listing.view.selectAll()
    listing.chosen.rate("D")
    assert {(note.scheme, note.rating) for note in workspace.project.notes} == {("3x5x2", "D")}


def test_notes_are_sorted_by_tag_and_by_their_words(listing, notes):
    listing._want(sort="tag")
    assert listed(listing, notes) == [3, 4, 2, 1, 0]
    listing._want(sort="text")
    assert listed(listing, notes) == [3, 4, 0, 1, 2]


def test_the_list_says_how_many_are_shown_and_chosen(listing, workspace):
    every = len(workspace.project.notes)
    assert listing.counted.isHidden()
    listing.bar.field.setText("disputed")
    assert listing.counted.text() == f"1 of {every} notes"
    listing.bar.field.clear()
    assert listing.counted.isHidden()
    listing.view.selectAll()
    assert listing.counted.text() == f"{every} of {every} notes · {every} chosen"


def test_a_letter_more_in_the_filter_looks_no_note_over_again(listing, workspace, notes, monkeypatch):
    looked: list[str] = []
    listing.bar.field.setText("d")
    monkeypatch.setattr("reader.ui.docks.notes.arranging.note_state", lambda note: looked.append(note.id) or "")
    listing.bar.field.setText("di")
    assert looked == []
    workspace.edit("Write", lambda project: set_body(project, notes[2], "disputed by all"))
    assert set(looked) <= {notes[2]}


def test_each_part_of_the_menu_has_its_heading(listing):
    listing._fill_menu()
    lines = listing.bar.menu.actions()
    heads = [line.text() for line in lines if not line.isEnabled() and not line.isSeparator()]
    assert heads == ["Source", "Rating", "Tag", "Author", "Order"]
    assert not lines[0].isSeparator()


def test_a_card_says_its_paragraph_whole_and_cuts_a_long_rating_off(listing):
    delegate = listing.view.itemDelegate()
    card = NoteCard("A", "a crane", "", "Confirmed by other independent sources", "#888888", "", (), "A · paragraph 26")
    where, pill = delegate.first_line(card, 200)
    assert where == "paragraph 26" and pill.startswith("Conf") and pill.endswith("…")
    assert delegate.first_line(card, 900) == ("paragraph 26", card.pill)
    assert delegate.first_line(replace(card, pill=""), 200) == ("paragraph 26", "")
    linked = replace(card, pill="3 Possibly true", place="A · paragraph 26 · linked to B · paragraph 40")
    room = 200 + pill_width("", delegate.fonts.small)
    where, pill = delegate.first_line(linked, room)
    assert pill == "3 Possibly true" and where.startswith("paragraph 26") and where.endswith("…")
    said = replace(linked, author="Rosa")
    assert delegate.first_line(said, 900)[0] == "paragraph 26 · Rosa · linked to B · paragraph 40"


def test_cards_name_the_author_where_there_are_several(listing, workspace):
    held = workspace.project.notes
    assert {listing.model.card(note).author for note in held} == {"Ada", "Bea"}
    alone = tuple(note for note in held if note.author == "Ada")
    workspace.edit("Delete notes", lambda project: replace(project, notes=alone))
    assert {listing.model.card(note).author for note in workspace.project.notes} == {""}


def test_a_note_is_copied_as_words(listing, qapp):
    listing.view.setCurrentIndex(listing.model.index(0))
    listing.view.copy()
    assert qapp.clipboard().text() == listing.model.index(0).data() != ""
