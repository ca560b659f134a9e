"""What the reader thinks: notes, ratings, tags and schemes, and the project that holds them with their sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reader.text import Anchor, Article, Span

SourceSpan = tuple[str, Span]
"""An article key and a span of that article's text."""


@dataclass(frozen=True, slots=True)
class Target:
    """A passage a note is tied to: the article key, the anchor, and where it stands now (None: an orphan).

    `certain` is False when the place is a guess the reader has still to confirm. `extra`, here and below, keeps the
    fields a later version wrote.
    """

    source: str
    anchor: Anchor
    span: Span | None
    certain: bool = True
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Note:
    """One annotation: one or more targets (two in two sources: a link), words, tags and a credibility.

    `rating` is the code of a grade of `scheme` ("4" of "admiralty"), "" for none; `tags` are tag ids;
    `created` and `modified` are ISO timestamps with zone; `extra` keeps fields a later version wrote.
    """

    id: str
    targets: tuple[Target, ...]
    body: str = ""
    tags: tuple[str, ...] = ()
    rating: str = ""
    scheme: str = "admiralty"
    author: str = ""
    created: str = ""
    modified: str = ""
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Tag:
    """A label of the codebook; `parent` is a tag id or ""; `shortcut` one key or ""; `colour` is #rrggbb."""

    id: str
    name: str
    colour: str = "#8a8a8a"
    description: str = ""
    parent: str = ""
    shortcut: str = ""
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Grade:
    """One step of a rating scheme: its code ("4"), its wording, and its colour."""

    code: str
    label: str
    colour: str = "#8a8a8a"
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A rating scheme with its grades for sources (reliability) and for passages (credibility), in order."""

    id: str
    name: str
    reliability: tuple[Grade, ...]
    credibility: tuple[Grade, ...]
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Codebook:
    """The tags and rating schemes of a project; `recent` holds tag ids, latest first.

    `scheme` is the id of the scheme that new notes and sources get, "" for the one the reader prefers.
    """

    tags: tuple[Tag, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    recent: tuple[str, ...] = ()
    scheme: str = ""
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Source:
    """An article in a project with the reader's judgement of it; `name` overrides the title in the pane header.

    `reliability` is a grade code of `scheme` ("B"), "" for none; `basis` says in words what it rests on;
    `path` is the original file relative to the project file (POSIX form), or absolute when on another drive.
    """

    article: Article
    name: str = ""
    reliability: str = ""
    scheme: str = "admiralty"
    basis: str = ""
    memo: str = ""
    path: str = ""
    extra: dict[str, Any] = field(default_factory=dict, hash=False)

    @property
    def key(self) -> str:
        """The article's key, which notes and decisions refer to."""
        return self.article.key

    @property
    def title(self) -> str:
        """What the pane header says."""
        return self.name or self.article.title or self.article.provenance.path.rsplit("/", 1)[-1] or "Untitled"


@dataclass(frozen=True, slots=True)
class Project:
    """Everything a `.diptych` file keeps.

    `decisions` and `layout` are plain JSON values owned by `links` and `ui`; `extra` keeps unknown fields.
    """

    sources: tuple[Source, ...] = ()
    notes: tuple[Note, ...] = ()
    codebook: Codebook = field(default_factory=Codebook)
    memo: str = ""
    decisions: dict[str, Any] = field(default_factory=dict)
    layout: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict, hash=False)

    def source(self, key: str) -> Source:
        """The source with that article key; KeyError when there is none."""
        for source in self.sources:
            if source.key == key:
                return source
        raise KeyError(key)

    def note(self, note_id: str) -> Note:
        """The note with that id; KeyError when there is none."""
        for note in self.notes:
            if note.id == note_id:
                return note
        raise KeyError(note_id)
