"""Keep Python's garbage collector from walking over a large result again and again while it comes in."""

from __future__ import annotations

import gc

_MANY = 20
"""So many pieces make a result large."""


class Collecting:
    """Collects once when a large result begins to come, and leaves what has come alone for ever.

    A comparison is a tree of values, freed as soon as nobody holds it; the collector finds nothing in it, but each look
    at a million of them stops the window for half a second.
    """

    def __init__(self) -> None:
        self._pieces = 0

    def piece_came(self) -> None:
        """A piece of a result is here."""
        self._pieces += 1
        if self._pieces == _MANY:
            gc.collect()
            gc.disable()

    def all_came(self) -> None:
        """The result is complete, or will never be."""
        if self._pieces >= _MANY:
            gc.freeze()
            gc.enable()
        self._pieces = 0
