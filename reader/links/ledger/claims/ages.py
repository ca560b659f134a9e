"""Whose age a number is: of the name beside it, or of the person told of most where it only points back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.links.ledger import words
from reader.links.ledger.claims.counting.stated import at_his_age
from reader.links.ledger.claims.durations import in_time
from reader.links.ledger.claims.scenes import Scene
from reader.mentions import Quantity
from reader.stopping import watched
from reader.text import Span

if TYPE_CHECKING:
    from reader.links.ledger.claims.contexts import Claim

_YOUNGEST, _OLDEST = 1, 115
_DAYS = 365.2425
_BACK = 20
"""How many passages back the person is looked for to whom "the 49-year-old" points."""
_REACH = 60
_MAY_BE_PEOPLE = frozenset({"person", "name"})
_LINK = re.compile(
    r"(?:['’]s)?(?:,| \()? ?(?:(?:who|he|she) )?(?:(?:is|was|turns|turned|aged|at) )?(?:an? |now |only |just |then )?"
)
""" "Berg, 58", "Berg, who is 58", "Berg, a 58-year-old driver": nothing else between a name and an age."""
_TELLING_LINK = re.compile(r"\b(?:is|was|turns|turned|aged|at) ")
_TO_NAME = re.compile(r"(?:[ -](?!and\b|or\b|of\b|from\b|with\b|in\b|at\b|by\b|son\b|daughter\b)[a-z’'-]+){0,4} ")
""" "The 58-year-old singer Berg"."""
_POINTS_BACK = re.compile(r"\b[Tt]he (?:now |then )?$")
_SOMEBODY_OF = re.compile(r"\b(?:an?|the|one) (?:[a-z-]+ )?(?P<noun>[a-z]+) of $", re.I)
""" "A shepherd of 70"."""
_NO_COUNT = re.compile(r"[.,;:)]|$| (?:and|was|is|had|has|who|the)\b")


def with_owners(claims: list[Claim], scenes: Sequence[Scene], entity_of: Mapping[str, str]) -> None:
    """Name in each age among the claims whose it is, and make ages of numbers right behind a name ("who is 61")."""
    asked = [at for at, claim in enumerate(watched(claims)) if claim.role == "age" or _may_be_an_age(claim)]
    if not asked:
        return
    for at in asked:
        claim = claims[at]
        scene, span = scenes[claim.passage], claim.mention.span
        beside = _beside(scene, span, _people(scene, entity_of))
        if claim.role != "age" and not (beside or _of_somebody(scene.text, span)):
            continue
        owner = beside or (_pointed_back(scenes, scene, span, entity_of) if _points_back(scene.text, span) else "")
        claims[at] = _as_age(claim, owner)


def _may_be_an_age(claim: Claim) -> bool:
    """Whether a number leaves out what it counts and could be of years somebody lived."""
    if claim.counted != "?" or claim.dimension or not isinstance(claim.value, Quantity):
        return False
    low = claim.value.low
    return low is not None and low == claim.value.high and _YOUNGEST <= low <= _OLDEST


def _people(scene: Scene, entity_of: Mapping[str, str]) -> list[tuple[Span, str]]:
    return [(m.span, entity_of[m.id]) for m in scene.mentions if m.kind in _MAY_BE_PEOPLE and m.id in entity_of]


def _beside(scene: Scene, span: Span, people: Sequence[tuple[Span, str]]) -> str:
    """The person whose name stands right before or right behind an age; "" where none does."""
    before = next((held for held in reversed(people) if held[0].end <= span.start), None)
    if before and span.start - before[0].end <= _REACH:
        between = scene.text[before[0].end : span.start]
        bare = span.of(scene.text).isdigit() or "old" in span.of(scene.text) or _TELLING_LINK.search(between)
        if bare and _LINK.fullmatch(between) and _NO_COUNT.match(scene.text, span.end):
            return before[1]
        if "old" in span.of(scene.text) and _LINK.fullmatch(between):
            return before[1]
    behind = next((held for held in people if held[0].start >= span.end), None)
    if behind and "old" in span.of(scene.text) and behind[0].start - span.end <= _REACH:
        return behind[1] if _TO_NAME.fullmatch(scene.text, span.end, behind[0].start) else ""
    return ""


def _of_somebody(text: str, span: Span) -> bool:
    """Whether a number tells the age of one whom only a noun names ("a shepherd of 70")."""
    found = _SOMEBODY_OF.search(text, max(0, span.start - _REACH), span.start)
    if not found or found["noun"] in words.GROUPS or not _NO_COUNT.match(text, span.end):
        return False
    return words.singular(found["noun"]) == found["noun"] and words.human(words.counted_class(found["noun"]))


def _points_back(text: str, span: Span) -> bool:
    if at_his_age(text, span):
        return True
    old = text.endswith("old", span.start, span.end)
    return old and _POINTS_BACK.search(text, max(0, span.start - _REACH), span.start) is not None


def _pointed_back(scenes: Sequence[Scene], scene: Scene, span: Span, entity_of: Mapping[str, str]) -> str:
    """The person whom an account has named in most passages up to a place; of several the one named last."""
    near = scenes[max(0, scene.index - _BACK) : scene.index + 1]
    persons = {entity_of.get(m.id) for each in near for m in each.mentions if m.kind == "person"}
    told: list[str] = []
    for each in near:
        named = dict.fromkeys(entity for held, entity in _people(each, entity_of) if held.end <= span.start)
        told += [entity for entity in named if entity in persons]
    often = Counter(told)
    return max(reversed(told), key=often.__getitem__, default="")


def _as_age(claim: Claim, owner: str) -> Claim:
    value = claim.value
    if isinstance(value, Quantity) and not claim.dimension:
        value = in_time(value, "year", _DAYS)
    entities = claim.entities | {owner} if owner else claim.entities
    return replace(
        claim, value=value, dimension="time", counted="", role="age", subject=owner, entities=entities,
        cumulative=False, when=(), past=False,
    )  # fmt: skip
