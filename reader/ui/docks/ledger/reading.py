"""Turn ledger rows into what a card says: pill, words in context, hedges, who says it, and shared origins."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice

from reader.links import ComparedSource, Comparison, LedgerRow, Origin
from reader.mentions import Attribution, Mention, Quantity
from reader.text import Span

BEFORE, AFTER = 48, 72
"""How many code points of context a card line keeps either side of the words."""


@dataclass(frozen=True, slots=True)
class CardLine:
    """What one source says: its letter, the words as written, their context, and how often more."""

    source: str
    words: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One ledger row ready to be drawn; `role` names the theme colours of its pill."""

    label: str
    also: str
    pill: str
    role: str
    lines: tuple[CardLine, ...]
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands: source letter, article key, the span and the words there."""

    letter: str
    key: str
    span: Span
    words: str


class HoldingSpans:
    """Spans of which one is quickly told to hold another span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        held = sorted(spans)
        self._starts = [span.start for span in held]
        self._reach = list(accumulate((span.end for span in held), max))

    def hold(self, span: Span) -> bool:
        """Whether any of them contains `span`."""
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._reach[before - 1] >= span.end


_NO_SPANS = HoldingSpans(())


class LedgerReading:
    """A comparison read for display: every question a card, a menu or a jump asks about a row."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._cards: dict[str, Card] = {}

    @cached_property
    def _mentions(self) -> dict[str, tuple[ComparedSource, Mention]]:
        return {m.id: (s, m) for s in self.comparison.sources for m in s.mentions}

    @cached_property
    def _said(self) -> dict[str, list[Attribution]]:
        return {
            s.id: [m.value for m in s.mentions if isinstance(m.value, Attribution) and m.value.content is not None]
            for s in self.comparison.sources
        }

    @cached_property
    def _origin_spans(self) -> list[tuple[Origin, frozenset[str], dict[str, HoldingSpans]]]:
        passages = {s.id: s.passages for s in self.comparison.sources}
        held = []
        for origin in self.comparison.origins:
            spans: dict[str, list[Span]] = {}
            for side in origin.passages:
                known = passages.get(side.source, ())
                spans.setdefault(side.source, []).extend(known[i].span for i in side.passages if i < len(known))
            held.append(
                (origin, frozenset(origin.mentions), {letter: HoldingSpans(there) for letter, there in spans.items()})
            )
        return held

    @cached_property
    def _rows(self) -> dict[str, LedgerRow]:
        return {row.id: row for row in self.comparison.ledger}

    def row(self, row_id: str) -> LedgerRow | None:
        """The row with that id, None when there is none."""
        return self._rows.get(row_id)

    def row_of_entity(self, entity: str) -> LedgerRow | None:
        """The row that is about an entity, None when it has none."""
        return next((row for row in self.comparison.ledger if entity and row.entity == entity), None)

    def places(self, row: LedgerRow) -> list[Place]:
        """All places of a row, source by source, in reading order."""
        found = []
        for letter, ids in row.cells.items():
            held = [self._mentions[i] for i in ids if i in self._mentions]
            held.sort(key=lambda pair: pair[1].span)
            found += [Place(letter, s.article.key, m.span, m.text) for s, m in held]
        return found

    def first_places(self, row: LedgerRow) -> list[Place]:
        """The first place of a row in each of its sources."""
        first: dict[str, Place] = {}
        for place in self.places(row):
            first.setdefault(place.letter, place)
        return list(first.values())

    @cached_property
    def told(self) -> dict[str, str]:
        """By row id, the words a filter looks at, case-folded: made once, since every key typed asks all of them."""
        mentions, found = self._mentions, {}
        for row in self.comparison.ledger:
            words = {mentions[i][1].text for ids in row.cells.values() for i in ids if i in mentions}
            found[row.id] = "\n".join((row.label, row.reason, *sorted(words))).casefold()
        return found

    def origin(self, row: LedgerRow) -> Origin | None:
        """The one upstream source that two or more sources of a row rest on, if one is known."""
        if row.kind == "entity" or len(row.cells) < 2:
            return None
        for origin, ids, spans in self._origin_spans:
            resting = (
                letter
                for letter, cell in row.cells.items()
                if any(i in ids or spans.get(letter, _NO_SPANS).hold(self._mentions[i][1].span) for i in cell)
            )
            if len(list(islice(resting, 2))) > 1:
                return origin
        return None

    def card(self, row: LedgerRow) -> Card:
        """What the card of a row shows; kept, since rows are drawn again and again."""
        if row.id not in self._cards:
            self._cards[row.id] = self._make_card(row)
        return self._cards[row.id]

    def _make_card(self, row: LedgerRow) -> Card:
        origin = self.origin(row)
        role = row.verdict.replace(" ", "_")
        pill = f"only {next(iter(row.cells), '')}".strip() if row.verdict == "only" else row.verdict
        if origin is not None and row.verdict in ("agree", "compatible"):
            pill, role = "one origin", "origin"
        if row.decided:
            pill = f"you: {row.verdict}"
        lines = tuple(self._line(row, letter, ids) for letter, ids in row.cells.items())
        details = [row.reason] if row.reason else []
        if origin is not None:
            rest = f"{', '.join(origin.sources[:-1])} and {origin.sources[-1]} rest on {origin.label}"
            told = origin.reason.rstrip(".") if origin.label in origin.reason else rest
            details.append(f"One origin: {told}.")
        if hedges := self._hedges(row):
            details.append("Hedges: " + "; ".join(hedges))
        if speakers := self._speakers(row):
            details.append("Who says it: " + "; ".join(speakers))
        return Card(row.label, self._also(row), pill, role, lines, tuple(details))

    def _also(self, row: LedgerRow) -> str:
        if row.kind != "entity":
            return ""
        texts = Counter(m.text for ids in row.cells.values() for i in ids for _, m in [self._mentions[i]])
        others = [text for text, _ in texts.most_common() if text.casefold() != row.label.casefold()]
        return "= " + ", ".join(others[:3]) if others else ""

    def _line(self, row: LedgerRow, letter: str, ids: tuple[str, ...]) -> CardLine:
        held = [self._mentions[i] for i in ids if i in self._mentions]
        if not held:
            return CardLine(letter, "")
        if row.kind == "entity":
            counts = Counter(mention.text for _, mention in held)
            return CardLine(letter, ", ".join(t if n == 1 else f"{t} ×{n}" for t, n in counts.most_common()))
        source, mention = min(held, key=lambda pair: pair[1].span)
        text, span = source.article.text, mention.span
        before = text[max(0, span.start - BEFORE) : span.start].rsplit("\n", 1)[-1]
        after = text[span.end : span.end + AFTER].split("\n", 1)[0]
        more = f"  (+{len(held) - 1})" if len(held) > 1 else ""
        if len(before) == BEFORE:
            before = before.partition(" ")[2]
        return CardLine(letter, " ".join(mention.text.split()), before.lstrip(), after.rstrip() + more)

    def _hedges(self, row: LedgerRow) -> list[str]:
        """Hedges source by source, as written; those the reason quotes already are left out."""
        found = []
        for letter, ids in row.cells.items():
            values = [self._mentions[i][1].value for i in ids if i in self._mentions]
            words = dict.fromkeys(h for v in values if isinstance(v, Quantity) for h in v.hedges)
            longest = [w for w in words if not any(w != other and w in other for other in words)]
            untold = [w for w in longest if w not in row.reason]
            if untold:
                found.append(f"{letter} “{'”, “'.join(untold)}”")
        return found

    def attributions(self, row: LedgerRow) -> dict[str, Attribution]:
        """Who says it, source by source: the narrowest attribution around the row's first mention there."""
        found: dict[str, Attribution] = {}
        for letter, ids in row.cells.items():
            spans = [self._mentions[i][1].span for i in ids if i in self._mentions]
            if row.kind == "entity" or not spans:
                continue
            says = [a for a in self._said.get(letter, ()) if a.content is not None and a.content.overlaps(spans[0])]
            if says:
                found[letter] = min(says, key=lambda a: len(a.content or ()))
        return found

    def _speakers(self, row: LedgerRow) -> list[str]:
        found = []
        for letter, one in self.attributions(row).items():
            kind = "" if one.speaker_kind in ("named", "hearsay") else f" ({one.speaker_kind})"
            cue = f", “{one.cue}”" if one.cue else ""
            found.append(f"{letter} {one.speaker or 'hearsay'}{kind}{cue}")
        return found
