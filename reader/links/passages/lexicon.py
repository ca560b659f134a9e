"""The words of some passages as numbers: meaning, spelling, weight, and which ones name or count something."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from reader.links.passages.embedding import Embedder, Matrix, word_vectors
from reader.stopping import checkpoint

Rows = npt.NDArray[np.intp]

# Numbers stay whole; scripts written without blanks are taken a character at a time.
TOKEN = re.compile(r"\d(?:[\d.,]*\d)?|[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+")
SPELLING_DIMENSIONS = 128
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
LONGEST_SPELLING = 40
TITLE_CASE = 0.6
"""Share of capitalised words above which a line is a title, and its capitals mean nothing."""
_VOWELS = frozenset("aeiouy")
DAYS = {"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7}


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it stands in a passage: `group` names its entity or value, "" when it has none."""

    text: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one passage as rows of the lexicon, without repetition, and the days of the week it names."""

    rows: Rows
    days: frozenset[int]


class Lexicon:
    """All words of the passages that are compared with one another, a row each.

    Rows differ by word and group, so that "Gates" the man and "gates" are two: `keys` names both. `meaning` (rows,
    dimensions) and `spelling` (rows, 128) hold unit vectors, `weight` what the row tells, `telling` whether it tells
    anything by itself, `stem` and `group` numbers
    that are equal for rows with the same stem or group (group 0: none), `hard` the rows that name or count.
    `sequences` holds the stem numbers of each passage in reading order.
    """

    def __init__(self, passages: Sequence[Sequence[Word]], embedder: Embedder | None = None) -> None:
        self._of: dict[tuple[str, str], int] = {}
        self.keys: list[tuple[str, str]] = []
        proper = _proper_words(passages)
        self.wordings: list[Wording] = []
        orders: list[Rows] = []
        for passage in passages:
            checkpoint()
            found = []
            for word in passage[:LONGEST_PASSAGE]:
                key = (folded(word.text), word.group)
                row = self._of.setdefault(key, len(self.keys))
                if row == len(self.keys):
                    self.keys.append(key)
                found.append(row)
            days = frozenset(DAYS[day] for row in found if (day := self.keys[row][0]) in DAYS)
            orders.append(np.array(found, dtype=np.intp))
            self.wordings.append(Wording(np.array(sorted(set(found)), dtype=np.intp), days))
        self.words = [word for word, _ in self.keys]
        groups = [group for _, group in self.keys]
        self.stem = _numbered([stem(word) for word in self.words])
        self.sequences = [self.stem[order].tolist() for order in orders]
        self.group = _numbered(groups, first=1)
        self.group[[i for i, group in enumerate(groups) if not group]] = 0
        self.hard = np.array(
            [
                bool(group) or word in proper or word[0].isdigit()
                for word, group in zip(self.words, groups, strict=True)
            ],
            dtype=bool,
        )
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
        general = np.clip(general, LEAST_WEIGHT, GREATEST_WEIGHT) * np.where(self.hard, NAME_WEIGHT, 1.0)
        self.telling = general >= TELLING
        self.weight = (general * self._rarity()).astype(np.float32)

    def _rarity(self) -> npt.NDArray[np.float32]:
        """1 for a stem in a single passage, one half for one in `COMMON` of them, and falling to nearly 0."""
        seen = np.zeros(int(self.stem.max(initial=0)) + 1)
        for wording in self.wordings:
            seen[np.unique(self.stem[wording.rows])] += 1
        share = np.maximum(seen - 2, 0) / max(1, len(self.wordings))
        return np.asarray(1 / (1 + share / COMMON), dtype=np.float32)[self.stem]


def words_of(text: str) -> list[Word]:
    """The words of a passage about which nothing more is known."""
    return [Word(found) for found in TOKEN.findall(text)]


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """Lower case without accents; separators of thousands are dropped, so that 6,000 is 6000."""
    if word[0].isdigit():
        return re.sub(r"[.,](?=\d{3}(?!\d))", "", word)
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c)) or word


def stem(word: str) -> str:
    """An English word without the ending of its number, person or tense; others pass nearly as they are."""
    for ending in ("ingly", "edly", "ing", "ies", "ied", "ed", "es"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= 3 and root[-1] != "e" and not _VOWELS.isdisjoint(root):
            return root + "y" if ending in ("ies", "ied") else _single(root)
    if word.endswith("s") and len(word) > 3 and word[-2] not in "su":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


def _single(root: str) -> str:
    """ "stopp" -> "stop"; "roll" and "pass" stay."""
    return root[:-1] if root[-1] == root[-2] and root[-1] not in "lsz" else root


def spelling_vectors(words: Sequence[str]) -> Matrix:
    """Unit vectors of the letter triples of each word in Latin letters: near for other spellings of one name."""
    table = np.zeros((len(words), SPELLING_DIMENSIONS), dtype=np.float32)
    for row, word in enumerate(words):
        if word[0].isdigit():
            continue
        checkpoint()
        for slot in _triples(word):
            table[row, slot] += 1
    lengths = np.sqrt((table * table).sum(axis=1))
    return np.asarray(table / np.maximum(lengths, 1e-6)[:, None], dtype=np.float32)


@lru_cache(maxsize=65_536)
def _triples(word: str) -> tuple[int, ...]:
    if not word.isascii():
        from anyascii import anyascii

        word = anyascii(word).lower() or word
    marked = f"^{word[:LONGEST_SPELLING]}$"
    return tuple(crc32(marked[i : i + 3].encode()) % SPELLING_DIMENSIONS for i in range(len(marked) - 2))


def _proper_words(passages: Sequence[Sequence[Word]]) -> set[str]:
    """Words only ever written with a capital, and at least once where no rule of style asks for it."""
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
    return upper - lower


def _numbered(keys: Sequence[str], first: int = 0) -> npt.NDArray[np.int64]:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(key, len(numbers) + first) for key in keys], dtype=np.int64)
