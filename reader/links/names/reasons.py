"""Say in a few plain words what two spellings of a name differ in."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Postfix, Prefix

from reader.links.names.given import are_forms
from reader.links.names.skeleton import skeleton

_SOUNDS = tuple(map(frozenset, ("aeiouyw", "bpfvw", "ckgqxh", "cszxjt", "dt", "gjy")))
"""Letters that spell sounds near each other, in one language or from one to another."""


def change(a: str, b: str) -> str:
    """What two spellings of a word differ in: "kh and h may spell one sound" for akhbar and ahbar."""
    if are_forms(a, b):
        return f"{a.capitalize()} and {b.capitalize()} are forms of one given name"
    begin = Prefix.similarity(a, b)
    end = Postfix.similarity(a[begin:], b[begin:])
    x, y = a[begin : len(a) - end], b[begin : len(b) - end]
    if len(x + y) == 1 and begin and x + y == a[begin - 1]:
        return f"{x + y} doubled"
    if not x or not y:  # one letter more: show it with its neighbour
        x, y = a[begin : len(a) - end + 1], b[begin : len(b) - end + 1]
    if not x or not y:
        x, y = a[max(begin - 1, 0) :], b[max(begin - 1, 0) :]
    x, y = (x, y) if max(len(x), len(y)) < 4 else (a.capitalize(), b.capitalize())
    sound = skeleton(a) == skeleton(b) or any({*x} & sounds and {*y} & sounds for sounds in (*_SOUNDS, {*x}))
    return f"{x} and {y} may spell one sound" if sound else f"spelled with {x} or {y}"


def written_apart(left: Sequence[str], right: Sequence[str]) -> str:
    """Which words of two names are one word in one of them, and what else differs in spelling."""
    begin = 0
    while begin < min(len(left), len(right)) - 1 and skeleton(left[begin]) == skeleton(right[begin]):
        begin += 1
    end = 0
    most = min(len(left), len(right)) - begin - 1
    while end < most and skeleton(left[-1 - end]) == skeleton(right[-1 - end]):
        end += 1
    x, y = left[begin : len(left) - end], right[begin : len(right) - end]
    compared = [*zip(left[:begin], right[:begin], strict=True), ("".join(x), "".join(y))]
    compared += zip(left[len(left) - end :], right[len(right) - end :], strict=True)
    said = [f"{_shown(x)} / {_shown(y)} written apart or together"]
    return "; ".join([*said, *(change(a, b) for a, b in compared if a != b)][:3])


def _shown(words: Sequence[str]) -> str:
    return " ".join(word.capitalize() for word in words)
