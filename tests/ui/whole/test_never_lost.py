"""Work is not lost: recovery after a kill, locks, a file changed underneath, backups, saves that fail."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from reader.errors import ProjectLockedError
from reader.notes import (
    Journal,
    Project,
    add_notes,
    add_source,
    draft_note,
    find_recoverable,
    lock_project,
    open_project,
    read_project,
    set_project_memo,
    write_project,
)
from reader.text import Article, Span
from reader.ui.docks import CompareDialog
from reader.ui.looks.theme import load_theme
from reader.ui.session import Session
from reader.ui.settings import data_folder
from reader.ui.window import MainWindow
from reader.ui.window.dialogs import questions
from reader.ui.window.dialogs.recovery_dialog import RecoveryDialog
from tests.ui.windows import opened, sources

ROOT = Path(__file__).resolve().parents[3]

WORKING = """
import sys
from pathlib import Path
from reader.app import Program, make_application
from reader.notes import set_project_memo
from PySide6.QtCore import QTimer

if __name__ == "__main__":
    application = make_application()
    program = Program(application)
    program.window.show()
    workspace = program.session.workspace

    def look():
        if len(workspace.project.sources) == 2 and not program.session.opening.running:
            workspace.edit("Write memo", lambda project: set_project_memo(project, "remember the harbour"))
            print("ready", flush=True)
        else:
            QTimer.singleShot(20, look)

    program.window.files.take([Path(name) for name in sys.argv[1:]])
    look()
    application.exec()
"""


@pytest.fixture
def saved(window, qtbot, articles, tmp_path, monkeypatch) -> Path:
    """The project of the window, saved."""
    opened(window, qtbot, articles)
    place = tmp_path / "work.diptych"
    monkeypatch.setattr(questions, "ask_where_to_save", lambda *_: place)
    assert window.files.save()
    return place


def memo(window, words: str) -> None:
    window.session.workspace.edit("Write memo", lambda project: set_project_memo(project, words))


def choose(window, words: str) -> None:
    """Press a button of the message that is shown."""
    action = dict(window.messages.messages[0].choices)[words]
    window.messages.next()
    action()


def test_work_is_offered_after_a_kill(qtbot, articles, tmp_path):
    script = tmp_path / "working.py"
    script.write_text(WORKING, encoding="utf-8")
    names = [str(path) for path in articles]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, script, *names], stdout=subprocess.PIPE, text=True, env=environment
    ) as at_work:
        assert at_work.stdout.readline() == "ready\n"
        at_work.send_signal(signal.SIGKILL)
    again = MainWindow(Session(), load_theme("light"))
    qtbot.addWidget(again, before_close_func=lambda held: held.session.workspace.undo_stack.setClean())
    again.show()
    qtbot.waitUntil(lambda: bool(again.messages.messages))
    assert "never saved" in again.messages.messages[0].words and "Write memo" in again.messages.messages[0].words
    choose(again, "Open it")
    assert again.session.workspace.project.memo == "remember the harbour" and len(sources(again)) == 2
    assert again.session.saving.modified and again.windowTitle().endswith("• — Diptych")
    assert len(list(data_folder("recovery").glob("*.journal"))) == 1
    again.session.close()
    assert not list(data_folder("recovery").glob("*.journal"))


def test_a_saved_project_leaves_no_journal(window, saved):
    assert find_recoverable(data_folder("recovery")) == []
    memo(window, "one")
    assert [work.action for work in find_recoverable(data_folder("recovery"))] == ["Write memo"]
    window.menus.actions["undo"].trigger()
    assert not window.session.saving.modified
    window.files.save()
    assert find_recoverable(data_folder("recovery")) == []
    window.files.new()
    assert not list(data_folder("recovery").glob("*.journal"))


def test_ctrl_s_saves_while_the_reader_works_on(window, saved, qtbot):
    memo(window, "one")
    window.menus.actions["save"].trigger()
    memo(window, "two")
    assert window.status.saved.text() == "Saving…" and window.session.saving.modified
    qtbot.waitUntil(lambda: window.status.saved.text() == "Unsaved changes")
    assert read_project(saved).memo == "one"
    assert [work.actions for work in find_recoverable(data_folder("recovery"))] == [1]
    window.menus.actions["undo"].trigger()
    assert not window.session.saving.modified and "saved" in window.status.saved.text()


def test_a_save_in_the_background_that_fails_leaves_the_project_unsaved(window, saved, qtbot):
    write_project(set_project_memo(read_project(saved), "theirs"), saved)
    memo(window, "mine")
    window.menus.actions["save"].trigger()
    qtbot.waitUntil(lambda: bool(window.messages.messages))
    assert "another program" in window.messages.messages[0].words
    assert window.session.saving.modified and window.windowTitle().startswith("work.diptych •")
    assert find_recoverable(data_folder("recovery"))


def test_closing_waits_for_a_save_that_goes_on(window, saved, monkeypatch):
    memo(window, "last words")
    window.menus.actions["save"].trigger()
    monkeypatch.setattr(questions, "ask_unsaved", lambda *_: pytest.fail("asked"))
    window.files.new()
    assert read_project(saved).memo == "last words"


def test_the_state_at_first_of_a_large_project_is_in_the_journal_before_the_first_change(window, qtbot, tmp_path):
    made = add_source(Project(), Article.from_text("The ferry left at six. " * 20_000))
    write_project(made, tmp_path / "large.diptych")
    window.files.open_project(tmp_path / "large.diptych")
    qtbot.waitUntil(lambda: bool(list(data_folder("recovery").glob("*.journal"))))
    journal = window.session.saving.recovering.journal
    journal.record = lambda *args, record=journal.record: (begun.append(journal._prepared is not None), record(*args))
    begun: list[bool] = []
    memo(window, "one")
    assert begun == [True] and len(list(data_folder("recovery").glob("*.journal"))) == 1
    assert find_recoverable(data_folder("recovery"))[0].project.memo == "one"


def test_the_lock_is_held_while_open_and_given_back(window, saved):
    with pytest.raises(ProjectLockedError):
        lock_project(saved)
    window.files.new()
    lock_project(saved).release()


def test_a_project_that_somebody_has_open_is_told_and_can_be_taken_over(window, qtbot, saved):
    window.files.new()
    other = lock_project(saved, user="Ada")
    window.files.open_project(saved)
    assert len(sources(window)) == 2
    assert "Ada" in window.messages.messages[0].words and "Read only" in window.status.saved.text()
    memo(window, "mine")
    assert not window.files.save() and read_project(saved).memo == ""
    choose(window, "Take it over")
    assert not other.held and "Read only" not in window.status.saved.text()
    assert window.files.save() and read_project(saved).memo == "mine"


def test_a_file_changed_underneath_is_not_overwritten_unasked(window, saved):
    theirs = set_project_memo(read_project(saved), "theirs")
    write_project(theirs, saved)
    memo(window, "mine")
    assert not window.files.save()
    assert read_project(saved).memo == "theirs"
    assert [words for words, _ in window.messages.messages[0].choices] == ["Compare", "Save as…", "Overwrite"]
    choose(window, "Overwrite")
    assert read_project(saved).memo == "mine" and not window.session.saving.modified


def test_a_refused_write_keeps_the_work_and_says_so(window, saved, monkeypatch):
    memo(window, "kept")
    folder = saved.parent / "no-such-folder"
    assert not window.session.saving.save(folder / "work.diptych")
    assert "work.diptych" in window.messages.messages[0].words
    assert window.session.saving.path == saved and window.session.saving.modified
    assert window.session.workspace.project.memo == "kept"


def test_backups_are_kept_of_what_is_written_over(window, saved):
    memo(window, "second")
    assert window.files.save()
    [copy] = data_folder("backups").rglob("*.diptych")
    assert read_project(copy).memo == ""


def test_saving_elsewhere_keeps_the_way_to_the_originals(window, saved, tmp_path, articles):
    folder = tmp_path / "deeper" / "still"
    folder.mkdir(parents=True)
    assert window.session.saving.save(folder / "copy.diptych")
    written = read_project(folder / "copy.diptych")
    assert [(folder / source.path).resolve() for source in written.sources] == articles
    lock_project(saved).release()
    with pytest.raises(ProjectLockedError):
        lock_project(folder / "copy.diptych")


def test_the_clean_state_is_where_the_last_save_was(window, saved):
    memo(window, "one")
    memo(window, "two")
    window.files.save()
    window.menus.actions["undo"].trigger()
    assert window.windowTitle() == "work.diptych • — Diptych"
    window.menus.actions["redo"].trigger()
    assert window.windowTitle() == "work.diptych — Diptych"


def test_autosave_writes_only_what_has_a_file(window, saved, qtbot):
    memo(window, "by itself")
    window.session.saving._save_by_itself()
    window.session.saving.settle()
    assert read_project(saved).memo == "by itself"


def test_the_layout_is_saved_without_being_a_step(window, saved):
    held = open_project(saved).project
    assert "panes" in held.layout
    assert window.session.workspace.undo_stack.isClean()


def crashed(memos: dict[str, Path | None]) -> None:
    """Journals as programs leave them that are killed: one a memo, with the file it was saved in, if any."""
    for words, path in memos.items():
        before = add_source(Project(), Article.from_text("The ferry left.", title=f"Report for {words}"))
        Journal(data_folder("recovery"), path=path).record(before, set_project_memo(before, words), f"Tag “{words}”")


def test_work_on_several_projects_is_offered_in_one_list(qtbot, tmp_path, monkeypatch):
    crashed({"one": None, "two": tmp_path / "two.diptych", "three": None})
    window = MainWindow(Session(), load_theme("light"))
    qtbot.addWidget(window, before_close_func=lambda held: held.session.workspace.undo_stack.setClean())
    window.show()
    qtbot.waitUntil(lambda: bool(window.messages.messages))
    (message,) = window.messages.messages
    assert "unsaved work on 3 projects" in message.words
    rows: list[str] = []

    def answer(dialog: RecoveryDialog) -> None:
        rows.extend(dialog.list.item(n).text() for n in range(dialog.list.count()))
        dialog.list.setCurrentRow(next(n for n, work in enumerate(dialog.works) if work.project.memo == "one"))
        dialog.discard.click()
        dialog.list.setCurrentRow(next(n for n, work in enumerate(dialog.works) if work.project.memo == "two"))
        dialog.opener.click()

    monkeypatch.setattr(RecoveryDialog, "confirm_discard", staticmethod(lambda *_: True))
    monkeypatch.setattr(RecoveryDialog, "exec", answer)
    choose(window, "Show them…")
    two = next(row for row in rows if row.startswith("two.diptych"))
    assert "1 source: Report for two · 0 notes" in two and "the last: Tag “two”" in two
    assert window.session.workspace.project.memo == "two" and window.session.saving.path == tmp_path / "two.diptych"
    assert "a project that was never saved" in window.messages.messages[0].words
    assert len(list(data_folder("recovery").glob("*.journal"))) == 2
    window.session.close()


def press(window, words: str) -> None:
    """Press a button of the message that is shown, which closes the message first."""
    next(button for button in window.messages.findChildren(QPushButton) if button.text() == words).click()


def test_discarding_asks_first(qtbot, monkeypatch):
    crashed({"one": None})
    window = MainWindow(Session(), load_theme("light"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: bool(window.messages.messages))
    monkeypatch.setattr(RecoveryDialog, "confirm_discard", staticmethod(lambda *_: False))
    press(window, "Discard…")
    assert window.messages.messages and list(data_folder("recovery").glob("*.journal"))
    monkeypatch.setattr(RecoveryDialog, "confirm_discard", staticmethod(lambda *_: True))
    press(window, "Discard…")
    assert not window.messages.messages and not list(data_folder("recovery").glob("*.journal"))
    window.session.close()


def test_what_is_on_the_disk_can_be_brought_in(window, saved, monkeypatch):
    there = read_project(saved)
    key = there.sources[0].key
    theirs = add_notes(there, [draft_note(there, [(key, Span(0, 5))], author="Bea", body="theirs")])
    write_project(theirs, saved)
    window.session.workspace.edit(
        "Note", lambda held: add_notes(held, [draft_note(held, [(key, Span(6, 10))], body="mine")])
    )
    assert not window.files.save()
    said: list[str] = []

    def answer(dialog: CompareDialog) -> None:
        said.extend(dialog.list.item(n).text() for n in range(dialog.list.count()))
        next(button for button in dialog.buttons.buttons() if button.text() == "Bring in").click()

    monkeypatch.setattr(CompareDialog, "exec", answer)
    choose(window, "Compare")
    assert said[0].startswith("Note only here: “fire”") and said[1].startswith("Note only on the disk: “Ferry”")
    assert {note.body for note in read_project(saved).notes} == {"mine", "theirs"}
    assert not window.session.saving.modified
    window.session.workspace.undo_stack.undo()
    assert [note.body for note in window.session.workspace.project.notes] == ["mine"]


def test_the_lock_says_since_when_as_people_do(window, qtbot, saved):
    window.files.new()
    other = lock_project(saved, user="Ada", clock=lambda: "2021-05-04T07:08:09+00:00")
    window.files.open_project(saved)
    assert "Ada on this machine, since 4 May 2021, " in window.messages.messages[0].words
    other.release()


def test_the_work_at_hand_is_never_offered_as_lost(window, saved):
    memo(window, "one")
    assert find_recoverable(data_folder("recovery")) and window.session.saving.recovering.found() == []


def test_a_note_is_written_down_even_while_the_first_articles_come_in(window, saved):
    recovering = window.session.saving.recovering
    recovering.pause()
    memo(window, "no note yet")
    assert find_recoverable(data_folder("recovery")) == []
    key = read_project(saved).sources[0].key
    window.session.workspace.edit("Note", lambda held: add_notes(held, [draft_note(held, [(key, Span(0, 5))])]))
    (work,) = find_recoverable(data_folder("recovery"))
    assert work.project.memo == "no note yet" and len(work.project.notes) == 1


def test_a_project_on_a_disk_that_is_read_only_is_read_and_saved_elsewhere(window, saved, monkeypatch, tmp_path):
    window.files.new()
    monkeypatch.setattr(Path, "open", refusing_to_create(Path.open))
    window.files.open_project(saved)
    message = window.messages.messages[0]
    assert "can be read here but not saved: the disk is read-only" in message.words
    assert window.status.saved.text() == "Read only" and len(sources(window)) == 2
    monkeypatch.undo()
    monkeypatch.setattr(questions, "ask_where_to_save", lambda *_: tmp_path / "copy.diptych")
    choose(window, "Save as…")
    assert window.session.saving.path == tmp_path / "copy.diptych" and not window.session.saving.read_only


def refusing_to_create(real):
    """`Path.open` on a disk that is read-only."""

    def opened(self, mode="r", *args, **more):
        if set(mode) & set("wxa"):
            raise OSError(errno.EROFS, "Read-only file system")
        return real(self, mode, *args, **more)

    return opened


def test_a_save_that_failed_offers_another_place_and_is_forgotten_once_it_went_well(window, saved, monkeypatch):
    memo(window, "kept")
    monkeypatch.setattr(Path, "open", refusing_to_create(Path.open))
    assert not window.files.save()
    (message,) = [held for held in window.messages.messages if held.level == "error"]
    assert [words for words, _ in message.choices] == ["Try again", "Save as…"]
    monkeypatch.undo()
    assert window.files.save() and "error" not in {held.level for held in window.messages.messages}


def test_of_two_saves_that_failed_the_last_reason_is_told(window, saved):
    for reason in ("the disk is full", "the disk is read-only"):
        window.session.saving.save_failed.emit(f"It could not be saved: {reason}.")
    assert [message.words for message in window.messages.messages] == ["It could not be saved: the disk is read-only."]
