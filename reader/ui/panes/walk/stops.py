"""The stops of a walk: differences, mentions of the chosen entity, and words searched for in all sources."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple, overload

from reader.notes import SourceSpan
from reader.stepping import Steps
from reader.text import Span, without_accents
from reader.ui.lookup.comparison_index import ComparisonIndex

MOST_FOUND = 50_000
"""Places of searched words that are kept for one source."""
_PIECE, _AT_A_TIME = 50_000, 1000
"""Code points that are looked at, and places that are found, between two breaths."""


class Stop(NamedTuple):
    """One step of a walk: the places to show, first the one to go to (article key, span)."""

    places: tuple[SourceSpan, ...]
    row: str = ""


@dataclass
class Walk:
    """Stops in order and where the reader is; it does not wrap: at an end `step` returns None."""

    what: str
    stops: Sequence[Stop] = ()
    at: int = -1
    ended: bool = field(default=False)

    def step(self, by: int) -> Stop | None:
        """The next (1) or previous (-1) stop, None when there is no more."""
        target = self.at + by if self.at >= 0 or by > 0 else len(self.stops) - 1
        self.ended = not 0 <= target < len(self.stops)
        if self.ended:
            return None
        self.at = target
        return self.stops[target]


def differences(index: ComparisonIndex) -> list[Stop]:
    """The rows whose sources differ, by where that stands of which their reasons speak."""
    order = {key: n for n, key in enumerate(index.sources)}
    stops = []
    for row in index.comparison.ledger:
        if row.verdict == "differ":
            told = index.told_first(row)
            if told:
                places = tuple((key, m.span) for key, m in sorted(told.items(), key=lambda item: order[item[0]]))
                stops.append(Stop(places, row.id))
    return sorted(stops, key=lambda s: (order[s.places[0][0]], s.places[0][1]))


def mentions(index: ComparisonIndex, entity: str) -> list[Stop]:
    """All mentions of an entity: source by source, in reading order."""
    held = index.entities.get(entity)
    by_source = index.by_source(held.mentions if held else ())
    return [Stop(((key, m.span),)) for key in index.sources for m in by_source.get(key, ())]


class FoundStops(Sequence[Stop]):
    """The places of words that were searched for, source by source: there may be a hundred thousand."""

    def __init__(self, spans: Mapping[str, Sequence[Span]]) -> None:
        self._spans = spans
        self._keys = list(spans)
        self._ends = list(accumulate(map(len, spans.values())))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, number: int) -> Stop: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Stop]: ...
    def __getitem__(self, number: int | slice) -> Stop | Sequence[Stop]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        source = bisect_right(self._ends, number)
        key = self._keys[source]
        return Stop(((key, self._spans[key][number - self._ends[source]]),))

    def before(self, key: str, place: float) -> int:
        """Index before the first stop at or after a place of a source, so that a step forward goes there."""
        if key not in self._keys:
            return -1
        source = self._keys.index(key)
        spans = self._spans[key]
        return self._ends[source] - len(spans) + bisect_left(spans, place, key=lambda span: span.start) - 1


def finding(text: str, words: str) -> Steps[list[Span]]:
    """Where `words` stand in a text: letter case, accents and the kind of blank do not matter."""
    parts = [re.escape(part) for part in without_accents(words).split()]
    if not parts:
        return []
    pieces = []
    for start in range(0, len(text), _PIECE):
        pieces.append(without_accents(text[start : start + _PIECE]))
        yield
    spans: list[Span] = []
    for found in re.finditer(r"\s+".join(parts), "".join(pieces), re.IGNORECASE):
        spans.append(Span(*found.span()))
        if len(spans) % _AT_A_TIME == 0:
            yield
        if len(spans) >= MOST_FOUND:
            break
    return spans


def first_after(stops: Sequence[Stop], key: str, keys: Sequence[str], place: float) -> int:
    """Index before the first stop at or after a place of a source, so that a step forward goes there."""
    order = {k: n for n, k in enumerate(keys)}
    here = (order.get(key, 0), place)
    for n, stop in enumerate(stops):
        where, span = stop.places[0]
        if (order.get(where, 0), span.start) >= here:
            return n - 1
    return len(stops) - 1


def stop_at(stops: Sequence[Stop], key: str, place: int, *, otherwise: int) -> int:
    """Index of the stop that holds a place of a source, `otherwise` when none does."""
    for n, stop in enumerate(stops):
        where, span = stop.places[0]
        if where == key and span.start <= place < span.end:
            return n
    return otherwise
