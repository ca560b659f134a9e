"""Read one amount: a number with its currency, percent sign or unit, and nothing about ranges or bounds."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.mentions.items import Item, Items
from reader.mentions.numbers.numerals import Numeral
from reader.mentions.values import MentionKind
from reader.mentions.words.vocabulary import Vocabulary, units

_OF_MANY_LANDS = frozenset({"USD", "GBP", "INR", "EGP", "LBP"})  # dollars, pounds and rupees of other lands are none

# money before (with or without a dash), a number, then at most one of: currency, cents, percent, unit, time
_AMOUNT = re.compile(r"(?P<before>[$ck]?)(?P<minus>-?)(?P<number>N)(?:(?P<joint>-|d)?(?P<after>[$ck%uUXg]))?")
_FEET, _INCHES = frozenset("'’′"), frozenset(('"', "”", "″", "''"))
_NO_HALF = (("N",), ("N", "d"))  # "$5 and half of it", but "dos años y medio de cárcel"
_EACH = frozenset({"la", "le", "l", "el", "o", "a", "das", "die"})  # "164 euros la tonne"
_INCH_SIGNS = frozenset(("in", "″", '"'))
_CLOSE = frozenset(("st", "pc"))
""" "14st 3lb", "0.3pc": signs that stand close to their number."""
_WEIGHING = ("weigh", "weighs", "weighed", "weighing")
_TIME = re.compile(r"(?:0?\d|1[0-2])(?:[.:][0-5]\d)?")
_RATE = re.compile("/u|-/-u")  # "per barrel", "-a-barrel"


class Amount(NamedTuple):
    """A number with its unit: items `[first, last)`, span `[start, end)`."""

    number: Numeral
    kind: MentionKind
    unit: str
    first: int
    last: int
    start: int
    end: int
    key: str = ""  # the CLDR unit
    bare: bool = False  # nothing but the number itself


def read_amount(items: Items, codes: str, at: int, words: Vocabulary) -> Amount | None:
    """The amount that begins at item `at`, or None."""
    if codes[at : at + 1] in ("T", "H"):
        return None
    if codes[at : at + 1] == "O":
        item = items[at]
        return Amount(item.data, "ordinal", "", at, at + 1, item.start, item.end, bare=True)
    if codes[at : at + 2] == "%N" and codes[at + 2 : at + 3] != "%" and "percent_before" in words.words:
        item = items[at + 1]
        return Amount(item.data, "percent", "%", at, at + 2, items[at].start, item.end)
    m = _AMOUNT.match(codes, at)
    if m is None:
        return None
    number = items[m.start("number")]
    numeral: Numeral = number.data
    last = m.end("number")
    before = items[at] if m["before"] else None
    if m["minus"]:
        if before is None or (not items[m.start("minus")].glued and not number.glued):
            return None
        numeral = numeral._replace(low=-numeral.high, high=-numeral.low)
    if before is not None and not _goes_before(before, number, items, at, words.weak):
        return None
    start = items[at].start
    if at and codes[at - 1] == "." and number.glued and not items[at - 1].glued and numeral.digits.isdecimal():
        start, numeral = items[at - 1].start, _behind_point(numeral)
    if before is not None:
        return _money_before(items, codes, at, last, numeral)
    if codes[last : last + 1] in ";x" and (tall := _feet(items, at, last, numeral)):
        return tall
    after = m["after"]
    verb = after == "u" and words.language == "it" and items[last].low == "ha" and codes[last + 1 : last + 2] == "x"
    if not after or verb or not _may_follow(items, m.start("after"), m["joint"] or "", number):
        if codes[last : last + 2] == "xc" and items[last].data:  # "six Israeli shekels"
            iso = "XXX" if items[last + 1].data in _OF_MANY_LANDS else items[last + 1].data
            return Amount(numeral, "money", iso, at, last + 2, start, items[last + 1].end)
        if numeral.approximate and _many_of(items, codes, last, words):
            return with_unit(items, codes, at, last + 1, numeral)
        return Amount(numeral, "number", "", at, last, start, number.end, bare=True)
    return with_half(items, codes, with_unit(items, codes, at, m.start("after"), numeral), words)


def _many_of(items: Items, codes: str, at: int, words: Vocabulary) -> bool:
    """ "Tens of millions of dollars", "hundreds of miles": a unit behind "of"; not "dozens of bars"."""
    if codes[at : at + 1] != "x" or codes[at + 1 : at + 2] not in ("c", "u", "U") or words.language != "en":
        return False
    unit = items[at + 1]
    doubtful = unit.code == "u" and not words.weak.isdisjoint((unit.low, unit.low.removesuffix("s")))
    return items[at].low in words.words["of_unit"] and not doubtful


def _money_before(items: Items, codes: str, at: int, last: int, numeral: Numeral) -> Amount:
    """ "$5", "EUR 3 million", "$2 per barrel": money stands at item `at`, `last` is the item behind the number."""
    sign = items[at]
    unit = sign.data if sign.code != "k" else sign.low
    end = _money_tail(items, codes, last)
    if rate := _RATE.match(codes, last):
        end, unit = rate.end(), f"{unit} per {units()[str(items[rate.end() - 1].data)][0]}"
    elif end > last and (scale := _scale(items[end - 1])):
        numeral = _times(numeral, scale)
    return Amount(numeral, "money", unit, at, end, sign.start, items[end - 1].end)


def _behind_point(number: Numeral) -> Numeral:
    """ ".08": the digits behind a point that nothing stands before."""
    value, step = float(f"0.{number.digits}"), 10.0 ** -len(number.digits)
    return number._replace(low=value, high=value, precision=step / 2, digits="")


def with_half(items: Items, codes: str, amount: Amount, words: Vocabulary) -> Amount:
    """ "three kilos and a half", "tres horas y media", "ثلاث ساعات ونصف": half a unit more behind the unit."""
    if amount.kind not in ("duration", "quantity", "money") or amount.unit in ("", "%"):
        return amount
    at = amount.last
    halves, joined = words.words.get("half_behind", ()), words.words.get("prefix_and", ())
    together = at < len(items) and items[at].low[:1] in joined and items[at].low[1:] in halves
    if not together:
        if codes[at : at + 1] != "&":
            return amount
        at += 1 + (codes[at + 1 : at + 2] == "/")
        if at < len(items) and items[at].low in words.words.get("quarter_behind", ()) and codes[at + 1 : at + 2] != "N":
            return _longer(amount, 0.25, at, items)
        if (
            at >= len(items)
            or items[at].low not in halves
            or codes[at + 1 : at + 2] in _NO_HALF[words.language == "en"]
        ):
            return amount
    return _longer(amount, 0.5, at, items)


def _longer(amount: Amount, share: float, at: int, items: Items) -> Amount:
    low, high = amount.number.low + share, amount.number.high + share
    number = amount.number._replace(low=low, high=high, precision=share / 10, digits="")
    return amount._replace(number=number, last=at + 1, end=items[at].end)


def _goes_before(sign: Item, number: Item, items: Items, at: int, weak: frozenset[str]) -> bool:
    """A currency word before its number: a sign or code always, a word only when the number stands alone."""
    if sign.low == "r" and sign.end - sign.start == 1:  # R2.5m and R5,000 are rand, R44 and R2-D2 are not
        return number.glued and (number.data.scale > 1 or "," in number.data.digits)
    if sign.code == "$":
        return True
    if sign.low in weak:
        return False
    following = items[at + 2].code if at + 2 < len(items) else "\n"
    return following not in "ck$%uUN" and (at == 0 or items[at - 1].code not in "N") and number.data.digits != ""


def _money_tail(items: Items, codes: str, last: int) -> int:
    """Where the money ends: a scale written after the code ("75 USD million", "$2.6-million"), else `last`."""
    if codes[last : last + 2] == "-N" and items[last].glued and items[last + 1].glued and _scale(items[last + 1]):
        return last + 2
    return last + 1 if codes[last : last + 1] == "N" and _scale(items[last]) else last


def _scale(item: Item) -> float:
    """The value of a bare scale word ("million"), else 0."""
    number = item.data
    if isinstance(number, Numeral) and not number.digits and number.low >= 1000 and number.form == "cardinal":
        power = str(int(number.low))
        if power.strip("0") == "1" and not number.approximate and item.end - item.start < 16:
            return number.low
    return 0.0


def _times(number: Numeral, scale: float) -> Numeral:
    low, high, precision = number.low * scale, number.high * scale, number.precision * scale
    return number._replace(low=low, high=high, precision=precision, digits="")


def _may_follow(items: Items, at: int, joint: str, number: Item) -> bool:
    """Whether the word at `at` is a unit of the number: short signs stand close, weak words need a plural number."""
    item = items[at]
    if joint == "-" and not (items[at - 1].glued and item.glued):
        return False
    if item.code == "$" and not item.glued and items.codes[at + 1 : at + 2] == ["N"] and items[at + 1].glued:
        return False  # "10 million $10 notes"
    following = items[at + 1] if at + 1 < len(items) else None
    if following is not None and following.glued and following.code in "x#" and item.end - item.start <= 2:
        return False
    single = item.end - item.start == 1 and items.tokens.texts[item.first] != "m" and not item.glued
    if single and following is not None and following.glued:
        if following.low in "'’" and item.low.isalpha():
            return False  # "sur vingt s'est"
        dashed = following.code == "-" and at + 2 < len(items) and items[at + 2].glued
        if items[at + 1 + dashed].code == "N":
            return False  # "24 A320s", "four T-72s", but "24 m2"
    if item.low in _CLOSE and not item.glued:
        return False
    if item.low == "in" or (item.low == "pm" and _TIME.fullmatch(number.data.digits)):
        return False
    return not (item.low == "am" or item.code == "g")


def percent_unit(item: Item) -> str:
    """ "%", or which points a word of the class `%` means."""
    return {"points": "percentage point", "basis_points": "basis point"}.get(str(item.data), "%")


def with_unit(items: Items, codes: str, at: int, place: int, numeral: Numeral) -> Amount:
    """The amount of the numeral at item `at` with the unit at `place`."""
    item, start, last = items[place], items[at].start, place + 1
    if item.code == "%":
        return Amount(numeral, "percent", percent_unit(item), at, last, start, item.end)
    heavy = item.low == "pounds" and any(items[k].low in _WEIGHING for k in range(max(0, at - 4), at))
    if item.code == "c" and (heavy or (item.low == "pound" and codes[place - 1] == "-")):
        return Amount(numeral, "quantity", "pound", at, last, start, item.end, "mass-pound")
    if item.code in "$ck":
        return _money_after(items, codes, at, place, numeral)
    if item.code == "X":
        return Amount(numeral, "number", "times", at, last, start, item.end)
    if item.code == "U":
        return _duration(items, codes, at, place, numeral)
    return _measure(items, codes, at, place, numeral)


def _measure(items: Items, codes: str, at: int, place: int, numeral: Numeral) -> Amount:
    """A physical unit: "35 km", "5 ft 2 in", "50 metres per second", "a 500-pound bomb"."""
    item, start, last = items[place], items[at].start, place + 1
    key = str(item.data)
    name = units()[key][0]
    place = last + (codes[last : last + 1] == "&")
    if codes[place : place + 1] == "N" and (share := _smaller(items, codes, place, key)):
        both = numeral._replace(low=numeral.low + share, high=numeral.high + share, digits="")
        return Amount(both, "quantity", name, at, place + 2, start, items[place + 1].end, key)
    while codes[last : last + 1] == "/" and codes[last + 1 : last + 2] in ("u", "U") and last + 1 < len(items):
        name += f" per {units()[str(items[last + 1].data)][0]}"
        key, last = "", last + 2
    return Amount(numeral, "quantity", name, at, last, start, items[last - 1].end, key)


def _feet(items: Items, at: int, last: int, numeral: Numeral) -> Amount | None:
    """5'10", the height of a person."""
    if last >= len(items) or items.low(last) not in _FEET:
        return None
    marks = [item.low for item in (items[k] for k in range(last, min(last + 3, len(items)))) if item.glued]
    if len(marks) < 3 or marks[2] not in _INCHES or items.codes[last + 1] != "N":
        return None
    inches: Numeral = items[last + 1].data
    if inches.low >= 12 or numeral.low >= 10:
        return None
    both = numeral._replace(low=numeral.low + inches.low / 12, high=numeral.high + inches.low / 12, digits="")
    return Amount(both, "quantity", "foot", at, last + 3, items[at].start, items[last + 2].end, "length-foot")


def _smaller(items: Items, codes: str, at: int, key: str) -> float:
    """What the number and the smaller unit at `at` are in units of `key` ("5 ft 2 in", "14st 3lb"), else 0."""
    number: Numeral = items[at].data
    _, base, factor, _ = units()[key]
    if key == "length-foot" and at + 1 < len(items) and items[at + 1].low in _INCH_SIGNS:
        share = number.low / 12
    elif codes[at + 1 : at + 2] == "u" and units()[str(items[at + 1].data)][1] == base:
        share = number.low * units()[str(items[at + 1].data)][2] / factor
    else:
        return 0.0
    return share if 0 < share < 1 and number.low == int(number.low) and number.form == "cardinal" else 0.0


def _money_after(items: Items, codes: str, at: int, place: int, numeral: Numeral) -> Amount:
    item, last, start = items[place], place + 1, items[at].start
    if item.code == "k":
        return Amount(numeral, "money", item.data[1], at, last, start, item.end, key=item.data[0])
    if codes[last : last + 1] == "N" and (scale := _scale(items[last])):
        return Amount(_times(numeral, scale), "money", item.data, at, last + 1, start, items[last].end)
    cents = last + 1 if codes[last : last + 1] in ("&",) else last
    if codes[cents : cents + 1] == "N" and 0 < items[cents].data.low < 100:
        end = cents + 1
        small = codes[end : end + 1] == "k"
        alone = codes[end : end + 1] in ("", "\n", ".", ",", ")", ";")
        if small or (alone and (cents > last or items[cents].data.digits) and codes[cents - 1] != ","):
            end += small
            both = numeral.low + items[cents].data.low / 100
            number = numeral._replace(low=both, high=both, precision=0.005, digits="")
            return Amount(number, "money", item.data, at, end, start, items[end - 1].end)
    if codes[last : last + 2] == "/u" or (codes[last : last + 2] == "hu" and items[last].low in _EACH):
        end, unit = items[last + 1].end, f"{item.data} per {units()[str(items[last + 1].data)][0]}"
        return Amount(numeral, "money", unit, at, last + 2, start, end)
    return Amount(numeral, "money", item.data, at, last, start, item.end)


def _duration(items: Items, codes: str, at: int, place: int, numeral: Numeral) -> Amount:
    """ "48 hours", "two hours and 30 minutes", "73-year-old", "ten years of age"."""
    key, last, start = str(items[place].data), place + 1, items[at].start
    name, _, factor, _ = units()[key]
    for _ in range(4):
        here = last + (codes[last : last + 1] in ("&", ",") and last < len(items))
        if codes[here : here + 2] != "NU":
            break
        smaller = units()[str(items[here + 1].data)]
        if smaller[2] >= factor or items[here].data.approximate:
            break
        more = items[here].data.low * smaller[2] / units()[key][2]
        numeral = numeral._replace(low=numeral.low + more, high=numeral.high + more, digits="")
        factor, last = smaller[2], here + 2
    age = last + (codes[last : last + 1] == "-")
    if codes[age : age + 1] in ("g", "l"):
        last = age + 1
    return Amount(numeral, "duration", name, at, last, start, items[last - 1].end, key)
