"""Read and write the project file, `*.diptych`: strictly on the way in, whole or not at all on the way out."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path

from reader.errors import NewerFormatError, ProjectChangedError, ProjectReadError, ProjectWriteError
from reader.notes.file.durable import plain_cause, write_durably
from reader.notes.file.fields import Fields, Misplaced
from reader.notes.file.migrations import migrate
from reader.notes.file.parsing import parse, refuse_foreign
from reader.notes.file.reading import project_of
from reader.notes.file.writing import FORMAT, MAJOR, MINOR, project_bytes
from reader.notes.values import Project
from reader.stepping import Result, Shares, at_once

MAX_BYTES = 256 * 1024 * 1024
"""A larger file is refused unread: eight articles of the largest size allowed come nowhere near it."""

_VERSION = re.compile(r"(\d{1,6})\.(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Opened:
    """A project as it was read, and the SHA-256 of the file, by which a change underneath is noticed."""

    project: Project
    sha256: str


def read_project(path: str | Path) -> Project:
    """The project in the file at `path`, which is left untouched.

    Raises ProjectReadError naming the place in the file where it is broken, NewerFormatError when a later major
    version wrote it.
    """
    return open_project(path).project


def open_project(path: str | Path) -> Opened:
    """As `read_project`, with the hash of the file."""
    return at_once(opening_project(path))


def opening_project(path: str | Path) -> Shares[Opened]:
    """As `open_project`, in steps of less than some milliseconds; each gives the share that is done (0-1)."""
    path = Path(path)
    data = _bytes_of(path)
    project = yield from _parsing(data, path.name)
    return Opened(project, hashlib.sha256(data).hexdigest())


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            refuse_foreign(file.read(4096))
            if size > MAX_BYTES:
                raise Misplaced("", f"it is {size >> 20} MB; a project has at most {MAX_BYTES >> 20}")
            file.seek(0)
            return file.read(MAX_BYTES + 1)
    except OSError as cause:
        why = plain_cause(cause)
        raise ProjectReadError(
            f"“{path.name}” can't be opened: {why}. Check the place and your rights to it."
        ) from cause
    except Misplaced as cause:
        raise _unreadable(path.name, cause) from cause


def parse_project(data: bytes, name: str) -> Project:
    """The project in the bytes of a file called `name`; raises as `read_project` does."""
    return at_once(_parsing(data, name))


def _parsing(data: bytes, name: str) -> Shares[Project]:
    parsed = 0.4  # of the time
    try:
        fields = Fields((yield from _scaled(parse(data), 0.0, parsed)), "")
        major, minor = _version(fields)
        if major > MAJOR:
            raise NewerFormatError(
                f"“{name}” was written by a later version of Diptych (format {major}.{minor}; this one reads {MAJOR}). "
                "It was left untouched; install the newer Diptych to open it."
            )
        if major < MAJOR:
            fields = Fields(migrate(fields.rest(), major, MAJOR), "")
        fields.text("program")
        project = yield from _scaled(project_of(fields), parsed, 1.0)
        if major == MAJOR and minor > MINOR:
            return replace(project, extra={"version": f"{major}.{minor}", **project.extra})
        return project
    except Misplaced as cause:
        raise _unreadable(name, cause) from cause


def _scaled(steps: Shares[Result], start: float, end: float) -> Shares[Result]:
    """The same steps as a part of larger work."""
    while True:
        try:
            share = next(steps)
        except StopIteration as done:
            result: Result = done.value
            return result
        yield start + share * (end - start)


def _version(fields: Fields) -> tuple[int, int]:
    if (found := fields.text("format")) != FORMAT:
        raise Misplaced("", f"it is {f'“{found[:40]}”' if found else 'some other JSON'}, not a Diptych project")
    written = fields.text("version", None)
    numbers = _VERSION.fullmatch(written)
    if numbers is None or int(numbers[1]) < 1:
        raise Misplaced("version", f"“{written[:40]}” is not a version like 1.0")
    return int(numbers[1]), int(numbers[2])


def _unreadable(name: str, cause: Misplaced) -> ProjectReadError:
    return ProjectReadError(
        f"“{name}” can't be read: {cause}. The file was left untouched; open a backup, or correct it in a text editor."
    )


def write_project(project: Project, path: str | Path, *, known: str = "") -> str:
    """Write the project to `path` atomically and durably; returns the SHA-256 of the new file.

    `known` is the hash of the file as it was last read or written: when what is there now differs, nothing is written
    and ProjectChangedError raised. Absolute paths of sources are written relative to the project's folder. Raises
    ProjectWriteError for every other failure; the old file is then still whole.
    """
    path = Path(path)
    try:
        if known and path.exists() and file_hash(path) != known:
            raise ProjectChangedError(
                f"“{path.name}” was changed by another program since it was opened here. Nothing was written: compare "
                "the two, save under another name, or overwrite it."
            )
        data = project_bytes(with_relative_paths(project, path.parent))
        write_durably(path, data)
    except OSError as cause:
        raise ProjectWriteError(
            f"“{path.name}” could not be saved: {plain_cause(cause)}. The previous file is whole; save to another "
            "place."
        ) from cause
    except (Misplaced, TypeError, ValueError, RecursionError) as cause:
        raise ProjectWriteError(
            f"“{path.name}” could not be saved: something in the project is not plain data ({cause}). The previous "
            "file is whole; undo the last step and report this."
        ) from cause
    return hashlib.sha256(data).hexdigest()


def file_hash(path: str | Path) -> str:
    """The SHA-256 of a file's bytes; raises OSError."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def with_relative_paths(project: Project, folder: Path) -> Project:
    """The project with absolute paths of sources made relative to `folder`, in POSIX form; other drives stay."""
    top = folder.absolute()
    sources = []
    for source in project.sources:
        if Path(source.path).is_absolute():
            with contextlib.suppress(ValueError):  # on another drive
                source = replace(source, path=Path(os.path.relpath(source.path, top)).as_posix())
        sources.append(source)
    return replace(project, sources=tuple(sources))
