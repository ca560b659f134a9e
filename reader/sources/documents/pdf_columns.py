"""Put the lines of a page that is set in columns into the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

FEWEST_LINES = 3
"""Lines that must be parted at one place for a gutter."""
_NEAR = 14.0
_SHORTEST = 14
"""Letters a line of a column has at least, on average; the cells of tables have fewer."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its words and its box in points, from the foot of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


def in_columns(lines: Sequence[Line], gaps: Sequence[float]) -> list[Line]:
    """The lines column by column, between lines that run across; `gaps` are the middles of wide gaps, in points.

    Where the gaps make no gutter, or what they part is a table, the lines are joined again across the gaps.
    """
    gutter = _gutter(gaps)
    if gutter is None or fmean(len(line.text) for line in lines) < _SHORTEST:
        return _rejoined(lines)
    found: list[Line] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.bottom):
        if line.left < gutter - 1 and line.right > gutter + 1:
            found += _band(band, gutter, gaps)
            found.append(line)
            band = []
        else:
            band.append(line)
    return found + _band(band, gutter, gaps)


def _band(band: Sequence[Line], gutter: float, gaps: Sequence[float]) -> list[Line]:
    left = [line for line in band if line.right <= gutter + 1]
    right = [line for line in band if line.right > gutter + 1]
    return [
        *_side(left, [gap for gap in gaps if gap < gutter - _NEAR]),
        *_side(right, [gap for gap in gaps if gap > gutter + _NEAR]),
    ]


def _side(lines: Sequence[Line], gaps: Sequence[float]) -> list[Line]:
    return in_columns(lines, gaps) if lines and len(gaps) >= FEWEST_LINES else _rejoined(lines)


def _gutter(gaps: Sequence[float]) -> float | None:
    """The place where most gaps lie, None when they lie all over the page."""
    crowds = [[gap for gap in gaps if abs(gap - place) <= _NEAR] for place in gaps]
    crowd = max(crowds, key=len, default=[])
    return fmean(crowd) if len(crowd) >= FEWEST_LINES else None


def _rejoined(lines: Sequence[Line]) -> list[Line]:
    """Lines with the parts that stand side by side joined by a blank."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if last is not None and abs(last.bottom - line.bottom) < 0.3 * line.height and last.right <= line.left:
            found[-1] = Line(
                f"{last.text} {line.text}",
                last.left,
                min(last.bottom, line.bottom),
                line.right,
                max(last.top, line.top),
            )
        else:
            found.append(line)
    return found
