"""Which words of an article stand together as one name."""

from __future__ import annotations

import re

from reader.mentions.entities.extent.apart import is_state
from reader.mentions.entities.extent.growth import grown, is_body_adjective
from reader.mentions.entities.extent.joints import (
    dutch_length,
    is_exclaimed,
    particle_length,
    place_sort,
    work_length,
)
from reader.mentions.entities.extent.listed import listed_length, team_length
from reader.mentions.entities.german import begins_name
from reader.mentions.entities.lists.gazetteer import bodies, cues, given_names, name_key, nationalities, places
from reader.mentions.entities.setting import Setting
from reader.mentions.entities.words import Word
from reader.stopping import watched

_NUMBERED = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_OPENING, _CLOSING = frozenset('"“'), frozenset('"”')
_GERMAN_BODIES = (
    "union", "eintracht", "borussia", "fortuna", "werder", "hertha", "bayer", "arminia",
    "universität", "hochschule", "gericht", "anwaltschaft", "institut", "klinikum", "flughafen", "polizei", "feuerwehr",
)  # fmt: skip


def find_runs(words: list[Word], setting: Setting) -> list[tuple[int, int]]:
    """Half-open ranges of word indices, in order, each a name with its titles still on."""
    runs: list[tuple[int, int]] = []
    done = 0
    capitals = [at for at, word in enumerate(words) if word.cap]
    acronyms = {words[at].low for at in capitals if 2 < len(words[at].text) < 7 and words[at].text.isupper()}
    for at in watched(capitals):
        if at < done:
            continue
        if words[at].gap[-1:] != " " and (length := work_length(words, at)):
            done = at + length
            runs.append((at, done))
        elif _starts(words, at, setting):
            done = grown(words, at, setting)
            begin = _with_article(words, at, runs[-1][1] if runs else 0)
            begin -= _has_first_letter(words, begin, done, acronyms)
            runs.append((_with_number(words, begin, done, setting), done))
        elif length := listed_length(words, at) or team_length(
            words, at
        ):  # The Hague, El Salvador: the first word is no name
            done = at + length
            runs.append((at, done))
    return runs


def _starts(words: list[Word], at: int, setting: Setting) -> bool:
    word = words[at]
    if len(word.text) == 1 and is_state(words, at + 1):
        return False  # D-Mich.
    dashed = at + 1 < len(words) and words[at + 1].cap and words[at + 1].gap == "-"
    if dashed and (word.text == "A" or word.low in cues("article")):
        return True  # A-Rod, Al-Faisal
    letters = [w for w in words[at + 1 : at + 3] if w.cap and w.gap == " "]
    if word.text == "A" and len(letters) == 2 and len(letters[0].text) == 1 < len(letters[1].text):
        return True  # A K Bell
    if setting.language == "de" and (_german_body(words, at, setting) or begins_name(words, at, setting)):
        return True
    if dutch_length(words, at, setting) or particle_length(words, at, setting) or _is_dated(words, at, setting):
        return True
    if _is_initials(words, at, setting) or (word.gap == ", " and is_state(words, at)):
        return True
    if not word.weak:
        if word.gap == ". " and _ends_sentence(words, at, setting):
            return False
        return setting.strong(word) or _goes_on(words, at, setting)
    return setting.known(word) or _compound(words, at, setting) or _quoted(words, at, setting)


def _is_initials(words: list[Word], at: int, setting: Setting) -> bool:
    """Whether capitals alone tell initials from a common word: US officials, in the tallest US Building; AT&T."""
    word = words[at]
    if len(word.text) < 2 or not word.text.isupper() or not setting.common(word.low):
        return False
    if at + 1 < len(words) and words[at + 1].gap == "&" and words[at + 1].text.isupper():
        return True
    if setting.language != "en" or not any(w.text[1:].islower() for w in _beside(words, at)):
        return False
    listed = word.low == "us" or word.low in cues("acronym") or name_key(word.text) in bodies()
    return listed or (word.weak and len(word.text) > 2 and _are_spelled_out(words, word.low))


def _are_spelled_out(words: list[Word], letters: str) -> bool:
    """Whether words with capitals, small ones between counted or not, begin so: Department of Conservation, DOC."""
    capitals = whole = ""
    for word in words:
        if word.first or word.gap not in (" ", "-"):
            capitals = whole = ""
        if word.cap and not word.text.isupper():
            capitals, whole = capitals + word.low[0], whole + word.low[0]
            if capitals.endswith(letters) or whole.endswith(letters):
                return True
        elif word.low in cues("link") or word.low in cues("and"):
            whole += word.low[0]
        else:
            capitals = whole = ""
    return False


def _beside(words: list[Word], at: int) -> list[Word]:
    """The words of the same sentence that stand up to three words before and behind one."""
    begin = end = at
    while at - begin < 3 and not words[begin].first:
        begin -= 1
    while end - at < 3 and end + 1 < len(words) and not words[end + 1].first:
        end += 1
    return words[begin : end + 1]


def _is_dated(words: list[Word], at: int, setting: Setting) -> bool:
    """Whether a day or a month begins a name all the same: June Carter, Sun Microsystems; not: in June Israel said."""
    word = words[at]
    if not setting.calendar(word) or at + 1 == len(words) or not (word.low in given_names() or word.low == "sun"):
        return False
    after, before = words[at + 1], words[at - 1] if at else None
    if after.gap != " " or not after.cap or after.weak or setting.common(after.low) or place_sort(after):
        return False
    return before is None or word.first or not (before.low in cues("before a time") or before.text[-1].isdigit())


def _ends_sentence(words: list[Word], at: int, setting: Setting) -> bool:
    """Whether the full stop of a company's short form ends the sentence too: of Acme Inc. Lawyers said."""
    after = words[at + 1] if at + 1 < len(words) else None
    if not at or words[at - 1].low not in cues("legal abbreviation") or (after is not None and after.cap):
        return False
    return setting.common(words[at].low) and words[at].low not in setting.titles


def _body_of(words: list[Word], at: int, setting: Setting) -> bool:
    """Whether a body or a place called "of" something begins here: Bank of Tarn."""
    if at + 2 >= len(words) or words[at + 1].low not in ("of", "de", "del", "von", "di") or setting.language == "de":
        return False
    head, last = words[at].low, words[at + 2]
    known = head in setting.organisations or head in setting.place_words or head in cues("thing head")
    return known and last.cap and not last.weak


def _german_body(words: list[Word], at: int, setting: Setting) -> bool:
    """Whether a body begins here that German calls by common nouns: Universität Heidelberg, (die) Deutsche Bahn."""
    if at + 1 == len(words) or words[at + 1].gap != " " or not words[at + 1].cap or words[at + 1].weak:
        return False
    adjective = not words[at].weak and words[at].low in setting.peoples
    return adjective or (words[at].low.endswith(_GERMAN_BODIES) and name_key(words[at + 1].text) in places())


def _quoted(words: list[Word], at: int, setting: Setting) -> bool:
    """Whether one or two words with capitals stand in the marks that Cyrillic languages put around a company's name."""
    if (
        setting.language not in ("ru", "uk", "be", "bg")
        or not words[at].gap.endswith(" «")
        or setting.function(words[at])
    ):
        return False
    last = at + 1 if at + 1 < len(words) and words[at + 1].cap and words[at + 1].gap == " " else at
    return (
        last + 1 < len(words) and words[last + 1].gap.startswith("»") and (words[at - 1].first or not words[at - 1].cap)
    )


def _goes_on(words: list[Word], at: int, setting: Setting) -> bool:
    """Whether a word that is no name alone begins one: the Old Customs House, the Bank of Tarn beside other banks."""
    if at + 1 == len(words) or words[at + 1].gap != " " or words[at].possessive:
        return False
    if words[at].low in cues("first of a name"):
        return words[at + 1].cap
    return _body_of(words, at, setting)


def _compound(words: list[Word], at: int, setting: Setting) -> bool:
    """A common word that begins a name all the same: "White House said", or a pair seen inside a sentence."""
    word = words[at]
    if at + 1 == len(words) or word.possessive:
        return False
    after = words[at + 1]
    if is_exclaimed(words, at + 1):
        return True  # E! News
    if setting.function(word) or setting.calendar(word):
        return False
    if after.gap == " & " and after.cap and not after.weak:
        return True
    if after.gap == "-" and after.cap and not after.weak and word.low not in cues("prefix") | setting.titles:
        return setting.language == "en"  # Wal-Mart opened
    if after.gap != " " or setting.calendar(after):
        return False
    if after.low in cues("legal abbreviation") and after.cap and setting.language == "en":
        return True  # Dell Inc. said
    if is_body_adjective(words, at, setting) or (
        setting.language == "tr" and after.cap and after.low in setting.organisations | setting.place_words
    ):
        return True  # Верховный суд, Anayasa Mahkemesi
    if not after.cap:
        return _body_of(words, at, setting)
    if word.low in cues("family name first") and after.cap and words[at + 2 : at + 3] and words[at + 2].gap == "-":
        return True  # Moon Jae-in
    if word.low in cues("before a name") and not after.weak and after.cap:
        return True  # Hurricane Maria
    if setting.evidence.together(word.low, after.low) or _is_person(word, after, setting):
        return True
    if after.weak or after.low in setting.titles or setting.language == "de" or _is_verb(word):
        return False
    if setting.evidence.in_small_letters(word.low) or not setting.strong(after):
        return False
    behind = words[at + 2].low if at + 2 < len(words) else ""
    if word.low.endswith("s") and setting.evidence.often_together(after.low, behind):
        return False  # Rivals | Analog Devices said, where Analog Devices stands elsewhere too
    if _is_role(word, after, setting):
        return False
    return setting.common(after.low) and name_key(after.text) not in places() and after.low not in given_names()


def _is_verb(word: Word) -> bool:
    """Whether it ends like a verb or an adverb, and no name begins with it."""
    return word.low.endswith(("ly", "ing", "ed")) and word.low not in cues("first of a name")


def _is_role(word: Word, after: Word, setting: Setting) -> bool:
    """Whether a noun says what the name behind it is to somebody, where that stands alone too: Owner Vela said."""
    if not word.low.endswith(("er", "or", "rival")) or not setting.evidence.is_name(after.low):
        return False
    return after.low not in setting.organisations and after.low not in setting.place_words


def _is_person(word: Word, after: Word, setting: Setting) -> bool:
    """Whether a given name that is a common word too begins the name of a person: Mark Rutte said."""
    if after.low in cues("particle") and after.cap and not after.weak:  # Marine Le Pen
        return word.low in given_names()
    if word.low not in given_names() or not setting.strong(after) or after.low in setting.titles:
        return False
    if after.weak and not (setting.known(after) and setting.language == "en"):
        return False
    key = name_key(after.text)
    listed = key in places() or key in nationalities() or after.low in setting.organisations
    return not (listed or setting.common(after.low) or after.text.isupper())


def _with_number(words: list[Word], at: int, end: int, setting: Setting) -> int:
    """Take the number in front of a body or street into its name: 97th Avenue, 101st Airborne Division."""
    if not at or words[at].gap != " ":
        return at
    if words[at - 1].text.isdigit() and words[at - 1].gap[-1:] in _OPENING:  # "60 Minutes"
        return at - (end < len(words) and words[end].gap.lstrip(",.")[:1] in _CLOSING)
    if not _NUMBERED.fullmatch(words[at - 1].low):
        return at
    century = words[at].low == "century" and end - at > 1  # 20th Century Fox
    return at - (century or any(w.low in setting.organisations or w.low in setting.place_words for w in words[at:end]))


def _has_first_letter(words: list[Word], at: int, end: int, acronyms: set[str]) -> bool:
    """Whether a common word before a name is spelled by its initials elsewhere: Advanced | Micro Designs, AMD."""
    if not at or end - at < 2 or not words[at - 1].first or not words[at - 1].cap or words[at].gap != " ":
        return False
    return "".join([word.low[0] for word in words[at - 1 : end]]) in acronyms


def _with_article(words: list[Word], at: int, taken: int) -> int:
    """Take a small al-, el- in front of a name into it; words before `taken` belong to the name before."""
    begin = at
    while begin - 1 >= taken and words[begin].gap in ("-", "‑") and words[begin - 1].low in cues("article"):
        begin -= 1
    return begin
