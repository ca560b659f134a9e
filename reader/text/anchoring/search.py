"""Search an indexed text for the place of a quotation: exactly, then by its context, then by the words they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.text.anchoring.alignment import likely_spans
from reader.text.anchoring.index import TextIndex, squeezed

LONG = 1200
"""A longer quotation is found by its beginning and its end."""

_END = 300
_NEAR = 16
"""So many equal code points next to the quotation are as good as the whole context."""
_MANY = 500
"""Exact places looked at; further ones need the same context."""
_FEW = 40
"""So many exact places are judged in full."""
_CLEAR = 0.06
"""A place is in doubt unless it scores so much more than any other."""
_TELLING = 25
"""A quotation of so many code points is hardly found by chance."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched: quotation and context, squeezed, and the place in the squeezed text where it would be.

    `first` and `last`: the context reaches the beginning or end of the text. `opens` and `closes`: the quotation began
    or ended a line; `broken`: it ran over a line break.
    """

    quote: str
    prefix: str
    suffix: str
    near: int
    first: bool
    last: bool
    opens: bool = False
    closes: bool = False
    broken: bool = True


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible place [start, end); `quote`, `before` and `after` tell how like it is, 0-1; `score` all in all.

    `rival`: the next best place, where it comes near.
    """

    start: int
    end: int
    quote: float
    before: float
    after: float
    score: float
    certain: bool = False
    rival: tuple[int, int] | None = None


def search(index: TextIndex, quote: str, prefix: str, suffix: str, start: int) -> Candidate | None:
    """The place, in code points of the indexed text, of a quotation with its context; None when it is gone."""
    wanted = _wanted(index, quote, prefix, suffix, start)
    if not wanted.quote:
        return None
    places = {(place.start, place.end): place for place in _exact_places(index, wanted)}
    if not any(min(place.before, place.after) > 0.8 for place in places.values()):
        for place in _long_places(index, wanted) if len(wanted.quote) > LONG else _likely_places(index, wanted):
            places.setdefault((place.start, place.end), place)
    believed = [place for place in places.values() if _believable(place, wanted)]
    if not believed:
        return None
    best = _best(believed, wanted, alone=sum(place.quote == 1.0 for place in places.values()) == 1)
    begin, end = _in_text(index, quote, best.start, best.end)
    return replace(best, start=begin, end=end, rival=_in_text(index, quote, *best.rival) if best.rival else None)


def _in_text(index: TextIndex, quote: str, start: int, end: int) -> tuple[int, int]:
    """A place of the squeezed text in code points of the text itself, with the margins of the quotation."""
    left, right = _margins(quote)
    begin, end = index.start_in_text(start), index.end_in_text(end)
    if left and index.text.endswith(left, 0, begin):
        begin -= len(left)
    if right and index.text.startswith(right, end):
        end += len(right)
    return begin, end


def _margins(quote: str) -> tuple[str, str]:
    """The white space at the beginning and at the end of a quotation."""
    return quote[: len(quote) - len(quote.lstrip())], quote[len(quote.rstrip()) :]


def _wanted(index: TextIndex, quote: str, prefix: str, suffix: str, start: int) -> Wanted:
    """All parts squeezed; white space at the ends of the quotation goes to the context."""
    left, right = _margins(quote)
    before, core, after = prefix + left, quote.strip(), right + suffix
    return Wanted(
        quote=squeezed(core),
        prefix=squeezed(before),
        suffix=squeezed(after),
        near=index.in_plain(start),
        first=start == len(prefix),
        last=len(suffix) < 32,
        opens="\n" in before[len(before.rstrip()) :] or not before.strip(),
        closes="\n" in after[: len(after) - len(after.lstrip())] or not after.strip(),
        broken="\n" in core,
    )


def _exact_places(index: TextIndex, wanted: Wanted) -> Iterator[Candidate]:
    quote, plain = wanted.quote, index.plain
    starts = set(_found(plain, quote, 0))
    if len(starts) == _MANY:  # too many to look at all: those near, and those with the nearest context
        starts |= set(_found(plain, quote, max(0, wanted.near - _MANY)))
        left = wanted.prefix[-_NEAR:]
        starts |= {start + len(left) for start in _found(plain, left + quote, 0)}
        starts |= set(_found(plain, quote + wanted.suffix[:_NEAR], 0))
    if len(starts) > _FEW:  # a cheap look at the nearest context is enough to leave most of them out
        ranked = sorted(starts, key=lambda start: (-_equal_around(plain, start, wanted), abs(start - wanted.near)))
        starts = set(ranked[:_FEW])
    for start in sorted(starts):
        yield _judged(index, wanted, start, start + len(quote), 1.0)


def _equal_around(plain: str, start: int, wanted: Wanted) -> int:
    """How many code points next to a place are those next to the quotation."""
    end = start + len(wanted.quote)
    before = _run(wanted.prefix[::-1], plain[max(0, start - _NEAR) : start][::-1])
    return before + _run(wanted.suffix, plain[end : end + _NEAR])


def _found(plain: str, quote: str, start: int) -> Iterator[int]:
    """Where `quote` stands in `plain` from `start` on, at most _MANY places."""
    for _ in range(_MANY):
        start = plain.find(quote, start)
        if start < 0:
            return
        yield start
        start += 1


def _likely_places(index: TextIndex, wanted: Wanted) -> Iterator[Candidate]:
    """Places whose words are those of the quotation and its context, in about the same order."""
    for start, end in sorted(likely_spans(index, wanted.prefix, wanted.quote, wanted.suffix)):
        yield _judged(index, wanted, *_kept_to_lines(index, wanted, start, end))


def _kept_to_lines(index: TextIndex, wanted: Wanted, start: int, end: int) -> tuple[int, int]:
    """The place made to begin and end with a line where the quotation did, if its words are then as like."""
    plain = index.plain
    first, last = index.line_of(start, end)
    starts, ends = [start], [end]
    if wanted.opens and first < start:
        starts.append(first)
    if wanted.closes and last > end:
        ends.append(last)
    if not wanted.broken:
        breaks = index.breaks_within(start, end)
        starts += breaks[-2:]
        ends += [b - 1 for b in breaks[:2]]

    def fitness(place: tuple[int, int]) -> float:
        low, high = place
        odd = (wanted.opens and not index.opens_line(low)) + (wanted.closes and not index.closes_line(high))
        odd += not wanted.broken and bool(index.breaks_within(low, high))
        return _likeness(wanted.quote, plain[low:high]) - 0.04 * odd

    return max(((low, high) for low in starts for high in ends if low < high), key=fitness)


def _long_places(index: TextIndex, wanted: Wanted) -> Iterator[Candidate]:
    """The place of a long quotation, from those of its first and its last words."""
    quote = wanted.quote
    head = Wanted(quote[:_END], wanted.prefix, quote[_END : _END + 32], wanted.near, wanted.first, False)
    tail = Wanted(quote[-_END:], quote[-_END - 32 : -_END], wanted.suffix, wanted.near + len(quote), False, wanted.last)
    ends = []
    for part in (head, tail):
        found = [*_exact_places(index, part), *_likely_places(index, part)]
        believed = [place for place in found if _believable(place, part)]
        if not believed:
            return
        ends.append(max(believed, key=lambda place: place.score))
    start, stop = ends[0].start, ends[1].end
    if start < stop:
        yield _judged(index, wanted, start, stop)


def _judged(index: TextIndex, wanted: Wanted, start: int, end: int, quote: float | None = None) -> Candidate:
    plain = index.plain
    if quote is None:
        quote = _likeness(wanted.quote, plain[start:end])
    before = _context(
        wanted.prefix[::-1], plain[max(0, start - len(wanted.prefix)) : start][::-1], wanted.first, start == 0
    )
    after = _context(wanted.suffix, plain[end : end + len(wanted.suffix)], wanted.last, end >= len(plain) - 1)
    near = 1 - min(1.0, abs(start - wanted.near) / max(1, len(plain)))
    score = 0.6 * quote + 0.19 * before + 0.19 * after + 0.02 * near
    return Candidate(start, end, quote, before, after, score)


def _likeness(a: str, b: str) -> float:
    """Share of characters that stand in both in the same order; of their short runs for very long ones."""
    if len(a) * len(b) > 40_000_000:
        return _shared_words(a, b)
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(a, b)


def _shared_words(a: str, b: str) -> float:
    one, other = Counter(a.split()), Counter(b.split())
    return 2 * sum((one & other).values()) / max(1, one.total() + other.total())


def _context(kept: str, found: str, was_edge: bool, is_edge: bool) -> float:
    """How like two contexts are, both read away from the quotation; chance likeness counts as 0."""
    if not kept.strip():
        return 1.0 if was_edge and is_edge else 0.0
    from rapidfuzz.distance import Indel

    like = max(0.0, (Indel.normalized_similarity(kept, found) - 0.45) / 0.55)
    return 0.5 * like + 0.5 * min(1.0, _run(kept, found) / min(_NEAR, len(kept)))


def _run(kept: str, found: str) -> int:
    """How many code points two texts have in common at the beginning."""
    for number, (one, other) in enumerate(zip(kept, found, strict=False)):
        if one != other:
            return number
    return min(len(kept), len(found))


def _believable(place: Candidate, wanted: Wanted) -> bool:
    """Whether that likeness can't be chance: the less the quotation is like, the more its context must be."""
    weaker, stronger = sorted((place.before, place.after))
    long = len(wanted.quote) >= _TELLING
    if place.quote > 0.97:
        return long or stronger > 0.45 or weaker > 0.3
    if place.quote >= 0.75:
        return (long and (place.quote > 0.85 or stronger > 0.3)) or stronger > 0.5
    if place.quote >= 0.6:
        return stronger > 0.5 and (place.quote >= 0.7 or weaker > 0.25 or len(wanted.quote) >= 2 * _TELLING)
    return place.quote >= 0.5 and weaker > 0.5


def _best(places: list[Candidate], wanted: Wanted, alone: bool) -> Candidate:
    """The best of some places; certain when it is good and no other comes near.

    `alone`: only one place has the very words. Short words alone are enough when one side of them is as it was.
    """
    places.sort(key=lambda place: -place.score)
    best = places[0]
    others = [place for place in places[1:] if place.end <= best.start or best.end <= place.start]
    rival = next((place for place in others if best.score - place.score <= _CLEAR), None)
    single = alone and best.quote == 1.0 and len(wanted.quote) * 2 >= _TELLING and max(best.before, best.after) > 0.8
    telling = single or len(wanted.quote) >= _TELLING or min(best.before, best.after) > 0.3
    certain = telling and best.score >= 0.7 and best.quote >= 0.6 and rival is None
    return replace(best, score=round(best.score, 4), certain=certain, rival=(rival.start, rival.end) if rival else None)
