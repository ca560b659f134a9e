"""How far a name that begins at a word goes on: what joins its words, and what ends it."""

from __future__ import annotations

import re

from reader.mentions.entities.extent.joints import (
    chain_step,
    day_step,
    dutch_length,
    in_dateline,
    is_channel,
    is_exclaimed,
    is_romance_adjective,
    joint_step,
    list_step,
    names_body,
    owns_body,
    particle_length,
    place_sort,
    syllable_step,
)
from reader.mentions.entities.extent.numbered import is_money, number_step
from reader.mentions.entities.german import belongs_to_noun, is_given
from reader.mentions.entities.lists.gazetteer import bodies, cues, given_names, longest_place, name_key, places
from reader.mentions.entities.lists.team_tables import full_team_names, longest_team
from reader.mentions.entities.setting import Setting
from reader.mentions.entities.words import Word, key_of

DASHES = frozenset("-‐‑")
_BLANKS = frozenset((" ", "\u00a0", " & ", "&"))
_INNER_GAPS = frozenset((" ", "-", " & ", "'", "’"))
_CAMPUS_GAPS = _INNER_GAPS | {", "}  # University of California, Berkeley
# What a nickname stands between: Dale "Mo" Whitcomb.
_QUOTES, _UNQUOTES = frozenset((' "', " “", " '", " ‘", " («", " (")), frozenset(('" ', "” ", "' ", "’ ", ") "))
# What may stand before a word that goes on with a name.
_JOINING = frozenset(("' ", "’ ", ".", ". ")) | DASHES | _QUOTES | _BLANKS
_MODEL = re.compile(r"[a-z]\d{1,4}")
MAX_WORDS = 12


def grown(words: list[Word], at: int, setting: Setting) -> int:
    """The end (exclusive word index) of the name that starts at `at`."""
    known = max(listed_length(words, at), team_length(words, at), dutch_length(words, at, setting))
    known = max(known, particle_length(words, at, setting))
    end = at + max(known, 1 + is_body_adjective(words, at, setting))
    while end < len(words) and end - at < MAX_WORDS:
        step = _step(words, at, end, setting)
        if not step:
            break
        end += step
    return end


def is_body_adjective(words: list[Word], at: int, setting: Setting) -> bool:
    """Whether an adjective and a body in small letters are one name, as Cyrillic languages write: Верховный суд."""
    if setting.language not in ("ru", "uk") or at + 1 == len(words) or not words[at].cap:
        return False
    after = words[at + 1]
    low = words[at].low
    if after.gap != " " or len(after.low) > 12:
        return False
    place = low.endswith(tuple(cues("place adjective"))) and not words[at].first  # Пушкинской площади
    body = low.startswith(tuple(cues("body adjective")))
    return (place and after.low.startswith(tuple(cues("place stem")))) or (
        body and after.low.startswith(tuple(cues("body noun")))
    )


def listed_length(words: list[Word], at: int) -> int:
    """How many words from `at` on are a listed place or body of several words; 0 when none is."""
    most = longest_place().get(name_key(words[at].text), 0)
    if not most:
        return 0
    most, reach = min(most, len(words) - at), 1
    gaps = _CAMPUS_GAPS if words[at].low == "university" else _INNER_GAPS
    while reach < most and words[at + reach].gap in gaps and not words[at + reach - 1].possessive:
        reach += 1
    for length in range(reach, 1, -1):
        key = key_of(words[at : at + length])
        if key in bodies() or (words[at + length - 1].cap and key in places()):
            return length
    return 0


def team_length(words: list[Word], at: int) -> int:
    """How many words from `at` on are the full name of a team, all with capitals; 0 when none is."""
    most = longest_team().get(name_key(words[at].text), 0)
    for length in range(min(most, len(words) - at), 1, -1):
        group = words[at : at + length]
        if all(word.cap and word.gap == " " for word in group[1:]) and key_of(group) in full_team_names():
            return length
    return 0


def _step(words: list[Word], at: int, end: int, setting: Setting) -> int:
    """How many words the name in [at, end) grows by."""
    last, word = words[end - 1], words[end]
    if word.gap not in _JOINING:
        return int(is_exclaimed(words, end)) or list_step(words, at, end, setting)
    if last.possessive and not _keeps_possessive(words, end, setting) and not _is_saint(words, at, end, setting):
        return 0
    if word.gap in ("' ", "’ "):  # the Weavers' Union, but not the Petersons' House
        union = last.low.endswith("s") and word.cap and not word.weak and setting.common(last.low)
        return int(union and names_body(words, end, setting))
    if word.gap in DASHES:
        return _dash_step(words, at, end, setting)
    if word.gap == "." and word.low in cues("web ending"):
        return 1
    if word.gap in _QUOTES and (nickname := _nickname_step(words, at, end, setting)):
        return nickname
    initial = word.gap in (". ", ".") and (len(last.text) == 1 or last.low in cues("short"))
    shortened = word.gap == ". " and word.low == "of" and last.low in cues("abbreviation")  # Peanut Corp. of Georgia
    if word.gap not in _BLANKS and not initial and not shortened:
        return 0
    if word.low in cues("numeral") and word.text.isupper():
        return 1
    if word.cap:
        return 1 if _joins(words, end, setting) else 0
    if word.text.isdigit():
        return number_step(words, at, end, setting)
    if _MODEL.fullmatch(word.text) and not last.weak:
        return 1  # Core i5
    if word.gap != " " and not shortened:
        return 0
    if _as_capitalised(words, end, setting) or is_romance_adjective(words, at, end, setting):
        return 1
    return _link_step(words, at, end, setting) or joint_step(words, at, end, setting)


def _dash_step(words: list[Word], at: int, end: int, setting: Setting) -> int:
    last, word = words[end - 1], words[end]
    if (word.cap and not word.first) or (word.text.isdigit() and (last.text.isupper() or last.text.isdigit())):
        return 1
    if day_step(words, at, end, setting):
        return 2
    return _article_step(words, end) or syllable_step(words, at, end) or chain_step(words, end)


def _article_step(words: list[Word], end: int) -> int:
    """An article of a transliterated name with the word it belongs to: Deir-er-Zor, Deir ez-Zor."""
    if end + 1 == len(words) or words[end].low not in cues("article"):
        return 0
    after = words[end + 1]
    return 2 if after.cap and (after.gap in DASHES or (after.gap == " " and words[end].gap in DASHES)) else 0


def _nickname_step(words: list[Word], at: int, end: int, setting: Setting) -> int:
    """A nickname in its marks with the word behind it: Dale (Mo) Whitcomb, Hassan "The Stone" Rahim."""
    last, word = words[end - 1], words[end]
    if last.low not in given_names() and (end - at > 1 or word.gap == " (" or last.text.isupper()):
        return 0
    for length in (1, 2):
        behind = words[end + length] if end + length < len(words) else None
        if behind is None or not words[end + length - 1].cap:
            return 0
        if behind.gap in _UNQUOTES:
            return length + 1 if behind.cap and not (behind.weak and setting.function(behind)) else 0
    return 0


def _as_capitalised(words: list[Word], end: int, setting: Setting) -> bool:
    """Whether small letters go on a name that has capitals elsewhere: the Indian navy, where Indian Navy stands too."""
    pairs, word = setting.evidence.pairs, words[end]
    if (words[end - 1].low, word.low) not in pairs:
        return False
    if word.low in setting.organisations or word.low in cues("thing"):
        return True
    after = words[end + 1] if end + 1 < len(words) else None
    return after is not None and not after.cap and after.gap == " " and (word.low, after.low) in pairs


def _joins(words: list[Word], end: int, setting: Setting) -> bool:
    """Whether a word with a capital goes on with the name before it."""
    last, word = words[end - 1], words[end]
    if (word.first and word.gap != ". ") or is_money(words, end):
        return False
    if word.gap == ". " and (len(last.text) == 1 or last.low in ("jr", "sr")) and setting.function(word):  # War Z. He
        return False
    if word.low in cues("abbreviated noun") and word.text.isupper():
        return is_channel(words, end, setting)  # the AP | MVP award
    if word.weak:
        return _joins_in_headline(words, end, setting)
    if word.low in cues("particle") and last.low in given_names() and len(word.text) > 1:  # Alexander De Croo
        return end + 1 < len(words) and words[end + 1].cap and words[end + 1].gap == " "
    if setting.function(word):  # Doctor Who, Shoppers' WHAT; but never "I"
        after = words[end + 1] if end + 1 < len(words) else None
        return len(word.text) > 1 and not (after is not None and after.cap and after.gap == " ")
    return not setting.calendar(word) and (
        setting.language != "de" or setting.strong(word) or is_given(last) or _needs_noun(last, word, setting)
    )


def _needs_noun(last: Word, word: Word, setting: Setting) -> bool:
    """Whether a capital makes a German adjective part of a name: die Deutsche Bahn, das Auswärtige Amt."""
    return (not last.weak and last.low in setting.peoples) or belongs_to_noun(last, word, setting)


def _joins_in_headline(words: list[Word], end: int, setting: Setting) -> bool:
    """Where all words have capitals, two words are one name if they are one elsewhere, or look like a person."""
    last, word = words[end - 1], words[end]
    evidence = setting.evidence
    if setting.calendar(word):
        return False
    if word.text.isupper() and in_dateline(words, end):
        return True
    if evidence.pairs[last.low, word.low]:
        return True
    if setting.function(word):
        return False
    if word.low in cues("body in a headline") and setting.known(last):  # Leeds University Shut
        return True
    person = last.low in given_names() and not setting.common(last.low) and not last.text.isupper()
    if not setting.known(word):
        city = name_key(last.text) in places() and places()[name_key(last.text)].great  # Paris Shop Robbed
        return person and not city and not evidence.lower[word.low] and not setting.inflected(word.low)
    return person or not (evidence.inside[last.low] or evidence.inside[word.low])


def _keeps_possessive(words: list[Word], end: int, setting: Setting) -> bool:
    """Standard & Poor's 500, Sam's Club and the Lord's Resistance Army are one name; Russia's Duma is not."""
    last, word = words[end - 1], words[end]
    if last.gap.strip() == "&" or owns_body(words, end, setting):
        return True
    return last.low in given_names() and word.cap and not word.weak and word.low in cues("shop")


def _is_saint(words: list[Word], at: int, end: int, setting: Setting) -> bool:
    """St Mary's Hospital, St. Peter's Square."""
    word = words[end]
    named = word.low in setting.organisations or word.low in setting.place_words
    return words[at].low in ("st", "saint") and named and word.cap and word.gap == " "


def _link_step(words: list[Word], at: int, end: int, setting: Setting) -> int:
    """Small words inside names: particles of people, "of" inside organisations."""
    word, last = words[end], words[end - 1]
    article = _article_step(words, end)
    if word.text == "v" and words[end + 1 : end + 2] and words[end + 1].gap == ". " and words[end + 1].cap:
        return 2  # Roe v. Wade
    if article or end + 1 == len(words) or last.low in setting.titles or team_length(words, at) == end - at:
        return article
    link, size = word.low in cues("link"), 2
    after = words[end + 1]
    if (link or word.low in cues("particle")) and after.low in cues("link tail") and not after.cap:
        if end + 2 == len(words):
            return 0
        after, size = words[end + 2], 3
    if not (after.cap and after.gap in _INNER_GAPS) or (after.weak and not setting.known(after)):
        return 0
    if setting.calendar(after) or (setting.language == "de" and not after.weak and not setting.strong(after)):
        return 0
    linked = any(w.low in cues("link") and not w.cap for w in words[at:end])
    institution = any(w.low in setting.organisations or w.low in setting.place_words for w in words[at:end])
    alone = end - at == 1
    institution = institution or (alone and last.low in cues("thing head"))  # the Treaty of Tilsit
    institution = institution or (alone and word.low != "of" and last.low in cues("foreign head"))  # Rue de Lyon
    if word.low in cues("and"):
        body = any(w.low in setting.organisations for w in words[at:end])
        another = after.low in setting.organisations and words[end + 2 : end + 3] and words[end + 2].low in cues("link")
        if another or after.low in cues("institution"):
            return 0  # Bank of Tarn | and Bank of Lot
        return size if size == 2 and body and linked and name_key(last.text) not in places() else 0
    if last.low in cues("legal abbreviation") and (place_sort(after) == "city" or listed_length(words, end + 1) > 1):
        return 0  # Acme Corp. | of Dallas
    if link and institution:  # the Commission for Elections, but not on to "of Turkmenistan"
        place = places().get(name_key(after.text))
        state = place is not None and place.sort == "country" and not alone and last.low in cues("body of a state")
        return 0 if state or (linked and place is not None) else size
    return size if _is_particle(words, at, end, setting) else 0


def _is_minister(words: list[Word], at: int) -> bool:
    return at > 0 and words[at - 1].low.endswith(("minister", "staatssecretaris"))


def _is_particle(words: list[Word], at: int, end: int, setting: Setting) -> bool:
    """Whether the small word at `end` joins the parts of a personal name: Ludwig van Rijn, Osman bin Talal."""
    word, last = words[end], words[end - 1]
    if word.low == "van" and any(w.low == "van" for w in words[at:end]):
        return False  # Ard van Staal | van Justitie
    if setting.language == "nl" and end - at > 1 and setting.common(words[end + 1].low) and _is_minister(words, at):
        return False  # (minister) Karla Peters | van Verkeer
    if setting.language == "nl" and end - at > 1 and words[end + 1].low in cues("article nl"):
        return False  # Piet Hofstra | van De Nederlandsche Bank
    behind = words[end + 1]
    if end - at > 1 and (behind.low in setting.organisations or (behind.text.isupper() and len(behind.text) > 1)):
        return False  # Mariana Sousa | do PSD
    if word.low not in cues("particle") or (end - at == 1 and name_key(last.text) in places()):
        return False
    if setting.language == "nl" and end - at == 1 and word.gap == " " and not setting.common(last.low):
        key = name_key(behind.text)
        return behind.cap and key not in places() and last.low not in setting.organisations  # Piet van Dam
    surname = words[at].low in cues("name particle")  # Di Marco | della Guardia Costiera
    titled = any(w.low in setting.titles for w in words[max(at - 1, 0) : end - 1])
    if titled or (last.low in given_names() and not surname):
        return True
    foreign = setting.language == "en" and word.low not in ("of", "for")  # José Garzón de la Fuente
    return (foreign and words[at].low in given_names()) or word.low not in cues("link")
