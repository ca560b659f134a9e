"""The reading line: which height of a document a scroll value stands for, and back.

In the body of a text the line lies a third down the view. Near the start and the end it moves to the very top and the
very bottom, so that the first and the last line can be reached, and so that panes at their ends stay at their ends.
"""

from __future__ import annotations

from bisect import bisect_right

FROM_TOP = 1 / 3
ABOVE, BELOW = 20, 64
"""Pixels of blank paper above the first and below the last line of a document."""
_AROUND = 80
"""Code points before and after a place by which it is known again in another version of the text."""


def height_at(value: float, view: float, maximum: float | None) -> float:
    """The document height at the reading line, strictly increasing with `value`.

    `view` is the height of the view, `maximum` the largest scroll value (None while it is not known); all in pixels.
    """
    values, heights = _knots(view, maximum)
    return _between(value, values, heights)


def value_at(height: float, view: float, maximum: float | None) -> float:
    """The scroll value that puts a document height at the reading line: the inverse of `height_at`."""
    values, heights = _knots(view, maximum)
    return _between(height, heights, values)


def _knots(view: float, maximum: float | None) -> tuple[list[float], list[float]]:
    line = view * FROM_TOP
    if maximum is None:
        return [0.0, line, line + 1e9], [ABOVE, 2 * line, 2 * line + 1e9]
    end = max(ABOVE + 1, maximum + view - BELOW)
    if maximum < view:
        return [0.0, max(maximum, 1e-6)], [ABOVE, end]
    last = maximum - (view - line)
    return [0.0, line, last, maximum], [ABOVE, 2 * line, last + line, end]


def _between(x: float, xs: list[float], ys: list[float]) -> float:
    k = min(max(bisect_right(xs, x), 1), len(xs) - 1)
    if xs[k] == xs[k - 1]:
        return ys[k]
    return ys[k - 1] + (ys[k] - ys[k - 1]) * min(max((x - xs[k - 1]) / (xs[k] - xs[k - 1]), 0.0), 1.0)


def place_in(new: str, old: str, place: float) -> float:
    """Where the words at a place of a text stand in its new version; in proportion, when they are gone."""
    grown = len(new) / max(1, len(old))
    for reach in (_AROUND, _AROUND // 4):
        start = max(0, int(place) - reach)
        words, guess = old[start : int(place) + reach], int(start * grown)
        found = [at for at in (new.rfind(words, 0, guess + len(words)), new.find(words, guess)) if at >= 0]
        if words and found:
            return min(found, key=lambda at: abs(at - guess)) + place - start
    return place * grown
