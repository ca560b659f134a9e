"""Run whole accounts of one event, two or three at a time: the rows a careful reader expects, and those invented."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from reader.links import ComparedSource, Comparison, LedgerRow, compare
from reader.text import Article
from tests.links.gold import SILENT

DATA = Path(__file__).parent / "data"
FOLDERS = (
    "accounts",
    "accounts_held_out",
    "accounts_unseen",
    "accounts_last",
    "accounts_fresh",
    "accounts_fresh_held_out",
    "accounts_final",
    "accounts_newest",
    "accounts_newest_held_out",
    "accounts_closing",
    "accounts_further",
    "accounts_elliptical",
    "accounts_elliptical_held_out",
    "accounts_elliptical_last",
    "accounts_reports",
    "accounts_reports_held_out",
    "accounts_wire",
    "accounts_wire_held_out",
    "accounts_wire_last",
    "accounts_abroad",
    "accounts_abroad_held_out",
    "accounts_languages",
    "accounts_languages_held_out",
)
"""The accounts the rules were tuned on, those that were not looked into while the rules were made, and the latest."""


@dataclass
class Found:
    """Expected rows and those that were right, silent or of another verdict; joined rows that nobody expects."""

    expected: int = 0
    right: int = 0
    silent: int = 0
    joined: int = 0
    false: int = 0
    false_differ: int = 0
    told: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        wrong = self.expected - self.right - self.silent
        return (
            f"{self.right}/{self.expected} expected rows, {self.silent} silent, {wrong} of another verdict; "
            f"{self.false} of {self.joined} joined rows false ({self.false_differ} differ)"
        )


@lru_cache(maxsize=4)
def score(folder: str) -> Found:
    found = Found()
    for path in sorted((DATA / folder).glob("*.toml")):
        _score(tomllib.loads(path.read_text(encoding="utf-8")), found)
    return found


def _score(pair: dict[str, Any], found: Found) -> None:
    sides = [side for side in "abc" if side in pair]
    articles = [
        Article.from_text(
            pair[side]["text"].strip(),
            published=pair[side].get("published"),
            language=pair[side].get("language", ""),
            key=side,
        )
        for side in sides
    ]
    comparison = compare(articles)
    # Two sources that write the same name are no finding; two names for one part in the event are.
    told = [row for row in comparison.ledger if row.kind != "entity" or row.verdict == "differ"]
    rows = [row for row in told if len(row.cells) > 1]
    known: list[LedgerRow] = []
    for kind, verdict, *said in pair["rows"]:
        told_by, accepted = said[: len(sides)], said[len(sides) :]
        joined = _joining(comparison, rows, kind, told_by)
        known += joined
        found.expected += 1
        said_so = joined[0].verdict if joined else SILENT
        right = said_so in (verdict, *accepted)
        found.right += right
        found.silent += not joined and not right
        if not right:
            found.told.append(f"{pair['name']}: {' | '.join(told_by)}: {said_so}")
    for kind, *said in pair.get("allowed", ()):
        known += _joining(comparison, rows, kind, said)
    false = [row for row in rows if row not in known]
    found.joined += len(rows)
    found.false += len(false)
    found.false_differ += sum(row.verdict == "differ" for row in false)
    found.told += [f"{pair['name']}: false {row.verdict}: {row.reason}" for row in false]


def _joining(comparison: Comparison, rows: list[LedgerRow], kind: str, said: list[str]) -> list[LedgerRow]:
    """The rows that join what every source says; "" for a source that says nothing."""
    spoken = zip(comparison.sources, said, strict=True)
    wanted = [(source.id, _mentions(source, words)) for source, words in spoken if words]
    return [r for r in rows if r.kind == kind and all(ids & set(r.cells.get(who, ())) for who, ids in wanted)]


def _mentions(source: ComparedSource, words: str) -> set[str]:
    start = source.article.text.index(words)
    return {m.id for m in source.mentions if m.span.start < start + len(words) and start < m.span.end}
