"""Functions for the worker process of test_runner."""

from __future__ import annotations

import os
import sys
import time

from reader.errors import AnalysisStopped, LoadError
from reader.text import Article


def count(number: int, *, progress) -> int:
    progress(0.0, "counting")
    return number


def modules() -> list[str]:
    return sorted(sys.modules)


def analysis_on_one_thread() -> bool:
    import reader.links  # noqa: F401 - the room sees to it
    from reader.threads import on_one_thread

    return on_one_thread()


def polite(seconds: float, *, progress, should_stop) -> str:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        progress(0.5, "waiting")
        if should_stop():
            raise AnalysisStopped("stopped")
        time.sleep(0.002)
    return "waited"


def stubborn(*, progress) -> None:
    progress(0.1, "deaf")
    while True:
        time.sleep(0.01)


def refuse() -> None:
    raise LoadError("“a.txt” is locked. Unlock it.")


def stumble() -> float:
    return 1 / 0


def die() -> None:
    os._exit(3)


def lengths(articles: tuple[Article, ...], again: int) -> tuple[tuple[Article, int], ...]:
    return tuple((article, len(article.text) + again) for article in articles)


def identities(articles: tuple[Article, ...]) -> list[int]:
    return [id(article) for article in articles]


def many(number: int, *, progress) -> list[tuple[int, str]]:
    progress(1.0, "counted")
    return [(n, f"boat {n}") for n in range(number)]
