"""Find the upstream source that mentions of several sources rest on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.ui.lookup.span_index import SpanIndex

if TYPE_CHECKING:
    from reader.links import ComparedSource, Comparison, Origin
    from reader.mentions import Mention


class OriginIndex:
    """The origins of a comparison, by the mentions that rest on them and by the passages taken over from them."""

    def __init__(self, comparison: Comparison) -> None:
        self._origins = comparison.origins
        self._by_mention: defaultdict[str, list[int]] = defaultdict(list)
        taken: dict[str, defaultdict[int, list[int]]] = {s.id: defaultdict(list) for s in comparison.sources}
        for number, origin in enumerate(self._origins):
            for mention in origin.mentions:
                self._by_mention[mention].append(number)
            for side in origin.passages:
                for passage in side.passages if side.source in taken else ():
                    taken[side.source][passage].append(number)
        self._by_passage: dict[str, tuple[list[list[int]], SpanIndex]] = {}
        for source in comparison.sources:
            known = {n: held for n, held in taken[source.id].items() if n < len(source.passages)}
            spans = SpanIndex([source.passages[n].span for n in known])
            self._by_passage[source.id] = list(known.values()), spans

    def shared(self, cells: Sequence[Sequence[tuple[ComparedSource, Mention]]]) -> Origin | None:
        """The first origin that mentions of two cells rest on; each cell holds the mentions of one source."""
        resting: Counter[int] = Counter()
        for cell in cells:
            resting.update({number for source, mention in cell for number in self._of(source, mention)})
        first = min((number for number, sources in resting.items() if sources > 1), default=None)
        return None if first is None else self._origins[first]

    def _of(self, source: ComparedSource, mention: Mention) -> list[int]:
        """The numbers of the origins that a mention rests on."""
        numbers, spans = self._by_passage[source.id]
        held = list(self._by_mention.get(mention.id, ()))
        for place in spans.holding(mention.span.start, mention.span.end):
            held += numbers[place]
        return held
