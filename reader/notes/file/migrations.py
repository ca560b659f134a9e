"""Bring the plain JSON values of an older project file to the present major version, one function for each step.

A step from major version N changes the values of a file of version N into those of version N + 1. Version 1 is the
first, so there is none yet. A fixture of every version is kept in `tests/notes/file/projects` for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Step = Callable[[dict[str, Any]], dict[str, Any]]

STEPS: Mapping[int, Step] = {}


def migrate(plain: dict[str, Any], version: int, present: int, steps: Mapping[int, Step] = STEPS) -> dict[str, Any]:
    """The values of a file of major `version` as the `present` one writes them; KeyError when a step is missing."""
    for number in range(version, present):
        plain = steps[number](plain)
    return plain
