"""A comparison looked up from every side: marks by position, rows and entities by mention, mentions by id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from reader.stepping import Steps, at_once
from reader.ui.lookup.mention_lookup import MentionLookup
from reader.ui.lookup.origin_index import OriginIndex
from reader.ui.lookup.span_index import SpanIndex

if TYPE_CHECKING:
    from reader.links import ComparedSource, Comparison, Entity, LedgerRow
    from reader.mentions import Attribution, Mention, MentionKind
    from reader.text import Span

ROLE_OF: dict[MentionKind, str] = {
    "person": "person", "organisation": "organisation", "place": "place", "nationality": "nationality", "name": "name",
    "number": "number", "percent": "number", "money": "number", "quantity": "number", "ordinal": "number",
    "date": "date", "duration": "date", "quotation": "quotation", "attribution": "quotation",
}  # fmt: skip
"""The colour role of each kind of mention; kinds of one role are underlined alike."""
ALL_LAYERS = frozenset(ROLE_OF) | {"note"}
_AT_A_TIME = 2000
"""So many mentions are looked at between two breaths."""


class SourceMarks:
    """The mentions of one source, by position."""

    def __init__(self, compared: ComparedSource) -> None:
        self.compared = compared
        self.mentions = compared.mentions

    def steps(self) -> Steps[None]:
        """Make what is looked up; without it, it is made when it is first asked for."""
        spans: defaultdict[str, list[Span]] = defaultdict(list)
        for number, mention in enumerate(self.mentions):
            spans[ROLE_OF.get(mention.kind, "")].append(mention.span)
            if number % _AT_A_TIME == 0:
                yield
        roles = {}
        for role, held in spans.items():
            roles[role] = SpanIndex(held)
            yield
        self.by_role = roles
        self._index = SpanIndex([m.span for m in self.mentions])
        yield

    @cached_property
    def _index(self) -> SpanIndex:
        return SpanIndex([m.span for m in self.mentions])

    def overlapping(self, span: Span) -> list[Mention]:
        """All mentions that share a character with `span`, by their start."""
        return [self.mentions[i] for i in self._index.overlapping(span.start, span.end)]

    @cached_property
    def by_role(self) -> dict[str, SpanIndex]:
        """The spans of all mentions by the colour role of their kind, for the overview."""
        at_once(self.steps())
        return self.by_role


class ComparisonIndex:
    """A comparison, looked up from a mention: its entity, its ledger rows; and from an id: entity, row, mention."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._lookup = MentionLookup(comparison)
        self.sources = {s.article.key: SourceMarks(s) for s in comparison.sources}
        self.letters = {s.article.key: s.id for s in comparison.sources}
        self.keys = {s.id: s.article.key for s in comparison.sources}

    def steps(self) -> Steps[None]:
        """Make what is looked up, a few milliseconds at a time; without it, each is made when it is first asked for."""
        for marks in self.sources.values():
            yield from marks.steps()
        for part in ("entities", "rows", "row_of_entity", "differing", "origins"):
            getattr(self, part)
            yield
        self.row_of = yield from _filling(self._valued())
        self.entity_of = yield from _filling(self._named())
        said = {}
        for source in self.comparison.sources:
            said[source.id] = _said(source)
            yield
        self.said = said

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """All entities by id."""
        return {e.id: e for e in self.comparison.entities}

    @cached_property
    def rows(self) -> dict[str, LedgerRow]:
        """The whole ledger by id."""
        return {r.id: r for r in self.comparison.ledger}

    @cached_property
    def row_of(self) -> dict[str, str]:
        """The row id of every mention id whose value stands in one."""
        return dict(self._valued())

    def _valued(self) -> Iterator[tuple[str, str]]:
        valued = (r for r in self.comparison.ledger if r.kind != "entity")
        return ((m, r.id) for r in valued for m in r.mentions)

    @cached_property
    def row_of_entity(self) -> dict[str, str]:
        """The row id of every entity id that has one."""
        return {r.entity: r.id for r in self.comparison.ledger if r.kind == "entity" and r.entity}

    @cached_property
    def said(self) -> dict[str, tuple[list[Attribution], SpanIndex]]:
        """What each source lets others say, and where, by its letter."""
        return {source.id: _said(source) for source in self.comparison.sources}

    @cached_property
    def origins(self) -> OriginIndex:
        """The upstream sources, by what rests on them."""
        return OriginIndex(self.comparison)

    def held(self, ids: Iterable[str]) -> list[tuple[ComparedSource, Mention]]:
        """The mentions with those ids and their sources; ids that are unknown are left out."""
        return [found for i in ids if (found := self._lookup.find(i)) is not None]

    def mention(self, mention_id: str) -> Mention | None:
        """The mention with that id, None when there is none."""
        found = self._lookup.find(mention_id)
        return found[1] if found is not None else None

    @cached_property
    def entity_of(self) -> dict[str, str]:
        """The entity id of every mention id that has one."""
        return dict(self._named())

    def _named(self) -> Iterator[tuple[str, str]]:
        return ((m, e.id) for e in self.comparison.entities for m in e.mentions)

    @cached_property
    def differing(self) -> dict[str, SpanIndex]:
        """Where the values stand on which the sources differ, by the letter of the source."""
        spans: dict[str, list[Span]] = {source.id: [] for source in self.comparison.sources}
        for row in self.comparison.ledger:
            if row.verdict == "differ":
                for source, mention in self.held(row.mentions):
                    spans[source.id].append(mention.span)
        return {letter: SpanIndex(held) for letter, held in spans.items()}

    def entity_after(self, former: ComparisonIndex, entity: str) -> str:
        """The id of what an entity of a former comparison is now, "" when it is gone: ids begin anew every time.

        It is the one of the same name; where that was merged with another or parted, the one with most of its mentions.
        """
        sought = former.entities.get(entity)
        if sought is None:
            return ""
        named = next((held.id for held in self.comparison.entities if held.label == sought.label), "")
        if named:
            return named
        found: Counter[str] = Counter()
        for source, mention in former.held(sought.mentions):
            marks = self.sources.get(source.article.key)
            here = marks.overlapping(mention.span) if marks else []
            found.update(self.entity_of.get(held.id, "") for held in here if held.span == mention.span)
        del found[""]
        return found.most_common(1)[0][0] if found else ""

    def row(self, mention: Mention) -> LedgerRow | None:
        """The ledger row a number, date or quotation stands in."""
        return self.rows.get(self.row_of.get(mention.id, ""))

    def ledger_row(self, mention: Mention) -> str:
        """The id of the ledger row that tells of a mention: of its value, else of its entity; "" for none."""
        return self.row_of.get(mention.id) or self.row_of_entity.get(self.entity_of.get(mention.id, ""), "")

    def verdict(self, mention: Mention) -> str:
        """The verdict on a number, date or quotation; "" for none."""
        row = self.row(mention)
        return row.verdict if row else ""

    def counterparts(self, mention: Mention) -> dict[str, list[Mention]]:
        """Mentions of the same entity, or in the same ledger row, by article key, in reading order."""
        row = self.row(mention)
        entity = self.entities.get(self.entity_of.get(mention.id, ""))
        told = row or entity
        return self.by_source(told.mentions if told else ())

    def told_first(self, row: LedgerRow) -> dict[str, Mention]:
        """The mention in each source that the reason of a row speaks of, by article key."""
        return {
            source.article.key: mention for ids in row.cells.values() for source, mention in self.held(ids[:1])
        }  # fmt: skip

    def by_source(self, ids: Sequence[str]) -> dict[str, list[Mention]]:
        """The mentions with those ids, by article key, in reading order."""
        found: dict[str, list[Mention]] = {}
        for source, mention in self.held(ids):
            found.setdefault(source.article.key, []).append(mention)
        return {key: sorted(held, key=lambda m: m.span) for key, held in found.items()}


def _filling(pairs: Iterator[tuple[str, str]]) -> Steps[dict[str, str]]:
    """Make a table, bit by bit."""
    made: dict[str, str] = {}
    while some := list(islice(pairs, _AT_A_TIME)):
        made.update(some)
        yield
    return made


def _said(source: ComparedSource) -> tuple[list[Attribution], SpanIndex]:
    from reader.mentions import Attribution  # there may be a window before there are mentions

    found = [(m.value, m.value.content) for m in source.mentions if isinstance(m.value, Attribution)]
    held = [(said, content) for said, content in found if content is not None]
    return [said for said, _ in held], SpanIndex([content for _, content in held])
