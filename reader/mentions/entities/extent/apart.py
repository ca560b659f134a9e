"""Where one run of words with capitals is two names: a body and a person, a person and a place."""

from __future__ import annotations

from reader.mentions.entities.german import is_given, is_noun
from reader.mentions.entities.lists.gazetteer import (
    abbreviated_places,
    bodies,
    cues,
    find_place,
    given_names,
    name_key,
    nationalities,
    places,
)
from reader.mentions.entities.setting import Setting
from reader.mentions.entities.words import Word, key_of

_OF = frozenset(("of", "de", "für", "di", "van"))


def two_names(words: list[Word], start: int, end: int, setting: Setting) -> int:
    """Words of the first of two names in a row: (мэр) Москвы | Сергей Собянин; Ayşe Kaya | Ankara'da."""
    if end - start < 3:
        return 0
    if setting.language in ("ru", "uk"):
        body = _body_and_person(words, start, end)
        if body:
            return body
        return _words_before_person(words, start, end)
    if setting.language == "de":
        return _compound_before_person(words, start, end)
    if setting.language == "tr" and words[end - 1].possessive and words[end - 2].low not in cues("direction tr"):
        return end - start - 1 if find_place(key_of(words[end - 1 : end])) is not None else 0
    return 0


def is_state(words: list[Word], at: int) -> bool:
    """Whether a word behind a town or a party is the short form of a state: Valdosta, Ga.; D-Mich."""
    if not 0 < at < len(words) - 1 or not words[at + 1].gap.startswith("."):
        return False
    before, word = words[at - 1], words[at]
    behind = (word.gap == ", " and before.cap) or (word.gap == "-" and before.text in ("D", "R", "I"))
    return behind and word.cap and f"{word.low}." in abbreviated_places()


def _words_before_person(words: list[Word], start: int, end: int) -> int:
    """Words before a given name and a surname, no father's name: (глава) Верховной Рады | Андрей Громов."""
    if words[start].low in given_names() or words[end - 1].low.endswith(("вич", "вича", "вичу", "вичем", "вна", "вны")):
        return 0
    first = key_of(words[start : start + 1])
    if first not in places() and find_place(first) is not None:
        return 1  # (мэр) Мюнхена | Лукас Хубер: no person is called by a case of a town
    found = (at for at in range(start + 1, end - 1) if words[at].low in given_names() and words[at].gap == " ")
    return next(found, start) - start


def _compound_before_person(words: list[Word], start: int, end: int) -> int:
    """Words before a dash and the noun that says what somebody is: AfD | -Politikerin Alice Weiler."""
    for at in range(start + 1, end - 2):
        if words[at].gap == "-" and words[at + 1].gap == " " and is_given(words[at + 1]) and is_noun(words[at].low):
            return at - start
    return 0


def _body_and_person(words: list[Word], start: int, end: int) -> int:
    """Words of a body in capitals, with its country, before the two or three of a person: МИД Франции | Жан Моро."""
    first = words[start]
    if not (first.text.isupper() and len(first.text) > 1) or any(w.text.isupper() for w in words[start + 1 : end]):
        return 0
    length = 1 + (end - start > 3 and find_place(key_of(words[start + 1 : start + 2])) is not None)
    return length if end - start - length in (2, 3) else 0


def modifier_length(words: list[Word], start: int, end: int, setting: Setting) -> int:
    """1 where a name that stands alone elsewhere comes before a listed body: the Obama White House."""
    if end - start < 3 or key_of(words[start:end]) in bodies() or key_of(words[start + 1 : end]) not in bodies():
        return 0
    before, after = words[start].low, words[start + 1].low
    return int(setting.evidence.alone(before, after, 1) or before in places())


def body_before_person(words: list[Word], start: int, end: int, setting: Setting) -> int:
    """Words of a name that a person's follows: (el director de) Nordwind Carla Ruiz, if Nordwind stands alone too."""
    for at in range(start + 1, end - 1):
        if is_plainly_given(words[start], setting) or words[at].gap != " " or not words[at].cap:
            return 0
        before, given = words[at - 1].low, words[at]
        person = is_plainly_given(given, setting) and not has_institution(words[at:end], setting) and end - at < 4
        if person and setting.evidence.alone(before, given.low, 2):
            return at - start
    return 0


def has_institution(group: list[Word], setting: Setting) -> bool:
    """Whether a cue word of an organisation or a place stands in the group."""
    return any(w.low in setting.organisations or w.low in setting.place_words for w in group)


def is_plainly_given(word: Word, setting: Setting) -> bool:
    """Whether a word is a given name and no common word."""
    return word.low in given_names() and not setting.common(word.low)


def office_length(words: list[Word], start: int, end: int, setting: Setting) -> int:
    """Words of an office before the one who holds it: (Secretary of) State Anna Bell."""
    of = start - 1 - (start > 2 and words[start - 1].low == "the")  # Secretary of the | Interior Anna Bell
    if start < 2 or end - start < 3 or words[of].low not in _OF or words[of - 1].low not in setting.titles:
        return 0
    if words[start].low in cues("before title") and not has_institution(words[start + 1 : end], setting):
        return 1  # (Chief of) Staff Tom Bell
    named = (at for at in range(start + 1, end - 1) if is_plainly_given(words[at], setting))
    at = next(named, start)
    return at - start if setting.common(words[at - 1].low) and not has_institution(words[at:end], setting) else 0


def portfolio_length(words: list[Word], start: int, end: int, setting: Setting) -> int:
    """Words of what a minister is for, before the surname: (ministro dell') Ambiente | Galletti."""
    if start < 2 or setting.language not in ("es", "fr", "it", "pt") or setting.common(words[end - 1].low):
        return 0
    if not any(w.low.startswith(("minist", "vicemin", "sottoseg")) for w in words[max(0, start - 3) : start]):
        return 0
    plain = (w.low not in cues("name particle") and setting.common(w.low) for w in words[start:end])
    listed = (w.low in cues("portfolio") for w in words[start:end])
    return next((n for n, (a, b) in enumerate(zip(plain, listed, strict=True)) if not (a or b)), 0)


def leading_part(words: list[Word], start: int, end: int, setting: Setting) -> int:
    """How many words of nationality, or of a country, stand before a name they are no part of."""
    for length in (3, 2, 1):
        if start + length >= end:
            continue
        key = key_of(words[start : start + length])
        rest = words[start + length : end]
        if length == 1 and _is_person(words[start], rest, setting):
            return 0
        if key in nationalities() or (length == 1 and setting.of_people(words[start])):
            if setting.language == "de" and length == 1 and not words[start].weak and rest[0].low not in given_names():
                return 0  # die Deutsche Bahn
            if rest[0].gap in ("-", "‑", "‐"):
                return length
            if key_of(rest) in bodies():
                return length  # the Peruvian Red Cross
            return 0 if has_institution(rest, setting) or _are_nouns(rest, setting) else length
        place = find_place(key)
        if place is not None and place.sort in ("country", "region"):
            listed = find_place(key_of(rest)) is not None and not place.code.startswith("REG")  # Bayern Munich
            body = has_institution(rest, setting) or any(word.gap == "&" for word in rest)  # Texas A&M
            return length if listed or (len(rest) > 1 and not body) else 0
    return 0


def _are_nouns(rest: list[Word], setting: Setting) -> bool:
    """Whether a nationality begins a name whose other words are common nouns: American Technology Research."""
    if len(rest) == 1:
        return setting.common(rest[0].low)
    names, titles = given_names(), setting.titles
    return all(setting.common(w.low) and w.cap and not w.weak and not (w.low in names or w.low in titles) for w in rest)


def _is_person(word: Word, rest: list[Word], setting: Setting) -> bool:
    """Whether a nationality that is a given name too begins the name of a person: Christian Fraser."""
    if word.low not in given_names() or len(rest) != 1 or rest[0].gap != " ":
        return False
    low, key = rest[0].low, name_key(rest[0].text)
    place = places().get(key)
    great = place is not None and (place.great or name_key(word.text) in nationalities())  # Christian Cork
    listed = great or key in nationalities() or low in setting.organisations
    return not (listed or setting.common(low) or low.endswith(("ists", "ans", "ics", "ites")))
