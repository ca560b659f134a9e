"""The words of one source as numbers, made once for all sources it is compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, compress, islice
from operator import itemgetter
from zlib import crc32

import numpy as np
import numpy.typing as npt

from reader.links.passages.embedding import Matrix, multiplied
from reader.links.passages.lexicon import Word, all_folded, stem
from reader.links.passages.measured import measured_words
from reader.stopping import checkpoint, watched
from reader.text import WordCache

Rows = npt.NDArray[np.intp]
Features = npt.NDArray[np.uint64]

TELLING = 0.4
"""Weight from which a word tells something; "said" and smaller words do not."""
NAME_WEIGHT = 1.5
"""How much more a name or a number in digits tells than another word as rare."""
COMMON = 0.09
"""Share of the passages of a source from which a word is their common subject and tells half as much."""
FEW = 1_000_000
"""Passages times words up to which what the passages mean is worked out at once."""
LONGEST_PASSAGE = 400
"""Words of one passage that are looked at."""
TITLE_CASE = 0.6
"""Share of capitalised words above which a line is a title, and its capitals mean nothing."""
DAYS = {"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7}
_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one passage as rows of the vocabulary, without repetition, and the days of the week it names."""

    rows: Rows
    days: frozenset[int]


class Vocabulary:
    """All words of the passages of one source, a row each; nothing in it depends on another source.

    Rows differ by word and group, so that "Gates" the man and "gates" are two: `keys` names both. `meaning` (rows,
    dimensions) and `spelling` (rows, 128) hold unit vectors. `hard` marks the rows that name or count, but not those of
    the groups that are `values` ("two", "last month": any account has such); `weight` is what a row tells,
    `telling` whether it does in any text. `stem` and `group` number the entries of `stems` and `groups`
    (group 0 is none). `orders` holds the row of each word of each passage.
    """

    def __init__(self, passages: Sequence[Sequence[Word]], values: Collection[str] = ()) -> None:
        self.passages = passages
        rows = _Rows(passages)
        self.wordings: list[Wording] = []
        self.orders: list[list[int]] = []
        for passage in passages:
            checkpoint()
            found = list(map(rows.__getitem__, passage[:LONGEST_PASSAGE]))
            different = {*found}
            days = frozenset([rows.days[row] for row in rows.days.keys() & different])
            self.orders.append(found)
            self.wordings.append(Wording(np.array(sorted(different), dtype=np.intp), days))
        self.keys = list(rows.keyed)
        self.words = [word for word, _ in self.keys]
        self.stems, self.stem = _numbered([stem(word) for word in self.words])
        self.groups, self.group = _numbered([group for _, group in self.keys], first="")
        checkpoint()
        self._measure(values)

    def _measure(self, values: Collection[str]) -> None:
        self.meaning, self.spelling, general = measured_words().of(self.words)
        proper = _proper(self.passages)
        checkpoint()
        self.hard = np.array(
            [
                (bool(group) and group not in values) or word[0].isdigit() or word in proper
                for word, group in self.keys
            ], dtype=bool,
        )  # fmt: skip
        checkpoint()
        general = general * np.where(self.hard, NAME_WEIGHT, 1.0)
        self.weight: Matrix = (general * self._rarity()[self.stem]).astype(np.float32)
        self.telling: npt.NDArray[np.bool_] = general >= TELLING

    def _rarity(self) -> Matrix:
        """1 for a stem in a single passage, one half for one in `COMMON` of them, and falling to nearly 0."""
        stem = self.stem.tolist()
        spread = np.zeros(len(self.stems))
        held = Counter(chain.from_iterable({stem[row] for row in order} for order in watched(self.orders)))
        spread[list(held)] = list(held.values())
        share = np.maximum(spread - 1, 0) / max(1, len(self.wordings))
        return np.asarray(1 / (1 + share / COMMON), dtype=np.float32)

    @cached_property
    def spoken(self) -> Rows:
        """The passages that have words."""
        return np.array([i for i, wording in enumerate(self.wordings) if len(wording.rows)], dtype=np.intp)

    @cached_property
    def on_end(self) -> Rows:
        """The rows of the `spoken` passages one behind the other; `starts` tells where each begins."""
        return np.concatenate([self.wordings[i].rows for i in self.spoken]) if len(self.spoken) else self.spoken

    @cached_property
    def starts(self) -> Rows:
        lengths = [len(self.wordings[i].rows) for i in self.spoken]
        return np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.intp)

    @cached_property
    def by_place(self) -> tuple[Rows, list[Rows]]:
        """The `spoken` passages, longest first; and the rows of their first words, of their second words, and so on."""
        lengths = np.diff([*self.starts, len(self.on_end)])
        order = np.argsort(-lengths, kind="stable")
        begin, lengths = self.starts[order], lengths[order]
        longest = int(lengths.max(initial=0))
        return order, [self.on_end[begin[lengths > place] + place] for place in range(longest)]

    @cached_property
    def said(self) -> Matrix:
        """What each word (a column) weighs in each passage (a row), 0 where it is not in it."""
        weights = np.zeros((len(self.wordings), len(self.keys)), dtype=np.float32)
        passages = np.repeat(self.spoken, np.diff([*self.starts, len(self.on_end)]))
        weights[passages, self.on_end] = self.weight[self.on_end]
        return weights

    @cached_property
    def whole(self) -> Matrix:
        """What the words of each passage weigh together."""
        return np.asarray(np.maximum(self.said.sum(axis=1), 1e-6), dtype=np.float32)

    @cached_property
    def means(self) -> Matrix:
        """A unit vector a passage: the weighted sum of its words."""
        if len(self.wordings) * len(self.keys) <= FEW:
            means = multiplied(self.said, self.meaning)
        else:
            means = np.zeros((len(self.wordings), self.meaning.shape[1]), dtype=np.float32)
            for place, wording in enumerate(self.wordings):
                means[place] = self.weight[wording.rows] @ self.meaning[wording.rows]
        lengths = np.sqrt((means * means).sum(axis=1, keepdims=True))
        return np.asarray(means / np.maximum(lengths, 1e-6), dtype=np.float32)

    @cached_property
    def meant(self) -> npt.NDArray[np.bool_]:
        """Marks the passages of which it is known what they mean."""
        return np.asarray(self.means.any(axis=1))

    @cached_property
    def meant_together(self) -> Matrix:
        """The sum of what the passages mean."""
        return np.asarray(self.means.sum(axis=0), dtype=np.float32)

    @cached_property
    def features(self) -> tuple[Features, Rows]:
        """What may lead from a passage to another, its stems and pairs of neighbouring stems, and which passage it is.

        A stem is its checksum, a pair of stems the two checksums behind one another.
        """
        checks = np.array([crc32(name.encode("utf-8", "surrogatepass")) for name in self.stems], dtype=np.uint64)
        words = np.array([row for order in self.orders for row in order], dtype=np.intp)
        passages = np.repeat(np.arange(len(self.orders)), [len(order) for order in self.orders])
        found = checks[self.stem[words]]
        checkpoint()
        within = passages[1:] == passages[:-1]
        pairs = ((found[:-1] << _HALF) | found[1:])[within]
        return unrepeated(np.concatenate([found, pairs]), np.concatenate([passages, passages[1:][within]]))


def unrepeated(features: Features, passages: Rows) -> tuple[Features, Rows]:
    """Pairs of a feature and a passage in order, each once."""
    order = np.lexsort((passages, features))
    checkpoint()
    features, passages = features[order], passages[order]
    new = np.ones(len(features), dtype=bool)
    new[1:] = (features[1:] != features[:-1]) | (passages[1:] != passages[:-1])
    return features[new], passages[new]


class _Rows(dict[Word, int]):
    """The row of each word; `keyed` holds that of each folded word and group, `days` the days of the week by row."""

    def __init__(self, passages: Sequence[Sequence[Word]]) -> None:
        different = [*dict.fromkeys(chain.from_iterable(passage[:LONGEST_PASSAGE] for passage in watched(passages)))]
        keys = zip(all_folded(map(_TEXT, different)), map(_GROUP, different), strict=True)
        self.keyed: dict[tuple[str, str], int] = {}
        keyed = self.keyed
        super().__init__(zip(different, [keyed.setdefault(key, len(keyed)) for key in keys], strict=True))
        self.days = {row: DAYS[low] for (low, _), row in keyed.items() if low in DAYS}


_TEXT, _GROUP = itemgetter(0), itemgetter(1)


def _proper(passages: Sequence[Sequence[Word]]) -> set[str]:
    """Words written with a capital where no rule of style asks for it, and never without one."""
    written: set[str] = set()
    upper: set[str] = set()
    for passage in passages:
        checkpoint()
        texts = list(map(_TEXT, passage))
        cases = list(map(_CASES.__getitem__, texts))
        written.update(texts)
        lettered, capitals = len(cases) - cases.count(_NONE), cases.count(_UPPER)
        if capitals and (lettered <= 2 or capitals <= TITLE_CASE * lettered):
            begins = next(filter(None, cases)) == _UPPER
            upper.update(islice(compress(texts, map(_UPPER.__eq__, cases)), begins, None))
    return {*all_folded(upper)}.difference(all_folded([text for text in written if _CASES[text] == _LOWER]))


_NONE, _LOWER, _UPPER, _NEITHER = range(4)  # none is the one that counts as false


def _case(text: str) -> int:
    """Whether a word begins with a small letter, a capital, a letter that is neither, or with none."""
    first = text[0]
    return _NONE if not first.isalpha() else _LOWER if first.islower() else _UPPER if first.isupper() else _NEITHER


_CASES = WordCache(_case)


def _numbered(keys: Sequence[str], first: str | None = None) -> tuple[list[str], npt.NDArray[np.int64]]:
    """The different keys in order, and the number of each key among them; `first` is number 0 in any case."""
    numbers: dict[str, int] = {} if first is None else {first: 0}
    found = [numbers.setdefault(key, len(numbers)) for key in keys]
    return list(numbers), np.array(found, dtype=np.int64)
