"""Patterns of what stands right before a number, sought only where the text ends in one of their last words."""

from __future__ import annotations

import re


class Before:
    """A pattern that matches at the end of a text, and the words in small letters, one of which it ends with."""

    __slots__ = ("_last", "_pattern")

    def __init__(self, pattern: str, last: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._pattern, self._last = re.compile(pattern, flags), tuple(last.split())

    def stands(self, before: str, low: str) -> bool:
        """Whether it stands at the end of a text; `low` is the text in small letters without blanks at its end."""
        return low.endswith(self._last) and self._pattern.search(before) is not None
