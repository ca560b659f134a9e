"""Keep dated copies of a project file, a limited number of them."""

from __future__ import annotations

import contextlib
import re
from datetime import datetime
from pathlib import Path

from reader.errors import ProjectWriteError
from reader.notes.file.durable import plain_cause, write_durably
from reader.notes.stamps import Clock, now

LIMIT = 20
_MOMENT = "%Y-%m-%dT%H-%M-%S"


def back_up(path: str | Path, folder: str | Path, *, limit: int = LIMIT, clock: Clock = now) -> Path | None:
    """Copy the project file at `path` into `folder` under its name and the time; returns the copy.

    None when there is nothing to copy, or the latest copy is the same. Of the copies of this project only the latest
    `limit` are kept. Raises ProjectWriteError when the copy can't be written.
    """
    path, folder = Path(path), Path(folder)
    try:
        if not path.is_file():
            return None
        data = path.read_bytes()
        copies = list_backups(path, folder)
        if copies and copies[0].read_bytes() == data:
            return None
        folder.mkdir(parents=True, exist_ok=True)
        moment = datetime.fromisoformat(clock()).strftime(_MOMENT)
        copy = folder / f"{path.stem}.{moment}{path.suffix}"
        write_durably(copy, data)
    except OSError as cause:
        raise ProjectWriteError(
            f"No backup of “{path.name}” could be made: {plain_cause(cause)}. Make room, then save again."
        ) from cause
    for old in list_backups(path, folder)[max(1, limit) :]:
        with contextlib.suppress(OSError):
            old.unlink()
    return copy


def list_backups(path: str | Path, folder: str | Path) -> list[Path]:
    """The copies of the project file at `path` that are in `folder`, latest first."""
    path, folder = Path(path), Path(folder)
    if not folder.is_dir():
        return []
    dated = re.compile(re.escape(path.stem) + r"\.\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d" + re.escape(path.suffix))
    return sorted((file for file in folder.iterdir() if dated.fullmatch(file.name)), reverse=True)


def moment_of_backup(copy: Path) -> str:
    """When a copy was made, as an ISO timestamp, by its name."""
    return datetime.strptime(copy.stem.rpartition(".")[2], _MOMENT).isoformat()
