"""The claims of each source as the ledger sets them against those of others, and what stands for them in a memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.links.ledger.contexts import Claim
from reader.links.ledger.verdicts import reach
from reader.links.values import Entity


def name_of(entity: Entity) -> str:
    """What claims call an entity: its first mention, which stays the same when others join or part; its id does not."""
    return entity.mentions[0]


@dataclass(frozen=True)
class Told:
    """What one source claims: `first` is the place of its first claim among all, `key` stands for these claims."""

    source: str
    key: int
    first: int
    claims: Sequence[Claim]

    @cached_property
    def by_passage(self) -> dict[int, list[int]]:
        """The claims of each passage, by their places in `claims`."""
        held: dict[int, list[int]] = defaultdict(list)
        for place, claim in enumerate(self.claims):
            held[claim.passage].append(place)
        return dict(held)

    @cached_property
    def reach(self) -> list[tuple[float, float]]:
        """Between which ends a value must reach that can agree with that of each claim."""
        return [reach(claim.value) for claim in self.claims]
