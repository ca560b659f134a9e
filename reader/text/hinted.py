"""Patterns that are sought only around the words they need, which are found in a text much sooner."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.text.plain_letters import lowered

REACH = 40
"""Code points on either side of a hint within which all lies that the pattern looks at."""
_SHORT = 200
"""Code points of a text whose small letters are made each time; those of longer ones are kept for the next pattern."""


class Hinted:
    """A pattern that ignores case, with `hints`, pieces of words of which one stands in whatever it matches."""

    __slots__ = ("_hints", "_pattern")

    def __init__(self, pattern: str, *hints: str) -> None:
        self._pattern, self._hints = re.compile(pattern, re.IGNORECASE), tuple(map(lowered, hints))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        low = _small_letters(text)[start:end]
        return next(self.finditer(text, start, end), None) if any(map(low.__contains__, self._hints)) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        low = _small_letters(text)[start:end]
        if any(map(low.__contains__, self._hints)):
            for near, far in _windows(sorted({at for hint in self._hints for at in _places(low, hint)})):
                yield from self._pattern.finditer(text, max(start, start + near), min(end, start + far))

    def hinted(self, text: str) -> bool:
        """Whether one of the hints stands in a text, so that the pattern may match there."""
        return any(map(_small_letters(text).__contains__, self._hints))


def _small_letters(text: str) -> str:
    return _lately(text) if len(text) > _SHORT else lowered(text)


@lru_cache(maxsize=4)
def _lately(text: str) -> str:
    return lowered(text)


def _windows(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches that reach far enough around some places, those that touch as one."""
    for number, place in enumerate(places):
        if not number or place - places[number - 1] > 2 * REACH:
            first = place
        if number + 1 == len(places) or places[number + 1] - place > 2 * REACH:
            yield first - REACH, place + REACH


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
