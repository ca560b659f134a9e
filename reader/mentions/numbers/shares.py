"""Read shares and multiples that have no digit of their own: half, a third of, twice, a gallon."""

from __future__ import annotations

from reader.mentions.items import Items
from reader.mentions.numbers.amount import Amount, share_amount
from reader.mentions.numbers.amounts import percent_unit, with_half
from reader.mentions.numbers.numerals.numeral import Numeral
from reader.mentions.numbers.ratios import every, read_ratio
from reader.mentions.values import MentionKind
from reader.mentions.words.vocabulary import Vocabulary, units

_DOUBLE = frozenset({"double", "triple", "treble"})
_HEDGES = frozenset("as><}{")
_SHARES = {
    "half": 1 / 2, "a_third": 1 / 3, "a_quarter": 1 / 4, "a_fifth": 1 / 5, "two_thirds": 2 / 3, "three_quarters": 3 / 4,
}  # fmt: skip


def read_share(items: Items, codes: str, at: int, words: Vocabulary) -> Amount | None:
    """The share or multiple at item `at`, or None."""
    code = codes[at : at + 1]
    if code == "N":
        return read_ratio(items, codes, at, words) or _in_the_twenties(items, at)
    if code == "T":
        said = items[at].data
        value = (
            {"twice": 2.0, "thrice": 3.0, "half_again": 1.5}.get(said, 0.0) if isinstance(said, str) else float(said)
        )
        found = share_amount(items, at, at + 1, value, "times")
        told = items[at].low  # "double the limit"
        return found._replace(end=found.start + len(told)) if told in _DOUBLE else found
    if code == "H":
        return _half(items, codes, at, words)
    if code == "O":
        return every(items, codes, at, words) or _bare_part(items, at, words)
    if code == "2":
        return _one_word(items, at, Numeral(2.0, 2.0, precision=0.5))
    if code == "1":
        return _unsaid_one(items, codes, at)
    if code == "Y":
        return _one_word(items, at, Numeral(0.5, 0.5, "fraction", precision=0.05))
    if code == "z":
        return _half_unit(items, at, at + 1)
    if code == "U":
        return _lasting(items, codes, at) or _one_and_half(items, codes, at, words)
    if code in ("/", "u") and items.low(at) in words.words.get("a", ()):
        return _part(items, codes, at, words) or _article(items, codes, at, words)
    return None


_WHOSE = frozenset({"his", "her", "their", "my", "your", "our"})
_PART_OF_TEN = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def _in_the_twenties(items: Items, at: int) -> Amount | None:
    """ "A man in his 20s", "in her late 50s": ten years of an age, or a part of them."""
    if at + 1 >= len(items) or items.low(at + 1) != "s":
        return None
    number, behind = items.number(at), items[at + 1]
    if not behind.glued or number.low not in range(20, 100, 10):
        return None
    first = at - 1 - (at > 0 and items.low(at - 1) == "-")
    part = _PART_OF_TEN.get(items.low(first)) if first > 0 else None
    start = first if part else at
    if not start or items.low(start - 1) not in _WHOSE:
        return None
    low, high = part or (0, 9)
    age = number._replace(low=number.low + low, high=number.low + high, digits="")
    return Amount(age, "duration", "year", start, at + 2, items[start].start, behind.end, "duration-year")


def _half(items: Items, codes: str, at: int, words: Vocabulary) -> Amount | None:
    """ "half of", "more than half", "half an hour", "le tiers des"; not "the second half" or "half-brother"."""
    before = items[at - 1] if at else None
    after = codes[at + 1 : at + 2]
    if before is not None and (before.code == "O" or before.low in ("first", "last", "other", "-", "each")):
        return None
    if items.low(at) in words.words.get("led_share", ()) and not _shares(items, at + 1, words):
        return None  # "le tiers payant"
    behind = at + 1 + (after == "/")
    if codes[behind : behind + 1] in ("u", "U"):
        return _half_unit(items, at, behind)
    if after == "/" and codes[behind : behind + 1] in ("c", "k") and items.low(behind) not in words.weak:
        item = items[behind]  # "half a cent"
        number, unit = Numeral(0.5, 0.5, "fraction", precision=0.05), item.data if item.code == "c" else item.data[1]
        key = "" if item.code == "c" else item.data[0]
        return Amount(number, "money", unit, at, behind + 1, items[at].start, item.end, key)
    if codes[behind : behind + 1] == "%":
        number = Numeral(0.5, 0.5, "fraction", precision=0.05)
        unit = percent_unit(items[behind])
        return Amount(number, "percent", unit, at, behind + 1, items[at].start, items[behind].end)
    if after == "-" or (at + 1 < len(items) and items[at + 1].glued and after == "x"):
        return None
    return share_amount(items, at, at + 1, _SHARES[str(items[at].data)])


def _shares(items: Items, at: int, words: Vocabulary) -> bool:
    """Whether "of" stands at an item."""
    return at < len(items) and items.low(at) in words.words.get("partitive_of", ())


def _half_unit(items: Items, at: int, place: int) -> Amount:
    """ "half an hour", "media tonelada": the unit is the item at `place`."""
    item, key = items[place], str(items[place].data)
    kind: MentionKind = "duration" if item.code == "U" else "quantity"
    number = Numeral(0.5, 0.5, "fraction", precision=0.05)
    return Amount(number, kind, units()[key][0], at, place + 1, items[at].start, item.end, key)


def _one_word(items: Items, at: int, number: Numeral) -> Amount:
    """ "عامين", "полгода": one word for two, or for half, of a unit."""
    item, key = items[at], str(items[at].data)
    if key in units():
        kind: MentionKind = "duration" if key.startswith("duration") else "quantity"
        return Amount(number, kind, units()[key][0], at, at + 1, item.start, item.end, key)
    if key == "persons":  # "شخصان", two of what the word itself names
        return Amount(number._replace(form="dual"), "number", "", at, at + 1, item.start, item.end)
    return Amount(number, "percent" if key == "percentage point" else "money", key, at, at + 1, item.start, item.end)


def _unsaid_one(items: Items, codes: str, at: int) -> Amount | None:
    """ "За сутки", "لمدة عام": one of a unit without a word for one; not "сто рублей за час"."""
    if codes[at - 1 : at] in ("c", "k", "$") or codes[at + 1 : at + 2] == "m":
        return None
    one = _one_word(items, at, Numeral(1.0, 1.0))
    return one._replace(start=items.last_start(at))


def of_a_unit(items: Items, amount: Amount, words: Vocabulary) -> Amount:
    """ "a quarter of a percentage point", "trois quarts d'heure": a share of one unit."""
    at = amount.last
    if amount.number.form != "fraction" or amount.unit or at + 1 >= len(items):
        return amount
    if items[at].low not in words.words.get("of_unit", ()):
        return amount
    article = items[at + 1].low in words.words.get("a", ())
    item = items[at + 1 + article] if at + 1 + article < len(items) else None
    if item is not None and item.low == "second" and article:  # "three hundredths of a second"
        key = "duration-second"
        return amount._replace(kind="duration", unit=units()[key][0], key=key, last=at + 3, end=item.end, bare=False)
    if item is None or item.code not in "uU%" or (words.language == "en" and not article):
        return amount
    found = amount._replace(last=at + 2 + article, end=item.end, bare=False)
    if item.code == "%":
        return found._replace(kind="percent", unit=percent_unit(item))
    key = str(item.data)
    return found._replace(kind="duration" if item.code == "U" else "quantity", unit=units()[key][0], key=key)


def _one_and_half(items: Items, codes: str, at: int, words: Vocabulary) -> Amount | None:
    """ "ساعة ونصف", "año y medio": one and a half, without an article."""
    if not words.words.get("half_behind") or words.language == "en":
        return None
    item, key = items[at], str(items[at].data)
    one = Amount(Numeral(1.0, 1.0), "duration", units()[key][0], at, at + 1, item.start, item.end, key)
    longer = with_half(items, codes, one, words)
    return longer if longer != one else None


def _lasting(items: Items, codes: str, at: int) -> Amount | None:
    """ "year-long", "month-long"."""
    if codes[at : at + 3] != "U-l" or not (items[at + 1].glued and items[at + 2].glued):
        return None
    key = str(items[at].data)
    return Amount(Numeral(1.0, 1.0), "duration", units()[key][0], at, at + 3, items[at].start, items[at + 2].end, key)


def _part(items: Items, codes: str, at: int, words: Vocabulary) -> Amount | None:
    """ "a third of", "a quarter of", "a half": an article and a denominator."""
    if at + 1 >= len(items):
        return None
    known = words.numerals.get(items.low(at + 1))
    after = items.low(at + 2) if at + 2 < len(items) else ""
    if codes[at + 1] == "H" and after != "-":
        return share_amount(items, at, at + 2, 0.5)
    if known is None or known.does not in ("ordinal", "denominator") or not 3 <= known.value <= 10:
        return None
    counts = codes[at + 2 : at + 3] in ("x", "u", "U", "N") and after not in words.words.get("stop", ())
    led = at > 0 and (items[at - 1].low in _BEFORE_SHARE or codes[at - 1] in _HEDGES) and not counts
    if after not in words.words.get("partitive_of", ()) and after not in words.words.get("than_behind", ()) and not led:
        return None
    return share_amount(items, at, at + 2, 1 / known.value)


_LONG = frozenset(
    f"duration-{unit}" for unit in ("hour", "day", "week", "fortnight", "month", "year", "decade", "century")
)


_BEFORE_SHARE = frozenset({"by"})  # "fell by a fifth"
_BEFORE_PART = frozenset({"for", "to", "by", "almost", "nearly", "about", "around", "over", "only", "than", "with"})


def _bare_part(items: Items, at: int, words: Vocabulary) -> Amount | None:
    """ "water for third of the country": a denominator whose article was left out, as translators do."""
    known = words.numerals.get(items[at].low)
    if at == 0 or items[at - 1].low not in _BEFORE_PART or known is None or not 3 <= known.value <= 10:
        return None
    of = at + 2 < len(items) and items[at + 2].code == "h" and items[at + 1].low in words.words.get("partitive_of", ())
    return share_amount(items, at, at + 1, 1 / known.value) if of else None


def _is_lasting(items: Items, codes: str, at: int, words: Vocabulary) -> bool:
    """ "It lasted a week", "within a month", but not "$5 a week", "a week ago" or "what a week"."""
    if not at or str(items[at + 1].data) not in _LONG or items[at + 1].low in words.words.get("then", ()):
        return False
    if at + 2 < len(items) and (items[at + 2].low in words.words.get("then", ()) or codes[at + 2] == "-"):
        return False
    before = items[at - 1]
    return before.code in "a><}{m" or before.low in words.words.get("lasting", ())


def _article(items: Items, codes: str, at: int, words: Vocabulary) -> Amount | None:
    """ "a gallon", "a dollar", "an acre": one, where the unit is not an everyday word and no rate is meant."""
    code = codes[at + 1 : at + 2]
    if code not in ("u", "c", "k", "U"):
        return None
    item = items[at + 1]
    if code == "U":
        key = str(item.data)
        one = Amount(Numeral(1.0, 1.0), "duration", units()[key][0], at, at + 2, items[at].start, item.end, key)
        longer = with_half(items, codes, one, words)  # "an hour and a half"
        return longer if longer != one or _is_lasting(items, codes, at, words) else None
    if item.low in words.weak or (codes[at - 1 : at] in ("u", "c", "k", "$", "N", "%") and at):
        return None
    if item.end - item.start < 4 or item.low in words.words.get("weak", ()):
        return None
    number = Numeral(1.0, 1.0)
    if code == "u":
        name = units()[str(item.data)][0]
        one = Amount(number, "quantity", name, at, at + 2, items[at].start, item.end, str(item.data))
        return with_half(items, codes, one, words)
    unit, key = (item.data, "") if code == "c" else (item.data[1], item.data[0])
    return Amount(number, "money", unit, at, at + 2, items[at].start, item.end, key)
