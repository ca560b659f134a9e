"""Read what breaks a number: decimals in words, "and a half", "1/4", "over 20", and the scale behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.mentions.numbers.numerals.addition import Addition

_HYPHENS = frozenset("-‑")
_SMALL = ("cardinal", "digits")


def is_round(whole: float) -> bool:
    """Whether of so many one tells shares: "8 из 10", and not the count of "77 из 450"."""
    return whole <= 10 or whole in (100, 1000)


class Fractions:
    """The broken end of a sum; every method takes a token index and gives the index after what it read."""

    def __init__(self, sum_: Addition) -> None:
        self.sum = sum_

    def divide(self, value: Decimal) -> bool:
        """ "three fifths": the sum so far is the numerator; False where there is none."""
        if not self.sum.parts:
            return False
        top = self.sum.parts[-1]
        if (
            "compound_denominator" in self.sum.words.words
            and value < 10
            and self.sum.open
            and self.sum.last_small is not None
            and self.sum.last_small >= 20
            and self.sum.last_small % 10 == 0
            and top > 100
        ):
            # "one hundred thirty fifths" is 100/35, "one hundred and thirty fifths" is 130/5
            self.sum.parts[-1] = top - self.sum.last_small
            value += self.sum.last_small
        total = sum(self.sum.parts, Decimal(0))
        if self.sum.digits and total >= value:  # "7 quarters" are a time
            return False
        self.sum.parts = [total / value]
        self.sum.form, self.sum.open = "fraction", False
        return True

    def decimals(self, end: int) -> int:
        """ "three point one four", "cinq virgule cinq"."""
        if self.sum.form != "cardinal" or not self.sum.word(end, "point") or self.sum.scale >= 1000:
            return end
        said = ""
        at = end + 1
        while len(said) < 20:
            morphs = self.sum.source.morphemes(at)
            if len(morphs) != 1 or morphs[0].does not in _SMALL or not 0 <= morphs[0].value < 100:
                break
            if said and morphs[0].value > 9:
                break
            said += str(int(morphs[0].value))
            at += 1
        if not said:
            return end
        self.sum.parts.append(Decimal(f"0.{said}"))
        self.sum.words_said = True
        tenths = self.sum.source.morphemes(at)
        if len(tenths) == 1 and tenths[0].does == "denominator" and tenths[0].value == 10 ** len(said):
            at += 1  # "три целых пять десятых"
        return self._scale_after(at)

    def _scale_after(self, at: int) -> int:
        """ "two and a half million": a scale may follow a broken number."""
        skip = 1 if self.sum.token(at) in _HYPHENS else 0
        if self.sum.word(at + skip, "of"):
            skip += 1
        morphs = self.sum.source.morphemes(at + skip)
        if len(morphs) == 1 and morphs[0].does == "scale" and morphs[0].value >= 1000:
            self.sum.parts = [sum(self.sum.parts, Decimal(0)) * Decimal(morphs[0].value)]
            return at + skip + 1
        return at

    def tail(self, end: int) -> int:
        """Fractions behind a whole: "1/4", "2 1/2", "and a half", "and two thirds", "one over 20"."""
        if self.sum.form != "cardinal":
            return end
        slash = self.slash(end)
        if slash != end:
            return slash
        at = end
        if self.sum.token(at) in _HYPHENS and self.sum.word(at + 1, "and"):
            at += 1
        if self._half_joined(at):
            return self._add_share(Decimal(1) / 2, at + 1)
        if not self.sum.word(at, "and") and not self.sum.word(at, "with"):
            last = self.sum.parts[-1]  # of any length: the remainder of a very long number cannot be worked out
            return self._scale_after(end) if last != last.to_integral_value() and not self.sum.digits else end
        share = self._share(self._past_hyphen(at + 1))
        if share is None:
            return end
        return self._add_share(*share)

    def _half_joined(self, at: int) -> bool:
        """ "ونصف": "and" written together with a half."""
        low = self.sum.source.tokens.low(at)
        known = self.sum.words.numerals.get(low[1:]) if low[:1] in self.sum.words.words.get("prefix_and", ()) else None
        return known is not None and known.does == "denominator" and known.value == 2

    def _add_share(self, value: Decimal, at: int) -> int:
        morphs = self.sum.source.morphemes(at)
        if len(morphs) == 1 and morphs[0].does == "scale" and sum(self.sum.parts) >= morphs[0].value:
            self.sum.parts.append(value * Decimal(morphs[0].value))
            return at + 1
        self.sum.parts.append(value * (self.sum.scale if not self.sum.open and self.sum.scale > 1 else 1))
        self.sum.words_said = True
        return self._scale_after(at) if self.sum.scale < 1000 else at

    def _past_hyphen(self, at: int) -> int:
        return at + 1 if self.sum.token(at) in _HYPHENS else at

    def slash(self, end: int) -> int:
        """A fraction in digits: this number is its numerator, or the whole before it."""
        tokens = self.sum.source.tokens
        sign = tokens.text(end)
        if (sign == "/" or self.sum.word(end, "over")) and self.sum.open and len(self.sum.parts) == 1:
            below = self.sum.source.morphemes(end + 1)
            if below and below[0].does in _SMALL and (sign != "/" or tokens.glued(end)):
                dated = (tokens.text(end + 2) == "/" and tokens.glued(end + 2)) or self._two_days(end)
                dated = dated or (
                    self.sum.parts[0] == 9 and below[0].value == 11 and sign == "/"
                )  # the attacks of 9/11
                counted = sign != "/" and "over_counts" in self.sum.words.words and not is_round(below[0].value)
                if 0 < abs(self.sum.parts[0]) < below[0].value <= 1000 and not (dated or counted):
                    self.sum.parts = [self.sum.parts[0] / Decimal(below[0].value)]
                    self.sum.form = "fraction"
                    return end + 2
        elif (
            self.sum.digits
            and self.sum.open
            and sign[:1].isdecimal()
            and tokens.starts[end] - tokens.ends[end - 1] == 1
        ):
            found = self._digit_fraction(end)
            if found is not None:
                self.sum.parts.append(found[0])
                self.sum.form = "fraction"
                return found[1]
        return end

    def _two_days(self, end: int) -> bool:
        """ "12/13 December": two days of the month that follows."""
        words, word = self.sum.words, self.sum.source.tokens.low(end + 2)
        month = len(word) > 2 and words.date.word(word, "M")
        return (
            month
            and self.sum.token(end + 1).isdecimal()
            and (word not in words.weak or self.sum.token(end + 2) != word)
        )

    def _digit_fraction(self, at: int) -> tuple[Decimal, int] | None:
        """ "1/4" below one, and the index after it."""
        tokens = self.sum.source.tokens
        if tokens.text(at + 1) != "/" or not tokens.glued(at + 1) or not tokens.glued(at + 2):
            return None
        above, below = self.sum.source.morphemes(at), self.sum.source.morphemes(at + 2)
        if not above or not below or below[0].does != "digits" or not 0 < above[0].value < below[0].value <= 1000:
            return None
        return Decimal(above[0].value) / Decimal(below[0].value), at + 3

    def _share(self, at: int) -> tuple[Decimal, int] | None:
        """ "a half", "half", "two thirds", "one fourth" as a value below one and the index after it."""
        if self.sum.word(at, "a"):
            at = self._past_hyphen(at + 1)
            above = Decimal(1)
        elif self.sum.scale >= 1000 and self.sum.word(at, "quarter_behind"):
            return Decimal(1) / 4, at + 1  # "un millón y cuarto"
        else:
            morphs = self.sum.source.morphemes(at)
            if len(morphs) == 1 and morphs[0].does == "denominator" and morphs[0].value == 2:
                return Decimal(1) / 2, at + 1
            found = self.sum.part(at)
            return (found[0], found[3]) if found is not None and found[1] == "fraction" and found[0] < 1 else None
        morphs = self.sum.source.morphemes(at)
        if len(morphs) == 1 and morphs[0].does in ("denominator", "ordinal") and 2 <= morphs[0].value <= 100:
            return above / Decimal(morphs[0].value), at + 1
        return None
