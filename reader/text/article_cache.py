"""What was worked out for the articles lately read: one step asks for it, and the next asks for all of them again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from reader.text.article import Article

Value = TypeVar("Value")
MOST, LONGEST = 1_000_000, 60_000
"""So many code points of articles together, none longer than that, are kept in mind."""


class ArticleCache(Generic[Value]):
    """Asked for an article as a function is; `work_out` is asked for one that is not there."""

    def __init__(self, work_out: Callable[[Article], Value]) -> None:
        self._work_out = work_out
        self._held: dict[Article, Value] = {}
        self._length = 0

    def __call__(self, article: Article) -> Value:
        if (held := self._held.get(article)) is not None:
            return held
        value = self._work_out(article)
        if (length := len(article.text)) <= LONGEST:
            if self._length + length > MOST:
                self._held.clear()
                self._length = 0
            self._held[article] = value
            self._length += length
        return value
