"""Find the numbers, percentages, amounts of money, measures, ordinals and durations of an article."""

from __future__ import annotations

import re

from reader.mentions.items import Item, Items
from reader.mentions.numbers.ages import is_age, is_aged
from reader.mentions.numbers.amount import Amount
from reader.mentions.numbers.amounts import with_unit
from reader.mentions.numbers.nouns.counted import Cues, Sentence, counted_thing, soft_words
from reader.mentions.numbers.numerals.numerals import numerals_of
from reader.mentions.numbers.quantity_values import value_of
from reader.mentions.numbers.ranges import BOUNDS, Found, double_bound, read_bare
from reader.mentions.numbers.singles import find_singles
from reader.mentions.numbers.traps import is_trap
from reader.mentions.values import Bound, Mention
from reader.mentions.words.language import language_of
from reader.mentions.words.vocabulary import Vocabulary, vocabulary
from reader.stopping import checkpoint
from reader.text import Article, Span

_BOUNDS_BEHIND: dict[str, Bound] = {
    "p": "at least", "q": "at most", "}": "at least", "{": "at most",
    "P": "more than", "Q": "less than", "K": "at most",
}  # fmt: skip
_BEHIND = frozenset(_BOUNDS_BEHIND) | {"r", "+"}
# hedges, a word that opens a range, then an amount, a share, a word like "twice", or an article that may stand for one
# ("A third": a capital A alone is a unit, the ampere)
_BEGIN = re.compile(
    r"(?=[as><}{mbfdO%$ckNTH12YzZU/u-])[as><}{m]{0,3}(?:(?:[bfd]h?)?(?:[O%]|[$ck]?-?N)|[TH12Y]|Z(?=N)|z(?=[uU])|U-l|U(?=[x&])|/|u(?=[OHx]))"
)
# "edged up to 5 percent", "spread over 2,500 acres": words that belong to the verb before them
_LOOSE = {"up": "changed", "over": "extent"}
_GOING = frozenset({"gone", "went", "go", "goes", "going", "crept", "shot"})
""" "The number has gone up to 23": what it has become, not what it is at most."""
_CLOSED = frozenset({"N", "$", "%", "U"})
_COMPARISON = re.compile(r"[pq](?=[N$])")


def find_quantities(article: Article) -> list[Mention]:
    """All numbers and measures of the article, sorted by place, not overlapping; raises nothing whatever the text.

    Kinds number, percent, money, quantity, ordinal (values `Quantity`) and duration (value `Duration`).
    Years and other parts of dates are found too where they look like numbers: `find_dates` knows better.
    """
    language = language_of(article)
    words = vocabulary(language)
    items = Items(numerals_of(article.text, language), words, words.quantity)
    _turn_comparisons(items, words)
    codes = "".join(items.codes)
    cues = Cues(article.text, items.tokens, words)
    mentions: list[Mention] = []
    at = 0
    while (m := _BEGIN.search(codes, at)) is not None:
        checkpoint()
        found = _read(article.text, items, codes, m.start(), words)
        if found is None:
            at = m.start() + 1
            continue
        if found.first.bare and m.start() and items.low(m.start() - 1) == "aged":
            found = _years(found)
        if found.first.number is not None and not is_trap(article.text, items, codes, found.first, found.high, words):
            sentence = cues.around(found.start, found.end)
            mentions.append(_mention(article.text, sentence, codes, found, words, mentions))
        elif found.first.bare and found.high is None and is_age(items, codes, found.first):
            mentions.append(_age(article.text, found, listed=is_aged(items, codes, found.first.first)))
        at = max(found.last, m.start() + 1)
    singles = find_singles(article.text, cues, words)
    return sorted([*mentions, *singles], key=lambda mention: mention.span) if singles else mentions


def _years(found: Found) -> Found:
    """ "Aged 16 to 24", "aged over 65": years, as far as more than a number is told."""
    if found.high is None:
        return found._replace(first=_of_years(found.first)) if found.bound else found
    return found._replace(first=_of_years(found.first), high=_of_years(found.high))


def _of_years(age: Amount) -> Amount:
    return age._replace(kind="duration", unit="year", key="duration-year", bare=False)


def _age(text: str, found: Found, *, listed: bool) -> Mention:
    """ "Ali Ahmed, 34, said": so many years."""
    years = _of_years(found.first)
    if text[max(0, years.start - 5) : years.start].lower() == "aged ":
        years = years._replace(start=years.start - len("aged "))
    span = Span(years.start, years.end)
    evidence = "in brackets" if text[span.start - 1] == "(" else "aged" if listed else ""
    return Mention(span, span.of(text), "duration", value_of(years, None, "", False, "", ()), evidence=evidence)


def _turn_comparisons(items: Items, words: Vocabulary) -> None:
    """ "or less than", "and more than" before a number open a new bound; they do not close the last one.

    So does "and above" that stands behind no number ("three hundred guns and above two thousand prisoners").
    """
    codes = "".join(items.codes)
    for m in _COMPARISON.finditer(codes):
        item = items[m.start()]
        loose = item.low in words.words["and"] and codes[m.start() - 1 : m.start()] not in _CLOSED
        if loose or items.ends_in(m.start(), "than"):
            items.recode(m.start(), ">" if m.group() == "p" else "<")
            if item.low in words.words["and"]:
                item.start = items.tokens.starts[item.first + 1]


def _mention(
    text: str, sentence: Sentence, codes: str, found: Found, words: Vocabulary, before: list[Mention]
) -> Mention:
    low, high = found.first, found.high
    # a number in a row of numbers is a cell of a table; it counts nothing its sentence could tell
    lone = codes[low.first - 1 : low.first] not in ("N", "#") or codes[found.last : found.last + 1] not in ("N", "#")
    plain = low.kind in ("number", "percent") and low.unit != "times" and lone
    share = low.kind == "percent" or low.number.form == "fraction"
    counted = counted_thing(sentence, words, before, share=share, several=low.number.high > 1) if plain else ""
    counted = text[low.start : low.end] if low.number.form == "dual" else found.counted or counted
    soft = soft_words(sentence, words) if lone else ()
    hedges = tuple(h for h in found.hedges if not any(h in other for other in soft)) + soft
    value = value_of(low, high, found.bound, found.approximate, counted, hedges)
    span = Span(found.start, found.end)
    return Mention(span, span.of(text), low.kind, value)


def _read(text: str, items: Items, codes: str, at: int, words: Vocabulary) -> Found | None:
    """The whole expression at item `at`: hedges, one amount or a range, hedges behind."""
    if _becomes(items, codes, at, words):
        return None
    start, approximate = at, False
    bound: Bound = ""
    hedges: list[Item] = []
    place = at
    while codes[place : place + 1] in ("a", "s", ">", "}", "<", "{", "m"):
        hedges.append(items[place])
        code = codes[place]
        if code == "s" and start == place:
            start = place + 1
        approximate = approximate or code in "as"
        bound = BOUNDS.get(code, bound)
        place += 1
    found = read_bare(items, codes, place, words)
    if found is None:
        return None
    if place and "inverted" in words.words and items.low(place - 1) in words.words["inverted"]:
        return _inverted(text, items, codes, found, words)
    if hedges:
        if found.first.number.form == "ordinal" and found.high is None:
            start, bound = place, ""
        # of a plain count the hedges belong to the span, of a measure the span is the amount itself
        whole = start < place and (found.first.kind == "number" or found.high is not None)
        found = found._replace(
            start=items[start].start if whole else found.start,
            approximate=approximate or found.approximate,
            bound=bound or found.bound,
            hedges=tuple([text[h.start : h.end] for h in hedges]),
        )
    return double_bound(items, codes, found, words) or _behind(text, items, codes, found)


def _inverted(text: str, items: Items, codes: str, found: Found, words: Vocabulary) -> Found:
    """ "Человек двадцать", "лет пять": behind what it counts a number is only about so much."""
    at, after = found.first.first, codes[found.last : found.last + 1]
    counts = after in ("u", "U", "c", "k", "%", "X") or (after == "x" and not _stops(items, found.last, words))
    number = found.first.number
    if counts or found.high is not None or not found.first.bare or number.form != "cardinal" or number.digits:
        return found
    if codes[at - 2 : at - 1] in ("N", "O") and at > 1:
        return found
    noun = items[at - 1]
    amount = found.first if noun.code == "x" else with_unit(items, codes, at, at - 1, number)
    amount = amount._replace(start=noun.start, end=items[found.last - 1].end, last=found.last)
    counted = text[noun.start : noun.end] if noun.code == "x" else ""
    return found._replace(first=amount, start=noun.start, approximate=True, counted=counted)


def _stops(items: Items, at: int, words: Vocabulary) -> bool:
    return items[at].low not in words.words.get("counted_nouns", ())


def _becomes(items: Items, codes: str, at: int, words: Vocabulary) -> bool:
    """Whether a hedge only tells that something has changed: "subió hasta 300", "с 23% до 18%", "has gone up to 23"."""
    if codes[at] == "m" and any(items[k].low in words.words.get("changed", ()) for k in range(max(0, at - 7), at)):
        return True
    if not at:
        return False
    if codes[at] == "m" and codes[at - 1] in _CLOSED:
        return True
    before = items.low(at - 1)
    if codes[at] == "{" and before in _GOING:
        return True
    return codes[at] in "{>" and items[at].low in _LOOSE and before in words.words.get(_LOOSE[items[at].low], ())


def _behind(text: str, items: Items, codes: str, found: Found) -> Found:
    """Hedges behind the number: "or more", "300 at least", "a dozen or so", "200+"."""
    ending = codes[found.last : found.last + 1] == "e"
    last = found.last + ending
    code, follows = codes[last : last + 1], codes[last + 1 : last + 2]
    if code == "-" and follows == "+" and items[last + 1].glued and items[last + 1].low == "plus":  # "300-plus rooms"
        return found._replace(end=items[last + 1].end, last=last + 2, bound=found.bound or "at least")
    if code not in _BEHIND or found.first.number.form == "ordinal":
        return found
    item = items[last]
    behind = found._replace(end=item.end, last=last + 1, hedges=(*found.hedges, text[item.start : item.end]))
    about = code == "K" and not ending and items.last_is_numeral(last - 1)  # "40 kadar", but "40'a kadar"
    if code == "r" or about:
        return behind._replace(approximate=True)
    bound = _BOUNDS_BEHIND.get(code, "")
    if code == "+" and item.glued and not (follows == "N" and items[last + 1].glued):
        bound = "at least"
    if text[item.start : item.end].endswith((" as", " to", " than")) or found.bound or found.high is not None:
        return found
    if bound and (code in "pq+PQK" or follows not in ("N", "$", "c")):
        return behind._replace(bound=bound)
    return found
