"""Whether two claims of different sources are of the same thing, by the evidence, and what their values say then."""

from __future__ import annotations

from typing import NamedTuple

from reader.links.ledger import words
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.roles import NEUTRAL
from reader.links.ledger.judging.alike import counted_alike, of_a_kind, same_number
from reader.links.ledger.judging.apart import (
    at_other_times,
    elsewhere,
    far_off,
    of_other_accounts,
    of_other_stories,
    of_other_stuff,
    opposite,
    roles_apart,
)
from reader.links.ledger.judging.quotations import SHORT, judge_quotations, judge_wording, quoted_words, same_speaker
from reader.links.ledger.verdicts import TELLING, Judgement, judge_dates, judge_quantities, near_values, scale
from reader.mentions import DateValue, Duration, Quantity, Quotation

_SAME, _DIFFERENT, _ALL_BUT_SAME = 0.34, 0.5, 0.75
_DATE_SAME, _DATE_DIFFERENT, _DATE_BESIDE, _FOREIGN = 0.35, 0.55, 0.3, 0.2
_SINGLE, _OF_ONE_FATE = 0.2, 0.1
"""What it adds that numbers are the only ones of their sources, and that the same befell those they count."""
_CLOSE = 1e-9
_SURELY = 0.6
"""Least score of an alignment in which two numbers that are alone may contradict each other."""
_LITTLE = 0.2
"""Shared words that are enough for two measures alone in sentences that are all but the same."""
_EVERYWHERE = frozenset({"", "%", "time", "metre"})
"""Dimensions of which most accounts give several values; a speed or a temperature is mostly given once."""
_SOMETHING = 0.1
_TALLIED, _LITTLE_MORE, _NO_OTHER = 0.5, 1.5, 3
"""The score of two tallies of one event; how many times larger one of them may be where nothing befell the counted."""
_TOO_COMMON = NEUTRAL | {"ordinal"}
"""Roles of numbers that are told of many things of one account."""
_TELLING_LITTLE = frozenset({"PAID", "OWED", "DAMAGED", "person", "had", "last", "first", "new"})
_SURELY_ALIKE, _ALIKE = 0.7, 0.4
"""Alignment and shared words from which two numbers of people are of the same people."""


class Least:
    """What must speak for a pair if anything is to come of it; see `judged`.

    The context of a pair that neither stands alone nor is of tallies; and what two days that are not one need: context
    and telling words (`OTHER_DAYS`), or alignment and context where they stand alone (`ALONE`), or alignment with
    context, and telling words, where the same stands beside them (`BESIDE`).
    """

    NUMBERS = _SAME - _OF_ONE_FATE - _CLOSE
    SINGLE_NUMBERS = NUMBERS - _SINGLE
    DATES = min(_FOREIGN, _DATE_SAME)
    OTHER_DAYS = _DATE_DIFFERENT
    ALONE = _SURELY, _SURELY_ALIKE
    BESIDE = _DIFFERENT, _DATE_BESIDE


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


def values_judged(a: Claim, b: Claim) -> Judgement | None:
    """The judgement on the values of two claims; None when the two should not be set against each other.

    That of quotations is not the last word: they may be two translations of one, if their sentences are aligned.
    """
    if isinstance(a.value, Quotation) and isinstance(b.value, Quotation):
        return judge_quotations(a.value, b.value, same_speaker=same_speaker(a, b))
    return _dates_judged(a, b) if a.kind == "date" else _quantities_judged(a, b)


def judged(a: Claim, b: Claim, judgement: Judgement | None, known: Evidence) -> tuple[float, Judgement] | None:
    """The score and judgement of a pair, given that on its values; None when the two should not be set together."""
    if a.kind == "quotation":
        return _quotations(a, b, judgement, known)
    if judgement is None:
        return None
    return _dates(a, b, judgement, known) if a.kind == "date" else _quantities(a, b, judgement, known)


def _quantities_judged(a: Claim, b: Claim) -> Judgement | None:
    if (
        not counted_alike(a, b)
        or roles_apart(a, b)
        or opposite(a, b)
        or (a.cumulative != b.cumulative and not of_a_kind(a))
        or elsewhere(a, b)
        or (at_other_times(a, b) and not same_number(a, b))
        or of_other_stories(a, b)
    ):
        return None
    assert not isinstance(a.value, DateValue | Quotation) and not isinstance(b.value, DateValue | Quotation)
    judgement = judge_quantities(a.value, b.value)
    if judgement is None:
        return None
    if judgement.verdict != "agree" and of_other_stuff(a, b):
        return None
    if judgement.verdict == "differ" and (a.past != b.past or of_other_accounts(a, b) or far_off(a, b)):
        return None
    return judgement


def _quantities(a: Claim, b: Claim, judgement: Judgement, known: Evidence) -> tuple[float, Judgement] | None:
    if known.together < _SURELY and at_other_times(a, b):
        return None
    if a.cumulative != b.cumulative and not (known.single and known.telling >= _SAME):
        return None  # a total over years is not what happened now
    if judgement.verdict == "differ" and a.role == "magnitude" and not known.tallies:
        return None  # another tremor
    if judgement.verdict == "differ" and a.role == "age" and not (known.single and a.subject == b.subject != ""):
        return None  # one account may tell of several girls
    return (
        _stand_alone(a, b, known, judgement)
        or _shared(a, b, known, counted_alike(a, b), judgement)
        or _of_the_event(a, b, known, judgement)
    )


def _of_the_event(a: Claim, b: Claim, known: Evidence, judgement: Judgement) -> tuple[float, Judgement] | None:
    """The dead here and the dead there: tallies of the one event that both accounts tell of."""
    if not known.tallies:
        return None
    if isinstance(a.value, Duration) and judgement.verdict == "compatible":
        return None  # any stretch lies within the limit of a longer one
    sizes = [scale(claim.value) for claim in (a, b) if isinstance(claim.value, Quantity | Duration)]
    if (a.dimension or a.role in NEUTRAL or a.role == "population") and max(sizes) > _NO_OTHER * min(sizes):
        return None
    few = a.role in _TOO_COMMON and min(sizes) < TELLING
    alone = known.single and (judgement.verdict == "agree" or max(sizes) <= _LITTLE_MORE * min(sizes))
    if few and known.single and of_a_kind(a) and of_a_kind(b):
        few = False
    if (a.dimension or few) and not (_told_beside(known) or (a.dimension and alone)):
        return None
    return (_TALLIED + known.context, judgement)


def _told_beside(known: Evidence) -> bool:
    """Whether the sentences around two claims have at least something in common."""
    return known.telling >= _SOMETHING or known.aligned >= _DIFFERENT


def _stand_alone(a: Claim, b: Claim, evidence: Evidence, judgement: Judgement) -> tuple[float, Judgement] | None:
    """Two numbers that only can be meant for each other in passages that tell of the same."""
    together, telling = evidence.together, evidence.telling
    if not together:
        return None
    if judgement.verdict == "agree":
        return (together + 0.3, judgement)
    if judgement.verdict == "compatible":
        return (together + 0.3, judgement) if telling > 0 or near_values(a.value, b.value) else None
    same_role = a.role == b.role not in NEUTRAL
    thing = (a.counted == b.counted and a.counted not in ("", "?", "person")) or words.synonyms(a.counted, b.counted)
    near = near_values(a.value, b.value)  # a corrected figure is seldom far from the first
    measure = bool(a.dimension) and (
        telling >= (_SAME if together < _ALL_BUT_SAME else _LITTLE)
        or (bool(a.subject) and a.subject == b.subject and near)
        or (evidence.single and a.dimension not in _EVERYWHERE and bool(a.entities & b.entities))
    )
    crowd = a.counted == b.counted == "person" and together >= _SURELY_ALIKE and telling >= _ALIKE
    beside = bool(a.dimension) and bool(_beside(a, b)) and _of_a_size(a, b)
    sure = same_role or (thing and telling > 0) or measure or crowd
    sure = (together >= _SURELY and sure) or (bool(a.dimension) and telling > 0 and near) or beside
    return (together, judgement) if sure and not _told_apart(a, b) else None


def _beside(a: Claim, b: Claim) -> frozenset[str]:
    """What stands right beside both, and tells of what they are: "profit", "waves", not that something rose."""
    return (a.close & b.close) - words.OPPOSED - _TELLING_LITTLE


def _of_a_size(a: Claim, b: Claim) -> bool:
    """Whether neither of two numbers is many times the other."""
    sizes = [scale(claim.value) for claim in (a, b) if isinstance(claim.value, Quantity | Duration)]
    return max(sizes) <= _NO_OTHER * min(sizes)


def _told_apart(a: Claim, b: Claim) -> bool:
    """Whether only one of two counts tells how many there are in all: a fleet of 48, five of them grounded."""
    return a.role != b.role and "strength" in (a.role, b.role)


def _shared(
    a: Claim, b: Claim, evidence: Evidence, likeness: float, judgement: Judgement
) -> tuple[float, Judgement] | None:
    """Two numbers whose sentences share enough."""
    single, telling = evidence.single, evidence.telling
    same_role = a.role == b.role not in NEUTRAL - {"strength"}
    score = evidence.context * likeness * (1.0 if same_role else 0.9 if a.role == b.role else 0.8)
    score += _OF_ONE_FATE if same_role else 0.0
    near = telling >= _SAME or bool(a.entities & b.entities) or (same_role and a.role != "strength")
    named = single and near and (same_role or a.counted not in ("", "?"))
    if named:  # the one number of divers here, the one number of divers there, and something else in common
        score, telling = score + _SINGLE, telling + _SINGLE
    if a.dimension and (telling < _DIFFERENT or not single if judgement.verdict == "compatible" else telling == 0):
        return None  # a length or a share says little of what it is of: the words around must
    if judgement.verdict != "differ":
        return (score + 0.3, judgement) if score >= _SAME else None
    if a.dimension and not single and telling < _ALL_BUT_SAME:
        return None
    enough = (
        score >= _DIFFERENT
        and likeness > 0.7
        and not _told_apart(a, b)
        and (same_role or telling >= (_SAME if named else _DIFFERENT))
    )
    return (score, judgement) if enough else None


def _dates_judged(a: Claim, b: Claim) -> Judgement | None:
    if a.aside != b.aside or a.aside == "dateline" or opposite(a, b):
        return None
    assert isinstance(a.value, DateValue) and isinstance(b.value, DateValue)
    judgement = judge_dates(a.value, b.value)
    if judgement is None or (judgement.verdict == "differ" and not _comparable_precision(a.value, b.value)):
        return None
    return judgement


def _dates(a: Claim, b: Claim, judgement: Judgement, evidence: Evidence) -> tuple[float, Judgement] | None:
    assert isinstance(a.value, DateValue)
    context, telling = evidence.context, evidence.telling
    if evidence.together and judgement.verdict == "agree" and a.value.resolved and _one_event(a, b, telling):
        return (evidence.together + 0.3, judgement)
    if elsewhere(a, b):
        return None
    if a.value.precision == "time" and evidence.tallies and max(context, evidence.aligned) >= _SOMETHING:
        return (_TALLIED + context, judgement)
    if a.language and b.language and a.language != b.language:
        return (context, judgement) if judgement.verdict != "differ" and context >= _FOREIGN else None
    if judgement.verdict == "differ":
        if evidence.tallies and _told_beside(evidence):
            return (_TALLIED + context, judgement)
        surely, alike = Least.ALONE
        alone = evidence.together >= surely and context >= alike and _told_alike(a, b)
        aligned, told = Least.BESIDE
        beside = min(evidence.aligned, context) >= aligned and telling >= told and len(_beside(a, b)) > 1
        return (context, judgement) if alone or beside or min(context, telling) >= Least.OTHER_DAYS else None
    fit = judgement.verdict == "agree" or a.value.precision == "time"
    if evidence.tallies and fit and (evidence.aligned or telling):
        return (context + 0.3, judgement)
    needed = _DATE_DIFFERENT if _year_unnamed(a, b) else 0.0
    return (context + 0.3, judgement) if context >= _DATE_SAME and telling > needed else None


def _year_unnamed(a: Claim, b: Claim) -> bool:
    """Whether one of two dates is a year told from the account's own ("last year"): many things are of that year."""
    said = [c.mention.text for c in (a, b) if isinstance(c.value, DateValue) and c.value.precision == "year"]
    return len(said) > 1 and not all(any(c.isdigit() for c in text) for text in said)


def _comparable_precision(a: DateValue, b: DateValue) -> bool:
    """Whether two dates are told on one scale: a day and its month can contradict, a month and a year hardly do."""
    fine = {"time", "day", "interval", "week", "month"}
    return a.precision == b.precision or {a.precision, b.precision} <= fine


def _told_alike(a: Claim, b: Claim) -> bool:
    """Whether both sentences tell what happened in words of one kind, whose names are in capitals ("KILLED")."""
    return any(term.isupper() and term[0] not in "@=" for term in a.terms.keys() & b.terms.keys())


def _one_event(a: Claim, b: Claim, telling: float) -> bool:
    """Whether nothing speaks against two equal dates of aligned sentences being of one event."""
    if telling < _DATE_DIFFERENT and _year_unnamed(a, b):
        return False
    return ("BORN" in a.terms) == ("BORN" in b.terms) and (telling > 0 or not (a.entities and b.entities))


def _quotations(a: Claim, b: Claim, judgement: Judgement | None, evidence: Evidence) -> tuple[float, Judgement] | None:
    if judgement is None and not evidence.aligned:
        return None
    assert isinstance(a.value, Quotation) and isinstance(b.value, Quotation)
    short = min(len(quoted_words(a.value)), len(quoted_words(b.value))) <= SHORT
    if short and (judgement is None or evidence.context < _DIFFERENT):
        return None
    if judgement is None and (one_speaker := same_speaker(a, b)) is not False:
        judgement = judge_wording(a.value, b.value, evidence.aligned, same_speaker=bool(one_speaker))
    if judgement is None:
        return None
    return (evidence.context + (0.5 if judgement.verdict == "agree" else 0.2), judgement)
