"""Patterns of what stands right before a number, sought only where the text ends in one of their last words."""

from __future__ import annotations

import re


class Before:
    """A pattern that matches at the end of a text, and the words in small letters, one of which it ends with."""

    __slots__ = ("_pattern", "last")

    def __init__(self, pattern: str, last: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._pattern, self.last = re.compile(pattern, flags), tuple(last.split())

    def stands(self, before: str, low: str) -> bool:
        """Whether it stands at the end of a text; `low` is the text in small letters without blanks at its end."""
        return low.endswith(self.last) and self._pattern.search(before) is not None


class Befores:
    """Patterns of which the one or the other may match at the end of a text; of most texts a single look shows none."""

    __slots__ = ("_last", "_patterns")

    def __init__(self, *patterns: Before) -> None:
        self._patterns, self._last = patterns, tuple({word for pattern in patterns for word in pattern.last})

    def standing(self, before: str) -> frozenset[Before]:
        """Those that stand at the end of a text."""
        low = before.rstrip().casefold()
        if not low.endswith(self._last):
            return _NONE
        return frozenset([pattern for pattern in self._patterns if pattern.stands(before, low)])


_NONE: frozenset[Before] = frozenset()
