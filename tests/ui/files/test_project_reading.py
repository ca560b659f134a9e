"""A large project is read in slices between the events of the window, a small one at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer

from reader.notes import Project, add_notes, add_source, draft_notes, read_project, set_project_memo, write_project
from reader.text import Article, Span
from reader.ui.files.project_reading import AT_ONCE
from reader.ui.window.dialogs import questions
from tests.ui.windows import opened, sources

TEXT = "The ferry left at six, and nobody on the quay saw it go. " * 60


@pytest.fixture
def large(tmp_path):
    """A project file with more notes than are read at once."""
    made = add_source(Project(), Article.from_text(TEXT, key="quay"))
    spans = [("quay", Span(n, n + 9)) for n in range(2 * AT_ONCE)]
    path = tmp_path / "large.diptych"
    write_project(add_notes(made, draft_notes(made, spans, rating="3")), path)
    return path


def test_the_window_goes_on_while_a_large_project_is_read(window, qtbot, large, monkeypatch):
    monkeypatch.setattr("reader.ui.background.turns.AT_A_TIME", 0.0)  # one step a turn
    reading, shares, turns = window.session.saving.reading, [], set()
    reading.progressed.connect(lambda share, words: shares.append((share, words)))
    reading.progressed.connect(lambda *_: QTimer.singleShot(0, window, lambda: turns.add(len(shares))))
    window.files.open_project(large)
    assert reading.running and not sources(window)
    qtbot.waitUntil(lambda: bool(sources(window)))
    assert len(shares) > 20 and len(turns) > len(shares) / 2  # something else had its turn between two of them
    assert shares == sorted(shares) and 0 < shares[0][0] < shares[-1][0] <= 1
    assert shares[0][1] == "Opening large.diptych"
    assert window.session.workspace.project.notes == read_project(large).notes
    assert not reading.running and not window.session.saving.modified


def test_a_small_project_is_there_at_once(window, tmp_path):
    write_project(add_source(Project(), Article.from_text(TEXT)), tmp_path / "small.diptych")
    window.files.open_project(tmp_path / "small.diptych")
    assert len(sources(window)) == 1 and window.session.saving.path == tmp_path / "small.diptych"


def test_reading_can_be_cancelled_and_what_was_shown_stays(window, qtbot, articles, large):
    opened(window, qtbot, articles)
    window.session.workspace.undo_stack.setClean()
    window.files.open_project(large)
    window.status.cancel_asked.emit()
    assert not window.session.saving.reading.running
    assert len(sources(window)) == 2 and window.session.saving.path is None


def test_what_is_asked_for_last_is_opened(window, qtbot, large, tmp_path):
    write_project(set_project_memo(Project(), "small"), tmp_path / "small.diptych")
    window.files.open_project(large)
    window.files.open_project(tmp_path / "small.diptych")
    assert window.session.workspace.project.memo == "small" and not window.session.saving.reading.running
    window.files.open_project(large)
    window.files.new()
    assert not window.session.saving.reading.running and window.session.saving.path is None


def test_a_large_project_that_is_damaged_at_its_end_is_told_and_nothing_is_lost(window, qtbot, articles, large):
    opened(window, qtbot, articles)
    window.session.workspace.undo_stack.setClean()
    whole = large.read_text(encoding="utf-8")
    at = whole.rindex('"rating": "3"')
    large.write_text(f'{whole[:at]}"rating": "99"{whole[at + 13 :]}', encoding="utf-8")
    window.files.open_project(large)
    qtbot.waitUntil(lambda: bool(window.messages.messages))
    assert f"notes[{2 * AT_ONCE - 1}].rating" in window.messages.messages[0].words
    assert len(sources(window)) == 2


def test_who_works_on_while_a_project_is_read_is_asked_before_it_is_shown(window, qtbot, articles, large, monkeypatch):
    opened(window, qtbot, articles)
    window.session.workspace.undo_stack.setClean()
    asked = []
    monkeypatch.setattr(questions, "ask_unsaved", lambda *_: asked.append(1) or "cancel")
    window.files.open_project(large)
    window.session.workspace.edit("Write memo", lambda project: set_project_memo(project, "mine"))
    qtbot.waitUntil(lambda: bool(asked))
    assert window.session.workspace.project.memo == "mine" and len(sources(window)) == 2


def test_articles_given_with_a_large_project_come_after_it(window, qtbot, articles, large):
    window.files.take([large, articles[0]])
    qtbot.waitUntil(lambda: len(sources(window)) == 2)
    assert window.session.saving.path == large


def test_articles_given_with_a_project_that_cannot_be_read_come_all_the_same(window, qtbot, articles, tmp_path):
    window.files.take([tmp_path / "gone.diptych", articles[0]])
    qtbot.waitUntil(lambda: len(sources(window)) == 1)
    assert "gone.diptych" in window.messages.messages[0].words
