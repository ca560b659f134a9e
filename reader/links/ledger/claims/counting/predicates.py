"""What befell people, where a verb tells it together with another word: "pulled from the rubble", "taken prisoner"."""

from __future__ import annotations

import re

from reader.links.ledger import words
from reader.text import Span

_REACH = 70
"""Code points either side of a number in which its clause is read."""
_NEAR = 6
"""How many words may lie between a verb and the word that goes with it."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_EDGE = re.compile(r"[.,;:!?()\n–—“”\"]|\b(?:and|but|while|who|which)\b")
_COUNT = "#"
_OWN = re.compile(
    r"\s+(?:(?:had|have|has) (?:(?:\w+ly|also|not|never|yet|still|already|since) ){0,2}(?:been |to )?"
    r"|(?:were|was|are|is) (?:(?:\w+ly|also|not|still|already|being|then|later) ){0,2})(?P<verb>[a-z]+)"
)
""" "8,000 had to leave", "130 were plucked": the words behind a number that begin with its own verb."""


def predicate(text: str, span: Span) -> str:
    """What befell those whom the number at `span` counts, by the verb of its clause and a word beside it; else ""."""
    said = _clause(text, span)
    count = said.index(_COUNT)
    for place, word in enumerate(said):
        for role, beside in words.PREDICATES.get(word, ()):
            near = said[max(0, place - _NEAR) : place + 1 + _NEAR]
            if not beside.isdisjoint(near) and (place > count or count - place <= _NEAR):
                return role
    return ""


def has_own_verb(text: str, span: Span) -> bool:
    """Whether what befell them is told right behind a number, so that the sentence before does not tell it."""
    found = _OWN.match(text, span.end, span.end + _REACH)
    return found is not None and (words.happens(found["verb"]) or "to " in found.group() or found["verb"] == "been")


def _clause(text: str, span: Span) -> list[str]:
    """The lower-case words of the clause around a number, in whose place a sign stands."""
    before, behind = text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _REACH]
    edge = max((match.end() for match in _EDGE.finditer(before)), default=0)
    end = _EDGE.search(behind)
    said = _WORD.findall(before[edge:].lower())
    return [*said, _COUNT, *_WORD.findall(behind[: end.start() if end else None].lower())]
