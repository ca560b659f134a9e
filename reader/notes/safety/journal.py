"""A journal of every action in the reader's data folder, from which the next start offers what a crash cut off."""

from __future__ import annotations

import json
import os
import socket
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

from reader.errors import ProjectReadError
from reader.notes.file.durable import flush_folder, plain_cause
from reader.notes.file.storage import parse_project
from reader.notes.file.writing import compact, plain_project
from reader.notes.safety.processes import began, is_running
from reader.notes.safety.steps import difference, later
from reader.notes.stamps import Clock, fresh_id, now
from reader.notes.values import Project

_SUFFIX = ".journal"
_KEPT_BACK = 4_000_000
"""A journal whose steps take more bytes than that, and than its beginning, begins anew in another file."""
_LEFT_BEHIND = 3600.0
"""Seconds after which half a first line is taken for the remains of a killed program."""


class Journal:
    """The journal of one open project: a line for its state at first, one for every action, one for every save.

    Every line is flushed to the disk before `record` returns. The first line holds the whole project: `prepare` writes
    it in the background, before there is anything to record. `path` is where the project is saved, None when it never
    was. A journal that can't be written says so once, through `on_trouble`; the work goes on.
    """

    def __init__(
        self,
        folder: Path,
        *,
        path: Path | None = None,
        clock: Clock = now,
        on_trouble: Callable[[str], None] = lambda message: None,
    ) -> None:
        self._folder, self._clock, self._on_trouble = folder, clock, on_trouble
        self._project_path = path
        self._place: Path | None = None
        self._prepared: _Beginning | None = None
        self._renewal: _Renewal | None = None
        self._begun = self._steps = self._earlier = 0
        self.actions = 0
        """How many were recorded since this journal was made."""

    @property
    def place(self) -> Path | None:
        """The file, None while there is nothing to keep."""
        return self._place

    def prepare(self, project: Project) -> None:
        """Write the first line in a thread, for the project as it is now; `record` waits for it when it comes early."""
        if self._place is None and self._prepared is None:
            self._prepared = _Beginning(self._folder, self._first_line, project)

    def record(self, before: Project, after: Project, action: str) -> None:
        """Write down that `action` turned one state into another; the first one also writes the state before."""
        try:
            if self._place is None:
                self._begin(before)
            step = {"at": self._clock(), "action": action, "step": difference(before, after)}
            self._steps += self._write(step)
            self.actions += 1
            self._renew(step, after)
        except OSError as cause:
            self.clear()
            self._on_trouble(f"The recovery journal can't be written: {plain_cause(cause)}. Save often until it can.")

    def saved(self, path: Path, actions: int | None = None) -> None:
        """The project is on the disk at `path`, as it was after so many `actions` (None: after all of them)."""
        upto, self._project_path = self.actions if actions is None else actions, path
        if self._place is None or self._steps > _KEPT_BACK:
            self.clear()
            return
        try:
            entry = {"at": self._clock(), "saved": str(path)}
            self._write(entry | {"upto": max(0, upto - self._earlier)})
            if self._renewal is not None:
                self._renewal.since.append(entry | {"upto": max(0, upto - self._renewal.actions)})
        except OSError:
            self.clear()

    def clear(self) -> None:
        """Take the journal away, as after a clean close."""
        for beginning in (self._prepared, self._renewal and self._renewal.beginning):
            if beginning is not None:
                beginning.take_away()
        if self._place is not None:
            with suppress(OSError):
                self._place.unlink()
        self._place = self._prepared = self._renewal = None
        self._begun = self._steps = 0

    def _begin(self, project: Project) -> None:
        prepared, self._prepared = self._prepared, None
        if prepared is not None and prepared.project is not project:
            prepared.take_away()
            prepared = None
        beginning = prepared or _Beginning(self._folder, self._first_line, project)
        self._begun = beginning.wait()
        self._place, self._steps, self._earlier = beginning.place, 0, self.actions

    def _renew(self, step: dict[str, Any], after: Project) -> None:
        """Begin anew when there are many steps: the state `after` the last is written in a thread.

        Meanwhile the old journal goes on; what comes is written into the new one as well before it takes its place.
        """
        if self._renewal is None:
            if self._steps > max(_KEPT_BACK, self._begun):
                self._renewal = _Renewal(_Beginning(self._folder, self._first_line, after), self.actions, [])
            return
        self._renewal.since.append(step)
        if not self._renewal.beginning.running:
            self._change_over(self._renewal)

    def _change_over(self, renewal: _Renewal) -> None:
        self._renewal = None
        try:
            begun = renewal.beginning.wait()
            steps = _append(renewal.beginning.place, *renewal.since)
        except OSError:  # no room for both: the old one is whole, and is kept until it has doubled
            renewal.beginning.take_away()
            self._begun = self._steps
            return
        old, self._place = self._place, renewal.beginning.place
        self._begun, self._steps, self._earlier = begun, steps, renewal.actions
        if old is not None:
            with suppress(OSError):
                old.unlink()

    def _first_line(self, project: Project) -> dict[str, Any]:
        return {
            "at": self._clock(),
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "began": began(os.getpid()),
            "path": "" if self._project_path is None else str(self._project_path),
            "project": plain_project(project),
        }

    def _write(self, entry: dict[str, Any]) -> int:
        assert self._place is not None
        return _append(self._place, entry)


class _Beginning:
    """The first line of a journal, written in a thread."""

    def __init__(self, folder: Path, line: Callable[[Project], dict[str, Any]], project: Project) -> None:
        self.project = project
        self.place = folder / f"{fresh_id(())}{_SUFFIX}"
        self._line = line
        self._size = 0
        self._trouble: OSError | None = None
        self._thread = Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self.place.parent.mkdir(parents=True, exist_ok=True)
            self._size = _append(self.place, self._line(self.project))
            flush_folder(self.place.parent)
        except OSError as cause:
            self._trouble = cause

    @property
    def running(self) -> bool:
        """Whether it is still being written."""
        return self._thread.is_alive()

    def wait(self) -> int:
        """How many bytes were written, once they are on the disk; raises OSError when they could not be."""
        self._thread.join()
        if self._trouble is not None:
            with suppress(OSError):
                self.place.unlink()
            raise self._trouble
        return self._size

    def take_away(self) -> None:
        """It is not needed."""
        self._thread.join()
        with suppress(OSError):
            self.place.unlink()


class _Renewal(NamedTuple):
    """A journal that is to take the place of another: its first line, after how many actions, and what came since."""

    beginning: _Beginning
    actions: int
    since: list[dict[str, Any]]


def _append(place: Path, *entries: dict[str, Any]) -> int:
    lines = b"".join(compact(entry) + b"\n" for entry in entries)
    with place.open("ab") as file:
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())
    return len(lines)


@dataclass(frozen=True, slots=True)
class Recoverable:
    """Work that a crash cut off: the state after the last action written down, and where its project is saved.

    `path` is None for a project that was never saved; `at` is when and `action` what the last action was; `actions`
    counts them; `journal` is the file it was read from.
    """

    project: Project
    path: Path | None
    at: str
    action: str
    actions: int
    journal: Path

    def discard(self) -> None:
        """Take the journal away, when the work has been taken up again or is not wanted."""
        with suppress(OSError):
            self.journal.unlink()


def find_recoverable(folder: Path) -> list[Recoverable]:
    """What crashed programs left in the data folder, latest first; journals of running programs are left alone.

    A journal in which nothing is readable is passed over and left where it is; one whose work was saved is taken away.
    """
    found = []
    for journal in sorted(folder.glob(f"*{_SUFFIX}")) if folder.is_dir() else ():
        with suppress(OSError, ProjectReadError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            if (work := _read(journal)) is not None:
                found.append(work)
    return sorted(found, key=lambda work: work.at, reverse=True)


def _read(journal: Path) -> Recoverable | None:
    with journal.open("rb") as file:
        line = file.readline()
        if not line.endswith(b"\n"):
            _sweep(journal)
        first = json.loads(line)
        pid = int(first["pid"])
        if first["host"] == socket.gethostname() and pid != os.getpid() and is_running(pid, str(first["began"])):
            return None
        plain, at, action, count, path = first["project"], str(first["at"]), "", 0, str(first["path"])
        saved = 0
        for entry in _whole_lines(file):
            if "saved" in entry:
                path, saved = str(entry["saved"]), int(entry["upto"])
                continue
            plain = later(plain, entry["step"])
            at, action, count = str(entry["at"]), str(entry["action"]), count + 1
    if count <= saved:
        if pid != os.getpid():
            journal.unlink()
        return None
    project = parse_project(json.dumps(plain).encode("ascii"), journal.name)
    return Recoverable(project, Path(path) if path else None, at, action, count - saved, journal)


def _sweep(journal: Path) -> None:
    """Take away what was killed while its first line was written, before there was any work in it."""
    if time.time() - journal.stat().st_mtime > _LEFT_BEHIND:
        journal.unlink()


def _whole_lines(file: Iterable[bytes]) -> Iterable[dict[str, Any]]:
    """The entries up to the first line that was torn off or damaged."""
    for line in file:
        try:
            entry = json.loads(line)
        except ValueError:
            return
        if not line.endswith(b"\n") or not isinstance(entry, dict):
            return
        if not ({"at", "action", "step"} <= entry.keys() or {"saved", "upto"} <= entry.keys()):
            return
        yield entry
