"""Whether two accounts tell of one event, or of nothing in common, by how many of their passages are aligned."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import numpy as np

from reader.links.alignments import Alignments, Columns
from reader.links.comparing_memory import Memory
from reader.links.ledger.pairing.told import Told

_LONG = 4
"""Passages from which on two accounts of one thing are hardly without any that are aligned."""
_ALIGNED, _PASSAGES, _PART = 0.5, 4, 0.2
"""How surely, how many and what part of the passages of two accounts are aligned that tell of one event."""


def of_one_event(a: Told, b: Told, columns: Columns, memory: Memory) -> bool:
    """Whether so much of two accounts is aligned that they tell of one event."""
    shorter = min(_passages(a), _passages(b))
    aligned = memory.get(("one event", columns.key), lambda: _aligned(columns))
    return aligned >= max(_PASSAGES, _PART * shorter)


def accounts_of_one_event(
    told: Sequence[Told], alignments: Alignments, memory: Memory
) -> list[tuple[Told, Told, Columns]]:
    """The pairs of accounts that tell of one event, the first of them first, each with what is aligned."""
    by_source = {each.source: each for each in told}
    found = []
    for a, b, columns in alignments.by_sources():
        if a in by_source and b in by_source and of_one_event(by_source[a], by_source[b], columns, memory):
            left, right = sorted((by_source[a], by_source[b]), key=lambda each: each.first)
            found.append((left, right, columns if left.source == a else columns.turned()))
    return found


def strangers(told: Sequence[Told], alignments: Alignments, memory: Memory) -> set[tuple[str, str]]:
    """The accounts, by their letters in either order, that have nothing to do with each other.

    No passages of the two are surely aligned, or no name stands in both, unless they are of two languages, or one names
    nothing, and much is aligned. Of short ones nothing is known.
    """
    by_source = {each.source: each for each in told if _passages(each) >= _LONG}
    near = set()
    for a, b, columns in alignments.by_sources():
        if a in by_source and b in by_source and memory.get(("one event", columns.key), lambda: _aligned(columns)):  # noqa: B023
            one, other = by_source[a], by_source[b]
            named = one.names and other.names and one.claims[0].language == other.claims[0].language
            if not one.names.isdisjoint(other.names) or (not named and of_one_event(one, other, columns, memory)):
                near |= {(a, b), (b, a)}
    return {pair for pair in permutations(by_source, 2) if pair not in near}


def _passages(told: Told) -> int:
    """How many passages an account has up to its last claim."""
    return told.claims[-1].passage + 1 if told.claims else 0


def _aligned(columns: Columns) -> int:
    """How many passages have one of their own in the other account that is surely aligned with them."""
    sure = np.frombuffer(columns.scores) >= _ALIGNED
    sides = (np.frombuffer(held, dtype=np.intc)[sure] for held in (columns.ones, columns.others))
    return min(int(np.count_nonzero(np.bincount(held))) for held in sides)
