"""Which of several things of one kind an ordinal tells of: "the fourth accident in ten years"."""

from __future__ import annotations

import re

from reader.links.ledger import words
from reader.mentions import Quantity
from reader.text import Span

_REACH = 60
_NOUNS_IN_AL = (
    "hospital|trial|festival|animal|capital|terminal|rival|arrival|funeral|proposal|appeal|signal|arsenal|canal"
)
_THING = re.compile(
    r"\s+(?:(?:such|similar|consecutive|straight|successive|separate|fatal|deadly|serious|major|big|mass|general) "
    rf"|(?!(?:{_NOUNS_IN_AL}) )[a-z]+(?:wide|al|ous|ive) )*"
    r"(?P<thing>[a-z]{3,}(?:-[a-z]+)?)\b(?! [a-z]+(?:s|er|or|ist|ion|ment)\b)"
)
""" "Fourth accident", not "second vaccination campaign", whose noun stands further on."""
_BEGAN = re.compile(
    r"\b(?:broke out|began|begun|started|erupted|originated|(?:came|coming) out)\b(?:[^.;!?\n]|\.(?! [A-Z]))*$"
)
"""Of the floors of a house only that tells which one is meant on which the fire began."""
_FIRST_THAT_TELLS = 2
_OTHER_ORDERS = frozenset(
    {"time", "day", "week", "month", "year", "quarter", "half", "decade", "century", "minute", "hour", "class"}
    | {"grade", "place", "person", "party", "wife", "husband", "world", "generation", "round", "period", "hand"}
    | {"largest", "biggest", "most", "least", "best", "worst", "year-old"}
)
"""What is numbered rather than counted, or was not told of before."""


def thing_at(text: str, span: Span, order: Quantity) -> str:
    """What stands behind the ordinal at `span`, as written, where the ordinal counts happenings; else ""."""
    if (order.low or 0) < _FIRST_THAT_TELLS:
        return ""
    found = _THING.match(text, span.end, span.end + _REACH)
    if found is None or found["thing"] in _OTHER_ORDERS or found["thing"] in words.STOP:
        return ""
    if found["thing"] == "floor" and not _BEGAN.search(text, max(0, span.start - _REACH), span.start):
        return ""
    return found["thing"]
