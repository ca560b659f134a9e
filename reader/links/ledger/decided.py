"""Apply the reader's own verdicts to the ledger: rows they judged, pairs they hold apart, things they ignore."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import get_args

from reader.links.decisions.values import Decisions, PlaceRef, RowDecision
from reader.links.ledger.clusters import Cluster
from reader.links.values import ComparedSource, Verdict

_VERDICTS = frozenset(get_args(Verdict))


def find_mention(sources: Sequence[ComparedSource], place: PlaceRef) -> str | None:
    """The id of the mention a decision means: at that very place, or else the nearest with the same words."""
    for source in sources:
        if source.article.key != place.source:
            continue
        same = [m for m in source.mentions if m.text == place.quote]
        exact = [m for m in source.mentions if m.span.start == place.start and m.span.end == place.end]
        exact = [m for m in exact if not place.quote or m.text == place.quote]
        if exact or same:
            best = exact[0] if exact else min(same, key=lambda m: abs(m.span.start - place.start))
            return best.id
    return None


def _latest(decisions: Decisions) -> Iterator[RowDecision]:
    """The decisions that hold: a later one on the same places replaces an earlier one."""
    held = {frozenset(decision.places): decision for decision in decisions.rows}
    return iter(held.values())


def ignored_mentions(sources: Sequence[ComparedSource], decisions: Decisions) -> frozenset[str]:
    """Mentions that stand in no row by the reader's will ("ignore", or "not comparable" said of one place alone)."""
    found = set()
    for decision in _latest(decisions):
        if decision.verdict == "ignore" or (decision.verdict == "not comparable" and len(decision.places) == 1):
            found |= {find_mention(sources, place) for place in decision.places}
    return frozenset(mention for mention in found if mention)


def decided_clusters(sources: Sequence[ComparedSource], decisions: Decisions, by_id: dict[str, int]) -> list[Cluster]:
    """One cluster for each row the reader gave a verdict, as far as its places are still there."""
    clusters: list[Cluster] = []
    taken: set[int] = set()
    for decision in reversed(list(_latest(decisions))):
        if decision.verdict not in _VERDICTS:
            continue
        claims = {by_id[m] for place in decision.places if (m := find_mention(sources, place)) in by_id}
        if claims and not claims & taken and (decision.verdict == "only" or len(claims) > 1):
            taken |= claims
            clusters.append(Cluster(sorted(claims), verdict=decision.verdict, decided=True))  # type: ignore[arg-type]
    return clusters


def forbidden_pairs(
    sources: Sequence[ComparedSource], decisions: Decisions, by_id: dict[str, int]
) -> set[frozenset[int]]:
    """Pairs of claims that the reader said cannot be compared."""
    apart: set[frozenset[int]] = set()
    for decision in _latest(decisions):
        if decision.verdict == "not comparable":
            claims = sorted({by_id[m] for place in decision.places if (m := find_mention(sources, place)) in by_id})
            apart |= {frozenset(pair) for pair in combinations(claims, 2)}
    return apart


def decided_entities(
    sources: Sequence[ComparedSource], decisions: Decisions, entity_of: dict[str, str]
) -> dict[str, Verdict | None]:
    """Entities whose row the reader judged: their verdict, or None where the row is to go."""
    judged: dict[str, Verdict | None] = {}
    for decision in _latest(decisions):
        meant = {entity_of[m] for place in decision.places if (m := find_mention(sources, place)) in entity_of}
        if len(meant) == 1:
            verdict = decision.verdict if decision.verdict in _VERDICTS else None
            judged[meant.pop()] = verdict  # type: ignore[assignment]
    return judged


def parted_entities(
    sources: Sequence[ComparedSource], decisions: Decisions, entity_of: Mapping[str, str]
) -> list[frozenset[str]]:
    """Entities that the reader said are not to be set against one another."""
    found = []
    for decision in _latest(decisions):
        if decision.verdict not in _VERDICTS:
            meant = {entity_of.get(find_mention(sources, place) or "", "") for place in decision.places}
            found += [frozenset(meant - {""})] if len(meant - {""}) > 1 else []
    return found
