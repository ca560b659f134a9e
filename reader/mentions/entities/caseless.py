"""Names in scripts without capitals: listed places and peoples, people after titles, bodies after their cue words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.mentions.entities.lists.gazetteer import (
    bodies,
    cues,
    find_place,
    given_names,
    longest_place,
    name_key,
    nationalities,
)
from reader.mentions.values import Mention, MentionKind
from reader.text import Span

_LETTERS = "\u0590-\u05ff\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff"
_WORD = re.compile(f"[{_LETTERS}]+")
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}")
_PREFIXES = ("و", "ف", "ب", "ل", "ك", "וב", "וה", "ב", "ל", "ה", "מ", "ו")
_MARKS = re.compile("[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")
_ANY = re.compile(f"[{_LETTERS}\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LONGEST_HAN = 8
# Prepositions written together with the article: no word of a name begins so.
_BEHIND_A_NAME = ("بال", "وال", "فال", "كال", "لل")
_SPEAKERS = ("متحدث", "متحدثة", "ناطق", "ناطقة")


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    bare: str


def find_caseless(text: str) -> list[Mention]:
    """The names in Arabic, Hebrew, Chinese, Japanese and Korean script, in order, without overlaps."""
    if not _ANY.search(text):
        return []
    tokens = [_Token(m.start(), m.end(), _MARKS.sub("", m.group())) for m in _WORD.finditer(text)]
    found: list[Mention] = []
    at, titled = 0, ""
    while at < len(tokens):
        mention, length = _name_at(text, tokens, at, titled)
        if mention is not None:
            found.append(mention)
        # a title still counts after "of Syria" or "Syrian", but not after anything else
        carried = mention is not None and mention.kind in ("nationality", "place")
        portfolio = (
            titled and mention is None and tokens[at - 1].bare.endswith(titled) and tokens[at].bare.startswith("ال")
        )
        titled = _title(tokens[at].bare) or (titled if carried or portfolio else "")
        at += length
    return sorted([*found, *_listed_in_han(text)], key=lambda m: m.span)


def _title(bare: str) -> str:
    known = cues("title ar")
    return bare if bare in known or bare.removeprefix("ال") in known or bare[1:].removeprefix("ال") in known else ""


def _name_at(text: str, tokens: list[_Token], at: int, titled: str) -> tuple[Mention | None, int]:
    """A name that begins at a token, and how many tokens were read; `titled` is the title before it."""
    bare = tokens[at].bare
    people = _people(bare)
    if people:
        return _mention(text, tokens, at, 1, people - 1, "nationality", "nationality list"), 1
    place = _place_at(text, tokens, at)
    if place is not None and not (titled and place[0].evidence == "city list"):
        return place
    skip = 0 if bare in cues("organisation ar") else 1
    if bare[skip:] in cues("organisation ar"):
        length = _body_length(tokens, at)
        if length > 1:
            return _mention(text, tokens, at, length, skip, "organisation", f"cue word '{bare[skip:]}'"), length
    if _title(bare):
        return None, 1
    if bare == "باسم" and at and tokens[at - 1].bare.removeprefix("ال") in _SPEAKERS:
        return None, 1  # "who speaks in the name of", else a given name
    length = _person_length(tokens, at, known=not titled)
    if length > 1:
        evidence = f"title '{titled}'" if titled else f"given name '{bare}'"
        return _mention(text, tokens, at, length, 0, "person", evidence), length
    return None, 1


def _mention(
    text: str, tokens: list[_Token], at: int, length: int, skip: int, kind: MentionKind, evidence: str
) -> Mention:
    span = Span(tokens[at].start + skip, tokens[at + length - 1].end)
    return Mention(span, span.of(text), kind, evidence=evidence)


def _place_at(text: str, tokens: list[_Token], at: int) -> tuple[Mention, int] | None:
    """The longest listed place from a token on, with or without a preposition written together with it."""
    first = tokens[at].bare
    for skip in (0, 1):
        if skip and (len(first) < 4 or not first.startswith(_PREFIXES)):
            continue
        head = first[skip:]
        for length in range(min(longest_place().get(head, 1), len(tokens) - at), 0, -1):
            words = [head, *(t.bare for t in tokens[at + 1 : at + length])]
            key = name_key(" ".join(words))
            place = find_place(key)
            if place is not None and (len(head) > 2 or length > 1):
                return _mention(text, tokens, at, length, skip, "place", f"{place.sort} list"), length
            if key in bodies() and len(head) > 3:
                return _mention(text, tokens, at, length, skip, "organisation", "list of bodies"), length
    return None


def _people(bare: str) -> int:
    """1 + the letters before an adjective of nationality (الروسي, والروسية); 0 when it is none."""
    for skip in (0, 1):
        word = bare[skip:].removeprefix("ال")
        dual = word[:-2] if word.endswith(("يان", "يتان", "يتين")) else word
        if len(word) > 2 and (word in nationalities() or dual in nationalities()):
            return skip + 1
    return 0


def _body_length(tokens: list[_Token], at: int) -> int:
    """Words of a body's name after its cue word: those with the article, at most two, no nationality."""
    length = 1
    while length < 3 and at + length < len(tokens):
        bare = tokens[at + length].bare
        if not bare.startswith("ال") or _people(bare) or tokens[at + length].start - tokens[at + length - 1].end != 1:
            break
        length += 1
    return length


def _person_length(tokens: list[_Token], at: int, *, known: bool) -> int:
    """Words of a personal name: a given name (or, after a title, any word) and one more; 0 when there is none."""
    if at >= len(tokens):
        return 0
    first = tokens[at].bare
    if (
        first in cues("function ar")
        or (known and first not in given_names() and first != "عبد")
        or first.startswith("ال")
    ):
        return 0
    length = 1
    while length < 4 and at + length < len(tokens):
        token = tokens[at + length]
        if token.start - tokens[at + length - 1].end != 1 or token.bare in cues("function ar") or _people(token.bare):
            break
        if length > 1 and (find_place(token.bare) is not None or token.bare.startswith(_BEHIND_A_NAME)):
            break
        given = tokens[at + length - 1].bare in given_names() and token.bare in given_names()
        length += 1
        servant = tokens[at + length - 2].bare == "عبد"  # with what follows it one given name
        if not (given or servant) and token.bare not in ("بن", "ابن", "أبو", "عبد"):
            break
    return length


def _listed_in_han(text: str) -> list[Mention]:
    """Listed places in scripts without blanks, the longest first."""
    found = []
    for run in _HAN.finditer(text):
        at = run.start()
        while at < run.end():
            for length in range(min(_LONGEST_HAN, run.end() - at), 1, -1):
                place = find_place(text[at : at + length])
                if place is not None:
                    span = Span(at, at + length)
                    found.append(Mention(span, span.of(text), "place", evidence=f"{place.sort} list"))
                    at += length - 1
                    break
            at += 1
    return found
