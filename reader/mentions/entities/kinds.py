"""Cut titles off a run of words and give each name a kind with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from reader.mentions.entities.extent.apart import (
    body_before_person,
    is_plainly_given,
    is_state,
    leading_part,
    modifier_length,
    office_length,
    portfolio_length,
    two_names,
)
from reader.mentions.entities.extent.joints import dutch_length, particle_length, work_length
from reader.mentions.entities.extent.listed import listed_length
from reader.mentions.entities.extent.particles import is_ship
from reader.mentions.entities.lists.gazetteer import (
    Place,
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
from reader.mentions.values import MentionKind

_OPENING, _CLOSING = frozenset('"“„«'), frozenset('"”“»')


@dataclass(slots=True)
class Found:
    """A name before it is a mention: word range [start, end), kind and evidence."""

    start: int
    end: int
    kind: MentionKind
    evidence: str


def cut(words: list[Word], start: int, end: int, setting: Setting) -> list[Found]:
    """The names inside one run, titles, outer articles and modifiers left out; the title of a work whole."""
    if words[start].gap[-1:] != " " and work_length(words, start) == end - start:
        begin = start + _is_outer_article(words, start, end, setting)
        return [Found(begin, end, "name", "title in quotation marks")]
    if end - start == 1 and is_state(words, start):
        return [Found(start, end, "place", "state behind a town")]
    return _parts(words, start, end, setting)


def _parts(words: list[Word], start: int, end: int, setting: Setting) -> list[Found]:
    while start < end and _is_outer_article(words, start, end, setting):
        start += 1
    if start >= end:
        return []
    if _listed(words, start, end):
        return [_kind(words, start, end, setting, "")]
    if setting.function(words[end - 1]) and words[end - 1].text.istitle():  # Doctor Who
        return [Found(start, end, "name", "capitalised")] if end - start > 1 else []
    title = _last_title(words, start, end, setting)
    if title is not None:
        return _around_title(words, start, title, end, setting)
    office = office_length(words, start, end, setting) or portfolio_length(words, start, end, setting)
    if office:
        return _parts(words, start + office, end, setting)
    head = two_names(words, start, end, setting) or leading_part(words, start, end, setting)
    head = head or modifier_length(words, start, end, setting)
    head = head or body_before_person(words, start, end, setting)
    if head:
        return [*_parts(words, start, start + head, setting), *_parts(words, start + head, end, setting)]
    if end - start > 1 and words[end - 2].cap and key_of(words[end - 1 : end]) in nationalities():
        return [*_parts(words, start, end - 1, setting), _kind(words, end - 1, end, setting, "")]
    foreign = setting.language != "en"  # English first names follow no common noun
    if end - start > 1 and words[end - 1].low in cues("party") and key_of(words[start : end - 1]) in places():
        return _parts(words, start, end - 1, setting)  # a Michigan Democrat
    if words[start].low in cues("party") and end - start > 2 and is_plainly_given(words[start + 1], setting):
        return _parts(words, start + 1, end, setting)
    if foreign and end - start > 2 and is_plainly_given(words[start + 1], setting) and _is_noun(words[start], setting):
        return _parts(words, start + 1, end, setting)  # (ministre de l') Intérieur Gérard Vasseur
    return [_kind(words, start, end, setting, _title_before(words, start, setting))]


def _around_title(words: list[Word], start: int, title: int, end: int, setting: Setting) -> list[Found]:
    """The names before a title, without the words that belong to it, and the one behind it."""
    left = title
    while left > start and not (title + 1 == end and _listed(words, start, left)):  # Associated Press | writer
        if words[left - 1].low not in cues("before title") and words[left - 1].low not in setting.titles:
            break
        left -= 1
    found = _parts(words, start, left, setting) if left > start else []
    second = two_names(words, title + 1, end, setting)
    if second:  # Bakan Hakan Fidan | Moskova'da
        found.append(_kind(words, title + 1, title + 1 + second, setting, words[title].text))
        return found + _parts(words, title + 1 + second, end, setting)
    if title + 1 < end:
        found.append(_kind(words, title + 1, end, setting, words[title].text))
    return found


def _is_outer_article(words: list[Word], start: int, end: int, setting: Setting) -> bool:
    word = words[start]
    own = word.text in ("UN", "LA") and not setting.function(word)  # the United Nations, Los Angeles
    if word.text == "A" and start + 1 < end:  # A-Rod, A K Bell
        own = own or words[start + 1].gap == "-" or (len(words[start + 1].text) == 1 and words[start + 1].gap == " ")
    if own or word.low not in cues("outer article") or _listed(words, start, end):
        return False
    behind = words[end].gap.lstrip(",.") if end < len(words) else ""
    if word.cap and word.gap[-1:] in _OPENING and behind[:1] in _CLOSING and end - start > 1:
        return False  # "The Quarry"
    if word.low not in ("the", "a", "an") and word.cap and particle_length(words, start, setting):
        return False  # El País; Lo Presto, where Gaetano Lo Presto stands too
    city = word.cap and word.low != "the" and listed_length(words, start)  # Los Angeles Police
    return not city and not dutch_length(words, start, setting)  # Den Helder


def _listed(words: list[Word], start: int, end: int) -> bool:
    key = key_of(words[start:end])
    place = find_place(key)
    return (place is not None and not place.doubtful) or key in nationalities() or (end - start > 1 and key in bodies())


def _last_title(words: list[Word], start: int, end: int, setting: Setting) -> int | None:
    if is_ship(words, start):
        return None
    for at in range(end - 1, start - 1, -1):
        if words[at].low not in setting.titles:
            continue
        rest = [w for w in words[at + 1 : end] if w.low not in ("jr", "sr")]  # Martin Luther King Jr
        if any(w.low in setting.organisations or w.gap.strip() == "&" for w in rest):
            return None  # General Motors, Prime Minister's Office
        if rest and (words[end - 1].low in cues("street") or (words[at].low == "saint" and rest[0].gap == "-")):
            return None  # Martin Luther King Jr. Drive, Paris Saint-Germain
        if words[at].low == "justice" and at > start and _is_adjective(words[at - 1], rest, setting):
            return None  # Criminal Justice Branch
        if words[at].low in ("lady", "queen", "princess") and _is_no_lady(words, at, end, setting):
            continue
        if words[at].low in ("st", "saint") and rest:
            listed = len(rest) > 1 and key_of(words[at : at + 2]) in places()  # St. Louis Cardinals
            if listed or rest[-1].low in setting.place_words:
                return None  # St. Peter's Square
        if at > start and not rest and (not words[at - 1].cap or any(w.low in given_names() for w in words[start:at])):
            continue  # Department of Justice; a surname that is a title: Stephen King
        if at > start and not rest and words[at].low == "general" and key_of(words[start:at]) in places():
            return None  # Tampa General, the hospital
        if at > start and not rest and words[at].low in cues("thing"):
            return None  # Time Lord
        if at + 1 < end and not words[at + 1].cap:
            return None  # Leader of the Opposition
        return at
    return None


def _is_no_lady(words: list[Word], at: int, end: int, setting: Setting) -> bool:
    """Whether a ship or a team is called so: the Lady Grace sank, the Lady Bulldogs won."""
    if at + 2 != end:
        return False
    team = words[at + 1].low.endswith("s") and words[at].low == "lady" and setting.common(words[at + 1].low)
    after = words[end] if end < len(words) else None
    ship = at > 0 and words[at - 1].low == "the" and (after is None or after.gap != " " or not after.cap)
    return team or ship


def _is_adjective(before: Word, rest: list[Word], setting: Setting) -> bool:
    """Whether common words stand on both sides of one that may be a title, so that it is none: Social Justice Fund."""
    ranked = before.low in setting.titles | cues("before title") | setting.organisations
    return len(rest) == 1 and not ranked and setting.common(before.low) and setting.common(rest[0].low)


def _title_before(words: list[Word], start: int, setting: Setting) -> str:
    """A title before a name that is no part of its run: "el presidente Vladimir Putin", and first in a sentence."""
    if not start or words[start].gap not in (" ", ". "):
        return ""
    before = words[start - 1]
    return before.text if (not before.cap or before.first) and before.low in setting.titles else ""


def _is_noun(word: Word, setting: Setting) -> bool:
    """Whether a word before a given name is none itself: a common one, or in Russian any that begins a sentence."""
    cyrillic = setting.language in ("ru", "uk") and word.weak and name_key(word.text) not in places()
    plain = word.low not in given_names() and word.low not in cues("name particle")
    return plain and (cyrillic or setting.common(word.low))


def _kind(words: list[Word], start: int, end: int, setting: Setting, title: str) -> Found:
    group = words[start:end]
    key = key_of(words[start:end])
    tail = group[-1].low
    head = next((w.low for w in group if w.low not in cues("article")), tail)
    city = setting.language != "en" and key in places() and places()[key].sort == "city"  # Roma is Rome in Italian
    country = key in places() and name_key(places()[key].label) == key  # the Philippines
    people = key in nationalities() and not city and not country
    if people or (len(group) == 1 and key not in places() and setting.of_people(group[0])):
        return Found(start, end, "nationality", "nationality list")
    initials = len(group) == 1 and group[0].text.isupper() and len(tail) < 6 and not group[0].weak
    person_title = title and tail not in setting.organisations and not initials
    place = find_place(key)
    if place is not None and not person_title:
        small = len(group) == 1 and place.sort in ("city", "province") and not place.great
        if not ((small or place.doubtful) and _doubtful(words, start, place, setting)):
            return Found(start, end, "place", f"{place.sort} list")
    if person_title:
        return Found(start, end, "person", f"title '{title}'")
    if key in cues("acronym"):
        return Found(start, end, "organisation", "acronym list")
    if key in bodies() and (len(group) > 1 or len(tail) > 4 or group[0].text.isupper()):
        return Found(start, end, "organisation", "list of bodies")
    if len(group) > 1:
        return _kind_of_several(words, start, end, head, tail, setting)
    paper = tail in cues("paper") and start > 0 and words[start - 1].low == "the"  # (told) the Post
    if tail in setting.organisations and (len(tail) > 5 or paper) and not setting.evidence.in_small_letters(tail):
        return Found(start, end, "organisation", f"cue word '{group[-1].text}'")
    return Found(start, end, "name", "capitalised")


def _kind_of_several(words: list[Word], start: int, end: int, head: str, tail: str, setting: Setting) -> Found:
    group = words[start:end]
    if any(w.text == "v" for w in group):  # a case in court
        return Found(start, end, "name", "case in court")
    organisation = next((w for w in (group[-1], group[0], *group[1:-1]) if w.low in setting.organisations), None)
    if organisation is not None and not (head in given_names() and tail not in setting.organisations):
        return Found(start, end, "organisation", f"cue word '{organisation.text}'")
    ends = group[-1:] if group[0].low == "st" else (group[-1], group[0])  # the St. Louis Cardinals
    place = next((w for w in ends if w.low in setting.place_words), None)
    family = len(group) == 2 and tail in cues("family too") and head in given_names()
    if place is not None and not family:
        return Found(start, end, "place", f"cue word '{place.text}'")
    if head in cues("place head") and head != tail and len(group) < 5:
        return Found(start, end, "place", f"cue word '{head}'")
    if group[0].low in cues("direction") and key_of(words[start + 1 : end]) in places():
        return Found(start, end, "place", "direction and listed place")
    if tail in cues("thing"):
        return Found(start, end, "name", "capitalised")
    if sum(w.cap for w in group) <= 5 and not any(w.text.isdigit() or w.gap.strip() == "&" for w in group[1:]):
        city = head in places() and setting.common(tail)  # Paris Store is no person
        if head in given_names() and not city and _may_be_person(words, start, end, setting):
            return Found(start, end, "person", f"given name '{group[0].text}'")
        if len(tail) > 1 and group[-1].gap != "! " and _has_initial(group):
            return Found(start, end, "person", "initial")
        if tail in ("jr", "sr") or any(w.low in ("bin", "ibn", "van", "von", "abu") for w in group):
            return Found(start, end, "person", "shape of a personal name")
    return Found(start, end, "name", "capitalised")


def _has_initial(group: list[Word]) -> bool:
    """Whether a letter alone stands before another word: J. Bell, A-Rod, but not T-Mobile."""
    return any(
        len(a.text) == 1 and a.text.isalpha() and (b.gap != "-" or b.low in given_names()) for a, b in pairwise(group)
    )


def _may_be_person(words: list[Word], start: int, end: int, setting: Setting) -> bool:
    """Whether an English name after a given name can be a family's: not Carlisle Financial, nor the Beverly Hilton."""
    if setting.language != "en":
        return True
    tail = words[end - 1].low
    if tail.endswith(tuple(cues("no family name"))) and setting.common(tail):
        return False
    after = words[end] if end < len(words) else None
    alone = after is None or after.gap != " " or setting.function(after) or words[end - 1].possessive
    return not (start and words[start - 1].low == "the" and words[start].gap == " " and alone)


def _doubtful(words: list[Word], start: int, place: Place, setting: Setting) -> bool:
    """A city whose name is a given name, or a word of the text, needs "in", "of" ... before it to be a place."""
    if is_state(words, start + 1):
        return False  # Jackson, Miss.
    low = words[start].low
    speaks = (
        start + 1 < len(words) and words[start + 1].gap == " " and words[start + 1].low in cues("said")
    )  # Lowell said
    if not (place.doubtful or low in given_names() or setting.evidence.in_small_letters(low) or speaks):
        return False
    before = words[start - 1].low if start else ""
    if before == "in" and start > 1 and words[start - 2].low in cues("share in"):
        return True
    return before not in cues("place preposition")
