"""The claims of each source as the ledger sets them against those of others, and what stands for them in a memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.pairing.figures import Figures
from reader.links.values import Entity


def name_of(entity: Entity) -> str:
    """What claims call an entity: its first mention, which stays the same when others join or part; its id does not."""
    return entity.mentions[0]


@dataclass(frozen=True)
class Told:
    """What one source claims: `first` is the place of its first claim among all.

    Numbers stand for all of it in a memory: `key` for these claims, and `figured` for the `figures` alone, which stay
    the same when what the claims name is called otherwise. `corrections` maps the places of claims that the source
    takes back to those in their place. `names` are what it names anywhere, and what goes with that.
    """

    source: str
    key: int
    first: int
    claims: Sequence[Claim]
    figures: Figures
    figured: int
    corrections: Mapping[int, int]
    names: frozenset[str]
