"""Find what a number counts, and the words of its sentence that soften it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reader.mentions.values import Mention, Quantity
from reader.mentions.words.tokens import fold
from reader.mentions.words.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOP_SIGN = re.compile(r"[.,;:!?()\[\]\"“”\n–—]")
_DIGITS = re.compile(r"[.,]?\d[\d.,]*")
_OBJECT_OPENS = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my"})
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s|\n")
# the reach of a look around a number, in code points
_REACH = 200
_IRREGULAR = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "police",
        "troops",
        "personnel",
        "cattle",
        "staff",
        "crew",
        "folk",
        "fish",
        "aircraft",
        "spacecraft",
        "sheep",
        "deer",
        "teeth",
        "feet",
        "media",
        "data",
        "criteria",
        "phenomena",
        "lives",
        "wives",
        "knives",
        "leaves",
        "thieves",
        "mice",
        "geese",
        "oxen",
        "artillery",
        "infantry",
        "cavalry",
    ]
)
_SINGULAR_S = ("ss", "us", "is", "as")
_CASUALTY = frozenset(
    [
        "killed",
        "wounded",
        "injured",
        "dead",
        "missing",
        "arrested",
        "detained",
        "displaced",
        "homeless",
        "hospitalised",
        "hospitalized",
        "infected",
    ]
)
_TOLL = re.compile(
    r"\b(?:death )?toll\b|\b(?:casualties|fatalities|deaths|injuries|population|turnout|membership)\b", re.I
)


_NOT_PARTS = frozenset({"strong", "odd"})
_NUMBERS_BACK = 4
_PART = re.compile(r"\s*(?:were|was|are|is|have|had|of (?:them|whom))\b")
_COMPARED = re.compile(
    r"\b(?:to|against|from|than|versus|instead of|compared (?:with|to))(?: (?:about|some|only))?\s+$"
)
"""What stands between two numbers of the same things: "from 58 seats to 39", "39 seats, against 58"."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a number's own sentence: `before` it and `after` it, at most a few hundred characters."""

    start: int
    before: str
    after: str


def sentence_around(text: str, start: int, end: int) -> Sentence:
    """The sentence of the expression at `[start, end)`."""
    before = text[max(0, start - _REACH) : start]
    edge = max((m.end() for m in _SENTENCE_END.finditer(before)), default=0)
    after = text[end : end + _REACH]
    stop = _SENTENCE_END.search(after)
    return Sentence(start, before[edge:], after[: stop.start()] if stop else after.rstrip(".!?"))


def counted_thing(sentence: Sentence, words: Vocabulary, before: list[Mention], *, share: bool = False) -> str:
    """The noun that is counted, as written, or ""; also where it stands earlier ("the number of men … reaches ten").

    A `share` (percent, fraction) counts only what "of" names behind it.
    """
    after = sentence.after
    if share:
        m = _WORD.search(after)
        of = m is not None and not after[: m.start()].strip() and fold(m.group()) in words.words["partitive"]
        return _noun_ahead(after, words) if of else ""
    ahead = _noun_ahead(after, words)
    if ahead in ("more", "others"):
        return _last_counted(sentence, before) or ahead
    if ahead:
        return ahead
    behind = sentence.before
    group = _group(behind, words)
    if group:
        return group
    tolls = _TOLL.findall(behind)
    if tolls and words.language == "en":
        return str(tolls[-1])
    return _inherited(sentence, after, before)


def _noun_ahead(after: str, words: Vocabulary) -> str:
    """The head of the noun phrase that follows the number directly, passing "of the"."""
    stop, partitive = words.words.get("stop", frozenset()), words.words.get("partitive", frozenset())
    run: list[str] = []
    place = 0
    for m in _WORD.finditer(after):
        gap = after[place : m.start()]
        place = m.end()
        word = fold(m.group())
        if not run and m.start() and _DIGITS.fullmatch(gap.strip()):
            gap = ""
        if _STOP_SIGN.search(gap) or (gap.strip() and gap.strip() not in "'’-"):
            break
        if not run and word in partitive | {"the", "those", "these", "its", "their", "of"}:
            continue
        if not run and word in _CASUALTY and words.language == "en":
            return m.group()
        if not run and gap == "-" and m.start() == 1 and words.language == "en" and word not in stop | _NOT_PARTS:
            return m.group()  # "a 12-member panel" counts members
        if word in stop or len(run) >= 5:
            if len(run) == 1 and words.language == "en" and word in _OBJECT_OPENS:
                return ""  # "thousands leave their homes": a verb
            break
        run.append(m.group())
        if words.language == "en" and is_plural(word):
            return run[-1]
    if not run:
        return ""
    if words.language == "de":
        return next((w for w in run if w[0].isupper()), run[0])
    if words.language == "en":
        return run[-1] if len(run) <= 2 and not run[-1].endswith(("ly", "ed", "ing")) else ""
    return run[0]


def _group(behind: str, words: Vocabulary) -> str:
    """ "The number of militants …", "the strength of this group, consisting of Shiite militants, …"."""
    pattern = _group_pattern(words)
    if pattern is None:
        return ""
    groups = list(pattern.finditer(behind))
    if not groups:
        return ""
    stop = words.words.get("stop", frozenset())
    first = ""
    for m in _WORD.finditer(behind, groups[-1].end()):
        word = fold(m.group())
        if words.language != "en":
            if word not in stop:
                return m.group()
        elif is_plural(word) and word not in stop:
            return m.group()
        elif not first and word not in stop and m.group().islower():
            first = m.group()
    return first


def _group_pattern(words: Vocabulary) -> re.Pattern[str] | None:
    return _pattern(words.language, tuple(sorted(words.words.get("group_noun", ()))))


@cache
def _pattern(language: str, phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE)


def _inherited(sentence: Sentence, after: str, before: list[Mention]) -> str:
    """ "Of the 300 prisoners, 40 were freed", "39 seats, against 58": the noun of the sentence's last number."""
    if not before or not (_PART.match(after) or _COMPARED.search(sentence.before)):
        return ""
    return _last_counted(sentence, before)


def _last_counted(sentence: Sentence, before: list[Mention]) -> str:
    """What the last number of the sentence counts; days and years, which seem to count months, count nothing."""
    start = sentence.start - len(sentence.before)
    for last in reversed(before[-_NUMBERS_BACK:]):
        if last.span.start < start or not isinstance(last.value, Quantity):
            break
        if not last.value.counted[:1].isupper() and (last.value.counted or last.value.unit):
            return "" if last.value.unit else last.value.counted
    return ""


def is_plural(word: str) -> bool:
    """Whether a folded English word looks like a plural noun."""
    tail = word.rsplit("-", 1)[-1]
    return (
        tail in _IRREGULAR
        or (tail.endswith("men") and len(tail) > 5)
        or (len(tail) > 3 and tail.endswith("s") and not tail.endswith(_SINGULAR_S))
    )


def singular(word: str) -> str:
    """The singular of an English noun, folded: "Fighters" -> "fighter"; other words come back folded."""
    word = fold(word)
    for plural, one in (("people", "person"), ("men", "man"), ("children", "child"), ("lives", "life")):
        if word == plural or (word.endswith(plural) and plural == "men" and len(word) > 5):
            return word[: -len(plural)] + one
    if not is_plural(word) or word in _IRREGULAR:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]


# a softening verb stands at most this many characters before its number
_CLOSE = 14
_CUE_REACH = 60
_SOFT_AFTER = re.compile(
    r"\b(?:could|may|might|can|likely|probably|believed|thought|expected|feared)\b(?: \w+){0,3}? "
    r"(?:higher|lower|larger|smaller|greater|fewer|rise|climb|grow|increase|more|less)\b",
    re.IGNORECASE,
)
_SOFT_BEFORE = re.compile(
    r"\b(?:sometimes (?:reach(?:es)?|rises to)|can reach|(?:is|are|was|were|been) (?:\w+ )?"
    r"(?:estimated|believed|thought|said|reported) (?:to|at)(?: \w+){0,2}"
    r"|by some (?:estimates|accounts)|estimates? (?:\w+ ){0,3}at|may reach|reportedly"
    r"|allegedly|estimated|according to some)\b",
    re.IGNORECASE,
)


def soft_words(sentence: Sentence, words: Vocabulary) -> tuple[str, ...]:
    """Words of the same sentence that make the number softer, as written ("could be higher", "sometimes reaches")."""
    if words.language != "en":
        return ()
    behind = sentence.before
    near = [
        m.group()
        for m in _SOFT_BEFORE.finditer(behind[-_CUE_REACH:])
        if m.end() >= min(len(behind), _CUE_REACH) - _CLOSE
    ]
    after = [m.group() for m in _SOFT_AFTER.finditer(sentence.after)]
    return (*near, *after)
