"""Pair passages of two sources that speak of the same thing, wherever they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import exp

import numpy as np

from reader.links.passages.candidates import candidates
from reader.links.passages.lexicon import words_of
from reader.links.passages.similarity import PairScores
from reader.links.passages.vocabulary import Vocabulary, weigh
from reader.links.passages.why import Reasons
from reader.links.values import Alignment, ComparedSource, Side
from reader.stopping import checkpoint
from reader.text import detect_language

ALIGNED = 0.5
"""Least score of a pair that is shown as aligned."""
RAW_ALIGNED = 0.36
"""Where that stands on the scale before calibration (best pair F1 on the development documents)."""
RAW_ALIGNED_ACROSS = 0.26
"""The same for two languages, where only names, numbers and related words can be the same."""
FOR_LANGUAGE = 60
"""Passages by which the language of a list of them is told."""
NEIGHBOURS = 1.0
"""What the mean score of the pairs around a pair adds to it: accounts tend to tell things in runs."""
REACH = 2
OPENING, OPENING_LENGTH = 0.5, 6
"""What two first passages gain, and over how many passages that falls off: reports open with the event itself."""
OUT_OF_ORDER = 0.05
"""What is lost where one passage stands at the start and the other at the end of its source."""
MOST_PARTNERS = 6
"""Partners of one passage that are kept, best first."""
_NEAR = tuple(
    (di, dj, 1 / (abs(di) + abs(dj))) for di in range(-REACH, REACH + 1) for dj in range(-REACH, REACH + 1) if di or dj
)
_NEAR_WEIGHT = sum(weight for _, _, weight in _NEAR)


def align_passages(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, float]]:
    """Pairs (index in `a`, index in `b`, score 0-1) that speak of one thing, in order of `a`, best first.

    Many-to-many, crossing, and sparse: only pairs that score at least `ALIGNED`.
    """
    languages = {detect_language("\n".join(texts[:FOR_LANGUAGE])) for texts in (a, b)}
    left, right = (Vocabulary([words_of(text) for text in texts]) for texts in (a, b))
    return _align(PairScores(*weigh(left, right)), range(len(a)), range(len(b)), _aligned_from(languages))


def align_sources(
    a: ComparedSource,
    b: ComparedSource,
    vocabularies: tuple[Vocabulary, Vocabulary],
    same: Iterable[tuple[str, str]],
    check: Callable[[], None] | None = None,
) -> list[Alignment]:
    """Alignments of two sources, one a pair of passages, in order of `a`, best first, each with its reason.

    `same` are the groups of the one vocabulary and of the other that are one entity, number or date: names of one
    entity count as one word, as do numbers and dates of equal value. Boilerplate and repeats are never aligned;
    headings and captions only with their own kind or text. `check()` is called for each passage and may raise to stop.
    """
    left, right = weigh(*vocabularies, same)
    languages = {s.article.language[:2].lower() or detect_language(s.article.text) for s in (a, b)}
    scored = _align(PairScores(left, right), _alignable(a), _alignable(b), _aligned_from(languages), check)
    reasons = Reasons(left, right)
    return [
        Alignment(Side(a.id, (i,)), Side(b.id, (j,)), score, reasons.why(i, j))
        for i, j, score in scored
        if "caption" not in (a.passages[i].kind, b.passages[j].kind) or a.passages[i].kind == b.passages[j].kind
    ]


def _alignable(source: ComparedSource) -> list[int]:
    return [i for i, p in enumerate(source.passages) if p.kind != "boilerplate" and p.repeats is None]


def _aligned_from(languages: set[str]) -> float:
    return RAW_ALIGNED_ACROSS if len(languages - {""}) > 1 else RAW_ALIGNED


def _align(
    pairs: PairScores,
    left: Sequence[int],
    right: Sequence[int],
    aligned_from: float,
    check: Callable[[], None] | None = None,
) -> list[tuple[int, int, float]]:
    total_a, total_b = len(pairs.left.own.wordings), len(pairs.right.own.wordings)
    places: list[tuple[int, int]] = []
    raw: list[float] = []
    for one, others in candidates(pairs, left, right).items():
        if check is not None:
            check()
        checkpoint()
        raw += pairs.scores(one, others).tolist()
        places += [(one, other) for other in others]
    near = around(places, raw, total_b)
    scored = [
        (i, j, _calibrated(_placed(score + NEIGHBOURS * more, i, j, total_a, total_b), aligned_from))
        for (i, j), score, more in zip(places, raw, near, strict=True)
    ]
    return _sparse([pair for pair in scored if pair[2] >= ALIGNED])


def around(places: Sequence[tuple[int, int]], raw: Sequence[float], total_b: int) -> list[float]:
    """Mean score of the pairs within reach of each, the nearer the weightier; pairs never scored count as 0.

    `places` are the pairs scored, in order, `raw` their scores, `total_b` how many passages the right side has.
    """
    if not places:
        return []
    width = total_b + 2 * REACH  # so that no step leads from one row of the table to another
    table = np.array(places, dtype=np.int64)
    keys, scores = table[:, 0] * width + table[:, 1], np.array(raw)
    summed = np.zeros(len(keys))
    for di, dj, weight in _NEAR:
        checkpoint()
        wanted = keys + di * width + dj
        found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        summed += np.where(keys[found] == wanted, weight * scores[found], 0.0)
    return (summed / _NEAR_WEIGHT).tolist()  # type: ignore[no-any-return]


def _placed(score: float, i: int, j: int, total_a: int, total_b: int) -> float:
    """`score` with what the places of the two passages in their sources add and take."""
    return score * (1 + OPENING * exp(-(i + j) / OPENING_LENGTH)) - OUT_OF_ORDER * abs(i / total_a - j / total_b)


def _calibrated(raw: float, aligned_from: float) -> float:
    """`raw` bent so that `aligned_from` becomes `ALIGNED` and 1 stays 1."""
    if raw < aligned_from:
        return max(0.0, ALIGNED * raw / aligned_from)
    return min(1.0, ALIGNED + (1 - ALIGNED) * (raw - aligned_from) / (1 - aligned_from))


def _sparse(scored: Sequence[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """The best partners of each passage, of either side."""
    used_a: dict[int, int] = defaultdict(int)
    used_b: dict[int, int] = defaultdict(int)
    kept = []
    checkpoint()
    for i, j, score in sorted(scored, key=lambda pair: (-pair[2], pair[0], pair[1])):
        if used_a[i] < MOST_PARTNERS and used_b[j] < MOST_PARTNERS:
            used_a[i] += 1
            used_b[j] += 1
            kept.append((i, j, round(score, 4)))
    return sorted(kept, key=lambda pair: (pair[0], -pair[2], pair[1]))
