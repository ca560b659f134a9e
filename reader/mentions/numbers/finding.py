"""Find the numbers, percentages, amounts of money, measures, ordinals and durations of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from reader.mentions.items import Item, Items
from reader.mentions.numbers.amounts import Amount, read_amount
from reader.mentions.numbers.counted import counted_thing, sentence_around, soft_words
from reader.mentions.numbers.numerals import numerals_of
from reader.mentions.numbers.quantity_values import value_of
from reader.mentions.numbers.shares import read_share
from reader.mentions.numbers.traps import is_trap
from reader.mentions.values import Bound, Mention
from reader.mentions.words.language import language_of
from reader.mentions.words.vocabulary import Vocabulary, vocabulary
from reader.text import Article, Span

# hedges, a word that opens a range, then an amount, a share, a word like "twice", or an article that may stand for one
_BEGIN = re.compile(r"[as><}{]{0,3}(?:(?:[bfd]h?)?(?:[O%]|[$ck]?-?N)|[TH]|U-l|/)")
_COMPARISON = re.compile(r"[pq](?=[N$])")
_BOUNDS: dict[str, Bound] = {">": "more than", "}": "at least", "<": "less than", "{": "at most"}


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity as the grammar read it; `high` is the second amount of a range."""

    first: Amount
    high: Amount | None
    start: int
    end: int
    last: int
    bound: Bound = ""
    approximate: bool = False
    hedges: tuple[str, ...] = field(default=())


def find_quantities(article: Article) -> list[Mention]:
    """All numbers and measures of the article, sorted by place, not overlapping; raises nothing whatever the text.

    Kinds number, percent, money, quantity, ordinal (values `Quantity`) and duration (value `Duration`).
    Years and other parts of dates are found too where they look like numbers: `find_dates` knows better.
    """
    language = language_of(article)
    words = vocabulary(language)
    items = Items(numerals_of(article.text, language), words, words.quantity)
    _turn_comparisons(items)
    codes = "".join(items.codes)
    mentions: list[Mention] = []
    at = 0
    while (m := _BEGIN.search(codes, at)) is not None:
        found = _read(article.text, items, codes, m.start(), words)
        if found is None:
            at = m.start() + 1
            continue
        if found.first.number is not None and not is_trap(article.text, items, codes, found.first, found.high, words):
            mentions.append(_mention(article.text, items, codes, found, words, mentions))
        at = max(found.last, m.start() + 1)
    return mentions


def _turn_comparisons(items: Items) -> None:
    """ "or less than" before a number opens a new bound; it does not close the last one."""
    for m in _COMPARISON.finditer("".join(items.codes)):
        if items[m.start()].extra_words:
            items.recode(m.start(), ">" if m.group() == "p" else "<")


def _mention(text: str, items: Items, codes: str, found: Found, words: Vocabulary, before: list[Mention]) -> Mention:
    sentence = sentence_around(text, found.start, found.end)
    low, high = found.first, found.high
    # a number in a row of numbers is a cell of a table; it counts nothing its sentence could tell
    lone = codes[low.first - 1 : low.first] not in ("N", "#") or codes[found.last : found.last + 1] not in ("N", "#")
    plain = low.kind in ("number", "percent") and low.unit != "times" and lone
    share = low.kind == "percent" or low.number.form == "fraction"
    counted = counted_thing(sentence, words, before, share=share) if plain else ""
    soft = soft_words(sentence, words) if lone else ()
    hedges = tuple(h for h in found.hedges if not any(h in other for other in soft)) + soft
    value = value_of(low, high, found.bound, found.approximate, counted, hedges)
    span = Span(found.start, found.end)
    return Mention(span, span.of(text), low.kind, value)


def _read(text: str, items: Items, codes: str, at: int, words: Vocabulary) -> Found | None:
    """The whole expression at item `at`: hedges, one amount or a range, hedges behind."""
    start, bound, approximate = at, "", False
    hedges: list[Item] = []
    place = at
    while codes[place : place + 1] in ("a", "s", ">", "}", "<", "{"):
        hedges.append(items[place])
        code = codes[place]
        if code == "s" and start == place:
            start = place + 1
        approximate = approximate or code in "as"
        bound = _BOUNDS.get(code, bound)
        place += 1
    found = _range(items, codes, place, words) or _single(items, codes, place, words)
    if found is None:
        return None
    if found.first.number.form == "ordinal" and found.high is None:
        start, bound = place, ""
    # of a plain count the hedges belong to the span, of a measure the span is the amount itself
    whole = start < place and (found.first.kind == "number" or found.high is not None)
    found = replace(
        found,
        start=items[start].start if whole else found.start,
        approximate=approximate or found.approximate,
        bound=bound or found.bound,  # type: ignore[arg-type]
        hedges=tuple(text[h.start : h.end] for h in hedges),
    )
    return _double_bound(items, codes, found, words) or _behind(text, items, codes, found)


def _single(items: Items, codes: str, at: int, words: Vocabulary) -> Found | None:
    amount = read_share(items, codes, at, words) or read_amount(items, codes, at, words)
    if amount is None:
        return None
    return Found(amount, None, amount.start, amount.end, amount.last)


def _range(items: Items, codes: str, at: int, words: Vocabulary) -> Found | None:
    """ "between five and six", "from 40% to 45%", "6,000-8,000", "$1.5m to $2m", "two or three"."""
    opening = codes[at : at + 1]
    place = at + (opening in ("b", "f", "d") and opening != "")
    first = read_amount(items, codes, place + (place > at and codes[place : place + 1] == "h"), words)
    if first is None or (first.kind == "ordinal" and opening != "b"):
        return None
    joint = codes[first.last : first.last + 1]
    place = first.last
    if joint == "" or joint not in {"b": "&-", "f": "t-", "d": "t"}.get(opening, "t-o"):
        return None
    if codes[place + 1 : place + 2] in ("t", "b", "h") and joint in "&t":
        place += 1
    second = read_amount(items, codes, place + 1, words)
    if second is None or not _belongs(first, second, joint, items, place):
        return None
    first, second = _share_unit(first, second)
    low, high = first.number.low, second.number.high
    if low >= high or ((joint == "o" and not (second.bare or first.bare)) or (joint == "o" and high > 2 * low + 1)):
        return None
    start = items[at].start if opening in ("b", "f", "d") else first.start
    return Found(first, second, start, second.end, second.last, approximate=joint == "o")


def _belongs(first: Amount, second: Amount, joint: str, items: Items, place: int) -> bool:
    """Whether two amounts can be the ends of one range: like units, like spacing around a dash."""
    if joint == "-" and items[place].glued != items[place + 1].glued:
        return False
    if second.kind != first.kind and not first.bare and not second.bare:
        return False
    if first.number.form == "fraction" and joint == "-":
        return False
    return first.unit == second.unit or first.bare or (second.bare and (first.kind == "money" or joint != "o"))


def _share_unit(first: Amount, second: Amount) -> tuple[Amount, Amount]:
    """What one end leaves out is taken from the other: "$5-7 billion", "60-70%", "3 to 4 L", "10-12,000"."""
    if first.bare and not second.bare:
        first = replace(first, kind=second.kind, unit=second.unit, key=second.key)
    elif second.bare and not first.bare:
        second = replace(second, kind=first.kind, unit=first.unit, key=first.key)
    one, two = first.number, second.number
    scale = two.scale if one.scale == 1 else 1.0
    if scale == 1 and two.digits.endswith(("000", ",000")) and two.low >= 1000 and one.low < 100:
        scale = 1000.0
    if scale > 1 and one.high * scale <= two.low and not one.approximate and one.high < 1000:
        number = replace(one, low=one.low * scale, high=one.high * scale, precision=one.precision * scale)
        first = replace(first, number=number)
    return first, second


def _double_bound(items: Items, codes: str, found: Found, words: Vocabulary) -> Found | None:
    """ "above one quarter and below a half", "no more than 50 and no less than 20" as one range."""
    if not found.bound or found.high is not None or codes[found.last : found.last + 1] not in ("&", ","):
        return None
    place = found.last + 1
    other = _BOUNDS.get(codes[place : place + 1])
    if other is None or (found.bound in ("more than", "at least")) == (other in ("more than", "at least")):
        return None
    second = read_share(items, codes, place + 1, words) or read_amount(items, codes, place + 1, words)
    if second is None or second.kind == "ordinal":
        return None
    low, high = (found.first, second) if found.bound in ("more than", "at least") else (second, found.first)
    if low.number.low >= high.number.low:
        return None
    low, high = _share_unit(low, high)
    return replace(found, first=low, high=high, end=second.end, last=second.last, bound="")


def _behind(text: str, items: Items, codes: str, found: Found) -> Found:
    """Hedges behind the number: "or more", "300 at least", "a dozen or so", "200+"."""
    code = codes[found.last : found.last + 1]
    follows = codes[found.last + 1 : found.last + 2]
    if found.first.number.form == "ordinal" or not code:
        return found
    item = items[found.last]
    bound: Bound = {"p": "at least", "q": "at most", "}": "at least", "{": "at most"}.get(code, "")  # type: ignore[assignment]
    glued_plus = code == "+" and item.glued and not (follows == "N" and items[found.last + 1].glued)
    if glued_plus:
        bound = "at least"
    bound = "" if text[item.start : item.end].endswith((" as", " to", " than")) else bound
    if bound and (code in "pq+" or follows not in ("N", "$", "c")) and not found.bound and found.high is None:
        return replace(
            found, bound=bound, end=item.end, last=found.last + 1, hedges=(*found.hedges, text[item.start : item.end])
        )
    if code == "r":
        return replace(
            found,
            approximate=True,
            end=item.end,
            last=found.last + 1,
            hedges=(*found.hedges, text[item.start : item.end]),
        )
    return found
