"""Cut titles off a run of words and give each name a kind with its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from reader.mentions.entities_runs import Setting
from reader.mentions.entities_words import Word
from reader.mentions.gazetteer import cues, given_names, name_key, nationalities, places
from reader.mentions.values import MentionKind


@dataclass(slots=True)
class Found:
    """A name before it is a mention: word range [start, end), kind and evidence."""

    start: int
    end: int
    kind: MentionKind
    evidence: str


def cut(words: list[Word], start: int, end: int, setting: Setting) -> list[Found]:
    """The names inside one run, titles, outer articles and modifiers left out."""
    while start < end and (words[start].low in cues("outer article") and not _listed(words, start, end)):
        start += 1
    if start >= end:
        return []
    if _listed(words, start, end):
        return [_kind(words, start, end, setting, "")]
    title = _last_title(words, start, end)
    if title is not None:
        left = title
        while left > start and words[left - 1].low in cues("before title") | cues("title"):
            left -= 1
        found = cut(words, start, left, setting) if left > start else []
        if title + 1 < end:
            found.append(_kind(words, title + 1, end, setting, words[title].text))
        return found
    people = _leading_nationality(words, start, end, setting)
    if people:
        return [
            Found(start, start + people, "nationality", "nationality list"),
            *cut(words, start + people, end, setting),
        ]
    return [_kind(words, start, end, setting, _title_before(words, start))]


def _listed(words: list[Word], start: int, end: int) -> bool:
    key = key_of(words, start, end)
    return key in places() or key in nationalities()


def key_of(words: list[Word], start: int, end: int) -> str:
    """The look-up key of the words [start, end)."""
    return name_key(" ".join(w.text for w in words[start:end]))


def _last_title(words: list[Word], start: int, end: int) -> int | None:
    for at in range(end - 1, start - 1, -1):
        if words[at].low not in cues("title"):
            continue
        rest = words[at + 1 : end]
        if any(w.low in cues("organisation") or w.gap.strip() == "&" for w in rest):
            return None  # General Motors, Prime Minister's Office
        if at > start and not rest and any(w.low in given_names() for w in words[start:at]):
            return None  # a surname that is a title: Stephen King
        if at + 1 < end and not words[at + 1].cap:
            return None  # Leader of the Opposition
        return at
    return None


def _title_before(words: list[Word], start: int) -> str:
    """A title in small letters before a name: "el presidente Vladimir Putin"."""
    if start and words[start].gap in (" ", ". ") and not words[start - 1].cap and words[start - 1].low in cues("title"):
        return words[start - 1].text
    return ""


def _leading_nationality(words: list[Word], start: int, end: int, setting: Setting) -> int:
    """How many words of nationality stand before a name they are no part of."""
    for length in (2, 1):
        if start + length < end and key_of(words, start, start + length) in nationalities():
            break
    else:
        return 0
    rest = words[start + length : end]
    if rest[0].gap in ("-", "‑", "‐"):
        return length
    if any(w.low in cues("organisation") or w.low in cues("place") for w in rest):
        return 0
    if len(rest) == 1 and setting.common(rest[0].low):
        return 0
    return length


def _kind(words: list[Word], start: int, end: int, setting: Setting, title: str) -> Found:
    group = words[start:end]
    key = key_of(words, start, end)
    head, tail = group[0].low, group[-1].low
    if key in nationalities():
        return Found(start, end, "nationality", "nationality list")
    person_title = title and tail not in cues("organisation")
    if key in places() and not person_title:
        place = places()[key]
        if not (len(group) == 1 and place.sort in ("city", "province") and _doubtful(words, start, end, setting)):
            return Found(start, end, "place", f"{place.sort} list")
    if person_title:
        return Found(start, end, "person", f"title '{title}'")
    if key in cues("acronym"):
        return Found(start, end, "organisation", "acronym list")
    if len(group) > 1:
        return _kind_of_several(words, start, end, head, tail)
    if tail in cues("organisation") and len(tail) > 5 and not setting.evidence.lower[tail]:
        return Found(start, end, "organisation", f"cue word '{group[-1].text}'")
    return Found(start, end, "name", "capitalised")


def _kind_of_several(words: list[Word], start: int, end: int, head: str, tail: str) -> Found:
    group = words[start:end]
    organisation = next((w for w in (group[-1], group[0], *group[1:-1]) if w.low in cues("organisation")), None)
    if organisation is not None and not (head in given_names() and tail not in cues("organisation")):
        return Found(start, end, "organisation", f"cue word '{organisation.text}'")
    place = next((w for w in (group[-1], group[0]) if w.low in cues("place")), None)
    if place is not None:
        return Found(start, end, "place", f"cue word '{place.text}'")
    if len(group) <= 5 and not any(w.text.isdigit() or w.gap.strip() == "&" for w in group[1:]):
        if head in given_names():
            return Found(start, end, "person", f"given name '{group[0].text}'")
        if any(len(w.text) == 1 and w.text.isalpha() for w in group[:-1]):
            return Found(start, end, "person", "initial")
        if tail in ("jr", "sr") or any(w.low in ("bin", "ibn", "van", "von", "abu") for w in group):
            return Found(start, end, "person", "shape of a personal name")
    return Found(start, end, "name", "capitalised")


def _doubtful(words: list[Word], start: int, end: int, setting: Setting) -> bool:
    """A city's name that is also a given name or a common word needs "in", "of" ... before it to be a place."""
    low = words[start].low
    if low not in given_names() and not setting.common(low):
        return False
    before = words[start - 1].low if start else ""
    return before not in cues("place preposition")
