"""One date expression as the grammar read it, before its year is supplied and neighbours are joined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from reader.mentions.dates.calendar import (
    Period,
    day_or_none,
    iso_of,
    month_period,
    nearest_year,
    part_of,
    season_period,
    shifted,
    year_period,
)
from reader.mentions.values import DatePrecision, DateReading, DateValue


@dataclass(slots=True)
class Atom:
    """Items `[first, last)`, code points `[start, end)`; either calendar fields, or a `period`, or an `offset` text.

    `last_day` closes "12-15 August"; `part` is early, mid or late; `readings` are other (year, month, day) of an
    ambiguous numeric date; `shift` moves it ("3 days after …"); `iso` serves when nothing can be
    resolved ("-P3D", "XXXX-WXX-4"); `lasting`: the shift is the length of an interval that begins there.
    """

    start: int
    end: int
    first: int = -1
    last: int = -1
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    season: str = ""
    part: str = ""
    period: Period | None = None
    iso: str = ""
    relative: bool = False
    approximate: bool = False
    readings: tuple[tuple[int | None, int, int], ...] = ()
    time: bool = False
    shift: tuple[float, str] | None = None
    lasting: bool = False


def value_of(atom: Atom, published: date | None, *, future: bool) -> DateValue | None:
    """The value of an atom; None where its fields make no date."""
    if atom.shift is None:
        return _unmoved(atom, published, future=future)
    value = _unmoved(replace(atom, shift=None), published, future=future)
    if value is None or value.low is None or value.high is None:
        return None if value is None else replace(value, iso="XXXX")
    count, unit = atom.shift
    there = shifted(value.low if count < 0 or atom.lasting else value.high, count, unit)
    if there is None:
        return None
    if atom.lasting:
        return DateValue(value.low, there, iso_of(Period(value.low, there)), "interval", relative=value.relative)
    return DateValue(there, there, there.isoformat(), relative=value.relative)


def _unmoved(atom: Atom, published: date | None, *, future: bool) -> DateValue | None:
    if atom.time:
        return DateValue(None, None, atom.iso, "time", atom.approximate, resolved=False)
    if atom.period is not None:
        period = part_of(atom.period, atom.part) if atom.part else atom.period
        return _resolved(atom, period)
    if atom.month is None and atom.year is None and not atom.season:
        return DateValue(None, None, atom.iso, relative=True, resolved=False, precision=_precision(atom.iso))
    relative = atom.year is None
    year = atom.year if atom.year is not None else _year(atom, published, future=future)
    if year is None:
        return _yearless(atom)
    found = fields_period(atom, year)
    if found is None:
        return None
    alternatives = tuple(filter(None, (_reading(r, published, future=future) for r in atom.readings)))
    value = _resolved(atom, found)
    return DateValue(
        value.low,
        value.high,
        value.iso,
        value.precision,
        value.approximate,
        relative or atom.relative,
        True,
        alternatives,
    )


def fields_period(atom: Atom, year: int) -> Period | None:
    """The days of the calendar fields in a given year."""
    if atom.season:
        found = season_period(year, atom.season)
    elif atom.month is None:
        found = year_period(year)
    elif atom.day is None:
        found = month_period(year, atom.month)
    else:
        low = day_or_none(year, atom.month, atom.day)
        high = day_or_none(year, atom.month, atom.last_day or atom.day)
        found = Period(low, high, "day" if low == high else "interval") if low and high and low <= high else None
    return part_of(found, atom.part) if found is not None and atom.part else found


def _precision(iso: str) -> DatePrecision:
    precisions: dict[str, DatePrecision] = {"W": "week", "M": "month", "Y": "year"}
    return precisions.get(iso[-1:], "day")


def _year(atom: Atom, published: date | None, *, future: bool) -> int | None:
    if published is None:
        return None
    if atom.season:
        return published.year
    return nearest_year(atom.month or 1, atom.day or 1, published, future=future)


def _yearless(atom: Atom) -> DateValue | None:
    if atom.month is None:
        return DateValue(None, None, atom.iso or "XXXX", "season", True, True, False)
    # a leap year, so that 29 February may stand
    if fields_period(atom, 2000) is None:
        return None
    iso = f"XXXX-{atom.month:02}" + (f"-{atom.day:02}" if atom.day else "")
    if atom.last_day:
        iso += f"/XXXX-{atom.month:02}-{atom.last_day:02}"
    if atom.part:
        days = fields_period(atom, 2001)
        iso = f"{iso}-{days.low.day:02}/{iso}-{days.high.day:02}" if days and not atom.day else iso
    precision = "interval" if "/" in iso else "day" if atom.day else "month"
    return DateValue(None, None, iso, precision, bool(atom.part), resolved=False)  # type: ignore[arg-type]


def _resolved(atom: Atom, period: Period) -> DateValue:
    precision = "interval" if atom.part else period.precision
    approximate = atom.approximate or bool(atom.part)
    return DateValue(period.low, period.high, iso_of(period), precision, approximate, atom.relative)


def _reading(fields: tuple[int | None, int, int], published: date | None, *, future: bool) -> DateReading | None:
    year, month, day = fields
    if year is None:
        year = nearest_year(month, day, published, future=future) if published else None
    if year is None:
        return DateReading(None, None, f"XXXX-{month:02}-{day:02}")
    found = day_or_none(year, month, day)
    return None if found is None else DateReading(found, found, found.isoformat())
