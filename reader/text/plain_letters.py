"""Letters without their case or accents, most of them one for one, so that what is found keeps its place."""

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


def without_marks(text: str) -> str:
    """The text without the combining signs of any script: accents, Hebrew and Arabic vowels; it may become shorter."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def lowered(text: str) -> str:
    """The text in small letters: as long as it was, each letter in its place (`str.lower` makes two of İ)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
