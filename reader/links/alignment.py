"""Pair passages of two sources that speak of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz


def passage_similarity(a: str, b: str) -> float:
    """How far two passages say the same, 0-1."""
    return fuzz.token_set_ratio(a.casefold(), b.casefold()) / 100


def align_passages(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, float]]:
    """Pairs (index in `a`, index in `b`, score 0-1), sparse, many-to-many, in order of `a`."""
    pairs = []
    for i, left in enumerate(a):
        scored = [(passage_similarity(left, right), j) for j, right in enumerate(b)]
        best = max(scored, default=(0.0, 0))
        if best[0] >= 0.5:
            pairs.append((i, best[1], best[0]))
    return pairs
