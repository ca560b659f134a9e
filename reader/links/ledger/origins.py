"""Find the upstream sources that several accounts rest on, so that a claim shows two articles but one origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reader.links.alignments import Alignments
from reader.links.comparing_memory import Memory
from reader.links.ledger.pairing.told import name_of
from reader.links.ledger.quoted import quoted_origins
from reader.links.ledger.spoken import OneMatter, Said, Spoken, Voices, of_one_matter
from reader.links.values import ComparedSource, Entity, Origin, Side
from reader.mentions import Attribution

_CREDITED = frozenset({"organisation", "name"})
_Named = list[tuple[str, str, Said]]
"""What somebody is quoted with: by what stands for whom, and how they are called."""


@dataclass(slots=True)
class _Upstream:
    label: str
    said: list[Said] = field(default_factory=list)


def find_origins(
    sources: Sequence[ComparedSource], entities: Sequence[Entity], alignments: Alignments, copied: Sequence[Origin],
    memory: Memory,
) -> tuple[Origin, ...]:  # fmt: skip
    """Origins that two sources or more rest on, most mentioned first; `copied` are those of near-verbatim text."""
    spoken = [memory.get(("spoken", source), lambda: Spoken(source)) for source in sources]  # noqa: B023
    entity_of = {mention: entity for entity in entities for mention in entity.mentions}
    named = [_named(own, entity_of) for own in spoken]
    for held, credited in zip(named, _credited(sources, spoken, entities), strict=True):
        held += credited
    groups: dict[str, _Upstream] = {}
    for held in named:
        for name, label, said in held:
            groups.setdefault(name, _Upstream(label)).said.append(said)
    matters = _matters(sources, spoken, named, alignments, memory)
    kept = frozenset[Said]().union(*(matter.named for matter in matters))
    found = [_origin(group) for group in _only(groups, kept)] + _published_by(sources, groups)
    found += [_unnamed_origin(one, other) for matter in matters for one, other in matter.alike] + list(copied)
    found += quoted_origins(sources, found)
    return tuple(sorted(found, key=lambda origin: (-len(origin.sources), -len(origin.mentions), origin.label)))


def _named(spoken: Spoken, entity_of: Mapping[str, Entity]) -> _Named:
    speakers = ((entity_of[said.speaker], said) for said in spoken.named)
    return [(name_of(entity), entity.label, said) for entity, said in speakers]


def _credited(
    sources: Sequence[ComparedSource], spoken: Sequence[Spoken], entities: Sequence[Entity]
) -> Iterator[_Named]:
    """Whom each account is credited to: no person or place, nor who published the account."""
    called: dict[str, Entity] = {}
    if any(own.credits for own in spoken):
        texts = {mention.id: mention.text.casefold() for source in sources for mention in source.mentions}
        called = {texts[mention]: entity for entity in entities for mention in entity.mentions}
    for source, own in zip(sources, spoken, strict=True):
        by_name = ((name, called.get(name), said) for name, said in own.credits if name != _publisher(source))
        yield [
            (name_of(entity), entity.label, said) if entity else (f"credit {name}", name, said)
            for name, entity, said in by_name
            if entity is None or entity.kind in _CREDITED
        ]


def _matters(
    sources: Sequence[ComparedSource], spoken: Sequence[Spoken], named: Sequence[_Named], alignments: Alignments,
    memory: Memory,
) -> list[OneMatter]:  # fmt: skip
    """What each two sources give as said of one matter: asked once for the same two, what is aligned and who is one."""
    voices = {}
    for source, own, held in zip(sources, spoken, named, strict=True):
        by_name = tuple((name, said) for name, _, said in held)
        voices[source.id] = memory.get(("voices", own, by_name), lambda: Voices(own, by_name))  # noqa: B023
    pairs = [(voices[a], voices[b], columns) for a, b, columns in alignments.by_sources()]
    keys = [("of one matter", a, b, *columns.key) for a, b, columns in pairs]
    return memory.all(keys, lambda asked: [of_one_matter(*pairs[n]) for n in asked])


def _only(groups: Mapping[str, _Upstream], kept: frozenset[Said]) -> list[_Upstream]:
    found = (_Upstream(group.label, [one for one in group.said if one in kept]) for group in groups.values())
    return [group for group in found if group.said]


def _origin(group: _Upstream) -> Origin:
    names = tuple(dict.fromkeys(said.source for said in group.said))
    return Origin(
        group.label, names, _mentions(group.said), f"{_both(names)} rest on {group.label}",
        _sides(group.said),
    )  # fmt: skip


def _mentions(said: Sequence[Said]) -> tuple[str, ...]:
    return tuple(one.mention.id for one in said if one.mention)


def _both(names: Sequence[str]) -> str:
    told = f"{', '.join(names[:-1])} and {names[-1]}"
    return f"Both accounts, {told}," if len(names) == 2 else f"The accounts {told}"


def _sides(said: Sequence[Said]) -> tuple[Side, ...]:
    by_source: dict[str, dict[int, None]] = defaultdict(dict)
    for one in said:
        by_source[one.source][one.passage] = None
    return tuple(Side(source, tuple(passages)) for source, passages in by_source.items())


def _publisher(source: ComparedSource) -> str:
    return source.article.publisher.casefold().removeprefix("the ").strip()


def _published_by(sources: Sequence[ComparedSource], groups: dict[str, _Upstream]) -> list[Origin]:
    """An outlet that one account cites and that published another."""
    found = []
    for source in sources:
        publisher = _publisher(source)
        for group in groups.values():
            citing = [said for said in group.said if said.mention and said.source != source.id]
            if publisher and citing and publisher == group.label.casefold().removeprefix("the "):
                names = tuple(dict.fromkeys([source.id, *(said.source for said in citing)]))
                reason = f"{', '.join(names[1:])} cites {group.label}, which published {source.id}"
                found.append(Origin(group.label, names, _mentions(citing), reason, _sides(citing)))
    return found


def _unnamed_origin(a: Said, b: Said) -> Origin:
    assert a.mention is not None and isinstance(a.mention.value, Attribution)
    speaker = a.mention.value.speaker
    reason = f"Both accounts, {a.source} and {b.source}, give the same words to {speaker}"
    return Origin(speaker, (a.source, b.source), _mentions((a, b)), reason, _sides((a, b)))
