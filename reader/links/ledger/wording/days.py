"""The day that stands for the dates of a row, as people write it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reader.links.ledger.claims.contexts import Claim
from reader.mentions import DateValue

_MONTHS = (
    "", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Those of `calendar` are of the language of the machine."""
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def finest(claims: Sequence[Claim]) -> Claim:
    """The claim whose date is told most finely, of several such the earliest; of dates not known the first."""
    known = [claim for claim in claims if isinstance(claim.value, DateValue) and claim.value.resolved]
    return min(known, key=_fineness, default=claims[0])


def day_of(claim: Claim) -> str:
    """The date of a claim as people write it, else in the words of the text."""
    written = _written(claim.value.iso) if isinstance(claim.value, DateValue) else ""
    return written or " ".join(claim.mention.text.split())


def _fineness(claim: Claim) -> tuple[object, ...]:
    value = claim.value
    assert isinstance(value, DateValue)
    days = (value.high - value.low).days if value.low and value.high else 0
    return not _written(value.iso), days, value.iso


@lru_cache(maxsize=5_000)
def _written(iso: str) -> str:
    """A date as people write it ("24 November 2016", "October 2024", "1978"); "" for what is no plain date."""
    match = _ISO.fullmatch(iso)
    if not match:
        return ""
    year, month, day = match.groups()
    if month and not 1 <= int(month) <= 12:
        return ""
    parts = [str(int(day)) if day else "", _MONTHS[int(month)] if month else "", year]
    return " ".join(part for part in parts if part)
