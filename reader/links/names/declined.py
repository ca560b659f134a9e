"""Undo the cases of Russian and Ukrainian names, so that they can be compared with names that are not declined."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.mentions import given_names

_LEAST = 3
"""Letters that an ending must leave of a word."""
_CASES = tuple(
    (ending, nominatives.split(" "))
    for ending, nominatives in (
        ("овым", "ов"), ("евым", "ев"), ("иным", "ин"), ("овим", "ов"), ("евим", "ев"), ("єву", "їв"), ("єва", "їв"),
        ("ого", "ий ый ой е"), ("его", "ий"), ("ього", "ій"), ("ому", "ий ый ой е"), ("ему", "ий"),
        ("им", "ий"), ("ым", "ый ой"), ("ом", " "), ("ем", "ь й "), ("єм", "й"), ("ові", " "), ("еві", "ь "),
        ("єві", "й"), ("ой", "а ая"), ("ою", "а ая"), ("ої", "а"), ("ей", "а я"), ("ею", "а я"), ("єю", "я"),
        ("ію", "ія"), ("ии", "ия"), ("ії", "ія"), ("ию", "ия"), ("а", " "), ("я", "й ь"), ("у", " а"), ("ю", "й ь я"),
        ("ы", "а"), ("и", "а я"), ("і", "а "), ("е", "а "), ("ї", "я"),
    )
)  # fmt: skip
"""Endings of names in the singular, and what stands in their place in the nominative."""
_NEVER_FIRST = ("ого", "ому", "ським", "ским", "овым", "евым", "овим", "ові", "еві", "єві", "ске", "ську", "граде")
"""Endings that no name has in the nominative."""


def undeclined(name: str, likeness: Callable[[str], float]) -> str:
    """A Cyrillic name with each word in the form that is most like the other name, as `likeness` tells of words.

    It is left as it is where it may be a nominative: a single word with a common ending, or a given name that the
    lists know ("Александра" is a woman too).
    """
    words = name.split()
    told = words[0].casefold() in given_names() if len(words) > 1 else not words[0].casefold().endswith(_NEVER_FIRST)
    return name if told else " ".join(max(_forms(word), key=likeness) for word in words)


def _forms(word: str) -> Sequence[str]:
    """A word, and what it may be in the nominative."""
    low = word.casefold()
    return [word] + [
        word[: len(word) - len(ending)] + nominative
        for ending, nominatives in _CASES
        if low.endswith(ending) and len(word) - len(ending) >= _LEAST
        for nominative in nominatives
    ]
