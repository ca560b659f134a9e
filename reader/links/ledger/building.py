"""Build the ledger: a row for everything that can be compared, with its verdict and its reason."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reader.links.alignments import Alignments
from reader.links.comparing_memory import Memory
from reader.links.decisions.values import Decisions
from reader.links.ledger.claims.contexts import Claim, find_claims
from reader.links.ledger.claims.corrections import find_corrections
from reader.links.ledger.clusters import Cluster, alone, gather, same_forms
from reader.links.ledger.decided import (
    decided_clusters,
    decided_entities,
    forbidden_pairs,
    ignored_mentions,
    parted_entities,
)
from reader.links.ledger.judging.quotations import SHORT, quoted_words
from reader.links.ledger.pairing.offices import Holder, contested, holders
from reader.links.ledger.pairing.one_event import of_one_event
from reader.links.ledger.pairing.pairs import find_links, judged_values
from reader.links.ledger.pairing.told import Accounts, Told, name_of, side_by_side
from reader.links.ledger.pairing.weighing.figures import Figures
from reader.links.ledger.wording.rows import RowWriter
from reader.links.values import ComparedSource, Entity, LedgerRow
from reader.mentions import Attribution, DateValue, Quantity, Quotation
from reader.text import Span


def build_ledger(
    sources: Sequence[ComparedSource], entities: Sequence[Entity], alignments: Alignments,
    decisions: Decisions, check: Callable[[], None], memory: Memory,
) -> tuple[LedgerRow, ...]:  # fmt: skip
    """Rows, the most important first, with ids R1, R2 …; `check()` may raise to stop the work."""
    entity_of = {mention: entity.id for entity in entities for mention in entity.mentions}
    names = {entity.id: name_of(entity) for entity in entities}
    related = {names[e.id]: tuple(names[other] for other in e.related) for e in entities if e.related}
    named = {mention: names[entity] for mention, entity in entity_of.items()}
    ignored = ignored_mentions(sources, decisions)
    told: list[Told] = []
    for source in sources:
        check()
        told.append(_told(source, named, related, ignored, sum(len(each.claims) for each in told), memory))
    claims = [claim for each in told for claim in each.claims]
    accounts = side_by_side(told, alignments, memory)
    clusters = _clusters(claims, told, accounts, sources, decisions, memory)
    writer = RowWriter(claims, sources, entities, memory)
    rows = [writer.of_cluster(cluster) for cluster in sorted(clusters, key=lambda c: min(c.claims))]
    judged = decided_entities(sources, decisions, entity_of)
    for entity in entities:
        if entity.id not in judged:
            rows.append(writer.of_entity(entity))
        elif verdict := judged[entity.id]:
            rows.append(replace(writer.of_entity(entity), verdict=verdict, decided=True))
    rows += [writer.of_office(held) for held in _contested(accounts, sources, decisions, entity_of, memory)]
    rows.sort(key=lambda row: -row.importance)
    return tuple([row.with_id(f"R{number}") for number, row in enumerate(rows, 1)])


def _told(
    source: ComparedSource, named: dict[str, str], related: dict[str, tuple[str, ...]],
    ignored: frozenset[str], first: int, memory: Memory,
) -> Told:  # fmt: skip
    """The claims of a source, read anew only where its mentions, or what they name, have changed."""
    own = tuple(named.get(mention.id, "") for mention in source.mentions)
    others = tuple((entity, related[entity]) for entity in dict.fromkeys(own) if entity in related)
    text = memory.one(("claims", source))
    key = memory.one(("named claims", text, own, others))
    claims = memory.get(("said", key), lambda: find_claims(source, named, related, memory, text))
    left_out = frozenset(claim.mention.id for claim in claims) & ignored
    whole = memory.one(("told", key, left_out))
    kept, corrections = memory.get(("corrected", whole), lambda: _corrected(source, claims, left_out))
    figures = memory.get(("figures", whole), lambda: Figures(kept))
    names = frozenset([*own, *(name for _, held in others for name in held)]) - {""}
    cited = memory.get(("cited", text, own), lambda: _cited(source, own))
    return Told(source.id, whole, first, kept, figures, corrections, names, cited)


def _cited(source: ComparedSource, own: Sequence[str]) -> frozenset[str]:
    """What the organisations are called that a source only names for what they say ("according to the survey")."""
    values = [mention.value for mention in source.mentions]
    speakers = {v.speaker_span for v in values if isinstance(v, (Attribution, Quotation)) and v.speaker_span}
    ordered = [Span(0, 0), *sorted(speakers, key=lambda span: span.start)]
    starts = [span.start for span in ordered]
    named = [(name, mention) for name, mention in zip(own, source.mentions, strict=True) if name]
    told = {name for name, m in named if not ordered[bisect_left(starts, m.span.end) - 1].overlaps(m.span)}
    return frozenset(name for name, mention in named if mention.kind == "organisation" and name not in told)


def _corrected(
    source: ComparedSource, claims: Sequence[Claim], left_out: frozenset[str]
) -> tuple[list[Claim], dict[int, int]]:
    """The claims without those left out, those marked that their own source corrects; and what it corrects by what."""
    kept = [claim for claim in claims if claim.mention.id not in left_out]
    corrections = find_corrections(kept, source)
    return [replace(claim, taken_back=True) if n in corrections else claim for n, claim in enumerate(kept)], corrections


def _clusters(
    claims: Sequence[Claim], told: Sequence[Told], accounts: Sequence[Accounts], sources: Sequence[ComparedSource],
    decisions: Decisions, memory: Memory,
) -> list[Cluster]:  # fmt: skip
    by_id = {mention: index for index, claim in enumerate(claims) for mention in claim.ids}
    own = decided_clusters(sources, decisions, by_id)
    apart = forbidden_pairs(sources, decisions, by_id)
    taken = {index for cluster in own for index in cluster.claims}
    corrections = {each.first + old: each.first + new for each in told for old, new in each.corrections.items()}
    links = find_links(told, accounts, apart, memory)
    clusters = [*own, *gather(claims, links, taken, corrections, judged_values(told, memory))]
    taken |= {index for cluster in clusters for index in cluster.claims}
    clusters += same_forms(claims, taken, apart)
    taken |= {index for cluster in clusters for index in cluster.claims}
    return clusters + [cluster for cluster in alone(told, taken, memory) if _worth_telling(claims[cluster.claims[0]])]


def _contested(
    accounts: Sequence[Accounts], sources: Sequence[ComparedSource], decisions: Decisions,
    entity_of: Mapping[str, str], memory: Memory,
) -> list[dict[str, Holder]]:  # fmt: skip
    """The offices that accounts of one event give to different people, but for those the reader took away."""
    events = [each for each in accounts if of_one_event(each)]
    source = {each.id: each for each in sources}
    sides = {
        told.source: memory.get(("holders", told.key), lambda: holders(source[told.source]))  # noqa: B023
        for pair in events
        for told in (pair.left, pair.right)
    }
    parted = parted_entities(sources, decisions, entity_of)
    found = contested(sides, entity_of, [(pair.left.source, pair.right.source) for pair in events])
    return [held for held in found if not any({entity_of[h.mention.id] for h in held.values()} <= p for p in parted)]


def _worth_telling(claim: Claim) -> bool:
    """Whether what only one source says deserves a row: no lone "one" or ordinal, no one word in marks."""
    if isinstance(claim.value, Quotation):
        return len(quoted_words(claim.value)) > SHORT
    if isinstance(claim.value, DateValue):
        return claim.value.resolved or not claim.value.relative
    one = isinstance(claim.value, Quantity) and not claim.value.unit and claim.value.low == claim.value.high == 1
    return not one and claim.role != "ordinal"
