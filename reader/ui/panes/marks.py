"""Which marks stand where in a source, found by position, without making one object a mark."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from operator import gt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.links import ComparedSource, Comparison, Entity, LedgerRow
    from reader.mentions import Mention, MentionKind
    from reader.text import Span

ROLE_OF: dict[MentionKind, str] = {
    "person": "person", "organisation": "organisation", "place": "place", "nationality": "nationality", "name": "name",
    "number": "number", "percent": "number", "money": "number", "quantity": "number", "ordinal": "number",
    "date": "date", "duration": "date", "quotation": "quotation", "attribution": "quotation",
}  # fmt: skip
"""The colour role of each kind of mention; kinds of one role are underlined alike."""
ALL_LAYERS = frozenset(ROLE_OF) | {"note"}


class SpanIndex:
    """Finds those of many spans that overlap a place, by binary search; spans may overlap one another."""

    def __init__(self, spans: Sequence[Span]) -> None:
        starts = [span.start for span in spans]
        self.order: Sequence[int] = range(len(spans))
        if any(map(gt, starts, starts[1:])):
            self.order = sorted(self.order, key=starts.__getitem__)
        self.starts = starts if isinstance(self.order, range) else [starts[i] for i in self.order]
        ends = [span.end for span in spans]
        self.ends = ends if isinstance(self.order, range) else [ends[i] for i in self.order]
        apart = not any(map(gt, self.ends, self.ends[1:]))
        self._reach = self.ends if apart else list(accumulate(self.ends, max))

    def overlapping(self, start: int, end: int) -> Iterator[int]:
        """Indices (into the spans given) of all that share a character with [start, end), by their start."""
        first = bisect_left(self._reach, start + 1)
        for k in range(first, bisect_left(self.starts, end)):
            if self.ends[k] > start:
                yield self.order[k]

    def touches(self, start: int, end: int) -> bool:
        """Whether any span shares a character with [start, end)."""
        return next(self.overlapping(start, end), None) is not None


class SourceMarks:
    """The mentions of one source, by position."""

    def __init__(self, compared: ComparedSource) -> None:
        self.compared = compared
        self.mentions = compared.mentions
        self._roles: dict[str, SpanIndex] = {}

    @cached_property
    def _index(self) -> SpanIndex:
        """Made when the source is first drawn: a pane that is hidden needs none."""
        return SpanIndex([m.span for m in self.mentions])

    def overlapping(self, span: Span) -> list[Mention]:
        """All mentions that share a character with `span`, by their start."""
        return [self.mentions[i] for i in self._index.overlapping(span.start, span.end)]

    def of_role(self, role: str) -> SpanIndex:
        """The spans of all mentions whose kind has that colour role, for the overview."""
        if role not in self._roles:
            self._roles[role] = SpanIndex([m.span for m in self.mentions if ROLE_OF.get(m.kind) == role])
        return self._roles[role]


class ComparisonIndex:
    """A comparison, looked up from a mention: its entity, its ledger rows; and from an id: entity, row, mention."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.sources = {s.article.key: SourceMarks(s) for s in comparison.sources}
        self.letters = {s.article.key: s.id for s in comparison.sources}
        self.keys = {s.id: s.article.key for s in comparison.sources}
        self.entities: dict[str, Entity] = {e.id: e for e in comparison.entities}
        self.rows: dict[str, LedgerRow] = {r.id: r for r in comparison.ledger}
        self.row_of: dict[str, str] = {
            m: r.id for r in comparison.ledger if r.kind != "entity" for held in r.cells.values() for m in held
        }

        self._row_of_entity = {r.entity: r.id for r in comparison.ledger if r.kind == "entity" and r.entity}

    @cached_property
    def mentions(self) -> dict[str, Mention]:
        """All mentions by id."""
        return {m.id: m for s in self.comparison.sources for m in s.mentions}

    @cached_property
    def key_of(self) -> dict[str, str]:
        """The article key of every mention id."""
        return {m.id: s.article.key for s in self.comparison.sources for m in s.mentions}

    @cached_property
    def entity_of(self) -> dict[str, str]:
        """The entity id of every mention id that has one."""
        return {m: e.id for e in self.comparison.entities for m in e.mentions}

    def row(self, mention: Mention) -> LedgerRow | None:
        """The ledger row a number, date or quotation stands in."""
        return self.rows.get(self.row_of.get(mention.id, ""))

    def ledger_row(self, mention: Mention) -> str:
        """The id of the ledger row that tells of a mention: of its value, else of its entity; "" for none."""
        return self.row_of.get(mention.id) or self._row_of_entity.get(self.entity_of.get(mention.id, ""), "")

    def verdict(self, mention: Mention) -> str:
        """The verdict on a number, date or quotation; "" for none."""
        row = self.row(mention)
        return row.verdict if row else ""

    def counterparts(self, mention: Mention) -> dict[str, list[Mention]]:
        """Mentions of the same entity, or in the same ledger row, by article key, in reading order."""
        row = self.row(mention)
        entity = self.entities.get(self.entity_of.get(mention.id, ""))
        ids = [m for held in row.cells.values() for m in held] if row else list(entity.mentions) if entity else []
        return self.by_source(ids)

    def by_source(self, ids: Sequence[str]) -> dict[str, list[Mention]]:
        """The mentions with those ids, by article key, in reading order."""
        found: dict[str, list[Mention]] = {}
        for i in ids:
            if i in self.mentions:
                found.setdefault(self.key_of[i], []).append(self.mentions[i])
        return {key: sorted(held, key=lambda m: m.span) for key, held in found.items()}
