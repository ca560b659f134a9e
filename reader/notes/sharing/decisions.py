"""Bring another reader's decisions on matches beside one's own, where the two do not contradict one another."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

Plain = dict[str, Any]
PARTS = ("names", "rows", "passages", "mentions")
_ANSWERS = frozenset({"same", "verdict", "matched", "kind"})
"""What a decision says; all else in it is what it is about."""


def merge_decisions(
    mine: Plain, theirs: Plain, keys: Mapping[str, str], same_text: Collection[str]
) -> tuple[Plain, list[tuple[Plain, Plain]]]:
    """One's own decisions with theirs beyond them, and the pairs (mine, theirs) that contradict one another.

    `keys` gives the source here for each of theirs; a decision on a place comes in only where the text of its source is
    the same here (`same_text`, keys here). What is no list of decisions stays one's own.
    """
    merged, conflicts = dict(mine), []
    for part in PARTS:
        held = [entry for entry in _entries(mine, part) if isinstance(entry, dict)]
        own = {_subject(entry): entry for entry in held}
        added = []
        for entry in _entries(theirs, part):
            moved = _moved(entry, keys)
            if not isinstance(moved, dict) or not set(_sources(moved)) <= {*same_text, ""}:
                continue
            known = own.get(_subject(moved))
            if known is None:
                added.append(moved)
                own[_subject(moved)] = moved
            elif _answer(known) != _answer(moved):
                conflicts.append((known, moved))
        if added:
            merged[part] = [*_entries(mine, part), *added]
    return merged, conflicts


def _entries(plain: Plain, part: str) -> list[Any]:
    found = plain.get(part)
    return found if isinstance(found, list) else []


def _moved(value: Any, keys: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {
            name: keys.get(held, held) if name == "source" and isinstance(held, str) else _moved(held, keys)
            for name, held in value.items()
        }
    return [_moved(held, keys) for held in value] if isinstance(value, list) else value


def _sources(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, held in value.items():
            if name == "source" and isinstance(held, str):
                yield held
            else:
                yield from _sources(held)
    elif isinstance(value, list):
        for held in value:
            yield from _sources(held)


def _subject(entry: Plain) -> str:
    """What a decision is about, whichever of a pair is named first."""
    parts = sorted(_text(held) for name, held in entry.items() if name not in _ANSWERS)
    return "\n".join(parts)


def _answer(entry: Plain) -> str:
    return _text({name: held for name, held in entry.items() if name in _ANSWERS})


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
