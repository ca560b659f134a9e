"""Values that a source itself takes back: "it had first given the sum as $2.4 million"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reader.links.ledger.claims.contexts import Claim
from reader.links.values import ComparedSource
from reader.stopping import checkpoint
from reader.text import Hinted

_SAYING = r"(?:said|reported|given|gave|put|stated|announced|counted|estimated|believed|published|written|wrote)"
_FIRST = r"(?:at first|had first|initially|originally|previously|earlier|wrongly|mistakenly|erroneously)"
_TAKEN_BACK = Hinted(
    rf"\b(?:{_FIRST} {_SAYING}|{_SAYING} {_FIRST}|(?:an|its|the|their) (?:earlier|first|previous|original) "
    r"(?:report|version|count|figure|statement|estimate|story|article)s?)\b",
    "first", "initial", "original", "previous", "earlier", "wrongly", "mistakenly", "erroneously",
)  # fmt: skip
_THAT_REPORT = re.compile(r"\bthat (?:report|story|article|version)\b", re.IGNORECASE)
_CORRECTING = Hinted(r"\bcorrect(?:s|ed|ing|ion)\b", "correct")
_LONG = 2000
_NEAR = 24
"""How many claims of the paragraph on either side of one may stand in its place."""


def find_corrections(claims: Sequence[Claim], source: ComparedSource) -> dict[int, int]:
    """Claims of a source that it takes back itself, and the claim of the same paragraph that stands in their place."""
    taking_back = {*_taking_back(source)}
    if not taking_back:
        return {}
    paragraphs: dict[int, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        checkpoint()
        paragraphs[source.passages[claim.passage].block].append(index)
    found = {}
    for members in paragraphs.values():
        old = [index for index in members if claims[index].passage in taking_back]
        kept = set(members).difference(old)
        others = [index for index in members if index in kept] if old else []
        for index in old:
            new = _in_its_place(claims, index, others)
            if new is not None:
                found[index] = new
    return found


def _taking_back(source: ComparedSource) -> Iterator[int]:
    """The passages in which a source tells what was said before and is no longer so."""
    text = source.article.text
    short = [(index, passage) for index, passage in enumerate(source.passages) if len(passage.span) < _LONG]
    correcting = {p.block for _, p in short if _CORRECTING.search(text, p.span.start, p.span.end)}
    for index, passage in short:
        checkpoint()
        span = passage.span
        that = passage.block in correcting and _THAT_REPORT.search(text, span.start, span.end)
        if that or _TAKEN_BACK.search(text, span.start, span.end):
            yield index


def _in_its_place(claims: Sequence[Claim], old: int, others: Sequence[int]) -> int | None:
    """The next value of the same kind in the paragraph, else the last before."""
    at = bisect_right(others, old)
    near = (*others[at : at + _NEAR], *others[max(0, at - _NEAR) : at][::-1])
    return next((index for index in near if _of_one_kind(claims[old], claims[index])), None)


def _of_one_kind(a: Claim, b: Claim) -> bool:
    if (a.kind, a.dimension) != (b.kind, b.dimension) or a.kind == "quotation" or a.value == b.value:
        return False
    return a.kind == "date" or bool(a.dimension) or a.counted == b.counted or "?" in (a.counted, b.counted)
