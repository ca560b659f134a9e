"""What is known of two claims beyond their values: how much speaks for their being of one thing, and how much must."""

from __future__ import annotations

from typing import NamedTuple

from reader.links.ledger import words
from reader.links.ledger.claims.contexts import Claim

SAME, DIFFERENT, SURELY = 0.34, 0.5, 0.6
"""What two sentences share whose equal numbers are of one thing, whose other ones are; and how sure an alignment is."""
OF_ONE_FATE, SINGLE = 0.1, 0.2
"""What it adds that the same befell those whom two numbers count, and that they are the only ones of their sources."""
DATE_SAME, DATE_DIFFERENT, _DATE_BESIDE, FOREIGN = 0.35, 0.55, 0.3, 0.2
_CLOSE = 1e-9
_SURELY_ONE = 0.85
"""Alignment from which two sentences whose words are the same by half are one."""
SURELY_ALIKE, ALIKE = 0.7, 0.4
"""Alignment and shared words from which two numbers of people are of the same people."""
SOMETHING = 0.1
TALLIED = 0.5
"""The score of two tallies of one event."""
_TELLING_LITTLE = frozenset({"PAID", "OWED", "DAMAGED", "person", "had", "last", "first", "new"})


class Least:
    """What must speak for a pair if anything is to come of it; see `judged`.

    The context of a pair that neither stands alone nor is of tallies; the alignment that is enough for one day
    (`SAME_DAY`); and what two days that are not one need: context
    and telling words (`OTHER_DAYS`), or alignment and context where they stand alone (`ALONE`), or alignment with
    context, and telling words, where the same stands beside them (`BESIDE`).
    """

    NUMBERS = SAME - OF_ONE_FATE - _CLOSE
    SINGLE_NUMBERS = NUMBERS - SINGLE
    DATES = min(FOREIGN, DATE_SAME)
    SAME_DAY = DIFFERENT
    OTHER_DAYS = DATE_DIFFERENT
    ALONE = SURELY, SURELY_ALIKE
    BESIDE = DIFFERENT, _DATE_BESIDE


class Evidence(NamedTuple):
    """What speaks for two claims being of one thing, 0-1 each.

    `context`: what their sentences share; `telling`: the words alone; `single`: each is the only number its source
    gives of such a thing; `together`: how surely aligned the passages are in which they stand alone for each other;
    `aligned`: how surely their passages are aligned, alone or not; `tallies`: they are the tallies of one kind, or one
    day, in two accounts of one event.
    """

    context: float
    telling: float
    single: bool
    together: float
    aligned: float
    tallies: bool = False


def surely_one(known: Evidence) -> bool:
    """Whether two sentences say all but the same, so that equal values are of one thing whatever places they name."""
    return known.aligned >= _SURELY_ONE and known.telling >= DIFFERENT


def told_beside(known: Evidence) -> bool:
    """Whether the sentences around two claims have at least something in common."""
    return known.telling >= SOMETHING or known.aligned >= DIFFERENT


def beside(a: Claim, b: Claim) -> frozenset[str]:
    """What stands right beside both, and tells of what they are: "profit", "waves", not that something rose."""
    return (a.close & b.close) - words.OPPOSED - _TELLING_LITTLE
