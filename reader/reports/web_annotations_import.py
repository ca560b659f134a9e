"""Bring notes in from a W3C Web Annotation collection or from an export of Hypothesis; nothing here is overwritten."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reader.errors import ProjectReadError
from reader.notes import Note, Project, Target, add_notes, add_tag, find_grade, fresh_id, place_target
from reader.reports.web_annotations import NOTE, source_iri
from reader.text import Anchor, find_anchors

CONTEXT = 32
MAX_ANNOTATION_BYTES = 64 * 1024 * 1024
"""The size of a file, in bytes, above which it is not read."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The project with the notes that came in, and how many came in, were here already, and found no source.

    `replies` are answers to other annotations and page notes without a passage, which have no place here.
    """

    project: Project
    added: tuple[str, ...]
    known: int
    unplaced: int
    replies: int


@dataclass(frozen=True, slots=True)
class _Foreign:
    """An annotation of another program, in our terms; `targets` hold the address of the source and the anchor."""

    id: str
    targets: tuple[tuple[str, Anchor], ...]
    body: str
    tags: tuple[str, ...]
    rating: str
    scheme: str
    author: str
    created: str
    modified: str


def import_annotations(project: Project, data: bytes | str) -> Imported:
    """The project with the annotations of a JSON file added as notes; a pure function.

    Takes an AnnotationCollection, an AnnotationPage, a list of annotations, and what Hypothesis exports (its client's
    file, or the `rows` of its API). The source of an annotation is told by its address, else by being the only one in
    which the passage is found. Raises ProjectReadError when the file is none of these.
    """
    foreign = [_foreign(entry) for entry in _entries(_parsed(data)) if isinstance(entry, dict)]
    placed = [entry for entry in foreign if entry.targets]
    located = _located(project, [target for entry in placed for target in entry.targets])
    held, notes, known = {note.id: note for note in project.notes}, list[Note](), 0
    names = {tag.id: tag.name for tag in project.codebook.tags}
    contents = {_content(note, names) for note in project.notes}
    unplaced, position = 0, 0
    for entry in placed:
        targets = located[position : position + len(entry.targets)]
        position += len(entry.targets)
        if any(target is None for target in targets):
            unplaced += 1
            continue
        project, note = _note(project, entry, tuple(target for target in targets if target is not None))
        names = {tag.id: tag.name for tag in project.codebook.tags}
        if (content := _content(note, names)) in contents:
            known += 1
            continue
        contents.add(content)
        if not note.id or note.id in held:
            note = replace(note, id=fresh_id(held))
        held[note.id] = note
        notes.append(note)
    added = tuple(note.id for note in notes)
    return Imported(add_notes(project, notes), added, known, unplaced, len(foreign) - len(placed))


def _parsed(data: bytes | str) -> Any:
    if len(data) > MAX_ANNOTATION_BYTES:
        raise ProjectReadError("This file is too large for annotations. Export fewer of them at once.")
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as cause:
        raise ProjectReadError(
            f"This is not a file of annotations: it is not JSON ({cause}). Export it again."
        ) from cause


def _entries(plain: Any) -> list[Any]:
    """The annotations of a file, of whichever of the shapes it is."""
    if isinstance(plain, list):
        return plain
    if isinstance(plain, dict):
        for name in ("annotations", "rows", "items"):
            if isinstance(plain.get(name), list):
                found: list[Any] = plain[name]
                return found
        if isinstance(plain.get("first"), dict):
            return _entries(plain["first"])
        if plain.get("type") == "Annotation":
            return [plain]
    raise ProjectReadError(
        "There are no annotations in this file. Choose an annotation collection, or export it again."
    )


def _foreign(entry: dict[str, Any]) -> _Foreign:
    bodies = list(_dicts(entry.get("body")))
    words = [_text(body.get("value")) for body in bodies if body.get("purpose", "commenting") == "commenting"]
    tags = [_text(body.get("value")) for body in bodies if body.get("purpose") == "tagging"]
    graded = next((body for body in bodies if body.get("purpose") == "assessing"), {})
    labels = entry.get("tags")
    tags += [_text(tag) for tag in labels] if isinstance(labels, list) else []
    written = entry.get("text") if isinstance(entry.get("text"), str) else entry.get("bodyValue")
    return _Foreign(
        id=_text(entry.get("id")).removeprefix(NOTE),
        targets=() if entry.get("references") else tuple(_targets(entry)),
        body="\n\n".join(word for word in [*words, _text(written)] if word),
        tags=tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip())),
        rating=_text(graded.get("diptych:grade")),
        scheme=_text(graded.get("diptych:scheme")) or "admiralty",
        author=_author(entry),
        created=_moment(entry.get("created")),
        modified=_moment(entry.get("modified") or entry.get("updated")),
    )


def _targets(entry: dict[str, Any]) -> Iterator[tuple[str, Anchor]]:
    for target in _dicts(entry.get("target")):
        kinds = {_text(selector.get("type")): selector for selector in _dicts(target.get("selector"))}
        quote, position = kinds.get("TextQuoteSelector", {}), kinds.get("TextPositionSelector", {})
        start = position.get("start")
        if _text(quote.get("exact")).strip():
            near = start if type(start) is int and 0 <= start < 2**40 else 0
            anchor = Anchor(
                _text(quote["exact"]), _text(quote.get("prefix"))[-32:], _text(quote.get("suffix"))[:32], near
            )
            yield _text(target.get("source")) or _text(entry.get("uri")), anchor


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    """One object or a list of them, as the model allows."""
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, dict):
            yield entry


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _author(entry: dict[str, Any]) -> str:
    creator = next(_dicts(entry.get("creator")), {})
    info = next(_dicts(entry.get("user_info")), {})
    account = _text(entry.get("user")).removeprefix("acct:").split("@", 1)[0]
    return _text(creator.get("name")) or _text(info.get("display_name")) or account or _text(entry.get("creator"))


def _moment(value: Any) -> str:
    """An ISO timestamp with zone, "" for anything else."""
    try:
        return _text(value) if datetime.fromisoformat(_text(value)).tzinfo is not None else ""
    except ValueError:
        return ""


def _address(iri: str) -> str:
    """A web address without what does not tell pages apart."""
    bare = iri.split("#", 1)[0].rstrip("/")
    return bare.removeprefix("https://").removeprefix("http://").removeprefix("www.")


def _located(project: Project, targets: list[tuple[str, Anchor]]) -> list[Target | None]:
    """The target here of each foreign one; None when no source, or more than one, can be meant."""
    addresses = {_address(source_iri(source)): source.key for source in project.sources}
    found: list[Target | None] = [None] * len(targets)
    options: dict[int, list[Target]] = {}
    for source in project.sources:
        asked = [n for n, (iri, _) in enumerate(targets) if addresses.get(_address(iri), source.key) == source.key]
        matches = find_anchors([targets[n][1] for n in asked], source.article.text)
        for number, match in zip(asked, matches, strict=True):
            iri, anchor = targets[number]
            if _address(iri) in addresses:
                found[number] = place_target(source, anchor, match)
            elif match is not None:
                options.setdefault(number, []).append(place_target(source, anchor, match))
    for number, places in options.items():
        sure = [place for place in places if place.certain]
        if len(sure) == 1 or len(places) == 1:
            found[number] = (sure or places)[0]
    return found


def _note(project: Project, entry: _Foreign, targets: tuple[Target, ...]) -> tuple[Project, Note]:
    """The note, and the project with the tags it needs."""
    tags = []
    for name in entry.tags:
        ids = {tag.name.casefold(): tag.id for tag in project.codebook.tags}
        if name.casefold() not in ids:
            project = add_tag(project, name)
            ids[name.casefold()] = project.codebook.tags[-1].id
        tags.append(ids[name.casefold()])
    known = find_grade(project.codebook, entry.scheme, "credibility", entry.rating) is not None
    note = Note(
        id=entry.id,
        targets=targets,
        body=entry.body,
        tags=tuple(dict.fromkeys(tags)),
        rating=entry.rating if known else "",
        scheme=entry.scheme if known else "admiralty",
        author=entry.author,
        created=entry.created,
        modified=entry.modified,
    )
    return project, note


def _content(note: Note, names: dict[str, str]) -> tuple[object, ...]:
    """What makes two notes the same whatever their ids."""
    tags = tuple(sorted(names[tag].casefold() for tag in note.tags))
    places = tuple((target.source, target.anchor.quote, target.span) for target in note.targets)
    return (note.body, tags, note.rating, note.author, places)
