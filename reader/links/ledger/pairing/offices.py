"""Who holds which office in an account ("the mayor, Ana Brun"): two names for one office are set side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from reader.links.ledger import words
from reader.links.values import ComparedSource
from reader.mentions import Mention
from reader.stopping import checkpoint

_BEFORE_REACH, _BEHIND_REACH = 90, 60
_WORDS = r"(?:[^\W\d_][\w’'-]* )"
_OFFICE = "|".join(sorted((re.escape(office) for office in words.OFFICES), key=len, reverse=True))
_WORD = re.compile(r"\w+")
_HEADS = {_WORD.findall(office.lower())[-1] for office in words.OFFICES}
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
    """Who holds an office in one account, by a mention; `title` is the office as written, `of` what it is of."""

    office: str
    title: str
    of: frozenset[str]
    mention: Mention


def holders(source: ComparedSource) -> list[Holder]:
    """The people of a source with their offices, in order."""
    text = source.article.text
    people = (mention for mention in source.mentions if mention.kind == "person")
    return [
        Holder(*held, mention) for mention in people if _beside_office(text, mention) and (held := _held(text, mention))
    ]


def _beside_office(text: str, mention: Mention) -> bool:
    """Whether the last word of an office stands close to a name: asking this first saves most of the reading."""
    checkpoint()
    beside = text[max(0, mention.span.start - _BEFORE_REACH) : mention.span.end + _BEHIND_REACH]
    return not _HEADS.isdisjoint(_WORD.findall(beside.lower()))


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
    beside = list(takewhile(lambda word: word not in words.STOP, reversed(said)))[::-1]
    if not _NOT_NOW.isdisjoint((*beside, *said[-1:])):
        return None
    behind = _HOLDS_BEHIND.match(text, end)
    more = [*beside, *(match["of"] or "").lower().split(), *([behind["of"].lower()] if behind else [])]
    office, plain = match["office"], not match["office"].isupper()
    title = " ".join([*beside, office.lower() if plain else office, *(["of", match["of"]] if match["of"] else [])])
    told = frozenset(words.stem(word) for word in more if word not in _GENERAL)
    return words.OFFICES[office.lower()], title, told


def contested(
    sides: Mapping[str, Sequence[Holder]], entity_of: Mapping[str, str], pairs: Iterable[tuple[str, str]]
) -> list[dict[str, Holder]]:
    """For each office whose holder accounts of one event name otherwise, who holds it in which source.

    `sides` gives the holders in each source, `pairs` the sources of one event.
    """
    naming: dict[str, set[str]] = defaultdict(set)
    for mention, entity in entity_of.items():
        naming[entity].add(mention.rstrip("0123456789"))
    found: dict[str, dict[str, Holder]] = {}
    by_office = {source: _by_office(held, entity_of) for source, held in sides.items()}
    for a, b in pairs:
        left, right = by_office[a], by_office[b]
        for office in left.keys() & right.keys():
            one, other = left[office], right[office]
            known = b in naming[entity_of[one.mention.id]] or a in naming[entity_of[other.mention.id]]
            told = bool(one.of & other.of) and not _one_person(one, other, entity_of) if known else True
            if told and _one_office(one, other):
                found.setdefault(office, {}).update({a: one, b: other})
    return list(found.values())


def _one_person(a: Holder, b: Holder, entity_of: Mapping[str, str]) -> bool:
    """Whether two holders are one and the same, or may be: their last names are alike."""
    last = {holder.mention.text.split()[-1].casefold() for holder in (a, b)}
    return entity_of[a.mention.id] == entity_of[b.mention.id] or len(last) == 1


def _by_office(held: Sequence[Holder], entity_of: Mapping[str, str]) -> dict[str, Holder]:
    """The holders of offices of which an account gives only one."""
    found: dict[str, list[Holder]] = defaultdict(list)
    for holder in held:
        if holder.mention.id in entity_of:
            found[holder.office].append(holder)
    return {
        office: holders[0] for office, holders in found.items() if len({entity_of[h.mention.id] for h in holders}) == 1
    }


def _one_office(a: Holder, b: Holder) -> bool:
    """Whether two offices of one name are the same, as far as the words beside them tell."""
    if a.of & b.of:
        return True
    return a.office in words.ONLY_OFFICES and not (a.of and b.of)
