"""Pickle a large value in pieces, so that one who takes it in can do other things between two of them; no Qt."""

from __future__ import annotations

import copyreg
import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from io import BytesIO
from itertools import chain
from operator import attrgetter
from typing import Any

LONG = 300
"""Longer tuples and lists are cut into pieces of so many things: some milliseconds of work each."""
_FIRST, _NEXT, _REST = b"f", b"n", b"r"
"""A message begins the next long part, goes on with it, or holds all else, with which the value ends."""
_NAMED, _CUT = "named", "cut"


def in_pieces(value: object, names: Mapping[int, int] | None = None) -> Iterator[bytes]:
    """The messages that `Joining` makes the value of again.

    `names` gives, by the `id` of things that the other side has, the number it knows each by: these are not sent.
    """
    rest = BytesIO()
    cutting = _Cutting(rest, names or {})
    cutting.dump(value)
    for number, held in enumerate(cutting.long):
        for start in range(0, len(held), LONG):
            piece = BytesIO()
            _Plain(piece).dump(held[start : start + LONG])
            yield (_NEXT if start else _FIRST) + number.to_bytes(4, "big") + piece.getbuffer()
    yield _REST + rest.getbuffer()


def is_piece(message: bytes) -> bool:
    """Whether more of the value follows."""
    return not message.startswith(_REST)


class _ByFields(dict[type, Callable[[Any], Any]]):
    """How things are pickled, by their class: frozen dataclasses with slots as a call of the class with their fields.

    Python 3.11 sets the fields of such a one by name in Python code instead, which takes twice as long both ways.
    """

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if not (is_dataclass(kind) and "__slots__" in vars(kind)) or any(f.kw_only or not f.init for f in fields(kind)):
            return copyreg.dispatch_table[kind]
        names = [field.name for field in fields(kind)]
        take: Callable[[Any], Any] = attrgetter(*names, names[0])  # of one name alone it would give no tuple

        def reduce(held: Any) -> Any:
            return kind, take(held)[:-1]

        self[kind] = reduce
        return reduce


_BY_FIELDS = _ByFields()


class _Plain(pickle.Pickler):
    def __init__(self, file: BytesIO) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.dispatch_table = _BY_FIELDS


class _Cutting(_Plain):
    """Pickles a value without what the other side has, and without its long parts, which it collects."""

    def __init__(self, file: BytesIO, names: Mapping[int, int]) -> None:
        super().__init__(file)
        self._names, self._numbers = names, dict[int, int]()
        self.long: list[Any] = []

    def persistent_id(self, held: Any) -> tuple[str, int] | None:
        if id(held) in self._names:
            return _NAMED, self._names[id(held)]
        if type(held) not in (tuple, list) or len(held) <= LONG:
            return None
        if id(held) not in self._numbers:
            self._numbers[id(held)] = len(self.long)
            self.long.append(held)
        return _CUT, self._numbers[id(held)]


class Joining:
    """Makes values of their messages; `named` holds what both sides have, by its number."""

    def __init__(self) -> None:
        self.named: dict[int, Any] = {}
        self._pieces: list[list[Any]] = []

    @property
    def begun(self) -> bool:
        """Whether a value has come in part."""
        return bool(self._pieces)

    def forget(self) -> None:
        """Nobody wants the value that has come in part; what follows is another one."""
        self._pieces = []

    def take(self, message: bytes) -> Any:
        """The value once its last message is here, None before. A value that was broken off is forgotten."""
        if is_piece(message):
            number, piece = int.from_bytes(message[1:5], "big"), pickle.loads(memoryview(message)[5:])
            if message.startswith(_FIRST):
                del self._pieces[number:]
                self._pieces.append([])
            self._pieces[number].append(piece)
            return None
        value = _Joined(memoryview(message)[1:], self.named, self._pieces).load()
        self._pieces = []
        return value


class _Joined(pickle.Unpickler):
    def __init__(self, rest: memoryview, named: Mapping[int, Any], pieces: list[list[Any]]) -> None:
        super().__init__(BytesIO(rest))
        self._named, self._pieces = named, pieces

    def persistent_load(self, name: tuple[str, int]) -> Any:
        kind, number = name
        if kind == _NAMED:
            return self._named[number]
        pieces = self._pieces[number]
        return type(pieces[0])(chain.from_iterable(pieces))
