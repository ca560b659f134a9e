"""How a file is called in what the reader is told: one line, whatever its name holds."""

from __future__ import annotations

from collections.abc import Collection

_LONGEST = 80


def told_name(path: str) -> str:
    """The last part of a path in one line of printable letters, the middle of a very long one left out."""
    name = path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in name).split()) or "the file"
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 20]}…{plain[-18:]}"


def distinct(name: str, taken: Collection[str]) -> str:
    """The name, with a number behind it when it is taken."""
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name} ({number})"
    return found
