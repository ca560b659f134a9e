"""Cut a text into words, numbers and signs with their places, folded for look-up."""

from __future__ import annotations

import re
from itertools import accumulate

from reader.text import PLAIN_WORD, WordCache, without_marks

# digits grouped by (thin) spaces or apostrophes need full groups of three, and "12 155mm guns" or "12 500-pound bombs"
# are two numbers; commas and points are judged later
_TWO_NUMBERS = r"mm\b|-(?!strong|odd|plus)[a-z]"
_NUMBER = (
    rf"\d{{1,3}}(?:, 000)+(?!\d)|\d{{1,3}}(?:[ '’\u00a0\u2009\u202f]\d{{3}}(?!\d|{_TWO_NUMBERS}))+(?:[.,]\d+)?"
    r"|\d+(?:[.,٫٬]\d+)*"
)
_MARKS = r"\u0300-\u036f\u064b-\u0655\u0670\u0900-\u0903\u093a-\u094f\u0bbe-\u0bcd\u0e31\u0e34-\u0e4e"
_WORD = rf"[^\W\d_]+(?:(?:[{_MARKS}]|['’ʼ](?=[яюєїЯЮЄЇ]))[^\W\d_]*)*"
# one group, so that a text splits into tokens and what stands before each
_TOKEN = re.compile(rf"({PLAIN_WORD}|{_WORD}|{_NUMBER}|\n[ \t\r\n]*|\S)")
_SPECIAL = str.maketrans({"ł": "l", "ı": "i", "ß": "ss", "ø": "o", "đ": "d", "’": "'", "ʼ": "'", "ـ": None})
MOST_KEPT, LONGEST_KEPT = 50_000, 40
"""So many words, none longer, are kept in mind with what is known about them."""


def fold(word: str) -> str:
    """Lower case without accents, so that "Décimo" and "decimo" meet."""
    return word.lower() if word.isascii() else without_marks(word.lower()).translate(_SPECIAL)


def folded(token: str) -> str:
    """`fold` of a token as look-ups want it, kept in mind; digits stay as they are."""
    return _FOLDED[token]


def kind_of(token: str) -> str:
    """What a token is by its first letter: "d" digits, "w" a word, "\\n" the end of a line, "s" a sign."""
    first = token[:1]
    if first.isdecimal():
        return "d"
    return "w" if first.isalnum() else "\n" if first == "\n" else "s"


class Tokens:
    """The words, numbers, signs and line ends of a text in order; white space is dropped, nothing crosses a line end.

    Token number n is `texts[n]`, folded `lows[n]` (digits as they are), at code points [starts[n], ends[n]).
    """

    __slots__ = ("ends", "lows", "starts", "texts")

    def __init__(self, text: str) -> None:
        parts = _TOKEN.split(text)
        places = list(accumulate(map(len, parts)))
        self.texts, self.starts, self.ends = parts[1::2], places[:-1:2], places[1::2]
        if "\n" in text:
            self.texts = ["\n" if token[0] == "\n" else token for token in self.texts]
        self.lows = list(map(_FOLDED.__getitem__, self.texts))

    def __len__(self) -> int:
        return len(self.texts)

    def text(self, at: int) -> str:
        """The token as written; "" before the first and behind the last."""
        return self.texts[at] if 0 <= at < len(self.texts) else ""

    def low(self, at: int) -> str:
        """The token folded; "" before the first and behind the last."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def glued(self, at: int) -> bool:
        """Whether a token follows the one before it without white space."""
        return 0 < at < len(self.starts) and self.ends[at - 1] == self.starts[at]


_FOLDED = WordCache(lambda token: token if token[:1].isdecimal() else fold(token))
