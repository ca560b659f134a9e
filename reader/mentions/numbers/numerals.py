"""Read a number, written in digits or words, at one place of a token stream."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from reader.mentions.numbers.addition import Addition
from reader.mentions.numbers.words import says_step
from reader.mentions.words.tokens import Token
from reader.mentions.words.vocabulary import Morpheme, Vocabulary

# beyond this many digits it is a key or a checksum, not a number anybody counts
MAX_DIGITS = 40


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as read: `low` = `high` unless it is vague ("dozens").

    `form` is "cardinal", "ordinal" or "fraction"; `precision` half the step of the last digit said; `digits` the
    digits as written when it is one token of digits and nothing else; `scale` the scale word said last ("million").
    """

    low: float
    high: float
    form: str = "cardinal"
    approximate: bool = False
    precision: float = 0.5
    digits: str = ""
    scale: float = 1.0


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


class NumeralReader:
    """Reads the numbers of one token stream; what each token says as a numeral is remembered."""

    def __init__(self, stream: Sequence[Token], words: Vocabulary) -> None:
        self.stream = stream
        self.words = words
        self._known: dict[int, list[Morpheme]] = {}

    def read(self, at: int) -> tuple[Numeral, int] | None:
        """The number that begins at token `at` and how many tokens it covers, or None."""
        token = self.stream[at]
        if token.low in self.words.words["minus"] or (token.text in "-−–" and self._is_sign(at)):
            found = self.read(at + 1) if at + 1 < len(self.stream) else None
            if found is None or found[0].approximate or not self._near(at + 1):
                return None
            number, count = found
            return replace(number, low=-number.high, high=-number.low, digits=""), count + 1
        if token.kind == "d":
            return self._plain(at)
        return self._vague(at) or self._share_of_scale(at) or self._plain(at)

    def _is_sign(self, at: int) -> bool:
        """A dash is a minus when it is glued to digits and to nothing before."""
        following = self.stream[at + 1] if at + 1 < len(self.stream) else None
        before = self.stream[at - 1] if at else None
        return (
            following is not None
            and following.kind == "d"
            and following.start == self.stream[at].end
            and (before is None or before.end < self.stream[at].start or before.text in "($€£<>=")
        )

    def _near(self, at: int) -> bool:
        return at < len(self.stream) and self.stream[at].kind != "\n"

    def _glued(self, at: int) -> bool:
        return 0 < at < len(self.stream) and self.stream[at - 1].end == self.stream[at].start

    def _low(self, at: int) -> str:
        return self.stream[at].low if 0 <= at < len(self.stream) else ""

    def _in(self, at: int, name: str) -> bool:
        return self._low(at) in self.words.words.get(name, ())

    def morphemes(self, at: int) -> list[Morpheme]:
        """What the token says as a numeral; several where words are written together; empty for other words."""
        known = self._known.get(at)
        if known is None:
            known = self._known[at] = self._morphemes(at)
        return known

    def _morphemes(self, at: int) -> list[Morpheme]:
        if not self._near(at) or self._in(at, "not_numeral"):
            return []
        token = self.stream[at]
        if token.kind == "d":
            value = digits_value(token.text, self.words.decimal)
            return [Morpheme(value[0], "digits")] if value else []  # type: ignore[arg-type]
        low = token.low
        known = self.words.numerals.get(token.text) or self.words.numerals.get(low) or self._inflected(token)
        if known is not None:
            return [known] if known.does != "scale" or self._scale_here(at) else []
        if self.words.glued is not None and 5 < len(low) <= 80 and token.kind == "w":
            return self._cut(low)
        return []

    def _inflected(self, token: Token) -> Morpheme | None:
        """A numeral word behind its ending ("binden", "четвёртый") or a joined "and" ("وعشرون")."""
        if token.kind != "w" or len(token.low) < 3:
            return None
        sets = self.words.words
        if token.low[0] in sets.get("prefix_and", ()):
            return self.words.numerals.get(token.low[1:])
        if self.words.suffixes is None:
            return None
        stem = self.words.suffixes.sub("", token.low)
        return (self.words.stems or self.words.numerals).get(stem) if stem != token.low else None

    def _scale_here(self, at: int) -> bool:
        """Short scale signs (k, m, bn) count only right behind digits, "m" and "b" only with money."""
        token = self.stream[at]
        if len(token.low) > 2 or not token.text.isascii():
            return len(token.low) > 3 or token.low not in self.words.weak or self._digits_before(at)
        if len(token.low) == 1 and token.text.islower() and token.low != "k":
            return self._glued(at) and at > 1 and self.stream[at - 2].text in "$€£¥₽₹"
        return self._digits_before(at) and (len(token.low) > 1 or self._glued(at))

    def _digits_before(self, at: int) -> bool:
        return at > 0 and self.stream[at - 1].kind == "d"

    def _cut(self, word: str) -> list[Morpheme]:
        assert self.words.glued is not None
        found, place = [], 0
        while place < len(word):
            m = self.words.glued.match(word, place)
            if m is None:
                return []
            if m.group() in self.words.numerals:
                found.append(self.words.numerals[m.group()])
            elif place == 0:
                return []
            place = m.end()
        return found if len(found) > 1 else []

    def _vague(self, at: int) -> tuple[Numeral, int] | None:
        """ "dozens", "hundreds of thousands", "several hundred", "a couple of dozen", "a few thousand"."""
        next_, low, high = at, 1, 0
        for phrase in self.words.words.get("several", ()):
            parts = phrase.split()
            if [self._low(at + k) for k in range(len(parts))] == parts:
                next_, low, high = at + len(parts), 3, 9
        if high:
            scale = self.morphemes(next_)
            if not scale or scale[0].does not in ("scale", "collective") or scale[0].value == 2:
                return None
            value = float(scale[0].value)
            return Numeral(low * value, high * value, approximate=True, precision=value / 2), next_ + 1 - at
        first = self.morphemes(at)
        if len(first) != 1 or first[0].does != "vague":
            return None
        value, end = float(first[0].value), at + 1
        if value == 20 and not self._in(end, "of"):
            return None
        if self._in(end, "of"):
            more = self.morphemes(end + 1)
            if len(more) == 1 and more[0].does == "vague" and more[0].value > value:
                value, end = value * more[0].value, end + 2
        low_ = 2 * value
        high_ = 99 if value == 12 else 10 * value - 1
        return Numeral(low_, high_, approximate=True, precision=value / 2), end - at

    def _share_of_scale(self, at: int) -> tuple[Numeral, int] | None:
        """ "half a million", "a quarter million", "three quarters billion", "half a dozen", "a couple of dozen"."""
        start, share = at, Decimal(1)
        if self._in(at, "a"):
            at += 1
        one = self.morphemes(at)
        if one and one[0].does == "cardinal" and one[0].value < 10 and len(one) == 1:
            two = self.morphemes(at + 1)
            if two and two[0].does == "denominator":
                share, one, at = Decimal(one[0].value), two, at + 1
        couple = len(one) == 1 and one[0].does == "collective" and one[0].value == 2
        if len(one) != 1 or not (couple or one[0].does == "denominator"):
            return None
        share = share * 2 if couple else share / Decimal(one[0].value)
        at += 1
        if self._in(at, "of") or self._low(at) == "-":
            at += 1
        if self._in(at, "a") and not couple:
            at += 1
        scale = self.morphemes(at)
        if len(scale) == 1 and scale[0].does in ("scale", "collective") and scale[0].value != 2:
            value = float(share * Decimal(scale[0].value))
            return Numeral(value, value, approximate=couple, precision=scale[0].value / 2), at + 1 - start
        if couple and self._in(start, "a") and self._in(at - 1, "of"):
            return Numeral(2, 2, approximate=True), at - start
        return None

    def _ordinal_end(self, at: int, end: int) -> int:
        """The index behind "st" in "21st", "-го" in "4-го", "." in "am 4. Spieltag"; else `end`."""
        if self._glued(end) and self._in(end, "ordinal_suffix"):
            return end + 1
        if not self._glued(end) or len(self.stream[at].text) > 2:
            return end
        if self._low(end) in "-'’" and self._glued(end + 1) and self._in(end + 1, "ordinal_suffix"):
            return end + 2
        dotted = self._low(end) == "." and "ordinal_dot" in self.words.words
        alone = at == 0 and end + 1 == len(self.stream)
        return end + 1 if dotted and (alone or (self._in(at - 1, "day_cue") and self._near(end + 1))) else end

    def _plain(self, at: int) -> tuple[Numeral, int] | None:
        sum_ = Addition(self, self.words)
        found = sum_.read(at)
        if found is None:
            return None
        value, form, step, end = found
        digits = self.stream[at].text if end == at + 1 and self.stream[at].kind == "d" else ""
        after = self._ordinal_end(at, end) if digits.isdigit() else end
        if after > end:
            return Numeral(float(value), float(value), "ordinal", digits=""), after - at
        number = float(value)
        scale = float(sum_.scale) if sum_.scale >= 1000 and not sum_.open and form == "cardinal" else 1.0
        if step == 0 and digits:
            known = digits_value(digits, self.words.decimal)
            step = 2 * known[1] if known else 1
        return Numeral(number, number, form, precision=step / 2 if step else 0.0, digits=digits, scale=scale), end - at
