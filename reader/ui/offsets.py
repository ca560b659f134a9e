"""Translate between code points (core) and UTF-16 units (Qt), the only place that does."""

from __future__ import annotations

from bisect import bisect_left


class Offsets:
    """The two countings of one text; the identity when all its characters are in the Basic Multilingual Plane.

    Made once per paragraph, in one pass over it; each translation is then a binary search.
    """

    __slots__ = ("_astral", "_astral16", "length", "length16")

    def __init__(self, text: str) -> None:
        self._astral: list[int] = []
        if text and max(text) > "\uffff":
            self._astral = [i for i, c in enumerate(text) if c > "\uffff"]
        self._astral16 = [i + n for n, i in enumerate(self._astral)]
        self.length = len(text)
        self.length16 = len(text) + len(self._astral)

    def to_utf16(self, position: int) -> int:
        """UTF-16 units before the code point at `position` (beyond the end: as many after it)."""
        return position + bisect_left(self._astral, position) if self._astral else position

    def to_codepoints(self, position: int) -> int:
        """Code points before the UTF-16 unit at `position`; the middle of a surrogate pair counts as its start."""
        return position - bisect_left(self._astral16, position) if self._astral else position
