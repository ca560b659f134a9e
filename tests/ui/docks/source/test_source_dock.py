"""The Source dock: what is known of a source, and how it came in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from reader.text import Provenance, Removed, Span
from reader.ui.docks import SourcePanel
from reader.ui.docks.source.import_details import facts


@pytest.fixture
def source(shown, workspace, theme):
    return shown(SourcePanel(workspace, theme))


def test_a_dock_opened_late_shows_the_source_the_reader_works_in(shown, workspace, theme):
    workspace.select("bbb", Span(0, 4))
    assert shown(SourcePanel(workspace, theme)).source().key == "bbb"


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


def test_the_memo_of_the_project_is_one_step_to_undo(source, qtbot, workspace):
    memo = source.project_memo
    memo.setFocus()
    qtbot.keyClicks(memo, "who warned whom?")
    assert workspace.project.memo == "who warned whom?" and workspace.undo_stack.count() == 1
    workspace.undo_stack.undo()
    assert workspace.project.memo == memo.toPlainText() == ""


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
