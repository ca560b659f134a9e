"""Read the money of one amount: the currency before or behind its number, cents, scales, and what it pays for."""

from __future__ import annotations

import re

from reader.mentions.items import Item, Items
from reader.mentions.numbers.amount import Amount
from reader.mentions.numbers.numerals.numeral import Numeral
from reader.mentions.words.vocabulary import units

_EACH = frozenset({"la", "le", "l", "el", "o", "a", "das", "die"})  # "164 euros la tonne"
_RATE = re.compile("/u|-/-u")  # "per barrel", "-a-barrel"


def money_before(items: Items, codes: str, at: int, last: int, numeral: Numeral) -> Amount:
    """ "$5 million", "EUR 300", "$50-a-barrel": the currency is the item at `at`, `last` is that behind the number."""
    sign = items[at]
    unit = sign.data if sign.code != "k" else sign.low
    end = _money_tail(items, codes, last)
    if rate := _RATE.match(codes, last):
        end, unit = rate.end(), f"{unit} per {units()[str(items[rate.end() - 1].data)][0]}"
    elif end > last and (scale := _scale(items[end - 1])):
        numeral = _times(numeral, scale)
    return Amount(numeral, "money", unit, at, end, sign.start, items[end - 1].end)


def goes_before(sign: Item, number: Item, items: Items, at: int, weak: frozenset[str]) -> bool:
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


def money_after(items: Items, codes: str, at: int, place: int, numeral: Numeral) -> Amount:
    """ "5 euros", "40 cents", "3 dollars 50", "164 euros la tonne": the money whose currency is the item at `place`."""
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
