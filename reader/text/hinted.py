"""Patterns that are sought only where one of the words they need stands: that is asked of a text much sooner."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator


class Hinted:
    """A pattern that ignores case, with `hints` in small letters, one of which stands in whatever it matches."""

    __slots__ = ("_hints", "_pattern")

    def __init__(self, pattern: str, *hints: str) -> None:
        self._pattern, self._hints = re.compile(pattern, re.IGNORECASE), hints

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self._pattern.search(text, start, end) if self.hinted(text[start:end]) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self._pattern.finditer(text, start, end) if self.hinted(text[start:end]) else iter(())

    def hinted(self, text: str) -> bool:
        """Whether one of the hints stands in a text, so that the pattern may match there."""
        return any(map(text.casefold().__contains__, self._hints))
