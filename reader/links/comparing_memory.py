"""What a comparison may keep for the next one: the work done for each article and each pair of articles."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import islice
from typing import TypeVar

_T = TypeVar("_T")
_NOTHING = object()


class Memory:
    """Results by what they were made from; whatever the last finished comparison did not use is forgotten.

    A key begins with the name of the step and says exactly what its result depends on. What depends on one source is
    kept by its article and what its names are called (a name that others join or part changes the claims of passages
    that name it, and of those behind them, and no more); what depends on two sources by the two and by which of their
    names are one, a source being set against all those asked for at once; what the values of two claims say by the two
    claims, and what a row says by its claims. What depends on all sources (how rare a word is, which claims make a row)
    is made anew, in columns of numbers, as soon as one of them is another.

    Held by whoever compares again and again (the worker process); `compare` itself stays a pure function.
    """

    def __init__(self) -> None:
        self._held: dict[Hashable, object] = {}
        self._used: dict[Hashable, object] = {}
        self._last = 0

    def get(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """What was made for `key`, made now if it is not there."""
        found = self._used.get(key, _NOTHING)
        if found is _NOTHING:
            found = self._held.get(key, _NOTHING)
            self._used[key] = found = make() if found is _NOTHING else found
        return found  # type: ignore[return-value]

    def whole(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """As `get`, for what is made of much that is held too: while the whole is used, its parts are not forgotten."""
        before = len(self._used)
        made: tuple[_T, list[Hashable]] = self.get(key, lambda: (make(), list(islice(self._used, before, None))))
        found, parts = made
        self._used.update({part: self._held[part] for part in parts if part not in self._used and part in self._held})
        return found

    def all(self, keys: Sequence[Hashable], make: Callable[[list[int]], Iterable[_T]]) -> list[_T]:
        """What was made for each of `keys`; what is not there is made now at once, `make` being given its places."""
        missing = [place for place, key in enumerate(keys) if key not in self._used and key not in self._held]
        if missing:
            self._used.update(zip([keys[place] for place in missing], make(missing), strict=True))
        return [self._used.setdefault(key, self._held.get(key)) for key in keys]  # type: ignore[misc]

    def one(self, key: Hashable) -> int:
        """A number that stands for `key` in other keys, so that a long one is compared once and not for every pair."""
        self._last += 1
        return self.get(key, lambda: self._last)

    def finish(self) -> None:
        """Forget what was not used since the last call."""
        self._held, self._used = self._used, {}

    def __len__(self) -> int:
        return len(self._held)
