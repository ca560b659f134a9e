"""Judgements on the values of claims, kept from one comparison to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count

from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.judging.sameness import values_judged
from reader.links.ledger.verdicts import Judgement


class ValuesJudged:
    """What the values of two claims say, as far as they were judged in the last comparison.

    There are many pairs: they are kept by two numbers as one, not by their claims.
    """

    def __init__(self) -> None:
        self._new = count()
        self._number: dict[Claim, int] = {}
        self._known: dict[int, Judgement | None] = {}

    def among(self, claims: Sequence[Claim]) -> Callable[[int, int], Judgement | None]:
        """What tells the judgement on the values of two of these claims, by index; what is not asked is forgotten."""
        held = self._number
        numbers = [held[claim] if claim in held else next(self._new) for claim in claims]
        before, known = self._known, dict[int, Judgement | None]()
        self._number, self._known = dict(zip(claims, numbers, strict=True)), known

        def judgement(a: int, b: int) -> Judgement | None:
            key = numbers[a] << 32 | numbers[b]
            if key not in known:
                known[key] = before[key] if key in before else values_judged(claims[a], claims[b])
            return known[key]

        return judgement
