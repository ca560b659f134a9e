"""What one amount is: a number with its currency, percent sign or unit, and where it stands."""

from __future__ import annotations

from typing import NamedTuple

from reader.mentions.numbers.numerals import Numeral
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
