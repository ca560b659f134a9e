"""Find the upstream sources that several accounts rest on, so that a claim shows two articles but one origin."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from reader.links.alignments import Alignments
from reader.links.ledger import words
from reader.links.ledger.credits import credited_to
from reader.links.ledger.quoted import quoted_origins
from reader.links.values import ComparedSource, Entity, Origin, Side
from reader.mentions import Attribution, Mention
from reader.stopping import checkpoint
from reader.text import Span, detect_language

_KINDS = frozenset({"outlet", "official", "named", "document"})
_CREDITED = frozenset({"organisation", "name"})
_SAYING_OF_ONE_MATTER = 0.5
"""Least score of aligned passages, or their neighbours, in which somebody named may be the origin of the same."""
_SAID_OF_IT, _SAID_BY_ANYBODY, _LONGEST = 2, 3, 2000
"""How many words but the speaker's such passages must share, the second where the speaker is a bare word such as
"police"; code points of a passage that are read."""
_SAID_IN_TWO_LANGUAGES = 1
"""The same where only names and numbers can be the same."""
_PLACES = frozenset({"place", "nationality"})
_DOCUMENT_OF = re.compile(
    r"(?i)(?:[^\W\d_]+ ){1,3}(?:(?:published|released|issued|printed|written) )?(?:by|in|of|from) "
    r"(?:(?:the|a|an|journal|magazine|newspaper|paper) ){0,3}"
)
"""What stands between a document and whose it is: "a study published in the journal Nature"."""
_FAR = 80
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


@dataclass(slots=True)
class _Said:
    """An attribution in its source, with the words that describe an unnamed speaker; a credit has no mention."""

    source: str
    mention: Mention | None
    passage: int
    descriptor: frozenset[str] = frozenset()

    @property
    def key(self) -> str | tuple[str, int]:
        """What tells it from others."""
        return self.mention.id if self.mention else (self.source, self.passage)


@dataclass(slots=True)
class _Upstream:
    label: str
    said: list[_Said] = field(default_factory=list)


def find_origins(
    sources: Sequence[ComparedSource],
    entities: Sequence[Entity],
    alignments: Alignments,
    copied: Sequence[Origin] = (),
) -> tuple[Origin, ...]:
    """Origins that two sources or more rest on, most mentioned first; `copied` are those of near-verbatim text."""
    groups: dict[str, _Upstream] = {}
    unnamed: list[_Said] = []
    labels = {entity.id: entity.label for entity in entities}
    entity_of = {mention: entity.id for entity in entities for mention in entity.mentions}
    for source in sources:
        index = _PlaceIndex(source, entity_of)
        for mention in source.mentions:
            checkpoint()
            value = mention.value
            if not isinstance(value, Attribution) or value.speaker_kind == "hearsay":
                continue
            said = _Said(source.id, mention, index.passage(mention.span.start), _descriptor(value.speaker))
            entity = index.entity(value)
            if entity and value.speaker_kind in _KINDS:
                groups.setdefault(entity, _Upstream(labels[entity])).said.append(said)
            elif value.speaker_kind in ("official", "unnamed", "document"):
                unnamed.append(said)
    _add_credits(groups, sources, entities)
    stems = _Stems(sources)
    found = [_origin(group) for group in _of_one_matter(groups, alignments, stems)]
    found += _published_by(sources, groups) + _unnamed(unnamed, alignments, stems) + list(copied)
    found += quoted_origins(sources, found)
    return tuple(sorted(found, key=lambda origin: (-len(origin.sources), -len(origin.mentions), origin.label)))


def _add_credits(groups: dict[str, _Upstream], sources: Sequence[ComparedSource], entities: Sequence[Entity]) -> None:
    """Put those whom accounts are credited to among those cited: no person or place, nor who published the account."""
    texts = {mention.id: mention.text.casefold() for source in sources for mention in source.mentions}
    called = {texts[mention]: entity for entity in entities for mention in entity.mentions}
    for source in sources:
        for name, passage in credited_to(source):
            entity = called.get(name)
            if name != _publisher(source) and (entity is None or entity.kind in _CREDITED):
                key, label = (entity.id, entity.label) if entity else (f"credit {name}", name)
                groups.setdefault(key, _Upstream(label)).said.append(_Said(source.id, None, passage))
    order = {source.id: place for place, source in enumerate(sources)}
    for group in groups.values():
        group.said.sort(key=lambda one: order[one.source])


class _PlaceIndex:
    """Looks up the passage of a place and the entity named at a speaker's span."""

    def __init__(self, source: ComparedSource, entity_of: dict[str, str]) -> None:
        self._text = source.article.text
        self._starts = [passage.span.start for passage in source.passages]
        self._named = [(m.span, entity_of[m.id]) for m in source.mentions if m.id in entity_of]
        self._places = {m.span for m in source.mentions if m.kind in _PLACES}
        self._named_starts = [span.start for span, _ in self._named]

    def passage(self, place: int) -> int:
        return max(0, bisect_right(self._starts, place) - 1)

    def entity(self, value: Attribution) -> str:
        """The entity that is the speaker: the last one in the span when it is an outlet, else the first."""
        span = value.speaker_span
        if span is not None and value.speaker_kind == "document" and (author := self._author(span)):
            return author
        if span is None or not any(c.isupper() for c in value.speaker):
            return ""
        low, high = bisect_left(self._named_starts, span.start), bisect_left(self._named_starts, span.end)
        inside = [entity for place, entity in self._named[max(0, low - 1) : high] if place.overlaps(span)]
        if not inside:
            return ""
        # "the commander of Hezbollah in Aleppo" is not Hezbollah: a lower-case description names nobody
        first = value.speaker.split()[0]
        if first.islower() or first in ("The", "A", "An"):
            return ""
        return inside[-1] if value.speaker_kind == "outlet" else inside[0]

    def _author(self, document: Span) -> str:
        """The entity whose document this is, or that published it."""
        at = bisect_left(self._named_starts, document.start)
        for place, entity in self._named[at : at + 1]:
            between = self._text[document.start : min(place.start, document.start + _FAR)]
            if place not in self._places and _DOCUMENT_OF.fullmatch(between):
                return entity
        return ""


def _of_one_matter(groups: dict[str, _Upstream], alignments: Alignments, stems: _Stems) -> list[_Upstream]:
    """What is said where two sources tell of the same: that both quote one agency of other matters is no one origin."""
    spoken: dict[str, dict[str, list[_Said]]] = defaultdict(lambda: defaultdict(list))
    for entity, group in groups.items():
        for one in group.said:
            spoken[one.source][entity].append(one)
    kept: set[str | tuple[str, int]] = set()
    for a, b, columns in alignments.by_sources():
        asked = [e for e in spoken[a].keys() & spoken[b].keys() if not _all_kept((*spoken[a][e], *spoken[b][e]), kept)]
        left, right = (_by_passage(spoken[source], asked) for source in (a, b))
        for i, j, score in columns if asked else ():
            if i not in left or j not in right or score < _SAYING_OF_ONE_MATTER:
                continue
            checkpoint()
            shared = left[i].keys() & right[j].keys()
            said, needed = stems[a, i] & stems[b, j] if shared else frozenset(), stems.needed(a, b)
            for entity in shared if len(said) >= needed else ():
                both = (*left[i][entity], *right[j][entity])
                if not _all_kept(both, kept) and len(said.difference(*(x.descriptor for x in both))) >= needed:
                    kept |= {one.key for one in both}
    found = (_Upstream(g.label, [one for one in g.said if one.key in kept]) for g in groups.values())
    return [group for group in found if group.said]


def _all_kept(said: Sequence[_Said], kept: Container[str | tuple[str, int]]) -> bool:
    return all(one.key in kept for one in said)


def _by_passage(spoken: Mapping[str, Sequence[_Said]], asked: Sequence[str]) -> dict[int, dict[str, list[_Said]]]:
    """What is said by some entities in or right beside each passage."""
    found: dict[int, dict[str, list[_Said]]] = {}
    for entity in asked:
        for one in spoken[entity]:
            for passage in range(max(0, one.passage - 1), one.passage + 2):
                found.setdefault(passage, {}).setdefault(entity, []).append(one)
    return found


class _Stems(dict[tuple[str, int], frozenset[str]]):
    """The telling words of each passage (source, index) that is asked for, read once."""

    def __init__(self, sources: Sequence[ComparedSource]) -> None:
        super().__init__()
        self._sources = {source.id: source for source in sources}

    def __missing__(self, place: tuple[str, int]) -> frozenset[str]:
        source, span = self._sources[place[0]], self._sources[place[0]].passages[place[1]].span
        self[place] = _descriptor(source.article.text[span.start : min(span.end, span.start + _LONGEST)])
        return self[place]

    def needed(self, a: str, b: str) -> int:
        """How many words two passages of these sources must share to be of one matter."""
        articles = [self._sources[source].article for source in (a, b)]
        languages = {held.language[:2].lower() or detect_language(held.text) for held in articles} - {""}
        return _SAID_IN_TWO_LANGUAGES if len(languages) > 1 else _SAID_OF_IT


def _descriptor(said: str) -> frozenset[str]:
    found = (word for word in _WORD.findall(said) if word.lower() not in words.STOP)
    return frozenset(words.stem(word) for word in found)


def _origin(group: _Upstream) -> Origin:
    names = tuple(dict.fromkeys(said.source for said in group.said))
    return Origin(
        group.label, names, _mentions(group.said), f"{_both(names)} rest on {group.label}",
        _sides(group.said),
    )  # fmt: skip


def _mentions(said: Sequence[_Said]) -> tuple[str, ...]:
    return tuple(one.mention.id for one in said if one.mention)


def _both(names: Sequence[str]) -> str:
    told = f"{', '.join(names[:-1])} and {names[-1]}"
    return f"Both accounts, {told}," if len(names) == 2 else f"The accounts {told}"


def _sides(said: Sequence[_Said]) -> tuple[Side, ...]:
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


def _unnamed(said: Sequence[_Said], alignments: Alignments, stems: _Stems) -> list[Origin]:
    """Speakers without a name, described alike and said to say the same: in aligned passages, in the same words."""
    # of several alike in one passage the first speaks for all
    at: dict[tuple[str, int], dict[frozenset[str], _Said]] = defaultdict(dict)
    for one in said:
        if one.descriptor:
            at[one.source, one.passage].setdefault(one.descriptor, one)
    found = []
    for a, i, b, j, _ in alignments.between(at):
        checkpoint()
        for descriptor, one in at[a, i].items():
            needed = _SAID_OF_IT if len(descriptor) > 1 else _SAID_BY_ANYBODY
            if descriptor in at[b, j] and len((stems[a, i] & stems[b, j]) - descriptor) >= needed:
                found.append(_unnamed_origin(one, at[b, j][descriptor]))
    return found


def _unnamed_origin(a: _Said, b: _Said) -> Origin:
    assert a.mention is not None and isinstance(a.mention.value, Attribution)
    speaker = a.mention.value.speaker
    reason = f"Both accounts, {a.source} and {b.source}, give the same words to {speaker}"
    return Origin(speaker, (a.source, b.source), _mentions((a, b)), reason, _sides((a, b)))
