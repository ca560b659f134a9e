"""The heights of many cards, of which only those that are looked at are measured."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any

_SAMPLE = 40
"""So many cards are measured at the start; all others are taken to be as tall as these are on average."""


class CardHeights:
    """Heights and tops in pixels, row by row."""

    def __init__(self, height_of: Callable[[Any], int], values: Callable[[], Sequence[object]]) -> None:
        """`values` gives what the cards show, row by row; `height_of` the height of the card of one."""
        self._height_of, self._values = height_of, values
        self._measured: set[int] = set()
        self.heights: list[int] = []
        self.tops: list[int] = [0]

    def __len__(self) -> int:
        return len(self.heights)

    def begin(self) -> None:
        """Take all cards anew."""
        values = self._values()
        first = [self._height_of(value) for value in values[:_SAMPLE]]
        usual = round(sum(first) / max(1, len(first)))
        self.heights = first + [usual] * (len(values) - len(first))
        self._measured = set(range(len(first)))
        self._sum_up()

    def forget(self, rows: Iterable[int]) -> None:
        """The cards of these rows may be of another height now."""
        self._measured.difference_update(rows)

    def known(self, row: int) -> bool:
        """Whether a card was measured."""
        return row in self._measured

    def measure(self, rows: Iterable[int]) -> None:
        """Take the true heights of these rows."""
        values = self._values()
        for row in rows:
            self.heights[row] = self._height_of(values[row])
            self._measured.add(row)
        self._sum_up()

    def between(self, top: int, bottom: int) -> range:
        """The rows that stand between two heights."""
        return range(max(0, self.row_at(top)), min(self.row_at(bottom) + 1, len(self.heights)))

    def row_at(self, height: int) -> int:
        """The row at a height; one less or more than there are outside of all."""
        return bisect_right(self.tops, height) - 1

    def _sum_up(self) -> None:
        self.tops = [0, *accumulate(self.heights)]
