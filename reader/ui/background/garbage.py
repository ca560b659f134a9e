"""Keep Python's garbage collector from walking over large results again and again while they are made.

A comparison is a tree of values that is freed as soon as nobody holds it. The collector finds nothing in it, but each
look at a million of them stops the window for half a second.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_pauses = 0


def pause() -> None:
    """Collect nothing until `go_on` was called as often."""
    global _pauses
    if not _pauses:
        gc.collect(1)
        gc.disable()
    _pauses += 1


def go_on() -> None:
    """Collect again; what was made in the pause is not looked at any more."""
    global _pauses
    _pauses -= 1
    if not _pauses:
        gc.freeze()
        gc.enable()


@contextmanager
def uncollected() -> Iterator[None]:
    """A pause around work that makes many values."""
    pause()
    try:
        yield
    finally:
        go_on()
