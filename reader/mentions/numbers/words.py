"""What the readers of numerals share: the stream they ask, and the step of a number as it was said."""

from __future__ import annotations

from typing import Protocol

from reader.mentions.words.tokens import Tokens
from reader.mentions.words.vocabulary import Morpheme


class Words(Protocol):
    """What the addition asks of the token stream."""

    tokens: Tokens

    def morphemes(self, at: int) -> list[Morpheme]: ...


def says_step(value: int) -> float:
    """The step of the last digit that was said: 35 -> 1, 6,000 -> 1000, 10,000 -> 1000."""
    value = abs(value)
    if value < 10:
        return 1.0
    digits = str(value)
    bare = digits.rstrip("0")
    zeros = len(digits) - len(bare)
    return float(10 ** (zeros - 1 if bare == "1" and zeros else zeros))
