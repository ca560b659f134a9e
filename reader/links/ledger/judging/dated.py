"""Whether two dates of different sources are of the same event, by the evidence."""

from __future__ import annotations

import math

from reader.links.ledger import words
from reader.links.ledger.claims.asides import NAMING, SAID
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.records import RECORD
from reader.links.ledger.clock import minutes
from reader.links.ledger.judging.apart import elsewhere, of_other_moments, of_other_stories, opposite
from reader.links.ledger.judging.known import (
    DATE_DIFFERENT,
    DATE_SAME,
    DIFFERENT,
    FOREIGN,
    SOMETHING,
    TALLIED,
    Evidence,
    Least,
    beside,
    surely_one,
    told_beside,
)
from reader.links.ledger.verdicts import Judgement
from reader.mentions import DateValue

PUT_OUT = frozenset({"dateline", "time stamp"})
"""Where a date tells only when the account itself was put out."""
_NEVER_APART = frozenset({"limit", "world time again"})
"""Where two times that are not one contradict nothing: something was so by each, or the local ones tell it already."""


_FINE = frozenset({"time", "day", "interval", "week", "month", "quarter", "season"})
_COARSE = frozenset({"year", "decade", "century"})
_TOLD = 3
"""Words of its own from which on a sentence tells what happened, though it names nobody and no place."""
_HOURS, _DAY = 2, 24 * 60
"""Hours that two times of day may lie apart that stand alone for each other, and the minutes of a day."""


def told_in(claim: Claim) -> str:
    """How exactly a date is told; of one that is told from the account's own, over years, the year ("three years ago").

    That is read as a month, since it is hardly eleven of them more or less.
    """
    assert isinstance(claim.value, DateValue)
    years = claim.past and claim.value.relative and claim.value.precision == "month"
    return "year" if years else claim.value.precision


def dates_judged(a: Claim, b: Claim, judgement: Judgement | None) -> Judgement | None:
    """The judgement on two dates given that on their values; None when they should not be set against each other."""
    if judgement is None or a.aside != b.aside or a.aside in PUT_OUT or opposite(a, b) or _now(a) != _now(b):
        return None
    told_for_else = SAID in (a.role, b.role) or a.role == b.role == NAMING or of_other_moments(a, b)
    if judgement.verdict == "differ" and (a.aside in _NEVER_APART or told_for_else):
        return None
    assert isinstance(a.value, DateValue) and isinstance(b.value, DateValue)
    if judgement.verdict == "compatible" and told_in(a) == told_in(b) == "year":
        return Judgement("agree", "the same year")  # "in 2016", "three years ago"
    if judgement.verdict == "differ" and a.role == b.role == RECORD and _a_year_apart(a.value, b.value):
        return Judgement("compatible", "a year apart, as years that are counted back may be")
    return judgement if judgement.verdict != "differ" or _comparable_precision(a.value, b.value) else None


def _a_year_apart(a: DateValue, b: DateValue) -> bool:
    years = [value.low.year for value in (a, b) if value.low]
    return len(years) > 1 and abs(years[0] - years[1]) <= 1


def dates_of_one_event(a: Claim, b: Claim, judgement: Judgement, evidence: Evidence) -> tuple[float, Judgement] | None:
    """The score and judgement of two dates; None when nothing tells that they are of one event."""
    assert isinstance(a.value, DateValue)
    context, telling = evidence.context, evidence.telling
    chance = a.value.precision == "day" and telling == 0 and a.language == b.language and not evidence.tallies
    if judgement.verdict == "agree" and chance and nothing_shared(a, b):
        return None
    if evidence.together and judgement.verdict == "agree" and a.value.resolved and _one_event(a, b, evidence):
        return (evidence.together + 0.3, judgement)
    if elsewhere(a, b) and not (judgement.verdict == "agree" and surely_one(evidence)):
        return None
    if a.value.precision == "time" and of_other_stories(a, b):
        return None
    if a.role == b.role == RECORD and evidence.tallies and judgement.verdict != "differ":
        return (TALLIED + context, judgement)
    if a.value.precision == "time" and evidence.tallies and max(context, evidence.aligned) >= SOMETHING:
        return (TALLIED + context, judgement)
    if evidence.together >= Least.ALONE[0] and _hours_apart(a.value, b.value) <= _HOURS:
        return (context, judgement)
    if a.language and b.language and a.language != b.language:
        return (context, judgement) if judgement.verdict != "differ" and context >= FOREIGN else None
    if judgement.verdict == "differ":
        if evidence.tallies and told_beside(evidence) and (evidence.aligned >= DIFFERENT or _words_shared(a, b)):
            return (TALLIED + context, judgement)
        surely, alike = Least.ALONE
        alone = evidence.together >= surely and context >= alike and _told_alike(a, b)
        aligned, told = Least.BESIDE
        same_beside = min(evidence.aligned, context) >= aligned and telling >= told and len(beside(a, b)) > 1
        return (context, judgement) if alone or same_beside or min(context, telling) >= Least.OTHER_DAYS else None
    day = a.value.resolved and a.value.precision == "day"
    if judgement.verdict == "agree" and day and evidence.aligned >= DIFFERENT and _births(a) == _births(b):
        return (context + 0.1, judgement)
    fit = judgement.verdict == "agree" or a.value.precision == "time"
    if evidence.tallies and fit and (evidence.aligned or telling):
        return (context + 0.3, judgement)
    needed = DATE_DIFFERENT if _year_unnamed(a, b) else 0.0
    return (context + 0.3, judgement) if context >= DATE_SAME and telling > needed else None


def nothing_shared(a: Claim, b: Claim) -> bool:
    """Whether two sentences name other people and places, and have no word in common; or only one tells of a birth."""
    if _births(a) != _births(b):
        return True
    said = [{term for term in claim.terms if term[0] != "@"} for claim in (a, b)]
    if a.entities & b.entities or said[0] & said[1]:
        return False
    both_name = bool(a.entities and b.entities and all(said))
    return both_name or (bool(a.entities or b.entities) and min(map(len, said)) >= _TOLD)


def _words_shared(a: Claim, b: Claim) -> bool:
    """Whether two sentences have more in common than that they tell of what had been."""
    return a.terms.keys() & b.terms.keys() != {"had"}


def _hours_apart(a: DateValue, b: object) -> float:
    """How many hours lie between two times of day, over midnight where that is less; infinite for other dates."""
    one, other = minutes(a), minutes(b) if isinstance(b, DateValue) else None
    if one is None or other is None:
        return math.inf
    gap = abs(one - other) % _DAY
    return min(gap, _DAY - gap) / 60


def _year_unnamed(a: Claim, b: Claim) -> bool:
    """Whether one of two dates is a year told from the account's own ("last year"): many things are of that year."""
    said = [c.mention.text for c in (a, b) if isinstance(c.value, DateValue) and c.value.precision == "year"]
    return len(said) > 1 and not all(any(c.isdigit() for c in text) for text in said)


def _comparable_precision(a: DateValue, b: DateValue) -> bool:
    """Whether two dates are told on one scale: a day and its month can contradict, a month and a year hardly do."""
    told = {a.precision, b.precision}
    return len(told) == 1 or told <= _FINE or told <= _COARSE


def _told_alike(a: Claim, b: Claim) -> bool:
    """Whether both sentences tell what happened in words of one kind, whose names are in capitals ("KILLED")."""
    return any(term.isupper() and term[0] not in "@=" for term in a.terms.keys() & b.terms.keys())


def _one_event(a: Claim, b: Claim, known: Evidence) -> bool:
    """Whether nothing speaks against two equal dates of aligned sentences being of one event."""
    if known.telling < DATE_DIFFERENT and (_year_unnamed(a, b) or _years_told_otherwise(a, b)):
        return False
    one_day = known.tallies and known.together >= DIFFERENT
    return _births(a) == _births(b) and (known.telling > 0 or one_day or not (a.entities and b.entities))


def _years_told_otherwise(a: Claim, b: Claim) -> bool:
    """Whether only one of two dates is a year that is counted back ("in 2016", "three years ago")."""
    assert isinstance(a.value, DateValue) and isinstance(b.value, DateValue)
    return told_in(a) == "year" and a.value.precision != b.value.precision


def _births(claim: Claim) -> bool:
    """Whether a sentence tells of a birth, whose day may well be that of something else."""
    return "BORN" in claim.terms


def _now(claim: Claim) -> bool:
    """Whether a date is only that of telling ("now"), on which nothing need have happened."""
    return claim.mention.text.casefold() in words.NOW
