"""Entities, source, history and the codebook."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from reader.links import decisions_from_json
from reader.notes import add_note, add_tag, draft_note
from reader.text import Provenance, Removed, Span
from reader.ui.docks import CodebookDialog, EntitiesPanel, HistoryPanel, SourcePanel
from reader.ui.docks.deciding import same_names
from reader.ui.docks.import_details import facts
from reader.ui.docks.scheme_page import read_grades


def shown(qtbot, panel):
    qtbot.addWidget(panel)
    panel.resize(300, 760)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def entities(qtbot, workspace, theme):
    return shown(qtbot, EntitiesPanel(workspace, theme))


def labels(panel):
    return [panel.model.index(n).data() for n in range(panel.model.rowCount())]


def test_entities_in_most_sources_come_first(entities, qtmodeltester):
    assert labels(entities) == ["Solvei", "Tarvik", "A lifeboat"]
    qtmodeltester.check(entities.model)
    card = entities.model.card(entities.model.entity_at(entities.model.index(0)))
    assert [(line.source, line.words) for line in card.lines] == [("A", "Solvei"), ("B", "Solvey")]


def test_an_entity_chosen_stays_lit_and_one_under_the_pointer_lights_up(entities, qtbot, workspace):
    entities.field.setFocus()
    qtbot.waitUntil(entities.field.hasFocus)
    with qtbot.waitSignal(workspace.entity_chosen) as chosen:
        qtbot.keyClick(entities.field, Qt.Key.Key_Down)
    assert chosen.args == ["E1"]
    at = entities.view.visualRect(entities.model.index(1)).center()
    with qtbot.waitSignal(workspace.entity_hovered) as hovered:
        qtbot.mouseMove(entities.view.viewport(), at)
    assert hovered.args == ["E3"]


def test_entities_are_filtered_by_words_and_kind(entities):
    entities.field.setText("solvey")
    assert labels(entities) == ["Solvei"]
    entities.field.clear()
    next(a for a in entities.button.menu().actions() if a.text() == "Place").trigger()
    assert labels(entities) == ["Tarvik"]


def test_possible_matches_are_accepted_and_come_back_with_undo(entities, qtbot, workspace):
    (card,) = entities.possible.cards
    buttons = {button.text(): button for button in card.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Same"], Qt.MouseButton.LeftButton)
    (decision,) = decisions_from_json(workspace.project.decisions).names
    assert (decision.a.name, decision.b.name, decision.same) == ("A lifeboat", "Solvei", True)
    assert entities.possible.cards == [] and entities.possible.isHidden()
    workspace.undo_stack.undo()
    assert len(entities.possible.cards) == 1


@pytest.fixture
def source(qtbot, workspace, theme):
    return shown(qtbot, SourcePanel(workspace, theme))


def test_metadata_is_edited_field_by_field(source, qtbot, workspace):
    field = source.fields["published"]
    assert not source.no_date.isHidden()
    field.setFocus()
    qtbot.keyClicks(field, "2021-05-04")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert workspace.project.source("aaa").article.published == date(2021, 5, 4)
    assert source.no_date.isHidden()
    source.fields["url"].setText("https://example.org/ferry")
    source.fields["url"].editingFinished.emit()
    assert workspace.project.source("aaa").article.url == "https://example.org/ferry"
    assert workspace.undo_stack.undoText() == "Change address of A"


def test_a_wrong_date_is_refused_with_the_reason(source, qtbot, workspace):
    field = source.fields["published"]
    field.setFocus()
    qtbot.keyClicks(field, "4 May")
    with qtbot.waitSignal(workspace.trouble) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "year-month-day" in told.args[0]
    assert workspace.undo_stack.count() == 0 and field.text() == ""


def test_reliability_basis_and_memo(source, qtbot, workspace):
    source.show_source("bbb")
    qtbot.mouseClick(source.grades.buttons[3], Qt.MouseButton.LeftButton)
    assert source.grades.wording.text() == "D — not usually reliable"
    source.basis.setFocus()
    qtbot.keyClicks(source.basis, "no byline")
    qtbot.keyClicks(source.memo, "found by Bea")
    held = workspace.project.source("bbb")
    assert (held.reliability, held.basis, held.memo) == ("D", "no byline", "found by Bea")
    assert workspace.undo_stack.count() == 3


def test_it_follows_the_source_the_reader_works_in(source, workspace, select):
    select("bbb", "at least 30")
    assert source.source().key == "bbb"
    assert source.fields["title"].text() == "Boat accident"


def test_import_details_say_what_was_left_out(workspace):
    removed = (Removed("Read also", "boilerplate", "link list"), Removed("Menu", "navigation", "nav element"))
    held = Provenance(
        sha256="ab" * 32, format="html", encoding="utf-8", removed=removed, warnings=("No author found.",)
    )
    told = dict(facts(replace(workspace.project.source("aaa").article, provenance=held), "in/ferry.html"))
    assert told["File"] == "in/ferry.html"
    assert told["Left out"] == "1 × boilerplate, 1 × navigation"
    assert told["SHA-256"].split()[0] == "abababab"
    assert "Translated" not in told


def test_decisions_are_listed_and_taken_back(qtbot, workspace, theme):
    panel = shown(qtbot, HistoryPanel(workspace, theme))
    assert not panel.none.isHidden()
    same_names(workspace, "Solvei", "Solvey", same=True)
    same_names(workspace, "Tarvik", "Solvei", same=False)
    told = [panel.list.item(n).text() for n in range(2)]
    assert told == [
        "“Tarvik” is not “Solvei”",
        "“Solvei” is the same as “Solvey”",
    ]
    panel.list.setCurrentRow(1)
    panel.list.setFocus()
    qtbot.waitUntil(panel.list.hasFocus)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert [d.same for d in decisions_from_json(workspace.project.decisions).names] == [False]
    assert workspace.undo_stack.undoText() == "Take back decision"
    assert panel.steps.model().rowCount() == 4


@pytest.fixture
def codebook(qtbot, workspace, theme):
    project = add_tag(workspace.project, "disputed", colour="#d55e00")
    project = add_tag(project, "doubtful count", parent="disputed", shortcut="c")
    note = draft_note(project, [("aaa", Span(0, 5))], tags=["disputed", "doubtful-count"])
    workspace.show_project(add_note(project, note))
    dialog = CodebookDialog(workspace, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def tag_names(workspace):
    return [tag.name for tag in workspace.project.codebook.tags]


def test_tags_stand_below_their_parents_with_key_and_count(codebook):
    assert [codebook.list.item(n).text() for n in range(2)] == ["disputed   (1)", "      doubtful count   C   (1)"]


def test_rename_describe_and_recolour(codebook, qtbot, workspace, monkeypatch):
    codebook.form.name.setFocus()
    codebook.form.name.selectAll()
    qtbot.keyClicks(codebook.form.name, "contested")
    qtbot.keyClick(codebook.form.name, Qt.Key.Key_Return)
    assert tag_names(workspace) == ["contested", "doubtful count"]
    monkeypatch.setattr(CodebookDialog, "ask_colour", staticmethod(lambda parent, present: "#009e73"))
    qtbot.mouseClick(codebook.form.colour, Qt.MouseButton.LeftButton)
    assert workspace.project.codebook.tags[0].colour == "#009e73"


@pytest.mark.parametrize(("key", "reason"), [("C", "doubtful count"), ("T", "“Tag”"), ("4", "ratings")])
def test_a_taken_key_is_refused_with_the_reason(codebook, qtbot, workspace, key, reason):
    codebook.form.shortcut.setFocus()
    qtbot.keyClicks(codebook.form.shortcut, key)
    qtbot.keyClick(codebook.form.shortcut, Qt.Key.Key_Return)
    assert workspace.project.codebook.tags[0].shortcut == ""
    assert reason in codebook.refused.text() and not codebook.refused.isHidden()
    assert codebook.form.shortcut.text() == ""


def test_merge_and_delete_reach_every_note_as_one_step(codebook, workspace):
    codebook.choose("doubtful-count")
    codebook.merge_into("disputed")
    assert tag_names(workspace) == ["disputed"]
    assert workspace.project.notes[0].tags == ("disputed",)
    codebook.delete()
    assert workspace.project.notes[0].tags == ()
    assert workspace.undo_stack.count() == 2
    workspace.undo_stack.undo()
    workspace.undo_stack.undo()
    assert workspace.project.notes[0].tags == ("disputed", "doubtful-count")


def test_new_and_ready_made_tags(codebook, workspace):
    codebook.add()
    codebook.add()
    assert tag_names(workspace)[2:] == ["New tag", "New tag 2"]
    codebook.add_ready("SIFT")
    assert "Trace to the original" in tag_names(workspace)


def test_schemes_of_ones_own(codebook, workspace):
    page = codebook.tabs.widget(1)
    assert page.name.isReadOnly()
    page.copy.click()
    page.name.setText("House rules")
    page.credibility.setPlainText("ok Looks right\nno Looks wrong")
    page.save.click()
    (own,) = workspace.project.codebook.schemes
    assert own.name == "House rules"
    assert [(g.code, g.label) for g in own.credibility] == [("ok", "Looks right"), ("no", "Looks wrong")]
    page.remove.click()
    assert workspace.project.codebook.schemes == ()


def test_grades_keep_their_colours_and_new_ones_differ():
    grades = read_grades("1 Sure\n2 Maybe\n\n3 No", ())
    assert len({grade.colour for grade in grades}) == 3
    assert read_grades("3 Never\n1 Sure", grades)[0].colour == grades[2].colour
