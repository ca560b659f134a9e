"""Find the original files of a project's sources again, and copy them into a folder beside the project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path

from reader.errors import ProjectWriteError
from reader.notes.file.durable import write_durably
from reader.notes.file.storage import file_hash
from reader.notes.values import Project, Source

FOLDER = "sources"
MANY = 300
"""So many entries of a folder are looked at for a file that was renamed, …"""
MUCH = 50_000_000
"""… and so many bytes of them: they are read in a moment."""


def locate_sources(sources: Sequence[Source], project_path: str | Path | None) -> dict[str, Path]:
    """Where the originals of these sources are, by source key, as far as `locate_source` finds them."""
    hash_of = cache(_hash_of)  # each file beside the project is read once, however many sources look for theirs
    found = ((source.key, _located(source, project_path, hash_of)) for source in sources)
    return {key: path for key, path in found if path is not None}


def locate_source(source: Source, project_path: str | Path | None) -> Path | None:
    """The original file of a source: where its path says, else beside the project or in its old folder; None when gone.

    A file elsewhere than its path says counts only when its bytes are the ones that were read (by their hash).
    """
    return _located(source, project_path, _hash_of)


def _located(source: Source, project_path: str | Path | None, hash_of: Callable[[Path], str]) -> Path | None:
    if not source.path:
        return None
    folder = Path.cwd() if project_path is None else Path(project_path).absolute().parent
    named = Path(source.path)
    stated = named if named.is_absolute() else folder / named
    if stated.is_file():
        return stated
    name = source.path.replace("\\", "/").rsplit("/", 1)[-1]
    renamed = (file for place in (folder, stated.parent) for file in _alike(place, named.suffix))
    known = source.article.provenance.sha256
    for candidate in (folder / name, folder / FOLDER / name, *renamed):
        if known and candidate.is_file() and hash_of(candidate) == known:
            return candidate
    return None


def _alike(folder: Path, ending: str) -> list[Path]:
    """The first files of a folder with that ending: one of them may be the original under another name."""
    found, size = [], 0
    try:
        for file in islice(folder.iterdir(), MANY):
            if file.suffix == ending and (size := size + file.stat().st_size) <= MUCH:
                found.append(file)
    except OSError:
        pass
    return found


def is_same_file(path: Path, source: Source) -> bool:
    """Whether the file has the bytes that the source was read from; False when that is not known."""
    return bool(source.article.provenance.sha256) and _hash_of(path) == source.article.provenance.sha256


def _hash_of(path: Path) -> str:
    """The hash of a file, "" when it can't be read."""
    try:
        return file_hash(path)
    except OSError:
        return ""


def collect_sources(project: Project, project_path: str | Path) -> Project:
    """Copy the original files into the folder `FOLDER` beside the project, and let the project refer to the copies.

    Sources without a file, or whose file is gone, stay as they are. Two files of one name get numbers. Raises
    ProjectWriteError when a copy can't be made; nothing that was there is overwritten.
    """
    home = Path(project_path).absolute().parent
    sources = []
    for source in project.sources:
        found = locate_source(source, project_path)
        if found is None or found.parent == home / FOLDER:
            sources.append(source)
            continue
        copy = _copied(found, home / FOLDER)
        sources.append(replace(source, path=copy.relative_to(home).as_posix()))
    return replace(project, sources=tuple(sources))


def _copied(original: Path, folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        data, number, copy = original.read_bytes(), 1, folder / original.name
        while copy.exists() and copy.read_bytes() != data:
            number += 1
            copy = folder / f"{original.stem}-{number}{original.suffix}"
        if not copy.exists():
            write_durably(copy, data)
    except OSError as cause:
        why = cause.strerror or str(cause)
        raise ProjectWriteError(f"“{original.name}” could not be copied: {why}. Choose another folder.") from cause
    return copy
