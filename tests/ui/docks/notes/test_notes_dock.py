"""The Notes dock: every note in one list, found by words, source, rating, tag and author."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reader.notes import set_body
from reader.ui.docks import NotesPanel
from reader.ui.docks.cards.roles import IdRole


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
