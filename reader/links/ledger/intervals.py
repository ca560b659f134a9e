"""A number as it is judged: its ends on one scale, how far it may reach beyond them, and how exactly it is said."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reader.mentions import Duration, Quantity, comparable_ends, is_share

ABOUT, LOOSELY = 0.10, 0.20
"""How far either way "about 300" reaches, as a part of it, and how far it may still be meant."""
_FREEZING, _DEGREES = 273.15, {"degree Fahrenheit": 5 / 9}
"""Kelvins at 0 °C, and how large the degrees are that are not as large as a kelvin."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A quantity on one scale: its ends (infinite when open), its last digit’s half step.

    `least` and `greatest` are its finite ends without their sign, `about` and `loosely` how far beyond its ends it may
    lie where it is approximate.
    """

    low: float
    high: float
    precision: float
    converted: bool
    fraction: bool
    least: float
    greatest: float
    about: float
    loosely: float

    @classmethod
    def of(
        cls, low: float | None, high: float | None, approximate: bool, precision: float,
        converted: bool = False, fraction: bool = False,
    ) -> Interval | None:  # fmt: skip
        """That between two ends, either of which may be open; None where both are."""
        if low is None and high is None:
            return None
        known = [abs(end) for end in (low, high) if end is not None and math.isfinite(end)] or [0.0]
        least, greatest = min(known), max(known)
        slack = [max(share * greatest, precision) if approximate else 0.0 for share in (ABOUT, LOOSELY)]
        return cls(
            -math.inf if low is None else low, math.inf if high is None else high, precision, converted, fraction,
            least, greatest, *slack,
        )  # fmt: skip


def dimension(value: Quantity | Duration) -> str:
    """What a quantity measures; only equal dimensions can be compared ("" is a plain count)."""
    if isinstance(value, Duration):
        return "time"
    return "%" if is_share(value) else value.base_unit or value.unit


class Measure(NamedTuple):
    """All that decides how a quantity is judged: its unit, None for a time; itself, and converted to a base unit."""

    unit: str | None
    said: Interval | None
    converted: Interval | None


@lru_cache(maxsize=20_000)
def measure(value: Quantity | Duration) -> Measure:
    """A quantity as it is judged."""
    if isinstance(value, Duration):
        interval = Interval.of(value.low_days, value.high_days, value.approximate, 0.0)
        return Measure(None, interval, interval)
    return Measure(value.unit, _interval(value, False), _interval(value, True))


def _interval(value: Quantity, converted: bool) -> Interval | None:
    low, high = (value.base_low, value.base_high) if converted and value.base_unit else (value.low, value.high)
    if is_share(value):
        low, high = (None if end is None else 100 * end for end in (low, high))
        return Interval.of(low, high, value.approximate, 100 * value.precision, fraction=True)
    if low is None and high is not None and any("reach" in hedge for hedge in value.hedges):
        low = high  # "sometimes reaches ten thousand" states a value that was attained
    if not (converted and value.base_unit):
        return Interval.of(low, high, value.approximate, value.precision, converted)
    if value.base_unit == "kelvin":  # 10 % of a temperature is meant of its degrees, not of those above absolute zero
        low, high = (end - _FREEZING if end is not None else None for end in (low, high))
        return Interval.of(low, high, value.approximate, value.precision * _DEGREES.get(value.unit, 1.0), converted)
    scale = abs(high / value.high) if high and value.high else 1.0
    if value.low and low is not None and not (high and value.high):
        scale = abs(low / value.low)
    return Interval.of(low, high, value.approximate, value.precision * scale, converted)


def scale(value: Quantity | Duration) -> float:
    """How large a value is, in its base unit; 0 where nothing is said."""
    return max([abs(end) for end in comparable_ends(value) if end is not None], default=0.0)
