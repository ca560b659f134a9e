"""Kill a window that edits and saves at random moments, open its project again, and see that nothing is missing.

usage: python -m tests.bench.kill_window [--rounds 200] [--seed 1] [--seconds S]

Each round is a window in a process of its own. It opens the project, or what the round before left to recover; adds
one note after another, says so once the program has taken it, and saves in the background meanwhile, as Ctrl+S does.
After some time it is killed. The file must then be a state that was there, with every note up to the last save that was
told; file and journal together must have every note that was taken.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer

from reader.app import Program, make_application
from reader.notes import (
    Project,
    add_note,
    add_notes,
    add_source,
    draft_note,
    draft_notes,
    find_recoverable,
    lock_project,
    read_project,
    write_project,
)
from reader.text import Article, Span

TEXT = "The pilot boat went out at four and came back without the pilot, who had stayed aboard the barge. " * 200
BEFORE = 400
"""Notes of the project at first, so that a save takes some time."""


def at_first() -> Project:
    """A project whose memo says how many notes were added to it: none."""
    made = add_source(Project(memo="0"), Article.from_text(TEXT, key="pilot"))
    return add_notes(made, draft_notes(made, [("pilot", Span(n, n + 30)) for n in range(BEFORE)], body="first"))


def later(project: Project) -> Project:
    """One note more."""
    number = int(project.memo) + 1
    note = draft_note(project, [("pilot", Span(number, number + 9))], body=str(number))
    return replace(add_note(project, note), memo=str(number))


def number_of(project: Project) -> int:
    """How many notes were added, all of which must be there."""
    number = int(project.memo)
    bodies = [note.body for note in project.notes]
    assert bodies == ["first"] * BEFORE + [str(n + 1) for n in range(number)], "a note is missing or stands twice"
    return number


class Work:
    """What the window does until it is killed."""

    def __init__(self, path: Path, tell: int, seed: int) -> None:
        self._tell, self._chance, self._saving_number = tell, random.Random(seed), 0
        self.application = make_application()
        self._program = Program(self.application)
        self._program.window.painted.disconnect(self._program.session.warm)  # the analysis has no part in this
        self._program.session.analysis.hold()
        self._saving = self._program.session.saving
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._step)
        self._program.window.completed.connect(self._begin)
        self._saving.saved.connect(lambda: self._say("saved", self._saving_number))
        self._program.open([path])

    def _say(self, word: str, number: int) -> None:
        os.write(self._tell, f"{word} {number}\n".encode())

    def _begin(self) -> None:
        for work in self._saving.recovering.found()[:1]:
            self._saving.resume(work)
        self._say("opened", int(self._program.session.workspace.project.memo))
        self._timer.start()

    def _step(self) -> None:
        workspace = self._program.session.workspace
        workspace.edit("Add note", later)
        number = int(workspace.project.memo)
        self._say("taken", number)
        if self._chance.random() < 0.2:
            self._program.window.menus.actions["save"].trigger()
            self._saving_number = number


def killed(path: Path, seed: int, lines: int, seconds: float) -> list[tuple[str, int]]:
    """What a window said before it was killed, so many seconds after it had said so many lines."""
    hear, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        work = Work(path, tell, seed)
        work.application.exec()
        os._exit(0)
    os.close(tell)
    with os.fdopen(hear, "rb") as heard:
        said = [heard.readline() for _ in range(lines)]
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        said += heard.read().splitlines(keepends=True)
    os.waitpid(child, 0)
    words = [line.decode().split() for line in said if line.endswith(b"\n")]
    return [(word, int(number)) for word, number in words]


def check(path: Path, recovery: Path, said: list[tuple[str, int]]) -> str:
    """Raise AssertionError when something is lost; says how the round ended."""
    taken = max(number for _, number in said)
    stored = max((number for word, number in said if word == "saved"), default=0)
    on_disk = number_of(read_project(path))
    works = [number_of(work.project) for work in find_recoverable(recovery)]
    kept = max([on_disk, *works])
    assert on_disk >= stored, f"{stored} was told to be saved, the file has {on_disk}"
    assert kept in (taken, taken + 1), f"{taken} were taken, {kept} are there"
    lock_project(path).release()  # raises when the lock of a dead window holds
    if on_disk > stored:
        return "between the file and the word of it"
    return "with work to recover" if kept > on_disk else "all in the file"


def play(rounds: int, folder: Path, seed: int, seconds: float) -> Counter[str]:
    """So many rounds, of which none is begun after so many seconds; how they ended."""
    data = folder / "data"
    os.environ |= {
        "XDG_DATA_HOME": str(data),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    path, chance, ended = folder / "pilot.diptych", random.Random(seed), Counter[str]()
    until = time.monotonic() + seconds
    for number in range(rounds):
        if time.monotonic() > until:
            break
        if number % 25 == 0:
            for left in data.rglob("*.journal"):
                left.unlink()
            write_project(at_first(), path)
        said = killed(path, seed + number, chance.randint(1, 40), chance.random() * 0.05)
        recovery = next((held.parent for held in data.rglob("*.journal")), data)
        ended[check(path, recovery, said)] += 1
        ended["windows killed, nothing lost"] += 1
        ended["taken"] += sum(word == "taken" for word, _ in said)
        ended["saved"] += sum(word == "saved" for word, _ in said)
    for backup in data.rglob("*.diptych"):
        number_of(read_project(backup))
        ended["backups, each whole"] += 1
    return ended


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin no round after them")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ended = play(given.rounds, Path(folder), given.seed, given.seconds)
    for words, count in ended.items():
        sys.stdout.write(f"{count:6,} {words}\n")


if __name__ == "__main__":
    main()
