"""Find where the words of a quotation and its context stand now, by their rare words, then by aligning word by word."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.text.anchoring.index import TextIndex, token_spans

_COMMON = 400
"""A word that stands more often than that in the text says nothing about the place."""
_VOTES = 250
_VOTERS = 12
"""So many of its rarest words tell where a passage may stand ..."""
_WINDOWS = 3
"""... and so many of the places they tell are looked at."""
_PARTIAL = 24
"""A context of so many code points may begin or end inside a word."""


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quotation within its context: the words of both, where each stands, and where the quotation begins and ends."""

    words: list[str]
    spans: list[tuple[int, int]]
    begin: int
    end: int


def likely_spans(index: TextIndex, prefix: str, quote: str, suffix: str) -> set[tuple[int, int]]:
    """Spans [start, end) of `index.plain` where most of the words stand in about that order; all three are squeezed."""
    whole = prefix + quote + suffix
    spans = token_spans(whole)
    if len(prefix) > _PARTIAL:
        spans = spans[1:]
    if len(suffix) > _PARTIAL:
        spans = spans[:-1]
    words = [whole[start:end] for start, end in spans]
    quoted = _Quoted(words, spans, len(prefix), len(prefix) + len(quote))
    found: set[tuple[int, int]] = set()
    for low, high in _windows(index, words):
        found |= _aligned(index, quoted, low, high)
    return {(start, end) for start, end in found if start < end}


def _windows(index: TextIndex, words: list[str]) -> list[tuple[int, int]]:
    """Ranges of tokens of the text where most of the rare `words` stand in the right order."""
    votes: list[tuple[int, float]] = []
    rare = []
    for number, word in enumerate(words):
        stands = len(index.places.get(word, ()))
        if 0 < stands <= _COMMON and word[0].isalnum():
            rare.append((stands, number))
    for stands, number in sorted(rare)[:_VOTERS]:
        if votes and len(votes) + stands > _VOTES:
            break
        votes += [(at - number, 1.0 / (1 + stands)) for at in index.places[words[number]]]
    votes.sort()
    reach = max(12, len(words) // 2)
    sums: list[tuple[float, int, int]] = []
    first, total = 0, 0.0
    for at, weight in votes:
        total += weight
        while votes[first][0] < at - reach:
            total -= votes[first][1]
            first += 1
        sums.append((total, votes[first][0], at))
    sums.sort(key=lambda found: -found[0])
    chosen: list[tuple[int, int]] = []
    for _, low, high in sums:
        if all(abs(low - other) > reach for other, _ in chosen):
            chosen.append((low, high))
            if len(chosen) == _WINDOWS:
                break
    return [(max(0, low - 8), min(len(index.tokens), high + len(words) + 8)) for low, high in chosen]


def _aligned(index: TextIndex, quoted: _Quoted, low: int, high: int) -> set[tuple[int, int]]:
    """Where in tokens [low, high) the quotation may stand now, by aligning word by word; in positions of `plain`.

    There are up to four answers: what was put in or replaced at its ends may belong to it or not.
    """
    words = quoted.words
    matcher = SequenceMatcher(None, words, index.tokens[low:high], autojunk=False)
    twin: dict[int, int] = {}
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            twin[block.a + step] = low + block.b + step
    inside = [n for n, (start, stop) in enumerate(quoted.spans) if stop > quoted.begin and start < quoted.end]
    matched = [n for n in inside if n in twin]
    if 5 * _letters(words, matched) <= _letters(words, inside):
        return set()
    _draw_near(index.tokens, words, twin, matched)
    first, last = inside[0], inside[-1]
    starts, ends = set(), set()
    for core in (matched, _without_islands(matched, twin)):
        starts |= _starts(index, quoted, twin, first, core[0])
        ends |= _ends(index, quoted, twin, last, core[-1])
    return {(start, stop) for start in starts for stop in ends}


def _letters(words: list[str], numbers: list[int]) -> int:
    return sum(len(words[number]) for number in numbers if words[number].isalnum())


def _draw_near(tokens: list[str], words: list[str], twin: dict[int, int], matched: list[int]) -> None:
    """Match the first and last word of the quotation with the nearest equal word: a full stop with its own sentence."""
    if len(matched) < 2:
        return
    for edge, inner, step in ((matched[-1], matched[-2], 1), (matched[0], matched[1], -1)):
        for number in range(twin[inner] + step, twin[edge], step):
            if tokens[number] == words[edge]:
                twin[edge] = number
                break


def _without_islands(matched: list[int], twin: dict[int, int]) -> list[int]:
    """The matched words less the few at either end that stand far from the others now."""
    low, high = 0, len(matched)
    for cut in range(1, len(matched)):
        torn = twin[matched[cut]] - twin[matched[cut - 1]] - (matched[cut] - matched[cut - 1]) > 3
        if torn and cut * 3 <= len(matched):
            low = cut
        if torn and (len(matched) - cut) * 3 <= len(matched):
            high = min(high, cut)
    return matched[low:high]


def _starts(index: TextIndex, quoted: _Quoted, twin: dict[int, int], first: int, matched: int) -> set[int]:
    """Where in `plain` the quotation may begin, its first word being number `first`, its first kept word `matched`."""
    if matched == first:
        return {index.starts[twin[first]] + max(0, quoted.begin - quoted.spans[first][0])}
    found = {index.starts[max(0, twin[matched] - (matched - first))]}
    if first - 1 in twin:  # its first words were replaced, the word before them is there
        found.add(index.starts[twin[first - 1] + 1])
    return found


def _ends(index: TextIndex, quoted: _Quoted, twin: dict[int, int], last: int, matched: int) -> set[int]:
    """Where in `plain` the quotation may end, its last word being number `last`, its last kept word `matched`."""
    if matched == last:
        start, stop = quoted.spans[last]
        return {index.starts[twin[last]] + min(quoted.end, stop) - start}
    numbers = {min(len(index.tokens) - 1, twin[matched] + last - matched)}
    if last + 1 in twin:
        numbers.add(max(twin[matched], twin[last + 1] - 1))
    return {index.starts[number] + len(index.tokens[number]) for number in numbers}
