"""Give each word of a source the entity, number or date it belongs to, so that other words for it count as the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from reader.links.passages.lexicon import TOKEN, Word
from reader.links.values import ComparedSource
from reader.mentions import DateValue, Mention, Quantity
from reader.stopping import checkpoint
from reader.text import Span

_VALUED = frozenset({"number", "percent", "money", "quantity", "date"})


class Groups:
    """The named and valued stretches of one source, in order."""

    def __init__(self, text: str, stretches: list[tuple[int, int, str]]) -> None:
        self._text = text
        self._stretches = sorted(stretches)
        self._starts = [start for start, _, _ in self._stretches]

    def words(self, span: Span) -> list[Word]:
        """The words inside `span` with their groups."""
        checkpoint()
        return [
            Word(found.group(), self._at(found.start())) for found in TOKEN.finditer(self._text, span.start, span.end)
        ]

    def _at(self, place: int) -> str:
        index = bisect_right(self._starts, place) - 1
        return self._stretches[index][2] if index >= 0 and place < self._stretches[index][1] else ""


def groups_of(source: ComparedSource, entity_of: Mapping[str, str]) -> Groups:
    """Stretches of names (by entity), and of numbers and dates (by value); quotations and attributions have none."""
    return Groups(source.article.text, _stretches(source, entity_of))


def shared_groups(
    a: ComparedSource, b: ComparedSource, entity_of: Mapping[str, str]
) -> tuple[tuple[int, int, int], ...]:
    """All that the alignment of two texts depends on besides the texts: stretches, with equal numbers for one group.

    Entity ids change when another source comes in; these numbers do not.
    """
    numbers: dict[str, int] = {}
    stretches = [*_stretches(a, entity_of), *_stretches(b, entity_of)]
    return tuple((start, end, numbers.setdefault(group, len(numbers))) for start, end, group in stretches)


def _stretches(source: ComparedSource, entity_of: Mapping[str, str]) -> list[tuple[int, int, str]]:
    return [
        (mention.span.start, mention.span.end, group)
        for mention in source.mentions
        if (group := entity_of.get(mention.id, "") or _value_group(mention))
    ]


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
