"""Small words that join common nouns to one English name: the Chamber of Commerce, the Fish and Wildlife Service."""

from __future__ import annotations

from reader.mentions.entities.extent.listed import listed_length
from reader.mentions.entities.lists.gazetteer import (
    abbreviated_places,
    cues,
    given_names,
    name_key,
    nationalities,
    places,
)
from reader.mentions.entities.setting import Setting
from reader.mentions.entities.words import Word

_LONGEST_TAIL, _LONGEST_WORK, _LONGEST_LIST = 5, 9, 8
_OPEN_MARKS, _CLOSING_MARKS = frozenset("\"“„«‘'"), frozenset("\"”“»’'")
_DASHES = frozenset("-‐‑–")
_IN_TITLE = frozenset((" ", "-", "'", "’", ": "))
_ACADEMIC = frozenset(("university", "college", "school"))


def joint_step(words: list[Word], at: int, end: int, setting: Setting) -> int:
    """How many words the name in [at, end) grows by where the small word at `end` stands between common nouns."""
    word = words[end]
    if setting.language != "en" or end + 1 == len(words):
        return 0
    after = words[end + 1]
    if word.low in ("d", "l") and after.gap in ("'", "’") and after.cap and not word.cap:
        return 2  # Ballon d'Or
    if after.gap != " " or not after.cap or after.weak:
        return 0
    if word.low == "of":
        person = end - at > 1 and words[at].low in given_names() and not place_sort(words[at])  # Bob Levy | of Top Rank
        return 2 if not person and _is_noun(words[end - 1], setting) and _is_noun(after, setting) else 0
    if word.low == "in" and words[end - 1].low == "mission" and end - at > 1:  # the UN Mission in South Sudan
        length = listed_length(words, end + 1) or int(place_sort(after) in ("country", "region"))
        return 1 + length if length else 0
    if word.low == "at":
        campus = any(w.low in _ACADEMIC for w in words[at:end]) and name_key(after.text) in places()
        return 2 if campus and any(w.low == "of" for w in words[at:end]) else 0
    if word.low == "and" and _is_noun(words[end - 1], setting) and _is_noun(after, setting):
        return 2 if _closes_list(words, at, end) or _shares_body(words, at, end, setting) else 0
    return 0


def list_step(words: list[Word], at: int, end: int, setting: Setting) -> int:
    """How many words are left of the nouns that a body is for: Bureau of Alcohol |, Tobacco, Arms and Explosives."""
    if setting.language != "en" or words[end].gap != ", " or words[at].low not in setting.organisations:
        return 0
    if not _is_noun(words[end - 1], setting) or not any(w.low in ("of", "for", "on") for w in words[at:end]):
        return 0
    for length, word in enumerate(words[end : end + _LONGEST_LIST]):
        if word.gap.lstrip(",") != " ":
            return 0
        if word.low == "and":
            last = words[end + length + 1 : end + length + 2]
            return length + 2 if length and last and last[0].gap == " " and _is_noun(last[0], setting) else 0
        if not word.cap or not _is_noun(word, setting):
            return 0
    return 0


def day_step(words: list[Word], at: int, end: int, setting: Setting) -> bool:
    """Whether a small word behind a dash stands inside a name that is linked by "of": of Latter-day Saints."""
    if setting.language != "en" or words[end].cap or end + 1 == len(words):
        return False
    after = words[end + 1]
    linked = any(w.low == "of" for w in words[at : end - 1])
    return linked and after.cap and after.gap == " " and setting.common(words[end - 1].low)


def syllable_step(words: list[Word], at: int, end: int) -> int:
    """The second syllable of a given name behind the family's, or before it: Moon Jae-in, Jae-in Moon."""
    second = words[end]
    if second.cap or len(second.text) > 6 or not second.text.isalpha():
        return 0
    if end - at == 2 and words[at].low in cues("family name first") and not second.possessive:
        return 1
    after = words[end + 1] if end - at == 1 and end + 1 < len(words) else None
    return int(after is not None and after.gap == " " and after.cap and after.low in cues("family name first"))


def chain_step(words: list[Word], end: int) -> int:
    """A short word between dashes with the word it ties on: Lashkar-e-Taiba, Stratford-upon-Avon."""
    if words[end].cap or len(words[end].text) > 5 or end + 1 == len(words):
        return 0
    return 2 if words[end + 1].cap and words[end + 1].gap in _DASHES and words[end].low not in cues("between") else 0


def owns_body(words: list[Word], end: int, setting: Setting) -> bool:
    """Whether a possessive belongs to the name of a body: the Lord's Resistance Army, not the President's Office."""
    last = words[end - 1]
    if setting.language != "en" or last.weak or not setting.common(last.low) or last.low in given_names():
        return False
    listed = name_key(last.text) in places() or setting.calendar(last) or last.low in setting.organisations
    length = _body_length(words, end, setting)
    return length > (last.low in setting.titles - cues("keeps an office")) and not listed


def _is_noun(word: Word, setting: Setting) -> bool:
    """Whether a word with a capital is a common noun, so that the capital comes from a longer name."""
    low = word.low
    if word.weak or word.possessive or low in setting.titles or low in given_names() or setting.calendar(word):
        return False
    place = places().get(name_key(word.text))
    known = (place is not None and place.sort != "region") or low in nationalities()
    return setting.common(low) and not setting.function(word) and not known


def _closes_list(words: list[Word], at: int, end: int) -> bool:
    """The Charter of Rights and Freedoms: the second of two nouns after "of", and nothing with a capital behind it."""
    listed = any(w.low == "of" for w in words[at:end])
    behind = words[end + 2] if end + 2 < len(words) else None
    return listed and (behind is None or not behind.cap or behind.gap != " ")


def _shares_body(words: list[Word], at: int, end: int, setting: Setting) -> bool:
    """The Fish and Wildlife Service: two nouns before the one word that says what sort of body it is."""
    whole = any(w.low in setting.organisations for w in words[at:end])
    if end - at == 1:  # the Securities and Exchange Commission, but Parliament and the like are bodies by themselves
        whole = words[at].low in cues("institution")
    return not whole and _body_length(words, end + 1, setting) > 0


def names_body(words: list[Word], at: int, setting: Setting) -> bool:
    """Whether words with capitals from `at` on end with the sort of a body or a plan: Assistance Programme."""
    end = at
    while end < len(words) and end - at < _LONGEST_TAIL and words[end].cap and (end == at or words[end].gap == " "):
        end += 1
    return end > at and (words[end - 1].low in setting.organisations or words[end - 1].low in cues("thing"))


def _body_length(words: list[Word], at: int, setting: Setting) -> int:
    """How many words with capitals from `at` on end with the sort of a body; 0 when none is there soon."""
    found = 0
    for length, word in enumerate(words[at : at + _LONGEST_TAIL], 1):
        if not word.cap or word.weak or word.gap != " ":
            break
        if word.low in setting.organisations:
            found = length
        if word.possessive:
            break
    return found


def dutch_length(words: list[Word], at: int, setting: Setting) -> int:
    """Words of a name that begins with a small word or a short month: Jan (de Vries), Van der Laan, Den Helder."""
    low = words[at].low
    if low not in ("jan", "van", "den"):
        return 0
    after, behind = words[at + 1 : at + 2], words[at + 2 : at + 3]
    if not after or after[0].gap != " " or setting.calendar(after[0]):
        return 0
    surname = bool(behind) and behind[0].cap
    if low == "jan":
        named = after[0].cap or (after[0].low in cues("particle") and surname)
        return int(named and not (at and words[at - 1].text.isdigit()))
    if low == "van":
        return 3 if after[0].low == "der" and surname else 0
    return 2 if setting.language == "nl" and after[0].cap and not words[at].first else 0


def particle_length(words: list[Word], at: int, setting: Setting) -> int:
    """Words of a name that a particle or an article with a capital begins: (said) Di Marco, Van den Broek, La Stampa.

    Where any word has a capital the same two must stand inside a sentence too.
    """
    word, end = words[at], at + 1
    if word.low not in cues("name particle") or setting.language == "de" or not word.text.istitle():
        return 0
    while end < len(words) and words[end].low in cues("name particle") and words[end].gap == " " and end - at < 3:
        end += 1
    if end == len(words) or not words[end].cap or words[end].gap != " " or setting.calendar(words[end]):
        return 0
    if not word.weak:
        return end - at if words[end].weak else end - at + 1
    english = setting.language == "en" and not setting.function(word) and not words[end].weak  # De Gea said
    return end - at + 1 if english or setting.evidence.together(words[end - 1].low, words[end].low) else 0


def is_romance_adjective(words: list[Word], at: int, end: int, setting: Setting) -> bool:
    """Whether an adjective in small letters belongs to the name of a body: Musée d'Art moderne, Guardia costiera."""
    word = words[end]
    if word.gap != " " or word.low not in cues(f"adjective of a body {setting.language}"):
        return False
    return any(w.low in setting.organisations for w in words[at:end])


def is_exclaimed(words: list[Word], at: int) -> bool:
    """Whether a word goes on with a name that is written with an exclamation mark: E! News."""
    word = words[at]
    exclaimed = word.gap == "! " and word.cap and words[at - 1].low in cues("exclaimed")
    return exclaimed and word.low in cues("behind an exclaimed")


def is_channel(words: list[Word], at: int, setting: Setting) -> bool:
    """Whether "TV" goes on with the name of a channel: Metro TV reported, not Turkish TV, nor a Disney TV film."""
    name, word = words[at - 1], words[at]
    if word.text != "TV" or word.weak or not name.text.istitle():
        return False
    place = places().get(name_key(name.text))
    if (place is not None and (place.great or not setting.common(name.low))) or name_key(name.text) in nationalities():
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or after.gap != " " or setting.function(after) or after.low in cues("said")


def in_dateline(words: list[Word], at: int) -> bool:
    """Whether a word in capitals ends the place of a dateline whose line has other capitals too: PALO ALTO, Calif."""
    start = at
    while not words[start].first and words[start].gap == " " and words[start].text.isupper() and at - start < 3:
        start -= 1
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None or start == at or not words[start].first or not words[start].text.isupper():
        return False
    return behind.gap.startswith(" (") or (behind.gap == ", " and f"{behind.low}." in abbreviated_places())


def place_sort(word: Word) -> str:
    """What sort of place a word is listed as; "" for none."""
    place = places().get(name_key(word.text))
    return place.sort if place is not None else ""


def work_length(words: list[Word], at: int) -> int:
    """Words of a title in quotation marks that small words join ("Gone With the Wind"); 0 where none begins.

    A single word, or words that all have capitals, are found as other names are, but for the film "Blindness".
    """
    if words[at].gap[-1:] not in _OPEN_MARKS:
        return 0
    small = words[at].low in ("the", "a", "an") or (at > 0 and words[at - 1].low in cues("work"))
    for end in range(at + 1, min(at + _LONGEST_WORK, len(words))):
        word = words[end]
        if word.gap.lstrip(",.")[:1] in _CLOSING_MARKS and word.gap not in ("'", "’"):
            return end - at if small and words[end - 1].cap else 0
        if word.gap not in _IN_TITLE or not (word.cap or word.low in cues("small in title")):
            return 0
        small = small or word.low in cues("small in title") or words[end - 1].possessive
    rest = len(words) - at
    return rest if small and words[-1].cap and rest < _LONGEST_WORK else 0
