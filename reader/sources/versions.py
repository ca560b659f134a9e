"""Tell whether two articles are versions of one: the same address, the same headline in the same outlet, or text."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from reader.text import Article

_RUN = 4
_LONGEST = 6000
_ALIKE = 0.6
"""Share of four-word runs of the shorter text that the longer one holds; reports of one event share far fewer."""


def is_version_of(new: Article, old: Article) -> bool:
    """Whether `new` is another state of the article `old`, and not another outlet's copy of it.

    Outlets reprint agencies word for word; those copies are sources of their own.
    """
    if new.url and old.url:
        here, there = _address(new.url), _address(old.url)
        if here == there and here[1] != "?":  # the front page of an outlet is no article's address
            return True
        if here[0] != there[0]:
            return False
    outlets = new.publisher.casefold(), old.publisher.casefold()
    if all(outlets) and outlets[0] != outlets[1]:
        return False
    same_headline = bool(new.title) and new.title.casefold() == old.title.casefold()
    return (same_headline and all(outlets)) or _overlap(new.text, old.text) >= _ALIKE


def _address(url: str) -> tuple[str, str]:
    """Host and path, without what only says how one came there."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url, ""
    return parts.netloc.casefold().removeprefix("www."), f"{parts.path.rstrip('/')}?{parts.query}"


def _overlap(one: str, other: str) -> float:
    here, there = sorted((_runs(one), _runs(other)), key=len)
    return len(here & there) / len(here) if len(here) >= _RUN and 3 * len(here) > len(there) else 0.0


@lru_cache(maxsize=64)
def _runs(text: str) -> frozenset[int]:
    """Every run of words, of letters where a text has no spaces, as a hash; of its beginning where it is long."""
    words: list[str] = text[: 10 * _LONGEST].casefold().split()[:_LONGEST]
    if 12 * len(words) < len(text[: 10 * _LONGEST]):
        words = [letter for letter in text[: 2 * _LONGEST] if not letter.isspace()]
    return frozenset(map(hash, zip(*(words[n:] for n in range(_RUN)), strict=False)))
