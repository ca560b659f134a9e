"""Metadata that plain text carries in its first lines: the byline, and the dateline of an agency report."""

from __future__ import annotations

import re
from datetime import date

from reader.sources.draft import Draft

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_BYLINE = re.compile(r"By ((?:[^\W\d_][\w.’'-]*\s){1,3}[^\W\d_][\w.’'-]*)(?:, ([^\n,.]{3,60}))?[ \t]*")
_DATELINE = re.compile(
    r"(?i)[^\W\d_][^\n,()\d]{1,60}, "
    rf"(?:(?P<day>\d{{1,2}}) (?P<month>{_MONTH})|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}}),)"
    r" (?P<year>\d{4}) ?(?:\((?P<agency>[^()\n]{2,40})\))? ?[-–—]"
)
_LINES = 8


def read_first_lines(draft: Draft) -> None:
    """Fill author, outlet and date of the draft from the first lines of its text, where they are plainly there."""
    for line in draft.text.lstrip().split("\n", _LINES)[:_LINES]:
        byline = _BYLINE.fullmatch(line.strip())
        if byline and not draft.author:
            draft.author = byline.group(1)
            draft.publisher = draft.publisher or (byline.group(2) or "").strip()
        found = _DATELINE.match(line.strip())
        if found and not draft.published:
            draft.published = _iso(found)
            draft.published_how = "the dateline" if draft.published else ""
            draft.publisher = draft.publisher or (found["agency"] or "").strip()


def _iso(found: re.Match[str]) -> str:
    month = _MONTHS.index((found["month"] or found["month2"]).lower()) + 1
    try:
        return date(int(found["year"]), month, int(found["day"] or found["day2"])).isoformat()
    except ValueError:
        return ""
