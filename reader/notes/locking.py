"""A lock file beside a project, naming who has it open, since when and where, so that two windows don't collide."""

from __future__ import annotations

import getpass
import json
import os
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from reader.errors import ProjectLockedError, ProjectWriteError
from reader.notes.processes import began, is_running
from reader.notes.stamps import Clock, fresh_id, now


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a project open.

    `since` is an ISO timestamp with zone; `began` tells the process from a later one of the same number, and `token`
    one lock from another.
    """

    user: str
    host: str
    pid: int
    since: str
    began: str
    token: str

    @property
    def stale(self) -> bool:
        """Whether the program that held it is gone; only known for this machine, else taken for running."""
        return self.host == socket.gethostname() and not is_running(self.pid, self.began)

    def __str__(self) -> str:
        here = self.host == socket.gethostname()
        return f"{self.user} on {'this machine' if here else self.host}, since {self.since}"


@dataclass(frozen=True, slots=True)
class ProjectLock:
    """A lock this program holds; give it back with `release`."""

    path: Path
    holder: Holder

    def release(self) -> None:
        """Take the lock file away, unless somebody else has taken the lock over meanwhile."""
        if holder_of_file(self.path) == self.holder:
            with suppress(OSError):
                self.path.unlink()

    @property
    def held(self) -> bool:
        """Whether the lock is still this program's."""
        return holder_of_file(self.path) == self.holder


def lock_path(project: str | Path) -> Path:
    """Where the lock file of a project stands."""
    path = Path(os.path.realpath(project))
    return path.with_name(f".{path.name[:200]}.lock")


def lock_holder(project: str | Path) -> Holder | None:
    """Who has the project open, None when nobody has; a stale lock counts as nobody."""
    holder = holder_of_file(lock_path(project))
    return None if holder is None or holder.stale else holder


def holder_of_file(path: Path) -> Holder | None:
    """Who wrote that lock file; None when it is not there, not readable, or not one."""
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(4096))
        names = ("user", "host", "since", "began", "token")
        return Holder(pid=int(found["pid"]), **{name: str(found[name]) for name in names})
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def lock_project(project: str | Path, *, user: str = "", take_over: bool = False, clock: Clock = now) -> ProjectLock:
    """Lock a project for this program; a stale lock is replaced, with `take_over` any lock.

    Raises ProjectLockedError naming the holder, and ProjectWriteError when no lock can be written there.
    """
    path = lock_path(project)
    mine = Holder(user or _user(), socket.gethostname(), os.getpid(), clock(), began(os.getpid()), fresh_id(()))
    name = Path(project).name
    try:
        if _written(path, mine):
            return ProjectLock(path, mine)
        other = holder_of_file(path)
        if other is not None and not other.stale and not take_over:
            raise ProjectLockedError(f"“{name}” is open already: {other}. Open it to read only, or take it over.")
        beside = path.with_name(f"{path.name}.{mine.token}")
        _written(beside, mine)
        beside.replace(path)
    except OSError as cause:
        raise ProjectWriteError(
            f"“{name}” can't be locked: {cause.strerror or cause}. Open it to read only, or save it in another folder."
        ) from cause
    if holder_of_file(path) != mine:  # two programs replaced the same stale lock; the later one has it
        raise ProjectLockedError(f"“{name}” was opened by another window at the same moment. Try again.")
    return ProjectLock(path, mine)


def _written(path: Path, holder: Holder) -> bool:
    """Make the lock file, unless there is one; whether it was made."""
    try:
        with path.open("x", encoding="utf-8") as file:
            json.dump(asdict(holder), file)
    except FileExistsError:
        return False
    return True


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "somebody"
