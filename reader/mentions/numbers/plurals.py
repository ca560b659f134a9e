"""Tell English plurals, and their singulars."""

from __future__ import annotations

from reader.mentions.words.tokens import fold

_IRREGULAR = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "police",
        "troops",
        "personnel",
        "cattle",
        "staff",
        "crew",
        "folk",
        "fish",
        "aircraft",
        "spacecraft",
        "sheep",
        "deer",
        "teeth",
        "feet",
        "media",
        "data",
        "criteria",
        "phenomena",
        "lives",
        "wives",
        "knives",
        "leaves",
        "thieves",
        "mice",
        "geese",
        "oxen",
        "artillery",
        "infantry",
        "cavalry",
    ]
)
_SINGULAR_S = ("ss", "us", "is", "as")


def is_plural(word: str) -> bool:
    """Whether a folded English word looks like a plural noun."""
    tail = word.rsplit("-", 1)[-1]
    return (
        tail in _IRREGULAR
        or (tail.endswith("men") and len(tail) > 5)
        or (len(tail) > 3 and tail.endswith("s") and not tail.endswith(_SINGULAR_S))
    )


def singular(word: str) -> str:
    """The singular of an English noun, folded: "Fighters" -> "fighter"; other words come back folded."""
    word = fold(word)
    for plural, one in (("people", "person"), ("men", "man"), ("children", "child"), ("lives", "life")):
        if word == plural or (word.endswith(plural) and plural == "men" and len(word) > 5):
            return word[: -len(plural)] + one
    if not is_plural(word) or word in _IRREGULAR:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]
