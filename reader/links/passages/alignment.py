"""Pair passages of two sources that speak of the same thing, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from reader.links.passages.candidates import candidates
from reader.links.passages.embedding import Matrix
from reader.links.passages.lexicon import words_of
from reader.links.passages.meant import all_meant, chosen_meant
from reader.links.passages.named import NamedWords
from reader.links.passages.nearness import Nearness
from reader.links.passages.similarity import Likeness, all_scores, chosen_scores
from reader.links.passages.vocabulary import Rows, Vocabulary
from reader.stopping import checkpoint
from reader.text import detect_language

ALIGNED, HARDLY = 0.5, 0.4
"""Least score of a pair that is shown as aligned; and of one that is kept, because the ledger takes it for a hint."""
RAW_ALIGNED, RAW_SURER = 0.44, 0.5
"""Where that stands on the scale before calibration (good pair F1 and hits on documents of many kinds); and how far
above it a pair is nearly two thirds of the way to 1, which none reaches: of two openings alike one is still nearer."""
RAW_ALIGNED_ACROSS = 0.17
"""Where the first stands for two languages, where only names, numbers and related words can be the same."""
FOR_LANGUAGE = 60
"""Passages by which the language of a list of them is told."""
REACH = 2
"""How far around a pair lie those whose mean likeness is added to its own: accounts tend to tell things in runs."""
SUBSTANCE, MUCH = 0.15, 0.3
"""What much in common adds, however much else the passages say; and the weight of shared words that is fairly much.
In two languages it adds nothing: there words are near by chance."""
RELATED = 0.17
"""Mean likeness of passages to their best partners that any two accounts of one thing reach, and others do not."""
OPENING, OPENING_LENGTH = 0.6, 6
"""What two first passages gain, and over how many passages that falls off: reports open with the event itself."""
OUT_OF_ORDER = 0.08
"""What is lost where one passage stands at the start and the other at the end of its source."""
MOST_PARTNERS = 6
"""Partners of one passage that are kept, best first."""
FAINT = 0.08
"""Likeness below which two passages count as having nothing in common."""
WHOLE_TABLE, MOST_WORDS = 400_000, 1500
"""Passages times passages, and words of each source, up to which all passages are scored with all; beyond it only
candidates are."""
TOGETHER = 100_000
"""Passages times passages from which no further source is set against another at once."""
AT_ONCE = 10_000
"""Pairs that are chosen from between two questions whether to stop."""
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
    languages = [detect_language("\n".join(texts[:FOR_LANGUAGE])) for texts in (a, b)]
    across = len({*languages} - {""}) > 1
    left, right = (
        NamedWords(Vocabulary([words_of(text, language) for text in texts]))
        for texts, language in zip((a, b), languages, strict=True)
    )
    found = next(align_words([left], right, [across], Nearness())).surely()
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
        end, width = start + 1, len(right.own.wordings)
        size = len(lefts[start].own.wordings) * width
        while end < len(lefts) and _short(lefts[start], right) and _short(lefts[end], right) and size <= TOGETHER:
            size += len(lefts[end].own.wordings) * width
            end += 1
        yield from _together(lefts[start:end], right, across[start:end], nearness)
        start = end


def _together(
    lefts: Sequence[NamedWords], right: NamedWords, across: Sequence[bool], nearness: Nearness
) -> Iterator[Pairs]:
    passages, others, found = _scored(lefts, right, nearness)
    checkpoint()
    lengths, width = np.array([len(left.own.wordings) for left in lefts]), len(right.own.wordings)
    first = np.cumsum(lengths) - lengths
    source = np.repeat(np.arange(len(lefts)), lengths)[passages]
    gaps = passages + REACH * source  # so that no step leads from one source to another
    near = around(gaps, others, found.alike, width)
    foreign = np.array(across)[source]
    substance = np.where(foreign, np.float32(0), np.float32(SUBSTANCE)) * -np.expm1(-found.shared / MUCH)
    within = passages - first[source]
    placed = _placed(found.alike + near + substance, within, others, lengths[source], width)
    placed *= _related(lefts, right, passages, source * width + others, found.alike)[source]
    scores = _calibrated(placed, np.where(foreign, RAW_ALIGNED_ACROSS, RAW_ALIGNED))
    kept = np.flatnonzero(scores >= HARDLY)
    kept = kept[np.lexsort((-scores[kept], passages[kept]))]
    kept = kept[_sparse(passages[kept], source[kept] * width + others[kept], scores[kept])]
    pairs = Pairs(within[kept], others[kept], scores[kept].round(4))
    for start, end in pairwise(np.searchsorted(source[kept], np.arange(len(lefts) + 1)).tolist()):
        yield Pairs(pairs.ones[start:end], pairs.others[start:end], pairs.scores[start:end])


def _related(lefts: Sequence[NamedWords], right: NamedWords, passages: Rows, others: Rows, alike: Matrix) -> Numbers:
    """How far each of some sources tells of what `right` tells of, up to 1: where few passages of either have partners
    that are like them, two may be alike by chance. `others` are numbered anew for each source."""
    means = []
    for side, partnered in (([left.usable for left in lefts], passages), ([right.usable] * len(lefts), others)):
        best = np.zeros(sum(map(len, side)), dtype=alike.dtype)
        np.maximum.at(best, partnered, alike)
        owner = np.repeat(np.arange(len(lefts)), [len(usable) for usable in side])
        usable = np.array([np.count_nonzero(usable) for usable in side])
        means.append(np.bincount(owner, best, len(lefts)) / np.maximum(usable, 1))
    return np.asarray(np.minimum(np.maximum(*means) / RELATED, 1))


def _short(left: NamedWords, right: NamedWords) -> bool:
    """Whether all passages of two sources are scored with all."""
    few = len(left.own.wordings) * len(right.own.wordings) <= WHOLE_TABLE
    return few and max(len(left.own.keys), len(right.own.keys)) <= MOST_WORDS


def _scored(lefts: Sequence[NamedWords], right: NamedWords, nearness: Nearness) -> tuple[Rows, Rows, Likeness]:
    """The usable passages of some sources, one behind the other, and of `right` that have anything in common, in order,
    and how alike they are, by single words and by what all words mean together; of several sources each is short."""
    if _short(lefts[0], right):
        told = all_scores(lefts, right, nearness)
        alike = np.float32(0.5) * (told.alike + all_meant(lefts, right))
        alike[~np.concatenate([left.usable for left in lefts])] = 0
        alike[:, ~right.usable] = 0
        at = np.flatnonzero(alike >= FAINT)
        ones, others = np.divmod(at, alike.shape[1])
        return ones, others, Likeness(alike.ravel()[at], told.shared.ravel()[at])
    (left,) = lefts
    ones, others = candidates(left, right)
    found = chosen_scores(left, right, ones, others)
    alike = np.float32(0.5) * (found.alike + chosen_meant(left, right, ones, others))
    kept = np.flatnonzero(alike >= FAINT)
    return ones[kept], others[kept], Likeness(alike[kept], found.shared[kept])


def around(passages: Rows, others: Rows, raw: Matrix, total_b: int) -> Matrix:
    """Mean score of the pairs within reach of each, the nearer the weightier; pairs never scored count as 0.

    `passages` and `others` are the pairs scored, in order, `raw` their scores, `total_b` how many passages the right
    side has.
    """
    if not len(passages):
        return raw
    width = total_b + 2 * REACH  # so that no step leads from one row of the table to another
    keys = (passages + REACH) * width + others + REACH
    size = int(keys[-1]) + (REACH + 1) * width
    if size <= ROOM:
        table = np.zeros(size, dtype=raw.dtype)
        table[keys] = raw
        return np.asarray(_smoothed(table, width)[keys] / _NEAR_WEIGHT)
    summed = np.zeros_like(raw)
    for di, dj, weight in _NEAR:
        checkpoint()
        wanted = keys + di * width + dj
        found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        summed += np.where(keys[found] == wanted, weight * raw[found], 0)
    return np.asarray(summed / _NEAR_WEIGHT)


def _smoothed(table: Matrix, width: int) -> Matrix:
    """For each place of a table, row behind row, what stands around it, each weighing 1 / (rows + columns away)."""

    def beside(held: Matrix, step: int) -> Matrix:
        """What stands some places before and behind each."""
        found = np.zeros_like(held)
        np.add(held[: -2 * step], held[2 * step :], out=found[step:-step])
        return found

    half, third = np.float32(1 / 2), np.float32(1 / 3)
    near, far = beside(table, 1), beside(table, 2)
    summed = near + half * far
    summed += beside(table + half * near + third * far, width)
    summed += beside(half * table + third * near + half * half * far, 2 * width)
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
    """Marks the pairs that are among the best of both their passages, those passed over for better ones not counted."""
    often = [np.bincount(side)[side] for side in (ones, others)]
    taken: npt.NDArray[np.bool_] = np.maximum(*often) <= MOST_PARTNERS  # nothing is passed over for these
    crowded = np.flatnonzero(~taken)
    best = crowded[np.argsort(-scores[crowded], kind="stable")]
    ours, theirs = ([MOST_PARTNERS] * (int(side.max(initial=-1)) + 1) for side in (ones, others))
    for start in range(0, len(best), AT_ONCE):
        checkpoint()
        part = best[start : start + AT_ONCE]
        for place, one, other in zip(part.tolist(), ones[part].tolist(), others[part].tolist(), strict=True):
            if ours[one] and theirs[other]:
                ours[one] -= 1
                theirs[other] -= 1
                taken[place] = True
    return taken
