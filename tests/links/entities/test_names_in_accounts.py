"""Short own accounts of one event in pairs, their names marked: exact spans, and names of one thing joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.links import compare
from reader.text import Article

DATA = Path(__file__).parents[1] / "data"
_MARK = re.compile(r"\[([^]|]+)\|([^]]+)\]")
Place = tuple[int, int, int]
"""The number of the account, and where a name begins and ends in it."""


@dataclass
class Score:
    """How many spans and how many links are right, found and wanted."""

    spans: tuple[int, int, int]
    links: tuple[int, int, int]

    @staticmethod
    def f1(right: int, found: int, wanted: int) -> float:
        return 2 * right / (found + wanted)


def pairs(file: Path) -> Iterator[tuple[list[str], list[str]]]:
    """The languages and the marked texts of each pair, or of more of one event; a head line may end in {en}{es}."""
    for block in file.read_text(encoding="utf-8").split("=== ")[1:]:
        head, _, body = block.partition("\n")
        texts = [text.strip("\n") for text in body.split("\n---\n")]
        yield re.findall(r"\{(\w\w)\}", head) or ["en"] * len(texts), texts


def marked(number: int, text: str) -> tuple[str, dict[Place, str]]:
    """A text without its marks, and the name of what is meant at each place."""
    plain, places, at = "", {}, 0
    for m in _MARK.finditer(text):
        plain += text[at : m.start()]
        places[number, len(plain), len(plain) + len(m[1])] = m[2]
        plain, at = plain + m[1], m.end()
    return plain + text[at:], places


def overlap(a: Place, b: Place) -> bool:
    """Whether two places share half of the shorter one."""
    shared = min(a[2], b[2]) - max(a[1], b[1])
    return a[0] == b[0] and 0 < 2 * shared >= min(a[2] - a[1], b[2] - b[1])


def score(file: Path) -> Score:
    """Names marked `skip` are judged neither way; a link is right where both ends are parts of one thing's names."""
    spans, links = [0, 0, 0], [0, 0, 0]
    for languages, texts in pairs(file):
        read = [marked(number, text) for number, text in enumerate(texts)]
        wanted = {place: meant for _, places in read for place, meant in places.items()}
        comparison = compare(
            [Article.from_text(t, language=lang) for (t, _), lang in zip(read, languages, strict=True)]
        )
        places = {
            m.id: (number, m.span.start, m.span.end)
            for number, source in enumerate(comparison.sources)
            for m in source.mentions
        }
        found = [[places[m] for m in entity.mentions] for entity in comparison.entities]
        skipped = [place for place, meant in wanted.items() if meant == "skip"]
        gold = {place: meant for place, meant in wanted.items() if meant != "skip"}
        judged = {p for group in found for p in group if not any(overlap(p, s) for s in skipped)}
        spans = [a + b for a, b in zip(spans, (len(judged & gold.keys()), len(judged), len(gold)), strict=True)]
        covered: set[tuple[Place, Place]] = set()
        right = said = 0
        for group in found:
            for a, b in ((a, b) for a in group for b in group if a[0] < b[0]):
                ends = [(x, y) for x in gold if overlap(a, x) for y in gold if overlap(b, y)]
                good = {(x, y) for x, y in ends if gold[x] == gold[y]}
                covered, right, said = covered | good, right + bool(good), said + bool(ends)
        all_links = sum(1 for x in gold for y in gold if x[0] < y[0] and gold[x] == gold[y])
        links = [a + b for a, b in zip(links, (min(right, len(covered)), said, all_links), strict=True)]
    return Score((spans[0], spans[1], spans[2]), (links[0], links[1], links[2]))


@pytest.mark.parametrize(
    ("file", "spans", "links"),
    [
        ("names_in_accounts.txt", 0.94, 0.95),
        ("names_in_accounts_held_out.txt", 0.95, 0.94),
        ("names_in_accounts_new.txt", 0.96, 0.96),
        ("names_in_accounts_last.txt", 0.93, 0.94),
        ("names_in_topics.txt", 0.96, 0.96),
        ("names_in_topics_held_out.txt", 0.91, 0.91),
        ("names_in_topics_new.txt", 0.96, 0.91),
        ("names_in_topics_last.txt", 0.88, 0.94),
        ("names_in_reports.txt", 0.95, 0.92),
        ("names_in_reports_held_out.txt", 0.89, 0.93),
        ("names_in_wires.txt", 0.91, 0.84),
        ("names_in_papers.txt", 0.85, 0.88),
    ],
)
def test_names_in_pairs_of_accounts(file: str, spans: float, links: float) -> None:
    found = score(DATA / file)
    assert Score.f1(*found.spans) >= spans
    assert Score.f1(*found.links) >= links
