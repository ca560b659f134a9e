"""Add up numeral words: "two hundred and five thousand", "zweiundzwanzig", "quatre-vingt-dix", "three and a half"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reader.mentions.numbers.numerals.fractions import Fractions
from reader.mentions.numbers.numerals.morphemes import says_step
from reader.mentions.words.vocabulary import Morpheme, Vocabulary

if TYPE_CHECKING:
    from reader.mentions.numbers.numerals.numerals import NumeralReader

DASHES, HYPHENS = frozenset("-‑–"), frozenset("-‑")
_SMALL = ("cardinal", "digits")
_LONGEST = 60  # tokens of a spelled-out number; the longest sensible ones have about thirty


class Addition:
    """The sum so far: `parts` are finished groups, largest first; the last one is open while it is below 1000."""

    def __init__(self, source: NumeralReader, words: Vocabulary) -> None:
        self.source = source
        self.words = words
        self.parts: list[Decimal] = []
        self.open = False  # may the last part still grow
        self.scale = Decimal(1)  # the scale word said last
        self.form = "cardinal"
        self.digits = False  # the open part was written in digits
        self.words_said = False
        self.joined = False
        self.last_small: Decimal | None = None  # the tens said last without "and", for "thirty fifths"

    def read(self, at: int, *, part: bool = False) -> tuple[Decimal, str, float, int] | None:
        """Value, form, step (0 when it is the digits' own) and the index after the number, or None.

        A `part` of a mixed number ("two and *one half*") takes no fraction of its own behind it.
        """
        start, end = at, at
        article = self.word(at, "a") and self._may_open(at + 1)
        at = at + 1 if article else at
        while at - start < _LONGEST:
            step = self._joint(at, end > start)
            morphs = self.source.morphemes(at + step)
            if not morphs or (step and not self._may_join(at, step, morphs)):
                break
            self.joined = self._and_said(at, step)
            if not all(self._take(m, at + step, k) for k, m in enumerate(morphs)):
                break
            at = end = at + step + 1
            if self.form == "fraction":
                break
        if end == start or not self.parts:
            return None
        rest = Fractions(self)
        end = rest.decimals(end)
        end = rest.slash(end) if part else rest.tail(end)
        return sum(self.parts, Decimal(0)), self.form, self._step(), end

    def _step(self) -> float:
        if self.form == "fraction":
            return 0.05  # nobody who says "nine tenths" means 0.9 to the percent
        if not self.words_said:
            return 0.0
        value = sum(self.parts, Decimal(0))
        if value == value.to_integral_value():
            return says_step(int(value))
        return float(Decimal(10) ** int(value.normalize().as_tuple().exponent))

    # where words may be joined

    def token(self, at: int) -> str:
        return self.source.tokens.text(at)

    def word(self, at: int, name: str) -> bool:
        return self.source.tokens.low(at) in self.words.words.get(name, ())

    def _may_open(self, at: int) -> bool:
        """ "a hundred", "an thousandth", "a dozen": an article may stand for one before a scale."""
        morphs = self.source.morphemes(at)
        return bool(morphs) and morphs[0].does in ("scale", "collective") and morphs[0].value != 2

    def _and_said(self, at: int, step: int) -> bool:
        return any(self.word(at + k, "and") for k in range(step))

    def _joint(self, at: int, begun: bool) -> int:
        """How many joining tokens (hyphen, "and", comma) stand before the next numeral word."""
        if not begun:
            return 0
        step = 0
        token = self.token(at)
        if (token in DASHES and not self.digits) or (token == "," and self.scale >= 1000 and not self.open):
            step = 1
        if self.word(at + step, "and"):
            step += 1
            if self.token(at + step) in HYPHENS:
                step += 1
        return step

    def _may_join(self, at: int, step: int, morphs: list[Morpheme]) -> bool:
        """After "and" or a comma only a smaller number goes on; "two hundred and three hundred" are two."""
        first = morphs[0]
        if not self._and_said(at, step) and self.token(at) != ",":
            return first.does != "digits"
        if first.does not in (*_SMALL, "ordinal", "scale") or morphs[-1].does == "denominator":
            return False
        if (self.digits and self.open) or (self.scale >= 1000 and self.word(at + step, "quarter_behind")):
            return False
        ahead = at + step
        for place in range(4):
            morphs = self.source.morphemes(ahead)
            if not morphs:
                return True
            if place and not self.open and morphs[0].does in ("denominator", "ordinal") and morphs[0].value < 100:
                return first.value != 1 and morphs[0].does == "ordinal"
            if morphs[0].does in ("scale", "vague") and self._too_large(morphs[0].value):
                return False
            ahead += 1
        return True

    def _too_large(self, scale: float) -> bool:
        """ "two hundred and forty thousand" is one number, "two hundred and three hundred" are two."""
        if scale == 100:
            return self.open and self.parts[-1] >= 100
        return self.scale >= 1000 and scale >= self.scale

    # what one numeral word does

    def _take(self, morph: Morpheme, at: int, place: int) -> bool:
        value = Decimal(str(morph.value)) if isinstance(morph.value, float) else Decimal(morph.value)
        if self.form == "ordinal" and morph.does != "ordinal":
            return self._teens(value)
        if morph.does in _SMALL:
            done = self._add(value, morph.does == "digits")
        elif morph.does == "scale" or (morph.does == "vague" and value >= 100 and self.parts):
            done = self._multiply(value, at)
        elif morph.does == "ordinal":
            done = self._order(value, at, inside=place > 0)
        elif morph.does == "denominator":
            joined = self.source.tokens.low(at)[:1] in self.words.words.get("prefix_and", ())  # "ونصف"
            done = not joined and Fractions(self).divide(value)
        elif morph.does == "collective":
            done = self._collect(value, at)
        elif morph.does == "glyph":
            done = self._glyph(value)
        else:
            done = False
        if done and morph.does != "digits":
            self.words_said = True
        return done

    def _teens(self, value: Decimal) -> bool:
        """ "التاسع عشر": the ten of an ordinal is a cardinal."""
        if "teens" not in self.words.words or value != 10 or not 0 < self.parts[-1] < 10:
            return False
        self.parts[-1] += value
        return True

    def _add(self, value: Decimal, digits: bool) -> bool:
        if not self.open:
            if self.parts and value >= self.parts[-1]:
                return False
            if self.parts and digits and not (self.words_said and value < self.scale):
                return False
            if self.parts and value >= 1000:
                return False
            self.parts.append(value)
            self.open, self.digits = True, digits
            self.last_small = value if not self.joined else None
            return True
        top = self.parts[-1]
        if self.digits and digits:
            return False  # "bis 2020 1,25 Milliarden"
        if self.digits != digits and not (self.joined and self.words_said and top >= 100 and top % 100 == 0):
            return False
        tens = top % 100
        if "vigesimal" in self.words.words and tens == 4 and value == 20:
            self.parts[-1] = top + 76  # quatre-vingts
            return True
        least = 10 if "regular_teens" in self.words.words else 20
        fits = (
            (tens == 0 and top >= 100 and value < 100)
            or (tens >= least and tens % 10 == 0 and 0 < value < 10 and self._tens_join())
            or (tens in (60, 80) and 10 <= value < 20 and "vigesimal" in self.words.words)
            or (0 < tens < 10 and 20 <= value < 100 and value % 10 == 0 and "reversed" in self.words.words)
            or ("vigesimal" in self.words.words and tens in (10, 70, 90) and 7 <= value < 10)
            or ("teens" in self.words.words and 0 < tens < 10 and value == 10)
        )
        if not fits:
            return False
        self.parts[-1] = top + value
        self.last_small = value if not self.joined else None
        self.digits = digits
        return True

    def _tens_join(self) -> bool:
        """ "treinta y cinco" may use "and" between tens and units; "twenty and five" are two numbers."""
        if "glued" in self.words.words and "reversed" in self.words.words:
            return False  # "de jaren negentig een"
        return not self.joined or "and_after_tens" in self.words.words

    def _multiply(self, value: Decimal, at: int) -> bool:
        if value == 100:
            if not self.open:
                if self.parts and self.scale <= 100:
                    return False
                self.parts.append(Decimal(100))
            elif 0 < self.parts[-1] < 100:
                self.parts[-1] *= 100
            else:
                return False
            self.open, self.digits = True, False
            self.scale = Decimal(100)
            return True
        if self.digits and self.parts and not self.open:
            return False
        smaller = Decimal(0)
        while self.parts and self.parts[-1] < value:
            smaller += self.parts.pop()
        if smaller == 0 and self.parts:
            smaller = Decimal(1)
            if self.scale <= value:
                return False
        self.parts.append((smaller or 1) * value)
        self.open, self.digits, self.scale = False, False, value
        return True

    def _order(self, value: Decimal, at: int, *, inside: bool) -> bool:
        if value >= 1_000_000 and self.parts == [1] and self.open:
            return Fractions(self).divide(value)
        if self.form == "ordinal" and "teens" in self.words.words and self.parts[-1] < 10 and value >= 20:
            self.parts[-1] += value  # "الحادي والعشرون"
            return True
        if inside and self.parts and 0 < self.parts[-1] % 100 < 10 and 20 <= value < 100:
            self.parts[-1] += value  # "vijfentwintigste", "fünfundzwanzigste"
            self.open, self.form = True, "ordinal"
            return "reversed" in self.words.words
        if value < 100 and self.parts and not self._fits_ordinal(value):
            parts = "ordinal_parts" in self.words.words and self.parts[-1] < value  # "twee derde"
            one = self.open and not self.digits and value > 2 and (parts or self.parts[-1] == 1)
            return one and len(self.parts) == 1 and Fractions(self).divide(value)
        if value == 2 and self.parts and self.token(at - 1) not in HYPHENS:
            return False
        if self.digits:
            return False
        if value >= 100:
            power = value in (100, 1000) or value > 1000
            done = self._multiply(value, at) if power and (value > 100 or self.open or not self.parts) else False
            if not done and value < 1000 and (self.parts or not power):
                self.parts.append(value)
                done = True
        elif self.open:
            self.parts[-1] += value
            done = True
        else:
            self.parts.append(value)
            done = True
        self.open = True
        self.form = "ordinal" if done else self.form
        return done

    def _fits_ordinal(self, value: Decimal) -> bool:
        if not self.open:
            return value < self.parts[-1]
        tens = self.parts[-1] % 100
        if tens == 0:
            return True
        return (tens >= 10 and tens % 10 == 0 and value < 10 and tens >= 20) or (
            self.form == "ordinal" and tens % 10 == 0
        )

    def _collect(self, value: Decimal, at: int) -> bool:
        if value == 2:
            return False
        if self.parts and self.open:
            if value == 20 and self.digits:
                return False
            top = self.parts[-1]
            self.parts[-1] = top * value if top < 100 else top - top % 100 + (top % 100) * value
            return True
        if self.parts or value == 20:
            return False
        self.parts.append(value)
        return True

    def _glyph(self, value: Decimal) -> bool:
        if self.form != "cardinal" or (self.parts and not self.open):
            return False
        self.parts.append(value)
        self.open = False
        self.scale = Decimal(1)
        return True

    def part(self, at: int) -> tuple[Decimal, str, float, int] | None:
        """Read the smaller number of a mixed one ("one half" behind "two and") with a sum of its own."""
        return Addition(self.source, self.words).read(at, part=True)
