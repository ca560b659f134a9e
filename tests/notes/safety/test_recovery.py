"""After a crash the journal gives the work back up to the last action; backups and lock files keep their word."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import ProjectLockedError
from reader.notes import (
    Journal,
    Project,
    add_note,
    add_tag,
    back_up,
    delete_tag,
    draft_note,
    find_recoverable,
    list_backups,
    lock_project,
    move_source,
    remove_notes,
    remove_source,
    set_body,
    set_metadata,
    set_project_memo,
    write_project,
)
from reader.text import Span


def edits(project: Project) -> list[Project]:
    """One project after another, each one action later."""
    states = [project]
    first, second = (note.id for note in project.notes)
    states.append(set_body(states[-1], first, "changed"))
    states.append(add_note(states[-1], draft_note(states[-1], [("gazette", Span(0, 6))], body="new")))
    states.append(remove_notes(states[-1], [second]))
    states.append(move_source(states[-1], "gazette", 0))
    states.append(set_metadata(states[-1], "harbour", title="Another title"))
    states.append(delete_tag(add_tag(states[-1], "Odd"), "sift-find"))
    states.append(set_project_memo(states[-1], "what I think"))
    states.append(replace(states[-1], notes=states[-1].notes[::-1], decisions={"names": [1]}, layout={"panes": [2]}))
    states.append(remove_source(states[-1], "harbour"))
    return states


def test_the_work_comes_back_up_to_the_last_action(project: Project, tmp_path: Path) -> None:
    states = edits(project)
    journal = Journal(tmp_path, path=tmp_path / "linnet.diptych")
    for number, (before, after) in enumerate(pairwise(states), 1):
        journal.record(before, after, f"Step {number}")
        [work] = find_recoverable(tmp_path)
        assert work.project == after
        assert (work.path, work.action, work.actions) == (tmp_path / "linnet.diptych", f"Step {number}", number)


def test_a_torn_or_damaged_line_ends_the_journal(project: Project, tmp_path: Path) -> None:
    states = edits(project)
    journal = Journal(tmp_path)
    for before, after in pairwise(states[:4]):
        journal.record(before, after, "Edit")
    [file] = tmp_path.glob("*.journal")
    whole = file.read_bytes()
    lines = whole.splitlines(keepends=True)
    for cut in range(len(lines[0]) + 1, len(whole), 97):
        file.write_bytes(whole[:cut])
        found = find_recoverable(tmp_path)
        assert [work.project for work in found] in ([], [states[1]], [states[2]], [states[3]])
    file.write_bytes(lines[0] + lines[1] + b"\0" * 300 + b"\n" + lines[3])
    assert [work.project for work in find_recoverable(tmp_path)] == [states[1]]
    file.write_bytes(b"\x00\xff nothing of the kind")
    assert find_recoverable(tmp_path) == []


def test_a_saved_or_closed_project_leaves_no_journal(project: Project, tmp_path: Path) -> None:
    states = edits(project)
    journal = Journal(tmp_path)
    journal.record(states[0], states[1], "Edit")
    journal.saved(tmp_path / "linnet.diptych")
    assert find_recoverable(tmp_path) == []
    journal.record(states[1], states[2], "Edit")
    [work] = find_recoverable(tmp_path)
    assert (work.project, work.path) == (states[2], tmp_path / "linnet.diptych")
    journal.clear()
    assert list(tmp_path.iterdir()) == []


def test_what_is_done_while_a_save_goes_on_is_not_taken_for_saved(project: Project, tmp_path: Path) -> None:
    states, path = edits(project), tmp_path / "linnet.diptych"
    journal = Journal(tmp_path)
    journal.record(states[0], states[1], "Edit")
    begun = journal.actions
    journal.record(states[1], states[2], "Type on")
    journal.saved(path, begun)
    [work] = find_recoverable(tmp_path)
    assert (work.project, work.path, work.action, work.actions) == (states[2], path, "Type on", 1)


def test_the_state_at_first_is_written_before_it_is_needed(project: Project, tmp_path: Path) -> None:
    states = edits(project)
    journal = Journal(tmp_path, path=tmp_path / "linnet.diptych")
    journal.prepare(states[0])
    journal.record(states[0], states[1], "Edit")
    [file] = tmp_path.glob("*.journal")
    assert len(file.read_bytes().splitlines()) == 2
    assert [work.project for work in find_recoverable(tmp_path)] == [states[1]]
    journal.clear()
    journal.prepare(states[0])
    journal.record(states[1], states[2], "Edit of another state than was prepared")
    assert [work.project for work in find_recoverable(tmp_path)] == [states[2]]
    journal.clear()
    journal.prepare(states[0])
    journal.clear()
    assert list(tmp_path.iterdir()) == []


def test_the_journal_of_a_killed_program_whose_work_was_saved_is_taken_away(project: Project, tmp_path: Path) -> None:
    states = edits(project)
    journal = Journal(tmp_path)
    journal.record(states[0], states[1], "Edit")
    journal.saved(tmp_path / "linnet.diptych")
    [file] = tmp_path.glob("*.journal")
    file.write_bytes(file.read_bytes().replace(f'"pid":{os.getpid()}'.encode(), b'"pid":999999999', 1))
    assert find_recoverable(tmp_path) == [] and not file.exists()


def test_a_journal_that_began_anew_while_a_save_went_on_is_not_taken_for_saved(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    states, journal = edits(project), Journal(tmp_path)
    for before, after in pairwise(states[:4]):
        journal.record(before, after, "Edit")
    begun = journal.actions
    [old] = tmp_path.glob("*.journal")
    monkeypatch.setattr("reader.notes.safety.journal._KEPT_BACK", -1)
    monkeypatch.setattr(journal, "_begun", -1)
    journal.record(states[3], states[4], "Move")
    monkeypatch.undo()
    journal.saved(tmp_path / "linnet.diptych", begun)
    renewed(journal)
    [work] = find_recoverable(tmp_path)
    assert (work.project, work.action, journal.place) == (states[4], "Move", old)
    journal.record(states[4], states[5], "Rename")
    [work] = find_recoverable(tmp_path)
    assert (work.project, work.action) == (states[5], "Rename")
    assert journal.place != old and not old.exists()


def renewed(journal: Journal) -> None:
    """Wait until the first line of the journal that is to take the place of this one is written."""
    if journal._renewal is not None:
        journal._renewal.beginning.wait()


def test_half_a_first_line_goes_when_it_is_old(tmp_path: Path) -> None:
    torn = tmp_path / "torn.journal"
    torn.write_bytes(b'{"host": "here", "pid": 1')
    assert find_recoverable(tmp_path) == [] and torn.exists()
    os.utime(torn, (1, 1))
    assert find_recoverable(tmp_path) == [] and not torn.exists()


def test_a_long_journal_begins_anew_and_loses_nothing(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.notes.safety.journal._KEPT_BACK", 100)
    journal, state = Journal(tmp_path), project
    sizes = []
    for number in range(60):
        after = set_body(state, state.notes[0].id, f"{number} " + "word " * 60)
        journal.record(state, after, "Type")
        state = after
        assert journal.place is not None
        sizes.append(journal.place.stat().st_size)
        [work] = find_recoverable(tmp_path)
        assert work.project == state
        renewed(journal)
        [work] = find_recoverable(tmp_path)
        assert work.project == state
    assert max(sizes) < 2.5 * sizes[0] + 4000
    journal.clear()
    assert list(tmp_path.iterdir()) == []


def test_a_journal_begins_anew_while_the_window_goes_on(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.notes.safety.journal._KEPT_BACK", 100)
    states, journal, held = edits(project), Journal(tmp_path), Event()
    journal.record(states[0], states[1], "Edit")
    first_line = journal._first_line
    monkeypatch.setattr(journal, "_first_line", lambda project: held.wait(20) and first_line(project))
    monkeypatch.setattr(journal, "_begun", -1)
    for before, after in pairwise(states[1:6]):  # none of them waits for the new first line
        journal.record(before, after, "Edit")
        [work] = find_recoverable(tmp_path)
        assert work.project == after
    held.set()
    renewed(journal)
    journal.record(states[5], states[6], "Edit")
    [work] = find_recoverable(tmp_path)
    assert work.project == states[6] and len(list(tmp_path.glob("*.journal"))) == 1


def test_a_journal_for_whose_new_beginning_there_is_no_room_goes_on(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.notes.safety.journal._KEPT_BACK", 100)
    states, journal = edits(project), Journal(tmp_path)
    journal.record(states[0], states[1], "Edit")

    def full(_project: Project) -> dict[str, Any]:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(journal, "_first_line", full)
    monkeypatch.setattr(journal, "_begun", -1)
    journal.record(states[1], states[2], "Edit")
    assert journal._renewal is not None
    journal._renewal.beginning._thread.join()
    journal.record(states[2], states[3], "Edit")
    [work] = find_recoverable(tmp_path)
    assert work.project == states[3] and work.actions == 3


def test_a_journal_of_a_running_program_is_left_alone(project: Project, tmp_path: Path) -> None:
    states = edits(project)
    Journal(tmp_path).record(states[0], states[1], "Edit")
    [file] = tmp_path.glob("*.journal")
    first, rest = file.read_text(encoding="utf-8").split("\n", 1)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        file.write_text(json.dumps(json.loads(first) | {"pid": other.pid, "began": ""}) + "\n" + rest, encoding="utf-8")
        assert find_recoverable(tmp_path) == []
        other.communicate(b"\n", timeout=20)
    assert [work.project for work in find_recoverable(tmp_path)] == [states[1]]


def test_a_journal_that_can_not_be_written_says_so_and_the_work_goes_on(project: Project, tmp_path: Path) -> None:
    states, told = edits(project), list[str]()
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    journal = Journal(blocked, on_trouble=told.append)
    journal.record(states[0], states[1], "Edit")
    assert len(told) == 1
    assert "recovery journal" in told[0]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(st.integers(0, 9), min_size=1, max_size=8))
def test_any_order_of_states_is_written_down(project: Project, tmp_path: Path, order: list[int]) -> None:
    states, journal = edits(project), Journal(tmp_path)
    before = project
    for number in order:
        journal.record(before, states[number], "Jump")
        before = states[number]
    [work] = find_recoverable(tmp_path)
    assert work.project == before
    journal.clear()


def test_backups_are_dated_limited_and_not_repeated(project: Project, tmp_path: Path) -> None:
    path, folder = tmp_path / "linnet.diptych", tmp_path / "backups"
    assert back_up(path, folder) is None
    for day in range(1, 8):
        write_project(set_project_memo(project, f"day {day}"), path)
        made = back_up(path, folder, limit=3, clock=lambda day=day: f"2026-03-0{day}T08:00:00+00:00")  # type: ignore[misc]
        assert made is not None
        assert made.read_bytes() == path.read_bytes()
    assert back_up(path, folder, limit=3) is None
    assert [copy.name for copy in list_backups(path, folder)] == [
        f"linnet.2026-03-0{day}T08-00-00.diptych" for day in (7, 6, 5)
    ]


def test_a_lock_names_who_has_the_project(tmp_path: Path) -> None:
    path = tmp_path / "linnet.diptych"
    lock = lock_project(path, user="Ilse", clock=lambda: "2026-03-04T09:00:00+01:00")
    with pytest.raises(ProjectLockedError, match=r"Ilse on this machine, since 4 March"):
        lock_project(path, user="Bo")
    assert lock.held
    lock.release()
    lock_project(path, user="Bo").release()
    assert list(tmp_path.iterdir()) == []


def test_the_lock_of_a_dead_program_is_replaced_that_of_another_machine_is_not(tmp_path: Path) -> None:
    path = tmp_path / "linnet.diptych"
    lock = lock_project(path, user="Ilse")
    held = json.loads(lock.path.read_text(encoding="utf-8"))
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        dead.wait(timeout=20)
    lock.path.write_text(json.dumps(held | {"pid": dead.pid, "began": ""}), encoding="utf-8")
    lock_project(path, user="Bo").release()
    lock.path.write_text(json.dumps(held | {"pid": dead.pid, "host": "elsewhere"}), encoding="utf-8")
    with pytest.raises(ProjectLockedError, match="Ilse on elsewhere"):
        lock_project(path, user="Bo")
    taken = lock_project(path, user="Bo", take_over=True)
    assert taken.held
    lock.release()
    assert taken.held


def test_a_number_used_again_by_another_process_does_not_keep_a_lock(tmp_path: Path) -> None:
    path = tmp_path / "linnet.diptych"
    lock = lock_project(path, user="Ilse")
    held = json.loads(lock.path.read_text(encoding="utf-8"))
    if not held["began"]:
        pytest.skip("this system does not tell when a process began")
    lock.path.write_text(json.dumps(held | {"began": "1"}), encoding="utf-8")
    assert lock_project(path, user="Bo").held


def test_a_damaged_lock_file_does_not_lock_anybody_out(tmp_path: Path) -> None:
    path = tmp_path / "linnet.diptych"
    lock = lock_project(path)
    lock.path.write_bytes(b"\xff\x00{")
    assert lock_project(path).held


def test_of_many_programs_one_gets_the_lock(tmp_path: Path) -> None:
    code = (
        "import sys, time\nfrom reader.notes import lock_project\nfrom reader.errors import ProjectLockedError\n"
        "sys.stdin.readline()\n"
        "try:\n    lock_project(sys.argv[1]); print('have', flush=True)\n    sys.stdin.readline()\n"
        "except ProjectLockedError:\n    print('locked', flush=True)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "linnet.diptych")]
    root = Path(__file__).resolve().parents[3]
    many = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root, env=os.environ)
        for _ in range(4)
    ]
    for process in many:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.stdout.readline().strip() for process in many if process.stdout]
    for process in many:
        process.communicate("end\n", timeout=20)
    assert sorted(said) == ["have", "locked", "locked", "locked"]
