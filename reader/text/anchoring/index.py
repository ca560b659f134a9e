"""Look words up in a text whatever its white space, case and typography, and tell where in the text they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from reader.text.plain_letters import lowered

# White space, but for a space by itself.
_UNEVEN = re.compile(r"(?: \s|[^\S ])\s*")
# One token a word; scripts written without spaces (Thai, Chinese, Japanese, Korean) one a letter.
_TOKEN = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w{1,24}|[^\w\s]")
_LOOKALIKES = str.maketrans("“”„‟«»″‘’‚‛‹›′`´‐‑‒–—―−", '"""""""' + "'" * 9 + "-" * 7)


def folded(text: str) -> str:
    """Lower case with plain quotes and dashes, letter for letter: the same length."""
    low = lowered(text)
    return low if low.isascii() and "`" not in low else low.translate(_LOOKALIKES)


def squeezed(text: str) -> str:
    """`folded`, with every run of white space as one space."""
    return _UNEVEN.sub(" ", folded(text))


class TextIndex:
    """A text squeezed, its tokens, and where each token stands; made once, used for many anchors.

    `plain` is the squeezed text. Positions in it are turned into those of the text by `start_in_text` and
    `end_in_text`. Building takes time linear in the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        low = folded(text)
        pieces: list[str] = []
        self._marks: list[int] = [0]  # positions in plain where the difference to the text changes ...
        self._shifts: list[int] = [0]  # ... and the difference from there on
        self.lines: list[int] = [0]  # where in plain a line of the text begins
        done = length = 0
        for run in _UNEVEN.finditer(low):
            pieces += [low[done : run.start()], " "]
            length += run.start() - done + 1
            done = run.end()
            self._marks.append(length)
            self._shifts.append(done - length)
            if "\n" in run.group():
                self.lines.append(length)
        pieces.append(low[done:])
        self.plain = "".join(pieces)

    def start_in_text(self, position: int) -> int:
        """Where in the text the character at `position` of `plain` stands."""
        return position + self._shifts[bisect_right(self._marks, position) - 1]

    def end_in_text(self, position: int) -> int:
        """Where in the text the character before `position` of `plain` ends."""
        return self.start_in_text(position - 1) + 1 if position else 0

    def in_plain(self, position: int) -> int:
        """About where in `plain` a position of the text lies."""
        low, high = 0, len(self._marks)
        while high - low > 1:
            middle = (low + high) // 2
            if self._marks[middle] + self._shifts[middle] <= position:
                low = middle
            else:
                high = middle
        return min(position - self._shifts[low], len(self.plain))

    def line_of(self, start: int, end: int) -> tuple[int, int]:
        """Where in `plain` the line of `start` begins and the line of the character before `end` ends."""
        first = self.lines[bisect_right(self.lines, start) - 1]
        following = bisect_right(self.lines, max(start, end - 1))
        return first, self.lines[following] - 1 if following < len(self.lines) else len(self.plain.rstrip())

    def opens_line(self, position: int) -> bool:
        """Whether a line of the text begins at `position` of `plain`."""
        return self.lines[bisect_right(self.lines, position) - 1] == position

    def closes_line(self, position: int) -> bool:
        """Whether a line of the text ends at `position` of `plain`."""
        return self.opens_line(position + 1) or position >= len(self.plain.rstrip())

    def breaks_within(self, start: int, end: int) -> list[int]:
        """Where in `plain`, between `start` and `end`, a new line begins."""
        return self.lines[bisect_right(self.lines, start) : bisect_right(self.lines, end - 1)]

    @cached_property
    def tokens(self) -> list[str]:
        """The tokens of `plain` in order."""
        return _TOKEN.findall(self.plain)

    @cached_property
    def starts(self) -> list[int]:
        """Where in `plain` each token begins."""
        return [found.start() for found in _TOKEN.finditer(self.plain)]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The numbers of the tokens that are a word, for every word."""
        places: dict[str, list[int]] = {}
        for number, token in enumerate(self.tokens):
            places.setdefault(token, []).append(number)
        return places


def token_spans(plain: str) -> list[tuple[int, int]]:
    """Starts and ends of the tokens of a squeezed text."""
    return [found.span() for found in _TOKEN.finditer(plain)]
