"""Decide whether two names are one, and say why."""

from __future__ import annotations

from rapidfuzz import fuzz

from reader.links.values import NameMatch


def same_name(a: str, b: str, *, transliterate: bool = True) -> NameMatch:
    """Compare two names; `transliterate` allows matches across scripts."""
    score = fuzz.ratio(a.casefold(), b.casefold())
    band = "sure" if score >= 90 else "possible" if score >= 75 else "different"
    return NameMatch(score, band, "same letters" if score == 100 else "similar letters")  # type: ignore[arg-type]
