"""Read shares told by how many of how many: one in five, un électeur sur dix, jeder fünfte, her dört gençten biri."""

from __future__ import annotations

from reader.mentions.items import Items
from reader.mentions.numbers.amount import Amount, share_amount
from reader.mentions.numbers.numerals.fractions import is_round
from reader.mentions.words.vocabulary import Vocabulary

_OF_THINGS = frozenset(("sur", "su"))
_MOST_OF_WHOM, _MOST_EVERY = 1000, 20


def read_ratio(items: Items, codes: str, at: int, words: Vocabulary) -> Amount | None:
    """The share that begins with the number at item `at`, or None."""
    return (
        _out_of(items, codes, at, words)
        or _one_of_so_many(items, codes, at, words)
        or _one_of_every(items, codes, at, words)
    )


def _out_of(items: Items, codes: str, at: int, words: Vocabulary) -> Amount | None:
    """ "one in five", "two out of five hundred": the whole must be larger than the part."""
    if codes[at : at + 3] != "NiN":
        return None
    if items[at + 1].low in _OF_THINGS:
        return None  # "311 sur 650"
    part, whole = items[at].data, items[at + 2].data
    said_in = items[at + 1].low == "in" and items[at + 1].end - items[at + 1].start < 4
    if not 0 < part.low < whole.low or part.form != "cardinal" or part.low != int(part.low):
        return None
    if "over_counts" in words.words and not is_round(whole.low):
        return None  # "311 von 650"
    if said_in and (whole.low > 1000 or part.low > 20 or codes[at + 3 : at + 4] in ("u", "U", "c", "$", "%")):
        return None
    return share_amount(items, at, at + 3, part.low / whole.low)


def _one_of_so_many(items: Items, codes: str, at: int, words: Vocabulary) -> Amount | None:
    """ "One child in five", "un électeur sur dix", "deux Français sur trois"."""
    if codes[at : at + 4] != "NxiN":
        return None
    part, whole, after = items[at].data, items[at + 3].data, codes[at + 4 : at + 5]
    among = items[at + 2].low in _OF_THINGS
    if part.low != 1 and not (among and is_round(whole.low) and part.low == int(part.low) < whole.low):
        return None
    stop = at + 4 < len(items) and items.low(at + 4) in words.words.get("stop", ())
    if whole.low != int(whole.low) or (words.language == "de" and after == "x" and items[at + 4].data):
        return None  # "ein Plus von 3 Punkten"
    counts = (after in ("u", "U", "c") and len(items.low(at + 4)) > 1) or (
        after == "x" and items[at + 2].low == "in" and not stop
    )
    if counts or part.digits or whole.form != "cardinal" or not 2 - among < whole.low <= _MOST_OF_WHOM:
        return None
    return share_amount(items, at, at + 4, part.low / whole.low)


def _one_of_every(items: Items, codes: str, at: int, words: Vocabulary) -> Amount | None:
    """ "Her dört gençten biri": one of every four."""
    every = at > 0 and codes[at : at + 2] == "Nx" and items.low(at - 1) in words.words.get("every", ())
    if not every or at + 2 >= len(items) or items.low(at + 2) not in words.words.get("one_of_them", ()):
        return None
    whole = items.number(at).low
    return share_amount(items, at - 1, at + 3, 1 / whole) if whole > 1 else None


def every(items: Items, codes: str, at: int, words: Vocabulary) -> Amount | None:
    """ "jeder fünfte", "каждый пятый": one of so many, unless of years or days, or of miles."""
    value = items[at].data.low
    if not at or items[at - 1].low not in words.words.get("every", ()) or not 2 <= value <= _MOST_EVERY:
        return None
    return None if codes[at + 1 : at + 2] in ("u", "U") else share_amount(items, at - 1, at + 1, 1 / value)
