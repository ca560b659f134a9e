"""Tell English plural nouns."""

from __future__ import annotations

_IRREGULAR = {
    "people", "men", "women", "children", "police", "troops", "personnel", "cattle", "staff", "crew", "folk", "fish",
    "aircraft", "spacecraft", "sheep", "deer", "teeth", "feet", "media", "data", "criteria", "phenomena", "lives",
    "wives", "knives", "leaves", "thieves", "mice", "geese", "oxen", "artillery", "infantry", "cavalry"
}  # fmt: skip
_SINGULAR_S = ("ss", "us", "is")
_SINGULAR_AS = {
    "alas", "alias", "arkansas", "atlas", "bias", "canvas", "christmas", "dallas", "kansas", "overseas", "pancreas",
    "texas", "whereas",
}  # fmt: skip
""" "Areas", "cameras" and "villas" are plurals."""


def is_plural(word: str) -> bool:
    """Whether a folded English word looks like a plural noun."""
    tail = word.rsplit("-", 1)[-1]
    return (
        tail in _IRREGULAR
        or (tail.endswith("men") and len(tail) > 5)
        or (len(tail) > 3 and tail.endswith("s") and not tail.endswith(_SINGULAR_S) and tail not in _SINGULAR_AS)
    )
