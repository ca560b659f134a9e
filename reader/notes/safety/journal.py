"""A journal of every action in the reader's data folder, from which the next start offers what a crash cut off."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import ProjectReadError
from reader.notes.file.storage import parse_project
from reader.notes.file.writing import compact, plain_project
from reader.notes.safety.processes import began, is_running
from reader.notes.safety.steps import difference, later
from reader.notes.stamps import Clock, fresh_id, now
from reader.notes.values import Project

_SUFFIX = ".journal"
_KEPT_BACK = 4_000_000
"""A journal whose steps take more bytes than that, and than its beginning, begins anew."""


class Journal:
    """The journal of one open project: a line for its state at first, then one for every action.

    Every line is flushed to the disk before `record` returns. `path` is where the project is saved, None when it never
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
        self._begun = self._steps = 0

    def record(self, before: Project, after: Project, action: str) -> None:
        """Write down that `action` turned one state into another; the first one also writes the state before."""
        try:
            if self._place is None or self._steps > max(_KEPT_BACK, self._begun):
                self._begin(before)
            self._steps += self._write({"at": self._clock(), "action": action, "step": difference(before, after)})
        except OSError as cause:
            self.clear()
            why = cause.strerror or str(cause)
            self._on_trouble(f"The recovery journal can't be written: {why}. Save often until there is room again.")

    def saved(self, path: Path) -> None:
        """The project is on the disk at `path`: what was written down is not needed any more."""
        self._project_path = path
        self.clear()

    def clear(self) -> None:
        """Take the journal away, as after a clean save or close."""
        if self._place is not None:
            with suppress(OSError):
                self._place.unlink()
        self._place = None
        self._begun = self._steps = 0

    def _begin(self, project: Project) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        old = self._place
        self._place = self._folder / f"{fresh_id(())}{_SUFFIX}"
        self._steps = 0
        self._begun = self._write(
            {
                "at": self._clock(),
                "host": socket.gethostname(),
                "pid": os.getpid(),
                "began": began(os.getpid()),
                "path": "" if self._project_path is None else str(self._project_path),
                "project": plain_project(project),
            }
        )
        if old is not None:
            with suppress(OSError):
                old.unlink()

    def _write(self, entry: dict[str, Any]) -> int:
        assert self._place is not None
        line = compact(entry) + b"\n"
        with self._place.open("ab") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
        return len(line)


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

    A journal in which nothing is readable is passed over and left where it is.
    """
    found = []
    for journal in sorted(folder.glob(f"*{_SUFFIX}")) if folder.is_dir() else ():
        with suppress(OSError, ProjectReadError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            if (work := _read(journal)) is not None:
                found.append(work)
    return sorted(found, key=lambda work: work.at, reverse=True)


def _read(journal: Path) -> Recoverable | None:
    with journal.open("rb") as file:
        first = json.loads(file.readline())
        pid = int(first["pid"])
        if first["host"] == socket.gethostname() and pid != os.getpid() and is_running(pid, str(first["began"])):
            return None
        plain, at, action, count = first["project"], str(first["at"]), "", 0
        for entry in _whole_lines(file):
            plain = later(plain, entry["step"])
            at, action, count = str(entry["at"]), str(entry["action"]), count + 1
    project = parse_project(json.dumps(plain).encode("ascii"), journal.name)
    return (
        Recoverable(project, Path(first["path"]) if first["path"] else None, at, action, count, journal)
        if count
        else None
    )


def _whole_lines(file: Iterable[bytes]) -> Iterable[dict[str, Any]]:
    """The entries up to the first line that was torn off or damaged."""
    for line in file:
        try:
            entry = json.loads(line)
        except ValueError:
            return
        if not line.endswith(b"\n") or not isinstance(entry, dict) or not {"at", "action", "step"} <= entry.keys():
            return
        yield entry
