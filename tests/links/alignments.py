"""Run the gold set of alignments: pairs of documents, and which of their sentences tell the same thing.

A file's first line says its kind and languages; then come the sentences of the one document, an empty line, and those
of the other, each behind the numbers of the sentences that it shares a statement with, from 0 ("-": none; "3?": in
part only, which is neither asked for nor wrong).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from reader.links import aligned_cells, compare
from reader.text import Article

DATA = Path(__file__).parent / "data" / "alignments"
HELD_OUT = "_held_out"

Pair = tuple[int, int]
Align = Callable[[Sequence[str], Sequence[str]], Iterable[tuple[int, int, float]]]


@dataclass(frozen=True)
class Case:
    """Two documents and their gold."""

    name: str
    kind: str
    languages: str
    a: list[str]
    b: list[str]
    gold: set[Pair]
    partial: set[Pair]


@dataclass
class Score:
    """How often the best partner was right, and pairs found, rightly found and asked for."""

    hits: int = 0
    asked: int = 0
    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))

    @property
    def hit_at_1(self) -> float:
        return self.hits / self.asked

    @property
    def pair_f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted)

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / self.wanted
        return (
            f"hit@1 {self.hit_at_1:.3f} of {self.asked}, "
            f"pair F1 {self.pair_f1:.3f} (P {precision:.3f} R {recall:.3f} of {self.wanted})"
        )


def cases() -> list[Case]:
    return [_read(path) for path in sorted(DATA.glob("*.txt"))]


def _read(path: Path) -> Case:
    (kind, languages), *lines = (line.split(" ") if not n else line for n, line in enumerate(_lines(path)))
    middle = lines.index("")
    told = [line.split(" | ", 1) for line in lines[middle + 1 :]]
    marks = [(mark, j) for j, (held, _) in enumerate(told) for mark in held.split() if mark != "-"]
    gold, partial = ({(int(mark.rstrip("?")), j) for mark, j in marks if mark.endswith("?") == part} for part in (0, 1))
    return Case(path.stem, kind, languages, lines[:middle], [text for _, text in told], gold, partial)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")


def score(case: Case, align: Align) -> Score:
    best: dict[int, tuple[float, int]] = {}
    pairs = set()
    for i, j, value in align(case.a, case.b):
        pairs.add((i, j))
        best[i] = max(best.get(i, (0.0, -1)), (value, j), key=lambda held: held[0])
    asked = {i for i, _ in case.gold}
    hits = sum(i in best and (i, best[i][1]) in case.gold | case.partial for i in asked)
    judged = pairs - case.partial
    return Score(hits, len(asked), len(judged & case.gold), len(judged), len(case.gold))


def strangers(found: Sequence[Case], align: Align) -> tuple[int, int]:
    """How many passages of unrelated documents are aligned, and in how many pairs of documents."""
    of_one_language = [
        (one.a, other.b) for one in found for other in found if one != other and one.languages == other.languages
    ]
    return sum(len({i for i, _, _ in align(a, b)}) for a, b in of_one_language), len(of_one_language)


def as_in_the_window(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, float]]:
    """Pairs of sentences as `compare` aligns them, each a paragraph of its source."""
    begins = [[0, *accumulate(len(sentence) + 2 for sentence in doc)] for doc in (a, b)]
    found = compare([Article.from_text("\n\n".join(doc), key=key) for doc, key in zip((a, b), "ab", strict=True)])
    one, other = (
        [bisect_right(begin, passage.span.start) - 1 for passage in source.passages]
        for begin, source in zip(begins, found.sources, strict=True)
    )
    return [(one[i], other[j], value) for i, j, value in aligned_cells(found.alignments, "A", "B")]
