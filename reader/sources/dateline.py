"""Metadata that the first lines of a text carry: the byline, the day it was written, an agency report's dateline."""

from __future__ import annotations

import re
from datetime import date

from reader.sources.days_abroad import day_written
from reader.sources.draft import Draft

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_DAY = (
    rf"(?:(?P<day>\d{{1,2}}) (?P<month>{_MONTH})|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}}),)"
    r" (?P<year>\d{4})"
)
_SOME_DAY = re.sub(r"\?P<\w+>", "?:", _DAY)
_BYLINE = re.compile(
    r"By ((?:[^\W\d_][\w.’'-]*\s){1,3}[^\W\d_][\w.’'-]*)"
    rf"(?:, (?!(?i:{_SOME_DAY}))([^\n,.]{{3,60}}))?(?i:, {_SOME_DAY})?[ \t]*"
)
_DATELINE = re.compile(rf"(?i)[^\W\d_][^\n,()\d]{{1,60}}, {_DAY} ?(?:\((?P<agency>[^()\n]{{2,40}})\))? ?[-–—]")
_DAY_LINE = re.compile(
    r"(?i)(?:.{0,100}?[,·|:–—-] ?|(?:published|updated|posted|released)(?: on)? )?"
    rf"(?:{_DAY}|(?P<iso>\d{{4}}-\d\d-\d\d))"
    r"(?:,?(?: at)? \d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?)?"
)
"""A line that ends in a day, behind a comma or the like, and perhaps in the time of day."""
_BODY = re.compile(
    r"(?i)(?!press release|statement)"
    r"(?=.*\b(?:news|newspaper|agency|press|wire|post|times|herald|journal|tribune|daily|gazette|courier|chronicle"
    r"|observer|guardian|telegraph|mail|star|standard|weekly|review|magazine|radio|tv|television|broadcasting|network"
    r"|ministry|office|department|university|institute|council|commission|police|union|committee|association)\b)"
    r"(?P<body>[^\n,.|·–—\d]{3,60}?) ?(?:[,|·–—] |- )"
)
"""Who publishes, at the beginning of a line that ends in a day; a town alone is none."""
_LINES, _DAY_LINES = 8, 4
_OLDEST_TITLE = 1990
"""A first line that ends in an earlier day is the title of a history, and that day its matter."""


def read_first_lines(draft: Draft) -> None:
    """Fill author, outlet and date of the draft from the first lines of its text, where they are plainly there."""
    text = draft.text.lstrip().split("\n", 2 * _LINES)[: 2 * _LINES]
    lines = [line for line in (" ".join(held.split()) for held in text) if line] or _first_pieces(draft)
    for number, line in enumerate(lines[:_LINES]):
        byline = _BYLINE.fullmatch(line)
        if byline and not draft.author:
            draft.author = byline.group(1)
            draft.publisher = draft.publisher or (byline.group(2) or "").strip()
        found = _DATELINE.match(line)
        if found and not draft.published:
            draft.published = _iso(found)
            draft.published_how = "the dateline" if draft.published else ""
            draft.publisher = draft.publisher or (found["agency"] or "").strip()
        written = _DAY_LINE.fullmatch(line) if number < _DAY_LINES and len(line) < 140 else None
        if written and not draft.published:
            day = written["iso"] or _iso(written)
            draft.published = day if number or day >= f"{_OLDEST_TITLE}" else ""
            draft.published_how = "the first lines" if draft.published else ""
            body = _BODY.match(line) if number and not draft.publisher else None
            draft.publisher = body["body"] if body else draft.publisher
        if number and not draft.published:
            draft.published, draft.published_how = day_written(line, at_head=number < _DAY_LINES)


def _first_pieces(draft: Draft) -> list[str]:
    return [" ".join(piece.text.split()) for piece in draft.pieces[:_LINES]]


def _iso(found: re.Match[str]) -> str:
    month = _MONTHS.index((found["month"] or found["month2"]).lower()) + 1
    try:
        return date(int(found["year"]), month, int(found["day"] or found["day2"])).isoformat()
    except ValueError:
        return ""
