"""Make a project of the plain JSON values of its file, checking every field and every reference."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, get_args

from reader.notes.file.fields import NEEDED, Fields, Misplaced, Table
from reader.notes.schemes import find_grade, find_scheme
from reader.notes.values import Codebook, Grade, Note, Project, Scheme, Source, Tag, Target
from reader.stepping import Shares
from reader.text import Anchor, Article, Block, BlockKind, Provenance, Removed, RemovedKind, Span

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_BLOCK_KINDS, _REMOVED_KINDS = get_args(BlockKind), get_args(RemovedKind)
_WORDS, _COUNT = (str, ""), (int, 0)
_SPAN: Table = {"start": (int, NEEDED), "end": (int, NEEDED)}
_BLOCK: Table = {**_SPAN, "kind": (str, NEEDED), "level": _COUNT}
_ANCHOR: Table = {"quote": (str, NEEDED), "prefix": _WORDS, "suffix": _WORDS, "start": _COUNT, "block": _COUNT}
_TARGET: Table = {"source": (str, NEEDED), "certain": (bool, True)}
_NOTE: Table = {
    "id": (str, NEEDED), "rating": _WORDS, "scheme": (str, "admiralty"), "body": _WORDS, "author": _WORDS,
    "created": _WORDS, "modified": _WORDS,
}  # fmt: skip


@dataclass(slots=True)
class _Known:
    """What notes refer to: the texts by source, the ids of tags, and which grades of a scheme there are."""

    texts: dict[str, str]
    tags: set[str]
    codebook: Codebook
    grades: dict[tuple[str, str], bool] = field(default_factory=dict)

    def has_grade(self, scheme: str, code: str) -> bool:
        """Whether a scheme has that credibility."""
        if (scheme, code) not in self.grades:
            self.grades[scheme, code] = find_grade(self.codebook, scheme, "credibility", code) is not None
        return self.grades[scheme, code]


def project_of(fields: Fields) -> Shares[Project]:
    """The project in the fields of the whole file, `format` and `version` already taken; raises Misplaced.

    After each source and note the share that is done.
    """
    codebook = _codebook(fields.object("codebook"))
    sources = []
    keys: set[str] = set()
    for value, place in fields.entries("sources"):
        sources.append(_source(Fields(value, place), codebook))
        _once(sources[-1].key, keys, place, "source")
        yield 0.0
    known = _Known({s.key: s.article.text for s in sources}, {tag.id for tag in codebook.tags}, codebook)
    notes, number = [], fields.length("notes")
    ids: set[str] = set()
    for value, place in fields.entries("notes"):
        notes.append(_note(Fields(value, place), known))
        _once(notes[-1].id, ids, place, "note")
        yield len(notes) / number
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
    if not key or key in seen:
        name = {"source": "key", "grade": "code"}.get(what, "id")
        raise Misplaced(f"{place}.{name}", f"“{key[:40]}” names two {what}s" if key else f"a {what} needs one")
    seen.add(key)


def _codebook(fields: Fields) -> Codebook:
    tags, ids = [], set[str]()
    for value, place in fields.entries("tags"):
        tags.append(_tag(Fields(value, place)))
        _once(tags[-1].id, ids, place, "tag")
    _check_parents(tags, fields)
    schemes, names = [], set[str]()
    for value, place in fields.entries("schemes"):
        schemes.append(_scheme(Fields(value, place)))
        _once(schemes[-1].id, names, place, "scheme")
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
        id=fields.text("id", NEEDED),
        name=fields.text("name", NEEDED),
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
            grades.append(Grade(grade.text("code", NEEDED), grade.text("label", NEEDED), _colour(grade), grade.rest()))
            _once(grades[-1].code, codes, place, "grade")
        axes.append(tuple(grades))
    return Scheme(fields.text("id", NEEDED), fields.text("name", NEEDED), axes[0], axes[1], fields.rest())


def _source(fields: Fields, codebook: Codebook) -> Source:
    text = fields.text("text", NEEDED)
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
        key=fields.text("key", NEEDED),
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
        kind: Any = piece.choice("kind", _REMOVED_KINDS, NEEDED)
        words, reason, before = piece.take({"text": (str, NEEDED), "reason": (str, ""), "before": (int, 0)})
        removed.append(Removed(words, kind, reason, before))
    return Provenance(
        path=fields.text("path"),
        sha256=fields.text("sha256"),
        format=fields.text("format", "text"),
        encoding=fields.text("encoding"),
        modified=fields.text("modified"),
        published_how=fields.text("published_how"),
        published_text=fields.text("published_text"),
        translated=None if fields.null("translated") else fields.take({"translated": (bool, False)})[0],
        removed=tuple(removed),
        warnings=fields.words("warnings"),
    )


def _blocks(fields: Fields, length: int) -> tuple[Block, ...]:
    blocks, last = [], 0
    for value, place in fields.entries("blocks"):
        entry = Fields(value, place)
        start, end, kind, level = entry.take(_BLOCK)
        span = _span(entry, start, end, length)
        if start < last:
            raise Misplaced(entry.at("start"), "the block begins before the one before it ends")
        if kind not in _BLOCK_KINDS:
            raise Misplaced(entry.at("kind"), f"“{kind[:40]}” is not one of {', '.join(_BLOCK_KINDS)}")
        if level > 6:
            raise Misplaced(entry.at("level"), "expected 0 to 6")
        blocks.append(Block(span, kind, level))
        last = end
    return tuple(blocks)


def _span(fields: Fields, start: int, end: int, length: int) -> Span:
    if end > length:
        raise Misplaced(fields.at("end"), f"{end} is beyond the end of the text, {length}")
    if start > end:
        raise Misplaced(fields.at("start"), f"{start} is after the end, {end}")
    return Span(start, end)


def _note(fields: Fields, known: _Known) -> Note:
    targets = tuple([_target(Fields(value, place), known.texts) for value, place in fields.entries("targets")])
    if not targets:
        raise Misplaced(fields.at("targets"), "a note needs a passage")
    note_id, rating, scheme, body, author, created, modified = fields.take(_NOTE)
    _check_moment(created, fields, "created")
    _check_moment(modified, fields, "modified")
    tags = fields.words("tags")
    for index, tag in enumerate(tags):
        if tag not in known.tags:
            raise Misplaced(f"{fields.at('tags')}[{index}]", f"there is no tag “{tag[:40]}” in the codebook")
    if rating and not known.has_grade(scheme, rating):
        raise Misplaced(fields.at("rating"), f"the scheme “{scheme[:40]}” has no grade “{rating[:40]}”")
    return Note(note_id, targets, body, tags, rating, scheme, author, created, modified, fields.rest())


def _check_moment(written: str, fields: Fields, name: str) -> None:
    try:
        zoned = not written or datetime.fromisoformat(written).tzinfo is not None
    except ValueError:
        zoned = False
    if not zoned:
        raise Misplaced(fields.at(name), f"“{written[:40]}” is not a time with zone like 2024-03-09T12:30:00+01:00")


def _target(fields: Fields, texts: dict[str, str]) -> Target:
    source, certain = fields.take(_TARGET)
    if source not in texts:
        raise Misplaced(fields.at("source"), f"there is no source “{source[:40]}”")
    text = texts[source]
    orphan = fields.null("start")
    span = None
    if not (fields.null("end") and orphan):
        start, end = fields.take(_SPAN)
        span = _span(fields, start, end, len(text))
    kept = fields.object("anchor")
    anchor = Anchor(*kept.take(_ANCHOR))
    if span is not None and span.of(text) != anchor.quote:
        certain = False  # edited by hand: never take a place for sure whose words are not those of the note
    unknown = {"anchor": held} if (held := kept.rest()) else {}
    return Target(source, anchor, span, certain, fields.rest() | unknown)
