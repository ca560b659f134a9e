"""Read a token stream as grammar items: numerals, known words and phrases, and all the rest as one class."""

from __future__ import annotations

from collections.abc import Sequence

from reader.mentions.numbers.numerals import Numeral, NumeralReader
from reader.mentions.words.tokens import Item, Token
from reader.mentions.words.vocabulary import Phrases, Vocabulary


def read_items(stream: Sequence[Token], words: Vocabulary, phrases: Phrases) -> list[Item]:
    """The stream as items: `N` numerals, `O` ordinals, `x` unknown words, `;` unknown signs, line ends as `\\n`."""
    items: list[Item] = []
    at = 0
    starters = numeral_starters(words)
    numerals = NumeralReader(stream, words)
    end = 0
    while at < len(stream):
        token = stream[at]
        if token.text in phrases.plain:
            item, count = Item(token.start, token.end, "x", token.low, token.text[0].isupper()), 1
        else:
            item, count = _item(stream, at, words, phrases, starters, numerals)
        item.glued = at > 0 and end == token.start
        item.first = at
        items.append(item)
        at += count
        end = stream[at - 1].end
    return items


def numeral_starters(words: Vocabulary) -> frozenset[str]:
    """Folded words a number may begin with."""
    first = {phrase.split()[0] for phrase in words.words.get("several", ()) if phrase}
    return frozenset(words.numerals) | first | words.words.get("a", frozenset()) | words.words["minus"]


def _item(
    stream: Sequence[Token],
    at: int,
    words: Vocabulary,
    phrases: Phrases,
    starters: frozenset[str],
    numerals: NumeralReader,
) -> tuple[Item, int]:
    token = stream[at]
    known = phrases.at(stream, at)
    number = None
    if token.kind == "d" or token.low in starters or token.text in "-−–" or _maybe_written_together(token, words):
        number = numerals.read(at)
    elif token.kind == "w" and not phrases.begins(token):
        phrases.remember_plain(token.text)
    if number is not None and (known is None or number[1] >= known[1]) and not (known and known[0].code == "%"):
        numeral, count = number
        code = "O" if numeral.form == "ordinal" else "N"
        return Item(token.start, stream[at + count - 1].end, code, token.low, numeral), count
    if known is not None:
        entry, count = known
        last = stream[at + count - 1]
        item = Item(token.start, last.end, entry.code, token.low, entry.data)
        item.extra_words = last.low in words.words["than"]
        return item, count
    code = {"w": "x", "s": ";", "d": "#", "\n": "\n"}[token.kind]
    capital = token.kind == "w" and token.text[0].isupper()
    return Item(token.start, token.end, code, token.low, capital), 1


def _maybe_written_together(token: Token, words: Vocabulary) -> bool:
    if token.kind != "w" or len(token.low) < 4:
        return False
    if words.suffixes is not None and words.suffixes.search(token.low):
        return words.suffixes.sub("", token.low) in (words.stems or words.numerals)
    if token.low[0] in words.words.get("prefix_and", ()):
        return token.low[1:] in words.numerals
    return words.glued is not None and len(token.low) > 5 and words.glued.match(token.low) is not None


__all__ = ["Numeral", "numeral_starters", "read_items"]
