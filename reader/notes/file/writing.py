"""Lay a project out as the bytes of its file: indented JSON in a stable order, one block of text a line."""

from __future__ import annotations

import json
import re
from typing import Any

from reader import __version__
from reader.notes.file.fields import check_plain
from reader.notes.values import Codebook, Grade, Note, Project, Scheme, Source, Tag, Target
from reader.text import Provenance

FORMAT = "diptych-project"
MAJOR, MINOR = 1, 1
"""The version of the file format, apart from the program's: a new minor adds fields, a new major changes some."""

_BLOCK = re.compile(rb'\{\s+("start": \d+,)\s+("end": \d+,)\s+("kind": "\w+",)\s+("level": \d)\s+\}')


def project_bytes(project: Project) -> bytes:
    """The file of a project, UTF-8, with a newline at the end; the same project gives the same bytes.

    Raises Misplaced, TypeError or UnicodeError when something in the project could not be read again.
    """
    plain = plain_project(project)
    for name in ("decisions", "layout", *project.extra):
        check_plain(plain[name], name)
    import msgspec

    try:
        data = msgspec.json.format(msgspec.json.encode(plain), indent=2)
    except UnicodeEncodeError:
        data = json.dumps(plain, indent=2).encode("ascii")
    return _BLOCK.sub(rb"{\1 \2 \3 \4}", data) + b"\n"


def compact(plain: dict[str, Any]) -> bytes:
    """Plain JSON values on one line; half a surrogate pair, from a damaged source, is written as an escape."""
    import msgspec

    try:
        return msgspec.json.encode(plain)
    except UnicodeEncodeError:
        return json.dumps(plain).encode("ascii")


def plain_project(project: Project) -> dict[str, Any]:
    """The project as plain JSON values, in the order of the file."""
    extra = dict(project.extra)
    version = extra.pop("version", f"{MAJOR}.{MINOR}")
    return {
        "format": FORMAT,
        "version": version,
        "program": f"Diptych {__version__}",
        "memo": project.memo,
        "sources": [plain_source(source) for source in project.sources],
        "notes": [plain_note(note) for note in project.notes],
        "codebook": plain_codebook(project.codebook),
        "decisions": project.decisions,
        "layout": project.layout,
    } | extra


def plain_source(source: Source) -> dict[str, Any]:
    """A source as plain JSON values."""
    article = source.article
    extra = dict(source.extra)
    provenance = _provenance(article.provenance) | extra.pop("provenance", {})
    return {
        "key": article.key,
        "name": source.name,
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "published": None if article.published is None else article.published.isoformat(),
        "language": article.language,
        "url": article.url,
        "path": source.path,
        "reliability": source.reliability,
        "scheme": source.scheme,
        "basis": source.basis,
        "memo": source.memo,
        "provenance": provenance,
        "text": article.text,
        "blocks": [
            {"start": block.span.start, "end": block.span.end, "kind": block.kind, "level": block.level}
            for block in article.blocks
        ],
    } | extra


def _provenance(provenance: Provenance) -> dict[str, Any]:
    return {
        "path": provenance.path,
        "sha256": provenance.sha256,
        "format": provenance.format,
        "encoding": provenance.encoding,
        "modified": provenance.modified,
        "published_how": provenance.published_how,
        "published_text": provenance.published_text,
        "translated": provenance.translated,
        "removed": [
            {"kind": r.kind, "reason": r.reason, "text": r.text} | ({"before": r.before} if r.before else {})
            for r in provenance.removed
        ],
        "warnings": list(provenance.warnings),
    }


def plain_note(note: Note) -> dict[str, Any]:
    """A note as plain JSON values."""
    return {
        "id": note.id,
        "targets": [_target(target) for target in note.targets],
        "body": note.body,
        "tags": list(note.tags),
        "rating": note.rating,
        "scheme": note.scheme,
        "author": note.author,
        "created": note.created,
        "modified": note.modified,
    } | note.extra


def _target(target: Target) -> dict[str, Any]:
    anchor, extra = target.anchor, dict(target.extra)
    kept = {
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.start,
        "block": anchor.block,
    } | extra.pop("anchor", {})
    return {
        "source": target.source,
        "start": None if target.span is None else target.span.start,
        "end": None if target.span is None else target.span.end,
        "certain": target.certain,
        "anchor": kept,
    } | extra


def plain_codebook(codebook: Codebook) -> dict[str, Any]:
    """A codebook as plain JSON values."""
    return {
        "tags": [_tag(tag) for tag in codebook.tags],
        "schemes": [_scheme(scheme) for scheme in codebook.schemes],
        "recent": list(codebook.recent),
        "scheme": codebook.scheme,
    } | codebook.extra


def _tag(tag: Tag) -> dict[str, Any]:
    return {
        "id": tag.id,
        "name": tag.name,
        "colour": tag.colour,
        "description": tag.description,
        "parent": tag.parent,
        "shortcut": tag.shortcut,
    } | tag.extra


def _scheme(scheme: Scheme) -> dict[str, Any]:
    return {
        "id": scheme.id,
        "name": scheme.name,
        "reliability": [_grade(grade) for grade in scheme.reliability],
        "credibility": [_grade(grade) for grade in scheme.credibility],
    } | scheme.extra


def _grade(grade: Grade) -> dict[str, Any]:
    return {"code": grade.code, "label": grade.label, "colour": grade.colour} | grade.extra
