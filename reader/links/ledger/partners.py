"""Claims of aligned passages that can only be meant for each other: the one number of such things in either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from reader.links.alignments import Alignments
from reader.links.ledger.contexts import Claim
from reader.links.ledger.roles import NEUTRAL
from reader.links.ledger.verdicts import judge_values, near_values, reach
from reader.stopping import checkpoint

_TOGETHER = 0.5
"""Least score of an alignment that says its passages tell of the same."""
_MARGIN = 0.1
"""How much better the passage of one option must be aligned than that of another."""
_CROWDED = 12
"""A passage with more claims is a list or a table: nothing in it stands alone."""


class Partners:
    """Pairs of claims, by index, that stand alone for each other, and how surely their passages are aligned.

    `alike` says whether two claims can be of the same thing. Equal values are paired first, then close ones, then
    those to whom the same happened; what is left in a passage is paired where only one is left.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        alignments: Alignments,
        alike: Callable[[Claim, Claim], bool],
    ) -> None:
        self._claims = claims
        self._sources = [claim.source for claim in claims]
        self._reach = [reach(claim.value) for claim in claims]
        checkpoint()
        options = self._options(alignments, alike)
        self._found: dict[tuple[int, int], float] = {}
        taken: set[tuple[int, str]] = set()
        for surely in (self._equal, self._close, self._befallen_alike):
            taken = self._pair_off({pair: score for pair, score in options.items() if surely(*pair)}, taken)
            options = {(a, b): score for (a, b), score in options.items() if self._open(a, b, taken)}
        self._pair_off(options, taken)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self._found)

    def together(self, a: int, b: int) -> float:
        """The score of the alignment that pairs two claims; 0 where nothing does."""
        return self._found.get((min(a, b), max(a, b)), 0.0)

    def _options(self, alignments: Alignments, alike: Callable[[Claim, Claim], bool]) -> dict[tuple[int, int], float]:
        held: dict[tuple[str, int], list[int]] = defaultdict(list)
        for index, claim in enumerate(self._claims):
            held[claim.source, claim.passage].append(index)
        options: dict[tuple[int, int], float] = {}
        for source, i, other, j, score in alignments.between(held):
            ours, theirs = held[source, i], held[other, j]
            checkpoint()
            if score < _TOGETHER or max(len(ours), len(theirs)) > _CROWDED:
                continue
            for a in ours:
                for b in theirs:
                    if alike(self._claims[a], self._claims[b]):
                        pair = (a, b) if a < b else (b, a)
                        options[pair] = max(score, options.get(pair, 0.0))
        return options

    def _equal(self, a: int, b: int) -> bool:
        checkpoint()
        (low, high), (other_low, other_high) = self._reach[a], self._reach[b]
        if low > other_high or other_low > high:
            return False
        judged = judge_values(self._claims[a].value, self._claims[b].value)
        return judged is not None and judged.verdict == "agree"

    def _close(self, a: int, b: int) -> bool:
        checkpoint()
        return near_values(self._claims[a].value, self._claims[b].value)

    def _befallen_alike(self, a: int, b: int) -> bool:
        return self._claims[a].role == self._claims[b].role not in NEUTRAL

    def _open(self, a: int, b: int, taken: set[tuple[int, str]]) -> bool:
        return (a, self._sources[b]) not in taken and (b, self._sources[a]) not in taken

    def _pair_off(self, options: Mapping[tuple[int, int], float], taken: set[tuple[int, str]]) -> set[tuple[int, str]]:
        """Pair claims that are each other's only option, or clearly the best; gives `taken` with them."""
        sources = self._sources
        open_to: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
        for (a, b), score in options.items():
            checkpoint()
            open_to[a, sources[b]].append((score, b))
            open_to[b, sources[a]].append((score, a))
        settled = set(taken)
        best = {place: _clearly_best(held) for place, held in open_to.items()}
        for (a, _), chosen in best.items():
            checkpoint()
            if chosen is not None and a < (b := chosen) and best[b, sources[a]] == a:
                self._found[a, b] = options[a, b]
                settled |= {(a, sources[b]), (b, sources[a])}
        return settled


def _clearly_best(options: list[tuple[float, int]]) -> int | None:
    """The option in the passage that is aligned clearly better than those of the others; None where several are."""
    if len(options) == 1:
        return options[0][1]
    first, *others = sorted(options, reverse=True)[:2]
    return first[1] if not others or others[0][0] <= first[0] - _MARGIN else None
