"""What stands around the claims of each source as columns, by numbers that all sources share."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Sequence, Sized
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from reader.links.ledger import words
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.pairing.told import Told
from reader.links.ledger.pairing.weighing.figures import Marks, Numbers, Places
from reader.mentions import DateValue, Quantity
from reader.stopping import checkpoint, watched

_Kind = TypeVar("_Kind", bound=np.generic)
_MOST_NUMBERED = 1_000_000
"""Terms and the like that keep their numbers from one comparison to the next."""


class Surroundings:
    """What stands around the claims of one source.

    The terms of all claims stand one behind the other, `count` of each claim: `factor` is what it weighs there, `word`
    marks those that are no names, `seen` those that count in telling how rare a term is: of one claim of each of the
    `sentences`. `asked` are the terms that bring claims together, `asking` of each. `block` and `tally` tell claims
    apart that are never of one thing, and never the same number of an account; `only` marks those that are the only
    number of such a thing. `named` are the `names` that each claim names, one claim behind the other.
    """

    def __init__(self, claims: Sequence[Claim], number: _Number) -> None:
        self.term = number.all(term for claim in watched(claims) for term in claim.terms)
        self.count = _lengths([claim.terms for claim in claims])
        factors = [factor for claim in watched(claims) for factor in claim.terms.values()]
        self.factor: Numbers = np.array(factors, dtype=float)
        self.word: Marks = np.array([term[0] != "@" for claim in claims for term in claim.terms], dtype=bool)
        checkpoint()
        self.passage: Places = np.array([claim.passage for claim in claims], dtype=np.intp)
        self.seen: Marks = np.repeat(np.diff(self.passage, prepend=-1) != 0, self.count)
        self.sentences = len(set(self.passage.tolist()))
        asked = [_asked(claim) for claim in watched(claims)]
        self.asked, self.asking = number.all(term for held in asked for term in held), _lengths(asked)
        self.block = number.all(_block(claim) for claim in watched(claims))
        self.tally = number.all(_tally(claim) for claim in watched(claims))
        _, which, often = np.unique(self.tally, return_inverse=True, return_counts=True)
        self.only: Marks = often[which] == 1
        self.subject = number.all(claim.subject for claim in watched(claims))
        self.named = number.all(name for claim in watched(claims) for name in claim.entities)
        self.names = _lengths([claim.entities for claim in claims])
        self.days: Numbers = np.array([_days(claim) for claim in watched(claims)], dtype=float).reshape(-1, 2).T
        self.daily: Marks = np.array([claim.daily for claim in claims], dtype=bool)
        kinds = [claim.kind for claim in claims]
        self.quantity: Marks = np.array([kind == "quantity" for kind in kinds], dtype=bool)
        self.date: Marks = np.array([kind == "date" for kind in kinds], dtype=bool)
        self.said: Marks = np.array([not (claim.aside or claim.taken_back) for claim in claims], dtype=bool)


class _Number:
    """Gives each thing a number that it keeps; nothing has the number 0."""

    def __init__(self) -> None:
        self.given: dict[Hashable, int] = {"": 0}

    def all(self, things: Iterable[Hashable]) -> Places:
        given = self.given
        return np.array([given.setdefault(thing, len(given)) for thing in things], dtype=np.intp)


class AllSurroundings:
    """What stands around the claims of the sources of the last comparison."""

    def __init__(self) -> None:
        self._held: dict[int, Surroundings] = {}
        self._number = _Number()

    def of(self, told: Sequence[Told]) -> list[Surroundings]:
        """What stands around the claims of these sources; of others it is forgotten."""
        if len(self._number.given) > _MOST_NUMBERED:
            self._held, self._number = {}, _Number()
        held = self._held
        self._held = {each.key: held.get(each.key) or Surroundings(each.claims, self._number) for each in told}
        return list(self._held.values())


def joined(held: Iterable[npt.NDArray[_Kind]]) -> npt.NDArray[_Kind]:
    """Columns of several sources one behind the other."""
    return np.concatenate(list(held), axis=-1)


def _lengths(held: Sequence[Sized]) -> Places:
    return np.array([len(each) for each in held], dtype=np.intp)


def _block(claim: Claim) -> tuple[str, str, str]:
    """Claims of two blocks are never of one thing."""
    person = claim.counted == "?" or words.human(claim.counted)
    return claim.kind, claim.dimension, "" if claim.dimension else "human" if person else claim.counted


def _asked(claim: Claim) -> tuple[str, ...]:
    """What brings a claim together with others: its terms, and its value even where their sentences share no word."""
    value = claim.value
    if isinstance(value, DateValue):
        return (*claim.terms, f"={value.iso}")
    return (*claim.terms, f"={value.low}") if isinstance(value, Quantity) else (*claim.terms,)


def _tally(claim: Claim) -> tuple[str, str, str, str, bool]:
    role = "" if claim.role == "strength" else claim.role
    counted = "person" if role and claim.counted == "?" else claim.counted
    return claim.kind, claim.dimension, counted, role, claim.past


def _days(claim: Claim) -> tuple[float, float]:
    """The first and the last day that a claim is of; not numbers where nothing tells."""
    days = claim.when
    return (min(low for low, _ in days), max(high for _, high in days)) if days else (math.nan, math.nan)
