"""What the letters of a word show: its casefolded form, whether it has a capital, whether marks stand in it."""

from __future__ import annotations

from reader.mentions.entities.affixes import folded
from reader.mentions.words.tokens import LONGEST_KEPT as LONGEST_WORD
from reader.mentions.words.tokens import MOST_KEPT as MOST_WORDS


def _is_capital(raw: str) -> bool:
    head = raw[0]
    if head.isupper() or (head.isdigit() and raw[-1].isupper() and len(raw) < 4):  # Rome, 3M, 5G
        return True
    if head.isdigit() and raw[-3:] == "ers" and raw[:-3].isdigit():  # the 49ers
        return True
    return len(raw) > 2 and head.islower() and raw[1].isupper() and raw[1:].isalpha()  # iPhone


class _Shapes(dict[str, tuple[str, bool, bool]]):
    """Words lately seen: casefolded, whether capitalised, and whether marks or digits stand in them."""

    def __missing__(self, raw: str) -> tuple[str, bool, bool]:
        shape = folded(raw), _is_capital(raw), not raw.isalpha()
        if len(raw) <= LONGEST_WORD:
            if len(self) >= MOST_WORDS:
                self.clear()
            self[raw] = shape
        return shape


SHAPES = _Shapes()
