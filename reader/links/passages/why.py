"""Say in a few plain words why two passages were aligned."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from reader.links.passages.lexicon import Word
from reader.links.passages.vocabulary import Rows, Weighed

NAMES, SHARED = 3, 4
"""How many names and words are told."""
ALIKE = 0.55
"""Likeness of meaning from which two words are told as alike."""
LEAST_TELLING = 0.45
"""Weight below which a word ("said", "the") tells nothing."""


class Reasons:
    """Says why passages of two sources are aligned; what it needs of each source is made once for all pairs."""

    def __init__(self, left: Weighed, right: Weighed) -> None:
        self._left, self._right = left, right
        self._stem, self._group = left.stem.tolist(), left.group.tolist()
        self._weight, self._hard = left.weight.tolist(), left.hard.tolist()
        self._theirs: dict[int, tuple[set[int], set[int]]] = {}
        self._plain = (cache(lambda passage: _plain(left, passage)), cache(lambda passage: _plain(right, passage)))

    def why(self, one: int, other: int) -> str:
        """For example: both name Hezbollah and Aleppo; share “official”, “direct”."""
        left = self._left.own
        written, keys = left.written[one], left.keys
        names: dict[int, str] = {}
        words: list[str] = []
        groups, stems = self._of_other(other)
        for row in self._shared(one, groups, stems):
            group, stem = self._group[row], self._stem[row]
            if group in groups:
                names.setdefault(group, _group_text(left.passages[one], keys[row][1]))
            elif self._hard[row]:
                names.setdefault(-1 - stem, written[keys[row]])
            elif self._weight[row] >= LEAST_TELLING:
                words.append(f"“{written[keys[row]]}”")
        parts = []
        if names:
            told = list({name.casefold(): name for name in reversed(names.values())}.values())[::-1]
            parts.append("both name " + _listed(told[:NAMES]))
        if words:
            parts.append("share " + ", ".join(words[:SHARED]))
        if len(words) < 2:
            parts += self._alike(one, other)
        return "; ".join(parts) or "near in meaning"

    def _of_other(self, other: int) -> tuple[set[int], set[int]]:
        """The groups and stems of a passage of the right."""
        if other not in self._theirs:
            rows = self._right.own.wordings[other].rows
            self._theirs[other] = set(self._right.group[rows].tolist()) - {0}, set(self._right.stem[rows].tolist())
        return self._theirs[other]

    def _shared(self, one: int, groups: set[int], stems: set[int]) -> list[int]:
        """The rows of a passage of the left whose group or stem the other passage has, weightiest first."""
        rows = self._left.own.wordings[one].rows.tolist()
        shared = [row for row in rows if self._group[row] in groups or self._stem[row] in stems]
        return sorted(shared, key=lambda row: -self._weight[row])

    def _alike(self, one: int, other: int) -> list[str]:
        """The best pair of different words near in meaning, if there is one."""
        a, b = self._left, self._right
        rows, columns = self._plain[0](one), self._plain[1](other)
        if not len(rows) or not len(columns):
            return []
        near = a.own.meaning[rows] @ b.own.meaning[columns].T
        near[a.stem[rows][:, None] == b.stem[columns][None, :]] = 0
        best = np.unravel_index(int(near.argmax()), near.shape)
        if near[best] < ALIKE:
            return []
        ours, theirs = a.own.keys[rows[best[0]]], b.own.keys[columns[best[1]]]
        return [f"“{a.own.written[one][ours]}” is near “{b.own.written[other][theirs]}”"]


def _plain(side: Weighed, passage: int) -> Rows:
    """The rows of a passage that tell something without naming or counting."""
    rows = side.own.wordings[passage].rows
    return rows[~side.hard[rows] & (side.weight[rows] >= LEAST_TELLING)]


def _group_text(words: Sequence[Word], group: str) -> str:
    """The first run of words of `group`, as written."""
    run: list[str] = []
    for word in words:
        if word.group == group:
            run.append(word.text)
        elif run:
            break
    return " ".join(run)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
