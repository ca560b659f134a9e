"""What speaks against two claims being of one thing: other fates, places, times, sizes."""

from __future__ import annotations

from collections.abc import Sequence

from reader.links.ledger import words
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.counting.roles import NEUTRAL
from reader.links.ledger.judging.known import beside
from reader.links.ledger.judging.sizes import of_a_size, size_of
from reader.links.ledger.verdicts import Judgement

_FAR, _OF_MANY = 10, {"time", "metre"}
FEW_DAYS, _WEEK = 3, 7
_WHOLE_YEAR = 364
_SAME_STORY = 60
"""Days between two accounts from which on what they leave undated may be of different events."""
_SPECIAL = frozenset({"part", "new", "age", "capacity", "magnitude", "ordinal", "gravely wounded", "against"})
"""Roles of numbers that only go with others of that role, as rates do."""

_CREW_AND_ALL = {"crew", "person"}
""" "121 people were aboard, nine crew among them"."""

_LONG_AND_TOOK = {"lasting", "taking"}
LEAVING = frozenset({"evacuated", "displaced"})
_SOME_PEOPLE = frozenset({"child", "woman"})
_INTENDED = frozenset({"plan", "intend", "want", "hope", "aim", "propos"})
_MONTH, _QUARTER, _YEAR = 27, 100, 366
"""Days between the ends of stretches that are told apart from the next: of a month, less than these."""


def roles_apart(a: Claim, b: Claim) -> bool:
    """Whether different things befell the counted (killed, wounded …), or one number is only a part of the other."""
    if a.role == b.role:
        return a.role == "aboard" and {a.counted, b.counted} == _CREW_AND_ALL
    if {a.role, b.role} == LEAVING:
        return False  # those who fled were brought away, or went by themselves
    if {a.role, b.role} == _LONG_AND_TOOK:
        return False
    if a.role.startswith("of ") and b.role.startswith("of "):
        return False  # of one stuff under two names, for all that is known: it is judged with the values
    if any(x.role == "freed" and y.counted in words.RESCUERS for x, y in ((a, b), (b, a))):
        return True  # those who free others
    special = any(role in _SPECIAL or role.startswith("per ") for role in (a.role, b.role))
    return bool(special or (a.role and b.role and not _same_distance(a.role, b.role)))


def on_other_sides(a: Claim, b: Claim) -> bool:
    """Whether two numbers are of the losses of one side of a fight and of the other."""
    if not (a.side and b.side) or a.role == "gathered":
        return False
    if a.side[0] == b.side[0] == "-":
        return False
    if "-" in (a.side[0], b.side[0]):
        return a.side.lstrip("-") == b.side.lstrip("-")
    return a.side != b.side


def told_by_others(a: Claim, b: Claim) -> bool:
    """Whether the office estimates one crowd, and the organisers the other."""
    return a.role == b.role == "gathered" and bool(a.side and b.side) and a.side != b.side


def of_other_stuff(a: Claim, b: Claim) -> bool:
    """Whether two amounts are of stuff that has two names ("of fuel", "of flour")."""
    named = a.role.startswith("of ") and b.role.startswith("of ") and a.role != b.role
    return named and not words.synonyms(a.role[3:], b.role[3:])


def of_other_indicators(a: Claim, b: Claim) -> bool:
    """Whether two measures are called by different names: a revenue and a profit, inflation and unemployment."""
    return bool(a.indicators and b.indicators) and not a.indicators & b.indicators


def only_one_changed(a: Claim, b: Claim) -> bool:
    """Whether one measure tells by how much something rose or fell, the other how high it stood, or of what it is."""
    return any(x.change and not y.change and (y.role == "level" or y.counted) for x, y in ((a, b), (b, a)))


def only_moved(a: Claim, b: Claim) -> bool:
    """Whether two shares have no more in common than that both rose, or fell, and whose they are."""
    shared = {term for term in a.terms.keys() & b.terms.keys() if term[0] not in "@="}
    return a.dimension == "%" and bool(shared) and shared <= words.OPPOSED


def of_other_bases(a: Claim, b: Claim) -> bool:
    """Whether two shares are of different things (of the seats, of the pupils), or tell different things of them (that
    they recovered, that they are women)."""
    if a.dimension != "%" or not (a.counted and b.counted) or "?" in (a.counted, b.counted):
        return False
    if a.language != b.language:
        return False
    if a.said_of and b.said_of and not a.said_of & b.said_of:
        return True
    if a.counted == b.counted or (words.human(a.counted) and words.human(b.counted)):
        return False
    return not (words.synonyms(a.counted, b.counted) or words.of_kind(a.counted, b.counted))


def _same_distance(a: str, b: str) -> bool:
    """Whether two distances may be from one place: where only one of them says from where, they may."""
    return a.startswith("distance") and b.startswith("distance") and "distance" in (a, b)


def opposite(a: Claim, b: Claim) -> bool:
    """Whether one sentence tells of a rise, or an opening, and the other of a fall, or a closure."""
    if not a.opposed or not b.opposed or a.role == b.role not in NEUTRAL:
        return False  # a toll that rose is that of the house that fell
    return _of_two(words.OPPOSITES, a.opposed, b.opposed)


def of_other_moments(a: Claim, b: Claim) -> bool:
    """Whether one sentence tells how something began, the other how it ended."""
    return _of_two(words.MOMENTS, a.opposed, b.opposed)


def _of_two(pairs: Sequence[tuple[str, str]], left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether of some pair of terms one side has only the one, the other side only the other."""
    return left != right and any(
        one in x and other in y and one not in y and other not in x
        for one, other in pairs
        for x, y in ((left, right), (right, left))
    )


def elsewhere(a: Claim, b: Claim) -> bool:
    """Whether the two sentences are about different places or bodies: each its own subject, unknown to the other."""
    if a.kind == "date" and a.entities and b.entities and not a.entities & b.entities:
        return True
    return bool(a.subject and b.subject and a.subject not in b.entities and b.subject not in a.entities)


def at_other_times(a: Claim, b: Claim) -> bool:
    """Whether both sentences say when, and the days lie more than a few apart; prices must be of one day."""
    if a.daily and b.daily:
        left, right = _trading_day(a), _trading_day(b)
        return bool(left and right) and not _near_days(left, right, 0)
    if a.when and b.when:
        return not _near_days(a.when, b.when, FEW_DAYS)
    return any(x.recent and not x.when and _in_a_year(y) for x, y in ((a, b), (b, a)))


def only_one_past(a: Claim, b: Claim) -> bool:
    """Whether only one of two numbers was long past: not where the other is undated, and the same stands beside it."""
    if a.years_back != b.years_back:
        return True
    if a.past == b.past:
        return False
    same_beside = beside(a, b) if a.dimension else a.terms.keys() & b.terms.keys() & _dates(a)
    return bool(a.when and b.when) or not same_beside


def _dates(claim: Claim) -> set[str]:
    """The terms of the dates beside a claim."""
    return {term for term in claim.terms if term[0] == "="}


def _in_a_year(claim: Claim) -> bool:
    """Whether no day is told, only the year, as of what was long ago ("in 2009", "last year")."""
    if not claim.when:
        return claim.past_year and not claim.recent
    return all(high - low >= _WHOLE_YEAR for low, high in claim.when)


def one_price(a: Claim, b: Claim, judgement: Judgement) -> bool:
    """Whether two prices agree, of which at most one is told with its day: a report of the week gives them again."""
    agree = a.daily and b.daily and judgement.verdict == "agree" and not (a.when and b.when)
    return agree and abs(a.told - b.told) <= _WEEK


def _trading_day(claim: Claim) -> Sequence[tuple[int, int]]:
    """The days a price can be of: those the sentence names, else the day of the account and the one before."""
    return claim.when or ([(claim.told - 1, claim.told)] if claim.told else [])


def _near_days(left: Sequence[tuple[int, int]], right: Sequence[tuple[int, int]], slack: int) -> bool:
    return any(
        low <= other_high + slack and other_low <= high + slack for low, high in left for other_low, other_high in right
    )


def far_off(a: Claim, b: Claim) -> bool:
    """Whether two measures are so far from each other that they are hardly of one thing (55 minutes, 55 years)."""
    told_alike = a.role == b.role not in NEUTRAL and a.dimension not in _OF_MANY and a.mention.kind != "money"
    if not a.dimension or told_alike:
        return False
    return min(size_of(a), size_of(b)) > 0 and not of_a_size(a, b, _FAR)


def of_other_lots(a: Claim, b: Claim) -> bool:
    """Whether two numbers that are not the same are rather of a whole and its part, of what is planned and what is
    done, or of one quarter and the next."""
    intended = [not (claim.dimension or _INTENDED.isdisjoint(claim.terms)) for claim in (a, b)]
    return _some_of_all(a, b) or intended[0] != intended[1] or _of_other_stretches(a, b)


def _of_other_stretches(a: Claim, b: Claim) -> bool:
    """Whether two numbers are told of months or quarters that are not the same, or two shares of years."""
    longest = _YEAR if a.dimension == "%" else _QUARTER
    stretches = all(_MONTH <= high - low < longest for low, high in (*a.when, *b.when))
    return bool(stretches and a.when and b.when) and not _near_days(a.when, b.when, 0)


def befell_others(a: Claim, b: Claim, judgement: Judgement, *, told_alike: bool) -> bool:
    """Whether two numbers are of two lots, by what befell them and the names beside them; `told_alike`: their sentences
    say all but the same, so that the names alone tell the lots apart."""
    differ, one_fated = judgement.verdict == "differ", _one_befell(a, b)
    return (differ and one_fated) or ((one_fated or (differ and told_alike)) and _named_otherwise(a, b))


def dated_within(a: Claim, b: Claim, judgement: Judgement) -> bool:
    """Whether a total over a time is not the other number, which is of a day: goals this season, goals on Saturday."""
    return judgement.verdict == "differ" and any(not claim.cumulative and claim.when for claim in (a, b))


def _one_befell(a: Claim, b: Claim) -> bool:
    """Whether only of one of two lots of things it is told what befell them: 26 lorries set out, six were burnt."""
    fated = [claim.role not in NEUTRAL for claim in (a, b)]
    thing = not a.dimension and a.counted == b.counted and not words.human(a.counted) and a.counted not in words.JOBS
    return fated[0] != fated[1] and thing


def _named_otherwise(a: Claim, b: Claim) -> bool:
    """Whether the sentences of two claims in one language name others each."""
    return a.language == b.language and bool(a.entities and b.entities) and not a.entities & b.entities


def _some_of_all(a: Claim, b: Claim) -> bool:
    """Whether fewer children than people are counted: the children are some of them."""
    return any(
        x.counted in _SOME_PEOPLE and y.counted == "person" and a.role == b.role and size_of(x) < size_of(y)
        for x, y in ((a, b), (b, a))
    )


def of_other_stories(a: Claim, b: Claim) -> bool:
    """Whether two numbers that do not say when stand in accounts of different times and name nothing in common."""
    return _written_apart(a, b, _SAME_STORY) and not (a.when and b.when) and not a.entities & b.entities


def of_other_months(a: Claim, b: Claim, judgement: Judgement) -> bool:
    """Whether two numbers differ that stand in accounts of different times and say of which days they are."""
    return _written_apart(a, b, _SAME_STORY) and bool(a.when and b.when) and judgement.verdict == "differ"


def of_other_accounts(a: Claim, b: Claim) -> bool:
    """Whether two numbers that do not say when stand in accounts of different times, which may tell of other events."""
    if a.when and b.when:
        return False
    if a.daily and b.daily and not (a.told and b.told):
        return True
    changed = (bool(a.dimension) and a.now != b.now) or (a.daily and b.daily)
    return _written_apart(a, b, FEW_DAYS if changed else _SAME_STORY)


def _written_apart(a: Claim, b: Claim, days: int) -> bool:
    """Whether two accounts are known to be of days that lie further apart."""
    return bool(a.told and b.told) and abs(a.told - b.told) > days
