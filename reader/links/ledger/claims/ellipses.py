"""Numbers that leave out the unit of another: "forty cents instead of 55", "10 %; they want twelve", "three and four
years"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.links.ledger.claims.durations import in_time
from reader.links.ledger.claims.scenes import Scene
from reader.links.ledger.intervals import dimension
from reader.mentions import Duration, Quantity

if TYPE_CHECKING:
    from reader.links.ledger.claims.contexts import Claim

_REACH = 40
_SET_AGAINST = re.compile(
    r"\b(?:instead of|rather than|against|compared with|compared to|(?:up|down) from)"
    r"(?: about| some| only| just| nearly)? $"
)
_ENDS = re.compile(r"\s*(?:[.,;:)]|$|(?:a|in|last|the) (?:year|month|week|quarter|summer|winter)\b|and\b|but\b)")
_BACK = 4
_TIMES = 4
"""How often one of two values that are set against each other may hold the other."""
_NO_MULTIPLES = frozenset({"", "kelvin"})
"""Dimensions of values that have no unit, or whose units do not begin at nought."""
_AND = re.compile(r",? (?:and|or|y|o|und|oder|et|ou|e|en|of|и|или|та|і|ve|veya|و|أو) ?")
""" "Three and four years", "de 24 y 33 años"."""


def with_units(claims: list[Claim], scenes: Sequence[Scene]) -> None:
    """Give bare numbers the unit of the number before them, where they are set against it or go on with its shares, and
    those that "and" joins to a stretch of time its unit."""
    for at, claim in enumerate(claims):
        if claim.dimension or claim.counted not in ("?", "figure") or not isinstance(claim.value, Quantity):
            continue
        if years := _joined_to(claim, claims[at + 1 : at + 2], scenes[claim.passage].text):
            claims[at] = years
            continue
        before = next((each for each in reversed(claims[max(0, at - _BACK) : at]) if each.kind == "quantity"), claim)
        value, unit = claim.value, before.value
        if isinstance(unit, Quantity) and _leaves_out(claim, before, scenes[claim.passage]) and _of_a_size(value, unit):
            base = _in_base_unit(value, unit)
            value = replace(value, unit=unit.unit, base_unit=unit.base_unit, base_low=base, base_high=base)
            claims[at] = replace(claim, value=value, dimension=dimension(value), counted="", role=before.role)


def _joined_to(claim: Claim, following: Sequence[Claim], text: str) -> Claim | None:
    """A number as a stretch of time in the unit of the one that "and" joins to it, if there is one."""
    value, behind = claim.value, following[0] if following else None
    if behind is None or not isinstance(behind.value, Duration) or not isinstance(value, Quantity):
        return None
    unit, days = behind.value, behind.value.low_days
    if not (value.low and unit.low and days) or not _AND.fullmatch(
        text, claim.mention.span.end, behind.mention.span.start
    ):
        return None
    stretch = in_time(value, unit.unit, days / unit.low)
    return replace(claim, value=stretch, dimension=behind.dimension, counted="", role=behind.role, cumulative=False)


def _leaves_out(claim: Claim, before: Claim, scene: Scene) -> bool:
    """Whether a number is told in the unit of the one before it: in its sentence, or, of shares, in the one before."""
    span = claim.mention.span
    if before.dimension in _NO_MULTIPLES or not _ENDS.match(scene.text, span.end):
        return False
    if claim.passage == before.passage:
        return _SET_AGAINST.search(scene.text, max(scene.begin, span.start - _REACH), span.start) is not None
    return claim.counted == "figure" and before.dimension == "%" and claim.passage == before.passage + 1


def _of_a_size(value: Quantity, other: Quantity) -> bool:
    low, other_low = value.low, other.low
    if low is None or low != value.high or not other_low or not low:
        return False
    return max(low, other_low) <= _TIMES * min(low, other_low)


def _in_base_unit(value: Quantity, unit: Quantity) -> float | None:
    """A value in the base unit, where that is known."""
    if not (unit.base_low and unit.low and value.low):
        return None
    return value.low * unit.base_low / unit.low
