"""Find those of many spans that overlap a place, by binary search."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import gt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.text import Span


class SpanIndex:
    """The spans may overlap one another, and stand in any order."""

    def __init__(self, spans: Sequence[Span]) -> None:
        starts = [span.start for span in spans]
        self.order: Sequence[int] = range(len(spans))
        if any(map(gt, starts, starts[1:])):
            self.order = sorted(self.order, key=starts.__getitem__)
        self.starts = starts if isinstance(self.order, range) else [starts[i] for i in self.order]
        ends = [span.end for span in spans]
        self.ends = ends if isinstance(self.order, range) else [ends[i] for i in self.order]
        apart = not any(map(gt, self.ends, self.ends[1:]))
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
