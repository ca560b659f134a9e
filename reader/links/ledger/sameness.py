"""Whether two claims of different sources are of the same thing, by the evidence, and what their values say then."""

from __future__ import annotations

from dataclasses import dataclass

from reader.links.ledger import words
from reader.links.ledger.apart import at_other_times, elsewhere, far_off, of_other_accounts, opposite, roles_apart
from reader.links.ledger.contexts import Claim
from reader.links.ledger.quotations import SHORT, judge_quotations, judge_wording, quoted_words
from reader.links.ledger.roles import NEUTRAL
from reader.links.ledger.verdicts import TELLING, Judgement, judge_dates, judge_quantities, near_values, scale
from reader.mentions import DateValue, Quantity, Quotation

_SAME, _DIFFERENT, _ALL_BUT_SAME = 0.34, 0.5, 0.75
_DATE_SAME, _DATE_DIFFERENT, _FOREIGN = 0.35, 0.55, 0.2
_SINGLE, _OF_ONE_FATE = 0.2, 0.1
"""What it adds that numbers are the only ones of their sources, and that the same befell those they count."""
_CLOSE = 1e-9
_SURELY = 0.6
"""Least score of an alignment in which two numbers that are alone may contradict each other."""
_LITTLE = 0.2
"""Shared words that are enough for two measures alone in sentences that are all but the same."""
_EVERYWHERE = frozenset({"", "%", "time", "metre"})
"""Dimensions of which most accounts give several values; a speed or a temperature is mostly given once."""
_TALLIED, _NO_OTHER = 0.5, 3
"""The score of two tallies of one event; how many times larger one of them may be where nothing befell the counted."""
_ANYBODY, _MEN_AND_WOMEN = {"person", "man"}, {"man", "woman"}
"""Those whom other people may be: soldiers are often called men."""
_SURELY_ALIKE, _ALIKE = 0.7, 0.4
"""Alignment and shared words from which two numbers of people are of the same people."""


class Least:
    """The context below which nothing comes of a pair that neither stands alone nor is of tallies; see `judged`."""

    NUMBERS = _SAME - _OF_ONE_FATE - _CLOSE
    SINGLE_NUMBERS = NUMBERS - _SINGLE
    DATES = min(_FOREIGN, _DATE_SAME, _DATE_DIFFERENT)
    OTHER_DATES = _DATE_DIFFERENT
    """The same for dates that are not the same, where it is asked of the words alone too."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for two claims being of one thing, 0-1 each.

    `context`: what their sentences share; `telling`: the words alone; `single`: each is the only number its source
    gives of such a thing; `together`: how surely aligned the passages are in which they stand alone for each other;
    `aligned`: how surely their passages are aligned, alone or not; `tallies`: they are the tallies of one kind in two
    accounts of one event.
    """

    context: float
    telling: float
    single: bool
    together: float
    aligned: float
    tallies: bool = False


def values_judged(a: Claim, b: Claim) -> Judgement | None:
    """The judgement on the values of two claims; None when the two should not be set against each other.

    That of quotations waits for what speaks for them.
    """
    return _dates_judged(a, b) if a.kind == "date" else _quantities_judged(a, b)


def judged(a: Claim, b: Claim, judgement: Judgement | None, known: Evidence) -> tuple[float, Judgement] | None:
    """The score and judgement of a pair, given that on its values; None when the two should not be set together."""
    if a.kind == "quotation":
        return _quotations(a, b, known)
    if judgement is None:
        return None
    return _dates(a, b, judgement, known) if a.kind == "date" else _quantities(a, b, judgement, known)


def _quantities_judged(a: Claim, b: Claim) -> Judgement | None:
    if (
        not counted_alike(a, b)
        or roles_apart(a, b)
        or opposite(a, b)
        or a.cumulative != b.cumulative
        or elsewhere(a, b)
        or at_other_times(a, b)
    ):
        return None
    assert not isinstance(a.value, DateValue | Quotation) and not isinstance(b.value, DateValue | Quotation)
    judgement = judge_quantities(a.value, b.value)
    if judgement is None:
        return None
    if judgement.verdict == "differ" and (a.past != b.past or of_other_accounts(a, b) or far_off(a, b)):
        return None
    return judgement


def _quantities(a: Claim, b: Claim, judgement: Judgement, known: Evidence) -> tuple[float, Judgement] | None:
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
    sizes = [scale(claim.value) for claim in (a, b) if isinstance(claim.value, Quantity)]
    if a.role in NEUTRAL and max(sizes) > _NO_OTHER * min(sizes):
        return None
    return (_TALLIED + known.context, judgement)


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
    thing = a.counted == b.counted and a.counted not in ("", "?", "person")
    near = near_values(a.value, b.value)  # a corrected figure is seldom far from the first
    measure = bool(a.dimension) and (
        telling >= (_SAME if together < _ALL_BUT_SAME else _LITTLE)
        or (bool(a.subject) and a.subject == b.subject and near)
        or (evidence.single and a.dimension not in _EVERYWHERE and bool(a.entities & b.entities))
    )
    crowd = a.counted == b.counted == "person" and together >= _SURELY_ALIKE and telling >= _ALIKE
    sure = same_role or (thing and telling > 0) or measure or crowd
    sure = (together >= _SURELY and sure) or (bool(a.dimension) and telling > 0 and near)
    return (together, judgement) if sure and not _told_apart(a, b) else None


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


def counted_alike(a: Claim, b: Claim) -> float:
    """How far two claims count the same things: 1 the same noun or a near-synonym, less when one leaves it out."""
    if a.dimension:
        return 1.0
    if a.counted == b.counted:
        if a.counted != "?":
            return 1.0
        return 0.75 if a.role == b.role not in NEUTRAL - {"strength"} else 0.6 * _as_telling(a, b)
    if "?" in (a.counted, b.counted):
        other = a.counted if b.counted == "?" else b.counted
        return 0.8 if a.role and a.role == b.role and words.human(other) else 0.0
    if ":" in a.counted or ":" in b.counted:
        return _in_other_words(a, b)
    counted = {a.counted, b.counted}
    if counted & _ANYBODY and words.human(a.counted) and words.human(b.counted) and counted != _MEN_AND_WOMEN:
        return 0.8 if counted == {"person", "combatant"} else 0.7
    return 0.0


def _in_other_words(a: Claim, b: Claim) -> float:
    """How far two nouns may be one, one of which is of a language whose tables do not know it."""
    (language, noun), (other_language, other) = (claim.counted.rpartition(":")[::2] for claim in (a, b))
    if language == other_language or words.human(noun) or words.human(other):
        return 0.0
    return 1.0 if words.cognates(noun, other) else 0.6 * _as_telling(a, b)


def _as_telling(a: Claim, b: Claim) -> bool:
    """Whether two values of they do not say what are equal and not of the common ones ("raised from 62 to 67")."""
    left, right = a.value, b.value
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return False
    return (left.low, left.high) == (right.low, right.high) and abs(left.low or 0) >= TELLING


def may_be_partners(a: Claim, b: Claim) -> bool:
    """Whether two claims can be of one thing, as far as the kind of value goes."""
    if a.kind != b.kind or a.dimension != b.dimension or a.kind == "quotation":
        return False
    if isinstance(a.value, DateValue) and isinstance(b.value, DateValue):
        return a.aside == b.aside != "dateline" and a.value.precision == b.value.precision
    return counted_alike(a, b) > 0 and not roles_apart(a, b)


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
    if a.language and b.language and a.language != b.language:  # only names, numbers and dates can be compared
        return (context, judgement) if judgement.verdict != "differ" and context >= _FOREIGN else None
    if judgement.verdict == "differ":
        alone = evidence.together >= _SURELY and context >= _SURELY_ALIKE and _told_alike(a, b)
        return (context, judgement) if alone or min(context, telling) >= _DATE_DIFFERENT else None
    return (context + 0.3, judgement) if context >= _DATE_SAME and telling > 0 else None


def _comparable_precision(a: DateValue, b: DateValue) -> bool:
    """Whether two dates are told on one scale: a day and its month can contradict, a month and a year hardly do."""
    fine = {"time", "day", "interval", "week", "month"}
    return a.precision == b.precision or {a.precision, b.precision} <= fine


def _told_alike(a: Claim, b: Claim) -> bool:
    """Whether both sentences tell what happened in words of one kind, whose names are in capitals ("KILLED")."""
    return any(term.isupper() and term[0] not in "@=" for term in a.terms.keys() & b.terms.keys())


def _one_event(a: Claim, b: Claim, telling: float) -> bool:
    """Whether nothing speaks against two equal dates of aligned sentences being of one event."""
    return ("BORN" in a.terms) == ("BORN" in b.terms) and (telling > 0 or not (a.entities and b.entities))


def _quotations(a: Claim, b: Claim, evidence: Evidence) -> tuple[float, Judgement] | None:
    assert isinstance(a.value, Quotation) and isinstance(b.value, Quotation)
    short = min(len(quoted_words(a.value)), len(quoted_words(b.value))) <= SHORT
    same_speaker = _same_speaker(a, b)
    judgement = judge_quotations(a.value, b.value, same_speaker=same_speaker)
    if judgement is None and not short and same_speaker is not False:
        judgement = judge_wording(a.value, b.value, evidence.aligned, same_speaker=bool(same_speaker))
    if judgement is None or (short and evidence.context < _DIFFERENT):
        return None
    return (evidence.context + (0.5 if judgement.verdict == "agree" else 0.2), judgement)


def _same_speaker(a: Claim, b: Claim) -> bool | None:
    """Whether one speaker is named in both; None when one of them is not named."""
    assert isinstance(a.value, Quotation) and isinstance(b.value, Quotation)
    if a.subject and b.subject:
        return a.subject == b.subject
    if any(one.subject and one.subject in other.entities for one, other in ((a, b), (b, a))):
        return None  # the sentence names both, and which of them spoke may have been misread
    spoken = [claim.value.speaker for claim in (a, b) if isinstance(claim.value, Quotation)]
    if not all(spoken):
        return None
    left, right = ({words.stem(word) for word in speaker.split()} - words.STOP for speaker in spoken)
    if left & right:
        return True
    named = [speaker[:1].isupper() and len(speaker.split()) > 1 for speaker in spoken]
    return False if all(named) else None
