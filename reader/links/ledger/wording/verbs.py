"""The words of a label that tell what happened, as far as their form shows: there is no grammar here."""

from __future__ import annotations

from reader.links.ledger import words
from reader.text import WordCache

NO_EVENT = frozenset({"strength", "paid", "owed", "part", "new"})
"""Roles that are no answer to what happened to those who are counted."""
_UNTOLD = frozenset({"died", "unaccounted"})
"""Participles that do not stand behind a noun alone."""

_IRREGULAR = {"lost": ("killed", "destroyed"), "sent": ("deployed",)}
"""The roles of participles that do not end as others do."""


def _happening(word: str) -> bool:
    if not word.islower() or word in words.STOP or word in words.WEAK or word in words.STATES:
        return False
    told = words.event_role(word) not in ("", *NO_EVENT)
    return told or words.is_event(word) or words.looks_past(word)


def _befalling(word: str) -> tuple[str, ...]:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    told = word.islower() and word.endswith("ed") and word not in _UNTOLD
    return (role,) if told and (role := words.event_role(word)) else ()


HAPPENING = WordCache(_happening)
"""Whether a lower-case word tells of something that happened."""
BEFALLING = WordCache(_befalling)
"""The roles that a lower-case participle tells ("evacuated")."""
