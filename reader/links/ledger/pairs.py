"""Which claims of different sources speak of the same thing: candidates by shared words, then a score."""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reader.links.ledger import words
from reader.links.ledger.contexts import Claim, document_frequency
from reader.links.ledger.quotations import SHORT, judge_quotations, quoted_words
from reader.links.ledger.verdicts import Judgement, judge_dates, judge_quantities
from reader.mentions import DateValue, Quantity, Quotation

_POSTINGS = 48
"""A term brings no more candidates than this many claims of one block, the latest."""
_CANDIDATES = 24
_SAME, _DIFFERENT, _ALL_BUT_SAME = 0.34, 0.5, 0.75
_DATE_SAME, _DATE_DIFFERENT, _FOREIGN = 0.35, 0.55, 0.2
_SINGLE = 0.2
_TELLING = 13
"""A smaller number is too common for anyone to think two of them the same."""
_ALIGNED = 0.25
"""How much of an alignment's score is added to what two contexts share."""
_FEW_DAYS = 3


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims, by index, that can be compared: how sure (0-1) and the judgement on their values."""

    a: int
    b: int
    score: float
    judgement: Judgement


class Weights:
    """How much each term of some claims weighs: rare ones more, names a little more, common ones next to nothing."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        seen = document_frequency(claims)
        contexts = math.log(1 + len({(claim.source, claim.passage) for claim in claims}))
        few = contexts <= math.log(12)  # too few sentences to tell rare from common
        weight = {t: 1.0 if few else max(0.2, 1 - math.log(n) / contexts) for t, n in seen.items()}
        self._terms = [{t: weight.get(t, 1.0) * f for t, f in claim.terms.items()} for claim in claims]
        self._totals = [(sum(held.values()), sum(w for t, w in held.items() if t[0] != "@")) for held in self._terms]
        self._tallies = [(claim.source, *_tally(claim)) for claim in claims]
        self._often = Counter(self._tallies)

    def single(self, a: int, b: int) -> bool:
        """Whether each of two claims is the only number its source gives of such a thing."""
        left, right = self._tallies[a], self._tallies[b]
        return left[1:] == right[1:] and self._often[left] == self._often[right] == 1

    def similarity(self, a: int, b: int) -> tuple[float, float]:
        """The weight of what two claims share over that of the poorer one, 0-1: of all terms, and of words alone."""
        small, large = sorted((self._terms[a], self._terms[b]), key=len)
        shared = told = 0.0
        for term in small.keys() & large.keys():
            weight = min(small[term], large[term])
            shared += weight
            told += weight if term[0] != "@" else 0.0
        (all_a, words_a), (all_b, words_b) = self._totals[a], self._totals[b]
        return min(1.0, shared / max(min(all_a, all_b), 1.5)), min(1.0, told / max(min(words_a, words_b), 1.0))


def _tally(claim: Claim) -> tuple[str, str, str, str]:
    return claim.kind, claim.dimension, claim.counted, claim.role


def find_links(
    claims: Sequence[Claim],
    aligned: Callable[[Claim, Claim], float],
    forbidden: Callable[[Claim, Claim], bool],
    check: Callable[[], None],
) -> list[Link]:
    """All comparable pairs, surest first. `aligned` gives the score of two claims' passages (0 when not aligned)."""
    weights = Weights(claims)
    found = []
    for a, b in _candidates(claims, check):
        x, y = claims[a], claims[b]
        if forbidden(x, y):
            continue
        context, telling = weights.similarity(a, b)
        context = min(1.0, context + _ALIGNED * aligned(x, y))
        link = _judged(x, y, context, telling, single=weights.single(a, b))
        if link:
            found.append(Link(a, b, *link))
    return sorted(found, key=lambda link: (-link.score, link.a, link.b))


def _candidates(claims: Sequence[Claim], check: Callable[[], None]) -> Iterator[tuple[int, int]]:
    """Pairs of different sources in one block that share a term, those with most in common first for each claim."""
    blocks: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        person = claim.counted == "?" or words.human(claim.counted)
        thing = "" if claim.dimension else "human" if person else claim.counted
        blocks[claim.kind, claim.dimension, thing].append(index)
    for members in blocks.values():
        postings: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_POSTINGS))
        for index in members:
            check()
            partners: Counter[int] = Counter()
            for term in (*claims[index].terms, *_values(claims[index])):
                partners.update(postings[term])
                postings[term].append(index)
            usable = [
                (count, other) for other, count in partners.items() if claims[other].source != claims[index].source
            ]
            for _, other in sorted(usable, key=lambda pair: (-pair[0], pair[1]))[:_CANDIDATES]:
                yield other, index


def _values(claim: Claim) -> tuple[str, ...]:
    """What brings equal values together even where their sentences share no word."""
    if isinstance(claim.value, DateValue):
        return (f"={claim.value.iso}",)
    return (f"={claim.value.low}",) if isinstance(claim.value, Quantity) else ()


def _judged(a: Claim, b: Claim, context: float, telling: float, *, single: bool) -> tuple[float, Judgement] | None:
    """The score and judgement of one pair; None when the two should not be set against each other."""
    if a.kind == "quotation":
        return _quotations(a, b, context)
    if a.kind == "date":
        return _dates(a, b, context, telling)
    return _quantities(a, b, context, telling, single=single)


def _quantities(a: Claim, b: Claim, context: float, telling: float, *, single: bool) -> tuple[float, Judgement] | None:
    likeness = counted_alike(a, b)
    if (
        not likeness
        or roles_apart(a, b)
        or _opposite(a, b)
        or a.cumulative != b.cumulative
        or _elsewhere(a, b)
        or _at_other_times(a, b)
    ):
        return None
    assert not isinstance(a.value, DateValue | Quotation) and not isinstance(b.value, DateValue | Quotation)
    judgement = judge_quantities(a.value, b.value)
    if judgement is None:
        return None
    same_role = bool(a.role) and a.role == b.role
    score = context * likeness * (1.0 if same_role else 0.9 if a.role == b.role else 0.8) + (0.1 if same_role else 0.0)
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
    told_apart = "strength" in (a.role, b.role) and not same_role
    enough = (
        score >= _DIFFERENT
        and likeness > 0.7
        and not told_apart
        and (same_role or telling >= (_SAME if named else _DIFFERENT))
    )
    return (score, judgement) if enough else None


def counted_alike(a: Claim, b: Claim) -> float:
    """How far two claims count the same things: 1 the same noun or a near-synonym, less when one leaves it out."""
    if a.dimension:
        return 1.0
    if a.counted == b.counted:
        return 1.0 if a.counted != "?" else 0.75 if a.role and a.role == b.role else 0.0
    if "?" in (a.counted, b.counted):
        other = a.counted if b.counted == "?" else b.counted
        return 0.8 if a.role and a.role == b.role and words.human(other) else 0.0
    if "person" in (a.counted, b.counted) and words.human(a.counted) and words.human(b.counted):
        return 0.8 if {a.counted, b.counted} == {"person", "combatant"} else 0.7
    return 0.0


def roles_apart(a: Claim, b: Claim) -> bool:
    """Whether different things befell the counted (killed, wounded, deployed …)."""
    return bool(a.role and b.role and a.role != b.role)


def _opposite(a: Claim, b: Claim) -> bool:
    """Whether one sentence tells of a rise, or an opening, and the other of a fall, or a closure."""
    return any(
        one in x.terms and other in y.terms and one not in y.terms
        for one, other in words.OPPOSITES
        for x, y in ((a, b), (b, a))
    )


def _elsewhere(a: Claim, b: Claim) -> bool:
    """Whether the two sentences are about different places or bodies: each its own subject, unknown to the other."""
    if a.kind == "date" and a.entities and b.entities and not a.entities & b.entities:
        return True
    return bool(a.subject and b.subject and a.subject not in b.entities and b.subject not in a.entities)


def _at_other_times(a: Claim, b: Claim) -> bool:
    """Whether both sentences say when, and the days lie more than a few apart."""
    return bool(a.when and b.when) and not any(
        low <= other_high + _FEW_DAYS and other_low <= high + _FEW_DAYS
        for low, high in a.when
        for other_low, other_high in b.when
    )


def _dates(a: Claim, b: Claim, context: float, telling: float) -> tuple[float, Judgement] | None:
    if a.aside != b.aside or a.aside == "dateline" or _elsewhere(a, b) or _opposite(a, b):
        return None
    assert isinstance(a.value, DateValue) and isinstance(b.value, DateValue)
    judgement = judge_dates(a.value, b.value)
    if judgement is None:
        return None
    if a.language and b.language and a.language != b.language:  # only names, numbers and dates can be compared
        return (context, judgement) if judgement.verdict != "differ" and context >= _FOREIGN else None
    if judgement.verdict == "differ":
        return (context, judgement) if min(context, telling) >= _DATE_DIFFERENT else None
    return (context + 0.3, judgement) if context >= _DATE_SAME and telling > 0 else None


def _quotations(a: Claim, b: Claim, context: float) -> tuple[float, Judgement] | None:
    assert isinstance(a.value, Quotation) and isinstance(b.value, Quotation)
    short = min(len(quoted_words(a.value)), len(quoted_words(b.value))) <= SHORT
    judgement = judge_quotations(a.value, b.value, same_speaker=_same_speaker(a.value, b.value))
    if judgement is None or (short and context < _DIFFERENT):
        return None
    return (context + (0.5 if judgement.verdict == "agree" else 0.2), judgement)


def _same_speaker(a: Quotation, b: Quotation) -> bool | None:
    """Whether one speaker is named in both; None when one of them is not named."""
    if not a.speaker or not b.speaker:
        return None
    left, right = ({words.stem(w) for w in q.speaker.split()} - words.STOP for q in (a, b))
    if left & right:
        return True
    named = [q.speaker[:1].isupper() and len(q.speaker.split()) > 1 for q in (a, b)]
    return False if all(named) else None


def same_form(a: Claim, b: Claim) -> bool:
    """Whether two claims have equal values but plainly another referent, so that one might be taken for the other."""
    if isinstance(a.value, DateValue) and isinstance(b.value, DateValue):
        judged = judge_dates(a.value, b.value)
        equal = judged is not None and judged.verdict == "agree" and a.value.resolved and a.value.precision == "day"
        return equal and (a.aside != b.aside or _nothing_shared(a, b) or _opposite(a, b))
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        equal = a.value.low == a.value.high == b.value.low == b.value.high is not None
        telling = abs(a.value.low or 0) >= _TELLING and bool(a.entities & b.entities)
        others = roles_apart(a, b) or a.value.unit != b.value.unit or (bool(a.counted) and not counted_alike(a, b))
        return equal and telling and others and "?" not in (a.counted, b.counted)
    return False


def _nothing_shared(a: Claim, b: Claim) -> bool:
    """Whether two sentences name other people and places, and have no word in common either."""
    said = [{term for term in claim.terms if term[0] != "@"} for claim in (a, b)]
    if ("BORN" in said[0]) != ("BORN" in said[1]):
        return True
    return bool(a.entities and b.entities and all(said)) and not a.entities & b.entities and not said[0] & said[1]
