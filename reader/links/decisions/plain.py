"""The reader's decisions to and from plain JSON values, as a project keeps them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any, TypeVar, get_args

from reader.links.decisions.values import (
    Decisions,
    MentionEdit,
    NameRef,
    PassageMatch,
    PlaceRef,
    RowDecision,
    SameName,
)
from reader.mentions import MentionKind

_T = TypeVar("_T")
_KINDS = frozenset(get_args(MentionKind))


def decisions_to_json(decisions: Decisions) -> dict[str, Any]:
    """Plain values only: dicts, lists, strings, numbers, true and false."""
    return _lists(asdict(decisions))  # type: ignore[no-any-return]


def decisions_from_json(held: dict[str, Any]) -> Decisions:
    """The decisions in plain values; unknown keys are passed over, and so is an entry that lacks what it needs."""
    return Decisions(
        names=_read(held.get("names"), lambda d: SameName(_name(d["a"]), _name(d["b"]), bool(d["same"]))),
        rows=_read(held.get("rows"), lambda d: RowDecision(tuple(map(_place, d["places"])), str(d["verdict"]))),
        passages=_read(
            held.get("passages"), lambda d: PassageMatch(_place(d["a"]), _place(d["b"]), bool(d.get("matched", True)))
        ),
        mentions=_read(held.get("mentions"), lambda d: MentionEdit(_place(d["place"]), _kind(d.get("kind")))),
        transliterate=bool(held.get("transliterate", True)),
        engine=str(held.get("engine", "rules")),
    )


def _read(entries: object, make: Callable[[dict[str, Any]], _T]) -> tuple[_T, ...]:
    made = []
    for entry in entries if isinstance(entries, Iterable) and not isinstance(entries, str | dict) else ():
        try:
            made.append(make(entry))
        except (KeyError, TypeError, ValueError, AttributeError):
            continue  # written by another version, or by hand: one entry less, never the whole project
    return tuple(made)


def _name(held: dict[str, Any]) -> NameRef:
    return NameRef(str(held["name"]), str(held.get("source", "")))


def _place(held: dict[str, Any]) -> PlaceRef:
    return PlaceRef(str(held["source"]), int(held["start"]), int(held["end"]), str(held.get("quote", "")))


def _kind(held: object) -> MentionKind | None:
    if held is None:
        return None
    if held not in _KINDS:
        raise ValueError(f"unknown kind of mention {held!r}")
    return held  # type: ignore[return-value]


def _lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _lists(held) for key, held in value.items()}
    return [_lists(held) for held in value] if isinstance(value, list | tuple) else value
