"""Join neighbouring dates into intervals: from 2010 to 2018, 26 June to 28 June 2020, Nov-Feb 2017."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from reader.mentions.dates.atoms import Atom
from reader.mentions.dates.calendar import Period, iso_of
from reader.mentions.values import DateValue
from reader.mentions.words.tokens import fold
from reader.mentions.words.vocabulary import Vocabulary

# the longest words between two ends ("up to and including the")
_GAP = 24
_WORD_AHEAD = re.compile(r"(?:['’]\w+)?\s+([^\W\d_]+)")
_INCLUDING = frozenset(
    ("including", "y", "compris", "incluido", "einschließlich", "einschliesslich", "met", "compreso")
)
_DASH = re.compile(r"\s*[-–—~]\s*")


def join(
    text: str, atoms: list[Atom], words: Vocabulary, value: Callable[[Atom], DateValue | None]
) -> Iterator[tuple[Atom, DateValue | None]]:
    """Every atom with its value, two atoms as one interval where the words between them say so."""
    at = 0
    while at < len(atoms):
        first = atoms[at]
        second = atoms[at + 1] if at + 1 < len(atoms) else None
        joined = _joined(text, first, second, words, value) if second is not None else None
        if joined is not None:
            yield joined
            at += 2
        else:
            yield first, value(first)
            at += 1


def _joined(
    text: str, first: Atom, second: Atom, words: Vocabulary, value: Callable[[Atom], DateValue | None]
) -> tuple[Atom, DateValue] | None:
    gap = text[first.end : second.start]
    if first.time or second.time or len(gap) > _GAP or "\n" in gap:
        return None
    opening = _opening(text, first, words)
    middle = fold(gap.strip())
    closed = _next_word(text, second.end) in words.words["between_behind"]
    if not _joins(gap, middle, opening is not None or closed, words):
        return None
    if opening is None:
        opening = first.start
    low = value(_filled(first, second, before=True))
    high = value(_filled(second, first, before=False))
    if low is None or high is None:
        return None
    if low.low and high.high and low.low > high.high and _months_alone(first, second):  # "from November to April"
        high = value(replace(second, year=low.low.year + 1)) or high
    atom = replace(first, start=opening, end=second.end)
    if low.low is None or high.high is None or low.low > high.high:
        if low.low is not None and high.high is not None:
            return None
        iso = f"{low.iso}/{high.iso}"
        return atom, DateValue(None, None, iso, "interval", relative=low.relative or high.relative, resolved=False)
    period = Period(low.low, high.high)
    relative = low.relative and high.relative
    return atom, DateValue(
        period.low, period.high, iso_of(period), "interval", low.approximate or high.approximate, relative
    )


def _months_alone(*atoms: Atom) -> bool:
    return all(atom.month is not None and atom.year is None and atom.period is None for atom in atoms)


def _next_word(text: str, at: int) -> str:
    m = _WORD_AHEAD.match(text, at)
    return fold(m[1]) if m is not None else ""


def _opening(text: str, first: Atom, words: Vocabulary) -> int | None:
    """Where "from" or "between" stands right before the first date."""
    piece = text[max(0, first.start - 20) : first.start]
    m = re.search(r"([^\W\d_]+)\s+(?:(?:the|der|dem|den|le|la|el|de|il|o|a)\s+)?$", piece)
    known = words.words["from"] | words.words["between"]
    if m is None or fold(m[1]) not in known:
        return None
    return first.start - len(piece) + m.start(1)


def _joins(gap: str, middle: str, opened: bool, words: Vocabulary) -> bool:
    if _DASH.fullmatch(gap):
        return True
    parts = middle.replace(",", " ").split()
    if not 1 <= len(parts) <= 4:
        return False
    if middle in words.words["to"]:
        return True
    if parts[0] in words.words["to"]:  # "up to and including the", but not "Monday to Paris, Tuesday"
        small = _INCLUDING.union(*(words.words.get(name, ()) for name in ("stop", "to", "and")))
        return ";" not in gap and all(part in small for part in parts[1:])
    return opened and parts[0] in words.words["and"]


def _filled(atom: Atom, other: Atom, *, before: bool) -> Atom:
    """What this end leaves out, taken from the other end: the year; the year before where the months run over it."""
    if atom.period is not None or atom.year is not None or atom.month is None or other.year is None:
        return atom
    year = other.year
    if before and other.month is not None and (atom.month, atom.day or 1) > (other.month, other.day or 31):
        year -= 1
    elif not before and other.month is not None and (atom.month, atom.day or 31) < (other.month, other.day or 1):
        year += 1
    return replace(atom, year=year)
