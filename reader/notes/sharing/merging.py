"""Bring another reader's project into one's own: their notes beside one's own, and what the two disagree on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from reader.notes.editing.reanchoring import place_target
from reader.notes.schemes import find_scheme
from reader.notes.sharing.decisions import merge_decisions
from reader.notes.sharing.overlapping import by_source, overlapping
from reader.notes.stamps import fresh_id, id_from_name
from reader.notes.values import Codebook, Note, Project, Scheme, Source, Tag, Target
from reader.text import find_anchors_between

ConflictKind = Literal["rating", "reliability", "edited", "memo", "decision"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something the two projects disagree on, for the reader to look at; nothing of one's own is changed.

    rating: two notes on the same passage rate it differently; edited: the same note was changed in both projects;
    reliability: a source is rated differently; memo: both wrote one; decision: a match was judged otherwise. `mine` and
    `theirs` are note ids of the merged project, or twice the source's key ("" for the project); `values` is what each
    says, in the same order (decisions as JSON).
    """

    kind: ConflictKind
    mine: str
    theirs: str
    values: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Merge:
    """The merged project, the ids of the notes and keys of the sources that came in, and what is in conflict."""

    project: Project
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


def merge_projects(mine: Project, theirs: Project, *, join_memos: bool = False) -> Merge:
    """One's own project with what another reader's holds beyond it; a pure function.

    Sources are the same when their original bytes (by hash) or their texts are; others come in at the end. Tags and
    schemes are the same when name or content are. Notes that are already here are passed over; one that was changed
    in both comes in beside. Decisions on matches come in where they do not contradict one's own; a memo where there is
    none, or below one's own with `join_memos`.
    """
    keys, added = _matched_sources(mine, theirs)
    tags, schemes, codebook = _merged_codebook(mine.codebook, theirs.codebook)
    sources = (*mine.sources, *(replace(s, scheme=schemes.get(s.scheme, s.scheme)) for s in added))
    project = replace(mine, sources=sources, codebook=codebook)
    held = {note.id: note for note in mine.notes}
    came: list[Note] = []
    conflicts: list[Conflict] = list(_reliability_conflicts(mine, theirs, keys))
    for note in _translated(project, theirs, keys, tags, schemes):
        own = held.get(note.id)
        if own is not None and _content(own) == _content(note):
            continue
        if own is not None:
            note = replace(note, id=fresh_id({*held, *(other.id for other in came)}))
            conflicts.append(Conflict("edited", own.id, note.id, (own.body, note.body)))
        came.append(note)
    conflicts += _rating_conflicts(mine.notes, came)
    merged, more = _with_words_and_decisions(replace(project, notes=(*mine.notes, *came)), theirs, keys, join_memos)
    conflicts += more
    return Merge(merged, tuple(note.id for note in came), tuple(source.key for source in added), tuple(conflicts))


def _with_words_and_decisions(
    project: Project, theirs: Project, keys: dict[str, str], join: bool
) -> tuple[Project, list[Conflict]]:
    here = {source.key: source for source in project.sources}
    same_text = {keys[s.key] for s in theirs.sources if here[keys[s.key]].article.text == s.article.text}
    decisions, contrary = merge_decisions(project.decisions, theirs.decisions, keys, same_text)
    conflicts = [Conflict("decision", "", "", (json.dumps(a), json.dumps(b))) for a, b in contrary]
    pairs = [("", project.memo, theirs.memo)]
    pairs += [(keys[s.key], here[keys[s.key]].memo, s.memo) for s in theirs.sources]
    conflicts += [Conflict("memo", key, key, (own, other)) for key, own, other in pairs if differ(own, other)]
    for source in theirs.sources:
        own = here[keys[source.key]]
        basis = own.basis or (source.basis if own.reliability == source.reliability else "")
        here[own.key] = replace(own, memo=joined(own.memo, source.memo, both=join), basis=basis)
    sources = tuple(here[source.key] for source in project.sources)
    memo = joined(project.memo, theirs.memo, both=join)
    return replace(project, sources=sources, memo=memo, decisions=decisions), conflicts


def differ(mine: str, theirs: str) -> bool:
    """Whether both wrote, and theirs is not in mine already."""
    return bool(mine.strip()) and bool(theirs.strip()) and theirs.strip() not in mine


def joined(mine: str, theirs: str, *, both: bool) -> str:
    """Mine; theirs where I wrote nothing; `both`, a line between, where the two differ."""
    if not differ(mine, theirs):
        return mine if mine.strip() else theirs
    return f"{mine.rstrip()}\n\n{theirs.strip()}" if both else mine


def _content(note: Note) -> tuple[object, ...]:
    return (note.body, note.tags, note.rating, note.scheme, [(t.source, t.anchor.quote) for t in note.targets])


def _matched_sources(mine: Project, theirs: Project) -> tuple[dict[str, str], list[Source]]:
    """The key here of each of their sources, and those that are new, under keys that are free."""
    by_hash = {s.article.provenance.sha256: s.key for s in mine.sources if s.article.provenance.sha256}
    by_text = {s.article.text: s.key for s in mine.sources}
    keys: dict[str, str] = {}
    added: list[Source] = []
    taken = {source.key for source in mine.sources}
    for source in theirs.sources:
        found = by_hash.get(source.article.provenance.sha256) or by_text.get(source.article.text)
        if found is None:
            found = source.key if source.key not in taken else id_from_name(source.key, taken)
            taken.add(found)
            added.append(replace(source, article=source.article.with_key(found)))
        keys[source.key] = found
    return keys, added


def _merged_codebook(mine: Codebook, theirs: Codebook) -> tuple[dict[str, str], dict[str, str], Codebook]:
    """Tag and scheme ids here for theirs, and the codebook with what is new in theirs."""
    names = {tag.name.casefold(): tag.id for tag in mine.tags}
    shortcuts = {tag.shortcut for tag in mine.tags}
    taken = {tag.id for tag in mine.tags}
    tags: dict[str, str] = {}
    new: list[Tag] = []
    for tag in theirs.tags:
        found = names.get(tag.name.casefold())
        if found is None:
            found = tag.id if tag.id not in taken else id_from_name(tag.name, taken)
            taken.add(found)
            new.append(replace(tag, id=found, shortcut="" if tag.shortcut in shortcuts else tag.shortcut))
        tags[tag.id] = found
    schemes: dict[str, str] = {}
    own: list[Scheme] = []
    for scheme in theirs.schemes:
        here = find_scheme(mine, scheme.id)
        if here == scheme:
            continue
        used = {s.id for s in (*mine.schemes, *own)}
        free = scheme.id if here is None else id_from_name(scheme.id, used)
        schemes[scheme.id] = free
        own.append(replace(scheme, id=free))
    added = tuple(replace(tag, parent=tags.get(tag.parent, "")) for tag in new)
    return tags, schemes, replace(mine, tags=(*mine.tags, *added), schemes=(*mine.schemes, *own))


def _translated(
    project: Project, theirs: Project, keys: dict[str, str], tags: dict[str, str], schemes: dict[str, str]
) -> Iterator[Note]:
    """Their notes with the keys and ids of this project, each passage looked up where the text here is another."""
    texts = {source.key: source.article.text for source in project.sources}
    foreign = {s.key for s in theirs.sources if texts[keys[s.key]] != s.article.text}
    moved: dict[tuple[str, int], Target] = {}
    for key in sorted(foreign):
        places = [(n.id, i, t) for n in theirs.notes for i, t in enumerate(n.targets) if t.source == key]
        here = project.source(keys[key])
        there = theirs.source(key).article.text
        spans = [target.span if target.certain else None for _, _, target in places]
        matches = find_anchors_between(there, [target.anchor for _, _, target in places], spans, here.article.text)
        for (note_id, index, target), match in zip(places, matches, strict=True):
            moved[note_id, index] = replace(place_target(here, target.anchor, match), extra=target.extra)
    for note in theirs.notes:
        targets = tuple(
            moved.get((note.id, index)) or replace(target, source=keys[target.source])
            for index, target in enumerate(note.targets)
        )
        own = tuple(dict.fromkeys(tags[tag] for tag in note.tags))
        yield replace(note, targets=targets, tags=own, scheme=schemes.get(note.scheme, note.scheme))


def _reliability_conflicts(mine: Project, theirs: Project, keys: dict[str, str]) -> Iterator[Conflict]:
    here = {source.key: source for source in mine.sources}
    for source in theirs.sources:
        own = here.get(keys[source.key])
        if own and own.reliability and source.reliability and own.reliability != source.reliability:
            yield Conflict("reliability", own.key, own.key, (own.reliability, source.reliability))


def _rating_conflicts(mine: tuple[Note, ...], came: list[Note]) -> Iterator[Conflict]:
    rated = by_source(note for note in mine if note.rating)
    for note in came:
        for own in overlapping(note, rated) if note.rating else ():
            if own.scheme == note.scheme and own.rating != note.rating and own.author != note.author:
                yield Conflict("rating", own.id, note.id, (own.rating, note.rating))
