"""Give each word of a source the entity, number or date it belongs to, so that other words for it count as the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.links.passages.lexicon import TOKEN, Word
from reader.links.values import ComparedSource
from reader.mentions import DateValue, Mention, Quantity
from reader.stopping import checkpoint
from reader.text import Span

_VALUED = frozenset({"number", "percent", "money", "quantity", "date"})


@dataclass(frozen=True)
class Groups:
    """The named and valued stretches of one source, each with the number of its group among those of the source.

    What an entity is called may change when another source comes in; the `stretches` (start, end, number) do not.
    `names` holds what the groups are called across sources: the name of an entity, or a value.
    """

    stretches: tuple[tuple[int, int, int], ...]
    names: tuple[str, ...]

    def same(self, other: Groups) -> tuple[tuple[str, str], ...]:
        """The groups of this source and of another that are one."""
        theirs = {name: number for number, name in enumerate(other.names)}
        return tuple((str(n), str(theirs[name])) for n, name in enumerate(self.names) if name in theirs)

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
    """Stretches of names (by entity), and of numbers and dates (by value); quotations and attributions have none."""
    numbers: dict[str, int] = {}
    stretches = [
        (mention.span.start, mention.span.end, numbers.setdefault(group, len(numbers)))
        for mention in source.mentions
        if (group := entity_of.get(mention.id, "") or _value_group(mention))
    ]
    return Groups(tuple(sorted(stretches)), tuple(numbers))


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
