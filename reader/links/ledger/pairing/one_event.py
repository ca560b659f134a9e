"""Whether two accounts tell of one event, by how many of their passages are aligned."""

from __future__ import annotations

from reader.links.alignments import Columns
from reader.links.comparing_memory import Memory
from reader.links.ledger.pairing.told import Told

_ALIGNED, _PASSAGES, _PART = 0.5, 4, 0.2
"""How surely, how many and what part of the passages of two accounts are aligned that tell of one event."""


def of_one_event(a: Told, b: Told, columns: Columns, memory: Memory) -> bool:
    """Whether so much of two accounts is aligned that they tell of one event."""
    shorter = min(each.claims[-1].passage + 1 if each.claims else 0 for each in (a, b))
    aligned = memory.get(("one event", columns.key), lambda: _aligned(columns))
    return aligned >= max(_PASSAGES, _PART * shorter)


def _aligned(columns: Columns) -> int:
    """How many passages have one of their own in the other account that is surely aligned with them."""
    ones, others = set(), set()
    for one, other, score in columns:
        if score >= _ALIGNED:
            ones.add(one)
            others.add(other)
    return min(len(ones), len(others))
