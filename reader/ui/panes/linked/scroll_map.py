"""Where a place in one text has its counterpart in another: a piecewise-linear map through aligned passages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from reader.stepping import Steps
from reader.text import Span

_STEEPEST, _SOFT = 4, 60
"""Between two ties the follower moves at most so much faster or slower; gaps are taken as so many characters longer."""

_AT_A_TIME = 200
"""So many ties are weighed between two breaths."""


class Tie(NamedTuple):
    """Two passages that correspond; `weight` 0-1 says how surely, `manual` ties (the reader's own) come before all."""

    a: Span
    b: Span
    weight: float
    manual: bool = False


def chaining(ties: Iterable[Tie]) -> Steps[list[Tie]]:
    """Find the heaviest set of ties in which both texts run forwards, so that following it never turns back.

    A tie weighs the fourth power of its strength, so that a few weak ones do not outvote one that is sure, times the
    root of its length. Ties that cross one of the reader's own are left out first; among the reader's own, the later
    one given wins. O(n log n) in the number of machine ties.
    """
    free: list[Tie] = []
    manual: list[Tie] = []
    for number, tie in enumerate(ties):
        if len(tie.a) and len(tie.b):
            (manual if tie.manual else free).append(tie)
        if number % _AT_A_TIME == 0:
            yield
    fixed: list[Tie] = []
    for tie in reversed(manual):
        if all(_agree(tie, other) for other in fixed):
            fixed.append(tie)
    fixed.sort(key=lambda t: t.a)
    found = yield from _heaviest((yield from _fitting(free, fixed)) if fixed else free)
    return sorted([*fixed, *found], key=lambda t: (t.a.start, t.b.start))


def _fitting(ties: list[Tie], fixed: list[Tie]) -> Steps[list[Tie]]:
    """Those of the ties that run forwards with all of some that run forwards themselves."""
    found: list[Tie] = []
    for start in range(0, len(ties), _AT_A_TIME):
        found += [tie for tie in ties[start : start + _AT_A_TIME] if _fits(tie, fixed)]
        yield
    return found


def _agree(one: Tie, two: Tie) -> bool:
    return (one.a.end <= two.a.start and one.b.end <= two.b.start) or (
        two.a.end <= one.a.start and two.b.end <= one.b.start
    )


def _fits(tie: Tie, fixed: list[Tie]) -> bool:
    """Whether a tie runs forwards with its neighbours among ties that run forwards themselves."""
    k = bisect_left(fixed, tie.a.start, key=lambda t: t.a.start)
    return all(_agree(tie, other) for other in fixed[max(0, k - 1) : k + 1])


def _heaviest(ties: list[Tie]) -> Steps[list[Tie]]:
    """The heaviest forward chain, by a Fenwick tree of maxima over where ties end in the second text."""
    order = sorted(range(len(ties)), key=[t.a.start for t in ties].__getitem__)
    yield
    by_end = sorted(range(len(ties)), key=[t.a.end for t in ties].__getitem__)
    yield
    rank = {end: n for n, end in enumerate(sorted({t.b.end for t in ties}), 1)}
    ends = list(rank)
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(rank) + 1)
    best: list[tuple[float, int]] = [(0.0, -1)] * len(ties)
    done = 0
    for number, i in enumerate(order):
        if number % _AT_A_TIME == 0:
            yield
        while done < len(by_end) and ties[by_end[done]].a.end <= ties[i].a.start:
            j = by_end[done]
            k = rank[ties[j].b.end]
            while k < len(tree):
                tree[k] = max(tree[k], (best[j][0], j))
                k += k & -k
            done += 1
        before = (0.0, -1)
        k = bisect_right(ends, ties[i].b.start)
        while k:
            before = max(before, tree[k])
            k -= k & -k
        tie = ties[i]
        best[i] = (before[0] + tie.weight**4 * sqrt(min(len(tie.a), len(tie.b))), before[1])
    chain = []
    at = max(range(len(ties)), key=lambda i: best[i][0], default=-1)
    while at >= 0:
        chain.append(ties[at])
        at = best[at][1]
    return chain[::-1]


class ScrollMap:
    """Maps positions (code points, with fractions) of text A to text B and back, strictly increasing both ways.

    The starts of tied passages correspond, and so do their ends, unless what follows in one text is so much longer that
    the pane would leap; then the way to the next tie is spread over the whole passage. All else is interpolated.
    """

    def __init__(self, chain: list[Tie], length_a: int, length_b: int) -> None:
        """`chain`: ties in which both texts run forwards, as `chaining` finds them."""
        self.chain = chain
        knots = [(0.0, 0.0)]
        whole = Tie(Span(length_a, length_a + 1), Span(length_b, length_b + 1), 1.0)
        for tie, after in pairwise([*self.chain, whole]):
            knots.append((float(tie.a.start), float(tie.b.start)))
            if _gentle(tie, after):
                knots.append((float(tie.a.end), float(tie.b.end)))
        knots.append((float(max(length_a, 1)), float(max(length_b, 1))))
        kept = [knots[0]]
        for a, b in knots[1:]:
            if a > kept[-1][0] and b > kept[-1][1]:
                kept.append((a, b))
        if kept[-1] != knots[-1]:
            while len(kept) > 1 and (kept[-1][0] >= knots[-1][0] or kept[-1][1] >= knots[-1][1]):
                kept.pop()
            kept.append(knots[-1])
        self._a = [a for a, _ in kept]
        self._b = [b for _, b in kept]

    def forward(self, position: float) -> float:
        """The place in B that corresponds to a place in A."""
        return _interpolate(position, self._a, self._b)

    def backward(self, position: float) -> float:
        """The place in A that corresponds to a place in B."""
        return _interpolate(position, self._b, self._a)


def _gentle(tie: Tie, after: Tie) -> bool:
    """Whether the gap to the next tie is of a like length in both texts; a few words more or less never matter."""
    a, b = after.a.start - tie.a.end + _SOFT, after.b.start - tie.b.end + _SOFT
    return max(a, b) <= _STEEPEST * min(a, b)


def _interpolate(x: float, xs: list[float], ys: list[float]) -> float:
    k = min(max(bisect_right(xs, x), 1), len(xs) - 1)
    x0, x1, y0, y1 = xs[k - 1], xs[k], ys[k - 1], ys[k]
    return y0 + (y1 - y0) * min(max((x - x0) / (x1 - x0), 0.0), 1.0)
