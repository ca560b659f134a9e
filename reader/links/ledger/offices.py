"""Who holds which office in an account ("the mayor, Ana Brun"): two names for one office are set side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from reader.links.ledger import words
from reader.links.values import ComparedSource
from reader.mentions import Mention

_BEFORE_REACH, _BEHIND_REACH = 90, 60
_WORDS = r"(?:[^\W\d_][\w’'-]* )"
_OFFICE = "|".join(sorted((re.escape(office) for office in words.OFFICES), key=len, reverse=True))
_OF = rf"(?: of (?:the |an? )?(?P<of>{_WORDS}{{0,2}}[^\W\d_][\w’'-]*?))?"
_BEFORE = re.compile(
    rf"(?P<more>{_WORDS}{{0,4}}?)(?P<office>{_OFFICE}){_OF}(?P<stop>,|,? (?:is|was|will be))? (?:[A-Z]\w+\.? )?$", re.I
)
""" "the city's treasurer, ", "Interior Minister ", "army commander Colonel ", "its chief executive will be "."""
_BEHIND = re.compile(
    rf", (?:who (?:is|was|will be) |now |then )?(?:the |its |their |his |her |an? )?(?P<more>{_WORDS}{{0,3}}?)"
    rf"(?P<office>{_OFFICE})\b(?: of (?:the |an? )?(?P<of>[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*)?))?",
    re.I,
)
""" ", the head of the Central Hospital"."""
_HOLDS_BEHIND = re.compile(r" of (?:the )?(?P<of>[A-Z][\w’'-]*)")
""" "Captain Olsen of the Freya"."""
_GENERAL = words.STOP | {"city", "country", "local", "new", "newly", "old", "own", "presiding", "state", "town"}
"""What beside an office does not tell which of several it is."""
_NOT_NOW = frozenset({"acting", "assistant", "deputy", "ex", "former", "late", "outgoing", "then", "vice"})
_LEAD = "and"


@dataclass(frozen=True, slots=True)
class Holder:
    """A person who holds an office in one account: the mention, its entity, and what the office is of.

    `title` is the office as written ("interior minister").
    """

    office: str
    title: str
    of: frozenset[str]
    mention: Mention
    entity: str


def holders(source: ComparedSource, entity_of: Mapping[str, str]) -> list[Holder]:
    """The people of a source with their offices, in order."""
    text = source.article.text
    found = []
    for mention in source.mentions:
        entity = entity_of.get(mention.id, "")
        if mention.kind == "person" and entity and (held := _held(text, mention)):
            found.append(Holder(*held, mention, entity))
    return found


def _held(text: str, mention: Mention) -> tuple[str, str, frozenset[str]] | None:
    """The office that the words beside a name give its bearer, as it is compared and as written, and what it is of."""
    start, end = mention.span.start, mention.span.end
    before = text[max(0, start - _BEFORE_REACH) : start].rpartition("\n")[2]
    before = before.rpartition(". ")[2] if ". " in before[:-4] else before
    match = _BEFORE.search(before)
    if match and match["stop"] == "," and text[end : end + 5] == f" {_LEAD} ":
        return None  # "the mayor, Ana Brun and a priest"
    match = match or _BEHIND.match(text, end, end + _BEHIND_REACH)
    if not match:
        return None
    said = [word.strip(",’'").lower().removesuffix("’s").removesuffix("'s") for word in match["more"].split()]
    if not _NOT_NOW.isdisjoint(said):
        return None
    beside = list(takewhile(lambda word: word not in words.STOP, reversed(said)))[::-1]
    behind = _HOLDS_BEHIND.match(text, end)
    more = [*beside, *(match["of"] or "").lower().split(), *([behind["of"].lower()] if behind else [])]
    office, plain = match["office"], not match["office"].isupper()
    title = " ".join([*beside, office.lower() if plain else office, *(["of", match["of"]] if match["of"] else [])])
    told = frozenset(words.stem(word) for word in more if word not in _GENERAL)
    return words.OFFICES[office.lower()], title, told


def contested(
    sides: Mapping[str, Sequence[Holder]], named: Mapping[str, Collection[str]], pairs: Iterable[tuple[str, str]]
) -> list[dict[str, Holder]]:
    """For each office whose holder accounts of one event name otherwise, who holds it in which source.

    `sides` gives the holders of each source, `named` all entities it names, `pairs` the sources of one event.
    """
    found: dict[str, dict[str, Holder]] = {}
    for a, b in pairs:
        for one, other in _otherwise(sides[a], sides[b]):
            if one.entity in named[b] or other.entity in named[a]:
                continue
            found.setdefault(one.office, {}).update({a: one, b: other})
    return list(found.values())


def _otherwise(a: Sequence[Holder], b: Sequence[Holder]) -> Iterator[tuple[Holder, Holder]]:
    """Holders of one office in two accounts, each the only one there."""
    left, right = _by_office(a), _by_office(b)
    for office in left.keys() & right.keys():
        one, other = left[office][0], right[office][0]
        alone = all(len({holder.entity for holder in side[office]}) == 1 for side in (left, right))
        if alone and _one_office(one, other):
            yield one, other


def _by_office(held: Sequence[Holder]) -> dict[str, list[Holder]]:
    found: dict[str, list[Holder]] = defaultdict(list)
    for holder in held:
        found[holder.office].append(holder)
    return found


def _one_office(a: Holder, b: Holder) -> bool:
    """Whether two offices of one name are the same, as far as the words beside them tell."""
    if a.of & b.of:
        return True
    return a.office in words.ONLY_OFFICES and not (a.of and b.of)
