"""What is left for one another in two sentences that share something else: the one time of day, the one sum."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.roles import NEUTRAL
from reader.links.ledger.judging.alike import may_be_partners
from reader.links.ledger.judging.sameness import of_one_time, values_judged
from reader.links.ledger.pairing.counterparts import dated, near_dates
from reader.links.ledger.verdicts import Judgement, scale
from reader.mentions import DateValue, Duration, Quantity
from reader.stopping import checkpoint

_MOST = 4
"""How many claims of a sentence may be left if one of them is to be meant for one of another."""
_TIMES = 3
"""How often one number may hold the other."""
_SAID_AGAIN = frozenset({"%", "time"})
"""Dimensions of which one sentence may well give what another does not."""
_ANYBODY = frozenset({"?", "person", "man", "woman", "child"})
_TOLD_ONCE = frozenset({"time", "year"})
"""Precisions of dates of which days are none: one sentence may well tell of another day."""
_HOURS = 2 * 60
"""Minutes between two times of day that may be of one thing, where only their sentences tell it."""
_Sentence = tuple[str, int]


def left_beside(claims: Sequence[Claim], linked: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, Judgement]]:
    """Pairs of claims, by index, that stand beside `linked` ones, each the only one left for the other; judged.

    `linked` are of claims that already have a row in common: their sentences tell of the same.
    """
    pairs = list(linked)
    sentence = [(claim.source, claim.passage) for claim in claims]
    left = _left(claims, sentence, {index for pair in pairs for index in pair})
    sentences = {(sentence[a], sentence[b]) for a, b in pairs if sentence[a] in left and sentence[b] in left}
    for one, other in sorted(sentences):
        checkpoint()
        options = [(a, b) for a in left[one] for b in left[other] if may_be_partners(claims[a], claims[b])]
        often = Counter(index for pair in options for index in pair)
        for a, b in options:
            alone = often[a] == often[b] == 1 and of_one_time(claims[a], claims[b])
            judgement = values_judged(claims[a], claims[b]) if alone else None
            if judgement and (judgement.verdict == "agree" or _of_one_thing(claims[a], claims[b])):
                yield a, b, judgement


def _left(
    claims: Sequence[Claim], sentence: Sequence[_Sentence], met: Container[int]
) -> Mapping[_Sentence, Sequence[int]]:
    """The claims without a partner of each sentence, but for those of which many are left."""
    held: dict[_Sentence, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        if index not in met and not (claim.aside or claim.taken_back) and claim.kind != "quotation":
            held[sentence[index]].append(index)
    return {place: found for place, found in held.items() if len(found) <= _MOST}


def _of_one_thing(a: Claim, b: Claim) -> bool:
    """Whether two values that are not the same may be told of one thing."""
    if isinstance(a.value, DateValue):
        return a.value.precision in _TOLD_ONCE and bool(near_dates(dated([a]), dated([b]), _HOURS).all())
    assert isinstance(a.value, (Quantity, Duration)) and isinstance(b.value, (Quantity, Duration))
    sizes = scale(a.value), scale(b.value)
    if max(sizes) > _TIMES * min(sizes):
        return False
    if a.role == b.role not in NEUTRAL:
        return True
    if a.dimension in _SAID_AGAIN or a.mention.kind == "money":
        return bool(a.close & b.close)
    return bool(a.dimension) or not {a.counted, b.counted} <= _ANYBODY
