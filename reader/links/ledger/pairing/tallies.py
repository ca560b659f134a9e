"""The tallies each account gives of the one event that several tell of: its dead, its firefighters; and its days."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from reader.links.comparing_memory import Memory
from reader.links.ledger import words
from reader.links.ledger.claims.contexts import Claim
from reader.links.ledger.claims.counting.roles import NEUTRAL
from reader.links.ledger.judging.alike import may_be_called
from reader.links.ledger.judging.apart import LEAVING
from reader.links.ledger.judging.sizes import size_of
from reader.links.ledger.pairing.left_over.counterparts import left_for_each_other
from reader.links.ledger.pairing.one_event import of_one_event
from reader.links.ledger.pairing.told import Sides, Told
from reader.links.ledger.pairing.weighing.figures import Kinds
from reader.links.ledger.verdicts import ends
from reader.mentions import DateValue, Quantity
from reader.stopping import checkpoint

_OF_PEOPLE = frozenset({"killed", "wounded", "infected", "missing", "captured", "freed", "evacuated", "displaced"}) | {
    "escaped",
    "gravely wounded",
    "aboard",
    "capacity",
    "gathered",
    "trapped",
    "employed",
    "testified",
    "population",
}
_OF_THINGS = frozenset({"destroyed", "damaged", "deployed", "dismissed"})

_FATES = _OF_PEOPLE | _OF_THINGS | {"magnitude"}

_FAR_LARGER = 2
_MOST = 4
"""How often an account may give its tally."""

_Key = tuple[str, str]
"""What befell them, and the class of what is counted; or "age" and whose; or "day" and which."""
_Own = dict[_Key, list[int]]
_Fates = dict[str, _Key]


def tallies(sides: Sides, kinds: Kinds, memory: Memory) -> list[tuple[int, int]]:
    """Pairs of claims, by index, that are the tallies of one kind, or one day, in two accounts of one event."""
    events = [each for each in sides.accounts if of_one_event(each)]
    found = []
    for left, right, *_ in events:
        own, fates = memory.get(("tallies", left.key), lambda: _tallies(left))  # noqa: B023
        other, other_fates = memory.get(("tallies", right.key), lambda: _tallies(right))  # noqa: B023
        found += [(left.first + a, right.first + b) for a, b in _matched(own, other, fates, other_fates)]
    return [*found, *left_for_each_other(events, kinds, memory)]


def _tallies(told: Told) -> tuple[_Own, _Fates]:
    own = _own(told)
    return own, _only(told, own)


def _own(told: Told) -> _Own:
    """The tallies an account gives for itself, by their places among its claims: more where it repeats one.

    Of those that befell people or things it is the first, where no later one is larger: later ones are of parts. Of
    other things, which may be counted again and again, it is the only one. A round number that an exact one tells
    better ("thousands leave their homes") is not the account's tally.
    """
    held: dict[_Key, list[int]] = defaultdict(list)
    several = len({claim.side for claim in told.claims if claim.role == "gathered"} - {""}) > 1
    for place, claim in enumerate(told.claims):
        checkpoint()
        if size_of(claim) and (key := _key(claim)):
            if claim.side:
                held[f"{claim.role} {claim.side}", "person"].append(place)
            if not (claim.side and claim.role == "gathered" and several):
                held[key].append(place)
    found = {}
    for key, given in held.items():
        vague = _vague([ends(told.claims[place].value) for place in given])
        places = [place for place, only_vague in zip(given, vague, strict=True) if not only_vague]
        sizes = [size_of(told.claims[place]) for place in places]
        named = [told.claims[place].counted != "?" for place in places]
        if any(noun for noun, size in zip(named, sizes, strict=True) if size == sizes[0]):
            # what is told with its noun is not outdone by a number that leaves it out ("17 killed, thousands flee")
            places = [place for place, noun, size in zip(places, named, sizes, strict=True) if noun or size <= sizes[0]]
            sizes = [size_of(told.claims[place]) for place in places]
        befell = key[0] in _FATES or bool(told.claims[places[0]].side)
        if max(sizes) == sizes[0] and (befell or min(sizes) == sizes[0]):
            repeated = [place for place, size in zip(places, sizes, strict=True) if size == sizes[0]]
            found[key] = repeated[:_MOST]
    checkpoint()
    for place, claim in enumerate(told.claims):
        checkpoint()
        if day := _day(claim):
            found.setdefault(("day", day), []).append(place)
    return found


def _vague(numbers: Sequence[tuple[float, float]]) -> list[bool]:
    """Of each number, by its ends, whether it only says how large something is, and holds a narrower one."""
    known = {ends for ends in numbers if not math.isnan(ends[0])}
    holding, least = set(), math.inf
    for low, high in sorted(known, key=lambda ends: (-ends[0], ends[1])):
        if high >= _FAR_LARGER * low and least <= high:  # those before begin no lower
            holding.add((low, high))
        least = min(least, high)
    return [number in holding for number in numbers]


def _day(claim: Claim) -> str:
    """The day on which something happened; "" for other dates, and for days on which something was only said."""
    value = claim.value
    plain = isinstance(value, DateValue) and value.precision == "day" and value.resolved and claim.when
    return value.iso if plain and isinstance(value, DateValue) and not claim.aside else ""


def _key(claim: Claim) -> _Key | None:
    if claim.role == "age":
        return ("age", claim.subject) if claim.subject and not (claim.aside or claim.taken_back) else None
    if claim.role == "ordinal" or (claim.past and claim.kind == "quantity" and _of_a_thing(claim)):
        return f"{claim.role} before" if claim.past else claim.role, claim.counted
    if claim.kind != "quantity" or claim.dimension or claim.past or claim.cumulative or claim.aside or claim.taken_back:
        return None
    if claim.role == "magnitude":
        return claim.role, claim.counted
    human = claim.counted == "?" or words.human(claim.counted)
    if claim.role == "dismissed" and (human or claim.counted in words.JOBS):
        return claim.role, "job"
    if claim.role in _OF_PEOPLE and human:
        return claim.role, "person" if claim.counted == "?" or words.fate(claim.counted) else claim.counted
    if not human and (claim.role in _OF_THINGS or claim.role in NEUTRAL - {"part", "new"}) and claim.counted:
        return claim.role if claim.role in _OF_THINGS else "", claim.counted
    if human and claim.counted not in ("?", "person") and claim.role in NEUTRAL - {"part", "new"}:
        return "", claim.counted
    return None


def _of_a_thing(claim: Claim) -> bool:
    """Whether a number counts things of a kind of which an account of what is past hardly counts two lots."""
    plain = not (claim.dimension or claim.aside or claim.taken_back) and claim.role in NEUTRAL - {"part", "new"}
    return plain and claim.counted not in ("", "?") and not words.human(claim.counted)


def _matched(left: _Own, right: _Own, fates: _Fates, other_fates: _Fates) -> Iterator[tuple[int, int]]:
    """Tallies of one kind; whom one account calls people the other may name, where each has but one such tally."""
    keys = {(key, key) for key in left.keys() & right.keys()}
    unmet: dict[str, list[_Key]] = defaultdict(list)
    for key in right.keys() - left.keys():
        unmet[key[0]].append(key)
    for one in left.keys() - right.keys():  # of things that have two names
        keys |= {(one, other) for other in unmet.get(one[0], ()) if words.synonyms(one[1], other[1])}
    leaving = [[key for key in own if key[0] in LEAVING] for own in (left, right)]
    if all(len(held) == 1 for held in leaving):
        keys.add((leaving[0][0], leaving[1][0]))
    for role in fates.keys() & other_fates.keys():
        one, other = fates[role], other_fates[role]
        if may_be_called(one[1], other[1]):
            keys.add((one, other))
    yield from sorted(pair for one, other in keys for pair in product(left[one][:_MOST], right[other][:_MOST]))


def _says_whom(claim: Claim) -> bool:
    """Whether a number names what it counts ("74 arrests"), not "all six were freed"."""
    return isinstance(claim.value, Quantity) and bool(claim.counted != "?" or claim.value.counted)


def _only(told: Told, tallies: _Own) -> _Fates:
    """The tallies of fates that are the only ones of an account, or stand before far smaller ones."""
    by_role: dict[str, list[_Key]] = defaultdict(list)
    for key, places in tallies.items():
        claims = [told.claims[place] for place in places]
        if key[0] in _OF_PEOPLE and any(_says_whom(claim) and not claim.among for claim in claims):
            by_role[key[0]].append(key)
    found = {}
    for role, keys in by_role.items():
        first, *others = sorted(keys, key=lambda key: tallies[key][0])
        if others and first[1] in words.FIGHTERS:
            continue  # the dead of one side and those of the other: neither is how many died
        size = size_of(told.claims[tallies[first][0]])
        if all(size >= _FAR_LARGER * size_of(told.claims[tallies[key][0]]) for key in others):
            found[role] = first
    return found
