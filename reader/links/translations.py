"""English words for those of other languages that tell what is counted, what befell it, and what people say in public.

They are in `resources/data/`: `ledger_translations.toml`, `counted_nouns.tsv`, `telling_words.tsv`, `news_words.tsv`.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache

from reader.shipped import resource

_SHORTEST_STEM, _LONGEST_STEM = 2, 16
_JOINED = {
    "fr": re.compile(r"^(?:[cdjlmnst]|qu)['’]"),
    "it": re.compile(r"^(?:[cdl]|un|dell|all|dall|nell|sull|quell)['’]"),
    "ar": re.compile(r"^(?:و?(?:ال|بال|لل|كال)|[وبل](?=.{3}))"),
}
"""What is written together with the next word: French and Italian elisions, the Arabic article and particles."""
_WOMEN = "innen"
_VOWELS = re.compile("[\u0640\u064b-\u0652]")
"""The vowels of Arabic, which are seldom written, and the stroke that makes a word longer."""


@lru_cache(maxsize=16)
def _translations(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """English words by those of another language, and by the beginnings of others ("взрыв*")."""
    table = _all_translations().get(language, {})
    held = {_plain(word): english for english, said in table.items() for word in said.split()}
    stems = {word[:-1]: english for word, english in held.items() if word.endswith("*")}
    return {word: english for word, english in held.items() if not word.endswith("*")}, stems


@lru_cache(maxsize=1)
def _all_translations() -> dict[str, dict[str, str]]:
    """By language and English word those that say it, parted by spaces."""
    found: dict[str, dict[str, str]] = tomllib.loads(
        resource("data", "ledger_translations.toml").read_text(encoding="utf-8")
    )
    for table in ("counted_nouns.tsv", "telling_words.tsv", "news_words.tsv"):
        first, *lines = resource("data", table).read_text(encoding="utf-8").splitlines()
        for line in lines:
            word, *said = line.split("\t")
            for language, words in zip(first.split("\t")[1:], said, strict=True):
                found[language][word] = f"{found[language].get(word, '')} {words}"
    return found


@lru_cache(maxsize=50_000)
def english(word: str, language: str) -> str:
    """The English word the tables know for one of another language ("" and "en" are English); itself for others."""
    if language in ("", "en"):
        return word
    known, stems = _translations(language[:2])
    for form in _forms(_plain(word.lower()), language[:2]):
        if form in known:
            return known[form]
        for end in range(min(len(form), _LONGEST_STEM), _SHORTEST_STEM - 1, -1):
            if form[:end] in stems:
                return stems[form[:end]]
    return word


def _plain(word: str) -> str:
    """A word with one kind of apostrophe, and without what is left out as often: the dots of Russian ("спасённых"), the
    vowels of Arabic ("أُنقذوا")."""
    plain = word.replace("’", "'").replace("ё", "е")
    return plain if plain.isascii() else _VOWELS.sub("", plain)


def _forms(word: str, language: str) -> tuple[str, ...]:
    """A word, and what stands behind the article or the "and" that is written together with it; of German words for
    several women those for men too."""
    if language == "de" and word.endswith(_WOMEN):
        men = word.removesuffix(_WOMEN)
        return word, men, f"{men}en"  # Arbeiterinnen, Studentinnen
    joined = _JOINED.get(language)
    alone = joined.sub("", word) if joined else word
    return (word, alone) if alone and alone != word else (word,)


def with_and(word: str, language: str) -> bool:
    """Whether an Arabic word has the "and" in front that is written together with it."""
    return language[:2] == "ar" and word[0] == "و" and english(word, language) != word
