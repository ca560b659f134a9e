"""Read days without a month: Thursday, last weekend, el lunes 14, on the 16th."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from reader.mentions.dates.atoms import Atom
from reader.mentions.dates.calendar import Period, add_months, day_or_none, shifted
from reader.mentions.dates.reading.readings import Match, Reader
from reader.mentions.dates.relative import LookBack

_SOME_MONTH, _NEAR, _FEW, _FAR_BACK = "XXXX-XX-", 8, 4, 400
_FAR = 45
"""Days before or after publication among which the day is looked for."""


def weekday(reader: Reader, m: Match) -> Atom | None:
    """ "Thursday", "last Friday", "next Tuesday"; resolved when the sentence is known, see `dates.find_dates`."""
    number = int(str(reader.data(m, "w")))
    word = str(reader.data(m, "l")) if m.groupdict().get("l") else ""
    back = LookBack(reader.published, word)
    iso = f"XXXX-WXX-{number + 1}"
    return Atom(*reader.span(m), period=back.weekday(number), iso=iso, relative=True)


def weekend(reader: Reader, m: Match) -> Atom | None:
    """ "last weekend", "next weekend"; "the weekend" is the last one unless the sentence looks ahead."""
    said = str(reader.data(m, "l")) if m.groupdict().get("l") else ""
    back = LookBack(reader.published, said or ("this" if reader.looks_ahead(m.start()) else "last"))
    week = back.period("week")
    days = Period(shifted(week.high, -1, "day") or week.low, week.high) if week is not None else None
    return Atom(*reader.span(m), period=days, iso=f"{back.iso('week')}-WE", relative=True)


def numbered_weekday(reader: Reader, m: Match) -> Atom | None:
    """The nearest such day, before publication unless the sentence looks ahead; None where it may be a count."""
    weekday, day = int(str(reader.data(m, "w"))), reader.number(m, "d")
    behind = m.end()
    counts = behind < len(reader.items) and reader.codes[behind] == "x" and not reader.word(behind, "stop")
    if counts or day is None:  # "on Monday 14 people came"
        return None
    found = _nearest(reader.published, weekday, day, ahead=reader.looks_ahead(m.start()))
    if found is None:
        return None
    return Atom(*reader.span(m), year=found.year, month=found.month, day=found.day, relative=True)


def _nearest(published: date | None, weekday: int, day: int, *, ahead: bool) -> date | None:
    if published is None or not date.min + timedelta(_FAR) < published < date.max - timedelta(_FAR):
        return None
    for step in (1, -1) if ahead else (-1, 1):
        for days in range(_FAR):
            there = published + timedelta(step * days)
            if there.day == day and there.weekday() == weekday:
                return there
    return None


def day_alone(reader: Reader, m: Match) -> Atom | None:
    """ "On the 16th": a day of the month that was told before, see `in_its_month`; no hole of a golf course."""
    at, day = m.start(), reader.number(m, "d")
    if not reader.word(at - 1, "day_alone") or day is None or not reader.items.low(at + 1)[:1].isdecimal():
        return None
    noun = reader.codes[m.end() : m.end() + 1] == "x" and not reader.word(m.end(), "stop")
    if noun or any(reader.word(place, "hole") for place in range(max(0, at - _NEAR), at)):
        return None
    return Atom(*reader.span(m), day=day, iso=f"{_SOME_MONTH}{day:02}", relative=True)


def in_its_month(atom: Atom, before: Sequence[Atom], published: date | None, *, ahead: bool) -> Atom:
    """The day of a month in that of the last day or month told, the next one where the sentence goes on to it."""
    if not atom.iso.startswith(_SOME_MONTH) or atom.day is None:
        return atom
    told = next((one for one in reversed(before[-_FEW:]) if one.month is not None), None)
    if told is not None and told.month is not None and atom.start - told.end < _FAR_BACK:
        if told.year is None or atom.day >= (told.day or 1):
            return replace(atom, year=told.year, month=told.month)
        year, month = add_months(told.year, told.month, 1)
        return replace(atom, year=year, month=month)
    if published is None:
        return atom
    step = (atom.day < published.day) if ahead else -(atom.day > published.day)
    year, month = add_months(published.year, published.month, step)
    return replace(atom, year=year, month=month) if day_or_none(year, month, atom.day) else atom
