"""What the letters of a word show: its casefolded form, whether it has a capital, whether marks stand in it."""

from __future__ import annotations

from reader.mentions.entities.affixes import folded
from reader.text import WordCache


def _is_capital(raw: str) -> bool:
    head = raw[0]
    if head.isupper() or (head.isdigit() and raw[-1].isupper() and len(raw) < 4):  # Rome, 3M, 5G
        return True
    if head.isdigit() and raw[-3:] == "ers" and raw[:-3].isdigit():  # the 49ers
        return True
    return len(raw) > 2 and head.islower() and raw[1].isupper() and raw[1:].isalpha()  # iPhone


def is_mixed(raw: str) -> bool:
    """Whether a capital ends a word that has small letters too, as in some initials: LeT, BoA."""
    return raw[-1:].isupper() and not raw.isupper()


def _shape(raw: str) -> tuple[str, bool, bool]:
    return folded(raw), _is_capital(raw), not raw.isalpha()


SHAPES = WordCache(_shape)
