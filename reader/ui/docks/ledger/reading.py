"""Turn ledger rows into what a card says: pill, words in context, hedges, who says it, and shared origins."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from reader.links import LedgerRow, Origin, PlaceRef
from reader.mentions import Attribution, Quantity
from reader.text import Span, without_accents
from reader.ui.lookup.comparison_index import ComparisonIndex

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
class MentionPlace:
    """Where a mention stands: source letter, article key, the span and the words there."""

    letter: str
    key: str
    span: Span
    words: str

    @property
    def ref(self) -> PlaceRef:
        """The place as the reader's decisions name it."""
        return PlaceRef(self.key, self.span.start, self.span.end, self.words)


class LedgerReading:
    """A comparison read for display: every question a card, a menu or a jump asks about a row."""

    def __init__(self, index: ComparisonIndex) -> None:
        self.index, self.comparison = index, index.comparison
        self._cards: dict[str, Card] = {}

    def row(self, row_id: str) -> LedgerRow | None:
        """The row with that id, None when there is none."""
        return self.index.rows.get(row_id)

    def row_of_entity(self, entity: str) -> LedgerRow | None:
        """The row that is about an entity, None when it has none."""
        return self.row(self.index.row_of_entity.get(entity, ""))

    def places(self, row: LedgerRow) -> list[MentionPlace]:
        """All places of a row, source by source, in reading order."""
        found = []
        for letter, ids in row.cells.items():
            held = self.index.held(ids)
            held.sort(key=lambda pair: pair[1].span)
            found += [MentionPlace(letter, s.article.key, m.span, m.text) for s, m in held]
        return found

    def first_places(self, row: LedgerRow) -> list[MentionPlace]:
        """The place in each of its sources that the reason of a row speaks of."""
        return [
            MentionPlace(letter, source.article.key, mention.span, mention.text)
            for letter, ids in row.cells.items()
            for source, mention in self.index.held(ids[:1])
        ]

    @cached_property
    def told(self) -> dict[str, str]:
        """By row id, the words a filter looks at, case-folded, without accents: made once for every key typed."""
        found = {}
        for row in self.comparison.ledger:
            words = {mention.text for _, mention in self.index.held(row.mentions)}
            if row.kind != "entity":
                words.update(" ".join(self._around(ids[0])) for ids in row.cells.values() if ids)
            found[row.id] = without_accents("\n".join((row.label, row.reason, *sorted(words)))).casefold()
        return found

    def origin(self, row: LedgerRow) -> Origin | None:
        """The one upstream source that two or more sources of a row rest on, if one is known."""
        if row.kind == "entity" or len(row.cells) < 2:
            return None
        return self.index.origins.shared([self.index.held(ids) for ids in row.cells.values()])

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
        if row.kind != "entity" or row.verdict == "differ":
            return ""
        texts = Counter(m.text for _, m in self.index.held(row.mentions))
        others = [text for text, _ in texts.most_common() if text.casefold() != row.label.casefold()]
        return "= " + ", ".join(others[:3]) if others else ""

    def _line(self, row: LedgerRow, letter: str, ids: tuple[str, ...]) -> CardLine:
        held = self.index.held(ids)
        if not held:
            return CardLine(letter, "")
        if row.kind == "entity":
            counts = Counter(mention.text for _, mention in held)
            return CardLine(letter, ", ".join(t if n == 1 else f"{t} ×{n}" for t, n in counts.most_common()))
        mention = held[0][1]
        before, after = self._around(mention.id)
        more = f"  (+{len(held) - 1})" if len(held) > 1 else ""
        return CardLine(letter, " ".join(mention.text.split()), before, after + more)

    def _around(self, mention_id: str) -> tuple[str, str]:
        """The words of its paragraph before and after a mention, as many as a card may show."""
        for source, mention in self.index.held((mention_id,)):
            text, span = source.article.text, mention.span
            before = text[max(0, span.start - BEFORE) : span.start].rsplit("\n", 1)[-1]
            if len(before) == BEFORE:
                before = before.partition(" ")[2]
            return before.lstrip(), text[span.end : span.end + AFTER].split("\n", 1)[0].rstrip()
        return "", ""

    def _hedges(self, row: LedgerRow) -> list[str]:
        """Hedges source by source, as written; those the reason quotes already are left out."""
        found = []
        for letter, ids in row.cells.items():
            values = [mention.value for _, mention in self.index.held(ids)]
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
            held = [] if row.kind == "entity" else self.index.held(ids)
            if not held:
                continue
            said, index = self.index.said[letter]
            span = held[0][1].span
            says = [said[n] for n in sorted(index.overlapping(span.start, span.end))]
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
