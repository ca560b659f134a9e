"""Known words and phrases, found at a token of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reader.mentions.words.tokens import Tokens, fold


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of the grammar: its class `code` and what it stands for."""

    code: str
    data: Any = None


class Phrases:
    """Words and phrases found at a token, the longest first; case counts where the table's word has capitals."""

    __slots__ = ("_by_first",)

    def __init__(self) -> None:
        # by the first word and the second, "" for none, the longest first: the words after the first, and the entry
        self._by_first: dict[str, dict[str, list[tuple[tuple[str, ...], Entry]]]] = {}

    def add(self, words: str, entry: Entry) -> None:
        """Add one written form; an earlier entry for the same form is replaced."""
        exact = words != words.lower() and len(words) <= 4
        found = Tokens(words)
        first, *rest = found.texts if exact else found.lows or [""]
        if not first:
            return
        known = self._by_first.setdefault(first, {}).setdefault(rest[0] if rest else "", [])
        known[:] = [other for other in known if other[0] != tuple(rest)]
        known.append((tuple(rest), entry))
        known.sort(key=lambda other: -len(other[0]))

    def at(self, tokens: Tokens, index: int) -> tuple[Entry, int] | None:
        """The entry of the longest phrase that begins at token `index`, and how many tokens it covers."""
        text, low = tokens.texts[index], tokens.lows[index]
        if text not in self._by_first and low not in self._by_first:
            return None
        best = self._longest(text, tokens, index)
        folded = self._longest(low, tokens, index) if low != text else None
        return folded if folded is not None and (best is None or folded[1] > best[1]) else best

    def _longest(self, key: str, tokens: Tokens, index: int) -> tuple[Entry, int] | None:
        by_second = self._by_first.get(key)
        if by_second is None:
            return None
        text, low = tokens.text(index + 1), tokens.low(index + 1)
        for rest, entry in _candidates(by_second, text, low) if low in by_second or text in by_second else ():
            for place, word in enumerate(rest[1:], index + 2):
                if word != tokens.low(place) and word != tokens.text(place):
                    break
            else:
                return entry, len(rest) + 1
        return (by_second[""][0][1], 1) if "" in by_second else None

    def alone(self, text: str, low: str) -> Entry | None:
        """The entry of a word, given as written and folded, that is no part of a longer phrase."""
        for key in (text, low):
            by_second = self._by_first.get(key)
            if by_second is not None and "" in by_second:
                return by_second[""][0][1]
        return None

    def seconds(self, text: str, low: str) -> frozenset[str]:
        """The second words, folded, of the phrases that may begin with a word, given as written and folded."""
        return frozenset(fold(second) for key in (text, low) for second in self._by_first.get(key, ()) if second)

    def word(self, word: str, code: str) -> bool:
        """Whether a single folded word has this class."""
        entry = self.alone(word, word)
        return entry is not None and entry.code == code


def _candidates(
    by_second: dict[str, list[tuple[tuple[str, ...], Entry]]], text: str, low: str
) -> list[tuple[tuple[str, ...], Entry]]:
    """The phrases that go on with a second word, given as written and folded, the longest first."""
    found = by_second.get(low, []) if low else []
    if text == low or text not in by_second:
        return found
    return sorted([*found, *by_second[text]], key=lambda other: -len(other[0]))
