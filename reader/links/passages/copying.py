"""Find wording that two sources share nearly word for word, in time that grows with their length."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from reader.links.passages.lexicon import WordsInPlace, all_folded
from reader.links.values import ComparedSource, Origin, Side
from reader.stopping import checkpoint, watched
from reader.text import Span

SHINGLE = 5
"""Words in a row by which shared wording is noticed."""
PLACES = 8
"""Places of one shingle that are looked at; one that stands oftener is a set phrase."""
SLACK = 4
"""Words that may be put in, left out or replaced between two shared runs of one stretch."""
_STEPS = sorted(product(range(SLACK + 1), repeat=2), key=lambda steps: (sum(steps), steps))
"""How many words of either side may be stepped over to where the wording is shared again, the fewest first."""
LEAST_WORDS, LEAST_SHARE = 10, 0.6
"""Shared words, and share of the shorter passage, from which a passage counts as copied."""
LABEL_WORDS = 8
_SLICE = 20_000
"""Words of one step between two questions whether to stop."""


@dataclass(slots=True)
class CopyWords:
    """The words of a source that may be copied, with their passages; `quoted` words stand inside quotation marks.

    `shingles` stand for the run of `SHINGLE` words that begins at each word; `places` tells where each shingle stands
    (the first `PLACES`), `sizes` the words of each passage.
    """

    source: str
    keys: list[str] = field(default_factory=list)
    passage: list[int] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    shingles: list[int] = field(default_factory=list)
    places: dict[int, list[int]] = field(default_factory=dict)
    sizes: Counter[int] = field(default_factory=Counter)


Copy = tuple[Side, Side, float]
"""Passages of two sources that share their wording, and the share 0-1 of the words of the shorter side."""


class Copying:
    """The sources read so far, by their shingles, so that another is read through once for all of them.

    Wording that both put in quotation marks is left out: two accounts that quote one speech need not copy each other.
    """

    def __init__(self) -> None:
        self._read: list[CopyWords] = []
        self._holding: dict[int, list[int]] = defaultdict(list)

    def add(self, words: CopyWords) -> None:
        """Take in one more source."""
        for place, shingle in enumerate(words.places):
            if place % _SLICE == 0:
                checkpoint()
            self._holding[shingle].append(len(self._read))
        self._read.append(words)

    def copies(self, asked: Sequence[int], right: CopyWords) -> list[list[Copy]]:
        """The stretches that each source asked for (0 for the first read) shares with `right`, in its own order."""
        begins: list[list[int]] = [[] for _ in self._read]
        for start in range(0, len(right.shingles), _SLICE):
            checkpoint()
            for begin, shingle in enumerate(right.shingles[start : start + _SLICE], start):
                for number in self._holding.get(shingle, ()):
                    begins[number].append(begin)
        return [_copies(self._read[number], right, begins[number]) for number in asked]


def _copies(left: CopyWords, right: CopyWords, begins: Sequence[int]) -> list[Copy]:
    """The shared stretches of two sources, whose shared shingles begin at some words of `right`."""
    common = _common(left, right, begins)
    sizes = (left.sizes, right.sizes)
    copied = {
        pair: count
        for pair, count in common.items()
        if count >= LEAST_WORDS and count >= LEAST_SHARE * min(sizes[0][pair[0]], sizes[1][pair[1]])
    }
    return [_stretch(left.source, right.source, pairs, copied, sizes) for pairs in _neighbouring(sorted(copied))]


def copied_origins(sources: Sequence[ComparedSource], copies: Sequence[Copy]) -> tuple[Origin, ...]:
    """One origin for each set of sources that share wording with one another; `copies` of all pairs of sources."""
    joined = _Joined()
    share: dict[frozenset[str], float] = defaultdict(float)
    for one, other, part in watched(copies):
        for passage in one.passages:
            joined.join((one.source, passage), (other.source, other.passages[0]))
        for passage in other.passages[1:]:
            joined.join((other.source, passage), (one.source, one.passages[0]))
        pair = frozenset((one.source, other.source))
        share[pair] = max(share[pair], part)
    held: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    order = [source.id for source in sources]
    for group in joined.groups():
        held[tuple(sorted({source for source, _ in group}, key=order.index))] += group
    return tuple(_origin(sources, names, places) for names, places in held.items())


def copy_words(source: ComparedSource, words: Sequence[WordsInPlace]) -> CopyWords:
    """The words of a source that may be copied, of those of its passages: boilerplate and repeats are left out."""
    found = CopyWords(source.id)
    quotations = _outermost(mention.span for mention in source.mentions if mention.kind == "quotation")
    ends = [end for _, end in quotations]
    for index, (passage, (texts, starts)) in enumerate(zip(source.passages, words, strict=True)):
        if passage.kind == "boilerplate" or passage.repeats is not None:
            continue
        checkpoint()
        quoted = [False] * len(texts)
        for at in range(bisect_right(ends, passage.span.start), len(ends)):
            start, end = quotations[at]
            if start >= passage.span.end:
                break
            for place in range(bisect_left(starts, start), bisect_left(starts, end)):
                quoted[place] = True
        found.keys += all_folded(texts)
        found.quoted += quoted
        found.passage += [index] * len(texts)
    found.sizes.update(found.passage)
    _index(found)
    return found


def _outermost(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Stretches one behind the other that hold all the spans."""
    held: list[tuple[int, int]] = []
    for span in sorted(spans):
        if held and span.start < held[-1][1]:
            held[-1] = held[-1][0], max(held[-1][1], span.end)
        else:
            held.append((span.start, span.end))
    return held


def _index(words: CopyWords) -> None:
    """Fill in what stands for the runs of `SHINGLE` words, and where they stand."""
    keys, places = words.keys, words.places
    words.shingles = [hash(run) for run in zip(*(keys[step:] for step in range(SHINGLE)), strict=False)]
    for begin in range(0, len(words.shingles), _SLICE):
        checkpoint()
        for place, shingle in enumerate(words.shingles[begin : begin + _SLICE], begin):
            held = places.get(shingle)
            if held is None:
                places[shingle] = [place]
            elif len(held) < PLACES:
                held.append(place)


def _common(one: CopyWords, other: CopyWords, begins: Sequence[int]) -> dict[tuple[int, int], int]:
    """How many words passages of two sources have in common in shared runs that stand in the same order in both.

    A run ends at the first differing word; the next may begin `SLACK` words on, and needs no whole shingle there.
    """
    runs: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    left, right = one.keys, other.keys
    checkpoint()
    end = 0
    for begin in begins:
        if begin < end:
            continue
        checkpoint()
        places = one.places[other.shingles[begin]]
        length, start = max([(_length(left, right, i, begin), -i) for i in places])
        i, j = -start, begin
        while length:
            _note(runs, one, other, i, j, length)
            i, j = i + length, j + length
            step = _resumed(left[i : i + SLACK + 2], right[j : j + SLACK + 2])
            i, j = i + step[0], j + step[1]
            length = _length(left, right, i, j) if step[0] or step[1] else 0
        end = j
    return {pair: in_order(held) for pair, held in runs.items()}


def _note(
    runs: dict[tuple[int, int], list[tuple[int, int]]], one: CopyWords, other: CopyWords, i: int, j: int, length: int
) -> None:
    """Note a shared run, passage by passage, without the words that both sources put in quotation marks."""
    pair = one.passage[i], other.passage[j]
    within = pair == (one.passage[i + length - 1], other.passage[j + length - 1])
    quoted = True in one.quoted[i : i + length] and True in other.quoted[j : j + length]
    if within and not quoted:
        runs[pair].append((i, length))
        return
    for step in range(length):
        if not (one.quoted[i + step] and other.quoted[j + step]):
            runs[one.passage[i + step], other.passage[j + step]].append((i + step, 1))


def in_order(runs: Sequence[tuple[int, int]]) -> int:
    """The most words of runs (begin, words) of which each begins behind the one before; other runs are passed over."""
    begins: list[int] = []
    most: list[int] = []  # words of the best row of runs that ends with the one beginning there, ever more
    for begin, words in runs:
        at = bisect_left(begins, begin)
        total = words + (most[at - 1] if at else 0)
        end = at
        while end < len(most) and most[end] <= total:
            end += 1
        if end > at or at == len(most) or begins[at] != begin:
            begins[at:end], most[at:end] = [begin], [total]
    return most[-1] if most else 0


def _length(left: Sequence[str], right: Sequence[str], i: int, j: int) -> int:
    """How many words from `i` and `j` on are the same."""
    start, end = i, min(len(left), i + len(right) - j)
    while i < end and left[i] == right[j]:
        i, j = i + 1, j + 1
    return i - start


def _resumed(left: Sequence[str], right: Sequence[str]) -> tuple[int, int]:
    """The least step into the words of either side from which two words are the same; (0, 0) if none is."""
    most, other_most = len(left) - 1, len(right) - 1
    for step, other in _STEPS:
        if step < most and other < other_most and left[step] == right[other] and left[step + 1] == right[other + 1]:
            return step, other
    return 0, 0


def _neighbouring(pairs: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Pairs of passages cut into stretches in which both sides go on without a gap."""
    held: list[tuple[int, int]] = []
    for pair in pairs:
        if held and not (0 <= pair[0] - held[-1][0] <= 1 and 0 <= pair[1] - held[-1][1] <= 1):
            yield held
            held = []
        held.append(pair)
    if held:
        yield held


def _stretch(
    one: str,
    other: str,
    pairs: Sequence[tuple[int, int]],
    copied: dict[tuple[int, int], int],
    sizes: Sequence[Mapping[int, int]],
) -> Copy:
    left, right = sorted({i for i, _ in pairs}), sorted({j for _, j in pairs})
    shorter = min(sum(sizes[0][i] for i in left), sum(sizes[1][j] for j in right))
    share = min(1.0, sum(copied[pair] for pair in pairs) / shorter)
    return Side(one, tuple(left)), Side(other, tuple(right)), round(share, 4)


class _Joined:
    """Passages joined into groups."""

    def __init__(self) -> None:
        self._parent: dict[tuple[str, int], tuple[str, int]] = {}

    def _root(self, place: tuple[str, int]) -> tuple[str, int]:
        self._parent.setdefault(place, place)
        while self._parent[place] != place:
            self._parent[place] = self._parent[self._parent[place]]
            place = self._parent[place]
        return place

    def join(self, a: tuple[str, int], b: tuple[str, int]) -> None:
        self._parent[self._root(a)] = self._root(b)

    def groups(self) -> list[list[tuple[str, int]]]:
        held: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
        for place in sorted(self._parent):
            held[self._root(place)].append(place)
        return list(held.values())


def _origin(sources: Sequence[ComparedSource], names: tuple[str, ...], places: Sequence[tuple[str, int]]) -> Origin:
    by_source = {name: tuple(sorted({p for source, p in places if source == name})) for name in names}
    first = next(source for source in sources if source.id == names[0])
    opening = first.passages[by_source[names[0]][0]].span.of(first.article.text).split()
    label = " ".join(opening[:LABEL_WORDS]) + (" …" if len(opening) > LABEL_WORDS else "")
    told = f"{', '.join(names[:-1])} and {names[-1]}"
    most = max(len(passages) for passages in by_source.values())
    passages = "a passage" if most == 1 else f"{most} passages"
    return Origin(
        f"Shared wording: “{label.strip('“”')}”", names, (), f"{told} share {passages} nearly word for word",
        tuple(Side(name, held) for name, held in by_source.items()),
    )  # fmt: skip
