"""What all loaded articles show about a word: how often it is written with and without a capital."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import TypeVar

from reader.mentions.entities.lists.gazetteer import given_names
from reader.mentions.entities.words import Word, begins_sentence
from reader.stopping import checkpoint, watched

_Question = TypeVar("_Question", bound=Callable[..., object])
Answers = dict[tuple[Callable[..., object], tuple[object, ...]], object]
"""What was answered, by the question and the words it was asked of."""
_SLICE = 20_000


def _answered(question: _Question) -> _Question:
    """Let evidence keep what it answers to a question."""

    @wraps(question)
    def asked(evidence: Evidence, *words: object) -> object:
        key = question, words
        if key not in evidence.answers:
            evidence.answers[key] = question(evidence, *words)
        return evidence.answers[key]

    return asked  # type: ignore[return-value]


@dataclass(slots=True)
class Evidence:
    """How often words occur in small letters (`lower`) and capitalised where only a name would be (`inside`).

    `pairs` counts two capitalised words in a row inside a sentence ("white house"), `families` are those behind a given
    name. What is asked is asked by its methods, which keep their `answers`: names found by them stand for as long as
    other evidence answers the same.
    """

    lower: Counter[str] = field(default_factory=Counter)
    inside: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    families: set[str] = field(default_factory=set)
    answers: Answers = field(default_factory=dict)

    @classmethod
    def of_words(cls, words: Sequence[Word]) -> Evidence:
        """What the words of one article show."""
        found = cls()
        for start in range(0, len(words), _SLICE):
            checkpoint()
            found.lower.update([word.low for word in words[start : start + _SLICE] if not word.cap])
        for at in watched([at for at, word in enumerate(words) if word.cap and not word.weak]):
            word, last = words[at], words[at - 1]
            found.inside[word.low] += 1
            if at and word.gap == " " and last.cap and not last.possessive and not begins_sentence(last):
                found.pairs[last.low, word.low] += 1
        found.families.update([low for before, low in found.pairs if before in given_names()])
        return found

    @classmethod
    def of_all(cls, parts: Iterable[Evidence]) -> Evidence:
        """The evidence of several articles together."""
        found = cls()
        for part in parts:
            found.lower.update(part.lower)
            found.inside.update(part.inside)
            found.pairs.update(part.pairs)
            found.families |= part.families
        return found

    def unasked(self) -> Evidence:
        """The same evidence, of which nothing was asked."""
        return replace(self, answers={})

    def answers_as(self, answers: Answers) -> bool:
        """Whether it answers all that other evidence was asked as that did."""
        return all(question(self, *words) == answer for (question, words), answer in answers.items())

    @_answered
    def tells(self, low: str) -> bool:
        """Whether a word stands where its first letter tells whether it is a name."""
        return low in self.inside or low in self.lower

    @_answered
    def is_name(self, low: str) -> bool:
        """Whether a word is more often a name than not."""
        return self.inside.get(low, 0) > self.lower.get(low, 0)

    @_answered
    def is_small(self, low: str) -> bool:
        """Whether a word is too often in small letters for a capital to mean a name."""
        lower = self.lower.get(low, 0)
        return lower >= 3 and self.inside.get(low, 0) * 4 <= lower

    @_answered
    def tells_of(self, name: str) -> bool:
        """Whether the last words of a name, casefolded, stand where only a name has capitals."""
        *_, before, last = ["", *name.split(" ")]
        return (before, last) in self.pairs if before else last in self.inside

    @_answered
    def in_small_letters(self, low: str) -> bool:
        """Whether a word is written without a capital."""
        return low in self.lower

    @_answered
    def together(self, before: str, low: str) -> bool:
        """Whether two words stand in a row where only a name has capitals."""
        return (before, low) in self.pairs

    @_answered
    def often_together(self, before: str, low: str) -> bool:
        """Whether two words do so more than once."""
        return self.pairs.get((before, low), 0) > 1

    @_answered
    def alone(self, low: str, after: str, times: int) -> bool:
        """Whether a word with a capital stands so many times as often as it stands right before another such word."""
        return self.inside.get(low, 0) > times * self.pairs.get((low, after), 0)

    @_answered
    def is_family(self, low: str) -> bool:
        """Whether a word follows a given name."""
        return low in self.families
