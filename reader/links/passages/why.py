"""Say in a few plain words why two passages were aligned."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.links.passages.lexicon import Lexicon, Word, folded

NAMES, SHARED = 3, 4
"""How many names and words are told."""
ALIKE = 0.55
"""Likeness of meaning from which two words are told as alike."""
LEAST_TELLING = 0.45
"""Weight below which a word ("said", "the") tells nothing."""


def why_aligned(lexicon: Lexicon, one: int, other: int, left: Sequence[Word], right: Sequence[Word]) -> str:
    """For example: both name Hezbollah and Aleppo; share “official”, “direct”."""
    rows, columns = lexicon.wordings[one].rows, lexicon.wordings[other].rows
    theirs_groups = set(lexicon.group[columns].tolist()) - {0}
    theirs_stems = set(lexicon.stem[columns].tolist())
    written = {(folded(word.text), word.group): word.text for word in reversed(left)}
    names: dict[object, str] = {}
    words: list[str] = []
    keys = lexicon.keys
    for row in sorted(rows.tolist(), key=lambda row: -float(lexicon.weight[row])):
        group, stem = int(lexicon.group[row]), int(lexicon.stem[row])
        if group in theirs_groups:
            names.setdefault(group, _group_text(left, keys[row][1]))
        elif stem in theirs_stems and lexicon.hard[row]:
            names.setdefault(-1 - stem, written[keys[row]])
        elif stem in theirs_stems and lexicon.weight[row] >= LEAST_TELLING:
            words.append(f"“{written[keys[row]]}”")
    parts = []
    if names:
        told = list({name.casefold(): name for name in reversed(names.values())}.values())[::-1]
        parts.append("both name " + _listed(told[:NAMES]))
    if words:
        parts.append("share " + ", ".join(words[:SHARED]))
    if len(words) < 2:
        parts += _alike(lexicon, rows.tolist(), columns.tolist(), written, right)
    return "; ".join(parts) or "near in meaning"


def _group_text(words: Sequence[Word], group: str) -> str:
    """The first run of words of `group`, as written."""
    run: list[str] = []
    for word in words:
        if word.group == group:
            run.append(word.text)
        elif run:
            break
    return " ".join(run)


def _alike(
    lexicon: Lexicon, rows: list[int], columns: list[int], written: dict[tuple[str, str], str], right: Sequence[Word]
) -> list[str]:
    """The best pair of different words near in meaning, if there is one."""
    rows = [r for r in rows if not lexicon.hard[r] and lexicon.weight[r] >= LEAST_TELLING]
    columns = [c for c in columns if not lexicon.hard[c] and lexicon.weight[c] >= LEAST_TELLING]
    if not rows or not columns:
        return []
    near = lexicon.meaning[rows] @ lexicon.meaning[columns].T
    near[lexicon.stem[rows][:, None] == lexicon.stem[columns][None, :]] = 0
    best = np.unravel_index(int(near.argmax()), near.shape)
    if near[best] < ALIKE:
        return []
    theirs = {(folded(word.text), word.group): word.text for word in reversed(right)}
    return [f"“{written[lexicon.keys[rows[best[0]]]]}” is near “{theirs[lexicon.keys[columns[best[1]]]]}”"]


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
