"""Read decades and centuries: the 1990s, the late nineties, años noventa, 90-е годы, XIXe siècle, 19. Jahrhundert."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.mentions.dates.atoms import Atom
from reader.mentions.dates.calendar import Period, year_period
from reader.mentions.words.tokens import fold
from reader.mentions.words.vocabulary import Vocabulary
from reader.text import Hinted

if TYPE_CHECKING:
    from reader.mentions.dates.reading.readings import Reader

# no part of a word ("Iraq"), unless what follows may be its ending ("XIXe")
_ROMAN = re.compile(r"[IVX](?<![^\W_].)[IVX]{0,5}(?![a-df-zA-Z])")
_ROMAN_SUFFIX = re.compile(r"(?:-?(?:e|è|er|ème|eme|го|му|м|й|е)\b|[.º°])?")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?\s$")
_WORD_AFTER = re.compile(r"\s([^\W\d_]+)")
_ARTICLE = re.compile(r"\bthe $", re.IGNORECASE)
_WHOSE, _NEAR = re.compile(r"\b(?:his|her|their|my|your|our)\s$", re.IGNORECASE), 8
_APOSTROPHES = frozenset("'’")
_LOOK_BACK = 40
_BEHIND = 24
_LAST_CENTURY = 30
_OLDEST = 100_000


def decades(text: str, digits: Sequence[int], words: Vocabulary) -> Iterator[Atom]:
    """Decades whose years are written in digits: "1990s", "the '60s", "1990er Jahre", "в 90-х годах".

    `digits` are the places where a run of digits begins.
    """
    pattern = words.decade
    if pattern is None:
        return
    for at in digits:
        m = (pattern.match(text, at - 1) if text[at - 1 : at] in _APOSTROPHES else None) or pattern.match(text, at)
        if m is None:
            continue
        part, start = _before(text, m.start(), words)
        written = m["year"]
        if len(written) == 2 and _WHOSE.search(text, max(0, start - _NEAR), start):
            continue  # "a man in his late 50s"
        if len(written) == 2 and start == m.start() and (words.language == "en" or int(written) < 30):
            continue
        part, end = (part, m.end()) if part else _behind(text, m.end(), words)
        yield Atom(start, end, period=_decade_or_century(written), part=part)


def _decade_or_century(written: str) -> Period | None:
    if len(written) == 2:
        return decade_of(int(written))
    year = int(written)
    return year_period(year, 100 if year % 100 == 0 and year < 2000 else 10)


def decade_of(two_digits: int) -> Period | None:
    """ "the '90s" are those of the last century, "the '10s" those of ours."""
    return year_period(two_digits + (1900 if two_digits > 20 else 2000), 10)


def _before(text: str, at: int, words: Vocabulary) -> tuple[str, int]:
    """The part that the words before an era name ("", early, mid, late) and where the expression begins."""
    low = max(0, at - _LOOK_BACK)
    m = words.parts.search(text[low:at])
    if m is not None and m.lastgroup:
        return m.lastgroup, low + m.start()
    article = _ARTICLE.search(text, max(0, at - 4), at)
    return "", article.start() if article and words.language == "en" else at


def _behind(text: str, at: int, words: Vocabulary) -> tuple[str, int]:
    """ "1970'lerin ortasında": the part where a language says it behind the era."""
    m = _WORD_AFTER.match(text, at) if "yes" in words.words["part_behind"] else None
    entry = words.date.alone(m[1], fold(m[1])) if m is not None else None
    return (str(entry.data), m.end(1)) if m is not None and entry is not None and entry.code == "E" else ("", at)


_CENTO = Hinted(
    r"(?-i:\b(?:[Nn]el|[Dd]el|[Dd]al|[Aa]l|[Ii]l|[Ss]ul|[Ll]['’]|(?:[Nn]e|[Dd]e|[Dd]a|[Aa])ll['’])\s?"
    r"(?P<century>Duecento|Trecento|Quattrocento|Cinquecento|Seicento|Settecento|Ottocento|Novecento)\b)",
    "cento",
)
_HUNDREDS = {"Du": 2, "Tr": 3, "Qu": 4, "Ci": 5, "Se": 6, "Ot": 8, "No": 9}
_THE_NINETIES = re.compile(
    r"(?<=\b[Ee]n los |\b[Dd]e los )(?P<year>[3-9]0)(?=[.,;:)]| (?:y|e|ha|han|se|el|la|con|como|cuando|era|eran|fue)\b)"
)


def named_eras(text: str, digits: Sequence[int], words: Vocabulary) -> Iterator[Atom]:
    """ "nel Settecento", "la música de los 90": eras that one language has a name of its own for."""
    for m in _CENTO.finditer(text) if words.language == "it" else ():
        said = m["century"]
        count = 7 if said.startswith("Set") else _HUNDREDS[said[:2]]
        yield Atom(m.start("century"), m.end(), period=century_of(count + 11))
    for at in digits if words.language == "es" else ():
        if (told := _THE_NINETIES.match(text, at)) is not None:
            part, start = _before(text, told.start(), words)
            start = start if part else told.start() - len("los ")
            yield Atom(start, told.end(), period=decade_of(int(told["year"])), part=part)


def roman_centuries(text: str, words: Vocabulary) -> Iterator[Atom]:
    """ "siglo XIX", "XIXe siècle", "XIX век": a Roman number with a word for century on either side."""
    known = words.words["century"]
    if not known:
        return
    for m in _ROMAN.finditer(text):
        count, end = _roman(m.group()), m.end()
        suffix = _ROMAN_SUFFIX.match(text, end)
        end = suffix.end() if suffix else end
        around = text[max(0, m.start() - 1) : m.start()] + text[end : end + 1]
        if not 1 <= count <= _LAST_CENTURY or any(c.isalnum() for c in around):
            continue
        before, after = _WORD_BEFORE.search(text, max(0, m.start() - 16), m.start()), _WORD_AFTER.match(text, end)
        if after is not None and fold(after[1]) in known:
            start, end = m.start(), after.end(1)
        elif before is not None and fold(before[1]) in known:
            start = before.start(1)
        else:
            continue
        part, start = _before(text, start, words)
        behind = next(
            (word for word in words.words["bc"] if fold(text[end : end + _BEHIND]).startswith(f" {word}")), ""
        )
        if behind:
            yield Atom(start, end + 1 + len(behind), iso=_century_before_christ(count))
        else:
            yield Atom(start, end, period=century_of(count), part=part)


def _roman(letters: str) -> int:
    values = [_ROMAN_VALUES[c] for c in letters]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def century_of(count: int) -> Period | None:
    """The hundred years from 1900 for the 20th century, as they are spoken of."""
    return year_period(max(1, (count - 1) * 100), 100)


def named_century(reader: Reader, m: re.Match[str]) -> Atom | None:
    """ "the 19th century", "late 12th century", "19. Jahrhundert", "القرن التاسع عشر"."""
    count, unit = reader.number(m, "o"), str(reader.data(m, "u"))
    if unit != "century" or count is None or not 1 <= count <= _LAST_CENTURY or reader.plural(m, "u"):
        return None
    part = str(reader.data(m, "e")) if m.groupdict().get("e") else ""
    if part and m.start("e") > m.start("u") and not reader.cue("part_behind"):
        return None
    if reader.codes[m.end() : m.end() + 1] == "B":
        start, _, first, last = reader.span(m)
        return Atom(start, reader.items[last].end, first, last + 1, iso=_century_before_christ(count))
    return Atom(*reader.span(m), period=century_of(count), part=part)


def named_centuries(reader: Reader, m: re.Match[str]) -> Atom | None:
    """ "From the 9th to the 12th century"."""
    first, last = reader.number(m, "o") or 0, reader.number(m, "d") or 0
    low, high = century_of(first), century_of(last)
    if str(reader.data(m, "u")) != "century" or not 0 < first < last <= _LAST_CENTURY or low is None or high is None:
        return None
    return Atom(*reader.span(m), period=Period(low.low, high.high))


def before_christ(reader: Reader, m: re.Match[str]) -> Atom | None:
    """ "44 BC", "from 550 to 480 BC": years that no calendar day can be given to."""
    first, last = reader.number(m, "n"), reader.number(m, "n2")
    years = [year for year in (first, last) if year is not None]
    if not all(0 < year < _OLDEST for year in years) or years != sorted(years, reverse=True):
        return None
    return Atom(*reader.span(m), iso="/".join(map(_before_christ, years)))


def _century_before_christ(count: int) -> str:
    return f"{_before_christ(100 * count)}/{_before_christ(100 * count - 99)}"


def _before_christ(year: int) -> str:
    """ISO 8601 counts a year nought: 44 BC is -0043."""
    return f"{1 - year:05}" if year > 1 else "0000"


def named_decade(reader: Reader, m: re.Match[str]) -> Atom | None:
    """ "the nineties", "early nineties", "neunziger Jahre"; English wants an article, for there are other nineties."""
    if not reader.cue("decade_bare") and not {"h", "E", "U"} & set(m.group()):
        return None
    if _WHOSE.match(f"{reader.items.low(m.start() - 1)} " if m.start() else ""):
        return None  # "in her early thirties"
    part = str(reader.data(m, "e")) if m.groupdict().get("e") else ""
    century = reader.number(m, "o") or 20  # "ستينيات القرن التاسع عشر"
    return Atom(*reader.span(m), period=year_period(100 * century - 100 + int(str(reader.data(m, "g"))), 10), part=part)


def decade_after(reader: Reader, m: re.Match[str]) -> Atom | None:
    """ "años noventa", "années 1990", "anni '90": a plural of "year" before a round number."""
    if reader.items[m.start("u")].low not in reader.cues["decade_before"]:
        return None
    count = reader.number(m, "n")
    if count is None or count % 10 or not (10 <= count < 100 or 1000 <= count < 2100):
        return None
    part = str(reader.data(m, "e")) if m.groupdict().get("e") else ""
    if "f" in m.group().lower() and reader.data(m, "u") != "decade":
        return None  # "años de 1990", but "década de 1990"
    period = _decade_or_century(str(count)) if count < 100 else year_period(count, 10)
    return Atom(*reader.span(m), period=period, part=part)
