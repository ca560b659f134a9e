"""Edits of a project's sources and of the project as a whole, each a pure function from project to project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from reader.errors import EditRefusedError
from reader.notes.schemes import find_grade
from reader.notes.values import Project, Source
from reader.text import Article


def add_source(
    project: Project,
    article: Article,
    *,
    name: str = "",
    path: str | Path = "",
    index: int | None = None,
    scheme: str = "admiralty",
) -> Project:
    """The project with one more source, last or at `index`; a key that is taken gets a number ("3fa9-2").

    `path` is the original file; it is kept as given and written relative to the project file. `scheme` is the one the
    reader prefers; the project's own goes before it.
    """
    kept = article.with_key(_free_key(project, article.key))
    origin = str(path or kept.provenance.path)
    where = Path(origin).as_posix() if origin else ""
    kept = replace(kept, provenance=replace(kept.provenance, path=where.rsplit("/", 1)[-1]))
    made = Source(kept, name=name, path=where, scheme=project.codebook.scheme or scheme)
    sources = list(project.sources)
    sources.insert(len(sources) if index is None else index, made)
    return replace(project, sources=tuple(sources))


def _free_key(project: Project, key: str) -> str:
    taken = {source.key for source in project.sources}
    stem, number = key or "source", 1
    key = stem
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    return key


def remove_source(project: Project, key: str) -> Project:
    """The project without that source, the notes on it alone, and its side of the links; KeyError if there is none."""
    project.source(key)
    notes = []
    for note in project.notes:
        targets = tuple(target for target in note.targets if target.source != key)
        if len(targets) == len(note.targets):
            notes.append(note)
        elif targets:
            notes.append(replace(note, targets=targets))
    return replace(project, sources=tuple(s for s in project.sources if s.key != key), notes=tuple(notes))


def move_source(project: Project, key: str, index: int) -> Project:
    """The project with that source standing at `index` (0 is the leftmost pane)."""
    moved = project.source(key)
    others = [source for source in project.sources if source.key != key]
    others.insert(max(0, min(index, len(others))), moved)
    return replace(project, sources=tuple(others))


def change_source(project: Project, key: str, change: Callable[[Source], Source]) -> Project:
    """The project with that source replaced by what `change` makes of it; KeyError if there is none."""
    before = project.source(key)
    after = change(before)
    return replace(project, sources=tuple(after if source is before else source for source in project.sources))


def rename_source(project: Project, key: str, name: str) -> Project:
    """The project with another name in that source's header; "" shows the title again."""
    return change_source(project, key, lambda source: replace(source, name=name.strip()))


def set_metadata(
    project: Project,
    key: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    published: date | str | None = None,
    language: str | None = None,
) -> Project:
    """The project with some metadata of that source changed; None leaves a field as it is.

    `published` is a day, an ISO day, or "" for unknown; anything else is refused.
    """
    given: dict[str, Any] = {"title": title, "publisher": publisher, "author": author, "language": language}
    changes: dict[str, Any] = {field: value.strip() for field, value in given.items() if value is not None}
    if published is not None:
        changes["published"] = _day(published)
    return change_source(project, key, lambda source: replace(source, article=replace(source.article, **changes)))


def _day(published: date | str) -> date | None:
    if not isinstance(published, str):
        return published
    try:
        return date.fromisoformat(published.strip()) if published.strip() else None
    except ValueError as cause:
        raise EditRefusedError(f"“{published}” is not a day. Write it as year-month-day, 2024-03-09.") from cause


def set_reliability(
    project: Project, key: str, code: str, *, scheme: str | None = None, basis: str | None = None
) -> Project:
    """The project with that source's reliability set to a grade of its scheme (or of `scheme`); "" takes it away."""
    source = project.source(key)
    chosen = scheme or source.scheme
    if code and find_grade(project.codebook, chosen, "reliability", code) is None:
        raise EditRefusedError(f"The scheme “{chosen}” has no grade “{code}” for sources.")
    words = source.basis if basis is None else basis
    return change_source(project, key, lambda held: replace(held, reliability=code, scheme=chosen, basis=words))


def set_basis(project: Project, key: str, basis: str) -> Project:
    """The project with other words on what that source's reliability rests on."""
    return change_source(project, key, lambda source: replace(source, basis=basis))


def set_source_memo(project: Project, key: str, memo: str) -> Project:
    """The project with another memo on that source."""
    return change_source(project, key, lambda source: replace(source, memo=memo))


def set_project_memo(project: Project, memo: str) -> Project:
    """The project with another memo."""
    return replace(project, memo=memo)


def set_decisions(project: Project, decisions: dict[str, Any]) -> Project:
    """The project with the reader's corrections replaced; a plain JSON value that `links` understands."""
    return replace(project, decisions=decisions)
