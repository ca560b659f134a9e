"""Cut a text into words, numbers and signs with their places, folded for look-up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

# digits grouped by (thin) spaces or apostrophes need full groups of three; commas and points are judged later
_NUMBER = r"\d{1,3}(?:[ '’\u00a0\u2009\u202f]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,٫٬]\d+)*"
_MARKS = r"\u0300-\u036f\u064b-\u0655\u0670\u0900-\u0903\u093a-\u094f\u0bbe-\u0bcd\u0e31\u0e34-\u0e4e"
_WORD = rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}]|['’ʼ](?=[яюєїЯЮЄЇ]))*"
_TOKEN = re.compile(rf"(\n[ \t\r\n]*)|({_NUMBER})|({_WORD})|[^\s]")
_SPECIAL = str.maketrans({"ł": "l", "ı": "i", "ß": "ss", "ø": "o", "đ": "d", "’": "'", "ʼ": "'", "ـ": None})


@dataclass(slots=True)
class Token:
    """A word, number or sign: `[start, end)` in code points, `low` folded for look-up, `kind` w, d, s or \\n."""

    start: int
    end: int
    text: str
    low: str
    kind: str


@dataclass(slots=True)
class Item:
    """One or more tokens read as a grammar unit: `code` is its one-letter class, `data` what it stands for."""

    start: int
    end: int
    code: str
    low: str = ""
    data: Any = None
    glued: bool = False  # no white space before it
    first: int = 0  # index of its first token
    extra_words: bool = False  # it ends in "than" or its like, so that an amount must follow


def fold(word: str) -> str:
    """Lower case without accents, so that "Décimo" and "decimo" meet."""
    if word.isascii():
        return word.lower()
    flat = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in flat if not unicodedata.combining(c)).translate(_SPECIAL)


@lru_cache(maxsize=1)
def tokens(text: str) -> tuple[Token, ...]:
    """All tokens in order; white space is dropped but for line ends, which nothing may cross.

    The last text's are kept, for numbers and dates are read from the same ones; they must not be changed.
    """
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[Token]:
    for m in _TOKEN.finditer(text):
        found = m.group()
        if m.lastindex == 3:
            yield Token(m.start(), m.end(), found, fold(found), "w")
        elif m.lastindex == 2:
            yield Token(m.start(), m.end(), found, found, "d")
        elif m.lastindex == 1:
            yield Token(m.start(), m.end(), "\n", "\n", "\n")
        else:
            yield Token(m.start(), m.end(), found, fold(found), "s")
