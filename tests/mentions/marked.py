"""Sentences with their expressions marked: `Rents rose by [7.25 percent|7.25 %] in [May|2016-05]`."""

from __future__ import annotations

import re
from pathlib import Path

from reader.mentions import DateValue, Duration, Mention, Quantity, find_mentions
from reader.text import Article

_MARK = re.compile(r"\[([^]|]+)\|([^]]+)\]")
_BOUNDS = {"at least": ">=", "more than": ">", "at most": "<=", "less than": "<"}
PUBLISHED = "2016-12-01"  # a Thursday


def marked_lines(path: Path) -> list[tuple[str, str]]:
    """(language, marked sentence) of every line that is no comment."""
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    return [(language, sentence) for language, sentence in (line.split("\t") for line in lines)]


def unmarked(sentence: str) -> str:
    return _MARK.sub(r"\1", sentence)


def mark_all(text: str, language: str) -> str:
    """The sentence with every number, measure and date that is found marked, and its value in short."""
    article = Article.from_text(text, language=language, published=PUBLISHED)
    found = [m for m in find_mentions(article) if isinstance(m.value, Quantity | Duration | DateValue)]
    done, place = "", 0
    for mention in found:
        done += f"{text[place : mention.span.start]}[{mention.text}|{short(mention)}]"
        place = mention.span.end
    return done + text[place:]


def short(mention: Mention) -> str:
    """The value of a mention: `~6000`, `>=17`, `5..7 mile`, `#3`, `2016-11`, `XXXX-10-01`."""
    value = mention.value
    if isinstance(value, DateValue):
        return "|".join([value.iso, *(other.iso for other in value.alternatives)])
    assert isinstance(value, Quantity | Duration)
    low, high = value.low, value.high
    ends = _plain(high if low is None else low)
    if None not in (low, high) and low != high:
        ends = f"{_plain(low)}..{_plain(high)}"
    sign = "#" if mention.kind == "ordinal" else _BOUNDS.get(value.bound, "~" if value.approximate else "")
    return f"{sign}{ends} {value.unit}".rstrip()


def _plain(number: float | None) -> str:
    if number is None or number == int(number):
        return f"{number or 0:.0f}"
    return f"{number:.6g}"
