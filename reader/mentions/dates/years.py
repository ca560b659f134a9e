"""Decide whether four digits are a year or a count."""

from __future__ import annotations

from reader.mentions.items import Item, Items
from reader.mentions.numbers.labels import is_quoted
from reader.mentions.numbers.nouns.plurals import is_plural
from reader.mentions.words.vocabulary import Vocabulary

_STRICT = 1600, 2049
_LONGEST_HEDGE = 4
_WITH_ARTICLE = frozenset(("del", "do", "du"))
# what stands before a year, and seldom before a count
_IN_A_YEAR = frozenset(("en", "em", "im", "nel", "dal", "seit", "depuis", "desde", "sinds", "since", "anno", "jahr"))
_BESIDE = frozenset(("below", "above", "under", "over", "unter", "über"))
_COMPARED = frozenset(("points", "percent", "cent", "%", "punkte", "prozentpunkte", "prozent"))
_OF_ONE = frozenset(("a", "an"))  # "a 2008 police raid"
_DIGITS, _MONTHS, _LONGEST_SPAN = 4, 12, 300
_NEAR_YEARS = 1900  # "the May 1968 riots", but "in May 1200 riders"


def is_year(items: Items, at: int, text: str, words: Vocabulary) -> bool:
    """Whether the four-digit number at item `at` is a year: by the words around it, then by its size."""
    item = items[at]
    number = int(item.data.low)
    before = items[at - 1] if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    if before is not None and item.glued and before.low not in "-–—/(’'\"“‘[,.~":
        return before.code in "Mm"
    labelled = before is not None and before.low in words.words["model"]
    if labelled or is_quoted(items, at) or _in_a_file_number(items, at, words):
        return False
    if _ends_a_date(items, at) or _is_lifespan(items, at) or _compared_with(items, at):
        return True
    if _counts_on(items, at, words):
        return False
    if after is not None and after.glued and after.low == "p":  # 1080p
        return False
    if _amount_follows(items, item, after, words):
        return False
    if before is not None and text[before.start : before.end] in "$€£¥₽₹#":
        return False
    if after is not None and after.low in words.words.get("counted_nouns", ()) and not after.glued:
        return before is not None and (before.code in "MmE" or before.low in _IN_A_YEAR)
    cue = before is not None and (before.low in words.words["year_cue"] or before.code in "MmEjSfbFt<>YQ")
    cue = cue or (after is not None and after.low in words.words["year_behind"])
    if after is not None and after.code == "U" and not cue:
        return False
    plural = words.language == "en" and after is not None and after.code == "x" and is_plural(after.low)
    if plural and before is not None and before.code in "Mm" and number >= _NEAR_YEARS:
        return after is not None and after.low not in words.words.get("counted_in_millions", ())
    of_one = before is not None and before.low in _OF_ONE
    paired = at > 1 and items.codes[at - 1] == "&" and items.codes[at - 2] == "y"  # "the 2001 and 2011 censuses"
    if plural and not of_one and not paired and (before is None or before.low not in words.words["year_strict"]):
        return False
    noun = after is not None and after.code == "x" and after.low not in words.words.get("stop", ()) and not after.glued
    if _is_hedged(items, item.first, words, noun=noun):
        return False
    if cue:
        return number >= 1000
    return _STRICT[0] <= number <= _STRICT[1]


def _ends_a_date(items: Items, at: int) -> bool:
    """ "July 9, 2007 Aircraft …": figures behind a month, a day and a comma."""
    return (
        at > 2
        and items[at - 1].code == ","
        and items.codes[at - 2] in ("N", "O", "d", "o")
        and items.codes[at - 3] in ("M", "m")
    )


def _amount_follows(items: Items, item: Item, after: Item | None, words: Vocabulary) -> bool:
    """Whether the words right behind make it an amount: a unit, "or more", "2000'den fazla"."""
    found = words.quantity.at(items.tokens, item.first + 1) if item.first + 1 < len(items.tokens) else None
    if found is None:
        return False
    code, length = found[0].code, found[1]
    if code in "%$cku":
        weak = after is not None and after.low in words.weak
        return (code in "%$" or after is None or after.code == "x") and not weak
    if code == "e" and item.first + 1 + length < len(items.tokens):  # "2000'den fazla"
        found = words.quantity.at(items.tokens, item.first + 1 + length)
        return found is not None and found[0].code in "PQKr"
    return code in "pqPQK" and length > 1


def _is_hedged(items: Items, first: int, words: Vocabulary, *, noun: bool) -> bool:
    """Whether words right before a token say how exact a number is: plus de 2000, no fewer than 1800.

    "Bis zu 2000", "jusqu'à 2000" do where a noun follows; "più del 2009" means a year.
    """
    if items.tokens.low(first - 1) in _WITH_ARTICLE:
        return False
    for length in range(1, min(first, _LONGEST_HEDGE) + 1):
        hedge = words.quantity.at(items.tokens, first - length)
        known = ("a" if length == 1 else "m" if noun else "") + "><}{"
        if hedge is not None and hedge[1] == length and hedge[0].code in known:
            return True
    return False


def _in_a_file_number(items: Items, at: int, words: Vocabulary) -> bool:
    """ "Law 39/2015", "no. 2015-912": four digits beside others that are no month and no later year."""
    codes = items.codes
    if at > 1 and items[at].glued and codes[at - 1] == "/" and codes[at - 2] in "dnN" and items[at - 1].glued:
        named = at > 2 and items.low(at - 3) in words.words["model"]  # "ley 3/2012"
        return (named or items.number(at - 2).low > _MONTHS) and len(items[at - 2].low) < _DIGITS
    if codes[at + 2 : at + 3] != ["N"] or items[at + 1].low not in ("/", "-") or not items[at + 2].glued:
        return False
    digits = items[at + 2].low
    later = items.number(at + 2).low - items.number(at).low
    return items[at + 1].glued and digits.isdecimal() and not (len(digits) <= 2 or 0 < later < _LONGEST_SPAN)


def _pair(items: Items, at: int) -> bool:
    """Whether a dash or a word for "to" and four more digits follow."""
    return (
        "".join(items.codes[at + 1 : at + 3]) in ("-N", "tN")
        and len(items[at + 2].low) == _DIGITS
        and items[at + 2].low.isdecimal()
    )


def _is_lifespan(items: Items, at: int) -> bool:
    """ "(1558-1603)"."""
    if items.codes[at - 1 : at] != ["("] or not _pair(items, at):
        return False
    closed = at + 3 < len(items) and items[at + 3].low == ")"
    return closed and 0 < items.number(at + 2).low - items.number(at).low < _LONGEST_SPAN


def _compared_with(items: Items, at: int) -> bool:
    """ "Four points below 2012"."""
    return (
        at > 1
        and items[at - 1].low in _BESIDE
        and items[at - 2].low in _COMPARED
        and _STRICT[0] <= items.number(at).low <= _STRICT[1]
    )


def _counts_on(items: Items, at: int, words: Vocabulary) -> bool:
    """ "От 1100 до 1300 человек": the first of two counts of one thing."""
    return (
        _pair(items, at)
        and at + 3 < len(items)
        and not items[at + 3].glued
        and items[at + 3].low in words.words.get("counted_nouns", ())
    )
