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
    syllable_step,
)
from reader.mentions.entities.extent.listed import listed_length, team_length
from reader.mentions.entities.extent.numbered import is_money, number_step
from reader.mentions.entities.extent.particles import DASHES, article_step, link_step
from reader.mentions.entities.german import belongs_to_noun, is_given
from reader.mentions.entities.lists.gazetteer import cues, given_names, name_key, places
from reader.mentions.entities.setting import Setting
from reader.mentions.entities.words import Word

_BLANKS = frozenset((" ", "\u00a0", " & ", "&"))
# What a nickname stands between: Dale "Mo" Whitcomb.
_QUOTES, _UNQUOTES = frozenset((' "', " “", " '", " ‘", " («", " (")), frozenset(('" ', "” ", "' ", "’ ", ") "))
# What may stand before a word that goes on with a name.
_WORKERS = ("workers", "ists")
""" "Metalworkers' Federation": members that no list of words knows."""
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


def _step(words: list[Word], at: int, end: int, setting: Setting) -> int:
    """How many words the name in [at, end) grows by."""
    last, word = words[end - 1], words[end]
    if word.gap not in _JOINING:
        return int(is_exclaimed(words, end)) or list_step(words, at, end, setting)
    if last.possessive and not _keeps_possessive(words, end, setting) and not _is_saint(words, at, end, setting):
        return 0
    if word.gap in ("' ", "’ "):  # the Weavers' Union, but not the Petersons' House
        members = setting.common(last.low) if last.low.endswith("s") else False
        union = (members or last.low.endswith(_WORKERS)) and word.cap and not word.weak
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
    if word.text.isupper() and (word.low in cues("numeral") or (word.low == "i" and last.low in ("war", "division"))):
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
    return link_step(words, at, end, setting) or joint_step(words, at, end, setting)


def _dash_step(words: list[Word], at: int, end: int, setting: Setting) -> int:
    last, word = words[end - 1], words[end]
    if (word.cap and not word.first) or (word.text.isdigit() and (last.text.isupper() or last.text.isdigit())):
        return 1
    if day_step(words, at, end, setting):
        return 2
    return article_step(words, end) or syllable_step(words, at, end) or chain_step(words, end)


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
    evidence, word = setting.evidence, words[end]
    if not evidence.together(words[end - 1].low, word.low):
        return False
    if word.low in setting.organisations or word.low in cues("thing"):
        return True
    after = words[end + 1] if end + 1 < len(words) else None
    return after is not None and not after.cap and after.gap == " " and evidence.together(word.low, after.low)


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
        behind = end + 1 + (words[end + 1 : end + 2] != [] and words[end + 1].low in cues("link tail"))  # De la Hoya
        return behind < len(words) and words[behind].cap and words[behind].gap == " "
    if word.text.isupper() and words[end + 1 : end + 2] and words[end + 1].gap == "&" and words[end + 1].text.isupper():
        return True  # Texas A&M
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
    if evidence.together(last.low, word.low):
        return True
    if setting.function(word):
        return False
    if word.low in cues("body in a headline") and setting.known(last):  # Leeds University Shut
        return True
    person = last.low in given_names() and not setting.common(last.low) and not last.text.isupper()
    if not setting.known(word):
        city = name_key(last.text) in places() and places()[name_key(last.text)].great  # Paris Shop Robbed
        return person and not city and not evidence.in_small_letters(word.low) and not setting.inflected(word.low)
    return person or not (evidence.tells_of(last.low) or evidence.tells_of(word.low))


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
