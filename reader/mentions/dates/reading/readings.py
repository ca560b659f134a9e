"""Turn a date expression that the grammar matched into an atom: calendar fields, a period, or words to be resolved."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from reader.mentions.dates.atoms import Atom
from reader.mentions.dates.calendar import HOLIDAYS, add_months, day_or_none, months_period
from reader.mentions.dates.reading.numeric import full_year
from reader.mentions.dates.relative import LookBack
from reader.mentions.items import Items

Match = re.Match[str]
Build = Callable[["Reader", Match], Atom | None]
_NEAR = 12
"""Items before a date that tell whether the sentence looks ahead."""


class Reader:
    """The items of one text and what is needed to read them: the publication date and the cues of the language."""

    def __init__(self, items: Items, codes: str, published: date | None, cues: dict[str, frozenset[str]]) -> None:
        self.items = items
        self.codes = codes
        self.published = published
        self.cues = cues

    def span(self, m: Match) -> tuple[int, int, int, int]:
        """(start, end, first item, last item) of a match."""
        a, b = m.span()
        return self.items[a].start, self.items[b - 1].end, a, b

    def word(self, at: int, name: str) -> bool:
        """Whether the item at `at` is one of the named words."""
        return 0 <= at < len(self.items) and self.items.low(at) in self.cues.get(name, ())

    def looks_ahead(self, at: int) -> bool:
        """Whether words of the same sentence shortly before item `at` speak of what is to come."""
        for place in range(at - 1, max(-1, at - _NEAR), -1):
            if self.codes[place] in ".\n":
                return False
            if self.word(place, "future"):
                return True
        return False

    def told_after(self, at: int) -> bool:
        """Whether the word that ends the clause behind item `at` is a verb of the past ("iki hafta içinde kaçtı")."""
        endings, last = tuple(self.cues["past_ending"]), ""
        for place in range(at, min(len(self.items), at + _NEAR) if endings else at):
            if self.codes[place] in ".,\n":
                break
            last = self.items.low(place)
        return last.endswith(endings) if last else False

    def told_before(self, at: int) -> bool:
        """Whether a verb of the past stands before item `at` in its clause ("он умер через три дня")."""
        endings = tuple(self.cues["past_before"])
        for place in range(at - 1, max(-1, at - _NEAR), -1) if endings else ():
            if self.codes[place] in ".,\n;":
                break
            if self.codes[place] == "x" and self.items.low(place).endswith(endings):
                return True
        return False

    def word_behind_article(self, token: int) -> str:
        return self.items.tokens.low(token + 1)

    def number(self, m: Match, name: str) -> int | None:
        at = m.start(name) if name in m.re.groupindex else -1
        return int(self.items[at].data.low) if at >= 0 else None

    def cue(self, name: str) -> bool:
        """Whether the language says "yes" to a peculiarity."""
        return "yes" in self.cues[name]

    def plural(self, m: Match, name: str) -> bool:
        """Whether an English word is a plural: "12 centuries" are no century."""
        item = self.items[m.start(name)]
        return item.low.endswith("ies")

    def data(self, m: Match, name: str) -> object:
        return self.items[m.start(name)].data

    def year(self, m: Match) -> int | None:
        value = self.number(m, "y")
        value = self.number(m, "y2") if value is None else value
        short = value is not None and (31 < value < 100 or (value < 100 and m.group().endswith(("-d", "-n"))))
        return full_year(value) if short and value is not None else value


def day_month(reader: Reader, m: Match) -> Atom | None:
    month = int(str(reader.data(m, "m")))
    day, last_day = reader.number(m, "d"), reader.number(m, "d2")
    counts = _counts(reader, m)
    year = None if counts else reader.year(m)
    at = m.start("m")
    if (at > m.start() and reader.items.low(at - 1) == "in") or _is_named(reader, m):
        return None  # "was third in May"
    if m.start("d") > at and _counts_in(reader, m):
        return None
    if (year is not None and year < 1000) or day is None or day_or_none(year or 2000, month, day) is None:
        return None
    if last_day is not None and (last_day <= day or day_or_none(year or 2000, month, last_day) is None):
        return None
    start, end, first, last = reader.span(m)
    if counts:
        last = m.end("m")
        end = reader.items[last - 1].end
    return Atom(start, end, first, last, year=year, month=month, day=day, last_day=last_day)


def _counts(reader: Reader, m: Match) -> bool:
    """Whether the number behind a month is no year in two figures but counts what follows ("On 3 May 40 people")."""
    at = m.start("y2") if "y2" in m.re.groupindex else -1
    if at < 0 or m.group().endswith(("-d", "-n")):
        return False
    digits = reader.items.number(at).digits
    return not (len(digits) == 2 and digits.isdecimal()) or reader.codes[at + 1 : at + 2] in ("x", "Q", "J")


def _counts_in(reader: Reader, m: Match) -> bool:
    """Whether the number behind a month alone counts what follows ("In March 12 houses burned")."""
    counting = reader.codes[m.end() : m.end() + 1] == "x" and not reader.word(m.end(), "stop")
    alone = "month_alone" if reader.cues["month_alone"] else "month_cue"
    return counting and m["y"] is None and reader.word(m.start() - 1, alone)


def _is_named(reader: Reader, m: Match) -> bool:
    """ "In May Twentieth Century Fox bought it": an ordinal in words with a capital, before another capital."""
    at = m.start("d")
    behind = at + 1 < len(reader.items) and reader.codes[at + 1] in "xU" and at > m.start("m")
    if not behind or reader.codes[at] != "o" or reader.items.low(at)[:1].isdecimal():
        return False
    texts, firsts = reader.items.tokens.texts, (reader.items[at].first, reader.items[at + 1].first)
    return all(texts[first][:1].isupper() for first in firsts)


def month(reader: Reader, m: Match) -> Atom | None:
    """A month, perhaps with its year; a month that is also a word needs a cue or a year."""
    month, year = int(str(reader.data(m, "m"))), reader.year(m)
    doubtful = reader.codes[m.start("m")] == "m" and not _month_cue(reader, m.start("m"))
    if year is None and (doubtful or reader.word(m.end(), "street")):  # March Street
        return None
    return Atom(*reader.span(m), year=year, month=month)


def _month_cue(reader: Reader, at: int) -> bool:
    if re.fullmatch("[-t][Mm]", reader.codes[at + 1 : at + 3]) or reader.word(at + 1, "month_behind"):
        return True  # "Nov-Feb", "May to July", "mart ayında"
    before = reader.items[at - 1] if at else None
    if before is None:
        return False
    if before.code in "t&-" and at > 1 and before.low not in reader.cues["ahead"]:
        return reader.items[at - 2].code in "Mmy"
    return before.low in reader.cues["month_cue"]


def year_alone(reader: Reader, m: Match) -> Atom | None:
    year = reader.year(m)
    if year is None or (m.groupdict().get("u") and reader.data(m, "u") != "year"):
        return None
    return Atom(*reader.span(m), year=year)


def part_of_period(reader: Reader, m: Match) -> Atom | None:
    """ "mid-November", "early 2016", "late October last year", "the end of the year"."""
    part = str(reader.data(m, "e"))
    groups = m.groupdict()
    if groups.get("m"):
        month = int(str(reader.data(m, "m")))
        if groups.get("l"):
            back = LookBack(reader.published, str(reader.data(m, "l")))
            year = back.year()
            return Atom(*reader.span(m), year=year, month=month, part=part, relative=True)
        return Atom(*reader.span(m), year=reader.year(m), month=month, part=part)
    if groups.get("y"):
        return Atom(*reader.span(m), year=reader.year(m), part=part)
    back = LookBack(reader.published, str(reader.data(m, "l")) if groups.get("l") else "this")
    unit = str(reader.data(m, "u"))
    return Atom(*reader.span(m), period=back.period(unit), part=part, relative=True, iso=back.iso(unit))


def next_day(reader: Reader, m: Match) -> Atom | None:
    """ "the following day", "the previous day": reckoned from a day the text has told before."""
    item = reader.items[m.start("l")]
    words = {"next": 1, "coming": 1, "following": 1, "previous": -1, "preceding": -1}
    said = item.low if item.low != "the" else reader.word_behind_article(item.first)
    step = words.get(said, 0)
    behind = reader.codes[m.end() : m.end() + 1]
    return Atom(*reader.span(m), iso=offset(step, "day"), relative=True) if step and behind != "f" else None


def week_of_month(reader: Reader, m: Match) -> Atom | None:
    """ "the first week of May 2013": seven days each, the last one to the end of the month."""
    count, month, year = reader.number(m, "o"), int(str(reader.data(m, "m"))), reader.year(m)
    if str(reader.data(m, "u")) != "week" or count is None or not 1 <= count <= 4:
        return None
    return Atom(*reader.span(m), year=year, month=month, day=7 * count - 6, last_day=7 * count, approximate=True)


def year_part(reader: Reader, m: Match) -> Atom | None:
    """ "2014 sonunda", where the part is said behind the year."""
    return (
        Atom(*reader.span(m), year=reader.year(m), part=str(reader.data(m, "e"))) if reader.cue("part_behind") else None
    )


def part_behind(reader: Reader, m: Match) -> Atom | None:
    """ "Kasım ortasında", where the part is said behind the month."""
    if not reader.cue("part_behind"):
        return None
    return Atom(*reader.span(m), month=int(str(reader.data(m, "m"))), part=str(reader.data(m, "e")))


def day_of_month(reader: Reader, m: Match) -> Atom | None:
    """ "the 3rd of next month"."""
    if str(reader.data(m, "u")) != "month" or reader.published is None:
        return None
    step = {"last": -1, "next": 1}.get(str(reader.data(m, "l")), 0)
    year, month = add_months(reader.published.year, reader.published.month, step)
    return Atom(*reader.span(m), year=year, month=month, day=reader.number(m, "d"), relative=True)


def month_of(reader: Reader, m: Match) -> Atom | None:
    """ "October last year", "last November", "next May"."""
    month = int(str(reader.data(m, "m")))
    back = LookBack(reader.published, str(reader.data(m, "l")))
    if m.groupdict().get("u"):
        if str(reader.data(m, "u")) != "year":
            return None
        return Atom(*reader.span(m), year=back.year(), month=month, day=reader.number(m, "d"), relative=True)
    year = back.month_year(month)
    return Atom(*reader.span(m), year=year, month=month, day=reader.number(m, "d"), relative=True)


def season(reader: Reader, m: Match) -> Atom | None:
    """ "Spring 2014", "last summer"; "1813 baharında" where parts are said behind, but not "the 1994 winter games"."""
    season = str(reader.data(m, "s"))
    if m.start("s") > m.start() and m.group()[0] == "y" and not reader.cue("part_behind"):
        return None
    if m.groupdict().get("l"):
        year = LookBack(reader.published, str(reader.data(m, "l"))).season_year(season)
        return Atom(*reader.span(m), year=year, season=season, relative=True)
    return Atom(*reader.span(m), year=reader.year(m), season=season)


def winter(reader: Reader, m: Match) -> Atom | None:
    """ "the winter of 1916-17": the year it ends in is the next."""
    year, ends = reader.year(m), reader.number(m, "n")
    if year is None or ends is None or reader.data(m, "s") != "winter" or ends not in ((year + 1) % 100, year + 1):
        return None
    return Atom(*reader.span(m), year=year, season="winter")


def quarter(reader: Reader, m: Match) -> Atom | None:
    """ "the third quarter of 2016", "the first half of this year", "the third month of 2021"."""
    count, unit = reader.number(m, "o"), str(reader.data(m, "u"))
    months = {"quarter": 3, "half": 6, "month": 1}.get(unit, 0)
    if count is None or not months or not 1 <= count <= 12 // months:
        return None
    year = reader.year(m)
    relative = year is None
    if relative:
        word = str(reader.data(m, "l")) if m.groupdict().get("l") else "this"
        year = LookBack(reader.published, word).year()
    if year is None:
        return Atom(*reader.span(m), iso=f"XXXX-{unit[0].upper()}{count}", relative=True)
    return Atom(*reader.span(m), period=months_period(year, (count - 1) * months + 1, months), relative=relative)


def holiday(reader: Reader, m: Match) -> Atom | None:
    month, day = HOLIDAYS[str(reader.data(m, "h"))]
    return Atom(*reader.span(m), year=reader.year(m), month=month, day=day)


def days_in_month(reader: Reader, m: Match) -> Atom | None:
    """ "from 4-23 in next month", "nächsten Monat vom 4. bis zum 23."."""
    if str(reader.data(m, "u")) != "month" or reader.published is None:
        return None
    step = {"last": -1, "next": 1}.get(str(reader.data(m, "l")), 0)
    year, month = add_months(reader.published.year, reader.published.month, step)
    return Atom(
        *reader.span(m),
        year=year,
        month=month,
        day=reader.number(m, "d"),
        last_day=reader.number(m, "d2"),
        relative=True,
    )


def offset(count: float, unit: str) -> str:
    """So many units later, or earlier, as an ISO 8601 duration with a sign."""
    letter = {"day": "D", "night": "D", "week": "W", "month": "M", "year": "Y"}.get(unit)
    scale = {"decade": 10, "quarter": 3, "fortnight": 2, "century": 100}.get(unit, 1)
    letter = letter or {"decade": "Y", "quarter": "M", "fortnight": "W", "century": "Y"}.get(unit, "D")
    return f"{'-' if count < 0 else ''}P{abs(count) * scale:g}{letter}"
