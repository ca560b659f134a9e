"""Take the fields of a JSON object one by one, strictly, and say where in the file something is wrong."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NoReturn

Table = Mapping[str, tuple[type, Any]]
"""The type and the default of fields, by name; NEEDED for a field that must be there. Whole numbers are 0 or more."""
NEEDED = object()
_EXPECTED = {str: "text", bool: "true or false", int: "a whole number", list: "a list"}
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
    """The fields of one JSON object, which are taken out of it; `rest` gives those that nobody asked for.

    All takers raise Misplaced when the field has the wrong type, or is missing and has no default.
    """

    __slots__ = ("_left", "place")

    def __init__(self, value: Any, place: str) -> None:
        if isinstance(value, RepeatedKey):
            raise Misplaced(place, f"the key “{value.key}” stands twice in one object")
        if not isinstance(value, dict):
            raise Misplaced(place, f"expected an object, found {kind_of(value)}")
        self._left: dict[str, Any] = value
        self.place = place

    def at(self, name: str) -> str:
        """The place of a field in the file."""
        return f"{self.place}.{name}" if self.place else name

    def take(self, wanted: Table) -> list[Any]:
        """The values of several fields in the order of the table: one call for all that is plain in an object."""
        left, found = self._left, []
        for name, (kind, default) in wanted.items():
            value = left.pop(name, default)
            if type(value) is not kind or (type(value) is int and value < 0):
                self._refuse(name, kind, value)
            found.append(value)
        return found

    def _refuse(self, name: str, kind: type, value: Any) -> NoReturn:
        if value is NEEDED:
            raise Misplaced(self.at(name), "is missing")
        if type(value) is kind:
            raise Misplaced(self.at(name), f"expected 0 or more, found {value}")
        raise Misplaced(self.at(name), f"expected {_EXPECTED[kind]}, found {kind_of(value)}")

    def text(self, name: str, default: Any = "") -> str:
        """A string."""
        found: str = self.take({name: (str, default)})[0]
        return found

    def null(self, name: str) -> bool:
        """Whether the field is there and null; if so it is taken."""
        if name in self._left and self._left[name] is None:
            del self._left[name]
            return True
        return False

    def choice(self, name: str, allowed: Collection[str], default: Any) -> str:
        """One of some words."""
        found = self.text(name, default)
        if found not in allowed:
            raise Misplaced(self.at(name), f"“{found[:40]}” is not one of {', '.join(allowed)}")
        return found

    def length(self, name: str) -> int:
        """How many entries a list has; it is not taken."""
        held = self._left.get(name)
        return len(held) if isinstance(held, list) else 0

    def entries(self, name: str) -> Iterator[tuple[Any, str]]:
        """The entries of a list, each with its place; none when the field is missing."""
        place = self.at(name)
        for index, value in enumerate(self.take({name: (list, [])})[0]):
            yield value, f"{place}[{index}]"

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
        found = Fields(self._left.pop(name, {}), self.at(name))._left
        check_plain(found, self.at(name))
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
