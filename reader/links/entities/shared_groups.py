"""Give each word of a source the entity, number or date it belongs to, so that other words for it count as the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.links.passages.lexicon import TOKEN, Word
from reader.links.values import ComparedSource
from reader.mentions import DateValue, Mention, Quantity
from reader.stopping import checkpoint
from reader.text import Span

Shared = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
"""The groups of one source and those of another, by number, for each name that both have."""
_VALUED = frozenset({"number", "percent", "money", "quantity", "date"})


@dataclass(frozen=True)
class Groups:
    """The named and valued stretches of one source, each with the number of its group among those of the source.

    A group is a name as it is written, or a value. Which names are one entity may change when another source comes in;
    the `stretches` (start, end, number) do not. `names` holds what the groups are called across sources, those of one
    entity alike.
    """

    stretches: tuple[tuple[int, int, int], ...]
    names: tuple[str, ...]

    @cached_property
    def _called(self) -> dict[str, list[int]]:
        """The groups of each name."""
        called: dict[str, list[int]] = {}
        for number, name in enumerate(self.names):
            called.setdefault(name, []).append(number)
        return called

    def shared(self, other: Groups) -> Shared:
        """The groups of this source and of another that are of one name."""
        names = self._called.keys() & other._called.keys()
        return tuple((tuple(self._called[n]), tuple(other._called[n])) for n in self._called if n in names)

    def words(self, text: str, spans: Iterable[Span]) -> list[list[Word]]:
        """The words inside each span of `text`, those inside a stretch with the number of its group."""
        starts = [start for start, _, _ in self.stretches]
        names = [str(number) for number in range(len(self.names))]
        return [self._words(text, span, starts, names) for span in spans]

    def _words(self, text: str, span: Span, starts: Sequence[int], names: Sequence[str]) -> list[Word]:
        checkpoint()
        words: list[Word] = []
        begun = bisect_right(starts, span.start)
        end, name = self._last(begun, names)
        for found in TOKEN.finditer(text, span.start, span.end):
            place = found.start()
            if begun < len(starts) and starts[begun] <= place:
                begun = bisect_right(starts, place, begun)
                end, name = self._last(begun, names)
            words.append(Word(found.group(), name if place < end else ""))
        return words

    def _last(self, begun: int, names: Sequence[str]) -> tuple[int, str]:
        """Where the last of the first `begun` stretches ends, and its group's number."""
        if not begun:
            return 0, ""
        _, end, number = self.stretches[begun - 1]
        return end, names[number]


def groups_of(source: ComparedSource, entity_of: Mapping[str, str]) -> Groups:
    """Stretches of names (as written), and of numbers and dates (by value); quotations and attributions have none."""
    numbers: dict[tuple[str, str], int] = {}
    stretches = []
    for mention in source.mentions:
        entity = entity_of.get(mention.id, "")
        if name := entity or _value_group(mention):
            group = mention.text.casefold() if entity else "", name
            stretches.append((mention.span.start, mention.span.end, numbers.setdefault(group, len(numbers))))
    return Groups(tuple(sorted(stretches)), tuple(name for _, name in numbers))


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
