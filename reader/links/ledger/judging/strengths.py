"""How strong a group is, where a sentence only points back to it: "the number of this group reaches ten thousand"."""

from __future__ import annotations

from reader.links.ledger import words
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.judging.known import TALLIED, Evidence
from reader.links.ledger.judging.sizes import of_a_size
from reader.links.ledger.verdicts import Judgement

_MEN = words.FIGHTERS | {"man", "member", "?"}


def strength_of_group(a: Claim, b: Claim, known: Evidence, judgement: Judgement) -> tuple[float, Judgement] | None:
    """The score and judgement of the men of a group and of "the number of this group", which names it no more; None
    for other pairs."""
    for group, men in ((a, b), (b, a)):
        pointed = group.role == "strength" and not group.entities and f"@{men.subject}" in group.terms
        fighting = {group.counted, men.counted} <= _MEN and "combatant" in (group.counted, men.counted)
        if pointed and fighting and men.role in ("", "strength") and of_a_size(a, b):
            return (TALLIED + known.context, judgement)
    return None
