"""Claims of aligned passages that can only be meant for each other: the one number of such things in either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from reader.links.alignments import Alignments, Columns
from reader.links.comparing_memory import Memory
from reader.links.ledger.contexts import Claim
from reader.links.ledger.roles import NEUTRAL
from reader.links.ledger.told import Told
from reader.links.ledger.verdicts import judge_values, near_values
from reader.stopping import checkpoint

_TOGETHER = 0.5
"""Least score of an alignment that says its passages tell of the same."""
_MARGIN = 0.1
"""How much better the passage of one option must be aligned than that of another."""
_CROWDED = 12
"""A passage with more claims is a list or a table: nothing in it stands alone."""

Alike = Callable[[Claim, Claim], bool]
_Pairs = dict[tuple[int, int], float]


class Partners:
    """Pairs of claims, by index, that stand alone for each other, and how surely their passages are aligned.

    `alike` says whether two claims can be of the same thing. Each pair of sources is worked through for itself, and
    only once for the same claims and alignments.
    """

    def __init__(self, told: Sequence[Told], alignments: Alignments, alike: Alike, memory: Memory) -> None:
        self._found: _Pairs = {}
        by_source = {each.source: each for each in told}
        for a, b, columns in alignments.by_sources():
            checkpoint()
            if a not in by_source or b not in by_source:
                continue
            left, right = sorted((by_source[a], by_source[b]), key=lambda each: each.first)
            columns = columns if left.source == a else columns.turned()
            key = ("partners", left.key, right.key, columns.key)
            pairs = memory.get(key, lambda: _Pairing(left, right).pairs(columns, alike))  # noqa: B023
            for (i, j), score in pairs.items():
                self._found[left.first + i, right.first + j] = score

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self._found)

    def together(self, a: int, b: int) -> float:
        """The score of the alignment that pairs two claims; 0 where nothing does."""
        return self._found.get((min(a, b), max(a, b)), 0.0)


class _Pairing:
    """Pairs off the claims of two sources, by their places in each.

    Equal values are paired first, then close ones, then those to whom the same happened; what is left in a passage is
    paired where only one is left.
    """

    def __init__(self, left: Told, right: Told) -> None:
        self._left, self._right = left, right

    def pairs(self, columns: Columns, alike: Alike) -> _Pairs:
        found: _Pairs = {}
        options = self._options(columns, alike)
        for surely in (self._equal, self._close, self._befallen_alike, _any):
            paired = _paired_off({pair: score for pair, score in options.items() if surely(*pair)})
            found |= paired
            ones, others = {a for a, _ in paired}, {b for _, b in paired}
            options = {(a, b): score for (a, b), score in options.items() if a not in ones and b not in others}
        return found

    def _options(self, columns: Columns, alike: Alike) -> _Pairs:
        options: _Pairs = {}
        for one, other, score in columns:
            if score < _TOGETHER:
                continue
            ours, theirs = self._left.by_passage.get(one, ()), self._right.by_passage.get(other, ())
            checkpoint()
            if max(len(ours), len(theirs)) > _CROWDED:
                continue
            for a in ours:
                for b in theirs:
                    if alike(self._left.claims[a], self._right.claims[b]):
                        options[a, b] = max(score, options.get((a, b), 0.0))
        return options

    def _equal(self, a: int, b: int) -> bool:
        checkpoint()
        (low, high), (other_low, other_high) = self._left.reach[a], self._right.reach[b]
        if low > other_high or other_low > high:
            return False
        judged = judge_values(self._left.claims[a].value, self._right.claims[b].value)
        return judged is not None and judged.verdict == "agree"

    def _close(self, a: int, b: int) -> bool:
        checkpoint()
        return near_values(self._left.claims[a].value, self._right.claims[b].value)

    def _befallen_alike(self, a: int, b: int) -> bool:
        return self._left.claims[a].role == self._right.claims[b].role not in NEUTRAL


def _any(a: int, b: int) -> bool:
    return True


def _paired_off(options: Mapping[tuple[int, int], float]) -> _Pairs:
    """The pairs of claims that are each other's only option, or clearly the best."""
    of_one: dict[int, list[tuple[float, int]]] = defaultdict(list)
    of_other: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), score in options.items():
        checkpoint()
        of_one[a].append((score, b))
        of_other[b].append((score, a))
    best = {b: _clearly_best(held) for b, held in of_other.items()}
    chosen = ((a, _clearly_best(held)) for a, held in of_one.items())
    return {(a, b): options[a, b] for a, b in chosen if b is not None and best[b] == a}


def _clearly_best(options: list[tuple[float, int]]) -> int | None:
    """The option in the passage that is aligned clearly better than those of the others; None where several are."""
    if len(options) == 1:
        return options[0][1]
    first, *others = sorted(options, reverse=True)[:2]
    return first[1] if not others or others[0][0] <= first[0] - _MARGIN else None
