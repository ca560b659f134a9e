"""Cut off what an apostrophe joins to a name: Turkish case endings, a French or Italian article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.mentions.entities.lists.gazetteer import adjectives_of, common_words, name_key, places

if TYPE_CHECKING:
    from reader.mentions.entities.words import Word

_APOSTROPHES = ("'", "’")


def folded(raw: str) -> str:
    """A word casefolded, with one kind of apostrophe."""
    return raw.casefold().replace("’", "'")


def cut_suffixes(words: list[Word]) -> None:
    """Turkish sets case endings off from names by an apostrophe: Ankara'da is Ankara."""
    for word in words:
        at = max(word.text.find("'"), word.text.find("’"))
        if word.cap and at > 1 and word.text[at + 1 :].islower():
            word.text, word.end, word.possessive = word.text[:at], word.start + at, True
            word.low = folded(word.text)


def cut_articles(words: list[Word], language: str) -> None:
    """L'Espagne at the beginning of a sentence is Espagne; L'Aquila and L'Oréal are names of their own."""
    for word in words:
        text = word.text
        at = max(text.find("'"), text.find("’"))
        if 0 < at < 6 and not word.cap and folded(text[at + 1 :]) in adjectives_of(language):  # all'americana
            word.text, word.start, word.low = text[at + 1 :], word.start + at + 1, folded(text[at + 1 :])
        elided = word.first and text[0] in "LD" and text[1:2] in _APOSTROPHES and text[2:3].isupper()
        if not elided or name_key(text) in places():
            continue
        rest = folded(text[2:])
        if rest in common_words(language) or name_key(rest) in places():
            word.text, word.start, word.low = text[2:], word.start + 2, rest
