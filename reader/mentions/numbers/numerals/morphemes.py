"""Tell what one word, or one token of digits, says as a numeral."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from reader.mentions.numbers.nouns.plurals import is_plural
from reader.mentions.words.tokens import Tokens, folded, kind_of
from reader.mentions.words.vocabulary import Morpheme, Vocabulary
from reader.text import WordCache

# beyond this many digits it is a key or a checksum, not a number anybody counts
MAX_DIGITS = 40
_LONGEST_ENDING = 8
_NOUN_WITHIN = 4  # tokens behind "a handful" among which its noun stands


def says_step(value: int) -> float:
    """The step of the last digit that was said: 35 -> 1, 6,000 -> 1000, 10,000 -> 1000."""
    value = abs(value)
    if value < 10:
        return 1.0
    digits = str(value)
    bare = digits.rstrip("0")
    zeros = len(digits) - len(bare)
    return float(10 ** (zeros - 1 if bare == "1" and zeros else zeros))


def handful_of(tokens: Tokens, at: int, words: Vocabulary) -> int:
    """How many tokens "a handful" before a plural has, "une poignée", "eine Handvoll"; 0 where it does not stand."""
    count = 1 + (tokens.lows[at] in words.words.get("a", ()) or tokens.lows[at] in words.words.get("article", ()))
    if tokens.low(at + count - 1) not in words.words.get("handful", ()):
        return 0
    if words.language not in ("en", "es", "fr", "pt"):
        return count
    behind = [tokens.low(place) for place in range(at + count + 1, at + count + _NOUN_WITHIN)]
    return count if any(is_plural(word) for word in behind) else 0


@lru_cache(maxsize=4096)
def digits_value(text: str, decimal: str) -> tuple[Decimal, float] | None:
    """Value and precision of grouped digits; None when the groups make no number ("6,107,31")."""
    if len(text) > MAX_DIGITS:
        return None
    text = re.sub(r"[ '’\u00a0\u2009\u202f]", "", text).replace("٫", ".").replace("٬", ",")
    point = _decimal_place(text, decimal)
    if point is None:
        return None
    whole, fraction = (text[:point], text[point + 1 :]) if point >= 0 else (text, "")
    flat = re.sub(r"[.,]", "", whole)
    value = Decimal(f"{int(flat)}.{''.join(str(int(c)) for c in fraction)}" if fraction else int(flat))
    return value, (0.5 * 10 ** -len(fraction) if fraction else says_step(int(flat)) / 2)


def _decimal_place(text: str, decimal: str) -> int | None:
    """Index of the decimal sign, -1 where there is none, None where the groups are no number."""
    signs = [i for i, c in enumerate(text) if c in ".,"]
    if not signs:
        return -1
    kinds = {text[i] for i in signs}
    tails = [len(part) for part in re.split(r"[.,]", text)][1:]
    if len(kinds) == 2:
        last = text[signs[-1]]
        good = sum(c == last for c in text) == 1 and all(n in (2, 3) for n in tails[:-1])
        return signs[-1] if good else None
    if len(signs) > 1:
        # groups of three, or the Indian 12,34,567
        return -1 if tails[-1] == 3 and all(n in (2, 3) for n in tails) else None
    sign = text[signs[0]]
    if tails[0] == 3 and sign != decimal and 0 < signs[0] <= 3 and text[0] != "0":
        return -1
    return signs[0]


def stem_of(low: str, words: Vocabulary) -> Morpheme | None:
    """The numeral a word is when one of the endings of its language is taken off ("beşi", "ikisi", "четвёртый")."""
    table = words.stems or words.numerals
    for end in range(max(1, len(low) - _LONGEST_ENDING), len(low)) if words.suffixes is not None else ():
        if low[:end] in table and words.suffixes.match(low, end):  # type: ignore[union-attr]
            return table[low[:end]]
    return None


class _NumeralWords:
    """Tells what a word says as a numeral, wherever it stands."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words

    def morphemes(self, text: str) -> list[Morpheme]:
        """What the word says; several where words are written together; empty for words that are no numerals."""
        words, kind, low = self._words, kind_of(text), folded(text)
        if kind == "\n" or low in words.words.get("not_numeral", ()):
            return []
        if kind == "d":
            value = digits_value(text, words.decimal)
            return [Morpheme(value[0], "digits")] if value else []  # type: ignore[arg-type]
        known = words.numerals.get(text) or words.numerals.get(low)
        if known is None and kind == "w":
            known = self._inflected(low)
        if known is not None:
            return [known]
        return self._cut(low) if words.glued is not None and 5 < len(low) <= 80 and kind == "w" else []

    def _inflected(self, low: str) -> Morpheme | None:
        """A numeral word behind its ending ("binden", "четвёртый") or a joined "and" ("وعشرون")."""
        words = self._words
        if len(low) < 3:
            return None
        joined = low[0] in words.words.get("prefix_and", ()) or low[0] in words.words.get("prefix_to", ())
        if joined and not words.quantity.word(low, "%"):  # "بالمئة" is no hundred
            return words.numerals.get(low[1:])
        return stem_of(low, words)

    def _cut(self, word: str) -> list[Morpheme]:
        """Numeral words written together."""
        found = self._parts(word, 0, set())
        return found if found is not None and len(found) > 1 else []

    def _parts(self, word: str, place: int, failed: set[int]) -> list[Morpheme] | None:
        """The numeral words from `place` to the end, the longest first; None where they do not come out even."""
        if place == len(word):
            return []
        m = self._words.glued.match(word, place) if self._words.glued is not None and place not in failed else None
        for end in range(m.end() if m is not None else 0, place, -1):
            part = word[place:end]
            known = self._words.numerals.get(part)
            if known is None and (place == 0 or part not in self._words.words["and"]):
                continue
            rest = self._parts(word, end, failed)
            if rest is not None:
                return rest if known is None else [known, *rest]
        failed.add(place)
        return None


@cache
def said_by(words: Vocabulary) -> WordCache[list[Morpheme]]:
    """What the words of a language say as numerals."""
    return WordCache(_NumeralWords(words).morphemes)


@cache
def going_on(words: Vocabulary) -> frozenset[str]:
    """What may go on with a number behind its digits: "and a half", "point five", "/4"."""
    return frozenset("/").union(*(words.words.get(name, ()) for name in ("and", "point", "over", "with")))


@cache
def several_phrases(words: Vocabulary) -> dict[str, list[tuple[str, ...]]]:
    """The phrases for "several" and "a few" by their first words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in map(str.split, words.words.get("several", ())):
        found.setdefault(phrase[0], []).append(tuple(phrase))
    return found
