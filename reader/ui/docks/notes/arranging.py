"""Which notes pass a filter, and in which order; what was found out about a note is kept until it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reader.notes import Note, Project
from reader.text import without_accents
from reader.ui.docks.note.reading import note_state

NOTE_SORTS = {
    "place": "By source and place",
    "rating": "By rating",
    "tag": "By tag",
    "author": "By author",
    "text": "By words of the note",
    "changed": "Last changed first",
}
_STATE_ORDER = {"lost": 0, "uncertain": 1, "": 2}


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """What the reader wants to see; empty sets and words let everything through. A rating "" means not rated."""

    words: str = ""
    sources: frozenset[str] = frozenset()
    ratings: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    sort: str = "place"

    @property
    def narrowing(self) -> int:
        """How many of sources, ratings, tags and authors are narrowed."""
        return sum(map(bool, (self.sources, self.ratings, self.tags, self.authors)))


class NoteOrder:
    """Orders and filters the notes of one project after another; only notes that changed are looked at anew."""

    def __init__(self) -> None:
        self._project = Project()
        self._sort = ""
        self._ordered: list[Note] = []
        self._keys: dict[str, tuple[Note, tuple[Any, ...]]] = {}
        self._texts: dict[str, tuple[Note, str]] = {}
        self._tag_names: dict[str, str] = {}
        self._rank: dict[str, int] = {}

    def arranged(self, project: Project, wanted: NoteFilter) -> list[Note]:
        """The notes that pass, in order; those that lost their place or are uncertain stand first."""
        self._take(project, wanted.sort)
        tests = self._tests(wanted)
        return [note for note in self._ordered if all(test(note) for test in tests)] if tests else list(self._ordered)

    def _take(self, project: Project, sort: str) -> None:
        before, self._project = self._project, project
        if before.sources is not project.sources or before.codebook.tags != project.codebook.tags:
            rank = {source.key: n for n, source in enumerate(project.sources)}
            names = {tag.id: tag.name for tag in project.codebook.tags}
            if (rank, names) != (self._rank, self._tag_names):
                self._rank, self._tag_names = rank, names
                self._keys.clear()
                self._texts.clear()
                self._sort = ""
        if sort != self._sort:
            self._keys.clear()
        elif before.notes is project.notes:
            return
        self._sort = sort
        self._ordered = sorted((note for note in project.notes if note.targets), key=self._key)
        if sort == "changed":
            self._ordered.sort(key=lambda note: note.modified, reverse=True)
            self._ordered.sort(key=lambda note: self._key(note)[0])

    def _key(self, note: Note) -> tuple[Any, ...]:
        held = self._keys.get(note.id)
        if held is None or held[0] is not note:
            target = note.targets[0]
            start = target.span.start if target.span else target.anchor.start
            rank = self._rank.get(target.source, len(self._rank))
            key = (_STATE_ORDER[note_state(note)], *self._sort_key(note), rank, start)
            held = self._keys[note.id] = (note, key)
        return held[1]

    def _sort_key(self, note: Note) -> tuple[Any, ...]:
        if self._sort == "rating":
            return (not note.rating, note.scheme, note.rating)
        if self._sort == "author":
            return (note.author.casefold(),)
        if self._sort == "tag":
            return (not note.tags, sorted(self._tag_names.get(tag, tag).casefold() for tag in note.tags))
        if self._sort == "text":
            return (not note.body.strip(), note.body.strip().casefold())
        return ()

    def _tests(self, wanted: NoteFilter) -> list[Callable[[Note], bool]]:
        tests: list[Callable[[Note], bool]] = []
        if wanted.sources:
            tests.append(lambda note: not wanted.sources.isdisjoint(target.source for target in note.targets))
        if wanted.ratings:
            tests.append(lambda note: note.rating in wanted.ratings)
        if wanted.tags:
            tests.append(lambda note: not wanted.tags.isdisjoint(note.tags))
        if wanted.authors:
            tests.append(lambda note: note.author in wanted.authors)
        for word in without_accents(wanted.words).casefold().split():
            tests.append(lambda note, word=word: word in self._text(note))  # type: ignore[misc]
        return tests

    def _text(self, note: Note) -> str:
        """All words of a note that can be looked for, in lower case and without accents."""
        held = self._texts.get(note.id)
        if held is None or held[0] is not note:
            words = [note.body, note.author, *(target.anchor.quote for target in note.targets)]
            text = "\n".join((*words, *(self._tag_names.get(tag, "") for tag in note.tags)))
            text = without_accents(text).casefold()
            held = self._texts[note.id] = (note, text)
        return held[1]
