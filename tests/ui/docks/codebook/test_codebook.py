"""The codebook: tags and rating schemes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reader.notes import add_note, add_tag, describe_tag, draft_note, set_rating
from reader.text import Span
from reader.ui.docks import CodebookDialog
from reader.ui.docks.codebook.grade_field import read_grades


@pytest.fixture
def codebook(qtbot, workspace, theme):
    project = add_tag(workspace.project, "disputed", colour="#d55e00")
    project = add_tag(project, "doubtful count", parent="disputed", shortcut="c")
    note = draft_note(project, [("aaa", Span(0, 5))], tags=["disputed", "doubtful-count"])
    workspace.show_project(add_note(project, note))
    dialog = CodebookDialog(workspace, theme)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
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
    page.commit()
    (own,) = workspace.project.codebook.schemes
    assert own.name == "House rules"
    assert [(g.code, g.label) for g in own.credibility] == [("ok", "Looks right"), ("no", "Looks wrong")]
    page.remove.click()
    assert workspace.project.codebook.schemes == ()


def test_grades_keep_their_colours_and_new_ones_differ():
    grades = read_grades("1 Sure\n2 Maybe\n\n3 No", ())
    assert len({grade.colour for grade in grades}) == 3
    assert read_grades("3 Never\n1 Sure", grades)[0].colour == grades[2].colour


def test_a_scheme_is_kept_when_the_dialog_closes_and_a_refusal_keeps_it_open(codebook, workspace):
    page = codebook.schemes
    page.copy.click()
    (own,) = workspace.project.codebook.schemes
    note = workspace.project.notes[0].id
    workspace.edit("Rate", lambda project: set_rating(project, note, "6", scheme=own.id))
    page.credibility.setPlainText("1 Sure\n2 Not so sure")
    codebook.reject()
    assert codebook.isVisible() and "“6” is in use" in codebook.refused.text()
    page.credibility.setPlainText("1 Sure\n6 Who knows")
    codebook.reject()
    assert not codebook.isVisible()
    assert [grade.label for grade in workspace.project.codebook.schemes[0].credibility] == ["Sure", "Who knows"]


def test_the_colour_of_a_grade_is_chosen(codebook, workspace, monkeypatch):
    page = codebook.schemes
    page.copy.click()
    monkeypatch.setattr(CodebookDialog, "ask_colour", staticmethod(lambda parent, present: "#123456"))
    page.credibility.recolour(2)
    assert workspace.project.codebook.schemes[0].credibility[2].colour == "#123456"
    assert len({grade.colour for grade in workspace.project.codebook.schemes[0].credibility}) == 6


def test_the_scheme_of_the_project_is_that_of_new_notes_and_of_those_not_rated(codebook, workspace):
    page = codebook.schemes
    page.choose("3x5x2")
    assert "handling" in page.told.text() and not page.use.isChecked()
    page.use.click()
    assert workspace.scheme == "3x5x2" and page.use.isChecked()
    assert {note.scheme for note in workspace.project.notes if not note.rating} == {"3x5x2"}
    assert {source.scheme for source in workspace.project.sources} == {"3x5x2"}
    workspace.undo_stack.undo()
    assert workspace.scheme == "admiralty" and not page.use.isChecked()


def test_undo_works_inside_the_dialog(codebook, qtbot, workspace):
    codebook.add_ready("CRAAP")
    assert codebook.form.name.text() == "CRAAP"
    codebook.list.setFocus()
    qtbot.keyClick(codebook.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "CRAAP" not in tag_names(workspace)


def test_a_refusal_is_told_in_the_dialog_and_nowhere_else(codebook, workspace, qtbot):
    height = codebook.tabs.height()
    with qtbot.assertNotEmitted(workspace.trouble):
        codebook.form.shortcut.setText("n")
        codebook.form.shortcut.editingFinished.emit()
    assert not codebook.refused.isHidden() and codebook.tabs.height() == height


def test_tab_walks_the_fields_from_top_to_bottom(codebook):
    form = codebook.form
    order = [form.name, form.colour, form.description, form.parent_tag, form.shortcut]
    walked, at = [form.name], form.name
    while len(walked) < len(order):
        at = at.nextInFocusChain()
        if at in order:
            walked.append(at)
    assert walked == order


def test_new_tags_get_colours_that_differ(workspace):
    for name in ("one", "two", "three"):
        workspace.edit("Add", lambda project, name=name: add_tag(project, name))
    assert len({tag.colour for tag in workspace.project.codebook.tags[-3:]}) == 3


def test_without_tags_there_is_nothing_to_fill_in(qtbot, workspace, theme):
    dialog = CodebookDialog(workspace, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.form.isVisible() and "No tags yet" in dialog.none.text()
    assert not dialog.remove.isEnabled() and not dialog.merge.isEnabled()
    dialog.add()
    assert dialog.form.isVisible() and not dialog.none.isVisible()
    assert dialog.remove.isEnabled() and not dialog.merge.isEnabled()
    dialog.add()
    assert dialog.merge.isEnabled()


def test_a_long_description_is_shown_from_its_beginning(codebook, workspace):
    tag = workspace.project.codebook.tags[0].id
    workspace.edit("Describe", lambda project: describe_tag(project, tag, "A long description of it. " * 9))
    codebook.choose(tag)
    assert codebook.form.description.cursorPosition() == 0
