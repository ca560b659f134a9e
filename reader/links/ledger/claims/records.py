"""How long something had not been so: "the first strike since 1989" and "the first strike in 34 years" are one year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from reader.links.ledger.claims.scenes import Scene
from reader.mentions import DateValue, Duration

if TYPE_CHECKING:
    from reader.links.ledger.claims.contexts import Claim

RECORD = "record"
_REACH = 90
_UTMOST = (
    r"\b(?:(?:first|last|[a-z]+est|worst|best|most|least)\b"
    r"(?: (?!(?:has|have|had|who|is|was|are|were)\b)[\w’'-]+){0,8}?"
    r"|(?:no|nothing|never|not(?: \w+)?(?: been)? (?:so|such|as|this))\b(?: [\w’'-]+){0,8}?)"
)
_SINCE = re.compile(rf"{_UTMOST} since $", re.I)
_IN_YEARS = re.compile(rf"{_UTMOST} (?:in|for)(?: about| nearly| almost| some| over| more than)? $", re.I)
_NONE_SUCH = re.compile(r" (?:there (?:was|were|has been|had been) )?(?:no|nobody|nothing)\b")
""" "In thirty-one years there was no wind like it"."""
_LONG = 150


def with_records(claims: list[Claim], scenes: Sequence[Scene]) -> None:
    """Mark the dates since which something had not been so, and make years of the times for which it had not."""
    for at, claim in enumerate(claims):
        if isinstance(claim.value, DateValue) and claim.value.precision == "year":
            if _stands(_SINCE, scenes[claim.passage], claim):
                claims[at] = replace(claim, role=RECORD)
        elif isinstance(claim.value, Duration) and claim.value.unit == "year" and claim.told:
            years, scene = claim.value.low, scenes[claim.passage]
            if years is None or years != claim.value.high or years > _LONG:
                continue
            if _stands(_IN_YEARS, scene, claim) or _NONE_SUCH.match(scene.text, claim.mention.span.end):
                claims[at] = _as_year(claim, int(years))


def _stands(pattern: re.Pattern[str], scene: Scene, claim: Claim) -> bool:
    start = claim.mention.span.start
    return pattern.search(scene.text, max(scene.begin, start - _REACH), start) is not None


def _as_year(claim: Claim, years: int) -> Claim:
    """The year so many years before the account."""
    year = date.fromordinal(claim.told).year - years
    value = DateValue(date(year, 1, 1), date(year, 12, 31), f"{year}", "year")
    return replace(claim, kind="date", value=value, dimension="", role=RECORD, cumulative=False)
