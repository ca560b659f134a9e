"""Find wording that two sources share nearly word for word, in time that grows with their length."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reader.links.passages.lexicon import TOKEN, folded
from reader.links.values import ComparedSource, Origin, Side
from reader.stopping import checkpoint

SHINGLE = 5
"""Words in a row by which shared wording is noticed."""
PLACES = 8
"""Places of one shingle that are looked at; one that stands oftener is a set phrase."""
SLACK = 4
"""Words that may be put in, left out or replaced between two shared runs of one stretch."""
LEAST_WORDS, LEAST_SHARE = 10, 0.6
"""Shared words, and share of the shorter passage, from which a passage counts as copied."""
LABEL_WORDS = 8


@dataclass(slots=True)
class CopyWords:
    """The words of a source that may be copied, with their passages; `quoted` words stand inside quotation marks.

    `shingles` stand for the run of `SHINGLE` words that begins at each word, `pairs` for that of two words; `places`
    tells where each shingle stands (the first `PLACES`), `sizes` the words of each passage.
    """

    source: str
    keys: list[str] = field(default_factory=list)
    passage: list[int] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    shingles: list[int] = field(default_factory=list)
    pairs: list[int] = field(default_factory=list)
    places: dict[int, list[int]] = field(default_factory=dict)
    sizes: Counter[int] = field(default_factory=Counter)


def find_copies(left: CopyWords, right: CopyWords) -> list[tuple[Side, Side, float]]:
    """Stretches of passages that share their wording, in order of `left`: both sides, share 0-1 of the words.

    The share is of the words of the shorter side. Wording that both put in quotation marks is left out: two accounts
    that quote one speech need not copy each other.
    """
    common: dict[tuple[int, int], int] = defaultdict(int)
    for i, j, length in _runs(left, right):
        checkpoint()
        pair, last = (left.passage[i], right.passage[j]), (left.passage[i + length - 1], right.passage[j + length - 1])
        quoted = True in left.quoted[i : i + length] and True in right.quoted[j : j + length]
        if pair == last and not quoted:
            common[pair] += length
            continue
        for step in range(length):
            if not (left.quoted[i + step] and right.quoted[j + step]):
                common[left.passage[i + step], right.passage[j + step]] += 1
    sizes = (left.sizes, right.sizes)
    copied = {
        pair: count
        for pair, count in common.items()
        if count >= LEAST_WORDS and count >= LEAST_SHARE * min(sizes[0][pair[0]], sizes[1][pair[1]])
    }
    return [_stretch(left.source, right.source, pairs, copied, sizes) for pairs in _neighbouring(sorted(copied))]


def copied_origins(sources: Sequence[ComparedSource], copies: Sequence[tuple[Side, Side, float]]) -> tuple[Origin, ...]:
    """One origin for each set of sources that share wording with one another; `copies` of all pairs of sources."""
    joined = _Joined()
    share: dict[frozenset[str], float] = defaultdict(float)
    for one, other, part in copies:
        for passage in one.passages:
            joined.join((one.source, passage), (other.source, other.passages[0]))
        for passage in other.passages:
            joined.join((other.source, passage), (one.source, one.passages[0]))
        pair = frozenset((one.source, other.source))
        share[pair] = max(share[pair], part)
    held: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    order = [source.id for source in sources]
    for group in joined.groups():
        held[tuple(sorted({source for source, _ in group}, key=order.index))] += group
    return tuple(_origin(sources, names, places) for names, places in held.items())


def copy_words(source: ComparedSource) -> CopyWords:
    """The words of a source that may be copied: those of boilerplate and repeats are left out."""
    text = source.article.text
    quotations = sorted((m.span.start, m.span.end) for m in source.mentions if m.kind == "quotation")
    found = CopyWords(source.id)
    at = reach = 0
    for index, passage in enumerate(source.passages):
        if passage.kind == "boilerplate" or passage.repeats is not None:
            continue
        checkpoint()
        for word in TOKEN.finditer(text, passage.span.start, passage.span.end):
            while at < len(quotations) and quotations[at][0] <= word.start():
                reach = max(reach, quotations[at][1])
                at += 1
            found.keys.append(folded(word.group()))
            found.passage.append(index)
            found.quoted.append(word.start() < reach)
    found.sizes.update(found.passage)
    found.pairs = [hash(pair) for pair in pairwise(found.keys)]
    for i in range(len(found.keys) - SHINGLE + 1):
        checkpoint()
        shingle = hash(tuple(found.keys[i : i + SHINGLE]))
        found.shingles.append(shingle)
        held = found.places.setdefault(shingle, [])
        if len(held) < PLACES:
            held.append(i)
    return found


def _runs(one: CopyWords, other: CopyWords) -> Iterator[tuple[int, int, int]]:
    """Longest common runs of words (start in one, start in the other, length), each stretch of the other once.

    A run ends at the first differing word; the next may begin `SLACK` words on, and needs no whole shingle there.
    """
    left, right = one.keys, other.keys
    shared = one.places.keys() & other.places.keys()
    end = 0
    for begin, shingle in enumerate(other.shingles if shared else ()):
        if begin < end or shingle not in shared:
            continue
        checkpoint()
        length, start = max((_length(left, right, i, begin), -i) for i in one.places[shingle])
        yield -start, begin, length
        i, j = -start + length, begin + length
        while (step := _resumed(one, other, i, j)) is not None:
            i, j = i + step[0], j + step[1]
            length = _length(left, right, i, j)
            yield i, j, length
            i, j = i + length, j + length
        end = j


def _length(left: Sequence[str], right: Sequence[str], i: int, j: int) -> int:
    """How many words from `i` and `j` on are the same."""
    start, end = i, min(len(left), i + len(right) - j)
    while i < end and left[i] == right[j]:
        i, j = i + 1, j + 1
    return i - start


def _resumed(one: CopyWords, other: CopyWords, i: int, j: int) -> tuple[int, int] | None:
    """The least step, at most `SLACK` words on either side, after which two words in a row are the same again."""
    if set(one.pairs[i : i + SLACK + 1]).isdisjoint(other.pairs[j : j + SLACK + 1]):
        return None
    left, right = one.keys, other.keys
    for total in range(1, 2 * SLACK + 1):
        for di in range(max(0, total - SLACK), min(SLACK, total) + 1):
            x, y = i + di, j + total - di
            if x + 1 < len(left) and y + 1 < len(right) and left[x] == right[y] and left[x + 1] == right[y + 1]:
                return di, total - di
    return None


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
) -> tuple[Side, Side, float]:
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
