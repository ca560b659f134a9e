"""A changed original and a dropped newer version: told, shown, and only then put in place."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.notes import add_note, draft_note
from reader.text import Span
from reader.ui.docks import ReanchoringDialog
from reader.ui.window.dialogs import questions
from tests.ui.windows import opened


def annotate(window, words: str) -> None:
    """A note on the first place of these words in source A."""
    source = window.session.workspace.project.sources[0]
    start = source.article.text.index(words)
    span = Span(start, start + len(words))
    window.session.workspace.edit(
        "Add note", lambda project: add_note(project, draft_note(project, [(source.key, span)], body="mine"))
    )


@pytest.fixture
def agreeing(monkeypatch) -> list[object]:
    """The reader agrees to every diagnosis; the diagnoses that were shown."""
    shown: list[object] = []
    real = ReanchoringDialog.exec

    def agree(dialog):
        shown.append(dialog)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(ReanchoringDialog, "exec", agree)
    assert real is not agree
    return shown


def test_a_replaced_original_is_told_and_its_notes_move(window, qtbot, articles, agreeing):
    opened(window, qtbot, articles)
    annotate(window, "Captain Ilse Brandt")
    old = articles[0].read_text(encoding="utf-8")
    qtbot.waitUntil(lambda: bool(window.session.watching._seen))
    beside = articles[0].with_suffix(".new")
    beside.write_text(old.replace("A fire broke out", "Late at night a fire broke out"), encoding="utf-8")
    beside.replace(articles[0])
    qtbot.waitUntil(lambda: bool(window.messages.messages))
    message = window.messages.messages[0]
    assert "first.txt" in message.words and "source A" in message.words
    dict(message.choices)["See what changes…"]()
    held = window.session.workspace
    qtbot.waitUntil(lambda: "Late at night" in held.project.sources[0].article.text)
    assert len(agreeing) == 1
    target = held.project.notes[0].targets[0]
    assert target.span is not None and target.span.of(held.project.sources[0].article.text) == "Captain Ilse Brandt"
    window.menus.actions["undo"].trigger()
    assert held.project.sources[0].article.text == old


def test_the_watch_goes_on_after_a_replace(window, qtbot, articles):
    opened(window, qtbot, articles)
    qtbot.waitUntil(lambda: bool(window.session.watching._seen))
    for number in (1, 2):
        beside = articles[0].with_suffix(".new")
        beside.write_text(f"Version {number} of this\n\nis another text.\n", encoding="utf-8")
        beside.replace(articles[0])
        qtbot.waitUntil(lambda: bool(window.messages.messages))
        window.messages.clear()


def test_a_newer_version_that_is_dropped_is_offered(window, qtbot, articles):
    opened(window, qtbot, articles)
    articles[0].write_text("Another headline\n\nA shorter account of the fire.\n", encoding="utf-8")
    window.files.take([articles[0]])
    qtbot.waitUntil(lambda: any("another version of source A" in m.words for m in window.messages.messages))
    message = next(m for m in window.messages.messages if "another version" in m.words)
    dict(message.choices)["Add as another source"]()
    assert len(window.session.workspace.project.sources) == 3


def test_a_renamed_original_is_found_again_by_its_hash(window, qtbot, articles):
    opened(window, qtbot, articles)
    qtbot.waitUntil(lambda: len(window.session.watching._seen) == 2)
    there = articles[0].with_name("renamed.txt")
    articles[0].rename(there)
    held = window.session.workspace
    qtbot.waitUntil(lambda: held.project.sources[0].path == there.as_posix())
    assert "found again" in window.messages.messages[0].words
    window.menus.actions["undo"].trigger()
    assert held.project.sources[0].path == str(articles[0])


def test_a_deleted_original_is_told_and_can_be_located(window, qtbot, articles, tmp_path, monkeypatch, agreeing):
    opened(window, qtbot, articles)
    qtbot.waitUntil(lambda: len(window.session.watching._seen) == 2)
    far = tmp_path / "far" / "away"
    far.mkdir(parents=True)
    words = articles[1].read_text(encoding="utf-8")
    (far / "same.txt").write_text(words, encoding="utf-8")
    (far / "other.txt").write_text(words.replace("six hours", "seven hours"), encoding="utf-8")
    articles[1].unlink()
    qtbot.waitUntil(lambda: bool(window.messages.messages))
    message = window.messages.messages[0]
    assert "second.txt" in message.words and "moved or deleted" in message.words
    held = window.session.workspace
    assert held.project.sources[1].article.text == words
    monkeypatch.setattr(questions, "ask_original", lambda *_: far / "same.txt")
    dict(message.choices)["Locate…"]()
    assert held.project.sources[1].path == (far / "same.txt").as_posix()
    monkeypatch.setattr(questions, "ask_original", lambda *_: far / "other.txt")
    dict(message.choices)["Locate…"]()
    qtbot.waitUntil(lambda: "seven hours" in held.project.sources[1].article.text)
    assert len(agreeing) == 1


@pytest.fixture
def left(window, qtbot, articles, tmp_path):
    """A saved project that was closed; its originals are beside it no more."""
    opened(window, qtbot, articles)
    place = tmp_path / "left.diptych"
    assert window.session.saving.save(place)
    window.files.new()
    away = tmp_path / "away"
    away.mkdir()
    for article in articles:
        article.rename(away / article.name)
    window.messages.clear()
    return place


def test_originals_that_were_gone_before_the_project_was_opened_are_told_in_one_message(
    window, qtbot, left, articles, tmp_path, monkeypatch
):
    window.files.open_project(left)
    qtbot.waitUntil(lambda: bool(window.messages.messages))
    (message,) = window.messages.messages
    assert "originals of sources A and B were moved or deleted" in message.words
    assert not window.session.saving.modified
    monkeypatch.setattr(questions, "ask_original", lambda *_: tmp_path / "away" / articles[0].name)
    dict(message.choices)["Locate…"]()
    held = window.session.workspace
    assert [Path(source.path).parent.name for source in held.project.sources] == ["away", "away"]
    window.menus.actions["undo"].trigger()
    window.menus.actions["undo"].trigger()
    assert not window.session.saving.modified
    window.messages.clear()
    window.session.watching.look()
    assert window.messages.messages == []  # told once


def test_originals_that_were_renamed_before_the_project_was_opened_are_found_beside_it(
    window, qtbot, left, articles, tmp_path
):
    (tmp_path / "away" / articles[0].name).rename(tmp_path / "renamed.txt")
    (tmp_path / "sources").mkdir()
    (tmp_path / "away" / articles[1].name).rename(tmp_path / "sources" / articles[1].name)
    window.files.open_project(left)
    held = window.session.workspace
    expected = [(tmp_path / "renamed.txt").as_posix(), (tmp_path / "sources" / articles[1].name).as_posix()]
    qtbot.waitUntil(lambda: [source.path for source in held.project.sources] == expected)
    assert held.undo_stack.undoText() == "Locate originals of A and B"


def test_an_original_that_was_changed_before_the_project_was_opened_is_told(window, qtbot, left, articles, tmp_path):
    for article in articles:
        (tmp_path / "away" / article.name).rename(article)
    articles[1].write_text("Blaze on a ferry\n\nA later edition says less.\n", encoding="utf-8")
    window.files.open_project(left)
    qtbot.waitUntil(lambda: bool(window.messages.messages))
    (message,) = window.messages.messages
    assert "second.txt" in message.words and "was changed on the disk" in message.words
