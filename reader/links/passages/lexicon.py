"""Single words: how they are found, folded, stemmed and spelt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple
from zlib import crc32

import numpy as np

from reader.links.passages.embedding import Matrix
from reader.links.translations import english
from reader.stopping import checkpoint
from reader.text import PLAIN_WORD, Span, WordCache

# Numbers stay whole; scripts written without blanks are taken a character at a time.
_LETTERS = rf"{PLAIN_WORD}|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+"
# one group, so that a text splits into words and what stands before each
TOKEN = re.compile(rf"({_LETTERS}|\d(?:[\d.,]*\d)?|[\u3040-\u30ff\u3400-\u9fff])")
SPELLING_DIMENSIONS = 128
LONGEST_SPELLING = 40
_VOWELS = frozenset("aeiouy")


class Word(NamedTuple):
    """One word as it stands in a passage: `group` names its entity or value, "" when it has none."""

    text: str
    group: str = ""


class WordsInPlace(NamedTuple):
    """The words of a passage as written, and where in the text each begins."""

    texts: list[str]
    starts: list[int]


def words_in_place(text: str, spans: Iterable[Span]) -> list[WordsInPlace]:
    """The words inside each span of a text."""
    found = []
    for span in spans:
        checkpoint()
        parts = TOKEN.split(text[span.start : span.end])
        found.append(WordsInPlace(parts[1::2], [*accumulate(map(len, parts), initial=span.start)][1:-1:2]))
    return found


def words_of(text: str, language: str = "") -> list[Word]:
    """The words of a passage about which nothing more is known, in English where the tables know them."""
    return [Word(english(found, language)) for found in TOKEN.findall(text)]


def folded(word: str) -> str:
    """Lower case without accents; separators of thousands are dropped, so that 6,000 is 6000."""
    return _FOLDED[word]


def all_folded(words: Iterable[str]) -> list[str]:
    """Words `folded`."""
    return list(map(_FOLDED.__getitem__, words))


def _fold(word: str) -> str:
    if word[0].isdigit():
        return re.sub(r"[.,](?=\d{3}(?!\d))", "", word)
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c)) or word


_FOLDED = WordCache(_fold)


@lru_cache(maxsize=65_536)
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
    triples = [() if word[0].isdigit() else _triples(word) for word in words]
    slots = np.fromiter(chain.from_iterable(triples), dtype=np.intp)
    first = np.repeat(np.arange(len(words)) * SPELLING_DIMENSIONS, [len(held) for held in triples])
    counted = np.bincount(first + slots, minlength=len(words) * SPELLING_DIMENSIONS)
    table = counted.reshape(len(words), SPELLING_DIMENSIONS).astype(np.float32)
    lengths = np.sqrt((table * table).sum(axis=1))
    return np.asarray(table / np.maximum(lengths, 1e-6)[:, None], dtype=np.float32)


@lru_cache(maxsize=65_536)
def _triples(word: str) -> tuple[int, ...]:
    if not word.isascii():
        from anyascii import anyascii

        word = anyascii(word).lower() or word
    marked = f"^{word[:LONGEST_SPELLING]}$"
    return tuple(crc32(marked[i : i + 3].encode()) % SPELLING_DIMENSIONS for i in range(len(marked) - 2))
