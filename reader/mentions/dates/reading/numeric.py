"""Read dates written in digits: 2016-11-24, 24/11/2016, 03.04.16, 2014-15, the 1990s, Q3 2018, 7:30 p.m."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reader.mentions.dates.atoms import Atom
from reader.mentions.dates.calendar import Period, day_or_none, months_period
from reader.mentions.dates.reading.clock import TOLD_HOURS, about, worded_times
from reader.mentions.dates.reading.eras import decades, named_eras, roman_centuries
from reader.mentions.words.vocabulary import Vocabulary

_ISO = re.compile(r"(?<!\d)(\d{4})([-/.\u2010\u2011])(\d{1,2})\2(\d{1,2})(?!\d)(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?")
_SPACED = re.compile(r"(?<![\d.,])((?:19|20)\d\d) (0?[1-9]|1[0-2]) (0?[1-9]|[12]\d|3[01])(?!\d|[.,]\d)")
_PACKED = re.compile(r"(?<![\dA-Za-z])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_DMY = re.compile(r"(?<![\d/.\-])(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d]|[-/]\d)")
_DM = re.compile(r"(?<![\d/.,:$€£\-])(\d{1,2})([/.])(\d{1,2})(?![\d/]|[.,]\d|\s?%)")
_SLASHED = re.compile(r"(?<![\d/.\-])(\d{1,2})/(\d{1,2})\s?[-–]\s?(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_CJK = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号號])?)?|(\d{1,2})月(\d{1,2})[日号號]")
_YEARS = re.compile(r"(?<![\d.,/\-])(1[5-9]\d\d|20\d\d)[-–/](\d{2})(?![\d/\-]|[.,]\d)")
_QUARTER = re.compile(
    r"\b(?:(?P<y1>(?:19|20)\d\d)[ -]?)?(?P<kind>[qh])(?P<n>[1-4])\b(?:[ ,-]*(?:of |in )?(?P<y2>(?:19|20)\d\d))?", re.I
)
_CLOCK = re.compile(
    r"(?<![\d:.])([01]?\d|2[0-3])(?:[:.]([0-5]\d))?(?::[0-5]\d)?\s?(a\.m\.?|p\.m\.?|am|pm)(?!\w)|"
    r"(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:]|\.\d|[-–]\d{1,3}(?![\d:.]))|(?<![\d:.])([01]?\d|2[0-3])h([0-5]\d)?(?!\w)|"
    r"(?<![\d:.,])([01]?\d|2[0-3])([0-5]\d)?(?= ?(?:GMT|UTC|CES?T|MSK)\b)|"
    r"(?<![\d:.,])(0\d|(?<=\bat )(?:1\d|2[0-3]))([0-5]\d) ?(?:hours|hrs)\b",
    re.I,
)
# With a point or blanks between only where a word says so: 20.45 Uhr, saat 20.30, alle 9.30, à 18 h 30.
_TOLD = {
    "de": re.compile(r"([01]?\d|2[0-4])(?:\.([0-5]\d))? Uhr\b"),
    "nl": re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d) uur\b"),
    "fr": re.compile(r"([01]?\d|2[0-3]) ?h(?:eures)? ([0-5]\d)\b(?! ?%)"),
    "pt": re.compile(r"([01]?\d|2[0-3]) ?h(?:oras)? ([0-5]\d)\b(?! ?%)"),
    "tr": re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)(?= (?:sıra|su)lar(?:ında|ı)\b)"),
}
_BEFORE = {
    "it": ("alle ", "ore ", "le ", "dalle "),
    "tr": ("saat ", "saati ", "gece ", "sabah ", "akşam "),
    "de": ("um ",),
    "nl": ("om ",),
    "es": ("las ",),
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_STAMPED = re.compile(r"(\d{1,2})([- ])([A-Z][a-z]{2})[a-z]{0,6}\2(\d{4}|(?<=-)\d{2})(?![\w-])")
_POINTED = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)(?!\.?\d| ?%)")


_TOLD_REACH = 12
_DIGITS = re.compile(r"\d+")
_PACKED_DIGITS = 8
# What stands behind the first digits of all these but the times told by a word, so that other numbers are passed.
_GOING_ON = re.compile(r"[-/.:–\u2010\u2011]\s?\d| \d|\s?[ap]\.?m|h| ?(?:GMT|UTC|CES?T|MSK|hours|hrs)", re.IGNORECASE)


def numeric_dates(text: str, words: Vocabulary, published: date | None) -> list[Atom]:
    """All dates and times written in digits; earlier patterns win where two overlap."""
    runs = [m.span() for m in _DIGITS.finditer(text)]
    joined = [at for at, end in runs if end - at == _PACKED_DIGITS or _GOING_ON.match(text, end)]
    reading = _Reading(text, [at for at, _ in runs], joined, words, published)
    found: list[Atom] = []
    taken: set[int] = set()
    for reader in (
        _iso,
        _stamped,
        _slashed,
        _day_first,
        _cjk,
        _spaced,
        _quarters,
        _eras,
        _years,
        _told_clock,
        _clock,
        _short,
    ):
        for atom in reader(reading):
            places = range(atom.start, atom.end)
            if not taken.intersection(places):
                taken.update(places)
                found.append(atom)
    return sorted(found, key=lambda atom: atom.start)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text, where its runs of digits begin, those that may go on as dates do, and what is needed to read them."""

    text: str
    digits: list[int]
    joined: list[int]
    words: Vocabulary
    published: date | None

    def matches(self, pattern: re.Pattern[str], places: Sequence[int] | None = None) -> Iterator[re.Match[str]]:
        """Where a pattern that can only begin at a run of digits matches, in order, without overlaps; perhaps only at
        some places."""
        done = 0
        for at in self.joined if places is None else places:
            m = pattern.match(self.text, at) if at >= done else None
            if m is not None:
                done = m.end()
                yield m


def _iso(reading: _Reading) -> Iterator[Atom]:
    for m in reading.matches(_ISO):
        year, month, day = int(m[1]), int(m[3]), int(m[4])
        if month > 12 >= day:
            month, day = day, month
        if year >= 1000 and day_or_none(year, month, day):
            yield Atom(m.start(), m.end(4), year=year, month=month, day=day)
    for m in reading.matches(_PACKED):
        if day_or_none(int(m[1]), int(m[2]), int(m[3])):
            yield Atom(m.start(), m.end(), year=int(m[1]), month=int(m[2]), day=int(m[3]))


def _spaced(reading: _Reading) -> Iterator[Atom]:
    for m in reading.matches(_SPACED):
        if day_or_none(int(m[1]), int(m[2]), int(m[3])):
            yield Atom(m.start(), m.end(), year=int(m[1]), month=int(m[2]), day=int(m[3]))


def _stamped(reading: _Reading) -> Iterator[Atom]:
    """ "13-Mar-09", "12 May 2009": stamps that software sets in English, whatever the language of the article."""
    if reading.words.language == "en":
        return
    for m in reading.matches(_STAMPED, reading.digits):
        month = _MONTHS.index(m[3].lower()) + 1 if m[3].lower() in _MONTHS else 0
        year = int(m[4]) if len(m[4]) > 2 else full_year(int(m[4]))
        if month and day_or_none(year, month, int(m[1])):
            yield Atom(m.start(), m.end(), year=year, month=month, day=int(m[1]))


def _cjk(reading: _Reading) -> Iterator[Atom]:
    if "月" not in reading.text and "年" not in reading.text:
        return
    for m in _CJK.finditer(reading.text):
        year, month, day = (int(g) if g else None for g in (m[1], m[2] or m[4], m[3] or m[5]))
        if day is None or (month and day_or_none(year or 2000, month, day)):
            yield Atom(m.start(), m.end(), year=year, month=month, day=day)


def _slashed(reading: _Reading) -> Iterator[Atom]:
    """10/1-11/2/2017."""
    words = reading.words
    for m in reading.matches(_SLASHED):
        one, two, three, four, year = map(int, m.groups())
        first, last = _readings(one, two, year, words), _readings(three, four, year, words)
        low = day_or_none(*first[0]) if first else None  # type: ignore[arg-type]
        high = day_or_none(*last[0]) if last else None  # type: ignore[arg-type]
        if low is not None and high is not None and low < high:
            yield Atom(m.start(), m.end(), period=Period(low, high))


def _day_first(reading: _Reading) -> Iterator[Atom]:
    """24/11/2016; both readings where both are dates, the first by the habit of the language."""
    for m in reading.matches(_DMY):
        year = int(m[4]) if len(m[4]) == 4 else full_year(int(m[4]))
        if len(m[4]) == 4 and not 1000 <= year <= 2199:
            continue
        readings = _readings(int(m[1]), int(m[3]), year, reading.words, dotted=m[2] == ".")
        if readings:
            (first_year, month, day), *others = readings
            yield Atom(m.start(), m.end(), year=first_year, month=month, day=day, readings=tuple(others))


def _readings(
    one: int, two: int, year: int | None, words: Vocabulary, *, dotted: bool = False
) -> list[tuple[int | None, int, int]]:
    pairs = [(two, one), (one, two)] if words.order == "dmy" or dotted else [(one, two), (two, one)]
    unique = dict.fromkeys(p for p in pairs if day_or_none(year or 2000, *p))
    return [(year, month, day) for month, day in list(unique)[: 1 if dotted else 2]]


def full_year(two_digits: int) -> int:
    """ "87" is 1987 and "16" 2016: the window of POSIX, 1969 to 2068."""
    return two_digits + (1900 if two_digits > 68 else 2000)


def _short(reading: _Reading) -> Iterator[Atom]:
    """5/12 or 20.11 without a year: only behind a weekday or "on", or where it can be no fraction."""
    words = reading.words
    for m in reading.matches(_DM):
        one, two = int(m[1]), int(m[3])
        before = reading.text[max(0, m.start() - 24) : m.start()].lower().split()
        last = before[-1].strip("(,.") if before else ""
        weekday = words.date.word(last, "W") or (words.language != "en" and words.date.word(last, "L"))
        cue = weekday or (m[2] == "/" and (last in words.words["day_cue"] or _looks_like_date(one, two, m, words)))
        readings = _readings(one, two, None, words) if cue else []
        if readings:
            (_, month, day), *others = readings
            led = words.language != "en" and words.date.word(last, "L")
            start = reading.text.rfind(before[-1], 0, m.start()) if led else m.start()
            yield Atom(start, m.end(), month=month, day=day, readings=tuple(others))


def _looks_like_date(one: int, two: int, m: re.Match[str], words: Vocabulary) -> bool:
    """ "20/11" is no fraction: the first number is larger, or both have two digits."""
    return words.order == "dmy" and (one > two or len(m[1]) == len(m[3]) == 2) and two <= 12 < one + 12


def _years(reading: _Reading) -> Iterator[Atom]:
    for m in reading.matches(_YEARS):
        year, tail = int(m[1]), int(m[2])
        if year % 100 < tail and (tail > 12 or tail == year % 100 + 1):
            high = year // 100 * 100 + tail
            period = Period(date(year, 1, 1), date(high, 12, 31))
            yield Atom(m.start(), m.end(), period=period)
        elif 1 <= tail <= 12 and reading.text[m.end(1)] == "-" and len(m[2]) == 2:
            yield Atom(m.start(), m.end(), year=year, month=tail)


def _eras(reading: _Reading) -> Iterator[Atom]:
    yield from decades(reading.text, reading.digits, reading.words)
    yield from roman_centuries(reading.text, reading.words)
    yield from named_eras(reading.text, reading.digits, reading.words)


def _quarters(reading: _Reading) -> Iterator[Atom]:
    text, published = reading.text, reading.published
    if not any(text[at - 1 : at] in "qhQH" for at in reading.digits if at):
        return
    for m in _QUARTER.finditer(text):
        half = m["kind"] in "hH"
        number, written = int(m["n"]), m["y1"] or m["y2"]
        if half and (number > 2 or not written):
            continue
        year = int(written) if written else published.year if published else None
        if year is None:
            continue
        months = 6 if half else 3
        start = m.start() if m["y1"] else m.start("kind")
        period = months_period(year, (number - 1) * months + 1, months)
        yield Atom(start, m.end() if written else m.end("n"), period=period, relative=not written)


def _told_clock(reading: _Reading) -> Iterator[Atom]:
    """Times that are told from other numbers by a word beside them."""
    language = reading.words.language
    if language in _TOLD:
        for m in reading.matches(_TOLD[language], reading.digits):
            yield _time(reading, m, int(m[1]), m[2])
    if language in _BEFORE:
        for m in reading.matches(_POINTED):
            if reading.text[max(0, m.start() - 6) : m.start()].lower().endswith(_BEFORE[language]):
                yield _time(reading, m, int(m[1]), m[2])
    if language in TOLD_HOURS:
        before, pattern = TOLD_HOURS[language]
        for m in reading.matches(pattern, reading.digits):
            if f" {reading.text[max(0, m.start() - _TOLD_REACH) : m.start()].lower()}".endswith(before):
                hour, late = int(m["hour"]), m.groupdict().get("late")
                yield _time(reading, m, hour + (12 if late and 0 < hour < 12 else 0), None)
    yield from worded_times(reading.text, language)


def _clock(reading: _Reading) -> Iterator[Atom]:
    for m in reading.matches(_CLOCK):
        if m[3]:
            hour, minute = int(m[1]), m[2] or "00"
            if not 1 <= hour <= 12:
                continue
            hour = hour % 12 + (12 if m[3].lower().startswith("p") else 0)
        elif m[4]:
            hour, minute = int(m[4]), m[5]
        elif m[8]:
            hour, minute = int(m[8]), m[9] or "00"
        elif m[10]:
            hour, minute = int(m[10]), m[11]
        elif reading.words.language in ("fr", "pt", "es") and m[7]:
            hour, minute = int(m[6]), m[7]
        else:
            continue
        yield _time(reading, m, hour, minute)


def _time(reading: _Reading, match: re.Match[str], hour: int, minute: str | None) -> Atom:
    iso = f"T{hour:02}:{minute or '00'}"
    return Atom(*match.span(), iso=iso, time=True, approximate=about(reading.text, match.start()))
