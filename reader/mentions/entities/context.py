"""What the words around a name say of its kind: "the town of X", "the newspaper X", "X, 34,"."""

from __future__ import annotations

from reader.mentions.entities.kinds import Found
from reader.mentions.entities.lists.gazetteer import cues
from reader.mentions.entities.setting import Setting
from reader.mentions.entities.words import Word
from reader.mentions.values import MentionKind
from reader.stopping import watched

_OF = frozenset(("of", "de", "del", "di", "da", "do", "von", "van"))
_DASHES = ("—", "–", " - ", "--")
_DATELINE = 8  # words that a dateline may have


def tell_kinds(words: list[Word], found: list[Found], setting: Setting) -> None:
    """Give the names whose kind is not known the one that their neighbours tell."""
    for item in watched(found):
        if item.kind == "name":
            told = _told_before(words, item, setting) or _told_after(words, item)
            if told:
                item.kind, item.evidence = told


def _told_before(words: list[Word], item: Found, setting: Setting) -> tuple[MentionKind, str] | None:
    at = item.start
    if _is_dateline(words, item):
        return "place", "dateline"
    if not at or words[at].first or words[at].gap.strip("\"“”«»„'‘’ "):
        return None
    before = words[at - 1]
    noun = words[at - 2] if at > 1 and before.low in _OF and before.gap == " " else before
    if noun.cap and not noun.first and setting.language != "de":
        return _byline(words, item)
    if noun.low in cues("place noun en") or (
        noun.low in setting.place_words and (noun is not before or setting.language != "en")
    ):
        return "place", f"cue word '{noun.text}'"
    if noun is before and noun.low in setting.organisation_nouns:
        return "organisation", f"cue word '{noun.text}'"
    if noun is not before and noun.low in cues("of a place"):
        return "place", f"'{noun.text} {before.text}' before it"
    return _told_by_preposition(words, item, setting)


def _told_by_preposition(words: list[Word], item: Found, setting: Setting) -> tuple[MentionKind, str] | None:
    """Near X is a place; in X too where the name ends its part of the sentence (not in Acme shares)."""
    before, last = words[item.start - 1], words[item.end - 1]
    if before.low == "in" and item.start > 1 and words[item.start - 2].low in cues("share in"):
        return "organisation", f"'{words[item.start - 2].text} in' before it"
    if last.possessive or last.text.isdigit() or _is_acronym(words, item):
        return None
    if before.low in setting.near_words:
        return "place", f"'{before.text}' before it"
    after = words[item.end] if item.end < len(words) else None
    ends = after is None or after.gap != " " or after.low in cues("said")
    ends = ends or (after is not None and (setting.function(after) or setting.calendar(after)))
    return ("place", f"'{before.text}' before it") if ends and before.low in setting.in_words else None


def _told_after(words: list[Word], item: Found) -> tuple[MentionKind, str] | None:
    if item.end >= len(words) or words[item.end - 1].possessive:
        return None
    after = words[item.end]
    if after.gap == " " and not after.cap:
        if after.low in cues("after an organisation"):
            return "organisation", f"'{after.text}' after it"
        if after.low in cues("place noun en") and not _is_acronym(words, item):
            return "place", f"'{after.text}' after it"
    following = words[item.end + 1].gap if item.end + 1 < len(words) else ""
    aged = after.text.isdecimal() and len(after.text) == 2 and int(after.text) > 12
    set_off = (after.gap == ", " and following[:1] in (",", ".", ";")) or (after.gap == " (" and following[:1] == ")")
    return ("person", "age") if (aged and set_off) or (after.low == "aged" and after.gap.strip() in ("", ",")) else None


def _byline(words: list[Word], item: Found) -> tuple[MentionKind, str] | None:
    """By X, alone on its line or after "reporting", is who wrote it."""
    before = words[item.start - 1]
    wrote = item.start > 1 and words[item.start - 2].low in ("reporting", "editing", "written")
    if before.low == "by" and (before.first or wrote) and item.end - item.start in (2, 3):
        return "person", "byline"
    return None


def _is_dateline(words: list[Word], item: Found) -> bool:
    """Whether the name begins a paragraph in capitals and a dash follows soon: SEBKHA, 3 May (Agency) —."""
    first = words[item.start]
    if item.start and "\n" not in first.gap:
        return False
    if not all(w.text.isupper() for w in words[item.start : item.end]):
        return False
    for word in words[item.end : item.end + _DATELINE]:
        if "\n" in word.gap:
            return False
        if any(dash in word.gap for dash in _DASHES):
            return True
    return False


def _is_acronym(words: list[Word], item: Found) -> bool:
    return item.end - item.start == 1 and words[item.start].text.isupper() and not words[item.start].weak
