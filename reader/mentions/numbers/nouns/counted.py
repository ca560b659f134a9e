"""Find what a number counts, and the words of its sentence that soften it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from reader.mentions.numbers.nouns.noun_phrases import noun_ahead
from reader.mentions.numbers.nouns.plurals import is_plural
from reader.mentions.values import Mention, Quantity
from reader.mentions.words.tokens import Tokens, fold, folded
from reader.mentions.words.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?:(?<![A-Z]\.[A-Z])\.|[!?…\n])(?:(?<=\n)|[\"”’')\]]*\s)")
# the reach of a look around a number, in code points
_REACH = 200
_TOLL = re.compile(
    r"\b(?:death )?toll\b|\b(?:casualties|fatalities|deaths|injuries|population|turnout|membership)\b", re.I
)
_TOLLS = {"toll", "casualties", "fatalities", "deaths", "injuries", "population", "turnout", "membership"}


_NUMBERS_BACK = 4
_PART = re.compile(r"\s*(?:were|was|are|is|have|had|of (?:them|whom))\b")
_COMPARED = re.compile(
    r"\b(?:to|against|from|than|versus|instead of|compared (?:with|to))(?: (?:about|some|only))?\s+$"
)
"""What stands between two numbers of the same things: "from 58 seats to 39", "39 seats, against 58"."""


class Sentence(NamedTuple):
    """The words of a number's own sentence: `before` it and `after` it, at most a few hundred characters.

    `told`: words that may tell what it counts stand before it; `softened`: words that may soften it stand near.
    """

    start: int
    before: str
    after: str
    told: bool
    softened: bool


class Cues:
    """Where the words of a text stand without which nothing before a number tells what it counts, or softens it."""

    def __init__(self, text: str, tokens: Tokens, words: Vocabulary) -> None:
        cues = _cue_words(words)
        found = [(start, cues[low]) for start, low in zip(tokens.starts, tokens.lows, strict=True) if low in cues]
        self._telling, self._before, self._after = (
            [start for start, kind in found if kind == wanted] for wanted in ("telling", "before", "after")
        )
        ends = [m.span() for m in _SENTENCE_END.finditer(text)]
        self._text, self._marks, self._edges = text, [mark for mark, _ in ends], [edge for _, edge in ends]

    def around(self, start: int, end: int) -> Sentence:
        """The sentence of the expression at `[start, end)`."""
        last, following = bisect_right(self._edges, start), bisect_left(self._marks, end)
        edge = self._edges[last - 1] if last and self._marks[last - 1] >= start - _REACH else max(0, start - _REACH)
        ended = following < len(self._marks) and self._edges[following] <= end + _REACH
        return Sentence(
            start,
            self._text[edge:start],
            self._text[end : self._marks[following]] if ended else self._text[end : end + _REACH].rstrip(".!?"),
            _any_within(self._telling, start - _REACH, start),
            _any_within(self._before, start - _CUE_REACH, start) or _any_within(self._after, end, end + _REACH),
        )


def _any_within(places: list[int], low: int, high: int) -> bool:
    at = bisect_left(places, low)
    return at < len(places) and places[at] < high


@cache
def _cue_words(words: Vocabulary) -> dict[str, str]:
    groups = dict.fromkeys([Tokens(phrase).low(0) for phrase in words.words.get("group_noun", ())], "telling")
    if words.language != "en":
        return groups
    softening = dict.fromkeys(_SOFT_BEFORE_WORDS, "before") | dict.fromkeys(_SOFT_AFTER_WORDS, "after")
    return softening | dict.fromkeys(_TOLLS, "telling") | groups


def counted_thing(
    sentence: Sentence, words: Vocabulary, before: list[Mention], *, share: bool = False, several: bool = True
) -> str:
    """The noun that is counted, as written, or ""; also where it stands earlier ("the number of men … reaches ten").

    A `share` (percent, fraction) counts only what "of" names behind it; `several` are not one.
    """
    after = sentence.after
    if share:
        m = _WORD.search(after)
        of = m is not None and not after[: m.start()].strip() and fold(m.group()) in words.words["partitive"]
        return noun_ahead(after, words, several=several) if of else ""
    ahead = noun_ahead(after, words, several=several)
    if ahead in ("more", "others"):
        return _last_counted(sentence, before) or ahead
    if ahead:
        return ahead
    behind = sentence.before
    group = _group(behind, words) if sentence.told else ""
    if group:
        return group
    tolls = _TOLL.findall(behind) if sentence.told and words.language == "en" else []
    if tolls:
        return str(tolls[-1])
    return _inherited(sentence, after, before)


def _group(behind: str, words: Vocabulary) -> str:
    """ "The number of militants …", "the strength of this group, consisting of Shiite militants, …".

    "The number of this group" does not say of whom it consists.
    """
    pattern = _group_pattern(words)
    if pattern is None:
        return ""
    groups = list(pattern.finditer(behind))
    if not groups:
        return ""
    stop = words.words.get("stop", frozenset())
    verbs = words.words.get("of_a_number", frozenset())
    first = ""
    for m in _WORD.finditer(behind, groups[-1].end()):
        word = folded(m.group())
        if word in verbs:
            break
        if words.language != "en":
            if word not in stop:
                return m.group()
        elif is_plural(word) and word not in stop:
            return m.group()
        elif not first and word not in stop and m.group().islower():
            first = m.group()
    return "" if first in words.words.get("of_many", ()) else first


def _group_pattern(words: Vocabulary) -> re.Pattern[str] | None:
    return _pattern(words.language, tuple(sorted(words.words.get("group_noun", ()))))


@cache
def _pattern(language: str, phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE)


def _inherited(sentence: Sentence, after: str, before: list[Mention]) -> str:
    """ "Of the 300 prisoners, 40 were freed", "39 seats, against 58": the noun of the sentence's last number."""
    near = max(0, len(sentence.before) - _CUE_REACH)
    if not before or not (_PART.match(after) or _COMPARED.search(sentence.before, near)):
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


# a softening verb stands at most this many characters before its number
_CLOSE = 14
_CUE_REACH = 60
_SOFT_AFTER_WORDS = (
    "higher", "lower", "larger", "smaller", "greater", "fewer", "rise", "climb", "grow", "increase", "more", "less",
)  # fmt: skip
_SOFT_BEFORE_WORDS = (
    "sometimes", "reach", "estimated", "believed", "thought", "said", "reported", "estimates", "estimate", "accounts",
    "reportedly", "allegedly", "according",
)  # fmt: skip
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
    if words.language != "en" or not sentence.softened:
        return ()
    behind = sentence.before
    near = [
        m.group()
        for m in _SOFT_BEFORE.finditer(behind[-_CUE_REACH:])
        if m.end() >= min(len(behind), _CUE_REACH) - _CLOSE
    ]
    after = [m.group() for m in _SOFT_AFTER.finditer(sentence.after)]
    return (*near, *after)
