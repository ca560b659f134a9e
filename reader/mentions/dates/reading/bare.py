"""Read units of time that bear no number or article: a principios de año, yıl sonunda, месяц назад, قبل عام."""

from __future__ import annotations

from reader.mentions.dates.atoms import Atom
from reader.mentions.dates.calendar import Period, shifted
from reader.mentions.dates.reading.readings import Match, Reader, offset
from reader.mentions.dates.relative import LookBack

_LONG = ("week", "month", "quarter", "year", "decade", "century")


def part_of_bare(reader: Reader, m: Match) -> Atom | None:
    """ "en début d'année", "в начале года": of the one that holds the day of publication; "yıl sonunda" behind it."""
    unit, part = str(reader.data(m, "u")), str(reader.data(m, "e"))
    behind = m.start("u") < m.start("e")
    if unit not in _LONG or not reader.cue("part_behind" if behind else "bare_unit"):
        return None
    back = LookBack(reader.published, "this")
    return Atom(*reader.span(m), period=back.period(unit), part=part, relative=True, iso=back.iso(unit))


def ago_bare(reader: Reader, m: Match) -> Atom | None:
    """ "месяц назад", "قبل شهر", where a language has no article for one."""
    unit = str(reader.data(m, "u"))
    if unit not in _LONG or reader.data(m, "a") != "ago" or not reader.cue("one_unsaid"):
        return None
    if m.start("a") < m.start("u") and reader.codes[m.end() : m.end() + 1] in ("f", "N", "y", "O"):
        return None  # "قبل شهر من": a month before something
    back = LookBack(reader.published, "")
    return Atom(*reader.span(m), period=back.ago(-1, unit), iso=offset(-1, unit), relative=True, approximate=True)


def within_bare(reader: Reader, m: Match) -> Atom | None:
    """ "через месяц": the day one such unit after publication."""
    unit, published = str(reader.data(m, "u")), reader.published
    if unit not in _LONG or reader.data(m, "i") != "hence_before" or not reader.cue("one_unsaid") or published is None:
        return None
    there = shifted(published, 1, unit)
    if there is None or reader.codes[m.end() : m.end() + 1] == ">":
        return None
    return Atom(*reader.span(m), period=Period(there, there, "day"), relative=True, approximate=True)
