"""What one amount is: a number with its currency, percent sign or unit, and where it stands."""

from __future__ import annotations

from typing import NamedTuple

from reader.mentions.items import Items
from reader.mentions.numbers.numerals.numeral import Numeral
from reader.mentions.values import MentionKind


class Amount(NamedTuple):
    """A number with its unit: items `[first, last)`, span `[start, end)`."""

    number: Numeral
    kind: MentionKind
    unit: str
    first: int
    last: int
    start: int
    end: int
    key: str = ""  # the CLDR unit
    bare: bool = False  # nothing but the number itself


def share_amount(items: Items, at: int, last: int, value: float, unit: str = "") -> Amount:
    """A share or multiple told by items `[at, last)`."""
    number = Numeral(value, value, "fraction", precision=0.02)
    return Amount(number, "number", unit, at, last, items[at].start, items[last - 1].end, bare=not unit)
