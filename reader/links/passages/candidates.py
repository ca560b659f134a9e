"""Find the few passages worth comparing with each one, in time that grows with the length of the texts."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

import numpy as np

from reader.links.passages.embedding import products
from reader.links.passages.similarity import PairScores
from reader.links.passages.vocabulary import Weighed
from reader.stopping import checkpoint

POSTINGS = 40
"""A word or pair of words in more passages than this is too common to lead anywhere."""
LOOKED_UP = 12
"""The rarest words and pairs of a passage that are looked up."""
FEWEST, FROM_MEANING = 8, 4
"""Candidates by shared words, and by likeness of meaning, for each passage."""
WHOLE_TABLE = 400_000
"""Passages times passages up to which likeness of meaning is asked of all; beyond it shared words must lead."""

Feature = str | int
"""A stem, two neighbouring stems, or the number of a group."""


def candidates(pairs: PairScores, left: Sequence[int], right: Sequence[int]) -> dict[int, list[int]]:
    """For each passage of `left` those of `right` that share rare words with it, or are near in meaning."""
    index = _postings(pairs.right, right)
    found = {one: set(_by_words(pairs.left, one, index)) for one in left}
    if left and right and len(left) * len(right) <= WHOLE_TABLE:
        near = products(pairs.means[0][list(left)], pairs.means[1][list(right)])
        for table, ones, others, turned in ((near, left, right, False), (near.T, right, left, True)):
            top = np.argpartition(-table, min(FROM_MEANING, len(others) - 1), axis=1)[:, :FROM_MEANING]
            for one, columns in zip(ones, top.tolist(), strict=True):
                for column in columns:
                    found[others[column] if turned else one].add(one if turned else others[column])
    return {one: sorted(others) for one, others in found.items()}


def _features(side: Weighed, passage: int) -> list[Feature]:
    checkpoint()
    groups = set(side.group[side.own.wordings[passage].rows].tolist()) - {0}
    return [*side.own.features[passage], *sorted(groups)]


def _postings(side: Weighed, passages: Sequence[int]) -> dict[Feature, list[int]]:
    index: dict[Feature, list[int]] = {}
    for passage in passages:
        for feature in _features(side, passage):
            held = index.setdefault(feature, [])
            if len(held) <= POSTINGS:
                held.append(passage)
    return index


def _by_words(side: Weighed, passage: int, index: dict[Feature, list[int]]) -> list[int]:
    lists = [held for f in _features(side, passage) if (held := index.get(f)) and len(held) <= POSTINGS]
    votes: dict[int, float] = {}
    for held in sorted(lists, key=len)[:LOOKED_UP]:
        for other in held:
            votes[other] = votes.get(other, 0.0) + 1 / len(held)
    return nlargest(FEWEST, votes, key=votes.__getitem__)
