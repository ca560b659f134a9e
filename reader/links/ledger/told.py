"""The claims of each source as the ledger sets them against those of others, and what stands for them in a memory."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter

from reader.links.ledger.contexts import Claim
from reader.links.ledger.figures import Figures
from reader.links.values import Entity


def name_of(entity: Entity) -> str:
    """What claims call an entity: its first mention, which stays the same when others join or part; its id does not."""
    return entity.mentions[0]


_KEYS = attrgetter(*(field.name for field in fields(Claim) if field.name not in ("mention", "terms", "repeats")))


def key_of(claim: Claim) -> tuple[Hashable, ...]:
    """All that can decide what a claim is to another."""
    return (*_KEYS(claim), frozenset(claim.terms.items()))


@dataclass(frozen=True)
class Told:
    """What one source claims: `first` is the place of its first claim among all.

    Numbers stand for all of it in a memory: `key` for these claims, `numbers` for each of them, and `figured` for the
    `figures` alone, which stay the same when what the claims name is called otherwise.
    """

    source: str
    key: int
    first: int
    claims: Sequence[Claim]
    figures: Figures
    figured: int
    numbers: Sequence[int]
