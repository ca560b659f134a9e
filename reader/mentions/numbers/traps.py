"""Tell numbers apart from what only looks like one: times, phone numbers, ages, scores, list numbers, labels."""

from __future__ import annotations

import re

from reader.mentions.items import Items
from reader.mentions.numbers.ages import is_age
from reader.mentions.numbers.amount import Amount
from reader.mentions.numbers.labels import is_house, is_label, is_model, is_postcode, is_titled
from reader.mentions.numbers.nouns.plurals import is_plural
from reader.mentions.words.vocabulary import Vocabulary
from reader.text import Hinted

_ADDRESS = re.compile(r"://|www\.|@|[_=]|\.(?:com|org|net|html?|pdf|jpe?g|png)\b", re.IGNORECASE)
WEB = Hinted(r"://|www\.|@", "://", "www.", "@")
_CONTESTS = re.compile(
    r"\b(?:won|win|beat|beaten|lost|lose|defeat\w*|draw|drew|score\w*|victory|match|game|goals?|leads?|led|set"
    r"|verlor\w*|gewann\w*|gewonnen|siegte\w*|sieg|niederlage|spiel|wedstrijd|verlo\w+|wonnen|gan[aóo]\w*|perdi\w*"
    r"|pierde\w*|empat\w*|derrot\w*|victoria|vitória|victoire|défaite|battu\w*|bat|gagn\w+|perdu\w*|nul|partid[oa]s?"
    r"|partita|vin(?:ce|se|to)|perso|sconfi\w+|vittoria|pareggi\w+|venceu|bateu|выигр\w+|проигр\w+|обыгр\w+|побе[дж]\w+"
    r"|матч\w*|счёт\w*|счет\w*|перем\w+|програ\w+|рахунк\w*|maç\w*|yen\w+|kazan\w*|berabere|mağlup|فاز|خسر|هزم|تعادل|المباراة)\b",
    re.IGNORECASE,
)
# "+44 20 7946 0958", "(555) 123-4567", "555-123-4567"
_PHONE = re.compile(
    r"\+\d{1,3}[ \-./(]{1,2}\d[\d \-./()]{5,20}\d|\(\d{3,5}\) ?\d{3,4}[- ]?\d{3,5}|\b\d{3}-\d{3}-\d{4}\b"
)
_PAGES = frozenset(("pp", "ss", "nos", "vv"))
_VOTES = frozenset(("vote", "voted", "votes", "ruled", "rule", "decided", "ruling", "verdict", "odds"))
_ITEM = 300  # how long an item of a list may be
_NEAR = 60  # how far a word without blanks is looked at
# lines of a picture: 1080p
_LINES = frozenset(("240", "360", "480", "720", "1080", "1440", "2160"))
_SHARPNESS = frozenset(("4K", "8K"))
# groups of digits in a telephone number: at least, and looked for on either side; words between it and "call"
_FEWEST_GROUPS, _GROUPS, _CALLED = 3, 6, 4


def is_trap(text: str, items: Items, codes: str, low: Amount, high: Amount | None, words: Vocabulary) -> bool:
    """Whether the digits are no quantity of anything."""
    if low.number.form == "ordinal":
        return _ordinal_trap(items, codes, low, words)
    if _part_of_a_code(text, items, low, high):
        return True
    if high is not None:
        return high.bare and (_is_score(text, low, high) or _is_local_phone(low, high) or _is_place(items, low, words))
    if text[low.start : low.end] in _SHARPNESS and (low.last >= len(items) or not is_plural(items[low.last].low)):
        return True
    if low.number.digits in _LINES and low.first + 1 < len(items) and items[low.first + 1].low == "p":
        return items[low.first + 1].glued
    if not low.bare:
        return _is_some_day(items, low, words) or is_titled(text, items, low)
    if low.last < len(items) and items[low.last].low in words.words.get("label_behind", ()):
        return True  # "2254 sayılı karar"
    of = low.last + 1 if low.number.form == "fraction" else len(items)
    if of < len(items) and items.low(of) in words.words.get("no_share", ()):
        return True  # "un quart de finale"
    beside = codes[low.first - 1 : low.first] + codes[low.last : low.last + 1]
    if beside[:1] == "/" and low.first and not low.number.digits and low.number.low == low.number.scale > 1:
        return True  # "400 parts per million"
    return (
        ("t" in beside and _is_vote(items, codes, low))
        or _is_list_number(text, items, codes, low)
        or (low.number.low == 1 and (_is_article(items, low, words) or _is_loose_one(items, low, words)))
        or is_model(items, codes, low, words)
        or is_age(items, codes, low)
        or ("-" in beside and _is_score_pair(items, codes, low))
        or (("N" in beside or "#" in beside or " " in low.number.digits) and _in_code(items, codes, low, words))
        or is_house(items, low, words)
        or is_postcode(items, codes, low, words)
        or is_label(text, items, low)
    )


def _part_of_a_code(text: str, items: Items, low: Amount, high: Amount | None) -> bool:
    """Glued to letters, colons or slashes: 7:30, A380, 24/11/2016, +1-222-2222, www.example.com/2020."""
    first, last = low.first, (high or low).last
    before = items[first - 1] if first else None
    after = items[last] if last < len(items) else None
    if (
        items[first].glued
        and before is not None
        and (before.code not in "(-;,.$a><}{&/;bf\n" or before.low in ":_#\\@")
    ):
        elided = text[before.end - 1] in "'’"  # "d'un million"
        return not elided and before.low not in ("“", "‘", '"', "«", "[", "¿", "¡", "„")
    if after is not None and after.glued and (bare := (high or low).bare):
        if after.code == "x" and bare and after.low[:1].isalpha() and not _written_without_blanks(after.low):
            return True
        if after.code in "N#":
            return True  # flight 7K9268
        following = items[last + 1] if last + 1 < len(items) else None
        if following is not None and following.glued and following.code in "N#O" and after.low in ":/-–":
            return True
    if items[first].glued and before is not None and before.low in "-/–." and first > 1 and items[first - 1].glued:
        return True
    start, end = items[first].start, items[last - 1].end
    if _in_phone(text, start, end):
        return True
    if not items[first].glued and not (after is not None and after.glued):
        return False
    return in_address(text, start, end)


def in_address(text: str, start: int, end: int, pattern: re.Pattern[str] | Hinted = _ADDRESS) -> bool:
    """Whether `[start, end)` stands within a web or mail address or the name of a file."""
    if text[start - 1 : start].isspace() and text[end : end + 1].isspace():
        return False
    left, right = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    word = (left.split()[-1] if left and not left[-1].isspace() else "") + text[start : start + 1]
    word += right.split()[0] if right and not right[0].isspace() else ""
    return bool(pattern.search(word))


def _in_code(items: Items, codes: str, one: Amount, words: Vocabulary) -> bool:
    """ "91 555 01 23": three or more groups of digits, one blank between, one of which begins with a nought.

    Two will do, and no nought, behind a word for calling: "llame al 900 123 456".
    """
    first, last = one.first, one.last
    while first and codes[first - 1] in "N#" and first > one.first - _GROUPS and _follows(items, first):
        first -= 1
    while codes[last : last + 1] in ("N", "#") and last < one.last + _GROUPS and _follows(items, last):
        last += 1
    if not one.number.digits:
        return False
    groups = sum(len(items[at].low.split()) for at in range(first, last))
    called = any(items[at].low in words.words.get("phone", ()) for at in range(max(0, first - _CALLED), first))
    if groups < (_FEWEST_GROUPS - called):
        return False
    return called or any(items[at].low.startswith("0") and len(items[at].low) > 1 for at in range(first, last))


def _follows(items: Items, at: int) -> bool:
    """Whether an item stands one blank behind the one before it."""
    return items[at].start - items[at - 1].end == 1


def _in_phone(text: str, start: int, end: int) -> bool:
    edge = max(0, start - _NEAR)
    near = text[edge : end + _NEAR]
    if "-" not in near and "+" not in near and "(" not in near:
        return False
    return any(m.start() + edge < end and start < m.end() + edge for m in _PHONE.finditer(near))


def _written_without_blanks(word: str) -> bool:
    return ord(word[0]) > 0x0E00


def _is_score(text: str, low: Amount, high: Amount) -> bool:
    """ "2-3" near words of contest; "3-2" is no range anyhow."""
    if low.number.low == 0 and high.number.low < 10 and text[low.end : high.start] in ("-", "–"):
        return True
    if high.number.low >= 20 or text[low.end : high.start].strip() not in ("-", "–"):
        return False
    return bool(_CONTESTS.search(text[max(0, low.start - 80) : high.end + 60]))


def _is_place(items: Items, low: Amount, words: Vocabulary) -> bool:
    """ "See pages 14-17"."""
    label = items.low(low.first - 1) if low.first else ""
    if label == "." and low.first > 1 and items.low(low.first - 2) in _PAGES:
        return bool(low.number.digits)
    return bool(low.number.digits) and label in words.words["model"] and is_plural(label)


def _is_local_phone(low: Amount, high: Amount) -> bool:
    """ "Call 745-4811": three digits and four that end no range anybody would tell."""
    one, two = low.number.digits, high.number.digits
    return len(one) == 3 and len(two) == 4 and (one + two).isdecimal() and high.number.low % 50 > 0


def _is_score_pair(items: Items, codes: str, one: Amount) -> bool:
    """Either side of a falling pair "3-2" or "5-5"."""
    for left, right in ((one.first, one.first + 2), (one.first - 2, one.first)):
        if left >= 0 and codes[left : left + 3] == "N-N" and items[left + 1].glued and items[left + 2].glued:
            return bool(items[left].data.low >= items[right].data.low)
    return False


def _is_vote(items: Items, codes: str, one: Amount) -> bool:
    """Either side of "voted 7 to 2": no range, for it falls, and no count of anything named."""
    for left in (one.first, one.first - 2):
        if left >= 0 and codes[left : left + 3] == "NtN" and items[left].data.low > items[left + 2].data.low:
            return any(items[at].low in _VOTES for at in range(max(0, left - 3), left))
    return False


def _is_list_number(text: str, items: Items, codes: str, one: Amount) -> bool:
    """ "1." or "2)" at the start of a line; the "2." of "1. Wash the rice. 2. Boil it"."""
    at = one.first
    if codes[at - 1 : at] + codes[one.last : one.last + 1] == ".." and one.number.digits and at > 1:
        begins = one.last + 1 < len(items) and items[one.last + 1].data is True and items[one.last].glued
        before = f"{one.number.low - 1:.0f}. "
        return begins and not items[at].glued and before in text[max(0, one.start - _ITEM) : one.start]
    starts = at == 0 or codes[at - 1] == "\n" or (codes[at - 1] == "(" and (at == 1 or codes[at - 2] == "\n"))
    sign = codes[one.last : one.last + 1]
    if not starts or sign not in (".", ")") or one.number.low > 199 or not one.number.digits:
        return False
    return one.last + 1 < len(items) and codes[one.last + 1] != "\n"


def _is_some_day(items: Items, one: Amount, words: Vocabulary) -> bool:
    """ "Un día", "een dag": some day, unless words before it tell of a length."""
    if one.key not in ("duration-day", "duration-night") or one.last - one.first != 2 or one.number.low != 1:
        return False
    if items[one.first].low not in words.words["article"]:
        return False
    before = items[one.first - 1] if one.first else None
    return before is None or (before.code not in "as><}{m" and before.low not in words.words.get("lasting", ()))


def _is_article(items: Items, one: Amount, words: Vocabulary) -> bool:
    """ "un", "eine", "bir" alone are articles more often than ones."""
    item = items[one.first]
    stressed = words.language == "nl" and items.tokens.texts[item.first] == "één"
    return not stressed and item.low in words.words["article"] and item.end - item.start == len(item.low)


_NOT_COUNTED_BEFORE = {
    "this", "that", "the", "no", "any", "every", "each", "which", "another", "some", "last", "next", "latest", "only",
    "first", "not", "new", "old", "good", "bad", "big", "other", "these", "those", "day", "former", "such", "it",
}  # fmt: skip
_NOT_COUNTED_AFTER = {
    "another", "who", "that", "day", "way", "hand", "thing", "is", "was", "should", "can", "could", "must", "may",
    "would", "might", "'", "’", "has", "had", "which", "such", "more", "'s", "by", "side", "point", "does", "did", "to",
    "when", "in", "where", "knows", "will", "of",
}  # fmt: skip


_SAYING = frozenset(("and", "said", "says", "say", "reported", "announced", "confirmed", "added", "wrote"))
""" "Said that one drone was lost": no "that one"."""
_ONE_OF = {"ru": ("из",), "uk": ("із", "з")}


def _is_loose_one(items: Items, one: Amount, words: Vocabulary) -> bool:
    """ "one" as a pronoun: "no one", "one of the leaders", "this one"."""
    if words.language in _ONE_OF:
        return one.last < len(items) and items[one.last].low in _ONE_OF[words.language] and not one.number.digits
    if one.number.digits or items[one.first].low != "one" or words.language != "en":
        return False
    if one.last - one.first != 1 or items[one.first].end - items[one.first].start != 3:
        return False
    before = items[one.first - 1].low if one.first else ""
    after = items[one.last].low if one.last < len(items) else ""
    if before == "that" and one.first > 1 and items[one.first - 2].low in _SAYING:
        before = ""
    return before in _NOT_COUNTED_BEFORE or after in _NOT_COUNTED_AFTER


_NO_RANK = frozenset({
    "thought", "thoughts", "hand", "nature", "class", "aid", "lady", "name", "names", "rate", "responder", "responders",
    "fiddle", "wind",
})  # fmt: skip
""" "On second thoughts", "a first-class stamp", "first aid"."""


def _joined(items: Items, one: Amount) -> int:
    """How many items behind an ordinal its noun stands: two where a dash joins them."""
    return 2 if items[one.last].low == "-" and one.last + 1 < len(items) else 1


def _heads_an_office(items: Items, one: Amount, words: Vocabulary) -> bool:
    """ "Le Premier ministre", "primer ministro", "First Minister": a title; in English by its capital."""
    at = one.last - 1 + _joined(items, one) if one.last < len(items) else one.last
    if at >= len(items) or items[at].low not in words.words.get("head_office", ()):
        return False
    return words.language != "en" or items.tokens.texts[items[at].first][:1].isupper()


def _ordinal_trap(items: Items, codes: str, one: Amount, words: Vocabulary) -> bool:
    """ "second" as a verb or the unit of time, "first" in "at first"."""
    if items[one.first].glued and one.first and items[one.first - 1].code in "x-/#":
        return items[one.first - 1].low not in ("'", "’") and one.first > 1 and items[one.first - 1].glued
    word = items[one.first].low
    before = items[one.first - 1].low if one.first else ""
    if codes[one.last : one.last + 1] == "U" and items[one.last].low == "century" and one.last + 1 < len(items):
        capitals = [items.tokens.texts[items[place].first][:1].isupper() for place in range(one.first, one.last + 2)]
        return all(capitals)  # Twentieth Century Fox
    if one.last < len(items) and items[one.last].low in words.words.get("label_behind", ()):
        return True  # "5. maddesi"
    if one.number.low == 1 and _heads_an_office(items, one, words):
        return True
    if words.language == "en" and one.last < len(items) and items[one.last - 1 + _joined(items, one)].low in _NO_RANK:
        return True
    if one.last - one.first == 1 and word == "second" and words.language == "en":
        return before in ("to", "would", "will", "could", "may", "might", "can", "a", "per", "each", "every", "split")
    if word in words.words.get("according", ()):  # "segundo o ministério", "secondo due fonti"
        return before not in words.words["second_behind"]
    if word in words.words.get("before_that", ()):  # "prima del discorso", "una settimana prima"
        of_that = one.last < len(items) and items[one.last].low in words.words["of_that"]
        return of_that or codes[one.first - 1 : one.first] == "U"
    if word != "first":
        return False
    return before == "at" or [items[k].low for k in range(one.last, min(one.last + 2, len(items)))] == ["of", "all"]
