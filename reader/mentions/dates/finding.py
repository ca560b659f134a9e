"""Find the dates of an article, absolute and relative, as intervals of days."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from reader.mentions.dates.atoms import Atom, value_of
from reader.mentions.dates.joining import join
from reader.mentions.dates.reading.grammar import STARTS, read_atom
from reader.mentions.dates.reading.numeric import numeric_dates
from reader.mentions.dates.reading.readings import Reader
from reader.mentions.dates.reading.weekdays import in_its_month
from reader.mentions.dates.relative import next_weekday
from reader.mentions.dates.tenses import Telling, is_soon
from reader.mentions.dates.years import is_year
from reader.mentions.items import Items
from reader.mentions.numbers.numerals.numeral import Numeral
from reader.mentions.numbers.numerals.numerals import numerals_of
from reader.mentions.numbers.traps import WEB, in_address
from reader.mentions.values import DateValue, Mention
from reader.mentions.words.language import language_of
from reader.mentions.words.vocabulary import Vocabulary, vocabulary
from reader.stopping import checkpoint
from reader.text import Article, Span

_SHORTEST_DAY = 4
_ONLY_AN_END = frozenset({"now"})
""" "Between August 2019 and now", but not "and now the driver is charged"."""
_A_MARCH = re.compile(r"^(?:the )?[a-z]+ (?:march|may)$")
""" "The third march" of the month: the name of a month has a capital in English."""
_TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lady", "lord", "herr", "frau", "mme", "mlle", "monsieur", "madame",
    "senor", "senora", "don", "sr", "sra", "signor", "signora", "mevrouw", "meneer", "dhr", "mw",
})  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1700, 2049


def find_dates(article: Article) -> list[Mention]:
    """All dates of the article, sorted by place, not overlapping; raises nothing whatever the text.

    Relative dates and days without a year are resolved against `article.published`; without one they keep
    `resolved=False` and an `iso` such as XXXX-11-16, XXXX-WXX-4 (a Thursday) or -P3D (three days earlier).
    """
    language = language_of(article)
    words = vocabulary(language)
    items = Items(numerals_of(article.text, language), words, words.date)
    atoms = _apart(numeric_dates(article.text, words, article.published), _worded(article, items, words))
    mentions, web = [], WEB.hinted(article.text)
    for atom, value in join(article.text, atoms, words, lambda a: _valued(article, a, words)):
        said = article.text[atom.start : atom.end]
        if said.lower() in _ONLY_AN_END or (language == "en" and _A_MARCH.search(said)):
            continue
        if value is not None and (atom.day or not web or not in_address(article.text, atom.start, atom.end, WEB)):
            span = Span(atom.start, atom.end)
            mentions.append(Mention(span, span.of(article.text), "date", value))
    return mentions


def _worded(article: Article, items: Items, words: Vocabulary) -> list[Atom]:
    _tell_apart(items, article.text, words)
    codes = "".join(items.codes)
    reader = Reader(items, codes, article.published, words.words)
    atoms: list[Atom] = []
    at = 0
    while (m := STARTS.search(codes, at)) is not None:
        checkpoint()
        atom = read_atom(reader, m.start(), (m.lastindex or 1) - 1)
        if atom is None:
            at = m.start() + 1
            continue
        if atom.day is not None and atom.month is None:
            telling = Telling(article.text, atom, words)
            ahead = telling.looks_ahead() or telling.nowhere_past()
            atom = in_its_month(atom, atoms, article.published, ahead=ahead)
        atoms.append(_shifted(atom, items, codes))
        at = max(atom.last, m.start() + 1)
    return atoms


_SHIFT = re.compile(r"(?P<n>[dnqh])(?P<u>[UJ]),?(?P<way>[<>F])[hfi]?$")


def _shifted(atom: Atom, items: Items, codes: str) -> Atom:
    """ "3 days after January 12th", "two weeks before today": the words before a date that move it."""
    m = _SHIFT.search(codes, max(0, atom.first - 5), atom.first)
    unit = "day" if m is not None and m["u"] == "J" else str(items[m.start("u")].data) if m is not None else ""
    if m is None or unit not in ("day", "week", "month", "year") or (m["n"] == "h" and unit != "day"):
        return atom
    count = items[m.start("n")].data.low if m["n"] in "dn" else 1
    start = m.start()
    starts = m["way"] == "F" and items[m.start("way")].data == "starting"
    if m["way"] == "F" and not starts and (items[m.start("way")].low != "from" or m["n"] not in "dn"):
        return atom
    lasting = m["way"] == "F" and (starts or _for(items, start - 1))
    if lasting and _for(items, start - 1):
        start -= 1
    shift = (-count if m["way"] == "<" else count, unit)
    return replace(atom, start=items[start].start, first=start, shift=shift, lasting=lasting)


def _for(items: Items, at: int) -> bool:
    return at >= 0 and items[at].low == "for"


_TWO_MONTHS = re.compile("[Mm]/[Mm]")
_STOPPED = re.compile(r"[Mm]\.[fFhiIn]")
_AMBIGUOUS = re.compile("[ONMWSj]")


def _tell_apart(items: Items, text: str, words: Vocabulary) -> None:
    """Class numbers by size and shape; set months and weekdays that are also other words apart."""
    for m in _AMBIGUOUS.finditer("".join(items.codes)):
        items.recode(m.start(), _class(items, m.start(), text, words))
    for m in _TWO_MONTHS.finditer("".join(items.codes)) if "/" in items.codes else ():
        at = m.start()
        if items[at].data == items[at + 2].data:  # "كانون الثاني/يناير"
            items.recode(at + 1, ",")
            items.recode(at + 2, ",")
    for m in _STOPPED.finditer("".join(items.codes)):
        if text[items[m.end() - 1].start].isupper():
            items.recode(m.start() + 1, ";")  # "on 2 June. In 1988" begins a sentence, and the month was not cut short
    for at in items.places_of(words.words.get("a", frozenset()), "x"):
        items.recode(at, "q")


def _class(items: Items, at: int, text: str, words: Vocabulary) -> str:
    if items.codes[at] == "N":
        return _number_class(items, at, text, words)
    item = items[at]
    if item.code == "O":
        told = words.language in ("ru", "uk") and at > 0 and items.low(at - 1) in words.words["year_cue"]
        if told and _FIRST_YEAR <= item.data.low <= _LAST_YEAR:
            return "y"  # в 2009-м
        return "o" if 1 <= item.data.low <= 31 else "O"
    if item.code == "j":
        return _year_word(items, at, words)
    if item.code in "MW" and _is_surname(items, at):
        return "x"
    length = item.end - item.start
    doubtful = length < 4 or (item.low in words.weak and length == len(item.low))  # "quinta", but not "quinta-feira"
    if item.code == "M":
        return "m" if doubtful else "M"
    if item.code == "W":
        part = at + 1 < len(items) and items[at + 1].low in words.words["day_part"]  # "cuma günü"
        led = at > 0 and items.codes[at - 1] == "L" and length >= _SHORTEST_DAY  # "geçen pazar"
        return "x" if doubtful and not part and not led else "W"
    return "x" if item.low in words.weak and not _season_cue(items, at) else "S"


def _is_surname(items: Items, at: int) -> bool:
    """Mr August, Dr. März, Mme Avril."""
    place = at - 2 if at > 1 and items.low(at - 1) == "." else at - 1
    return place >= 0 and items.low(place) in _TITLES


def _year_word(items: Items, at: int, words: Vocabulary) -> str:
    """The class of a word for "year": before figures it belongs to them, elsewhere it is a unit of time."""
    item = items[at]
    number = items[at + 1].data if at + 1 < len(items) and items.codes[at + 1] == "N" else None
    alone = words.quantity.word(items.last_low(at), "U")  # "el año", "l'année"
    if (isinstance(number, Numeral) and number.digits.isdecimal() and len(number.digits) in (2, 4)) or not alone:
        return "j"
    item.data = "year"
    return "U"


def _season_cue(items: Items, at: int) -> bool:
    following = [items[k] for k in (at + 1, at + 2) if k < len(items)]
    return any(i.code == "N" and len(i.data.digits) == 4 for i in following) or (
        at > 0 and items[at - 1].code in ("L", "h", "E") and items[at - 1].low != "to"
    )


def _number_class(items: Items, at: int, text: str, words: Vocabulary) -> str:
    number = items.number(at)
    if number.low < 0 or number.low != int(number.low) or number.form != "cardinal" or number.low != number.high:
        return "N"
    if number.digits.isdigit():
        if len(number.digits) == 4 and 1000 <= number.low <= 2199:
            return "y" if is_year(items, at, text, words) else "n"
        if len(number.digits) <= 2 and 1 <= number.low <= 31:
            return "d"
    return "n" if number.low < 10_000 else "N"


def _apart(numeric: list[Atom], worded: list[Atom]) -> list[Atom]:
    """Both kinds in one sorted list; where they overlap the longer one stays, and a weekday joins the day behind it."""
    found: list[Atom] = []
    for atom in sorted(numeric + worded, key=lambda a: (a.start, -a.end)):
        if found and atom.start < found[-1].end:
            if atom.end - atom.start > found[-1].end - found[-1].start:
                found[-1] = atom
            continue
        weekday = found and found[-1].iso.startswith("XXXX-WXX")
        if weekday and atom.first < 0 and atom.day and atom.start - found[-1].end <= 2:
            atom = replace(atom, start=found.pop().start)
        found.append(atom)
    return found


def _valued(article: Article, atom: Atom, words: Vocabulary) -> DateValue | None:
    published = article.published
    if not atom.iso.startswith("XXXX-WXX") or atom.period is None or atom.part:
        yearless = atom.year is None and atom.period is None and not atom.time
        return value_of(atom, published, future=yearless and _is_to_come(article.text, atom, words, published))
    telling = Telling(article.text, atom, words)
    if telling.is_repeated():
        return DateValue(None, None, atom.iso, relative=True, resolved=False)
    future = telling.looks_ahead() or telling.points_ahead()
    if future and atom.period.low < (published or date.min) and not _LAST.match(article.text, atom.start):
        atom = replace(atom, period=next_weekday(atom.period))
    return value_of(atom, published, future=future)


def _is_to_come(text: str, atom: Atom, words: Vocabulary, published: date | None) -> bool:
    """Whether a date without a year is the next such one, not the last."""
    telling = Telling(text, atom, words)
    if telling.looks_ahead() or telling.lasts_until():
        return True
    if published is None or atom.month is None or (atom.day is None and telling.opens_range()):
        return False
    return is_soon(atom, published) and telling.nowhere_past()


_LAST = re.compile(r"last|this|past", re.IGNORECASE)
