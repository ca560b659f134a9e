"""Let long work be stopped between any two of its steps, without handing a callback through every function."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

_Item = TypeVar("_Item")
_CHECK: ContextVar[Callable[[], None] | None] = ContextVar("check", default=None)


@contextmanager
def stoppable(check: Callable[[], None]) -> Iterator[None]:
    """Inside it, in this thread, `checkpoint()` calls `check()`, which raises to stop the work."""
    token = _CHECK.set(check)
    try:
        yield
    finally:
        _CHECK.reset(token)


def checkpoint() -> None:
    """Called in loops over sentences, names or passages; costs next to nothing when nobody watches."""
    check = _CHECK.get()
    if check is not None:
        check()


def watched(items: Sequence[_Item], every: int = 16) -> Iterator[_Item]:
    """The items in order, with a checkpoint before every so many of them: for loops whose steps are quick."""
    for start in range(0, len(items), every):
        checkpoint()
        yield from items[start : start + every]
