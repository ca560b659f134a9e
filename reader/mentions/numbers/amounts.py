"""Read one amount: a number with its currency, percent sign or unit, and nothing about ranges or bounds."""

from __future__ import annotations

import re

from reader.mentions.items import Item, Items
from reader.mentions.numbers.amount import Amount
from reader.mentions.numbers.money import goes_before, money_after, money_before
from reader.mentions.numbers.numerals.numeral import Numeral
from reader.mentions.words.vocabulary import Vocabulary, units

_OF_MANY_LANDS = frozenset({"USD", "GBP", "INR", "EGP", "LBP"})  # dollars, pounds and rupees of other lands are none

# money before (with or without a dash), a number, then at most one of: currency, cents, percent, unit, time
_AMOUNT = re.compile(r"(?P<before>[$ck]?)(?P<minus>-?)(?P<number>N)(?:(?P<joint>-|d)?(?P<after>[$ck%uUXg]))?")
_FEET, _INCHES = frozenset("'’′"), frozenset(('"', "”", "″", "''"))
_NO_HALF = (("N",), ("N", "d"))  # "$5 and half of it", but "dos años y medio de cárcel"
_INCH_SIGNS = frozenset(("in", "″", '"'))
_MOST_INCHES = 200  # told as 14in
_CLOSE = frozenset(("st", "pc"))
""" "14st 3lb", "0.3pc": signs that stand close to their number."""
_WEIGHING = ("weigh", "weighs", "weighed", "weighing")
_TIME = re.compile(r"(?:0?\d|1[0-2])(?:[.:][0-5]\d)?")


def read_amount(items: Items, codes: str, at: int, words: Vocabulary) -> Amount | None:
    """The amount that begins at item `at`, or None."""
    if codes[at : at + 1] in ("T", "H"):
        return None
    if codes[at : at + 1] == "O":
        item = items[at]
        return Amount(item.data, "ordinal", "", at, at + 1, item.start, item.end, bare=True)
    if codes[at : at + 2] == "%N" and codes[at + 2 : at + 3] != "%" and "percent_before" in words.words:
        return _percent_before(items, at, words)
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
    if before is not None and not goes_before(before, number, items, at, words.weak):
        return None
    start = items[at].start
    if at and codes[at - 1] == "." and number.glued and not items[at - 1].glued and numeral.digits.isdecimal():
        start, numeral = items[at - 1].start, _behind_point(numeral)
    if before is not None:
        return money_before(items, codes, at, last, numeral)
    if codes[last : last + 1] in ";xi" and (tall := _feet(items, at, last, numeral)):
        return tall
    after = m["after"]
    has = after == "u" and words.language == "it" and items[last].low == "ha" and codes[last + 1 : last + 2] == "x"
    if not after or has or not _may_follow(items, m.start("after"), m["joint"] or "", number):
        if codes[last : last + 2] == "xc" and items[last].data:  # "six Israeli shekels"
            iso = "XXX" if items[last + 1].data in _OF_MANY_LANDS else items[last + 1].data
            return Amount(numeral, "money", iso, at, last + 2, start, items[last + 1].end)
        if numeral.approximate and _many_of(items, codes, last, words):
            return with_unit(items, codes, at, last + 1, numeral)
        return Amount(numeral, "number", "", at, last, start, number.end, bare=True)
    found = with_half(items, codes, with_unit(items, codes, at, m.start("after"), numeral), words)
    return _an_hour(items, found, words) if found.key.startswith("length-") else found


def _percent_before(items: Items, at: int, words: Vocabulary) -> Amount:
    """ "Yüzde beş", "eksi yüzde beş"."""
    item, below = items[at + 1], at > 0 and items.low(at - 1) in words.words["minus"]
    number = item.data._replace(low=-item.data.high, high=-item.data.low) if below else item.data
    return Amount(number, "percent", "%", at, at + 2, items[at - below].start, item.end)


def _an_hour(items: Items, length: Amount, words: Vocabulary) -> Amount:
    """ "Saatte 120 kilometre": a length behind "in an hour" is a speed."""
    at = length.first - 1
    if at < 0 or items.low(at) not in words.words.get("an_hour_before", ()) or items.codes[max(0, at - 1)] == "N":
        return length
    return length._replace(unit=f"{length.unit} per hour", key="", start=items[at].start)


def _many_of(items: Items, codes: str, at: int, words: Vocabulary) -> bool:
    """ "Tens of millions of dollars", "hundreds of miles": a unit behind "of"; not "dozens of bars"."""
    if codes[at : at + 1] != "x" or codes[at + 1 : at + 2] not in ("c", "u", "U") or words.language != "en":
        return False
    unit = items[at + 1]
    doubtful = unit.code == "u" and not words.weak.isdisjoint((unit.low, unit.low.removesuffix("s")))
    return items[at].low in words.words["of_unit"] and not doubtful


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
    text = items.tokens.texts[item.first]
    if len(text) == 2 and text.istitle() and not item.glued and following is not None and following.low == "-":
        return not (following.glued and items.codes[at + 2 : at + 3] == ["N"])  # "four Mi-24s"
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
        return money_after(items, codes, at, place, numeral)
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
    """5'10", the height of a person, and 14in."""
    if last < len(items) and items.low(last) == "in" and items[last].glued and numeral.high < _MOST_INCHES:
        return Amount(numeral, "quantity", "inch", at, last + 1, items[at].start, items[last].end, "length-inch")
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
