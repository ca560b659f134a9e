"""Find the paragraphs of plain text, whether each is one long line or many lines broken at a column."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from reader.text.span import Span

_LINE = re.compile(r"[^\n]+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_NEW_ITEM = re.compile(r"(?:[•‣◦▪●·*+]|-|\d{1,3}[.)]|\([a-z0-9]{1,3}\)|>)[ \t\u00a0]")
NARROWEST, WIDEST = 30, 100
FULL_LINES, MID_SENTENCE = 0.8, 0.4
"""Shares of the lines that must be full, and that must not begin with a capital."""


def paragraphs(text: str) -> list[Span]:
    """Spans of the paragraphs of `text`, in order, without the white space around them.

    A paragraph is one line, except where the lines were broken to fit a column: there it is all lines up to a blank
    line, a list item, or a line that ends well before the column.
    """
    lines = _lines(text)
    width = _column(text, lines)
    if not width:
        return lines
    merged: list[Span] = []
    previous: Span | None = None
    for line in lines:
        if previous is not None and merged and _continues(text, previous, line, width):
            merged[-1] = Span(merged[-1].start, line.end)
        else:
            merged.append(line)
        previous = line
    return merged


def _lines(text: str) -> list[Span]:
    spans = []
    for found in _LINE.finditer(text):
        line = found.group()
        stripped = line.strip()
        if stripped:
            start = found.start() + len(line) - len(line.lstrip())
            spans.append(Span(start, start + len(stripped)))
    return spans


def _column(text: str, lines: Sequence[Span]) -> int:
    """The column the lines were broken at, 0 when each line is a paragraph of its own.

    Lines broken by a program are full, the first word of the next line would not have fitted, and most go on in the
    middle of a sentence. That is asked of every line with another directly below it.
    """
    longest = max((len(line) for line in lines), default=0)
    if len(lines) < 2 or not NARROWEST <= longest <= WIDEST:
        return 0
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if _touch(text, a, b)]
    full = sum(_is_full(text, a, b, longest) for a, b in pairs)
    in_mid_sentence = sum(not text[below.start].isupper() for _, below in pairs)
    broken = pairs and full >= FULL_LINES * len(pairs) and in_mid_sentence >= MID_SENTENCE * len(pairs)
    return longest if broken else 0


def _touch(text: str, a: Span, b: Span) -> bool:
    return not _BLANK_LINE.search(text, a.end, b.start)


def _is_full(text: str, line: Span, below: Span, width: int) -> bool:
    first_word = text[below.start : min(below.end, below.start + width)].split(None, 1)[0]
    return len(line) + 1 + len(first_word) > width - 3 or bool(_NEW_ITEM.match(text, below.start))


def _continues(text: str, line: Span, below: Span, width: int) -> bool:
    if not _touch(text, line, below) or _NEW_ITEM.match(text, below.start):
        return False
    return len(line) > width // 2 or not _ends_sentence(text[line.end - 1])


def _ends_sentence(char: str) -> bool:
    return char in ".!?…:。！？؟।"
