"""What a comparison holds: compared sources, entities, alignments, the rows of the ledger and origins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from reader.links.passages.why import Grounds
    from reader.mentions import Mention, MentionKind
    from reader.text import Article, Passage

Verdict = Literal["agree", "compatible", "differ", "same form only", "only"]
RowKind = Literal["entity", "quantity", "date", "quotation"]
Band = Literal["sure", "possible", "different"]


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How far two names are one: `score` 0-100, its band, and the reason in a few plain words."""

    score: float
    band: Band
    reason: str


@dataclass(frozen=True, slots=True)
class ComparedSource:
    """One source of a comparison; `id` is its letter ("A"), mention ids start with it ("A12")."""

    id: str
    article: Article
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...]

    def __hash__(self) -> int:
        """Of its letter and article, whose hash is reckoned once."""
        return hash((self.id, self.article))


@dataclass(frozen=True, slots=True)
class Entity:
    """All mentions, in all sources, of one person, body, place or other name.

    `variants` gives the surfaces per source id, most frequent first; `related` the ids of entities that go with it
    without being it (Russia and Russian); `reasons` says why different surfaces were joined.
    """

    id: str
    label: str
    kind: MentionKind
    variants: dict[str, tuple[str, ...]]
    mentions: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PossibleMatch:
    """Two entities, by id, that may be one, for the reader to decide: `score` 0-100, and what speaks for it."""

    a: str
    b: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Side:
    """Passages of one source: its id and indices into its `passages`."""

    source: str
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Passages of two sources that speak of the same thing; `score` 0-1; `manual` when the reader matched them.

    `grounds` are the reason itself, or what it is told from once somebody asks: few are ever read.
    """

    a: Side
    b: Side
    score: float
    grounds: str | Grounds
    manual: bool = False

    @property
    def reason(self) -> str:
        """Why, in a few plain words."""
        told = self.grounds
        return told if isinstance(told, str) else told.why(self.a.passages[0], self.b.passages[0])


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One line of the ledger.

    `cells` maps source ids to mention ids, the one the reason speaks of first; `reason` is one plain sentence; `key`
    identifies the row across analyses (ids are given anew by each); `decided` when the verdict is the reader's own;
    `entity` is the id of the entity a row of kind "entity" is about, "" for others; `importance` sorts rows, larger
    first.
    """

    id: str
    kind: RowKind
    verdict: Verdict
    label: str
    cells: dict[str, tuple[str, ...]]
    reason: str
    key: str = ""
    decided: bool = False
    entity: str = ""
    importance: float = 0.0

    def with_id(self, number: str) -> LedgerRow:
        """The same row under its number in a ledger."""
        return LedgerRow(
            number, self.kind, self.verdict, self.label, self.cells, self.reason,
            self.key, self.decided, self.entity, self.importance,
        )  # fmt: skip

    @property
    def mentions(self) -> tuple[str, ...]:
        """The ids of its mentions in all sources."""
        return tuple(mention for cell in self.cells.values() for mention in cell)


@dataclass(frozen=True, slots=True)
class Origin:
    """An upstream source that several accounts rest on: a paper, an agency, an official, or copied wording.

    `sources` and `mentions` by id; `passages`, where the wording was copied.
    """

    label: str
    sources: tuple[str, ...]
    mentions: tuple[str, ...]
    reason: str = ""
    passages: tuple[Side, ...] = ()
