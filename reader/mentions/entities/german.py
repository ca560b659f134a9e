"""German writes every noun with a capital: what else tells that a word is a name, or begins one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reader.mentions.entities.lists.gazetteer import (
    common_words,
    cues,
    find_place,
    german_names,
    given_names,
    name_key,
    nationalities,
    places,
)
from reader.mentions.entities.lists.small_words import is_common
from reader.mentions.entities.words import Word

if TYPE_CHECKING:
    from reader.mentions.entities.setting import Setting

_NOUN_ENDINGS = (
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "ismus", "tät",
)  # fmt: skip
_LONGEST_NOUN = 60  # what is longer is cut up in vain
_CASE_ENDINGS = ("es", "s", "en", "n", "e", "se", "ses", "sen")
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_ADJECTIVES = ("isch", "lich", "ig", "bar", "sam", "al", "iv", "ell", "est", "st", "igt")
# What a person is called by before the name, also at the end of a longer word: Oppositionsführerin, Projektleiter.
_ROLES = (
    "minister", "präsident", "kanzler", "sprecher", "leiter", "führer", "direktor", "meister", "anwalt", "anwältin",
    "richter", "bischof", "kandidat", "experte", "expertin", "forscher", "trainer", "chef", "sekretär", "rat",
    "vorsitzende", "vorsitzender", "abgeordnete", "abgeordneter", "beauftragte", "beauftragter", "kommissar", "autor",
    "pfarrer", "arzt", "ärztin", "professor", "inspekteur", "botschafter", "star", "stürmer", "torwart", "spieler",
)  # fmt: skip
# What is called after a town: der Bremer Literaturpreis.
_FOUNDATIONS = ("messe", "preis", "kapelle", "oper", "zeitung", "anzeiger", "philharmoniker", "nachrichten", "dom")
_BARE = frozenset(("in", "aus", "nach", "bei", "von"))


def is_german_name(word: Word, setting: Setting) -> bool:
    """Whether a word with a capital inside a German sentence is a name: no word list and no compound explains it."""
    low, key = word.low, name_key(word.text)
    if key in nationalities() or low in cues("acronym") or is_listed(low) or low in cues("institution"):
        return True
    if any(c.isupper() or c.isdigit() for c in word.text[1:]):
        return True
    if is_common(low, "de") or low in setting.titles or low in setting.organisations:
        return False
    if key in places() or low in given_names():
        return True
    return not is_noun(low)


def is_listed(low: str) -> bool:
    """Whether a list of names has the word, or what it is the genitive of, and no noun is written so."""
    return any(
        low in names or (low.endswith("s") and low[:-1] in names)
        for names in (german_names("place"), german_names("given"), german_names("family"))
    )


@lru_cache(maxsize=20_000)
def is_noun(low: str) -> bool:
    """Whether a word is a case of a common noun, or ends with one."""
    if len(low) > _LONGEST_NOUN or low.endswith(_NOUN_ENDINGS) or _has_noun(low):
        return True
    for cut in range(3, len(low) - 2):
        tail, head = low[cut:], low[:cut]
        known = head in common_words("de") or head.removesuffix("s") in common_words("de")
        if (known or len(tail) > 5) and _has_noun(tail):
            return True
    return False


def _has_noun(low: str) -> bool:
    """Whether the lists have a word, or what it is a case of, as a noun."""
    common = common_words("de")
    if low in common or low in german_names("town too") or low in german_names("family too"):
        return True
    return any(low.endswith(end) and len(low) - len(end) > 3 and low[: -len(end)] in common for end in _CASE_ENDINGS)


@lru_cache(maxsize=20_000)
def is_adjective(low: str) -> bool:
    """Whether a word is an adjective by its endings: the list has nearly all of them."""
    common = common_words("de")
    ending = next((end for end in ("en", "er", "es", "em", "e") if low.endswith(end)), "")
    stem = low.removesuffix(ending)
    if not ending or len(stem) < 3 or low not in common:
        return False
    known = sum(stem + end in common for end in _ADJECTIVE_ENDINGS)
    return known > 3 or (known > 1 and stem.endswith(_ADJECTIVES) and stem + "s" not in common)


def begins_name(words: list[Word], at: int, setting: Setting) -> bool:
    """Whether the words around a noun with a capital make it (the beginning of) a name."""
    word = words[at]
    after = words[at + 1] if at + 1 < len(words) and words[at + 1].gap == " " and words[at + 1].cap else None
    if setting.function(word) or setting.calendar(word):
        return False
    if after is not None and not setting.calendar(after) and not setting.function(after):
        if is_given(word) and _may_be_family(after, setting):
            return True
        if word.low in ("bad", "sankt"):
            return is_listed(after.low) or not setting.common(after.low)
        if belongs_to_noun(word, after, setting):
            return True
    if word.first and _is_family(word.low) and at + 1 < len(words) and words[at + 1].low in cues("said de"):
        return True  # Schäfer sagte
    if word.weak or not at or words[at].gap not in (" ", " „", ' "', " »"):
        return False
    return _is_told(words, at, after, setting)


def belongs_to_noun(word: Word, after: Word, setting: Setting) -> bool:
    """Whether an adjective has a capital because it is part of a name: das Auswärtige Amt, das Brandenburger Tor."""
    low = word.low
    if low.endswith("er") and after.low in cues("landscape de") and not setting.common(low):
        return True  # im Teutoburger Wald
    if low.endswith("er") and (low[:-2] in places() or low[:-2] in german_names("place") or is_listed(low[:-2] + "en")):
        return after.low in cues("landmark de") or after.low.endswith(_FOUNDATIONS)
    place = find_place(name_key(after.text))
    if place is not None and place.sort == "country":
        return False  # an der Küste Norwegens: many nouns have the endings of adjectives
    person = low.removesuffix("n").removesuffix("e").removesuffix("er") in german_names("person")
    person = person and after.low not in setting.organisations  # but die Freie Universität
    return (
        not word.weak
        and not person
        and is_adjective(low)
        and not (low in setting.peoples and is_common(after.low, "de"))
    )


def is_given(word: Word) -> bool:
    """Whether a word is a given name, be it a noun as well."""
    return any(word.low in names for names in (given_names(), german_names("given"), german_names("given too")))


def _is_family(low: str) -> bool:
    return low in german_names("family too") or low in german_names("family")


def _may_be_family(word: Word, setting: Setting) -> bool:
    low = word.low
    if low in german_names("family too") or is_listed(low):
        return True
    return not setting.common(low) and low not in setting.organisations and not low.endswith(_NOUN_ENDINGS)


def _is_told(words: list[Word], at: int, after: Word | None, setting: Setting) -> bool:
    """Whether the word before says so: Innenminister Fischer, in Halle, die Gewerkschaft Verdi."""
    word, before = words[at], words[at - 1]
    low = word.low
    if low in cues("part of time") or low in setting.titles:
        return False
    if low in cues("party name de"):
        return before.low in ("die", "der", "den") and after is None
    if low in german_names("town too") and before.low in _BARE and after is None:
        return True
    if _is_role(before, setting) and not low.endswith(_NOUN_ENDINGS):
        article = at > 1 and words[at - 2].low in cues("article de")
        return low in german_names("family too") or not article  # Minister Stern, but: hat der Minister Geld
    if low in german_names("family too"):
        return setting.evidence.is_family(low)
    if not before.cap or is_adjective(low):
        return False
    body = before.low in setting.organisation_nouns or before.low.endswith(tuple(cues("before a name de")))
    return body and not _is_plain(low)


def _is_role(word: Word, setting: Setting) -> bool:
    low = word.low.removesuffix("innen").removesuffix("in")
    return word.cap and (word.low in setting.titles or low.endswith(_ROLES) or word.low.endswith(_ROLES))


@lru_cache(maxsize=20_000)
def _is_plain(low: str) -> bool:
    """Whether a word of the list is surely none of a name: it has cases there too, or is made of other words."""
    common = common_words("de")
    if low not in common:
        return is_noun(low)
    cases = any(low + end in common for end in ("s", "es", "en", "n", "e", "er"))
    return cases or any(low.endswith(end) and low[: -len(end)] in common for end in _CASE_ENDINGS) or is_noun(low)
