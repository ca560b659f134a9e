"""Count the words of a text, of a long one bit by bit."""

from __future__ import annotations

from reader.stepping import Steps

MANY = 400_000
"""Code points of a text whose words are not counted while somebody waits."""
_AT_A_TIME = 100_000


def counting_words(text: str) -> Steps[int]:
    """How many words a text has: what stands between blanks."""
    words = 0
    for start in range(0, len(text), _AT_A_TIME):
        piece = text[start : start + _AT_A_TIME]
        words += len(piece.split())
        if start and not piece[0].isspace() and not text[start - 1].isspace():
            words -= 1  # it was counted with the piece before
        yield
    return words
