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
from reader.notes.file.durable import plain_cause
from reader.notes.safety.processes import began, is_running
from reader.notes.stamps import Clock, fresh_id, in_words, now

_TRIES = 3


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
        return f"{self.user} on {'this machine' if here else self.host}, since {in_words(self.since)}"


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
    beside = path.with_name(f"{path.name}.{mine.token}")
    try:
        with beside.open("x", encoding="utf-8") as file:
            json.dump(asdict(mine), file)
        for _ in range(_TRIES):
            if _put(beside, path):
                return ProjectLock(path, mine)
            other = holder_of_file(path)
            if other is not None and not other.stale and not take_over:
                raise ProjectLockedError(
                    f"“{name}” is open elsewhere: {other}. Here it can be read only; take it over to save."
                )
            _take_away(path, other, mine)
    except OSError as cause:
        raise ProjectWriteError(
            f"“{name}” can be read here but not saved: {plain_cause(cause)}. Save it in another folder to go on."
        ) from cause
    finally:
        with suppress(OSError):
            beside.unlink()
    raise ProjectLockedError(f"“{name}” was opened by another window at the same moment. Try again.")


def _put(written: Path, path: Path) -> bool:
    """Give the finished lock file its name, unless there is one; whether it was given. Nobody sees half a lock."""
    try:
        path.hardlink_to(written)
    except FileExistsError:
        return False
    except OSError:  # a disk without links: the name is taken first, the content follows
        try:
            with path.open("xb") as file:
                file.write(written.read_bytes())
        except FileExistsError:
            return False
    return True


def _take_away(path: Path, seen: Holder | None, mine: Holder) -> None:
    """Remove the lock that was seen, and no other: one that another program put there meanwhile is put back."""
    aside = path.with_name(f"{path.name}.{mine.token}.old")
    with suppress(FileNotFoundError):
        path.replace(aside)
        if holder_of_file(aside) == seen or not _put(aside, path):
            aside.unlink()


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "somebody"
