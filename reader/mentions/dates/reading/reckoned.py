"""Read what is reckoned from the day of publication: last week, the last three years, two years ago, in a month."""

from __future__ import annotations

from reader.mentions.dates.atoms import Atom
from reader.mentions.dates.calendar import Period, add_months, months_period, shifted
from reader.mentions.dates.reading.readings import Match, Reader, offset
from reader.mentions.dates.relative import LookBack

_CALENDAR = ("day", "night", "week", "fortnight", "month", "quarter", "year", "decade", "century")


_BEFORE = {
    "day_before": "-P1D",
    "day_after": "P1D",
    "week_before": "-P1W",
    "month_before": "-P1M",
    "year_before": "-P1Y",
}
""" "La veille", "im Vormonat": reckoned from what was told before."""
_SINGULAR = frozenset({"day", "night", "week", "month", "quarter", "year", "decade", "century"})


def last_unit(reader: Reader, m: Match) -> Atom | None:
    """ "last week", "this year", "the last three years", "the last four months of 2021"."""
    back = LookBack(reader.published, str(reader.data(m, "l")))
    unit = str(reader.data(m, "u"))
    said = reader.number(m, "n")
    count = said or {"2": 2, "fortnight": 1}.get(m["u"] if m["u"] == "2" else unit)  # no calendar has fortnights
    year = reader.year(m)
    if unit in ("hour", "minute", "second", "millisecond") or (unit == "night" and not count):
        return None
    if said and said > 1 and m.start("n") < m.start("l") and reader.items[m.start("u")].low in _SINGULAR:
        return None  # "he turned 60 last month"
    if year is not None:
        months = {"month": 1, "quarter": 3}.get(unit, 0) * (count or 1)
        if not 0 < months <= 12:
            return None
        first = 1 if str(reader.data(m, "l")) != "last" else 13 - months
        return Atom(*reader.span(m), period=months_period(year, first, months))
    if unit == "day" and count is None and back.step > 0:  # "am nächsten Tag": reckoned from what was told before
        return Atom(*reader.span(m), iso=offset(1, unit), relative=True)
    iso = back.iso(unit, count or 1)
    if count is not None:  # the days up to that of publication, or on from it
        iso = f"{iso}/P0D" if back.step < 0 else f"P0D/{iso}"
    period = back.stretch(count, unit) if count is not None else back.period(unit)
    return Atom(*reader.span(m), period=period, iso=iso, relative=True, approximate=False)


def today(reader: Reader, m: Match) -> Atom | None:
    """ "Today", "the day before yesterday", "the day before", "this time last year"."""
    word = str(reader.data(m, "t"))
    if word in _BEFORE:
        before = reader.codes[m.end() : m.end() + 1] == "f"  # "la veille de Noël"
        return None if before else Atom(*reader.span(m), iso=_BEFORE[word], relative=True)
    if word == "year_back":
        back = LookBack(reader.published, "")
        return Atom(*reader.span(m), period=back.ago(-1, "year"), iso=offset(-1, "year"), relative=True)
    if word in ("last_year", "this_year"):  # "торік"
        back = LookBack(reader.published, word.removesuffix("_year"))
        return Atom(*reader.span(m), period=back.period("year"), iso=back.iso("year"), relative=True)
    days = {"today": 0, "now": 0, "yesterday": -1, "tomorrow": 1, "day_before_yesterday": -2}.get(word, 2)
    if word == "tomorrow" and reader.word(m.start() - 1, "morning_before"):
        return None  # "por la mañana"
    back = LookBack(reader.published, "")
    return Atom(*reader.span(m), period=back.day(days), iso=offset(days, "day"), relative=True)


def months_to(reader: Reader, m: Match) -> Atom | None:
    """ "The three months to September", "the year ended March 2016": whole months up to that one."""
    unit, count = str(reader.data(m, "u")), reader.number(m, "n") if m["n"] else 1
    months = {"month": 1, "quarter": 3, "year": 12}.get(unit, 0) * (count or 0)
    last, year = int(str(reader.data(m, "m"))), reader.year(m)
    if not 0 < months <= 24 or reader.items.low(m.start("t")) not in ("to", "ended", "ending"):
        return None
    relative = year is None
    if year is None and reader.published is not None:
        year = reader.published.year - (last > reader.published.month)
    days = months_period(*add_months(year, last, 1 - months), months) if year is not None else None
    return Atom(*reader.span(m), period=Period(days.low, days.high), relative=relative) if days is not None else None


_HALVES = ("semestre", "halbjahr", "полуг", "півріч", "halfjaar")


def half_year(reader: Reader, m: Match) -> Atom | None:
    """ "За первое полугодие": half of this year where the word can be of nothing else."""
    count, year = reader.number(m, "o"), LookBack(reader.published, "this").year()
    if count not in (1, 2) or year is None or not reader.items.low(m.start("u")).startswith(_HALVES):
        return None
    return Atom(*reader.span(m), period=months_period(year, 6 * count - 5, 6), relative=True)


def ago(reader: Reader, m: Match) -> Atom | None:
    """ "two years ago", "three days earlier"; only "ago" reckons from the day of publication."""
    count = reader.number(m, "n") if m.groupdict().get("n") else 1 + (m["u"] == "2")
    unit, word = str(reader.data(m, "u")), str(reader.data(m, "a"))
    if unit not in _CALENDAR or count is None or (word != "ago" and m.start("a") < m.start("u")):
        return None
    if word == "hence" and reader.told_after(m.end()):
        return None
    sign = 1 if word in ("later", "hence") else -1
    back = LookBack(reader.published if word in ("ago", "hence") else None, "")
    iso = offset(sign * count, unit)
    return Atom(*reader.span(m), period=back.ago(sign * count, unit), iso=iso, relative=True, approximate=unit != "day")


def within(reader: Reader, m: Match) -> Atom | None:
    """ "within two weeks": the days from publication on; "will return in two weeks", "dans un mois": that day."""
    word, unit, published = str(reader.data(m, "i")), str(reader.data(m, "u")), reader.published
    count = reader.number(m, "n") if reader.codes[m.start("n")] != "q" else 1
    if unit not in _CALENDAR or count is None or published is None:
        return None
    there = shifted(published, count, unit)
    if there is None or (m["l"] and (word != "within" or reader.data(m, "l") == "last")):
        return None  # "in den letzten drei Jahren"
    if word == "within" and (m["l"] or reader.looks_ahead(m.start())):
        return Atom(*reader.span(m), period=Period(published, there), relative=True)
    if word == "hence_before" and reader.told_before(m.start()):
        return Atom(*reader.span(m), iso=offset(count, unit), relative=True, approximate=unit != "day")
    if word != "hence_before" and not (reader.word(m.start("i"), "in") and reader.looks_ahead(m.start())):
        return None
    return Atom(*reader.span(m), period=Period(there, there, "day"), relative=True, approximate=unit != "day")


def first_units(reader: Reader, m: Match) -> Atom | None:
    """ "the first six months of 2016", "les trois premiers trimestres de l'année"."""
    turned = m.groupdict().get("o2") is not None
    order, count = (reader.number(m, name + "2" * turned) for name in ("o", "n"))
    months = {"month": 1, "quarter": 3}.get(str(reader.data(m, "u")), 0) * (count or 0)
    if order != 1 or not 1 < months <= 12 or (count or 0) < 2:
        return None
    year = reader.year(m)
    relative = year is None
    if relative:
        year = LookBack(reader.published, str(reader.data(m, "l")) if m.groupdict().get("l") else "this").year()
    if year is None:
        return Atom(*reader.span(m), iso=f"XXXX-01/XXXX-{months:02}", relative=True)
    return Atom(*reader.span(m), period=months_period(year, 1, months), relative=relative)
