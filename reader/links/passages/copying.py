"""Find wording that sources share nearly word for word, in time that grows with their length."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from reader.links.passages.lexicon import WordsInPlace, folded
from reader.links.values import ComparedSource, Origin, Side
from reader.stopping import checkpoint, watched
from reader.text import Span, WordCache

SHINGLE, LEAST_SHINGLES = 5, 2
"""Words in a row by which shared wording is noticed, and how many such rows two passages share at least."""
PLACES = 8
"""Places of one shingle in a source that are looked at; one that stands oftener is a set phrase."""
LEAST_WORDS, LEAST_SHARE = 10, 0.6
"""Shared words, and share of the shorter passage, from which a passage counts as copied."""
LABEL_WORDS = 8
_LONGEST = 500
"""Words that are set against others at once; of a longer passage each part stands for itself."""
_SIGNS = 0x110000
"""As many different characters there are."""
_AT_ONCE, _COMPARED = 100_000, 500
"""Shingles that are sorted, and stretches that are compared, between two questions whether to stop."""

Places = npt.NDArray[np.intp]
Codes = npt.NDArray[np.uint64]
Copied = tuple[int, int]
"""A passage of one source and a passage of another that share their wording."""
_CODES = WordCache(lambda word: crc32(folded(word).encode("utf-8", "surrogatepass")))
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class CopyWords:
    """The words of a source that may be copied, in stretches: its passages, long ones in parts.

    `passages` tells the passage of each stretch, `sizes` its words; `said` has a character for every two words that
    follow each other in it, `quoted` those of them that stand inside quotation marks. `shingles` stand for the runs of
    `SHINGLE` words, and `within` tells the stretch of each.
    """

    passages: Places
    sizes: Places
    said: Sequence[str]
    quoted: Sequence[str]
    shingles: Codes
    within: Places


def copy_words(source: ComparedSource, words: Sequence[WordsInPlace]) -> CopyWords:
    """The words of a source that may be copied, of those of its passages: boilerplate and repeats are left out."""
    codes: list[int] = []
    quoted: list[bool] = []
    stretches: list[tuple[int, int]] = []
    spoken = _outermost(quotations(source))
    for index, (passage, (texts, starts)) in enumerate(zip(source.passages, words, strict=True)):
        if passage.kind == "boilerplate" or passage.repeats is not None:
            continue
        checkpoint()
        codes += map(_CODES.__getitem__, texts)
        quoted += _inside(spoken, passage.span, starts)
        stretches += [(index, min(_LONGEST, len(texts) - begin)) for begin in range(0, len(texts), _LONGEST)]
    passages, sizes = np.array(stretches, dtype=np.intp).reshape(-1, 2).T
    return _in_stretches(passages, sizes, np.array(codes, dtype=np.uint64), np.array(quoted, dtype=bool))


def quotations(source: ComparedSource) -> tuple[Span, ...]:
    """What a source quotes: wording that others put in quotation marks too is not copied."""
    return tuple(mention.span for mention in source.mentions if mention.kind == "quotation")


def _outermost(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Stretches one behind the other that hold all the spans."""
    held: list[tuple[int, int]] = []
    for span in sorted(spans):
        if held and span.start < held[-1][1]:
            held[-1] = held[-1][0], max(held[-1][1], span.end)
        else:
            held.append((span.start, span.end))
    return held


def _inside(quotations: Sequence[tuple[int, int]], passage: Span, starts: Sequence[int]) -> list[bool]:
    """Which words of a passage, by where they start, stand in quotations."""
    inside = [False] * len(starts)
    for at in range(bisect_right(quotations, passage.start, key=lambda held: held[1]), len(quotations)):
        start, end = quotations[at]
        if start >= passage.end:
            break
        low, high = bisect_left(starts, start), bisect_left(starts, end)
        inside[low:high] = [True] * (high - low)
    return inside


def _in_stretches(passages: Places, sizes: Places, codes: Codes, quoted: npt.NDArray[np.bool_]) -> CopyWords:
    """The words of stretches, by what stands for each word and whether it is quoted."""
    of_word = np.repeat(np.arange(len(sizes)), sizes)
    whole, shingles = (of_word[: max(0, len(of_word) - run + 1)] == of_word[run - 1 :] for run in (2, SHINGLE))
    both = whole & quoted[:-1] & quoted[1:]
    pairs = _runs(codes, 2) % np.uint64(_SIGNS)
    said, aside = (_characters(pairs[kept], of_word[:-1][kept], len(sizes)) for kept in (whole, both))
    held = of_word[: len(shingles)][shingles]
    return CopyWords(passages, sizes, said, aside, _runs(codes, SHINGLE)[shingles], held)


def _runs(codes: Codes, length: int) -> Codes:
    """What stands for each run of so many words."""
    runs = np.zeros(max(0, len(codes) - length + 1), dtype=np.uint64)
    for step in range(length):
        checkpoint()
        runs = runs * _FACTOR + codes[step : step + len(runs)]
    return runs


def _characters(numbers: Codes, stretch: Places, stretches: int) -> list[str]:
    """The numbers of each stretch as characters."""
    text = numbers.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
    return [text[start:end] for start, end in pairwise(np.searchsorted(stretch, np.arange(stretches + 1)).tolist())]


def find_copied(words: Sequence[CopyWords], asked: Sequence[tuple[int, int]]) -> list[list[Copied]]:
    """The passages that share their wording in each two sources asked for, the first of them that which comes first.

    They have shingles in common, and enough words that follow each other in both. Wording that both put in quotation
    marks is left out: two accounts that quote one speech need not copy each other.
    """
    if not asked:
        return []
    source = np.repeat(np.arange(len(words)), [len(each.sizes) for each in words])
    ones, others = _sharing_shingles(words, source)
    wanted = np.zeros((len(words), len(words)), dtype=bool)
    wanted[tuple(zip(*asked, strict=True))] = True
    kept = wanted[source[ones], source[others]]
    owner, passage = source.tolist(), np.concatenate([each.passages for each in words]).tolist()
    found: dict[tuple[int, int], dict[Copied, None]] = {pair: {} for pair in asked}
    for one, other in _copied(words, ones[kept], others[kept]):
        found[owner[one], owner[other]][passage[one], passage[other]] = None
    return [list(found[pair]) for pair in asked]


def _sharing_shingles(words: Sequence[CopyWords], source: Places) -> tuple[Places, Places]:
    """The stretches, among those of all sources, that have shingles in common with some of a source behind theirs."""
    first = np.cumsum([0, *(len(each.sizes) for each in words)]).tolist()
    shingles = np.concatenate([each.shingles for each in words])
    within = np.concatenate([each.within + start for each, start in zip(words, first, strict=False)])
    parts = 1 + len(shingles) // _AT_ONCE
    found = []
    for part in range(parts):
        checkpoint()
        own = np.flatnonzero(shingles % np.uint64(parts) == part) if parts > 1 else slice(None)
        found.append(_meeting(shingles[own], within[own], source))
    checkpoint()
    pairs, often = np.unique(np.concatenate(found), return_counts=True)
    ones, others = np.divmod(pairs[often >= LEAST_SHINGLES], len(source))
    return ones, others


def _meeting(shingles: Codes, within: Places, source: Places) -> Places:
    """Pairs of stretches, each as one number, as often as they have one of these shingles in common."""
    order = np.argsort(shingles, kind="stable")
    shingles, within = shingles[order], within[order]
    owner = source[within]
    seldom = np.ones(len(order), dtype=bool)
    seldom[PLACES:] = (shingles[PLACES:] != shingles[:-PLACES]) | (owner[PLACES:] != owner[:-PLACES])
    shingles, within, owner = shingles[seldom], within[seldom], owner[seldom]
    found = [np.zeros(0, dtype=np.intp)]
    behind, step = np.arange(len(shingles)), 0
    while len(behind):
        checkpoint()
        step += 1
        behind = behind[np.searchsorted(behind, step) :]
        behind = behind[shingles[behind] == shingles[behind - step]]
        meeting = behind[owner[behind] != owner[behind - step]]
        found.append(within[meeting - step] * len(source) + within[meeting])
    return np.concatenate(found)


def _copied(words: Sequence[CopyWords], ones: Places, others: Places) -> Iterator[tuple[int, int]]:
    """Those of pairs of stretches that share enough of their words."""
    said = [held for each in words for held in each.said]
    quoted = [held for each in words for held in each.quoted]
    sizes = np.concatenate([each.sizes for each in words])
    shorter = np.minimum(sizes[ones], sizes[others])
    long = shorter >= LEAST_WORDS
    least = np.ceil(np.maximum(LEAST_WORDS, LEAST_SHARE * shorter[long])).astype(int) - 1  # n words make n - 1 pairs
    pairs = list(zip(ones[long].tolist(), others[long].tolist(), least.tolist(), strict=True))
    for one, other, wanted in watched(pairs, _COMPARED):
        shared = LCSseq.similarity(said[one], said[other], score_cutoff=wanted)
        if shared and quoted[one] and quoted[other]:
            shared -= LCSseq.similarity(quoted[one], quoted[other])
        if shared >= wanted:
            yield one, other


def copied_origins(
    sources: Sequence[ComparedSource], copied: Mapping[tuple[int, int], Sequence[Copied]]
) -> tuple[Origin, ...]:
    """One origin for each set of sources that share wording with one another, by their places; passages that follow
    each other in both of two sources are shared together."""
    joined = _Joined()
    for (a, b), pairs in copied.items():
        before = (-2, -2)
        for pair in watched(sorted(pairs)):
            joined.join((a, pair[0]), (b, pair[1]))
            if 0 <= pair[0] - before[0] <= 1 and 0 <= pair[1] - before[1] <= 1:
                joined.join((a, pair[0]), (a, before[0]))
            before = pair
    held: dict[tuple[int, ...], list[tuple[int, int]]] = defaultdict(list)
    for group in joined.groups():
        held[tuple(sorted({source for source, _ in group}))] += group
    return tuple(_origin(sources, names, places) for names, places in held.items())


class _Joined:
    """Passages (source, index) joined into groups."""

    def __init__(self) -> None:
        self._parent: dict[tuple[int, int], tuple[int, int]] = {}

    def _root(self, place: tuple[int, int]) -> tuple[int, int]:
        parent = self._parent
        above = parent.setdefault(place, place)
        while above != place:
            parent[place] = place = parent[above]
            above = parent[place]
        return place

    def join(self, a: tuple[int, int], b: tuple[int, int]) -> None:
        self._parent[self._root(a)] = self._root(b)

    def groups(self) -> list[list[tuple[int, int]]]:
        held: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for place in sorted(self._parent):
            held[self._root(place)].append(place)
        return list(held.values())


def _origin(sources: Sequence[ComparedSource], held: Sequence[int], places: Sequence[tuple[int, int]]) -> Origin:
    by_source: dict[int, list[int]] = {source: [] for source in held}
    for source, passage in sorted(places):
        by_source[source].append(passage)
    first, names = sources[held[0]], tuple(sources[n].id for n in held)
    opening = first.passages[by_source[held[0]][0]].span.of(first.article.text).split()
    label = " ".join(opening[:LABEL_WORDS]) + (" …" if len(opening) > LABEL_WORDS else "")
    told = f"{', '.join(names[:-1])} and {names[-1]}"
    most = max(len(passages) for passages in by_source.values())
    passages = "a passage" if most == 1 else f"{most} passages"
    return Origin(
        f"Shared wording: “{label.strip('“”')}”", names, (), f"{told} share {passages} nearly word for word",
        tuple(Side(sources[n].id, tuple(found)) for n, found in by_source.items()),
    )  # fmt: skip
