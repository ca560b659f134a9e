"""A project file that can't be read: its last backup is offered, and nothing is written before the reader saves."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.notes import read_project, set_project_memo
from reader.ui.settings import data_folder
from reader.ui.window.dialogs import questions
from tests.ui.windows import opened, sources


@pytest.fixture
def broken(window, qtbot, articles, tmp_path, monkeypatch) -> Path:
    """A project of two sources that was saved twice, and then cut off by another program."""
    opened(window, qtbot, articles)
    place = tmp_path / "work.diptych"
    monkeypatch.setattr(questions, "ask_where_to_save", lambda *_: place)
    assert window.files.save()
    window.session.workspace.edit("Write memo", lambda project: set_project_memo(project, "second"))
    assert window.files.save()
    window.files.new()
    place.write_bytes(place.read_bytes()[:700])
    return place


def test_the_last_backup_of_a_broken_project_can_be_opened(window, qtbot, broken):
    window.files.take([broken])
    [message] = window.messages.messages
    [(words, open_copy)] = message.choices
    assert message.level == "error" and "work.diptych" in message.words and words.startswith("Open the backup of ")
    window.messages.next()
    open_copy()
    qtbot.waitUntil(lambda: len(sources(window)) == 2)
    assert window.session.saving.modified
    assert window.session.saving.path == broken and broken.stat().st_size == 700
    assert [Path(source.path).exists() for source in window.session.workspace.project.sources] == [True, True]
    assert window.files.save() and len(read_project(broken).sources) == 2
    assert 700 in [copy.stat().st_size for copy in data_folder("backups").rglob("*.diptych")]


def test_a_broken_project_that_was_never_saved_here_offers_nothing(window, tmp_path):
    (tmp_path / "foreign.diptych").write_text("{", encoding="utf-8")
    window.files.take([tmp_path / "foreign.diptych"])
    [message] = window.messages.messages
    assert not message.choices and "foreign.diptych" in message.words


def test_a_backup_that_is_broken_too_gives_way_to_the_one_before(window, qtbot, broken):
    [copy] = data_folder("backups").rglob("*.diptych")
    (copy.parent / "work.2999-01-01T00-00-00.diptych").write_text("{", encoding="utf-8")
    window.files.take([broken])
    window.messages.messages[0].choices[0][1]()
    qtbot.waitUntil(lambda: len(sources(window)) == 2)
