"""Whether two claims of different sources are of the same thing, by the evidence, and what their values say then."""

from __future__ import annotations

from reader.links.ledger import words
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.counting.roles import NEUTRAL
from reader.links.ledger.intervals import scale
from reader.links.ledger.judging.alike import called_otherwise, counted_alike, of_a_kind, one_fate, same_number
from reader.links.ledger.judging.apart import (
    at_other_times,
    befell_others,
    dated_within,
    elsewhere,
    far_off,
    of_other_accounts,
    of_other_bases,
    of_other_indicators,
    of_other_lots,
    of_other_months,
    of_other_stories,
    of_other_stuff,
    on_other_sides,
    one_price,
    only_moved,
    only_one_changed,
    only_one_past,
    opposite,
    roles_apart,
    told_by_others,
)
from reader.links.ledger.judging.dated import dates_judged, dates_of_one_event
from reader.links.ledger.judging.known import (
    ALIKE,
    DIFFERENT,
    OF_ONE_FATE,
    SAME,
    SINGLE,
    SOMETHING,
    SURELY,
    SURELY_ALIKE,
    TALLIED,
    Evidence,
    beside,
    surely_one,
    told_beside,
)
from reader.links.ledger.judging.quotations import (
    SHORT,
    judge_quotations,
    judge_translated,
    judge_wording,
    quoted_words,
    same_speaker,
)
from reader.links.ledger.judging.sizes import (
    is_everyday,
    is_small_count,
    many_times,
    near_ages,
    near_shocks,
    of_a_size,
    open_stretches,
    size_of,
)
from reader.links.ledger.judging.strengths import strength_of_group
from reader.links.ledger.verdicts import TELLING, Judgement, judge_values, near_values
from reader.mentions import Duration, Quantity, Quotation

_ALL_BUT_SAME, _WORD_FOR_WORD = 0.75, 0.9
_LITTLE = 0.2
"""Shared words that are enough for two measures alone in sentences that are all but the same."""
_EVERYWHERE = frozenset({"", "%", "time", "metre"})
"""Dimensions of which most accounts give several values; a speed or a temperature is mostly given once."""
_LITTLE_MORE = 1.5
"""How many times larger one of two tallies may be that stand alone for each other, where nothing befell the counted."""
_ONE_FATED = 4
"""How many times larger one of two counts of a thing may be, if only of one it is told what befell it."""
_YEAR = 366
"""Days after which words all but the same are of another event."""
_TOO_COMMON = NEUTRAL | {"ordinal"}
"""Roles of numbers that are told of many things of one account."""


def values_judged(a: Claim, b: Claim) -> Judgement | None:
    """The judgement on the values of two claims; None when the two should not be set against each other.

    That of quotations is not the last word: they may be two translations of one, if their sentences are aligned.
    """
    if isinstance(a.value, Quotation) and isinstance(b.value, Quotation):
        return judge_quotations(a.value, b.value, same_speaker=same_speaker(a, b))
    judge = dates_judged if a.kind == "date" else _quantities_judged
    return judge(a, b, judge_values(a.value, b.value))


def of_one_time(a: Claim, b: Claim) -> bool:
    """Whether nothing says that two numbers are of different times, or that only one is a total over a time."""
    return a.kind == "date" or (
        (a.cumulative == b.cumulative or of_a_kind(a)) and not (at_other_times(a, b) and not same_number(a, b))
    )


def judged(a: Claim, b: Claim, judgement: Judgement | None, known: Evidence) -> tuple[float, Judgement] | None:
    """The score and judgement of a pair, given that on its values if they are no quotations; None when the two should
    not be set together."""
    if a.kind == "quotation":
        return _quotations(a, b, known)
    if a.kind == "date":
        judgement = dates_judged(a, b, judgement)
        return dates_of_one_event(a, b, judgement, known) if judgement else None
    judgement = _quantities_judged(a, b, judgement, of_one_event=known.tallies, told_alike=surely_one(known))
    return _quantities(a, b, judgement, known) if judgement else None


def _quantities_judged(
    a: Claim, b: Claim, judgement: Judgement | None, *, of_one_event: bool = False, told_alike: bool = False
) -> Judgement | None:
    """The judgement on two numbers given that on their values; None when they should not be set against each other.

    `of_one_event`: both are the tally that their account gives of what both tell of; `told_alike`: their sentences say
    all but the same.
    """
    of_one_event = of_one_event and abs(a.told - b.told) <= _YEAR
    one_fate = of_one_event and not a.dimension and a.role == b.role not in NEUTRAL  # the dead, however much later
    one_fate = one_fate or (
        of_one_event and judgement is not None and judgement.verdict == "agree" and same_number(a, b)
    )
    if (
        judgement is None
        or not (counted_alike(a, b) or called_otherwise(a, b))
        or roles_apart(a, b)
        or of_other_indicators(a, b)
        or only_one_changed(a, b)
        or on_other_sides(a, b)
        or opposite(a, b)
        or (a.cumulative != b.cumulative and not _total_alike(a, b, judgement))
        or (of_other_stories(a, b) and not one_fate)
    ):
        return None
    if elsewhere(a, b) and (judgement.verdict == "differ" or not (told_alike or a.entities & b.entities)):
        return None
    if judgement.verdict != "agree" and of_other_stuff(a, b):
        return None
    if judgement.verdict == "compatible" and open_stretches(a, b):
        return None
    if judgement.verdict == "differ" and not of_one_event and of_other_lots(a, b):
        return None
    if judgement.verdict == "differ" and (
        only_one_past(a, b) or (of_other_accounts(a, b) and not one_fate) or far_off(a, b)
    ):
        return None
    return judgement


def _total_alike(a: Claim, b: Claim, judgement: Judgement) -> bool:
    """Whether two numbers may be of one thing though only one is told as a total over a time ("since spring")."""
    one_fate = judgement.verdict == "agree" and a.role == b.role not in NEUTRAL
    return of_a_kind(a) or same_number(a, b) or one_fate


def _quantities(a: Claim, b: Claim, judgement: Judgement, known: Evidence) -> tuple[float, Judgement] | None:
    if known.tallies and a.role == b.role == "age" and not elsewhere(a, b):  # of one person
        return (TALLIED + known.context, judgement) if judgement.verdict == "agree" or near_ages(a, b) else None
    sure = known.together >= SURELY and (known.tallies or same_number(a, b)) and not of_other_months(a, b, judgement)
    if at_other_times(a, b) and not (sure or (known.together and one_price(a, b, judgement))):
        return None
    if (
        a.cumulative != b.cumulative
        and not (known.single and known.telling >= SAME and not dated_within(a, b, judgement))
        and not _one_number(judgement, known, a)
    ):
        return None  # a total over years is not what happened now
    if a.role == "magnitude" and judgement.verdict != "agree" and not (known.tallies and near_shocks(a, b, judgement)):
        return None  # another tremor
    if of_other_bases(a, b) and (judgement.verdict == "differ" or known.telling < SAME):
        return None
    if judgement.verdict == "differ" and not (known.tallies or known.together) and told_by_others(a, b):
        return None  # what the police say, and what the organisers
    if judgement.verdict == "differ" and not known.tallies and only_moved(a, b):
        return None
    if not known.tallies and befell_others(a, b, judgement, told_alike=known.telling >= _ALL_BUT_SAME):
        return None
    if judgement.verdict == "differ" and known.telling < _WORD_FOR_WORD and many_times(a, b):
        return None  # the witnesses of one side, the matches that are left
    if judgement.verdict == "differ" and a.role == "age" and not (known.single and a.subject == b.subject != ""):
        return None  # one account may tell of several girls
    return (
        _stand_alone(a, b, known, judgement)
        or _shared(a, b, known, counted_alike(a, b), judgement)
        or _of_the_event(a, b, known, judgement)
        or strength_of_group(a, b, known, judgement)
    )


def _one_number(judgement: Judgement, known: Evidence, claim: Claim) -> bool:
    """Whether two numbers that stand alone for each other agree, and are no common ones."""
    assert isinstance(claim.value, Quantity | Duration)
    return known.together >= DIFFERENT and judgement.verdict == "agree" and scale(claim.value) >= TELLING


def _of_the_event(a: Claim, b: Claim, known: Evidence, judgement: Judgement) -> tuple[float, Judgement] | None:
    """The dead here and the dead there: tallies of the one event that both accounts tell of."""
    if not known.tallies:
        return None
    if isinstance(a.value, Duration) and judgement.verdict == "compatible":
        return None  # any stretch lies within the limit of a longer one
    if (a.dimension or a.role in NEUTRAL) and not of_a_size(a, b):
        return None
    few = a.role in _TOO_COMMON and min(size_of(a), size_of(b)) < TELLING
    alone = known.single and (judgement.verdict == "agree" or of_a_size(a, b, _LITTLE_MORE))
    if few and known.single and of_a_kind(a) and of_a_kind(b):
        few = False
    if (a.dimension or few) and not (told_beside(known) or (a.dimension and alone)):
        return None
    return (TALLIED + known.context, judgement)


def _stand_alone(a: Claim, b: Claim, evidence: Evidence, judgement: Judgement) -> tuple[float, Judgement] | None:
    """Two numbers that only can be meant for each other in passages that tell of the same."""
    together, telling = evidence.together, evidence.telling
    if not together:
        return None
    common = a.mention.kind == "money" or a.dimension == "kelvin"
    told_once = evidence.single and a.dimension not in _EVERYWHERE and bool(a.entities & b.entities)
    if judgement.verdict == "agree":
        by_chance = telling < SOMETHING and (is_everyday(a, b) or (is_small_count(a) and together < DIFFERENT))
        return None if by_chance else (together + 0.3, judgement)
    if judgement.verdict == "compatible":
        told_of = (telling > 0 and (a.role == b.role or together >= DIFFERENT)) or (told_once and not common)
        return (together + 0.3, judgement) if told_of or near_values(a.value, b.value) else None
    same_role = one_fate(a, b)
    thing = (a.counted == b.counted and a.counted not in ("", "?", "person")) or words.synonyms(a.counted, b.counted)
    near = near_values(a.value, b.value)  # a corrected figure is seldom far from the first
    measure = bool(a.dimension) and (
        telling >= (SAME if together < _ALL_BUT_SAME or a.dimension == "time" else _LITTLE)
        or (bool(a.subject) and a.subject == b.subject and near)
        or (told_once and (telling > 0 or not common))
    )
    crowd = a.counted == b.counted == "person" and together >= SURELY_ALIKE and telling >= ALIKE
    same_beside = a.dimension not in ("", "time") and bool(beside(a, b)) and of_a_size(a, b)
    sure = same_role or (thing and telling > 0) or measure or crowd
    sure = (together >= SURELY and sure) or (bool(a.dimension) and telling > 0 and near) or same_beside
    return (together, judgement) if sure and not _told_apart(a, b) else None


def _told_apart(a: Claim, b: Claim) -> bool:
    """Whether one of two counts is only of some: a fleet of 48, five grounded; a prison of 200, 45 escaped; or one time
    tells how long something lasted, the other how long it took to do something else."""
    if a.role == b.role or a.dimension:
        return "taking" in (a.role, b.role) and a.role != b.role
    return ("strength" in (a.role, b.role) and not (a.cumulative and b.cumulative)) or not of_a_size(a, b, _ONE_FATED)


def _shared(
    a: Claim, b: Claim, evidence: Evidence, likeness: float, judgement: Judgement
) -> tuple[float, Judgement] | None:
    """Two numbers whose sentences share enough."""
    single, telling = evidence.single, evidence.telling
    same_role = one_fate(a, b) or a.role == b.role == "strength"
    score = evidence.context * likeness * (1.0 if same_role else 0.9 if a.role == b.role else 0.8)
    score += OF_ONE_FATE if same_role else 0.0
    near = telling >= SAME or bool(a.entities & b.entities) or (same_role and a.role != "strength")
    named = single and near and (same_role or a.counted not in ("", "?"))
    if named:  # the one number of divers here, the one number of divers there, and something else in common
        score, telling = score + SINGLE, telling + SINGLE
    loose = judgement.verdict == "compatible" and not near_values(a.value, b.value)
    if a.dimension and (telling < DIFFERENT or not single if loose else telling == 0):
        return None  # a length or a share says little of what it is of: the words around must
    if judgement.verdict != "differ":
        return (score + 0.3, judgement) if score >= SAME else None
    if a.dimension and not single and telling < _ALL_BUT_SAME:
        return None
    enough = (
        score >= DIFFERENT
        and likeness > 0.7
        and not _told_apart(a, b)
        and (same_role or telling >= (SAME if named else DIFFERENT))
    )
    return (score, judgement) if enough else None


def _quotations(a: Claim, b: Claim, evidence: Evidence) -> tuple[float, Judgement] | None:
    judgement = values_judged(a, b)
    if judgement is None and a.language != b.language:
        judgement = judge_translated(a, b, evidence.aligned, same_speaker=same_speaker(a, b))
    if judgement is None and not evidence.aligned:
        return None
    assert isinstance(a.value, Quotation) and isinstance(b.value, Quotation)
    short = min(len(quoted_words(a.value)), len(quoted_words(b.value))) <= SHORT
    if short and (judgement is None or evidence.context < DIFFERENT):
        return None
    if judgement is None and (one_speaker := same_speaker(a, b)) is not False:
        judgement = judge_wording(a, b, evidence.aligned, same_speaker=bool(one_speaker))
    if judgement is None:
        return None
    return (evidence.context + (0.5 if judgement.verdict == "agree" else 0.2), judgement)
