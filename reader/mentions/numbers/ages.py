"""Tell the years of somebody told of in apposition: Ali Ahmed, 34; the driver, 31; aged 91."""

from __future__ import annotations

from reader.mentions.items import Items
from reader.mentions.numbers.amount import Amount
from reader.mentions.numbers.labels import behind_street
from reader.mentions.numbers.nouns.plurals import is_plural


def is_age(items: Items, codes: str, one: Amount) -> bool:
    """ "Ali Ahmed, 34, said": a bare number between commas behind a capitalised word."""
    if is_aged(items, codes, one.first) or _is_age_of_somebody(items, codes, one):
        return True
    if behind_street(items, one):
        return False
    bracketed = codes[one.first - 1] == "("
    if bracketed and (one.first < 3 or not items[one.first - 3].data or codes[one.last : one.last + 1] != ")"):
        return False  # "Maria Schmidt (34)", but "the Greens (34)"
    if one.first < 2 or codes[one.first - 1] not in ",(" or not items[one.first - 2].data or not one.number.digits:
        return False
    after = codes[one.last : one.last + 1]
    return items[one.first - 2].code == "x" and after in (",", ".", ")", "", "\n") and 0 < one.number.low < 120


def is_aged(items: Items, codes: str, at: int) -> bool:
    """ "Aged 34", and every number of "aged 34, 56 and 71"."""
    if codes[at + 1 : at + 2] not in (",", "&", ".", ")", "", "\n"):
        return at > 0 and items.low(at - 1) == "aged"
    first = at
    while first > 1 and first > at - _LISTED and codes[first - 1] in ",&" and codes[first - 2] in "N,":
        first -= 2 if codes[first - 2] == "N" else 1
    return first > 0 and items.low(first - 1) == "aged"


_LISTED = 8
_SOMEBODY = frozenset({
    "the", "a", "an", "his", "her", "de", "een", "der", "die", "den", "ein", "eine", "le", "la", "un", "une", "el",
    "una", "il", "lo", "o", "uma", "'",
})  # fmt: skip
_SOMEBODY_ENDS = ("er", "te", "in", "ann", "frau")  # der Fahrer, die Angeklagte


def _is_age_of_somebody(items: Items, codes: str, one: Amount) -> bool:
    """ "The striker, 31, scored", "de verdachte (27)": digits behind somebody told of with an article, no plural."""
    at, signs = one.first, codes[one.first - 1 : one.first] + codes[one.last : one.last + 1]
    if at < 3 or signs not in (",,", "()") or not 10 <= one.number.low < 100 or not one.number.digits:
        return False
    if one.number.low % 1:
        return False  # "The rest, 46.6, voted against it"
    noun = items[at - 2]
    if noun.code != "x" or is_plural(noun.low) or (noun.data and not noun.low.endswith(_SOMEBODY_ENDS)):
        return False
    return any(items[place].low in _SOMEBODY for place in (at - 3, at - 4) if place >= 0)
