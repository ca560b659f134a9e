"""The words of one source as numbers, made once; and how they weigh beside the words of another source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from reader.links.passages.embedding import Embedder, Matrix, word_vectors
from reader.links.passages.lexicon import Word, folded, spelling_vectors, stem
from reader.stopping import checkpoint

Rows = npt.NDArray[np.intp]

TELLING_LENGTH = 100.0
"""Length of the vector of a word that tells as much as words do on average ("bridge"); "the" has a third of it."""
TELLING = 0.4
"""Weight from which a word tells something; "said" and smaller words do not."""
LEAST_WEIGHT, GREATEST_WEIGHT = 0.1, 1.5
NAME_WEIGHT = 1.5
"""How much more a name, number or date tells than another word as rare."""
UNKNOWN_WEIGHT, UNKNOWN_SHORT_WEIGHT = 0.9, 0.3
COMMON = 0.1
"""Share of the passages at hand from which a word is their common subject and tells half as much."""
LONGEST_PASSAGE = 400
"""Words of one passage that are looked at."""
TITLE_CASE = 0.6
"""Share of capitalised words above which a line is a title, and its capitals mean nothing."""
DAYS = {"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one passage as rows of the vocabulary, without repetition, and the days of the week it names."""

    rows: Rows
    days: frozenset[int]


class Vocabulary:
    """All words of the passages of one source, a row each; nothing in it depends on another source.

    Rows differ by word and group, so that "Gates" the man and "gates" are two: `keys` names both. `meaning` (rows,
    dimensions) and `spelling` (rows, 128) hold unit vectors, `general` what a word tells in any text. `stem` and
    `group` number the entries of `stems` and `groups` (group 0 is none); `spread` counts the passages of each stem.
    """

    def __init__(self, passages: Sequence[Sequence[Word]], embedder: Embedder | None = None) -> None:
        self.passages = passages
        self.upper, self.lower = _capitals(passages)
        rows: dict[tuple[str, str], int] = {}
        self.wordings: list[Wording] = []
        orders: list[list[int]] = []
        for passage in passages:
            checkpoint()
            found = [rows.setdefault((folded(w.text), w.group), len(rows)) for w in passage[:LONGEST_PASSAGE]]
            days = frozenset(DAYS[day] for w in passage[:LONGEST_PASSAGE] if (day := folded(w.text)) in DAYS)
            orders.append(found)
            self.wordings.append(Wording(np.array(sorted(set(found)), dtype=np.intp), days))
        self.keys = list(rows)
        self.words = [word for word, _ in self.keys]
        stems = [stem(word) for word in self.words]
        self.sequences = [[stems[row] for row in order] for order in orders]
        self.stems, self.stem = _numbered(stems)
        self.groups, self.group = _numbered([group for _, group in self.keys], first="")
        self.spread = np.zeros(len(self.stems), dtype=np.int64)
        for wording in self.wordings:
            self.spread[np.unique(self.stem[wording.rows])] += 1
        self._measure(embedder or word_vectors())

    def _measure(self, embedder: Embedder) -> None:
        vectors = embedder.vectors(self.words)
        lengths = np.sqrt((vectors * vectors).sum(axis=1))
        self.meaning: Matrix = vectors / np.maximum(lengths, 1e-6)[:, None]
        self.spelling = spelling_vectors(self.words)
        unknown = np.array(
            [UNKNOWN_SHORT_WEIGHT if len(word) <= 3 and word.isascii() else UNKNOWN_WEIGHT for word in self.words],
            dtype=np.float32,
        )
        general = np.where(lengths > 0, lengths / TELLING_LENGTH, unknown)
        self.general = np.clip(general, LEAST_WEIGHT, GREATEST_WEIGHT)

    @cached_property
    def numeric(self) -> npt.NDArray[np.bool_]:
        """The rows of figures, and of words that belong to a group."""
        return np.array([bool(group) or word[0].isdigit() for word, group in self.keys], dtype=bool)

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
    def features(self) -> list[list[str]]:
        """What may lead from each passage to another: its stems and the pairs of neighbouring stems."""
        return [
            list(dict.fromkeys([*stems, *(f"{one} {other}" for one, other in pairwise(stems))]))
            for stems in self.sequences
        ]

    @cached_property
    def written(self) -> list[dict[tuple[str, str], str]]:
        """How each passage first writes the words of its rows."""
        return [{(folded(w.text), w.group): w.text for w in reversed(words)} for words in self.passages]


@dataclass(frozen=True)
class Weighed:
    """A vocabulary beside another one: stem and group numbers are equal across the two where stem or group is.

    `hard` marks the rows that name or count, `weight` is what a row tells, `telling` whether it does by itself.
    """

    own: Vocabulary
    stem: npt.NDArray[np.int64]
    group: npt.NDArray[np.int64]
    hard: npt.NDArray[np.bool_]
    weight: Matrix
    telling: npt.NDArray[np.bool_]

    def spread(self, values: Matrix) -> Matrix:
        """(spoken passages, rows): the values of the rows in the passages that have them."""
        own = self.own
        table = np.zeros((len(own.spoken), len(own.keys)), dtype=np.float32)
        passages = np.repeat(np.arange(len(own.spoken)), np.diff([*own.starts, len(own.on_end)]))
        table[passages, own.on_end] = values[own.on_end]
        return table


def weigh(a: Vocabulary, b: Vocabulary, same: Iterable[tuple[str, str]] = ()) -> tuple[Weighed, Weighed]:
    """Two vocabularies beside each other; `same` are the groups of `a` and of `b` that are one."""
    known = {name: number for number, name in enumerate(a.stems)}
    stems = np.array([known.setdefault(name, len(known)) for name in b.stems], dtype=np.int64)
    numbers = {name: number for number, name in enumerate(a.groups)}
    shared = {theirs: numbers[ours] for ours, theirs in same if ours in numbers}
    groups = np.array([0, *(shared.get(n, len(numbers) + k) for k, n in enumerate(b.groups[1:]))], dtype=np.int64)
    spread = np.zeros(len(known))
    spread[: len(a.spread)] += a.spread
    spread[stems] += b.spread
    # 1 for a stem in a single passage of each side, one half for one in `COMMON` of them, and falling to nearly 0
    share = np.maximum(spread - 2, 0) / max(1, len(a.wordings) + len(b.wordings))
    rarity = np.asarray(1 / (1 + share / COMMON), dtype=np.float32)
    upper, lower = a.upper | b.upper, a.lower | b.lower
    proper = upper - lower
    return (
        _weighed(a, a.stem, a.group, proper, rarity),
        _weighed(b, stems[b.stem], groups[b.group], proper, rarity),
    )


def _weighed(
    own: Vocabulary, stems: npt.NDArray[np.int64], groups: npt.NDArray[np.int64], proper: set[str], rarity: Matrix
) -> Weighed:
    hard = own.numeric | np.array([word in proper for word in own.words], dtype=bool)
    general = own.general * np.where(hard, NAME_WEIGHT, 1.0)
    weight = (general * rarity[stems]).astype(np.float32)
    return Weighed(own, stems, groups, hard, weight, general >= TELLING)


def _capitals(passages: Sequence[Sequence[Word]]) -> tuple[set[str], set[str]]:
    """Words written with a capital where no rule of style asks for it, and words written without one."""
    upper: set[str] = set()
    lower: set[str] = set()
    for passage in passages:
        lettered = [word.text for word in passage if word.text[0].isalpha()]
        capitals = sum(text[0].isupper() for text in lettered)
        plain = len(lettered) <= 2 or capitals <= TITLE_CASE * len(lettered)
        for place, text in enumerate(lettered):
            if text[0].islower():
                lower.add(folded(text))
            elif place and plain and text[0].isupper():
                upper.add(folded(text))
    return upper, lower


def _numbered(keys: Sequence[str], first: str | None = None) -> tuple[list[str], npt.NDArray[np.int64]]:
    """The different keys in order, and the number of each key among them; `first` is number 0 in any case."""
    numbers: dict[str, int] = {} if first is None else {first: 0}
    found = [numbers.setdefault(key, len(numbers)) for key in keys]
    return list(numbers), np.array(found, dtype=np.int64)
