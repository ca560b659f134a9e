"""Read the ranges of numbers: two ends that a word or a dash joins, or two bounds; degrees below zero."""

from __future__ import annotations

from typing import NamedTuple

from reader.mentions.items import Items
from reader.mentions.numbers.amount import Amount
from reader.mentions.numbers.amounts import read_amount
from reader.mentions.numbers.shares import of_a_unit, read_share
from reader.mentions.values import Bound
from reader.mentions.words.vocabulary import Vocabulary

BOUNDS: dict[str, Bound] = {">": "more than", "}": "at least", "<": "less than", "{": "at most", "m": "at most"}
# what may stand between the ends of a range, by the word that opens it
_JOINTS = {"b": "&-", "f": "tm{-", "d": "tm"}
# "and above" behind one number is read as "and more", before another it opens a bound
_TURNED: dict[str, Bound] = {"p": "more than", "q": "less than"}
_DEGREES = "temperature-"
_FAHRENHEIT = "temperature-fahrenheit"  # whose nought is not where water freezes


_SAID_ONCE, _ALIKE = 1_000_000, 10


class Found(NamedTuple):
    """A quantity as the grammar read it; `high` is the second amount of a range."""

    first: Amount
    high: Amount | None
    start: int
    end: int
    last: int
    bound: Bound = ""
    approximate: bool = False
    hedges: tuple[str, ...] = ()
    counted: str = ""  # what the expression itself names


def read_bare(items: Items, codes: str, at: int, words: Vocabulary) -> Found | None:
    """A range, a share or one amount, without the hedges around it."""
    frozen = codes[at : at + 1] == "Z"  # "sıfırın altında 20 derece"
    found = _read_bare(items, codes, at + frozen, words)
    if found is None or not frozen:
        return found and _below_zero(items, codes, found)
    below = _below_zero(items, codes, found._replace(last=at))
    return below._replace(start=items[at].start, end=found.end, last=found.last)


def _read_bare(items: Items, codes: str, at: int, words: Vocabulary) -> Found | None:
    opening = codes[at : at + 1]
    if opening in _JOINTS:
        first = read_amount(items, codes, at + 1 + codes.startswith("h", at + 1), words)
        found = _range(items, codes, first, opening, words)
        return found if found is None or found.high is None else found._replace(start=items[at].start)
    first = read_amount(items, codes, at, words)
    found = _range(items, codes, first, "", words)
    amount = (read_share(items, codes, at, words) or first) if found is None else None
    if amount is None:
        return found
    amount = of_a_unit(items, amount, words)
    return Found(amount, None, amount.start, amount.end, amount.last)


def _range(items: Items, codes: str, first: Amount | None, opening: str, words: Vocabulary) -> Found | None:
    """ "between five and six", "from 40% to 45%", "6,000-8,000", "$1.5m to $2m", "two or three"."""
    if first is None or (first.kind == "ordinal" and opening != "b") or _minutes(items, first):
        return None
    joint = _level(items, first, words) or _joint(items, codes, first.last, opening, words)
    if joint is None or _of_a_time(items, first.first):
        return None
    if joint[0] == "t" and first.bare and _is_a_year(items, first, words):
        return None  # "from 3 million in 2011 to 4 million"
    second = read_amount(items, codes, joint[1], words)
    if second is None:
        return None
    opened = opening != "" or "W" in codes[second.last : second.last + 2]
    if not _belongs(first, second, joint[0], items, first.last, opened=opened):
        return None
    last = second.last + (codes[second.last : second.last + 1] == "e")
    closed = codes[last : last + 1]
    if joint[0] in "WK" and closed != joint[0]:
        return None
    if joint[0] == "t" and not opened and _changed(items, first, second, words):
        return None
    first, second = _share_unit(first, second)
    if joint[0] in "tmv-" and (fallen := _fallen(first, second)) is not None:
        return Found(fallen, None, first.start, first.end, first.last)
    if joint[0] == "v" or (opening in ("f", "d") and joint[0] in "tm" and _was(items, codes, first, second, words)):
        return Found(first, None, first.start, first.end, first.last)
    low, high = first.number.low, second.number.high
    either = joint[0] == "o"
    if low >= high or (either and (not (second.bare or first.bare) or high > 2 * low + 1)):
        return None
    behind = closed in ("W", "K") and joint[0] != "-"
    end, last = (items[last].end, last + 1) if behind else (second.end, second.last)
    return Found(first, second, first.start, end, last, approximate=either)


def _minutes(items: Items, first: Amount) -> bool:
    """ "Vers 11 h 30 à 2 650 mètres": the minutes of a time of day begin no range."""
    return first.bare and first.first > 1 and items.low(first.first - 1) == "h" and items.low(first.first - 2).isdigit()


_FAR, _YEAR_DIGITS = 4, 4
_BY = frozenset(("by", "up", "down"))
_FROM_OR_OF, _NEAR = frozenset(("de", "du", "del")), 6


def _changed(items: Items, first: Amount, second: Amount, words: Vocabulary) -> bool:
    """ "Was down $2.86 to $77.11", "fell by 1,100 to 5,870": by how much, and to which level."""
    if first.bare != second.bare or second.number.low < _FAR * first.number.high:
        return False
    if first.bare and (not first.first or items.low(first.first - 1) not in _BY):
        return False
    changed = words.words.get("changed", ())
    return any(items.low(k) in changed for k in range(max(0, first.first - 2), first.first))


def _was(items: Items, codes: str, first: Amount, second: Amount, words: Vocabulary) -> bool:
    """Whether "from" tells what it was before: "rose from 5 to 7 percent", "from 7 to 5"; not "de 5 a 7 años"."""
    at = first.first - 1
    if first.number.low >= second.number.high:
        return first.kind == "percent"  # "from 7 to 5 percent"; what else falls is read by itself
    near = 2 if items.low(at) in _FROM_OR_OF else _NEAR
    edge = codes.rfind(".", 0, at) + 1
    said = {items.low(k) for k in range(max(edge, at - near), at)}
    return not said.isdisjoint(words.words.get("grown", words.words.get("changed", frozenset())))


def _is_a_year(items: Items, one: Amount, words: Vocabulary) -> bool:
    """Whether a number stands behind "in" and may be a year, and the number it seems to lead to is none."""
    digits, before = one.number.digits, items.low(one.first - 1) if one.first else ""
    if len(digits) != _YEAR_DIGITS or not digits.isdecimal() or not 1900 <= one.number.low < 2050:
        return False
    other = items.number(one.last + 1).digits if items.codes[one.last + 1 : one.last + 2] == ["N"] else ""
    return len(other) != _YEAR_DIGITS and before in words.words["in"]


def _of_a_time(items: Items, at: int) -> bool:
    """Whether a number is the end of a time: the 12 of "a las 03:12 a 18 kilómetros"."""
    return at > 0 and items[at].glued and items.low(at - 1) == ":"


def _level(items: Items, first: Amount, words: Vocabulary) -> tuple[str, int] | None:
    """What joins the ends in "von 5 auf 7 Prozent", and the item where the second begins."""
    at, level = first.last, words.words.get("level")
    if level is None or not first.first or at >= len(items) or items.low(at) not in level:
        return None
    return ("v", at + 1) if items.low(first.first - 1) in words.words["from"] else None


def _joint(items: Items, codes: str, place: int, opening: str, words: Vocabulary) -> tuple[str, int] | None:
    """What joins the ends of a range, and the item where the second begins; W and K want a word behind the range."""
    joint = codes[place : place + 1]
    if opening == "b" and joint == "N" and items[place].low[:1] in words.words.get("prefix_and", ()):
        return "&", place  # "بين خمسة وستة"
    if "range_behind" in words.words:
        place += joint == "e"
        joint = codes[place : place + 1]
        if joint == "&" and codes[place + 1 : place + 2] in ("N", "$"):
            return "W", place + 1  # "2 ve 5 arasında"
        if joint in ("N", "$") and codes[place - 1] in ("N", "e"):
            return "K", place  # "binden iki bine kadar"
    if (
        joint == "-"
        and items[place].glued
        and codes[place + 1 : place + 2] in ("t", "&")
        and not items[place + 1].glued
    ):
        place, joint = place + 1, codes[place + 1]  # "zwei- bis dreitausend"
    if joint == "" or joint not in _JOINTS.get(opening, "t-o"):
        return None
    if codes[place + 1 : place + 2] in ("t", "b", "h") and joint in "&tm":
        place += 1
    return joint, place + 1


def _belongs(first: Amount, second: Amount, joint: str, items: Items, place: int, *, opened: bool) -> bool:
    """Whether two amounts can be the ends of one range: like units, like spacing around a dash."""
    if joint == "-" and items[place].glued != items[place + 1].glued:
        return False
    if second.kind != first.kind and not first.bare and not second.bare:
        return False
    if first.number.form == "fraction" and joint == "-":
        return False
    if first.unit == second.unit or first.bare:
        return True
    return second.bare and (first.kind == "money" or joint in "-&WK" or opened)  # but "fell 1.1 percent to 17,850"


def _share_unit(first: Amount, second: Amount) -> tuple[Amount, Amount]:
    """What one end leaves out is taken from the other: "$5-7 billion", "60-70%", "3 to 4 L", "10-12,000"."""
    if first.bare and not second.bare:
        first = first._replace(kind=second.kind, unit=second.unit, key=second.key)
    elif second.bare and not first.bare:
        second = second._replace(kind=first.kind, unit=first.unit, key=first.key)
    one, two = first.number, second.number
    scale = two.scale if one.scale == 1 else 1.0
    if scale == 1 and two.digits.endswith(("000", ",000")) and two.low >= 1000 and one.low < 100:
        scale = 1000.0
    if scale > 1 and one.high * scale <= two.low and not one.approximate:
        number = one._replace(low=one.low * scale, high=one.high * scale, precision=one.precision * scale)
        first = first._replace(number=number)
    return first, second


def _fallen(first: Amount, second: Amount) -> Amount | None:
    """ "From 1.2 to 0.9 million": the larger amount in the scale of the smaller; no range, but what it was before."""
    one, scale = first.number, second.number.scale
    smaller = second.number.low / scale
    if one.scale != 1 or scale < _SAID_ONCE or not smaller < one.low < _ALIKE * smaller or one.approximate:
        return None
    return first._replace(
        number=one._replace(low=one.low * scale, high=one.high * scale, precision=one.precision * scale)
    )


def double_bound(items: Items, codes: str, found: Found, words: Vocabulary) -> Found | None:
    """ "above one quarter and below a half", "no more than 50 and no less than 20" as one range."""
    if not found.bound or found.high is not None:
        return None
    place = found.last + (codes[found.last : found.last + 1] in ("&", ",") and found.last < len(codes))
    code = codes[place : place + 1]
    if code == "x" and items[place].low in words.words.get("but", ()):
        place += 1
        code = codes[place : place + 1]
    joined = place > found.last or (code != "" and items[place].low in words.words["and"])  # "and less than"
    other = BOUNDS.get(code) if joined else None
    other = other or (_TURNED.get(code) if place == found.last else None)
    if other is None or (found.bound in ("more than", "at least")) == (other in ("more than", "at least")):
        return None
    second = read_share(items, codes, place + 1, words) or read_amount(items, codes, place + 1, words)
    if second is None or second.kind == "ordinal":
        return None
    low, high = (found.first, second) if found.bound in ("more than", "at least") else (second, found.first)
    if low.number.low >= high.number.low:
        return None
    low, high = _share_unit(low, high)
    return found._replace(first=low, high=high, end=second.end, last=second.last, bound="")


def _below_zero(items: Items, codes: str, found: Found) -> Found:
    """The same quantity, below zero where the words behind it say so."""
    end = _end(items, codes, found.last)
    if end == found.last or not all(_cold(amount) for amount in (found.first, found.high) if amount is not None):
        return found
    last, high = found.high or found.first, found.high and _negative(found.first)
    place = items[end - 1].end
    return found._replace(first=_negative(last)._replace(end=place), high=high, end=place, last=end)


def _end(items: Items, codes: str, at: int) -> int:
    """The item behind "bajo cero" or "below zero" that begins at `at`, else `at`."""
    if codes[at : at + 1] == "Z":
        return at + 1
    return at + 2 if codes[at : at + 2] == "<N" and items[at + 1].data.low == 0 else at


def _cold(amount: Amount) -> bool:
    degrees = amount.key.startswith(_DEGREES) and amount.key != _FAHRENHEIT
    return amount.number.low > 0 and (degrees or (amount.bare and amount.kind == "number"))


def _negative(amount: Amount) -> Amount:
    number = amount.number._replace(low=-amount.number.high, high=-amount.number.low, digits="")
    if amount.unit:
        return amount._replace(number=number)
    return amount._replace(number=number, kind="quantity", unit="degree", key="temperature-generic", bare=False)
