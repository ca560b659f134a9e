"""Why words that look alike are two things, and how the sources write a name: reasons that rest on no judgement."""

from __future__ import annotations

from collections.abc import Sequence

from reader.links.ledger.claims.contexts import Claim
from reader.links.values import Entity
from reader.mentions import Quantity


def listed(names: Sequence[str]) -> str:
    """ "A, B and C"."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def two_things(claims: Sequence[Claim]) -> str:
    """What tells claims apart whose numbers or days are the same."""
    asides = [claim for claim in claims if claim.aside]
    if asides and len(asides) < len(claims):
        return f"the same {claims[0].kind}, but {asides[0].source}’s belongs to a {asides[0].aside}"
    if asides and claims[0].kind == "date":
        return "the same day, on which each account was put out"
    units = [claim.value.unit for claim in claims if isinstance(claim.value, Quantity) and claim.value.unit]
    if len(set(units)) > 1:
        return f"the same number, but of {units[0]} in one and {units[1]} in the other"
    nouns = [c.value.counted for c in claims if isinstance(c.value, Quantity) and c.value.counted]
    if len(set(nouns)) > 1:
        return f"the same number, but of {nouns[0]} in one and {nouns[1]} in the other"
    roles = [claim.role for claim in claims if claim.role not in ("", "strength", "part", "new")]
    if len(set(roles)) > 1:
        return f"the same number, but {roles[0]} in one and {roles[1]} in the other"
    return f"the same {'day' if claims[0].kind == 'date' else 'number'}, but said of different things"


def entity_reason(entity: Entity, sources: tuple[str, ...]) -> str:
    """Who names an entity, and how."""
    if len(sources) == 1:
        return f"Only {sources[0]} names {entity.label}."
    forms = [(s, entity.variants.get(s, ())) for s in sources]
    if len({form for _, held in forms for form in held}) > 1:
        told = ", ".join(f"{s} writes {' and '.join(held[:3])}" for s, held in forms if held)
        why = f" ({'; '.join(entity.reasons[:2])})" if entity.reasons else ""
        return f"{told}{why}."
    return f"{listed(sources)} name {entity.label}."
