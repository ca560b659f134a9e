"""Numbers that count some of others: "five of the dead were children", "of whom eleven were minors"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.links.ledger import words
from reader.links.ledger.claims.counting.before import Before
from reader.mentions import Quantity
from reader.text import Span

if TYPE_CHECKING:
    from reader.links.ledger.claims.contexts import Claim

_REACH = 60
OF_WHOM = Before(
    r"\b(?:of|among) (?:whom|them|which|these|those)(?: (?:at least|about|some|only))?\s+$",
    "whom them which these those least about some only", re.I,
)  # fmt: skip
_ALL = re.compile(r"\b[Aa]ll (?:the )?$")
""" "All seven of those": not some of them."""
_OF = re.compile(r"\s+of (?:them|whom|these|those|(?:the|these|those) (?P<whole>[a-z]+))\b")
_GRAVELY = re.compile(
    r"(?: of (?:them|whom|these|those|the (?:injured|wounded|hurt|victims|survivors|patients|passengers)))?"
    r"(?: (?:others|people|victims|patients|passengers|survivors|men|women|children))?"
    r"(?: (?:were|was|are|is|remain|remained|still|very)){0,2}"
    r" (?:fighting for (?:their|his|her) li(?:ves|fe)\b"
    r"|(?:seriously|severely|gravely|critically|badly|dangerously)(?! (?:damaged|hit|affected|needed))\b"
    r"|in (?:an? )?(?:serious|critical|grave) (?:condition|state)\b)"
)
""" "Seventeen were hurt, four of them seriously", "nine of the injured were in critical condition", "five were fighting
for their lives"."""
_INCLUDING = ("including ", "among them ", "among the dead are ", "among the dead were ")
_LEFT_OUT = ("All but ", "all but ", "All except ", "all except ")
""" "All but three of the dead were men"."""
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_EDGE = re.compile(r"[.,;:!?()\n–—“”\"]")
_NEAR = 3
"""How many passages on "one missile" may be one of those counted."""
_LINKING = words.AUXILIARIES | {"all", "also", "being", "just", "only"}


class Part(NamedTuple):
    """Whom a number counts among others, as a class of people ("" where that is not said), and what befell these."""

    counted: str
    role: str


def part_at(text: str, span: Span) -> Part | None:
    """What the number at `span` counts where it is of some of others; else None.

    The role is that which the word for the others tells ("of the dead"), "" where they are only pointed back to.
    """
    behind = text[span.end : span.end + _REACH]
    if text.endswith(_LEFT_OUT, 0, span.start) and _OF.match(behind):
        return Part("", "")  # of those told of then
    if _GRAVELY.match(behind):
        return Part("person", "gravely wounded")
    before = text[max(0, span.start - _REACH) : span.start]
    found = None if _ALL.search(before) else _OF.match(behind)
    whole = found["whole"] if found else None
    if found is None and not OF_WHOM.stands(before, before.rstrip().casefold()):
        return None
    role = words.fate(whole) if whole else ""
    if whole and not role:
        return None  # "three of the houses"
    return Part(_kind(behind[found.end() if found else 0 :]), role)


def is_of_them(before: str, behind: str) -> bool:
    """Whether a number between these words is of some of those spoken of ("five of them"), not of all ("all five")."""
    found = _OF.match(behind)
    return found is not None and found["whole"] is None and not _ALL.search(before)


def is_among(text: str, span: Span) -> bool:
    """Whether the number at `span` counts some of others: "three of the dead", "including three children"."""
    return text.endswith(_INCLUDING, 0, span.start) or part_at(text, span) is not None


def with_one_of_them(claims: list[Claim]) -> None:
    """Mark as a part each "one" of what the account has counted before: "Three missiles hit. One missile left …"."""
    several: dict[str, int] = {}
    for at, claim in enumerate(claims):
        value = claim.value
        if not isinstance(value, Quantity) or claim.dimension or claim.counted in ("", "?") or value.low is None:
            continue
        if value.low > 1 and claim.role in ("", "strength"):
            several[claim.counted] = claim.passage
        near = claim.passage - several.get(claim.counted, -_NEAR) < _NEAR
        if near and value.low == value.high == 1 and claim.mention.text.lower() == "one":
            claims[at] = replace(claim, role="part")


def _kind(behind: str) -> str:
    """The class of people that the words right behind name ("were children", "young men"), "" where they do not."""
    edge = _EDGE.search(behind)
    said = _WORD.findall(behind[: edge.start() if edge else None])
    others = 0
    for word in said[:4]:
        counted = words.counted_class(word)
        if words.human(counted) and counted != "person":
            return counted
        others += word not in _LINKING
        if others > 1 or (word in words.STOP and word not in _LINKING):
            return ""
    return ""
