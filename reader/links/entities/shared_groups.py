"""Give each word of a source the entity, number or date it belongs to, so that other words for it count as the same."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reader.links.passages.lexicon import Word, WordsInPlace
from reader.links.translations import english
from reader.links.values import ComparedSource
from reader.mentions import DateValue, Mention, Quantity
from reader.stopping import checkpoint
from reader.text import WordCache

Shared = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
"""The groups of one source and those of another, by number, for each name that both have."""
_VALUED = frozenset({"number", "percent", "money", "quantity", "date"})


@dataclass(frozen=True)
class Groups:
    """The named and valued stretches of one source, each with the number of its group among those of the source.

    A group is a name as it is written, or a value. Which names are one entity may change when another source comes in;
    the `stretches` (start, end, number) do not. `names` holds what the groups are called across sources, those of one
    entity alike; `values` are the groups that name nothing.
    """

    stretches: tuple[tuple[int, int, int], ...]
    names: tuple[str, ...]
    values: frozenset[int]

    @cached_property
    def _called(self) -> dict[str, tuple[int, ...]]:
        """The groups of each name."""
        called: dict[str, tuple[int, ...]] = {}
        for number, name in enumerate(self.names):
            called[name] = (*called.get(name, ()), number)
        return called

    def shared(self, other: Groups) -> Shared:
        """The groups of this source and of another that are of one name."""
        theirs = other._called
        return tuple((ours, theirs[name]) for name, ours in self._called.items() if name in theirs)

    def words(self, passages: Iterable[WordsInPlace], language: str = "") -> list[list[Word]]:
        """The words of some passages, those inside a stretch with the number of its group; those outside in English,
        where they are of another `language` and the tables know them."""
        starts = [start for start, _, _ in self.stretches]
        # a stretch ends at the latest where another begins
        ends = [min(end, later) for (_, end, _), later in zip(self.stretches, [*starts[1:], sys.maxsize], strict=False)]
        ungrouped = _ungrouped(language)
        return [self._words(passage, starts, ends, ungrouped) for passage in passages]

    def _words(
        self, passage: WordsInPlace, starts: Sequence[int], ends: Sequence[int], ungrouped: WordCache[Word]
    ) -> list[Word]:
        checkpoint()
        texts, places = passage
        words = list(map(ungrouped.__getitem__, texts))
        if texts:
            for at in range(bisect_right(ends, places[0]), bisect_right(starts, places[-1])):
                name = str(self.stretches[at][2])
                for place in range(bisect_left(places, starts[at]), bisect_left(places, ends[at])):
                    words[place] = Word(texts[place], name)
        return words


@lru_cache(maxsize=16)
def _ungrouped(language: str) -> WordCache[Word]:
    return WordCache(lambda text: Word(english(text, language)))


def groups_of(source: ComparedSource, entity_of: Mapping[str, str]) -> Groups:
    """Stretches of names (as written), and of numbers and dates (by value); quotations and attributions have none.

    Of a number written in digits only these have its value: the unit and what is counted are words like others.
    """
    numbers: dict[tuple[str, str], int] = {}
    stretches = []
    for mention in source.mentions:
        entity = entity_of.get(mention.id, "")
        if name := entity or _value_group(mention):
            group = mention.text.casefold() if entity else "", name
            start, end = (mention.span.start, mention.span.end) if entity else _digits(mention)
            stretches.append((start, end, numbers.setdefault(group, len(numbers))))
    values = frozenset(number for (written, _), number in numbers.items() if not written)
    return Groups(tuple(sorted(stretches)), tuple(name for _, name in numbers), values)


def _digits(mention: Mention) -> tuple[int, int]:
    """From the first digit of a number to the last; all of a date, and of a number in words."""
    places = [place for place, letter in enumerate(mention.text, mention.span.start) if letter.isdigit()]
    if not places or mention.kind == "date":
        return mention.span.start, mention.span.end
    return places[0], places[-1] + 1


def _value_group(mention: Mention) -> str:
    """A key that mentions of equal value share; "" where there is no value to compare."""
    value = mention.value
    if mention.kind not in _VALUED:
        return ""
    if isinstance(value, Quantity):
        return f"{value.low}..{value.high} {value.unit}"
    if isinstance(value, DateValue):
        return f"on {value.iso}" if value.iso else ""
    return ""
