"""What is known while one article is read: whether a word with a capital is a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reader.mentions.entities.evidence import Evidence
from reader.mentions.entities.german import is_german_name
from reader.mentions.entities.lists.gazetteer import (
    Place,
    adjectives_of,
    common_words,
    cues,
    german_names,
    given_names,
    name_key,
    nationalities,
    places,
)
from reader.mentions.entities.lists.small_words import calendar_words, function_words
from reader.mentions.entities.lists.team_tables import team_nicknames
from reader.mentions.entities.shapes import is_mixed
from reader.mentions.entities.words import Word

_UKRAINIAN_FAMILIES = ("енко", "щук", "чук", "юк", "ський", "цький", "ська", "цька")
# How Russian nouns of people and of deeds, adjectives and verbs end, whose many forms no list has.
_RUSSIAN_WORDS = (
    "исты", "истов", "ники", "ников", "тели", "телей", "чики", "щики", "ость", "ости", "ение", "ения", "ание", "ания",
    "ция", "ции", "таты", "енты", "торы", "ный", "ная", "ное", "ные", "ных", "ует", "ают", "лось", "лась", "лись",
    "ться",
)  # fmt: skip
# How verbs that tell what happened end, with which sentences begin; few names end so.
_ROMANCE_VERBS = {
    "es": ("aron", "ieron", "aban", "ábamos", "íamos", "ían", "iendo", "arán", "erán", "irán", "ó"),
    "it": ("arono", "erono", "irono", "avano", "evano", "eranno", "iranno"),
    "fr": ("aient", "èrent"),
    "pt": ("aram", "eram", "iram", "avam", "arão", "erão", "irão", "ou"),
}
_COMPOUNDS = ("maker", "makers", "worker", "workers", "holder", "holders", "owner", "owners", "goer", "goers")

_SCHOLARS = ("ologist", "ologists", "ographer", "ographers")


@dataclass(frozen=True)
class Setting:
    """What the finder knows while it reads one article: evidence of all loaded articles, and the language."""

    evidence: Evidence
    language: str

    def common(self, low: str) -> bool:
        """Whether the word is a common word of the article's language (or of English, which is quoted everywhere)."""
        return low in self._commons or low in self._functions or low in self._calendar

    @cached_property
    def _commons(self) -> frozenset[str]:
        return common_words(self.language)

    @cached_property
    def _functions(self) -> frozenset[str]:
        return function_words(self.language)

    @cached_property
    def _calendar(self) -> frozenset[str]:
        return calendar_words(self.language)

    @cached_property
    def titles(self) -> frozenset[str]:
        """Titles of the language and of English: Mr, ministro."""
        return self._cues("title")

    @cached_property
    def organisations(self) -> frozenset[str]:
        """Words that organisations are called by: Bank, ministerio."""
        return self._cues("organisation")

    @cached_property
    def place_words(self) -> frozenset[str]:
        """Words that places are called by: River, isla."""
        return self._cues("place")

    @cached_property
    def organisation_nouns(self) -> frozenset[str]:
        """Common nouns that stand before the name of a body: the newspaper X, la empresa X."""
        return self._cues("organisation noun")

    @cached_property
    def near_words(self) -> frozenset[str]:
        """Prepositions that only a place follows: near."""
        return self._cues("near a place")

    @cached_property
    def in_words(self) -> frozenset[str]:
        """Prepositions that a place follows where the name stands by itself: in."""
        return self._cues("in a place")

    @cached_property
    def peoples(self) -> dict[str, Place]:
        """Adjectives of nationality that the language writes in small letters: français."""
        return adjectives_of(self.language)

    def of_people(self, word: Word) -> bool:
        """Whether a word with a capital is one of `peoples`: where it would have none, the capital makes a name."""
        return word.low in self.peoples and (word.weak or self.language in ("fr", "tr"))

    def _cues(self, kind: str) -> frozenset[str]:
        return cues(f"{kind} en") | cues(f"{kind} {self.language}")

    def function(self, word: Word) -> bool:
        """Whether it is an article, pronoun, preposition or the like."""
        return word.low in self._functions

    def money(self, word: Word) -> bool:
        """Whether it is the code of a currency, or "Euros"; Ron is a name."""
        return word.low in cues("currency") and (word.text.isupper() or word.low in ("euros", "rs"))

    def calendar(self, word: Word) -> bool:
        """Whether it is a month, a day, a feast, or the zone of a time in capitals (MT, but Mt Cook)."""
        return word.low in self._calendar and (len(word.text) != 2 or word.text.isupper())

    def inflected(self, low: str) -> bool:
        """Whether it is a form of a common word that the list does not have (overturns, chipmaker; bomberos)."""
        if self.language == "es":  # its list has no plurals
            words = common_words("es")
            return low.endswith("s") and any(low.removesuffix(end) in words for end in ("s", "es"))
        if self.language != "en":
            return False
        words = common_words("en")
        if low.endswith(_COMPOUNDS) and any(low.removesuffix(end) in words for end in _COMPOUNDS if low.endswith(end)):
            return True
        if low.endswith(_SCHOLARS) or ("or" in low and low.replace("or", "our") in words):
            return True  # geologists; neighbors
        for ending in ("ed", "es", "s", "ing", "er", "ers", "ly", "d"):
            stem = low.removesuffix(ending)
            if stem != low and len(stem) > (2 if ending == "s" else 3) and (stem in words or stem + "e" in words):
                return True
        return False

    def known(self, word: Word) -> bool:
        """Whether a word with a capital that says nothing (sentence-first, headline) is a name all the same."""
        low = word.low
        if is_mixed(word.text):
            return True
        if self.function(word) or self.calendar(word) or low.isdigit() or self.money(word):
            return False
        if low in self.peoples:
            return name_key(word.text) in places() or not self.evidence.tells_of(low)
        if self.language == "de":
            return self._known_german(word)
        return self.evidence.is_name(low) or (self._listed(word) and not self.evidence.tells(low))

    def _listed(self, word: Word) -> bool:
        """Whether a word that the articles tell nothing of is known as a name, or as no common word."""
        low = word.low
        key = name_key(word.text)
        if key in nationalities() or low in cues("party name") or self._place(key, low):
            return True
        if (low in cues("acronym") and word.text.isupper()) or (low == "ben" and self.language == "en"):
            return True  # a small word of Arabic and Hebrew names, and a given name
        if self.common(low) or self.inflected(low):
            return any(self.evidence.tells_of(name) for name in team_nicknames().get(low, ()))
        if self.language == "uk" and low.endswith(_UKRAINIAN_FAMILIES):
            return True
        if word.possessive and self.language == "tr":  # only names have their endings set off: İzmir'de
            return True
        if low in given_names() or (word.text.isupper() and 2 <= len(low) <= 5 and not word.weak):
            return True
        if self.language == "ru" and low.endswith(_RUSSIAN_WORDS):
            return False
        return bool(common_words(self.language)) and not low.endswith(_ROMANCE_VERBS.get(self.language, ()))

    def _known_german(self, word: Word) -> bool:
        """Whether a word that begins a German sentence is a name: inside one it would be, and not in small letters."""
        low = word.low
        seen, name = self.evidence.tells(low), self.evidence.is_name(low)
        if low in german_names("place") or low in german_names("given"):
            return name or not seen
        if seen and not name:
            return False
        listed = name_key(word.text) in places() or name_key(word.text) in nationalities() or low in given_names()
        return (listed or seen or word.text.isupper()) and is_german_name(word, self)

    def _place(self, key: str, low: str) -> bool:
        """Whether a listed place is meant by a word in whatever capitals: China is, Reading is not."""
        place = places().get(key)
        if place is None or not self.common(low):
            return place is not None
        return (place.sort == "country" or place.great) and low not in cues("also a word")

    def strong(self, word: Word) -> bool:
        """Whether a capital inside a sentence makes a name of this word."""
        low = word.low
        if self.calendar(word) or (
            self.function(word) and not is_mixed(word.text) and not (word.text.isupper() and len(low) > 1)
        ):
            return False
        if self.money(word) or low in ("i", "i'm", "i've", "i'd", "i'll"):
            return False
        if self.language == "de":
            return is_german_name(word, self)
        return not self.evidence.is_small(low)
