"""Find the few passages worth comparing with each one, in time that grows with the length of the texts."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from itertools import pairwise

import numpy as np

from reader.links.passages.embedding import products
from reader.links.passages.lexicon import Lexicon
from reader.links.passages.similarity import PairScores
from reader.stopping import checkpoint

POSTINGS = 40
"""A word or pair of words in more passages than this is too common to lead anywhere."""
LOOKED_UP = 12
"""The rarest words and pairs of a passage that are looked up."""
FEWEST, FROM_MEANING = 8, 4
"""Candidates by shared words, and by likeness of meaning, for each passage."""
WHOLE_TABLE = 400_000
"""Passages times passages up to which likeness of meaning is asked of all; beyond it shared words must lead."""


def candidates(pairs: PairScores, left: Sequence[int], right: Sequence[int]) -> dict[int, list[int]]:
    """For each passage of `left` those of `right` that share rare words with it, or are near in meaning."""
    index = _postings(pairs.lexicon, right)
    found = {one: set(_by_words(pairs.lexicon, one, index)) for one in left}
    if left and right and len(left) * len(right) <= WHOLE_TABLE:
        near = products(pairs.means[list(left)], pairs.means[list(right)])
        for table, ones, others, turned in ((near, left, right, False), (near.T, right, left, True)):
            top = np.argpartition(-table, min(FROM_MEANING, len(others) - 1), axis=1)[:, :FROM_MEANING]
            for one, columns in zip(ones, top.tolist(), strict=True):
                for column in columns:
                    found[others[column] if turned else one].add(one if turned else others[column])
    return {one: sorted(others) for one, others in found.items()}


def _features(lexicon: Lexicon, passage: int) -> list[int]:
    """Numbers of the stems, groups and pairs of neighbouring stems of a passage."""
    checkpoint()
    stems = lexicon.sequences[passage]
    groups = {-1 - int(group) for group in lexicon.group[lexicon.wordings[passage].rows] if group}
    paired = {(a + 1) * 4_000_037 + b for a, b in pairwise(stems)}
    return [*set(stems), *groups, *paired]


def _postings(lexicon: Lexicon, passages: Sequence[int]) -> dict[int, list[int]]:
    index: dict[int, list[int]] = {}
    for passage in passages:
        for feature in _features(lexicon, passage):
            held = index.setdefault(feature, [])
            if len(held) <= POSTINGS:
                held.append(passage)
    return index


def _by_words(lexicon: Lexicon, passage: int, index: dict[int, list[int]]) -> list[int]:
    lists = [held for f in _features(lexicon, passage) if (held := index.get(f)) and len(held) <= POSTINGS]
    votes: dict[int, float] = {}
    for held in sorted(lists, key=len)[:LOOKED_UP]:
        for other in held:
            votes[other] = votes.get(other, 0.0) + 1 / len(held)
    return nlargest(FEWEST, votes, key=votes.__getitem__)
