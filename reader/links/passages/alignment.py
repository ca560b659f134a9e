"""Pair passages of two sources that speak of the same thing, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from reader.links.passages.candidates import candidates
from reader.links.passages.crowd import Crowd, NamedWords
from reader.links.passages.lexicon import words_of
from reader.links.passages.nearness import Nearness
from reader.links.passages.similarity import chosen_scores, looked_up_scores
from reader.links.passages.vocabulary import Rows, Vocabulary
from reader.stopping import checkpoint
from reader.text import detect_language

ALIGNED, HARDLY = 0.5, 0.4
"""Least score of a pair that is shown as aligned; and of one that is kept, because the ledger takes it for a hint."""
RAW_ALIGNED, RAW_SURER = 0.71, 0.4
"""Where that stands on the scale before calibration (good pair F1 and hits on the development documents); and how far
above it a pair is nearly two thirds of the way to 1, which none reaches: of two openings alike one is still nearer."""
RAW_ALIGNED_ACROSS = 0.28
"""Where the first stands for two languages, where only names, numbers and related words can be the same."""
FOR_LANGUAGE = 60
"""Passages by which the language of a list of them is told."""
NEIGHBOURS = 1.0
"""What the mean score of the pairs around a pair adds to it: accounts tend to tell things in runs."""
REACH = 2
SUBSTANCE, MUCH = 0.3, 0.3
"""What much in common adds, however much else the passages say; and the weight of shared words that is fairly much.
In two languages it adds nothing: there words are near by chance."""
OPENING, OPENING_LENGTH = 0.6, 6
"""What two first passages gain, and over how many passages that falls off: reports open with the event itself."""
OUT_OF_ORDER = 0.05
"""What is lost where one passage stands at the start and the other at the end of its source."""
MOST_PARTNERS = 6
"""Partners of one passage that are kept, best first."""
WHOLE_TABLE = 1500
"""Words of one source up to which all its passages are scored with all of another; beyond it only candidates are."""
TOGETHER = 40_000
"""Words, each once a passage, of the sources that are set against another at once."""
ROOM = 4_000_000
"""Places of a table up to which scores are looked up in it."""
_NEAR = tuple(
    (di, dj, 1 / (abs(di) + abs(dj))) for di in range(-REACH, REACH + 1) for dj in range(-REACH, REACH + 1) if di or dj
)
_NEAR_WEIGHT = sum(weight for _, _, weight in _NEAR)

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Passages that speak of one thing, or may: indices in the one source and in the other, and scores 0-1; in order of
    the one, best first."""

    ones: Rows
    others: Rows
    scores: Numbers

    def surely(self) -> Pairs:
        """Those that are shown as aligned."""
        sure = self.scores >= ALIGNED
        return Pairs(self.ones[sure], self.others[sure], self.scores[sure])


def align_passages(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, float]]:
    """Pairs (index in `a`, index in `b`, score 0-1) that speak of one thing, in order of `a`, best first.

    Many-to-many, crossing, and sparse: only pairs that score at least `ALIGNED`.
    """
    across = len({detect_language("\n".join(texts[:FOR_LANGUAGE])) for texts in (a, b)} - {""}) > 1
    left, right = (NamedWords(Vocabulary([words_of(text) for text in texts])) for texts in (a, b))
    found = next(iter(align_words([left], right, [across], Nearness()))).surely()
    return list(zip(found.ones.tolist(), found.others.tolist(), found.scores.tolist(), strict=True))


def align_words(
    lefts: Sequence[NamedWords], right: NamedWords, across: Sequence[bool], nearness: Nearness
) -> Iterator[Pairs]:
    """The pairs of passages of each of `lefts` and of `right` that speak of one thing, or may, source by source.

    Names of one entity count as one word, as do numbers and dates of equal value. `across` tells which of `lefts` are
    of another language.
    """
    start = 0
    while start < len(lefts):
        end = start + 1
        size = len(lefts[start].own.on_end)
        if _short(lefts[start], right):
            while end < len(lefts) and _short(lefts[end], right) and size + len(lefts[end].own.on_end) <= TOGETHER:
                size += len(lefts[end].own.on_end)
                end += 1
        yield from _together(lefts[start:end], right, across[start:end], nearness)
        start = end


def _short(left: NamedWords, right: NamedWords) -> bool:
    return max(len(left.own.keys), len(right.own.keys)) <= WHOLE_TABLE


def _together(
    lefts: Sequence[NamedWords], right: NamedWords, across: Sequence[bool], nearness: Nearness
) -> Iterator[Pairs]:
    crowd = Crowd(lefts)
    passages, others = candidates(crowd, right)
    if _short(lefts[0], right):
        found = looked_up_scores(crowd, right, passages, others, nearness)
    else:
        found = chosen_scores(lefts[0], right, passages, others)
    checkpoint()
    source = np.repeat(np.arange(len(lefts)), crowd.lengths)[passages]
    within = passages - np.array(crowd.first)[source]
    gaps = passages + REACH * source  # so that no step leads from one source to another
    near = around(gaps, others, found.alike.astype(np.float64), len(right.own.wordings))
    length = np.array(crowd.lengths)[source], len(right.own.wordings)
    foreign = np.array(across)[source]
    substance = np.where(foreign, 0, SUBSTANCE) * -np.expm1(-found.shared / MUCH)
    placed = _placed(found.alike + NEIGHBOURS * near + substance, within, others, *length)
    scores = _calibrated(placed, np.where(foreign, RAW_ALIGNED_ACROSS, RAW_ALIGNED))
    kept = np.flatnonzero(scores >= HARDLY)
    kept = kept[np.lexsort((others[kept], -scores[kept], passages[kept]))]
    kept = kept[_sparse(passages[kept], source[kept] * (others.max(initial=0) + 1) + others[kept], scores[kept])]
    pairs = Pairs(within[kept], others[kept], scores[kept].round(4))
    for start, end in pairwise(np.searchsorted(source[kept], np.arange(len(lefts) + 1)).tolist()):
        yield Pairs(pairs.ones[start:end], pairs.others[start:end], pairs.scores[start:end])


def around(passages: Rows, others: Rows, raw: Numbers, total_b: int) -> Numbers:
    """Mean score of the pairs within reach of each, the nearer the weightier; pairs never scored count as 0.

    `passages` and `others` are the pairs scored, in order, `raw` their scores, `total_b` how many passages the right
    side has.
    """
    if not len(passages):
        return np.zeros(0)
    width = total_b + 2 * REACH  # so that no step leads from one row of the table to another
    keys = (passages + REACH) * width + others + REACH
    size = int(keys[-1]) + (REACH + 1) * width
    if size <= ROOM:
        table = np.zeros(size)
        table[keys] = raw
        return np.asarray(_smoothed(table, width)[keys] / _NEAR_WEIGHT)
    summed = np.zeros(len(keys))
    for di, dj, weight in _NEAR:
        checkpoint()
        wanted = keys + di * width + dj
        found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        summed += np.where(keys[found] == wanted, weight * raw[found], 0.0)
    return summed / _NEAR_WEIGHT


def _smoothed(table: Numbers, width: int) -> Numbers:
    """For each place of a table, row behind row, what stands around it, each weighing 1 / (rows + columns away)."""

    def beside(held: Numbers, step: int) -> Numbers:
        """What stands some places before and behind each."""
        found = np.zeros(len(held))
        found[step:] = held[:-step]
        found[:-step] += held[step:]
        return found

    near, far = beside(table, 1), beside(table, 2)
    summed = near + far / 2
    summed += beside(table + near / 2 + far / 3, width)
    summed += beside(table / 2 + near / 3 + far / 4, 2 * width)
    checkpoint()
    return summed


def _placed(scores: Numbers, i: Rows, j: Rows, total_a: Rows, total_b: int) -> Numbers:
    """Scores with what the places of the two passages in their sources add and take."""
    opening = 1 + OPENING * np.exp(-(i + j) / OPENING_LENGTH)
    return np.asarray(scores * opening - OUT_OF_ORDER * np.abs(i / total_a - j / max(1, total_b)))


def _calibrated(raw: Numbers, aligned_from: Numbers) -> Numbers:
    """Scores 0-1 in the same order, `ALIGNED` where they are `aligned_from`."""
    above = 1 - (1 - ALIGNED) * np.exp((aligned_from - raw) / RAW_SURER)
    return np.asarray(np.where(raw < aligned_from, np.maximum(raw, 0) * ALIGNED / aligned_from, above))


def _sparse(ones: Rows, others: Rows, scores: Numbers) -> npt.NDArray[np.bool_]:
    """Marks the pairs that are among the best of both their passages, those passed over for better ones not counted.

    The pairs of each of `ones` stand together, best first. A pair is taken when, of the better pairs not yet out, few
    enough have either of its passages; it is out when enough of those taken have one. The rest is asked again.
    """
    orders = np.arange(len(ones)), np.lexsort((ones, -scores, others))
    sides = [(order, _starts(group[order])) for group, order in zip((ones, others), orders, strict=True)]
    taken, out = np.zeros(len(ones), dtype=bool), np.zeros(len(ones), dtype=bool)
    while not (taken | out).all():
        checkpoint()
        taken |= ~out & np.logical_and(*(_better(~out, *side) < MOST_PARTNERS for side in sides))
        out |= ~taken & np.logical_or(*(_better(taken, *side) >= MOST_PARTNERS for side in sides))
    return taken


def _starts(groups: Rows) -> Rows:
    """Where the group of each begins; the members of a group stand together."""
    first = np.append(True, groups[1:] != groups[:-1])[: len(groups)]
    return np.maximum.accumulate(np.where(first, np.arange(len(groups)), 0))


def _better(counted: npt.NDArray[np.bool_], order: Rows, starts: Rows) -> Rows:
    """How many of those counted stand before each in its group."""
    before: Rows = np.cumsum(counted[order]) - counted[order]
    found = np.empty(len(order), dtype=np.intp)
    found[order] = before - before[starts]
    return found
