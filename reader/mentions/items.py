"""Read the tokens of a text as grammar items: numerals, known words and phrases, and all the rest as one class."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from itertools import compress
from typing import Any, NamedTuple

from reader.mentions.numbers.numerals.morphemes import stem_of
from reader.mentions.numbers.numerals.numeral import Numeral
from reader.mentions.numbers.numerals.numerals import NumeralReader
from reader.mentions.words.phrases import Phrases
from reader.mentions.words.tokens import LONGEST_KEPT, MOST_KEPT, fold, kind_of
from reader.mentions.words.vocabulary import Vocabulary
from reader.stopping import checkpoint

_WORD = "x"
_REST = {"w": _WORD, "s": ";", "d": "#", "\n": "\n"}
_UNKNOWN = frozenset(_REST.values())
_PHRASE, _NUMBER = "?", "!"
_LOOK = re.compile("[?!]")


@dataclass(slots=True)
class Item:
    """One or more tokens read as a grammar unit: `code` is its one-letter class, `data` what it stands for.

    `first` is the number of its first token, `low` that token folded; `glued`: no white space before it. The `data` of
    an unknown word tells whether it has a capital.
    """

    start: int
    end: int
    code: str
    low: str
    data: Any
    glued: bool
    first: int


class Items(dict[int, Item]):
    """The items of a text; `codes` are their classes in order, an item itself is made when it is asked for.

    `N` are numerals, `O` ordinals, `x` unknown words, `;` unknown signs, `#` digits that are no number, `\\n` line
    ends; the other classes are those of `words.codes`.
    """

    def __init__(self, numerals: NumeralReader, words: Vocabulary, phrases: Phrases) -> None:
        super().__init__()
        self.tokens = numerals.tokens
        self._numerals, self._words, self._phrases = numerals, words, phrases
        self._data: dict[int, Any] = {}  # of those of several tokens and of numbers, by their first token
        self._joined = words.words.get("prefix_and", frozenset()) | words.words.get("prefix_to", frozenset())
        self.codes, self._firsts = self._read()

    def __len__(self) -> int:
        """All items, made or not."""
        return len(self.codes)

    def __missing__(self, at: int) -> Item:
        tokens, code, first = self.tokens, self.codes[at], self._firsts[at]
        low, start = tokens.lows[first], tokens.starts[first]
        glued = first > 0 and tokens.ends[first - 1] == start
        if first in self._data:
            data = self._data[first]
        elif code in _UNKNOWN:
            data = code == _WORD and tokens.texts[first][0].isupper()
        else:
            entry = self._phrases.alone(tokens.texts[first], low)
            data = entry.data if entry is not None else None
        if (
            self._joined
            and code in "NO"
            and low[:1] in self._joined
            and low not in self._words.numerals
            and low not in self._words.words.get("several", ())
        ):
            start += 1  # "وثلاثة": the "and" is no part of the number, nor is the "to" of "لثلاثة"
        made = self[at] = Item(start, tokens.ends[self._firsts[at + 1] - 1], code, low, data, glued, first)
        return made

    def low(self, at: int) -> str:
        """The first token of an item, folded, as its `low` is."""
        return self.tokens.lows[self._firsts[at]]

    def last_low(self, at: int) -> str:
        """The last token of an item, folded."""
        return self.tokens.lows[self._firsts[at + 1] - 1]

    def last_start(self, at: int) -> int:
        """Where the last token of an item begins."""
        return self.tokens.starts[self._firsts[at + 1] - 1]

    def number(self, at: int) -> Numeral:
        """What an item of the class `N` or `O` stands for."""
        found: Numeral = self._data[self._firsts[at]]
        return found

    def last_is_numeral(self, at: int) -> bool:
        """Whether the last token of an item is digits, or a numeral word without an ending."""
        low = self.last_low(at)
        return low[:1].isdecimal() or low in self._words.numerals

    def ends_in(self, at: int, name: str) -> bool:
        """Whether the last token of an item is one of the named words."""
        return self.last_low(at) in self._words.words[name]

    def places_of(self, words: Container[str], code: str) -> list[int]:
        """The items of a class whose first word is one of some folded words."""
        lows = self.tokens.lows
        firsts = self._firsts[:-1]
        return [at for at, first in enumerate(firsts) if lows[first] in words and self.codes[at] == code]

    def recode(self, at: int, code: str) -> None:
        """Give an item another class."""
        self.codes[at] = code
        made = self.get(at)
        if made is not None:
            made.code = code

    def _read(self) -> tuple[list[str], list[int]]:
        """The classes of the items and their first tokens, with the number of all tokens behind."""
        classes, texts = _classes(self._words, self._phrases), self.tokens.texts
        codes = [*map(classes.__getitem__, texts), ""]
        following, openings = [*self.tokens.lows[1:], ""], classes.openings
        done = 0
        for look in _LOOK.finditer("".join(codes)):
            at = look.start()
            if at < done:
                continue
            opening = openings.get(texts[at])
            led = opening is not None and codes[at + 1] == _NUMBER and look.group() == _NUMBER
            if opening is not None and not led and following[at] not in opening.seconds:
                codes[at] = opening.alone
                continue
            checkpoint()
            codes[at], count = self._look(at, look.group() == _NUMBER)
            done = at + count
            if count > 1:
                codes[at + 1 : done] = [""] * (count - 1)
        return list("".join(codes)), [*compress(range(len(texts)), codes), len(texts)]

    def _look(self, at: int, numeral: bool) -> tuple[str, int]:
        """The class of the number or phrase that may begin at a token, and how many tokens it has."""
        known = self._phrases.at(self.tokens, at)
        if known is not None and known[0].code == "$" and self._is_article(at, known[1]):
            known = None
        number = self._numerals.read(at) if numeral else None
        if number is not None and (known is None or number[1] >= known[1]) and not (known and known[0].code == "%"):
            self._data[at] = number[0]
            return ("O" if number[0].form == "ordinal" else "N"), number[1]
        if known is None:
            return _REST[kind_of(self.tokens.texts[at])], 1
        self._data[at] = known[0].data
        return known[0].code, known[1]

    def _is_article(self, at: int, count: int) -> bool:
        """Whether "A" stands before a sign of money, and is no part of it: "A $5 bill", but "A$5"."""
        return count > 1 and self.tokens.lows[at] == "a" and not self.tokens.glued(at + 1)


class _Opening(NamedTuple):
    """What a word that may begin a phrase is `alone`: where none of the folded words that go on with one follows.

    A word such as "a" or "minus" may lead a number too, and is alone only where none can begin behind it.
    """

    seconds: frozenset[str]
    alone: str


class _Classes(dict[str, str]):
    """The class of every word lately seen: a phrase may begin with `?`, a number or phrase with `!`.

    `openings` tells more of those that begin phrases, and of those that are no numbers but may lead one.
    """

    def __init__(self, words: Vocabulary, phrases: Phrases) -> None:
        super().__init__()
        self.openings: dict[str, _Opening] = {}
        self._words, self._phrases, self._starters, self._leading = words, phrases, _starters(words), _leading(words)

    def __missing__(self, text: str) -> str:
        kind = kind_of(text)
        if kind == "d":
            return _NUMBER
        low = fold(text)
        if low in self._leading or text in "-−–":
            code, opening = _NUMBER, _Opening(self._phrases.seconds(text, low), self._alone(text, low, kind))
        elif low in self._starters or (kind == "w" and _maybe_written_together(low, self._words)):
            code, opening = _NUMBER, None
        else:
            code, opening = self._opening(text, low, kind)
        if len(text) <= LONGEST_KEPT:
            if len(self) >= MOST_KEPT:
                self.clear()
                self.openings.clear()
            self[text] = code
            if opening is not None:
                self.openings[text] = opening
        return code

    def _opening(self, text: str, low: str, kind: str) -> tuple[str, _Opening | None]:
        """The class of a word that begins no number, and what goes on with it where it may begin a phrase."""
        alone, seconds = self._alone(text, low, kind), self._phrases.seconds(text, low)
        return (_PHRASE, _Opening(seconds, alone)) if seconds else (alone, None)

    def _alone(self, text: str, low: str, kind: str) -> str:
        entry = self._phrases.alone(text, low)
        return entry.code if entry is not None else _REST[kind]


@cache
def _classes(words: Vocabulary, phrases: Phrases) -> _Classes:
    return _Classes(words, phrases)


def _starters(words: Vocabulary) -> frozenset[str]:
    """Folded words a number may begin with."""
    first = {phrase.split()[0] for phrase in words.words.get("several", ()) if phrase}
    return frozenset(words.numerals) | first | words.words.get("handful", frozenset())


def _leading(words: Vocabulary) -> frozenset[str]:
    """Folded words that are no numbers and may stand before one, of which they are a part: "a", "minus"."""
    led = words.words["a"] | words.words["article"] | words.words["minus"]
    alone = {phrase for phrase in words.words.get("several", ()) if " " not in phrase}
    return led - frozenset(words.numerals) - alone


def _maybe_written_together(low: str, words: Vocabulary) -> bool:
    if len(low) < 4:
        return False
    if words.suffixes is not None and words.suffixes.search(low):
        return stem_of(low, words) is not None
    if low[0] in words.words.get("prefix_and", ()) or low[0] in words.words.get("prefix_to", ()):
        return low[1:] in words.numerals
    return words.glued is not None and len(low) > 5 and words.glued.match(low) is not None
