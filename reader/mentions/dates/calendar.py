"""Reckon with days, weeks, months, quarters, seasons, years, decades and centuries as intervals of whole days."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from reader.mentions.values import DatePrecision

# northern seasons; winter ends in the following year
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
HOLIDAYS = {
    "new-year": (1, 1), "new-year-eve": (12, 31), "christmas": (12, 25), "christmas-eve": (12, 24),
    "valentine": (2, 14), "patrick": (3, 17), "halloween": (10, 31), "independence": (7, 4),
}  # fmt: skip
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
DAYS_IN = {"day": 1, "night": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Period:
    """Days `low` to `high`, both included, and how precisely they are meant."""

    low: date
    high: date
    precision: DatePrecision = "interval"


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_period(year: int, month: int) -> Period | None:
    """A whole month; None outside the years 1 to 9999."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12:
        return None
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def year_period(year: int, years: int = 1) -> Period | None:
    """`years` whole years from the first of January of `year`."""
    if not year >= 1 or year + years - 1 > 9999:
        return None
    precision: DatePrecision = {1: "year", 10: "decade", 100: "century"}.get(years, "interval")  # type: ignore[assignment]
    return Period(date(year, 1, 1), date(year + years - 1, 12, 31), precision)


def months_period(year: int, month: int, months: int) -> Period | None:
    """`months` whole months from the first of `month`."""
    last = add_months(year, month, months - 1)
    first, end = month_period(year, month), month_period(*last)
    if first is None or end is None:
        return None
    return Period(first.low, end.high, {3: "quarter", 1: "month", 12: "year"}.get(months, "interval"))  # type: ignore[arg-type]


def season_period(year: int, season: str) -> Period | None:
    """A northern season; the winter of a year begins in its December."""
    found = months_period(year, SEASONS[season], 3)
    return None if found is None else Period(found.low, found.high, "season")


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month `months` later (or earlier)."""
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def shifted(day: date, count: float, unit: str) -> date | None:
    """The day `count` units later; at the month's end where the month is shorter; None outside the calendar."""
    try:
        if unit in DAYS_IN:
            return day + timedelta(days=round(count * DAYS_IN[unit]))
        if unit not in MONTHS_IN:
            return day + timedelta(days=int(count / 24)) if unit == "hour" else day
        year, month = add_months(day.year, day.month, round(count * MONTHS_IN[unit]))
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None


def around(day: date, unit: str) -> Period | None:
    """The calendar day, week (from Monday), month, quarter, year, decade or century that holds `day`."""
    if unit in ("day", "night"):
        return Period(day, day, "day")
    if unit in ("week", "fortnight"):
        monday = shifted(day, -day.weekday(), "day")
        sunday = shifted(day, 6 - day.weekday(), "day")
        return Period(monday, sunday, "week") if monday and sunday else None
    if unit == "month":
        return month_period(day.year, day.month)
    if unit == "quarter":
        return months_period(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    if unit == "half":
        return months_period(day.year, 1 if day.month < 7 else 7, 6)
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    return None if years is None else year_period(max(1, day.year // years * years), years)


def part_of(period: Period, part: str) -> Period:
    """The early, middle or late third of a period: days 1-10, 11-20, 21-end of a month; four months of a year."""
    if period.precision == "month":
        first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, period.high.day)}[part]
        return Period(period.low.replace(day=first), period.low.replace(day=last))
    if period.precision == "year":
        first = {"early": 1, "mid": 5, "late": 9}[part]
        return months_period(period.low.year, first, 4) or period
    years = period.high.year - period.low.year + 1
    if years >= 10:  # early 1970 to 1973, mid to 1976, late to 1979
        early, late = (years + 2) // 3, years - years // 3
        first, last = {"early": (0, early), "mid": (early, late), "late": (late, years)}[part]
        return year_period(period.low.year + first, last - first) or period
    days = (period.high - period.low).days + 1
    third = days // 3
    if third == 0:
        return period
    if part == "early":
        return Period(period.low, period.low + timedelta(days=third - 1))
    if part == "late":
        return Period(period.high - timedelta(days=third - 1), period.high)
    return Period(period.low + timedelta(days=third), period.high - timedelta(days=third))


def nearest_year(month: int, day: int, published: date, *, future: bool) -> int:
    """The year a reader of that day would supply: the last time it came, or the next where the sentence looks ahead."""
    here = (published.month, published.day)
    if (month, day) == here:
        return published.year
    if future:
        return published.year + ((month, day) < here)
    if (month, day) < here:
        return published.year
    # a day in the next few weeks is more likely an announcement than almost a year old
    ahead = day_or_none(published.year, month, min(day, 28))
    soon = ahead is not None and (ahead - published).days <= 30
    return published.year if soon else published.year - 1


def iso_of(period: Period) -> str:
    """ISO 8601, as short as the precision allows; `a/b` for intervals."""
    low, high = period.low, period.high
    if period.precision == "day" or low == high:
        return low.isoformat()
    if period.precision == "month":
        return low.isoformat()[:7]
    if period.precision == "year":
        return low.isoformat()[:4]
    if low.day == 1 and high.day == monthrange(high.year, high.month)[1]:
        if low.month == 1 and high.month == 12:
            return f"{low.year:04}/{high.year:04}"
        return f"{low.isoformat()[:7]}/{high.isoformat()[:7]}"
    return f"{low.isoformat()}/{high.isoformat()}"
