"""The claims of each source as the ledger sets them against those of others, and every two sources side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np

from reader.links.alignments import Alignments, Columns
from reader.links.comparing_memory import Memory
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.pairing.weighing.figures import Figures, Numbers, Places
from reader.links.values import Entity

_ALIGNED = 0.5
"""Least score of passages that are surely aligned."""


def name_of(entity: Entity) -> str:
    """What claims call an entity: its first mention, which stays the same when others join or part; its id does not."""
    return entity.mentions[0]


@dataclass(frozen=True, eq=False)
class Told:
    """What one source claims: `first` is the place of its first claim among all.

    `key` stands in a memory for these claims. `corrections` maps the places of claims that the source takes back to
    those in their place. `names` are what it names anywhere, and what goes with that; `cited` are those organisations
    that are only named for what they say.
    """

    source: str
    key: int
    first: int
    claims: Sequence[Claim]
    figures: Figures
    corrections: Mapping[int, int]
    names: frozenset[str]
    cited: frozenset[str] = frozenset()


class Accounts(NamedTuple):
    """Two accounts, the first of them that which comes first, and their aligned passages.

    `key` stands in a memory for what is aligned, `aligned` is how many passages have one of their own in the other
    account that is surely aligned with them.
    """

    left: Told
    right: Told
    columns: Columns
    key: int
    aligned: int


def side_by_side(told: Sequence[Told], alignments: Alignments, memory: Memory) -> list[Accounts]:
    """Every two accounts."""
    place = {each.source: number for number, each in enumerate(told)}
    aligned = {}
    for a, b, columns in alignments.by_sources():
        if a in place and b in place:
            turned = place[a] > place[b]
            aligned[(b, a) if turned else (a, b)] = columns.turned() if turned else columns
    found = []
    for left, right in combinations(told, 2):
        columns = aligned.get((left.source, right.source)) or Columns()
        key = memory.one(("aligned passages", *columns.key))
        surely = memory.get(("surely aligned", key), lambda: _surely_aligned(columns))  # noqa: B023
        found.append(Accounts(left, right, columns, key, surely))
    return found


def _surely_aligned(columns: Columns) -> int:
    sure = np.frombuffer(columns.scores) >= _ALIGNED
    sides = (np.frombuffer(held, dtype=np.intc)[sure] for held in (columns.ones, columns.others))
    return min(int(np.count_nonzero(np.bincount(held))) for held in sides)


class Sides:
    """Some pairs of accounts, whose claims are told by their places among those of all accounts, the `told`.

    `left` and `right` number the accounts of each pair; `source` is the account of each claim, `first` the first claim
    of each account and `count` how many it has.
    """

    def __init__(self, told: Sequence[Told], accounts: Sequence[Accounts]) -> None:
        self.told, self.accounts = told, accounts
        self.claims = [claim for each in told for claim in each.claims]
        place = {each.source: number for number, each in enumerate(told)}
        pairs = [(place[each.left.source], place[each.right.source]) for each in accounts]
        self.left, self.right = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
        self.first = np.array([each.first for each in told], dtype=np.intp)
        self.count = np.array([len(each.claims) for each in told], dtype=np.intp)
        self.source = np.repeat(np.arange(len(told)), self.count)
        self._which = np.full((len(told), len(told)), -1, dtype=np.intp)
        self._which[self.left, self.right] = np.arange(len(accounts))

    def of(self, ones: Places, others: Places) -> Places:
        """The pair of accounts that each two claims are of, the first of them those of the first account; or -1."""
        return self.between(self.source[ones], self.source[others])

    def between(self, left: Places, right: Places) -> Places:
        """The pair that each two accounts, by their numbers, are; or -1."""
        return self._which[left, right]

    def parted(self, ones: Places, others: Places) -> list[Places]:
        """Where the pairs of claims of each pair of accounts stand among some."""
        side = self.of(ones, others)
        order = np.argsort(side, kind="stable")
        bounds = np.searchsorted(side[order], np.arange(len(self.accounts) + 1)).tolist()
        return [order[start:end] for start, end in pairwise(bounds)]

    @cached_property
    def aligned(self) -> tuple[Places, Places, Places, Numbers]:
        """What is aligned in all pairs of accounts: which pair, the two passages, and how surely."""
        columns = [each.columns for each in self.accounts]
        ones, others = (
            np.frombuffer(b"".join(held), dtype=np.intc).astype(np.intp)
            for held in ([each.ones for each in columns], [each.others for each in columns])
        )
        which = np.repeat(np.arange(len(columns)), [len(each.ones) for each in columns])
        return which, ones, others, np.frombuffer(b"".join(each.scores for each in columns))
