"""Run the gold set of verdicts: what the ledger says of each pair, and how often a careful reader would say so."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from reader.links import Comparison, compare
from reader.text import Article

DATA = Path(__file__).parent / "data"
FILES = (
    "verdicts.jsonl",
    "verdicts_reports.jsonl",
    "verdicts_held_out.jsonl",
    "verdicts_sample_kinds.jsonl",
    "verdicts_short.jsonl",
)
LISTED = ("verdicts_conflict.toml", "verdicts_business.toml", "verdicts_abroad.toml", "verdicts_again.toml")
"""Pairs of sentences, each a list: see the first line of the files."""
SILENT = "not comparable"


@dataclass
class Score:
    """How many verdicts were right, in all and by verdict, and what was said instead."""

    right: int = 0
    total: int = 0
    by_verdict: dict[str, list[int]] = field(default_factory=dict)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def accuracy(self) -> float:
        return self.right / self.total

    def share(self, verdict: str) -> float:
        right, total = self.by_verdict[verdict]
        return right / total

    def __str__(self) -> str:
        told = ", ".join(f"{v} {r}/{t}" for v, (r, t) in sorted(self.by_verdict.items()))
        return f"{self.right}/{self.total} = {self.accuracy:.2f} ({told})"


def read(name: str) -> list[dict[str, Any]]:
    text = (DATA / name).read_text(encoding="utf-8")
    return _listed(name, tomllib.loads(text)) if name in LISTED else [json.loads(line) for line in text.splitlines()]


def _listed(name: str, held: dict[str, Any]) -> list[dict[str, Any]]:
    rows = [(languages.split("-"), row) for languages, rows in held["pairs"].items() for row in rows]
    return [
        {
            "id": f"{name} {number}", "kind": kind, "verdict": verdict, "accept": accept,
            "a": {"text": a, "published": held["published"], "language": of_a}, "expression_a": in_a,
            "b": {"text": b, "published": held["published"], "language": of_b}, "expression_b": in_b,
        }
        for number, ((of_a, of_b), (kind, verdict, a, b, in_a, in_b, *accept)) in enumerate(rows, 1)
    ]  # fmt: skip


def article(side: dict[str, Any], key: str) -> Article:
    return Article.from_text(
        side["text"],
        published=side.get("published"),
        language=side.get("language", ""),
        title=side.get("title", ""),
        key=key,
    )


def verdict_of(pair: dict[str, Any]) -> str:
    """What the ledger says of the two expressions: the verdict of their common row, or *not comparable*."""
    comparison = compare([article(pair["a"], "a"), article(pair["b"], "b")])
    a, b = (meant(comparison, i, pair["kind"], pair[f"expression_{s}"]) for i, s in enumerate("ab"))
    rows = [row for row in comparison.ledger if row.kind == pair["kind"]]
    if pair["expression_a"] and pair["expression_b"]:
        common = [row for row in rows if a & set(row.cells.get("A", ())) and b & set(row.cells.get("B", ()))]
        return common[0].verdict if common else SILENT
    said = [row for row in rows if (a | b) & set(row.mentions)]
    return said[0].verdict if said else SILENT


def meant(comparison: Comparison, index: int, kind: str, expression: str) -> set[str]:
    """Ids of the mentions in the rows of that kind that overlap the expression."""
    if not expression:
        return set()
    source = comparison.sources[index]
    start = source.article.text.index(expression)
    ranked = {m for row in comparison.ledger if row.kind == kind for m in row.mentions}
    return {
        m.id for m in source.mentions
        if m.id in ranked and m.span.start < start + len(expression) and start < m.span.end
    }  # fmt: skip


@lru_cache(maxsize=8)
def score(name: str) -> Score:
    result = Score()
    for pair in read(name):
        said = verdict_of(pair)
        right = said == pair["verdict"] or said in pair.get("accept", ())
        result.total += 1
        result.right += right
        held = result.by_verdict.setdefault(pair["verdict"], [0, 0])
        held[0] += right
        held[1] += 1
        if not right:
            result.wrong.append((pair["id"], pair["verdict"], said))
            result.confused[pair["verdict"], said] += 1
    return result
