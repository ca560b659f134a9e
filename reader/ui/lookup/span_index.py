"""Find those of many spans that overlap a place, by binary search."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import gt
from typing import TYPE_CHECKING

from reader.stepping import Steps, at_once

if TYPE_CHECKING:
    from reader.text import Span


class SpanIndex:
    """The spans may overlap one another, and stand in any order."""

    def __init__(self, spans: Sequence[Span]) -> None:
        at_once(self._filling(spans))

    @classmethod
    def making(cls, spans: Sequence[Span]) -> Steps[SpanIndex]:
        """The index, made bit by bit."""
        made = cls.__new__(cls)
        yield from made._filling(spans)
        return made

    def _filling(self, spans: Sequence[Span]) -> Steps[None]:
        starts = [span.start for span in spans]
        yield
        ends = [span.end for span in spans]
        yield
        self.order: Sequence[int] = range(len(spans))
        self.starts, self.ends = starts, ends
        if any(map(gt, starts, starts[1:])):
            yield
            self.order = sorted(self.order, key=starts.__getitem__)
            yield
            self.starts = [starts[i] for i in self.order]
            yield
            self.ends = [ends[i] for i in self.order]
        yield
        apart = not any(map(gt, self.ends, self.ends[1:]))
        yield
        self._reach = self.ends if apart else list(accumulate(self.ends, max))

    def overlapping(self, start: int, end: int) -> Iterator[int]:
        """Indices (into the spans given) of all that share a character with [start, end), by their start."""
        first = bisect_left(self._reach, start + 1)
        for k in range(first, bisect_left(self.starts, end)):
            if self.ends[k] > start:
                yield self.order[k]

    def holding(self, start: int, end: int) -> Iterator[int]:
        """Indices of all that contain the whole of [start, end), which is not empty."""
        first = bisect_left(self._reach, end)
        for k in range(first, bisect_left(self.starts, start + 1)):
            if self.ends[k] >= end:
                yield self.order[k]

    def touches(self, start: int, end: int) -> bool:
        """Whether any span shares a character with [start, end)."""
        return next(self.overlapping(start, end), None) is not None
