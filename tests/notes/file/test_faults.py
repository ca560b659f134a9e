"""Whatever fails while a project is written, and whenever the program dies, the file is the old one or the new one."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.errors import ProjectReadError, ProjectWriteError
from reader.notes import Project, find_recoverable, read_project, set_body, set_project_memo, write_project

ROOT = Path(__file__).resolve().parents[3]
ROUNDS = int(os.environ.get("DIPTYCH_KILL_ROUNDS", "30"))


def failing(code: int) -> Callable[..., Any]:
    def fail(*arguments: object, **named: object) -> Any:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize("name", ["fsync", "fdopen", "replace"])
@pytest.mark.parametrize(("code", "told"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "read-only")])
def test_a_step_that_fails_leaves_the_old_file_whole(
    project: Project, saved: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: int, told: str
) -> None:
    before = saved.read_bytes()
    if name == "replace":
        monkeypatch.setattr(Path, "replace", failing(code))
    elif name == "fdopen":
        monkeypatch.setattr(Path, "open", failing(code))
    else:
        monkeypatch.setattr(os, "fsync", failing(code))
    with pytest.raises(ProjectWriteError, match=told):
        write_project(set_project_memo(project, "new"), saved)
    monkeypatch.undo()
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_a_folder_that_is_gone_or_a_file_is_told(project: Project, tmp_path: Path) -> None:
    with pytest.raises(ProjectWriteError, match="no such file or folder"):
        write_project(project, tmp_path / "gone" / "x.diptych")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ProjectWriteError, match="not a folder"):
        write_project(project, tmp_path / "file" / "x.diptych")
    with pytest.raises(ProjectWriteError, match="is not a file"):
        write_project(project, tmp_path)


def test_something_that_is_no_plain_data_is_told_and_not_written(project: Project, saved: Path) -> None:
    before = saved.read_bytes()
    with pytest.raises(ProjectWriteError, match="not plain data"):
        write_project(replace(project, layout={"odd": object()}), saved)
    for odd in (float("nan"), 10**40, [[]]):
        deep: Any = odd
        for _ in range(100 if odd == [[]] else 0):
            deep = [deep]
        with pytest.raises(ProjectWriteError, match=r"layout\.odd"):
            write_project(replace(project, layout={"odd": deep}), saved)
    assert saved.read_bytes() == before


LIMITED = """
import resource, signal, sys
from pathlib import Path
from reader.errors import ProjectWriteError
from reader.notes import read_project, set_project_memo, write_project
path = Path(sys.argv[1])
project = read_project(path)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 1000,) * 2)
try:
    write_project(set_project_memo(project, "word " * 5000), path)
except ProjectWriteError as refused:
    print(refused)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no file size limit there")
def test_a_file_that_may_not_grow_stays_as_it_was(project: Project, saved: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(saved)], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert "larger than allowed" in done.stdout
    assert read_project(saved) == project
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


UNPRIVILEGED = """
import os, sys
from pathlib import Path
from reader.errors import ProjectError
from reader.notes import lock_project, read_project, write_project
path = Path(sys.argv[1])
project = read_project(path)
if os.geteuid() == 0:  # everything is imported first: another user may not be able to read our Python
    write_project(project, path)
    lock_project(path).release()
    os.setuid(65534)
for act in (lambda: write_project(project, path), lambda: lock_project(path)):
    try:
        act()
    except ProjectError as refused:
        print(type(refused).__name__, refused)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights work otherwise there")
def test_without_the_right_to_the_folder_nothing_is_written(project: Project) -> None:
    with tempfile.TemporaryDirectory() as name:  # not below pytest's own folder, which is closed to other users
        folder, path = Path(name), Path(name) / "linnet.diptych"
        write_project(project, path)
        folder.chmod(0o555)
        command = [sys.executable, "-c", UNPRIVILEGED, str(path)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
        folder.chmod(0o755)
        assert done.returncode == 0, done.stderr
        assert done.stdout.count("ProjectWriteError") == 2
        assert "no right to it" in done.stdout
        assert read_project(path) == project


WORKING = """
import sys
from pathlib import Path
from reader.notes import Journal, read_project, set_body, write_project
path, folder = Path(sys.argv[1]), Path(sys.argv[2])
project = read_project(path)
journal = Journal(folder, path=path)
number = int(project.notes[0].body)
while True:
    number += 1
    after = set_body(project, project.notes[0].id, str(number))
    journal.record(project, after, "Type")
    project = after
    print(f"told {number}", flush=True)
    if number % 3 == 0:
        write_project(project, path)
        journal.saved(path)
        print(f"saved {number}", flush=True)
"""


def test_killed_at_any_moment_nothing_acknowledged_is_missing(project: Project, tmp_path: Path) -> None:
    path, folder = tmp_path / "linnet.diptych", tmp_path / "recovery"
    write_project(set_body(project, project.notes[0].id, "0"), path)
    chance = random.Random(11)
    until = time.monotonic() + 9
    for _ in range(ROUNDS):
        with subprocess.Popen(
            [sys.executable, "-u", "-c", WORKING, str(path), str(folder)], cwd=ROOT, stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            said = [process.stdout.readline()]
            time.sleep(chance.random() * 0.03)
            process.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
            said += process.stdout.read().splitlines(keepends=True)
        told = [line.split() for line in said if line.endswith(b"\n")]
        acknowledged = max(int(number) for _, number in told)
        stored = max([0, *(int(number) for word, number in told if word == b"saved")])
        kept = read_project(path)
        on_disk = int(kept.notes[0].body)
        assert kept == set_body(kept, kept.notes[0].id, str(on_disk))
        assert on_disk >= stored
        found = find_recoverable(folder)
        recovered = max([on_disk, *(int(work.project.notes[0].body) for work in found)])
        assert recovered in (acknowledged, acknowledged + 1)
        for work in found:
            work.discard()
        if time.monotonic() > until and ROUNDS <= 30:
            break
    leftovers = {file.name for file in tmp_path.iterdir()} - {"linnet.diptych", "recovery"}
    assert all(name.endswith(".saving") for name in leftovers)


def test_what_a_killed_program_left_beside_is_swept_away_later(project: Project, saved: Path) -> None:
    old, young = (saved.with_name(f".{saved.name}.{pid}.saving") for pid in (11, 12))
    for file in (old, young):
        file.write_bytes(b"half a file")
    os.utime(old, (1, 1))
    write_project(project, saved)
    assert not old.exists()
    assert young.exists()


def test_a_read_that_fails_is_told(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "open", failing(errno.EIO))
    with pytest.raises(ProjectReadError, match="the disk reports an error"):
        read_project(saved)
