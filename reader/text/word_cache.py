"""What was worked out for the words lately seen: most words of a text stand again in it, and in others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")
PLAIN_WORD = r"[a-zA-Z]++(?=[ ,\n])"
"""Most words of most texts: a pattern of words that tries it first is done with them sooner."""
MOST, LONGEST = 50_000, 40
"""So many words, none with more letters, are kept in mind."""


class WordCache(dict[str, Value], Generic[Value]):
    """Looked up by a word, as a dict, which takes no call; `work_out` is asked for a word that is not there."""

    def __init__(self, work_out: Callable[[str], Value]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> Value:
        value = self._work_out(word)
        if len(word) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[word] = value
        return value
