"""Find where passages stand now by the sentence or paragraph around them, when both texts have it, and only once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from reader.text.span import Span

_PARAGRAPH_END = re.compile(r"\n\s*")
_SENTENCE_END = re.compile(r"[.!?…”\"]\s+|\n\s*")
_TELLING = 25
"""A sentence of so many code points is hardly written twice."""
_PUT_IN = 400
"""At most so many code points may have been put between the beginning and the end of a passage."""


class Pieces:
    """A text cut at the ends of sentences, or only of paragraphs; made once, used for many passages."""

    def __init__(self, text: str, end: re.Pattern[str]) -> None:
        cuts = [0, *(found.end() for found in end.finditer(text)), len(text)]
        self.starts = cuts[:-1]
        self.words = [text[start:stop].strip() for start, stop in pairwise(cuts)]
        self._places: dict[str, int | None] = {}
        for number, words in enumerate(self.words):
            self._places[words] = None if words in self._places else number

    def once(self, words: str) -> int | None:
        """Where the one piece with these words begins; None when there is none, or more than one."""
        number = self._places.get(words)
        return None if number is None else self.starts[number]

    def around(self, position: int) -> tuple[str, int]:
        """The piece that a position lies in, and how far from its beginning."""
        number = bisect_right(self.starts, position) - 1
        return self.words[number], position - self.starts[number]


def same_places(old: str, spans: Sequence[Span], new: str) -> list[Span | None]:
    """Where these passages of the old text stand in the new one, None where the words around do not tell it."""
    found: list[Span | None] = [None] * len(spans)
    for end in (_SENTENCE_END, _PARAGRAPH_END):
        if all(found):
            break
        before, after = Pieces(old, end), Pieces(new, end)
        for number, span in enumerate(spans):
            if found[number] is None and span:
                found[number] = _place(span, before, after)
    return found


def _place(span: Span, before: Pieces, after: Pieces) -> Span | None:
    """The passage where the pieces of its first and of its last letter stand."""
    ends = []
    for position in (span.start, span.end - 1):
        words, offset = before.around(position)
        there = after.once(words) if len(words) >= _TELLING and before.once(words) is not None else None
        if there is None or offset >= len(words):
            return None
        ends.append(there + offset)
    start, stop = ends[0], ends[1] + 1
    return Span(start, stop) if 0 < stop - start <= 1.5 * len(span) + _PUT_IN else None
