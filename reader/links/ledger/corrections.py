"""Values that a source itself takes back: "it had first given the sum as $2.4 million"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.links.ledger.contexts import Claim
from reader.links.values import ComparedSource

_SAYING = r"(?:said|reported|given|gave|put|stated|announced|counted|estimated|believed|published|written|wrote)"
_FIRST = r"(?:at first|first|initially|originally|previously|earlier|wrongly|mistakenly|erroneously)"
_TAKEN_BACK = re.compile(
    rf"\b(?:{_FIRST} {_SAYING}|{_SAYING} {_FIRST}|(?:an|its|the|their) (?:earlier|first|previous|original) "
    r"(?:report|version|count|figure|statement|estimate|story|article)s?)\b",
    re.IGNORECASE,
)
_THAT_REPORT = re.compile(r"\bthat (?:report|story|article|version)\b", re.IGNORECASE)
_CORRECTING = re.compile(r"\bcorrect(?:s|ed|ing|ion)\b", re.IGNORECASE)
_LONG = 2000


def find_corrections(claims: Sequence[Claim], sources: Sequence[ComparedSource]) -> dict[int, int]:
    """Claims that their own source takes back, and the claim of the same paragraph that stands in their place."""
    blocks: dict[tuple[str, int], list[int]] = {}
    by_id = {source.id: source for source in sources}
    for index, claim in enumerate(claims):
        blocks.setdefault((claim.source, by_id[claim.source].passages[claim.passage].block), []).append(index)
    found = {}
    for (source, block), members in blocks.items():
        if len(members) < 2:
            continue
        said = _Paragraph(by_id[source], block)
        old = {index for index in members if said.takes_back(claims[index])}
        for index in old:
            new = _in_its_place(claims, index, [other for other in members if other not in old])
            if new is not None:
                found[index] = new
    return found


class _Paragraph:
    """The sentences of one block that take something back."""

    def __init__(self, source: ComparedSource, block: int) -> None:
        text = source.article.text
        passages = {i: p.span for i, p in enumerate(source.passages) if p.block == block and len(p.span) < _LONG}
        correcting = any(_CORRECTING.search(text, span.start, span.end) for span in passages.values())
        self._sentences = {
            i for i, span in passages.items()
            if _TAKEN_BACK.search(text, span.start, span.end)
            or (correcting and _THAT_REPORT.search(text, span.start, span.end))
        }  # fmt: skip

    def takes_back(self, claim: Claim) -> bool:
        return claim.passage in self._sentences


def _in_its_place(claims: Sequence[Claim], old: int, others: Sequence[int]) -> int | None:
    """The next value of the same kind in the paragraph, else the last before."""
    alike = [index for index in others if _of_one_kind(claims[old], claims[index])]
    behind = [index for index in alike if index > old]
    return behind[0] if behind else alike[-1] if alike else None


def _of_one_kind(a: Claim, b: Claim) -> bool:
    if (a.kind, a.dimension) != (b.kind, b.dimension) or a.kind == "quotation" or a.value == b.value:
        return False
    return a.kind == "date" or bool(a.dimension) or a.counted == b.counted or "?" in (a.counted, b.counted)
