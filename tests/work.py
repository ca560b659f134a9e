"""Count the work that something takes, where a clock would tell how busy the machine is."""

from __future__ import annotations

import sys
from collections.abc import Callable


def calls_of(run: Callable[[], object]) -> int:
    """How many calls and returns `run` takes, of Python and of what is built in: the same in every run."""
    counted, before = 0, sys.getprofile()

    def count(*_: object) -> None:
        nonlocal counted
        counted += 1

    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return counted
