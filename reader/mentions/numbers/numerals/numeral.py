"""A number as it was read."""

from __future__ import annotations

from typing import NamedTuple


class Numeral(NamedTuple):
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
