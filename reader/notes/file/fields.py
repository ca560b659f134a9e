"""Take the fields of a JSON object one by one, strictly, and say where in the file something is wrong."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from typing import Any

MAX_DEPTH = 64
MAX_WHOLE = 2**53
"""Beyond it, other programs that read JSON lose digits."""


class Misplaced(Exception):
    """Something in the file is not as it should be: `place` ("notes[3].targets[0].start") and what is wrong."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}" if place else problem)
        self.place, self.problem = place, problem


class Unfit:
    """Stands in the parsed JSON for a value that no project may hold: `problem` says why."""

    def __init__(self, problem: str) -> None:
        self.problem = problem


class RepeatedKey(dict[str, Any]):
    """A JSON object in which one key stands twice."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key


def kind_of(value: Any) -> str:
    """What a JSON value is, in words for the reader."""
    if isinstance(value, Unfit):
        return value.problem
    names: dict[type, str] = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list"}
    return names.get(type(value), "nothing (null)" if value is None else "an object")


class Fields:
    """The fields of one JSON object; every `take` marks a field as known, `rest` gives those that no `take` asked for.

    All takers raise Misplaced when the field has the wrong type, or is missing and has no default.
    """

    __slots__ = ("_left", "place")

    def __init__(self, value: Any, place: str) -> None:
        if isinstance(value, RepeatedKey):
            raise Misplaced(place, f"the key “{value.key}” stands twice in one object")
        if not isinstance(value, dict):
            raise Misplaced(place, f"expected an object, found {kind_of(value)}")
        self._left: dict[str, Any] = dict(value)
        self.place = place

    def at(self, name: str) -> str:
        """The place of a field in the file."""
        return f"{self.place}.{name}" if self.place else name

    def _take(self, name: str, kind: type, expected: str, default: Any) -> Any:
        if name not in self._left:
            if default is None:
                raise Misplaced(self.at(name), "is missing")
            return default
        value = self._left.pop(name)
        if type(value) is not kind:
            raise Misplaced(self.at(name), f"expected {expected}, found {kind_of(value)}")
        return value

    def text(self, name: str, default: str | None = "") -> str:
        """A string; default None means that it must be there."""
        found: str = self._take(name, str, "text", default)
        return found

    def flag(self, name: str, default: bool) -> bool:
        """A truth value."""
        found: bool = self._take(name, bool, "true or false", default)
        return found

    def count(self, name: str, default: int | None = 0) -> int:
        """A whole number of 0 or more; default None means that it must be there."""
        found: int = self._take(name, int, "a whole number", default)
        if found < 0:
            raise Misplaced(self.at(name), f"expected 0 or more, found {found}")
        return found

    def null(self, name: str) -> bool:
        """Whether the field is there and null; if so it is taken."""
        if name in self._left and self._left[name] is None:
            del self._left[name]
            return True
        return False

    def choice(self, name: str, allowed: Collection[str], default: str | None) -> str:
        """One of some words."""
        found = self.text(name, default)
        if found not in allowed:
            raise Misplaced(self.at(name), f"“{found[:40]}” is not one of {', '.join(allowed)}")
        return found

    def entries(self, name: str) -> Iterator[tuple[Any, str]]:
        """The entries of a list, each with its place; none when the field is missing."""
        for index, value in enumerate(self._take(name, list, "a list", [])):
            yield value, f"{self.at(name)}[{index}]"

    def words(self, name: str) -> tuple[str, ...]:
        """A list of strings."""
        found = []
        for value, place in self.entries(name):
            if type(value) is not str:
                raise Misplaced(place, f"expected text, found {kind_of(value)}")
            found.append(value)
        return tuple(found)

    def object(self, name: str) -> Fields:
        """The fields of an object inside this one; empty when it is missing."""
        return Fields(self._left.pop(name, {}), self.at(name))

    def free(self, name: str) -> dict[str, Any]:
        """An object of any plain JSON values."""
        value = self._left.pop(name, {})
        Fields(value, self.at(name))
        check_plain(value, self.at(name))
        found: dict[str, Any] = value
        return found

    def rest(self) -> dict[str, Any]:
        """The fields that nobody asked for, kept for the version that wrote them."""
        for name, value in self._left.items():
            check_plain(value, self.at(name))
        return self._left


def check_plain(value: Any, place: str, depth: int = 0) -> None:
    """Raise Misplaced unless `value` is finite, plain JSON of bounded depth."""
    if isinstance(value, Unfit):
        raise Misplaced(place, value.problem)
    if isinstance(value, float) and not math.isfinite(value):
        raise Misplaced(place, "the number is too large, or none")
    if type(value) is int and abs(value) > MAX_WHOLE:
        raise Misplaced(place, "the number is too large")
    if isinstance(value, RepeatedKey):
        raise Misplaced(place, f"the key “{value.key}” stands twice in one object")
    if depth > MAX_DEPTH:
        raise Misplaced(place[:80], "is nested too deeply")
    if isinstance(value, dict):
        for name, held in value.items():
            check_plain(held, f"{place}.{name}", depth + 1)
    elif isinstance(value, list):
        for index, held in enumerate(value):
            check_plain(held, f"{place}[{index}]", depth + 1)
