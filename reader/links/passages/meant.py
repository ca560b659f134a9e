"""How near passages are in what all their words mean together, apart from the subject that both sources have."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.links.passages.embedding import Matrix, products
from reader.links.passages.named import NamedWords
from reader.links.passages.vocabulary import Rows, Vocabulary
from reader.stopping import checkpoint

SILENT = 2
"""Passages without meaning that are thought to stand beside those of two sources: what all of a few have in common is
hardly their subject alone."""
AT_ONCE = 10_000
"""Pairs of passages that are compared between two questions whether to stop."""


def all_meant(lefts: Sequence[NamedWords], right: NamedWords) -> Matrix:
    """How near all passages of some sources, one behind the other (rows), are to all of `right` (columns), 0-1."""
    ours, theirs = np.concatenate([left.own.means for left in lefts]), right.own.means
    source = np.repeat(np.arange(len(lefts)), [len(left.own.wordings) for left in lefts])
    subjects = np.array([_subject(left.own, right.own) for left in lefts])
    here, there = products(ours, subjects)[np.arange(len(ours)), source], products(subjects, theirs)
    own = np.einsum("ij,ij->i", subjects, subjects)
    near = products(ours, theirs)  # and then what is in it of the subject is taken away
    near -= there[source]
    near -= (here - own[source])[:, None]
    near *= (np.concatenate([left.own.meant for left in lefts]) * _scale(here, own[source]))[:, None]
    near *= (right.own.meant * _scale(there, own[:, None]))[source]
    return np.maximum(near, 0, out=near)


def chosen_meant(left: NamedWords, right: NamedWords, passages: Rows, others: Rows) -> Matrix:
    """How near some passages are, each to one of `right`, 0-1."""
    subject = _subject(left.own, right.own)
    ours, theirs = (_apart(side.own, subject) for side in (left, right))
    near = np.zeros(len(passages), dtype=np.float32)
    for start in range(0, len(passages), AT_ONCE):
        checkpoint()
        part = slice(start, start + AT_ONCE)
        near[part] = np.einsum("ij,ij->i", ours[passages[part]], theirs[others[part]])
    return np.maximum(near, 0)


def _subject(left: Vocabulary, right: Vocabulary) -> Matrix:
    """What all passages of two sources mean together."""
    total = np.float32(len(left.wordings) + len(right.wordings) + SILENT)
    return np.asarray((left.meant_together + right.meant_together) / total)


def _apart(own: Vocabulary, subject: Matrix) -> Matrix:
    """What the passages of a source mean apart from the subject, unit vectors; zeros where nothing is known of it."""
    scale = own.meant * _scale(own.means @ subject, subject @ subject)
    return np.asarray((own.means - subject) * scale[:, None])


def _scale(along: Matrix, subject: Matrix) -> Matrix:
    """What makes unit vectors 1 long again when the subject is taken away, from its products with them and itself."""
    return np.asarray(1 / np.sqrt(np.maximum(1 - 2 * along + subject, np.float32(1e-6))))
