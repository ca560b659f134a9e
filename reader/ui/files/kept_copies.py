"""Dated copies of the project files beside the program's own data: made before a save, there when a file breaks."""

from __future__ import annotations

from pathlib import Path

from reader.errors import ProjectWriteError
from reader.ui.settings import data_folder


def folder_of_copies(path: Path) -> Path:
    """Where the copies of the project file at `path` are kept; two files of one name have two folders."""
    import hashlib  # only where a file is saved or broken

    mark = hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return data_folder("backups", f"{path.stem}-{mark}")


def back_up_file(path: Path, number: int) -> tuple[str, ...]:
    """Keep a dated copy of a project file, `number` of them at most; returns why it could not be made, if so."""
    from reader.notes import back_up

    if not number:
        return ()
    try:
        back_up(path, folder_of_copies(path), limit=number)
    except ProjectWriteError as error:
        return (str(error),)
    return ()


def copies_of(path: Path) -> list[Path]:
    """The copies of the project file at `path`, latest first."""
    from reader.notes import list_backups

    return list_backups(path, folder_of_copies(path))
