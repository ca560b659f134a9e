"""Make a project of the plain JSON values of its file, checking every field and every reference."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any, get_args

from reader.notes.file.fields import Fields, Misplaced
from reader.notes.schemes import find_grade, find_scheme
from reader.notes.values import Codebook, Grade, Note, Project, Scheme, Source, Tag, Target
from reader.text import Anchor, Article, Block, BlockKind, Provenance, Removed, RemovedKind, Span

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def project_of(fields: Fields) -> Project:
    """The project in the fields of the whole file, `format` and `version` already taken; raises Misplaced."""
    codebook = _codebook(fields.object("codebook"))
    sources = []
    keys: set[str] = set()
    for value, place in fields.entries("sources"):
        sources.append(_source(Fields(value, place), codebook))
        _once(sources[-1].key, keys, f"{place}.key", "source")
    texts = {source.key: source.article.text for source in sources}
    tags = {tag.id for tag in codebook.tags}
    notes = []
    ids: set[str] = set()
    for value, place in fields.entries("notes"):
        notes.append(_note(Fields(value, place), texts, tags, codebook))
        _once(notes[-1].id, ids, f"{place}.id", "note")
    return Project(
        sources=tuple(sources),
        notes=tuple(notes),
        codebook=codebook,
        memo=fields.text("memo"),
        decisions=fields.free("decisions"),
        layout=fields.free("layout"),
        extra=fields.rest(),
    )


def _once(key: str, seen: set[str], place: str, what: str) -> None:
    if not key:
        raise Misplaced(place, f"a {what} needs one")
    if key in seen:
        raise Misplaced(place, f"“{key[:40]}” names two {what}s")
    seen.add(key)


def _codebook(fields: Fields) -> Codebook:
    tags, ids = [], set[str]()
    for value, place in fields.entries("tags"):
        tags.append(_tag(Fields(value, place)))
        _once(tags[-1].id, ids, f"{place}.id", "tag")
    _check_parents(tags, fields)
    schemes, names = [], set[str]()
    for value, place in fields.entries("schemes"):
        schemes.append(_scheme(Fields(value, place)))
        _once(schemes[-1].id, names, f"{place}.id", "scheme")
    recent = fields.words("recent")
    for index, tag_id in enumerate(recent):
        if tag_id not in ids:
            raise Misplaced(f"{fields.at('recent')}[{index}]", f"there is no tag “{tag_id[:40]}”")
    codebook = Codebook(tuple(tags), tuple(schemes), recent, fields.text("scheme"), fields.rest())
    if codebook.scheme and find_scheme(codebook, codebook.scheme) is None:
        raise Misplaced(fields.at("scheme"), f"there is no scheme “{codebook.scheme[:40]}”")
    return codebook


def _tag(fields: Fields) -> Tag:
    return Tag(
        id=fields.text("id", None),
        name=fields.text("name", None),
        colour=_colour(fields),
        description=fields.text("description"),
        parent=fields.text("parent"),
        shortcut=fields.text("shortcut"),
        extra=fields.rest(),
    )


def _check_parents(tags: list[Tag], fields: Fields) -> None:
    parents = {tag.id: tag.parent for tag in tags}
    safe: set[str] = {""}
    for index, tag in enumerate(tags):
        path: list[str] = []
        above = tag.id
        while above not in safe:
            if above not in parents:
                raise Misplaced(f"{fields.at('tags')}[{index}].parent", f"there is no tag “{above[:40]}”")
            if above in path:
                raise Misplaced(f"{fields.at('tags')}[{index}].parent", "the tag stands below itself")
            path.append(above)
            if len(path) > len(tags):
                break
            above = parents[above]
        safe.update(path)


def _colour(fields: Fields) -> str:
    colour = fields.text("colour", "#8a8a8a")
    if not _COLOUR.fullmatch(colour):
        raise Misplaced(fields.at("colour"), f"“{colour[:40]}” is not a colour like #0072b2")
    return colour


def _scheme(fields: Fields) -> Scheme:
    axes = []
    for axis in ("reliability", "credibility"):
        grades, codes = [], set[str]()
        for value, place in fields.entries(axis):
            grade = Fields(value, place)
            grades.append(Grade(grade.text("code", None), grade.text("label", None), _colour(grade), grade.rest()))
            _once(grades[-1].code, codes, f"{place}.code", "grade")
        axes.append(tuple(grades))
    return Scheme(fields.text("id", None), fields.text("name", None), axes[0], axes[1], fields.rest())


def _source(fields: Fields, codebook: Codebook) -> Source:
    text = fields.text("text", None)
    provenance = fields.object("provenance")
    article = Article(
        text=text,
        blocks=_blocks(fields, len(text)),
        title=fields.text("title"),
        publisher=fields.text("publisher"),
        author=fields.text("author"),
        published=_day(fields),
        language=fields.text("language"),
        url=fields.text("url"),
        key=fields.text("key", None),
        provenance=_provenance(provenance),
    )
    source = Source(
        article=article,
        name=fields.text("name"),
        reliability=fields.text("reliability"),
        scheme=fields.text("scheme", "admiralty"),
        basis=fields.text("basis"),
        memo=fields.text("memo"),
        path=fields.text("path"),
    )
    code = source.reliability
    if code and find_grade(codebook, source.scheme, "reliability", code) is None:
        raise Misplaced(fields.at("reliability"), f"the scheme “{source.scheme[:40]}” has no grade “{code[:40]}”")
    # What a later version wrote into the provenance is kept under its name, and laid over it when written.
    unknown = {"provenance": held} if (held := provenance.rest()) else {}
    return replace(source, extra=fields.rest() | unknown)


def _day(fields: Fields) -> date | None:
    if fields.null("published"):
        return None
    written = fields.text("published")
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as cause:
        raise Misplaced(fields.at("published"), f"“{written[:40]}” is not a day like 2024-03-09") from cause


def _provenance(fields: Fields) -> Provenance:
    removed = []
    for value, place in fields.entries("removed"):
        piece = Fields(value, place)
        kind: Any = piece.choice("kind", get_args(RemovedKind), None)
        removed.append(Removed(piece.text("text", None), kind, piece.text("reason"), piece.count("before")))
    return Provenance(
        path=fields.text("path"),
        sha256=fields.text("sha256"),
        format=fields.text("format", "text"),
        encoding=fields.text("encoding"),
        modified=fields.text("modified"),
        published_how=fields.text("published_how"),
        published_text=fields.text("published_text"),
        translated=None if fields.null("translated") else fields.flag("translated", False),
        removed=tuple(removed),
        warnings=fields.words("warnings"),
    )


def _blocks(fields: Fields, length: int) -> tuple[Block, ...]:
    blocks, last = [], 0
    kinds = get_args(BlockKind)
    for value, place in fields.entries("blocks"):
        entry = Fields(value, place)
        span = _span(entry, length)
        if span.start < last:
            raise Misplaced(entry.at("start"), "the block begins before the one before it ends")
        kind: Any = entry.choice("kind", kinds, None)
        level = entry.count("level")
        if level > 6:
            raise Misplaced(entry.at("level"), "expected 0 to 6")
        blocks.append(Block(span, kind, level))
        last = span.end
    return tuple(blocks)


def _span(fields: Fields, length: int) -> Span:
    start, end = fields.count("start", None), fields.count("end", None)
    if end > length:
        raise Misplaced(fields.at("end"), f"{end} is beyond the end of the text, {length}")
    if start > end:
        raise Misplaced(fields.at("start"), f"{start} is after the end, {end}")
    return Span(start, end)


def _note(fields: Fields, texts: dict[str, str], tags: set[str], codebook: Codebook) -> Note:
    targets = tuple(_target(Fields(value, place), texts) for value, place in fields.entries("targets"))
    if not targets:
        raise Misplaced(fields.at("targets"), "a note needs a passage")
    note = Note(
        id=fields.text("id", None),
        targets=targets,
        body=fields.text("body"),
        tags=fields.words("tags"),
        rating=fields.text("rating"),
        scheme=fields.text("scheme", "admiralty"),
        author=fields.text("author"),
        created=_moment(fields, "created"),
        modified=_moment(fields, "modified"),
        extra=fields.rest(),
    )
    for index, tag in enumerate(note.tags):
        if tag not in tags:
            raise Misplaced(f"{fields.at('tags')}[{index}]", f"there is no tag “{tag[:40]}” in the codebook")
    if note.rating and find_grade(codebook, note.scheme, "credibility", note.rating) is None:
        problem = f"the scheme “{note.scheme[:40]}” has no grade “{note.rating[:40]}”"
        raise Misplaced(fields.at("rating"), problem)
    return note


def _moment(fields: Fields, name: str) -> str:
    written = fields.text(name)
    try:
        zoned = not written or datetime.fromisoformat(written).tzinfo is not None
    except ValueError:
        zoned = False
    if not zoned:
        raise Misplaced(fields.at(name), f"“{written[:40]}” is not a time with zone like 2024-03-09T12:30:00+01:00")
    return written


def _target(fields: Fields, texts: dict[str, str]) -> Target:
    source = fields.text("source", None)
    if source not in texts:
        raise Misplaced(fields.at("source"), f"there is no source “{source[:40]}”")
    text = texts[source]
    orphan = fields.null("start")
    span = None if fields.null("end") and orphan else _span(fields, len(text))
    kept = fields.object("anchor")
    anchor = Anchor(
        quote=kept.text("quote", None),
        prefix=kept.text("prefix"),
        suffix=kept.text("suffix"),
        start=kept.count("start"),
        block=kept.count("block"),
    )
    certain = fields.flag("certain", True)
    if span is not None and span.of(text) != anchor.quote:
        certain = False  # edited by hand: never take a place for sure whose words are not those of the note
    unknown = {"anchor": held} if (held := kept.rest()) else {}
    return Target(source, anchor, span, certain, fields.rest() | unknown)
