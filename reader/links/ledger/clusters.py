"""Gather comparable claims into rows: each claim in one row at most, the surest pairs first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice

from reader.links.comparing_memory import Memory
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.counting.roles import NEUTRAL
from reader.links.ledger.intervals import scale
from reader.links.ledger.judging.apart import roles_apart
from reader.links.ledger.pairing.pairs import Link, same_form
from reader.links.ledger.pairing.told import Told
from reader.links.ledger.verdicts import TELLING, Judgement
from reader.links.values import Verdict
from reader.mentions import DateValue, Quantity, Quotation
from reader.stopping import checkpoint, watched

_Judged = Callable[[int, int], Judgement | None]
"""Tells how the values of two claims, by index, stand to each other."""
_WEEK = 7
"""Days up to which a stretch may be another word for one of its days ("last week", "on 13 March")."""
_MOST_JUDGED = 16
"""Claims of one row that are all judged against each other."""


@dataclass(slots=True)
class Cluster:
    """Claims, by index, that make one row, and the links that hold them; `decided` when the verdict is the reader's.

    `voices` gives the claims of each source.
    """

    claims: list[int]
    links: list[Link] = field(default_factory=list)
    verdict: Verdict = "only"
    decided: bool = False
    voices: dict[str, list[int]] = field(default_factory=dict)


def gather(
    claims: Sequence[Claim], links: Sequence[Link], taken: set[int], corrections: Mapping[int, int],
    judged: _Judged,
) -> list[Cluster]:  # fmt: skip
    """Clusters of two sources or more; claims in `taken` already have their row.

    `corrections` maps claims that their source takes back to those in their place, which join the same row; `judged`
    tells how the values of two claims stand to each other.
    """
    rows = _Rows(claims, judged)
    back = {index for index, claim in enumerate(claims) if claim.taken_back}
    for link in watched(links):
        a, b, _, judgement = link
        if a in taken or b in taken or (judgement.verdict == "differ" and (a in back or b in back)):
            continue
        rows.join(a, b, link)
    for old, new in corrections.items():
        if old in rows.home and new not in taken:
            rows.join(old, new, None)
    _take_in_repeats(claims, rows, taken)
    clusters = list({id(cluster): cluster for cluster in rows.home.values()}.values())
    for cluster in watched(clusters):
        cluster.links += _missing(claims, cluster, judged)
        cluster.verdict = _overall(cluster.links)
    return clusters


def _take_in_repeats(claims: Sequence[Claim], rows: _Rows, taken: set[int]) -> None:
    """Bring into a row what its source says again elsewhere: the number of the heading, or of the summary."""
    said = {_said_again(claims[index]): index for index in sorted(rows.home, reverse=True)}
    for index, claim in enumerate(watched(claims)):
        if index not in rows.home and index not in taken and not claim.taken_back:
            first = said.get(_said_again(claim)) if _telling(claim) else None
            if first is not None:
                rows.join(first, index, None)


def _said_again(claim: Claim) -> tuple[object, ...]:
    return claim.source, claim.value, claim.counted, claim.role, claim.dimension


def _telling(claim: Claim) -> bool:
    """Whether a number is large, and says so well what it is of, that one account hardly gives it to two things."""
    if not isinstance(claim.value, Quantity) or claim.past or claim.role in ("part", "new"):
        return False
    return (claim.counted != "?" or claim.role not in NEUTRAL) and scale(claim.value) >= TELLING


class _Rows:
    """Rows in the making: `home` gives the row of each claim that has one."""

    def __init__(self, claims: Sequence[Claim], judged: _Judged) -> None:
        self._claims, self._judged = claims, judged
        self._roles = [claim.role for claim in claims]
        self._repeating: dict[tuple[int, int], bool] = {}
        self._apart: set[tuple[int, int]] = set()
        """Rows, by the first claim of each, that do not fit together: they never will, whatever joins them."""
        self.home: dict[int, Cluster] = {}

    def join(self, a: int, b: int, link: Link | None) -> None:
        """Bring the rows of two claims together, where that makes no source contradict itself."""
        left, right = self.home.get(a), self.home.get(b)
        if left is None or left is not right:
            rows = left.claims[0] if left else a, right.claims[0] if right else b
            if rows in self._apart:
                return
            left = self._together(rows, left or _of_one(self._claims, a), right or _of_one(self._claims, b))
        if left is not None and link is not None:
            left.links.append(link)

    def _together(self, rows: tuple[int, int], left: Cluster, right: Cluster) -> Cluster | None:
        """The row of the claims of two rows, which begin with these, if they fit together."""
        if not self._fits(left, right.voices):
            self._apart.add(rows)
            return None
        if len(left.claims) < len(right.claims):
            left, right = right, left
        left.claims += right.claims
        left.links += right.links
        for source, spoken in right.voices.items():
            left.voices.setdefault(source, []).extend(spoken)
        self.home |= dict.fromkeys(left.claims if len(left.claims) == 2 else right.claims, left)
        return left

    def _fits(self, held: Cluster, new: dict[str, list[int]]) -> bool:
        """A source may speak twice in one row only when it says the same every time, and all of what befell the same.

        `new` are the claims of each source.
        """
        first = held.claims[:_MOST_JUDGED]
        spoken = [index for indices in new.values() for index in indices[:_MOST_JUDGED]]
        if len({self._roles[index] for index in (*first, *spoken)}) > 1 and self._befell_others(first, spoken):
            return False
        return all(
            self._repeat(old, index)
            for source in new.keys() & held.voices.keys()
            for old in held.voices[source][:_MOST_JUDGED]
            for index in new[source][:_MOST_JUDGED]
        )

    def _befell_others(self, held: Sequence[int], new: Sequence[int]) -> bool:
        """Whether different things befell what some claims are of, and others."""
        one, other = self._by_role(held), self._by_role(new)
        return any(roles_apart(one[role], other[new_role]) for role in one for new_role in other if role != new_role)

    def _by_role(self, indices: Iterable[int]) -> dict[str, Claim]:
        """A claim of each role; which roles go together does not depend on anything else of the claims."""
        return {self._roles[index]: self._claims[index] for index in indices}

    def _repeat(self, one: int, other: int) -> bool:
        """Whether two claims of one source repeat each other ("17" in the heading, "at least 17 people" in the text):
        rows are set against each other again and again."""
        pair = (one, other)
        if pair not in self._repeating:
            self._repeating[pair] = self._same_said(one, other)
        return self._repeating[pair]

    def _same_said(self, one: int, other: int) -> bool:
        a, b = self._claims[one], self._claims[other]
        if a.value == b.value or a.taken_back or b.taken_back:
            return True
        if isinstance(a.value, DateValue) and isinstance(b.value, DateValue):
            may_be = all(v.low and v.high and (v.high - v.low).days < _WEEK for v in (a.value, b.value))
        else:
            may_be = isinstance(a.value, Quantity) and isinstance(b.value, Quantity) and a.role == b.role != ""
        judgement = self._judged(one, other) if may_be else None
        return judgement is not None and judgement.verdict != "differ"


def _of_one(claims: Sequence[Claim], index: int) -> Cluster:
    return Cluster([index], voices={claims[index].source: [index]})


def _missing(claims: Sequence[Claim], cluster: Cluster, judged: _Judged) -> list[Link]:
    """Judgements on the pairs of a row that were joined through a third claim only."""
    linked = {(link.a, link.b) for link in cluster.links}
    members = [(index, claims[index]) for index in sorted(cluster.claims)[:_MOST_JUDGED]]
    told = [(index, claim.source, claim.dimension) for index, claim in members if not claim.taken_back]
    found = []
    for (a, source, dimension), (b, other_source, other_dimension) in combinations(told, 2):
        if source == other_source or (a, b) in linked or dimension != other_dimension:
            continue  # of two dimensions they are where one leaves out its currency
        if judgement := judged(a, b):
            found.append(Link(a, b, 0.0, judgement))
    return found


def _overall(links: Sequence[Link]) -> Verdict:
    verdicts = {link.judgement.verdict for link in links}
    for verdict in ("differ", "same form only", "compatible"):
        if verdict in verdicts:
            return verdict
    return "agree"


def same_forms(claims: Sequence[Claim], taken: set[int], forbidden: set[frozenset[int]]) -> list[Cluster]:
    """Pairs of equal value but another referent among the claims that have no row, one pair for each claim at most."""
    by_value: dict[tuple[object, ...], dict[str, list[int]]] = {}
    for index, claim in enumerate(claims):
        if index in taken:
            continue
        checkpoint()
        value = claim.value
        key = (claim.kind, getattr(value, "iso", ""), getattr(value, "low", None), getattr(value, "high", None))
        by_value.setdefault(key, {}).setdefault(claim.source, []).append(index)
    clusters = []
    for members in by_value.values():
        for index in [index for held in members.values() for index in held] if len(members) > 1 else ():
            if index in taken:
                continue
            checkpoint()
            elsewhere = (other for source, held in members.items() if source != claims[index].source for other in held)
            for other in islice((o for o in elsewhere if o not in taken), _MOST_JUDGED):
                if frozenset((index, other)) not in forbidden and same_form(claims[index], claims[other]):
                    taken |= {index, other}
                    clusters.append(Cluster(sorted((index, other)), verdict="same form only"))
                    break
    return clusters


def alone(told: Sequence[Told], taken: set[int], memory: Memory) -> list[Cluster]:
    """What is left, by source; a source that says the same twice gets one row for it.

    Where another source gives the same value, even if nothing shows that it is of the same thing, nothing is said.
    """
    shown = [memory.get(("shown", each.key), lambda: [*map(_shown, each.claims)]) for each in told]  # noqa: B023
    sources = Counter(same for held in shown for same in set(held))
    found: list[Cluster] = []
    for each, held in zip(told, shown, strict=True):
        checkpoint()
        left: dict[tuple[object, ...], Cluster] = {}
        for index, same in enumerate(held, each.first):
            if index not in taken and sources[same] == 1:
                left.setdefault(same, Cluster([])).claims.append(index)
        found += left.values()
    return found


def _shown(claim: Claim) -> tuple[object, ...]:
    """What makes two claims of one source the same for the reader."""
    value = claim.value
    if isinstance(value, DateValue):
        told: tuple[object, ...] = (value.iso,)
    else:
        told = (value.words,) if isinstance(value, Quotation) else (value.low, value.high)
    return claim.kind, claim.dimension, claim.counted, *told
