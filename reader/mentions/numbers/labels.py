"""Tell numbers that belong to a name or a label: Boeing 737, Resolution 2254, the Seven Sisters, 12 Elm Street."""

from __future__ import annotations

from itertools import takewhile

from reader.mentions.items import Items
from reader.mentions.numbers.amount import Amount
from reader.mentions.numbers.nouns.plurals import is_plural
from reader.mentions.words.vocabulary import Vocabulary

_LOW_OR_HIGH = frozenset(("low", "lower", "mid", "middle", "high", "higher", "upper"))
_BEFORE_NAMES = frozenset(("the", "in", "of", "at", "to", "from", "and", "near", "by", "for", "with", "between"))
_QUOTES, _UNQUOTES = frozenset('"“‘«„'), frozenset('"”’»“')
_SHORT_WORD, _AMID = 3, 6
_SMALL_IN_TITLES = frozenset(("with", "from", "over", "into", "upon", "than", "amid"))
_JETS = frozenset(f"7{n}7" for n in range(9))
_EMERGENCY = frozenset(("911", "112", "999"))
_CALLING = ("call", "dial", "dispatch", "operator", "emergency")
_NAMES_OF_A_STREET = 4
# "the category 5 storms", "the type 2 cases": the numbers of classes are small
_MOST_CLASSES, _POSTCODE = 12, 5
_BEFORE_A_THING = frozenset({"a", "the", "this", "that", "his", "her", "its", "their", "our", "my"})


def is_label(text: str, items: Items, one: Amount) -> bool:
    """ "A 911 caller", "the 787 Dreamliner" where Boeing is named, "GMT+05:00", "four-by-four"."""
    digits, beside = one.number.digits, [items.low(k) for k in (one.first - 1, one.last) if 0 <= k < len(items)]
    if is_quoted(items, one.first):
        return True
    if digits in _EMERGENCY:
        before = [items[k].low for k in range(max(0, one.first - 3), one.first)]
        return any(word.startswith(_CALLING) for word in beside + before)
    if digits in _JETS and "Boeing" in text:
        return beside[0] in ("the", "new") or beside[-1] in ("dreamliner", "max", "jet", "jets", "airliner")
    crossed = [items[k].low for k in range(one.last, min(one.last + 3, len(items)))]
    if crossed[:2] in (["-", "figure"], ["-", "digit"]) or (crossed[:1] == ["figures"] and beside[0] in _LOW_OR_HIGH):
        return True  # "in the lower six figures"
    return (len(digits) > 1 and digits.strip("0") == "") or crossed == ["-", "by", "-"] or _is_named(items, one)


def is_quoted(items: Items, at: int) -> bool:
    """ "Orwell's “1984”": digits alone between quotation marks are a title."""
    if not 0 < at < len(items) - 1 or items.low(at - 1) not in _QUOTES:
        return False
    return items.low(at + 1) in _UNQUOTES and items.low(at).isdecimal()


def _is_named(items: Items, one: Amount) -> bool:
    """ "The Seven Sisters", "in Nine Elms": an English number with a capital among words without, before another."""
    first, last = one.first, one.last
    if one.number.digits or last - first > 1 or first == 0 or last >= len(items):
        return False
    number, after, before = items[first], items[last], items[first - 1]
    if items.tokens.texts[number.first][0].isupper() and _ends_a_name(items, first, last):
        return True
    if not (items.tokens.texts[number.first][0].isupper() and after.code == "x" and after.data) or after.glued:
        return False
    titled = before.low in _QUOTES and last + 1 < len(items) and items[last + 1].code == "x" and items[last + 1].data
    if not titled and (before.code in ".;\n" or before.low not in _BEFORE_NAMES):
        return False
    near = [items[k] for k in range(max(0, first - 4), min(len(items), last + 5))]
    return any(item.code == "x" and not item.data and len(item.low) > _SHORT_WORD for item in near)


def _ends_a_name(items: Items, at: int, last: int) -> bool:
    """ "The Gang of Four came", "Ocean's Eleven was": a number with a capital that ends a name amid a sentence."""
    if at < 2 or items[last].code != "x" or items[last].data:
        return False
    of, named = items[at - 1].low, items[at - 2]
    if of == "s" and at > 2 and items[at - 2].low in "'’" and items[at - 2].glued:
        named = items[at - 3]
    elif of != "of":
        return False
    return named.code == "x" and bool(named.data)


def is_titled(text: str, items: Items, one: Amount) -> bool:
    """Whether a measure belongs to a name: the Seven Years' War, Three Mile Island."""
    return _is_war(text, one) or _is_island(items, one)


def _is_war(text: str, one: Amount) -> bool:
    """The Seven Years' War, the Six-Day War."""
    return (
        one.kind == "duration"
        and text[one.start].isupper()
        and text[one.end : one.end + 6].lstrip("'’s -").startswith("War")
    )


def _is_island(items: Items, one: Amount) -> bool:
    """Three Mile Island: number, unit and what follows with capitals, and a long word without one near."""
    if one.number.digits or one.last - one.first != 2 or one.last >= len(items):
        return False
    texts, firsts = items.tokens.texts, (items[one.first].first, items[one.first + 1].first, items[one.last].first)
    if not all(texts[first][0].isupper() for first in firsts):
        return False
    before, behind = texts[max(0, firsts[0] - _AMID) : firsts[0]], texts[firsts[2] : firsts[2] + _AMID]
    near = [*takewhile(_goes_on, reversed(before)), *takewhile(_goes_on, behind)]
    return any(len(text) > _SHORT_WORD and text.islower() and text not in _SMALL_IN_TITLES for text in near)


def _goes_on(token: str) -> bool:
    return token[0] not in ".\n"


_STREETS = frozenset({
    "calle", "avenida", "plaza", "rue", "via", "viale", "piazza", "rua", "praca", "улица", "улице", "улицы", "улицу",
    "ул", "проспект", "проспекте", "проспекта", "переулок", "переулке", "бульвар", "бульваре", "вулиця", "вулиці",
    "вулицю", "проспекті", "провулок", "провулку",
})  # fmt: skip


def behind_street(items: Items, one: Amount) -> bool:
    """ "Улица Ленина, 15", "via Roma, 7": the number of a house behind the name of its street and a comma."""
    at = one.first
    return (
        at > 2 and items.low(at - 1) == "," and _STREETS.intersection((items.low(at - 2), items.low(at - 3))) != set()
    )


def is_postcode(items: Items, codes: str, one: Amount, words: Vocabulary) -> bool:
    """ "Rue de la Paix, 75002 Paris", "Hauptstraße 12, 10115 Berlin"."""
    at, digits = one.first, one.number.digits
    if len(digits) != _POSTCODE or not digits.isdecimal() or codes[max(0, at - 1) : at] != "," or at < 2:
        return False
    if one.last >= len(items) or codes[one.last] != "x" or not items[one.last].data:
        return False
    return codes[at - 2] == "N" or (words.language != "de" and codes[at - 2] == "x" and bool(items[at - 2].data))


def is_house(items: Items, one: Amount, words: Vocabulary) -> bool:
    """ "12 Elm Street": a number before the name of a street, and not of what is in it ("50 Wall Street banks")."""
    if behind_street(items, one):
        return True
    streets = words.words.get("street", frozenset())
    if not streets or one.number.low != int(one.number.low) or one.last >= len(items):
        return False
    if items[one.last].low in streets and words.language == "fr":  # 12 rue de la Paix
        return True
    if not items[one.last].data:
        return False
    for at in range(one.last, min(one.last + _NAMES_OF_A_STREET, len(items))):
        numbered = items[at].code == "O" and items[at].low[0].isdecimal()  # 221 West 57th Street
        if not numbered and (items[at].code != "x" or not items[at].data):
            return False
        if at > one.last and items[at].low in streets:
            after = items[at + 1] if at + 1 < len(items) else None
            return after is None or after.code != "x" or not is_plural(after.low)
    return False


_PARTED = frozenset({
    "version", "versione", "versao", "versie", "ios", "android", "section", "chapter", "rule", "figure", "table",
    "paragraph",
})  # fmt: skip
""" "Version 4.2", "Section 3.1": what has parts that are numbered as well."""


def is_model(items: Items, codes: str, one: Amount, words: Vocabulary) -> bool:
    """ "Resolution 2254", "Boeing 737", "White Helmets 2": the number belongs to the name before it."""
    if not one.first:
        return False
    before = items[one.first - 1]
    if one.number.low != int(one.number.low):
        return before.low in _PARTED
    if before.low in words.words["model"] and before.code not in "\nas><}{m":
        return not _counts_behind(items, one)
    if not one.number.digits:
        return False
    if one.first > 2 and codes[one.first - 2] == "N" and before.low in words.words["and"]:
        return items[one.first - 3].low in words.words["model"] and is_plural(items[one.first - 3].low)
    if before.code == "." and one.first > 1 and items[one.first - 2].low in ("no", "nos", "art", "vol", "sec", "ch"):
        return True
    if before.code != "x" or not before.data:
        return False
    if one.first < 2 or codes[one.first - 2] in "\n.":
        return False
    after = items[one.last] if one.last < len(items) else None
    return after is None or after.code != "x" or after.low in words.words.get("stop", ())


def _counts_behind(items: Items, one: Amount) -> bool:
    """ "Before the war 30,000 people": a number behind a thing told of with its article, and before what it counts."""
    after = items[one.last] if one.last < len(items) else None
    if after is not None and after.code == "N" and not one.number.digits:
        return True  # "Boeing nine 787s"
    named = one.first > 1 and items[one.first - 2].low in _BEFORE_A_THING
    return named and one.number.low > _MOST_CLASSES and after is not None and is_plural(after.low)
