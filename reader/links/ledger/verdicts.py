"""Judge two values that are about the same thing: do they agree, can both hold, or do they differ, and why."""

from __future__ import annotations

import math
import re
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from reader.links.ledger.clock import judge_times
from reader.links.ledger.intervals import Interval, Measure, measure
from reader.links.values import Verdict
from reader.mentions import DateValue, Duration, Quantity

ROUNDED, ROUNDED_FROM = 0.05, 100
"""By how much at most a plain number of at least so much may be rounded, to the last digit it says."""
BEYOND, FAR = 2, 5
"""How many times a number may be another's open limit ("at least 12") before the two differ, and are of two things."""
TELLING, NEAR = 13, 0.9
"""A smaller number is too common for anyone to think two of them the same; what share of the other a near one is."""
SPECIFIC = 100
"""A number from which on the same number in two accounts of one event is hardly of two things of one sort."""
FEW = 10
_WHOLE = 0.5
"""Half a step of whole numbers: 60.7 may be written 61; of numbers up to `FEW` none is rounded unsaid."""
_CLOSE = 1e-9
_DAY_OF_A_YEAR, _LEAP_YEAR = re.compile(r"....-(\d\d)-(\d\d)"), 2000
_STRETCHES = {"day": (1,), "week": (7,), "month": range(28, 32), "season": range(89, 93), "year": (365, 366)}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on two values and its reason, worded so that {a} and {b} stand for the two sources."""

    verdict: Verdict
    reason: str


@lru_cache(maxsize=4096)
def judgement(verdict: Verdict, reason: str) -> Judgement:
    """A judgement that is given again and again."""
    return Judgement(verdict, reason)


def judge_values(a: object, b: object) -> Judgement | None:
    """The judgement on two quantities or two dates of one thing; None for anything else."""
    return judge(as_judged(a), as_judged(b))


def as_judged(value: object) -> Hashable:
    """All of a value that decides how it is judged: of a quantity its measure."""
    return measure(value) if isinstance(value, (Quantity, Duration)) else value


def judge(a: Hashable, b: Hashable) -> Judgement | None:
    """As `judge_values`, of what decides how the two are judged."""
    if isinstance(a, Measure) and isinstance(b, Measure):
        return _measures_judged(a, b)
    return judge_dates(a, b) if isinstance(a, DateValue) and isinstance(b, DateValue) else None


def near_values(a: object, b: object) -> bool:
    """Whether two values lie so close that they are hardly of different things; small ones never do."""
    (low, high), (other_low, other_high) = ends(a), ends(b)
    if math.isnan(low) or math.isnan(other_low):
        return False
    least, greatest = min(low, other_low), max(high, other_high)
    return least >= NEAR * greatest and greatest >= TELLING


def ends(value: object) -> tuple[float, float]:
    """The least and the greatest end of a number, without its sign; not a number where one is open, or for a date."""
    found = () if isinstance(value, DateValue) else (getattr(value, name, None) for name in ("low", "high"))
    known = [abs(end) for end in found if end]
    return (min(known), max(known)) if len(known) == 2 else (math.nan, math.nan)


def reach(value: object) -> tuple[float, float]:
    """Between which ends any value must reach that can agree with this one."""
    if isinstance(value, DateValue) and value.resolved:
        ends = [end for low, high, _ in _readings(value) for end in (low, high)]
        known = [end for end in ends if end is not None]
        return (min(known), max(known)) if len(known) == len(ends) else (-math.inf, math.inf)
    interval = measure(value).converted if isinstance(value, (Quantity, Duration)) else None
    if interval is None:
        return (-math.inf, math.inf)
    slack = 2 * (interval.about + interval.precision) + _CLOSE * abs(interval.low)
    return (interval.low - slack, interval.high + slack)


def _measures_judged(a: Measure, b: Measure) -> Judgement | None:
    one_unit = a.unit is None or b.unit is None or a.unit == b.unit
    left, right = (a.said, b.said) if one_unit else (a.converted, b.converted)
    if left is None or right is None:
        return None
    point, other_point = left.low == left.high, right.low == right.high
    if point and other_point:
        return _points(left, right)
    if (left.low, left.high) == (right.low, right.high):
        return judgement(
            "agree", "both give the same range" if math.isfinite(left.low + left.high) else "both give the same limit"
        )
    of_point, of_other = ("{a}", "{b}") if point else ("{b}", "{a}")
    if left.low - left.about <= right.high + right.about and right.low - right.about <= left.high + left.about:
        if _far_beyond(left, right, FAR):
            return None
        if (point or other_point) and max(left.low, right.low) >= TELLING and _far_beyond(left, right, BEYOND):
            return judgement("differ", f"{of_point}’s figure is far from {of_other}’s limit")
        return judgement("compatible", _overlap(left, right))
    if point or other_point:
        other = right if point else left
        what = "range" if math.isfinite(other.low + other.high) else "limit"
        return judgement("differ", f"{of_point}’s figure lies outside {of_other}’s {what}")
    return judgement("differ", "the ranges do not meet")


def _far_beyond(left: Interval, right: Interval, times: float) -> bool:
    """Whether one lies so far beyond the other's open limit that it hardly means the same ("at least 12", 4,000)."""
    return left.least > times * right.greatest or right.least > times * left.greatest


def _points(left: Interval, right: Interval) -> Judgement:
    gap, size = abs(left.low - right.low), max(left.greatest, right.greatest)
    if gap <= _CLOSE * max(size, 1.0):
        return judgement("agree", "the values are equal")
    if (left.converted or right.converted) and gap <= left.precision + right.precision:
        if left.fraction != right.fraction:
            return judgement("agree", "the percentage is what the fraction says")
        return judgement("agree", "the values are equal once converted to one unit")
    if gap <= max(left.about, right.about):
        return judgement("agree", "one value lies within what the other’s “about” allows")
    if gap <= max(left.loosely, right.loosely):
        return judgement("compatible", "the values are near enough for what is only approximate")
    fine, coarse = min(left.precision, right.precision), max(left.precision, right.precision)
    if size >= ROUNDED_FROM and gap <= min(coarse, ROUNDED * size):
        return judgement("compatible", "one value is the other rounded")
    whole = coarse <= _WHOLE or left.fraction or right.fraction
    if 0 < fine < coarse and whole and gap <= coarse + _CLOSE and size > FEW:  # 61 and 60.7, nine tenths and 92 %
        return judgement("compatible", "one value is the other rounded")
    return judgement("differ", "the values are not the same")


def _overlap(left: Interval, right: Interval) -> str:
    point = left.low == left.high
    if point or right.low == right.high:
        named, other = ("{a}", "{b}") if point else ("{b}", "{a}")
        ranged = right if point else left
        what = "range" if math.isfinite(ranged.low + ranged.high) else "limit"
        return f"{named}’s figure lies within {other}’s {what}"
    return "the ranges overlap"


def judge_dates(a: DateValue, b: DateValue) -> Judgement | None:
    """The judgement on two dates of one event; None when one of them cannot be placed."""
    if a.precision == b.precision == "time" and (times := judge_times(a, b)) is not None:
        return judgement(*times)
    if a.relative and b.relative and a.precision == b.precision == "interval" and a.iso != b.iso:
        return None  # "within two years", "the last ten years": stretches from one day overlap, whatever they are of
    left, right = _readings(a), _readings(b)
    if not a.resolved or not b.resolved or not (any(x[0] for x in left) and any(y[0] for y in right)):
        return _without_year(a, b)
    first = _one_reading(left[0], right[0])
    if len(left) == len(right) == 1 or first is None:
        return first
    if any((j := _one_reading(x, y)) and j.verdict != "differ" for x in left for y in right):
        return judgement("compatible", "one reading of the ambiguous date fits the other")
    return judgement("differ", "no reading of the ambiguous date fits the other")


_Reading = tuple[int | None, int | None, str]


@lru_cache(maxsize=20_000)
def _readings(value: DateValue) -> tuple[_Reading, ...]:
    slack = 3 if value.approximate and value.precision == "day" else 0
    ends = [(value.low, value.high, value.iso)] + [(r.low, r.high, r.iso) for r in value.alternatives]
    return tuple(
        (low.toordinal() - slack if low else None, high.toordinal() + slack if high else None, iso)
        for low, high, iso in ends
    )


def _one_reading(a: _Reading, b: _Reading) -> Judgement | None:
    (low, high, _), (other_low, other_high, _) = a, b
    if low is None or high is None or other_low is None or other_high is None:
        return None
    if (low, high) == (other_low, other_high):
        return judgement("agree", f"the same {_stretch(high - low + 1)}")
    if low <= other_high and other_low <= high:
        inside = (low <= other_low and other_high <= high) or (other_low <= low and high <= other_high)
        return judgement("compatible", "one date lies within the other" if inside else "the dates overlap")
    return judgement("differ", "the dates are not the same")


def _stretch(days: int) -> str:
    """What a date of so many days is."""
    return next((name for name, lengths in _STRETCHES.items() if days in lengths), "dates")


def _stretches_without_year(a: DateValue, b: DateValue) -> Judgement | None:
    """Compare stretches of a year that is not said ("mid-March") with each other or with a day of it."""
    readings = [_in_some_year(value.iso) for value in (a, b)]
    return _one_reading(*readings) if all(reading[0] for reading in readings) else None


def _in_some_year(iso: str) -> _Reading:
    """The days of "XXXX-03-11/XXXX-03-20" or "XXXX-03-14", in a leap year; none where no month or day is said."""
    ends = [_DAY_OF_A_YEAR.fullmatch(end) for end in iso.split("/")]
    if not all(ends):
        return (None, None, iso)
    low, *_, high = [date(_LEAP_YEAR, int(end[1]), int(end[2])).toordinal() for end in (ends[0], ends[-1]) if end]
    return (low, high, iso)


def _without_year(a: DateValue, b: DateValue) -> Judgement | None:
    """Compare what is said where a year is not: month and day ("XXXX-10-01"), or the weekday ("XXXX-WXX-4")."""
    left, right = (value.iso[5:] for value in (a, b))
    if "time" in (a.precision, b.precision):
        return None
    if "X" not in a.iso[:4] + b.iso[:4] or not left or not right:
        return None
    if "/" in a.iso + b.iso:
        return _stretches_without_year(a, b)
    weekday = "W" in left
    if weekday != ("W" in right) or (weekday and "X" not in left + right):
        return None
    shorter = min(len(left), len(right))
    if left[:shorter] != right[:shorter]:
        return judgement("differ", "the weekdays are not the same" if weekday else "the dates are not the same")
    if a.iso == b.iso:
        what = "month" if a.precision == "month" else "date" if a.precision != "day" else "day"
        return judgement("agree", "the same weekday" if weekday else f"the same {what}; the year is not said")
    return judgement("compatible", "the dates are the same as far as they are said")
