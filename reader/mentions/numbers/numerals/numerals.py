"""Read a number, written in digits or words, at one place of a token stream."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from reader.mentions.numbers.numerals.addition import HYPHENS, Addition
from reader.mentions.numbers.numerals.morphemes import (
    digits_value,
    going_on,
    handful_of,
    said_by,
    several_phrases,
    stem_of,
)
from reader.mentions.numbers.numerals.numeral import Numeral
from reader.mentions.words.tokens import Tokens
from reader.mentions.words.vocabulary import Morpheme, Vocabulary, vocabulary

_MINUS, _MONEY, _BEFORE_MINUS = frozenset("-−–"), frozenset("$€£¥₽₹"), frozenset("($€£<>=")
_ORDINAL_JOINTS = frozenset("-'’")
_HEDGES = frozenset("a><}{mtf")


@lru_cache(maxsize=4096)
def digits_alone(text: str, decimal: str) -> Numeral | None:
    """The number of one token of digits; None when its groups make none."""
    known = digits_value(text, decimal)
    return None if known is None else Numeral(float(known[0]), float(known[0]), precision=known[1], digits=text)


class NumeralReader:
    """Reads the numbers of one token stream; what was read at a token is remembered."""

    def __init__(self, tokens: Tokens, words: Vocabulary) -> None:
        self.tokens = tokens
        self.words = words
        self._sets = words.words
        self._said = said_by(words)
        self._going_on = going_on(words)
        self._several_of = several_phrases(words)
        self._read: dict[int, tuple[Numeral, int] | None] = {}

    def read(self, at: int) -> tuple[Numeral, int] | None:
        """The number that begins at token `at` and how many tokens it covers, or None."""
        if at not in self._read:
            self._read[at] = self._number(at)
        return self._read[at]

    def _number(self, at: int) -> tuple[Numeral, int] | None:
        text = self.tokens.texts[at]
        if self._is_sign(at) if text in _MINUS else self.tokens.lows[at] in self._sets["minus"]:
            return self._negative(at)
        if text[0].isdecimal():
            return self._digits_alone(at) or self._plain(at)
        located = self._share_of_locative(at)
        if located is not None:
            return located
        if not (self.morphemes(at) or (self._in(at, "a") and self.morphemes(at + 1)) or self._several(at)):
            handful = handful_of(self.tokens, at, self.words)
            return (Numeral(3, 9, approximate=True), handful) if handful else None
        return self._vague(at) or self._share_of_scale(at) or self._plain(at)

    def _negative(self, at: int) -> tuple[Numeral, int] | None:
        if self._low(at - 1) == "," and self.tokens.texts[at] not in _MINUS and self.words.language != "en":
            after = {self._low(place) for place in range(at + 1, at + 5)}
            if not any(self.words.quantity.word(word, "u") for word in after):
                return None  # "2,4%, menos quatro décimas": so many fewer
        found = self.read(at + 1) if at + 1 < len(self.tokens) else None
        if found is None or found[0].approximate or self._low(at + 1) == "\n":
            return None
        number, count = found
        return number._replace(low=-number.high, high=-number.low, digits=""), count + 1

    def _is_sign(self, at: int) -> bool:
        """A dash is a minus when it is glued to digits and to nothing before."""
        tokens = self.tokens
        return (
            tokens.glued(at + 1)
            and tokens.texts[at + 1][0].isdecimal()
            and (not tokens.glued(at) or tokens.texts[at - 1] in _BEFORE_MINUS)
        )

    def _low(self, at: int) -> str:
        return self.tokens.low(at)

    def _in(self, at: int, name: str) -> bool:
        return self.tokens.low(at) in self._sets.get(name, ())

    def morphemes(self, at: int) -> list[Morpheme]:
        """What the token says as a numeral; several where words are written together; empty for other words."""
        if not 0 <= at < len(self.tokens.texts):
            return []
        said: list[Morpheme] = self._said[self.tokens.texts[at]]
        if not said and self._in(at, "compared") and self.words.quantity.word(self._low(at + 1), "P"):
            return [Morpheme(100, "scale")]  # "yüzden fazla", where "yüzden" alone says "therefore"
        if said and said[0].does == "scale" and len(said) == 1 and not self._scale_here(at):
            return []
        return said

    def _scale_here(self, at: int) -> bool:
        """Short scale signs (k, m, bn) count only right behind digits, "m" and "b" only with money."""
        text, low = self.tokens.texts[at], self.tokens.lows[at]
        if len(low) > 2 or not text.isascii():
            return len(low) > 3 or low not in self.words.weak or self._digits_before(at)
        if len(low) == 1 and text.islower() and low != "k":
            counted = self._in(at + 1, "counted_in_millions")  # "40m people" are no metres
            return self.tokens.glued(at) and (counted or self._money_before(at - 1))
        signed = self.tokens.glued(at + 1) and self.tokens.text(at + 1) in _MONEY  # "80 M€"
        return self._digits_before(at) and (len(low) > 1 or self.tokens.glued(at) or signed)

    def _money_before(self, at: int) -> bool:
        sign = self.tokens.text(at - 1)
        return sign in _MONEY or (sign.isupper() and self.words.quantity.word(sign, "$"))

    def _digits_before(self, at: int) -> bool:
        return self.tokens.text(at - 1)[:1].isdecimal()

    def _several(self, at: int) -> int:
        """How many tokens "several" or "a few" has, 0 where it does not stand."""
        for phrase in self._several_of.get(self._low(at), ()):
            if phrase == tuple(self.tokens.lows[at : at + len(phrase)]):
                return len(phrase)
        return 0

    def _vague(self, at: int) -> tuple[Numeral, int] | None:
        """ "dozens", "hundreds of thousands", "several hundred", "a couple of dozen", "a few thousand"."""
        several = self._several(at)
        if several:
            scale = self.morphemes(at + several)
            if not scale and self.words.quantity.word(self._low(at + several), "U"):  # several weeks
                return Numeral(3, 9, approximate=True), several
            if not scale or scale[0].does not in ("scale", "collective", "vague") or scale[0].value == 2:
                return None
            value, end = float(scale[0].value), at + several + 1
            more = self._round_many(end + self._in(end, "of")) if scale[0].does == "vague" else 0.0
            if more > value:  # "plusieurs dizaines de milliers"
                value, end = value * more, end + self._in(end, "of") + 1
            return Numeral(3 * value, 9 * value, approximate=True, precision=value / 2), end - at
        article = self._past_elision(at + 1) - at if self._in(at, "article") else 0
        round_ = self.morphemes(at + article)
        if len(round_) == 1 and round_[0].does == "round":  # "une centaine", "un centenar"
            value = float(round_[0].value)
            return Numeral(value, value, approximate=True, precision=value / 4), article + 1
        return self._many(at)

    def _many(self, at: int) -> tuple[Numeral, int] | None:
        """ "dozens", "hundreds of thousands", "сотни тысяч", "Millionen", "yüz binlerce": two to nine of them."""
        value, end = 0.0 if self._hedged_one(at) else self._round_many(at), at + 1
        if not value:
            led, many = self.morphemes(at), self.morphemes(end)
            value = self._round_many(end) if len(led) == 1 and led[0].value in (10, 100) else 0.0
            if value < 1000 or led[0].does == "vague" or many[0].does != "vague":
                return None
            value, end = value * float(led[0].value), end + 1
        if value == 20 and not self._in(end, "of") and not self._in(at - 1, "before_scores"):
            return None
        of = self._in(end, "of")
        more = self._round_many(end + of)
        if more > value:
            value, end = value * more, end + of + 1
        high = 99 if value == 12 else 10 * value - 1
        return Numeral(2 * value, high, approximate=True, precision=value / 2), end - at

    def _round_many(self, at: int) -> float:
        """What a plural such as "thousands" counts in; 0 for other words."""
        said = self.morphemes(at)
        many = len(said) == 1 and (
            said[0].does == "vague" or (said[0].does == "scale" and self._in(at, "plural_scale"))
        )
        return float(said[0].value) if many else 0.0

    def _hedged_one(self, at: int) -> bool:
        """ "более тысячи": behind such a word the form of a plural is one of the singular."""
        before = self.words.quantity.alone(self._low(at - 1), self._low(at - 1))
        return before is not None and before.code in _HEDGES and self._in(at, "like_singular")

    def _share_of_locative(self, at: int) -> tuple[Numeral, int] | None:
        """ "üçte ikisi", "dörtte üçü": so many in so many, both with their endings."""
        if self.words.locative is None:
            return None
        low = self._low(at + 1)
        whole = self.words.locative.fullmatch(f"{self._low(at)} {low}")
        known = self.words.numerals.get(whole[1]) if whole is not None else None
        part = self.words.numerals.get(low) or stem_of(low, self.words)
        if known is None or part is None or known.does != "cardinal" or not 0 < part.value < known.value:
            return None
        value = part.value / known.value
        return Numeral(value, value, "fraction", precision=0.05), 2

    def _share_of_scale(self, at: int) -> tuple[Numeral, int] | None:
        """ "half a million", "a quarter million", "three quarters billion", "half a dozen", "a couple of dozen"."""
        start, share = at, Decimal(1)
        if self._in(at, "a"):
            at += 1
        one = self.morphemes(at)
        if one and one[0].does == "cardinal" and one[0].value < 10 and len(one) == 1:
            dash = self._low(at + 1) == "-"
            two = self.morphemes(at + 1 + dash)
            if two and two[0].does == "denominator":
                share, one, at = Decimal(one[0].value), two, at + 1 + dash
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
        if len(scale) == 1 and scale[0].does in ("scale", "collective", "round") and scale[0].value != 2:
            value = float(share * Decimal(scale[0].value))
            return Numeral(value, value, approximate=couple, precision=scale[0].value / 2), at + 1 - start
        if couple and self._in(start, "a") and self._in(at - 1, "of"):
            return Numeral(2, 2, approximate=True), at - start
        return None

    def _past_elision(self, at: int) -> int:
        """The index behind the apostrophe of "un'ora" and "trent'anni", else `at`."""
        elided = self._low(at) == "'" and self.tokens.glued(at) and self.tokens.glued(at + 1)
        return at + elided

    def _ordinal_end(self, at: int, end: int) -> int:
        """The index behind "st" in "21st", "-го" in "4-го", "." in "am 4. Spieltag"; else `end`."""
        tokens = self.tokens
        if not tokens.glued(end):
            return end
        if self._in(end, "ordinal_suffix"):
            said = tokens.texts[end - 1]
            stones = self._low(end) == "st" and (said[-1] != "1" or said.endswith("11"))  # "14st" is a weight
            return end if stones else end + 1
        if len(tokens.texts[end]) > 2:
            return end
        if self._low(end) in _ORDINAL_JOINTS and tokens.glued(end + 1) and self._in(end + 1, "ordinal_suffix"):
            return end + 2
        dotted = self._low(end) == "." and "ordinal_dot" in self._sets
        alone = at == 0 and end + 1 == len(tokens)
        dotted = dotted or (
            self._low(end) == "." and "ordinal_dot_lower" in self._sets and tokens.text(end + 1).islower()
        )
        alone = alone or "ordinal_dot_lower" in self._sets
        near = end + 1 < len(tokens) and tokens.texts[end + 1] != "\n"
        return end + 1 if dotted and (alone or (self._in(at - 1, "day_cue") and near)) else end

    def _digits_alone(self, at: int) -> tuple[Numeral, int] | None:
        """Digits that nothing behind them goes on with: the common case, which takes no adding up."""
        tokens, behind = self.tokens, at + 1
        if behind < len(tokens.texts):
            sign = tokens.texts[behind]
            if tokens.lows[behind] in self._going_on or (self._said[sign] and self.morphemes(behind)):
                return None
            if sign in HYPHENS and self._in(behind + 1, "and"):
                return None
        text = tokens.texts[at]
        if tokens.glued(behind) and text.isdigit() and self._ordinal_end(at, behind) > behind:
            return None
        number = digits_alone(text, self.words.decimal)
        return None if number is None else (number, 1)

    def _plain(self, at: int) -> tuple[Numeral, int] | None:
        sum_ = Addition(self, self.words)
        found = sum_.read(at)
        if found is None:
            return None
        value, form, step, end = found
        end += (
            self._in(end - 1, "abbreviated")
            and self.tokens.text(end) == "."
            and self.tokens.text(end + 1) not in ("", "\n")
        )
        end = self._past_elision(end) if self._in(end - 1, "article") or self._in(end - 1, "elided") else end
        text = self.tokens.texts[at]
        digits = text if end == at + 1 and text[0].isdecimal() else ""
        after = self._ordinal_end(at, end) if digits.isdigit() else end
        if after > end:
            return Numeral(float(value), float(value), "ordinal", digits=""), after - at
        number = float(value)
        scale = float(sum_.scale) if sum_.scale >= 1000 and not sum_.open and form == "cardinal" else 1.0
        if step == 0 and digits:
            known = digits_value(digits, self.words.decimal)
            step = 2 * known[1] if known else 1
        return Numeral(number, number, form, precision=step / 2 if step else 0.0, digits=digits, scale=scale), end - at


@lru_cache(maxsize=1)
def numerals_of(text: str, language: str) -> NumeralReader:
    """The reader of a text's numbers; the last text's is kept, for quantities and dates read the same one."""
    return NumeralReader(Tokens(text), vocabulary(language))
