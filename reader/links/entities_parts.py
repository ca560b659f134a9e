"""Tell whether one name is a short form of another: a surname, the first words of a body's name, or its initials."""

from __future__ import annotations

from dataclasses import dataclass

from reader.links.entities_forms import Form
from reader.links.names import word_similarity
from reader.links.names_skeleton import is_particle
from reader.mentions import cues


@dataclass(frozen=True, slots=True)
class Part:
    """Form `short` (an index) may be a short form of form `long`, and why."""

    short: int
    long: int
    reason: str


def part_of(a: Form, b: Form) -> Part | None:
    """Whether the shorter of two forms stands for the longer."""
    if a.acronym != b.acronym and min(len(a.words), len(b.words)) == 1:
        short, long = (a, b) if a.acronym else (b, a)
        if len(long.words) > 1 and _initials(short.words[0], long.words) and long.kind != "person":
            return Part(short.index, long.index, f"acronym of {long.text}")
    if len(a.words) == len(b.words):
        return None
    short, long = (a, b) if len(a.words) < len(b.words) else (b, a)
    reason = _surname(short, long) if long.kind == "person" else _beginning(short, long)
    return Part(short.index, long.index, reason) if reason else None


def _initials(acronym: str, words: tuple[str, ...]) -> bool:
    return acronym in ("".join(w[0] for w in words), "".join(w[0] for w in words if not is_particle(w)))


def _alike(a: str, b: str) -> bool:
    return word_similarity(a, b) >= 88


def _surname(short: Form, long: Form) -> str:
    if short.place or short.kind in ("place", "organisation", "nationality"):
        return ""
    if len(short.words) == 1 and _alike(short.words[0], long.words[-1]):
        return f"surname of {long.text}"
    if len(short.words) == 1 and _alike(short.words[0], long.words[0]):
        return f"given name of {long.text}"
    ends = all(_alike(x, y) for x, y in zip(reversed(short.words), reversed(long.words), strict=False))
    return f"short for {long.text}" if ends else ""


def _beginning(short: Form, long: Form) -> str:
    rest = _rest(short.words, long.words)
    if rest is None or short.kind == "person" or any(w in cues("direction") for w in rest):
        return ""
    if short.place:
        return f"short for {long.text}" if all(w in cues("generic place") for w in rest) else ""
    return f"short for {long.text}"


def _rest(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[str, ...] | None:
    """The words of `long` after `short` at its beginning; None if it does not begin so."""
    if all(_alike(x, y) for x, y in zip(short, long, strict=False)):
        return long[len(short) :]
    return None
