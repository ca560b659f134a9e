"""Tell whether a sentence speaks of a date as past or still to come: by the nearest verb, then by what stands near."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from reader.mentions.dates.atoms import Atom
from reader.mentions.dates.calendar import day_or_none
from reader.mentions.words.tokens import fold
from reader.mentions.words.vocabulary import Vocabulary

_SENTENCE_EDGE = re.compile(r"[.!?…]\s|\n")
_CLAUSE_EDGE = re.compile(r"[.;:!?\n]")
_WORD = re.compile(r"[^\W\d_]+")
_REACH, _AHEAD, _CLOSE = 160, 60, 20
_SHORT = 3
"""Letters of the longest definite article."""
_RANGE = re.compile(r"\s*(?:[-–—]|to\b|until\b|through\b|bis\b|tot\b)")
_SOON = 60
"""Days to a date that is told without a verb of the past, so that it is still to come."""
_ONLY_BEFORE = {"set": {"to", "for", "down"}}
_NOT_BEFORE = {"due": {"to"}, "next": {"to", "year", "door"}}
""" "A record set in August", "closed due to a fault on Monday", "the budget for next year on Wednesday"."""
_ONLY_BEHIND = {"back": {"is", "are", "be", "s"}}
_NOT_BEHIND = {"expected": {"than", "as"}, "will": {"the", "a", "his", "her", "their"}, "planned": {"as", "than"}}


_PARTICIPLES = frozenset({
    "told", "won", "lost", "left", "found", "hit", "stood", "met", "made", "sent", "shot", "led", "kept", "sold",
    "bought", "paid", "struck", "held", "taken", "given",
})  # fmt: skip
""" "Will be sold on Monday", and "sold it on Monday"."""


_NO_VERBS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "be", "some"}
)
_STATES = frozenset({"is", "are", "be", "stay", "stays", "remain", "remains"})
_AUXILIARIES = frozenset({"be", "been", "being", "is", "are", "to", "will", "get", "not"})


class Telling:
    """The words of the sentence around a date: `before` it and, behind it, those of its clause."""

    def __init__(self, text: str, atom: Atom, words: Vocabulary) -> None:
        self._text, self._atom, self._words = text, atom, words
        piece = text[max(0, atom.start - _REACH) : atom.start]
        self.before: list[str] = _WORD.findall(_SENTENCE_EDGE.split(piece)[-1])

    def _after(self) -> list[str]:
        clause = _CLAUSE_EDGE.split(self._text[self._atom.end : self._atom.end + _AHEAD], maxsplit=1)[0]
        return _WORD.findall(clause)

    def looks_ahead(self) -> bool:
        """Whether the nearest verb that tells, before the date or behind a date that opens its clause, is of what is
        to come."""
        tense = self._nearest(self.before, range(len(self.before) - 1, -1, -1))
        if tense is None and (len(self.before) <= _SHORT or "yes" in self._words.words["verb_last"]):
            after = self._after()
            tense = self._nearest(after, range(len(after)))
            present = self._words.tenses[2]
            if tense is None and present is not None and len(self.before) <= 1 and after:  # "Zaterdag speelt Ajax"
                tense = bool(after[0].islower() and present.search(after[0])) or None
        return tense is True

    def nowhere_past(self) -> bool:
        """Whether no verb of the past stands in the sentence."""
        words = [*self.before, *self._after()]
        return not any(self._tense(words, at) is False or self._is_past(words[at]) for at in range(len(words)))

    def lasts_until(self) -> bool:
        """ "The road is closed until April", a verb of the past being but the state that lasts; "January delivery"."""
        if self._leads_ahead():
            return True
        said = self.before
        if not said or fold(said[-1]) not in self._words.words["ahead"] & self._words.words["to"]:
            return False
        return self.points_ahead() and not any(
            self._is_past(said[at]) and _STATES.isdisjoint(said[max(0, at - 2) : at]) for at in range(len(said))
        )

    def _nearest(self, words: Sequence[str], places: Iterable[int]) -> bool | None:
        return next((tense for at in places if (tense := self._tense(words, at)) is not None), None)

    def _tense(self, words: Sequence[str], at: int) -> bool | None:
        """True for a word that speaks of what is to come, False for a verb of the past, None for others."""
        word = words[at]
        low, sets = fold(word), self._words.words
        if low in sets["future"]:
            return _tells(low, words, at)
        if low in sets["done"]:
            return False
        if self._words.language == "en":
            if (low == "be" and at and words[at - 1] in ("to", "should", "must")) or _to_come(words, at):
                return True  # "was to be triggered by March", "are to resume on Friday"
            close = words is self.before and at >= len(words) - 2
            if close and self._is_past(word) and _AUXILIARIES.isdisjoint(words[max(0, at - 2) : at]):
                return False  # "will rise, the operators confirmed on Friday"
        future, past, _ = self._words.tenses
        if word[0].isupper() and at:
            return None
        if future is not None and len(word) > _SHORT and future.search(word):
            return True
        return False if past is not None and past.search(word) else None

    def _is_past(self, word: str) -> bool:
        return self._words.language == "en" and (word in _PARTICIPLES or (word.endswith("ed") and word.islower()))

    def points_ahead(self) -> bool:
        """ "mourning from Saturday", "closed until Monday": the day is still to come, unless the verb says it was."""
        sets = self._words.words
        said = [fold(word) for word in self.before]
        if not sets["done"].isdisjoint(said) or self.opens_range():
            return False
        if self._leads_ahead():
            return True
        close = said[-2:] if said and len(said[-1]) <= _SHORT else said[-1:]  # "hasta el sábado"
        return not sets["ahead"].isdisjoint(close)

    def _leads_ahead(self) -> bool:
        """ "Cuma gününe kadar", "January delivery"."""
        behind = _WORD.findall(fold(self._text[self._atom.end : self._atom.end + _CLOSE]))[:1]
        return not self._words.words["ahead_behind"].isdisjoint(behind)

    def opens_range(self) -> bool:
        """ "January-October", "May to July"."""
        return _RANGE.match(self._text, self._atom.end) is not None

    def is_repeated(self) -> bool:
        """ "Every Saturday" is no one day."""
        return bool(self.before) and fold(self.before[-1]) in self._words.words["each"]


def _to_come(words: Sequence[str], at: int) -> bool:
    """Whether "to" stands between the verbs of what is arranged ("are to resume"), not in "is to the north"."""
    if words[at] != "to" or not at or words[at - 1] not in ("are", "is") or at + 1 == len(words):
        return False
    return words[at + 1].islower() and words[at + 1] not in _NO_VERBS


def _tells(low: str, words: Sequence[str], at: int) -> bool | None:
    """Whether a word such as "set" or "due" speaks of what is to come beside its neighbours."""
    before, behind = words[at - 1].lower() if at else "", words[at + 1].lower() if at + 1 < len(words) else ""
    if behind in _NOT_BEFORE.get(low, ()) or before in _NOT_BEHIND.get(low, ()):
        return None
    told = (low not in _ONLY_BEFORE or behind in _ONLY_BEFORE[low]) and (
        low not in _ONLY_BEHIND or before in _ONLY_BEHIND[low]
    )
    return True if told else None


def is_soon(atom: Atom, published: date) -> bool:
    """Whether a day without a year comes in the next weeks and was last most of a year ago."""
    for year in (published.year, published.year + 1):
        there = day_or_none(year, atom.month or 1, atom.day or 1)
        if there is not None and there > published:
            return (there - published).days <= _SOON
    return False
