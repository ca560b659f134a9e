"""Read a weekday with the number of its day and no month: el lunes 14, lundi 14, Monday 14."""

from __future__ import annotations

from datetime import date, timedelta

from reader.mentions.dates.atoms import Atom
from reader.mentions.dates.readings import Match, Reader

_FAR = 45
"""Days before or after publication among which the day is looked for."""


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
