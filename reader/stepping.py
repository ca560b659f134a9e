"""Long work as a generator: it stops to breathe every few milliseconds, and whoever drives it says when it goes on."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

Result = TypeVar("Result")
Steps = Generator[None, None, Result]
"""Work that returns something at its end."""
Shares = Generator[float, None, Result]
"""Work that tells at each step the share of it that is done (0-1), and returns something at its end."""


def at_once(steps: Generator[object, None, Result]) -> Result:
    """Do all of the work now, and give what it returns."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result
