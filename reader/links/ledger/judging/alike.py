"""How far two claims count the same things, as far as their nouns tell."""

from __future__ import annotations

from reader.links.ledger import words
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.counting.roles import NEUTRAL
from reader.links.ledger.judging.apart import roles_apart
from reader.links.ledger.judging.dated import PUT_OUT, told_in
from reader.links.ledger.verdicts import SPECIFIC, TELLING
from reader.mentions import DateValue, Quantity

_ANYBODY, _MEN_AND_WOMEN = {"person", "man", "member"}, {"man", "woman"}
"""Those whom other people may be: soldiers are often called men."""
_SYNONYM, _KIND = 0.8, 0.65
"""Of two words for one thing; of a word and that for its kind, which may count more than the things themselves."""


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
        if other in words.FIGHTERS and _is_strength(a, b):
            return 0.6
        return 0.8 if a.role and a.role == b.role and words.human(other) else 0.0
    if ":" in a.counted or ":" in b.counted:
        return _in_other_words(a, b)
    counted = {a.counted, b.counted}
    if a.role == b.role == "dismissed" and counted & words.JOBS:
        return _SYNONYM if all(noun in words.JOBS or words.human(noun) for noun in counted) else 0.0
    if may_be_called(a.counted, b.counted):
        return 0.8 if counted == {"person", "combatant"} else 0.7
    if words.synonyms(a.counted, b.counted):
        return _SYNONYM
    return _KIND if words.of_kind(a.counted, b.counted) else 0.0


def _is_strength(a: Claim, b: Claim) -> bool:
    """Whether one of two numbers is how strong a group is, and the other says no more of its fighters."""
    return "strength" in (a.role, b.role) and {a.role, b.role} <= {"", "strength"}


def may_be_called(one: str, other: str) -> bool:
    """Whether people of two classes may be the same ones: soldiers are often called men, but women are not."""
    counted = {one, other}
    return bool(counted & _ANYBODY) and words.human(one) and words.human(other) and counted != _MEN_AND_WOMEN


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


def of_a_kind(claim: Claim) -> bool:
    """Whether a number is of things of a kind that it names, or of a part of such, not of people."""
    return claim.dimension in ("", "%") and claim.counted not in ("", "?") and not words.human(claim.counted)


def called_otherwise(a: Claim, b: Claim) -> bool:
    """Whether two counts of things are of one telling number, so that in sentences that tell of the same they are of
    one thing under two names ("1,140 stores", "1,140 branches")."""
    if not (of_a_kind(a) and of_a_kind(b)) or a.dimension or b.dimension or roles_apart(a, b):
        return False
    assert isinstance(a.value, Quantity) and isinstance(b.value, Quantity)
    return same_number(a, b) and a.value.low != float(f"{a.value.low:.1e}")


def may_be_partners(a: Claim, b: Claim) -> bool:
    """Whether two claims can be of one thing, as far as the kind of value goes."""
    if a.kind != b.kind or a.dimension != b.dimension or a.kind == "quotation":
        return False
    if isinstance(a.value, DateValue) and isinstance(b.value, DateValue):
        return a.aside == b.aside not in PUT_OUT and told_in(a) == told_in(b)
    return counted_alike(a, b) > 0 and not roles_apart(a, b)


def same_number(a: Claim, b: Claim) -> bool:
    """Whether two claims give one number so telling that it may be of one thing though they date it otherwise."""
    if a.daily or b.daily or not (isinstance(a.value, Quantity) and isinstance(b.value, Quantity)):
        return False
    low, high = a.value.low, a.value.high
    return low == high == b.value.low == b.value.high and (low or 0) >= SPECIFIC


def one_fate(a: Claim, b: Claim) -> bool:
    """Whether the same befell what two numbers count; that two stretches of time lasted tells nothing of what did."""
    return a.role == b.role not in NEUTRAL and a.dimension != "time"
