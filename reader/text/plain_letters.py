"""Letters without their accents, one for one, so that what is typed without them is found and keeps its place."""

from __future__ import annotations

import unicodedata


class _Plain(dict[int, int]):
    """By code point of a letter, that of the letter without marks above or below; filled as letters are met."""

    def __missing__(self, letter: int) -> int:
        parts = unicodedata.normalize("NFD", chr(letter))
        first, marks = parts[0], parts[1:]
        accents = marks and all(unicodedata.combining(mark) >= _ACCENT for mark in marks)
        self[letter] = ord(first) if accents else letter
        return self[letter]


_ACCENT = 200
"""The combining classes from here on: accents, cedillas and dots, not the vowels and voicing of other scripts."""
_PLAIN = _Plain({ord(a): ord(b) for a, b in zip("łŁøØđĐı’ʼ", "lLoOdDi''", strict=True)})


def without_accents(text: str) -> str:
    """The text with plain letters for those with accents: as long as it was, each letter in its place."""
    return text if text.isascii() else text.translate(_PLAIN)
