"""Numbers that are stretches of time, though their own words do not say so."""

from __future__ import annotations

from reader.mentions import Duration, Quantity


def in_time(value: Quantity, unit: str, days: float) -> Duration:
    """A plain number as so many of a unit of time, which is so many days long."""
    low, high = (None if end is None else end * days for end in (value.low, value.high))
    return Duration(value.low, value.high, unit, value.approximate, value.bound, low, high)
