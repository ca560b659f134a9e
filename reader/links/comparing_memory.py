"""What a comparison may keep for the next one: the work done for each article and each pair of articles."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

_T = TypeVar("_T")


class Memory:
    """Results by what they were made from; whatever the last finished comparison did not use is forgotten.

    A key begins with the name of the step and says exactly what its result depends on. What depends on one source is
    kept by its article and what its names are called (a name that others join or part changes the claims of passages
    that name it, and of those behind them, and no more); what depends on two sources by the two and by which of their
    names are one, a source being set against all those asked for at once; and what their claims are to each other by
    these, what is aligned and which of them meet: how rare a word is, what stands alone and what remains is asked
    within the two, so that a source more does not change it. What two values say is kept by what decides it, and what a
    row says by its claims. Which claims make a row depends on all sources and is made anew, in columns of numbers, as
    soon as one of them is another.

    Held by whoever compares again and again (the worker process); `compare` itself stays a pure function.
    """

    def __init__(self) -> None:
        self._held: dict[Hashable, _Result] = {}
        self._used: list[_Result] = []
        self._turn = self._last = 0

    def get(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """What was made for `key`, made now if it is not there."""
        found = self._held.get(key)  # a key may hold much: it is looked up once
        if found is None:
            self._held[key] = found = _Result(make())
        return self._used_now(found).value  # type: ignore[return-value]

    def whole(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """As `get`, for what is made of much that is held too: while the whole is used, its parts are not forgotten."""
        before = len(self._used)
        made: tuple[_T, list[_Result]] = self.get(key, lambda: (make(), self._used[before:]))
        found, parts = made
        for part in parts:
            self._used_now(part)
        return found

    def all(self, keys: Sequence[Hashable], make: Callable[[list[int]], Iterable[_T]]) -> list[_T]:
        """What was made for each of `keys`; what is not there is made now at once, `make` being given its places."""
        found = [self._held.get(key) for key in keys]
        missing = [place for place, held in enumerate(found) if held is None]
        for place, value in zip(missing, make(missing) if missing else (), strict=True):
            found[place] = self._held[keys[place]] = _Result(value)
        return [self._used_now(held).value for held in found if held is not None]  # type: ignore[misc]

    def one(self, key: Hashable) -> int:
        """A number that stands for `key` in other keys, so that a long one is compared once and not for every pair."""
        self._last += 1
        return self.get(key, lambda: self._last)

    def finish(self) -> None:
        """Forget what was not used since the last call."""
        for key in [key for key, held in self._held.items() if held.turn != self._turn]:
            del self._held[key]
        self._used.clear()
        self._turn += 1

    def __len__(self) -> int:
        return len(self._held)

    def _used_now(self, held: _Result) -> _Result:
        if held.turn != self._turn:
            held.turn = self._turn
            self._used.append(held)
        return held


class _Result:
    """What was made, and the turn in which it was last used."""

    __slots__ = ("turn", "value")

    def __init__(self, value: object) -> None:
        self.value, self.turn = value, -1
