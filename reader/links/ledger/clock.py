"""Judge two times of day: the same, near enough for what is only about, or not the same."""

from __future__ import annotations

from functools import lru_cache

from reader.links.values import Verdict
from reader.mentions import DateValue

NEAR, ABOUT = 10, 15
"""Minutes within which what is said to be about a time is that time, and within which it may be."""
_HALF_A_DAY = 12 * 60
_DAY = 2 * _HALF_A_DAY


def minutes(value: DateValue) -> int | None:
    """Minutes since midnight of a time ("T18:15"); None for what is none."""
    return _minutes(value.iso) if value.precision == "time" else None


@lru_cache(maxsize=2048)
def _minutes(iso: str) -> int | None:
    hour, _, minute = iso.removeprefix("T").partition(":")
    return 60 * int(hour) + int(minute) if hour.isdigit() and minute.isdigit() else None


def judge_times(a: DateValue, b: DateValue) -> tuple[Verdict, str] | None:
    """The verdict on two times of day and its reason; None where they may be one time on a clock of twelve hours."""
    one, other = minutes(a), minutes(b)
    if one is None or other is None:
        return None
    gap = abs(one - other) % _DAY
    gap = min(gap, _DAY - gap)
    if not gap:
        return "agree", "the same time of day"
    about = a.approximate or b.approximate
    if about and gap <= NEAR:
        return "agree", "one time lies within what the other’s “about” allows"
    if about and gap <= ABOUT:
        return "compatible", "the times are near enough for what is only approximate"
    return None if gap == _HALF_A_DAY else ("differ", "the times are not the same")
