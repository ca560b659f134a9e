"""Tell when one piece of text is printed again, whole or with a word or two spelt differently."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"\w+")
_OPENING = re.compile(r"\W*+(\w++)\W++(\w++)\W++(\w++)")
SHARED_WORDS = 0.8


def opening(text: str) -> tuple[str, ...]:
    """The first three words of a text in lower case, none where it has fewer: `fingerprint` begins with them."""
    found = _OPENING.match(text.casefold())
    return found.groups() if found else ()


def fingerprint(text: str) -> str:
    """The words of `text` alone, in lower case: equal for pieces that differ in marks, case and spacing only."""
    return " ".join(_WORD.findall(text.casefold()))


def nearly_same(a: str, b: str) -> bool:
    """Whether two pieces are the same but for a few words (defence, defense): four words in five are shared.

    A number that differs is no spelling: such pieces are not the same.
    """
    if a == b:
        return True
    if not len(a) * SHARED_WORDS <= len(b) <= len(a) / SHARED_WORDS:
        return False
    left, right = (Counter(_WORD.findall(text.casefold())) for text in (a, b))
    if any(word[0].isdigit() for word in (left - right) + (right - left)):
        return False
    either = (left | right).total()
    return either >= 5 and (left & right).total() >= SHARED_WORDS * either
