"""Names and times for new notes: short unique ids, and ISO timestamps with their zone."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from datetime import datetime

Clock = Callable[[], str]

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
_LENGTH = 8


def now() -> str:
    """The present moment, to the second, as an ISO timestamp with zone: `2026-11-22T02:40:15+01:00`."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def in_words(stamp: str) -> str:
    """An ISO timestamp as a reader says it, in this machine's zone: "22 November, 05:47"; as it is when it is none."""
    try:
        held = datetime.fromisoformat(stamp).astimezone()
    except (ValueError, OverflowError, OSError):
        return stamp
    year = f" {held.year}" if held.year != datetime.now().year else ""
    return f"{held.day} {held:%B}{year}, {held:%H:%M}"


def fresh_id(taken: Collection[str]) -> str:
    """Eight letters and digits that are not in `taken`; without 0/o and 1/l/i, so that they can be read aloud."""
    while True:
        found = "".join(_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(_LENGTH))
        if found not in taken:
            return found


def id_from_name(name: str, taken: Collection[str]) -> str:
    """A readable id made of the letters and digits of `name` ("Source: primary" -> "source-primary"), made unique."""
    words = "".join(c.lower() if c.isalnum() else " " for c in name).split()
    stem = "-".join(words)[:40].strip("-") or "tag"
    found, number = stem, 1
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    return found
