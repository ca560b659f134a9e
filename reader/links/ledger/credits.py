"""Find the agencies that accounts are credited to without a verb: "DUNMORE (Reuters) -", "(AFP)", "By Ana Ruiz, AP"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.links.values import ComparedSource
from reader.stopping import checkpoint

_NAME = r"(?P<name>[^\W\d_][^()\n\d,;:]{1,40}?)"
_DATELINE = re.compile(rf"[^\W\d_][^()\n]{{1,60}} \({_NAME}\) ?\.?[-–—:]")
"""Before the first sentence of a report: a place, perhaps a day, and the agency."""
_LINE = re.compile(rf"\({_NAME}\)\.?|(?:By|Von|Por|Par) [^()\n,]{{3,60}}, {_NAME.replace('name', 'behind')}")
"""A line or a bracket of its own at the beginning or the end."""
_LEAD, _END = 6, 4
"""Passages at the beginning and at the end that may hold a credit."""
_LONGEST = 140


def credited_to(source: ComparedSource) -> Iterator[tuple[str, int]]:
    """Who is credited, as written in small letters, and the passage that tells it: the lead, where a line does."""
    passages = [n for n, held in enumerate(source.passages) if held.kind != "boilerplate" and held.repeats is None]
    lead = next((n for n in passages if source.passages[n].kind == "sentence"), 0)
    for place, number in enumerate(passages):
        if _LEAD <= place < len(passages) - _END:
            continue
        checkpoint()
        span = source.passages[number].span
        text = source.article.text[span.start : min(span.end, span.start + _LONGEST)]
        if found := _DATELINE.match(text):
            yield found["name"].strip().casefold(), number
        elif found := _LINE.fullmatch(text.strip()):
            yield (found["name"] or found["behind"]).strip().casefold(), lead
