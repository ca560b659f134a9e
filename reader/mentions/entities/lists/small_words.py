"""Function words, calendar words and common words of a language: what a capital alone makes no name of."""

from __future__ import annotations

from functools import cache

from reader.mentions.entities.lists.gazetteer import common_words, cues


@cache
def function_words(language: str) -> frozenset[str]:
    """The articles, pronouns, prepositions and the like of a language, casefolded; those of English for others.

    English ones also as they are contracted: I'm, they've, it'll, that's, don't.
    """
    own = cues(f"function {language}")
    if own and language != "en":
        return own
    english = cues("function en")
    verbs = {f"{word}'{verb}" for word in english for verb in ("m", "ve", "ll", "re", "d", "s")}
    return english | verbs | {f"{word}n't" for word in english} | {"can't", "won't", "shan't", "ain't"}


@cache
def calendar_words(language: str) -> frozenset[str]:
    """The months, days and feasts of a language and of English, casefolded."""
    return cues("calendar en") | cues(f"calendar {language}")


def is_common(word: str, language: str) -> bool:
    """Whether `word` (casefolded) is a common word, a function word or a calendar word of the language."""
    return word in common_words(language) or word in function_words(language) or word in calendar_words(language)


@cache
def words_in_capitals(language: str) -> frozenset[str]:
    """Common words that have a capital in a sentence too: as titles, in what bodies and places are called, in dates."""
    own = (cues(f"{sort} {language}") for sort in ("organisation", "title"))
    sorts = ("organisation en", "title en", "before title", "legal abbreviation", "place en")
    return calendar_words(language).union(*own, *(cues(sort) for sort in sorts))
