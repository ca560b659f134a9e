"""Numbers that belong to a name: FTSE 100, Boeing 787 X, the Heron 9, Android 3.0; and those that are money."""

from __future__ import annotations

from reader.mentions.entities.lists.gazetteer import cues, given_names, name_key, places
from reader.mentions.entities.setting import Setting
from reader.mentions.entities.words import Word

MONEY = frozenset("$€£¥")
_DASHES = frozenset("-‐‑–")


def is_money(words: list[Word], at: int) -> bool:
    """Whether the word is part of a sign of money: US $5 million."""
    return at + 1 < len(words) and words[at + 1].gap.strip()[:1] in MONEY and words[at].text.isupper()


def number_step(words: list[Word], at: int, end: int, setting: Setting) -> int:
    """Numbers belong to a name after an acronym (FTSE 100), or a Flight, and between capitals (Boeing 787 X)."""
    last, number = words[end - 1], words[end]
    if last.low in cues("numbered name") and _is_decimal(words, end):
        return 2  # Android 3.0
    if len(number.text) > 4 or _is_amount(words, end):
        return 0
    if end + 1 < len(words):
        after = words[end + 1]
        common = after.weak or setting.function(after) or setting.calendar(after)
        if after.cap and after.gap == " " and not common and (setting.language != "de" or setting.strong(after)):
            return 2
    if last.low in cues("numbered name") or _is_version(words, at, end, setting):
        return 1
    return 1 if (last.text.isupper() and len(last.text) > 1) or last.gap.strip() == "&" or last.possessive else 0


def _is_amount(words: list[Word], at: int) -> bool:
    """Whether a number is one of something, and no number of a thing: Boeing 2.5 percent."""
    after = words[at + 1] if at + 1 < len(words) else None
    return after is not None and (after.gap in (".", ",") or after.low in cues("after a figure"))


def _is_version(words: list[Word], at: int, end: int, setting: Setting) -> bool:
    """Whether a number behind the name of a product is part of it: (the) Heron 9, (Google's) Nexus 5; an iPad 2."""
    name, number = words[end - 1], words[end]
    if number.gap != " " or _is_year(number.text) or name.low in setting.organisations:
        return False
    behind = words[end + 1].gap if end + 1 < len(words) else ""
    if behind[:1] in _DASHES or behind[:1] == ":":
        return False
    if name.text[0].islower():
        return True  # iPad 2
    if end - at > 2 or name.low.endswith("s") or name_key(name.text) in places():
        return False
    if end - at == 2 and (words[at].low in given_names() or name_key(words[at].text) in places()):
        return False
    before = at - 1 - (at > 1 and words[at - 1].low in ("new", "latest", "original"))
    if at and (words[before].possessive or words[before].low in ("the", "a", "an")):
        return True
    after = words[end + 1] if end + 1 < len(words) else None
    if after is None or after.gap != " " or number.text == "1":
        return False
    return after.low in cues("device") or after.low in cues("after a version")  # no noun that is counted


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")


def _is_decimal(words: list[Word], at: int) -> bool:
    """Whether two short numbers with a full stop between them begin at a word: 3.0."""
    parts = words[at : at + 2]
    return len(parts) == 2 and parts[1].gap == "." and all(w.text.isdigit() and len(w.text) < 3 for w in parts)
