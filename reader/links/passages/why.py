"""Say in a few plain words why two passages were aligned."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.links.entities.shared_groups import Shared
    from reader.links.passages.embedding import Matrix
    from reader.links.passages.lexicon import WordsInPlace
    from reader.links.passages.vocabulary import Vocabulary

NAMES, SHARED = 3, 4
"""How many names and words are told."""
ALIKE = 0.55
"""Likeness of meaning from which two words are told as alike."""
LEAST_TELLING = 0.45
"""Weight below which a word ("said", "the") tells nothing."""


@dataclass(frozen=True)
class Wordings:
    """What a reason needs to know of one source; without arrays, so that nobody needs numpy to take it in.

    `texts` holds the words of each passage as written and `rows` what each of them is; `ties` what stands in place of
    a blank behind a word of a name, by passage and word ("-" in "al-Akhbar"). For each row there are its word and stem,
    the number of its group in the source (-1 for none), its weight and whether it is hard.
    """

    texts: list[list[str]]
    ties: dict[tuple[int, int], str]
    rows: list[list[int]]
    words: list[str]
    stems: list[str]
    groups: list[int]
    weights: list[float]
    hard: list[bool]

    @classmethod
    def of(cls, own: Vocabulary, text: str, places: Sequence[WordsInPlace]) -> Wordings:
        """The wordings of a source's vocabulary, with the source's text and where its words stand in it."""
        groups = [-1, *map(int, own.groups[1:])]
        return cls(
            [place.texts for place in places], _ties(own, text, places),
            own.orders, own.words,
            [own.stems[n] for n in own.stem.tolist()], [groups[n] for n in own.group.tolist()],
            own.weight.tolist(), own.hard.tolist(),
        )  # fmt: skip

    def written(self, passage: int, row: int) -> str:
        """How a passage first writes the word of a row."""
        return self.texts[passage][self.rows[passage].index(row)]

    def named(self, passage: int, groups: Collection[int]) -> str:
        """The first run of words of some groups in a passage, as written."""
        run = ""
        for number, (text, row) in enumerate(zip(self.texts[passage], self.rows[passage], strict=False)):
            if self.groups[row] in groups:
                run += text + self.ties.get((passage, number), " ")
            elif run:
                break
        return run.rstrip()

    def plain(self, passage: int) -> list[int]:
        """The rows of a passage that tell something without naming or counting."""
        return [n for n in sorted({*self.rows[passage]}) if not self.hard[n] and self.weights[n] >= LEAST_TELLING]

    def meaning(self, rows: Sequence[int]) -> Matrix:
        """Unit vectors of the words of these rows."""
        from reader.links.passages.measured import measured_words  # with numpy and a model that few reasons need

        return measured_words().of([self.words[row] for row in rows]).meaning


@dataclass(frozen=True)
class Grounds:
    """Why passages of two sources are aligned, told for those pairs that somebody asks about.

    `shared` holds the groups of the one and of the other that are of one name.
    """

    left: Wordings
    right: Wordings
    shared: Shared

    def why(self, one: int, other: int) -> str:
        """For example: both name Hezbollah and Aleppo; share “official”, “direct”."""
        left, right = self.left, self.right
        theirs = {right.groups[row] for row in right.rows[other]}
        groups = {n: ours for ours, others in self.shared if not theirs.isdisjoint(others) for n in ours}
        stems = {right.stems[row] for row in right.rows[other]}
        names: dict[str, str] = {}
        words: list[str] = []
        shared = [n for n in sorted({*left.rows[one]}) if left.groups[n] in groups or left.stems[n] in stems]
        for row in sorted(shared, key=lambda row: -left.weights[row]):
            if group := groups.get(left.groups[row]):
                names.setdefault(f"group {group}", left.named(one, group))
            elif left.hard[row] and not (written := left.written(one, row)).islower():
                names.setdefault(f"word {left.stems[row]}", written)
            elif left.weights[row] >= LEAST_TELLING:
                words.append(f"“{left.written(one, row)}”")
        parts = []
        if names:
            told = list({name.casefold(): name for name in reversed(names.values())}.values())[::-1]
            parts.append("both name " + _listed(told[:NAMES]))
        if words:
            parts.append("share " + ", ".join(words[:SHARED]))
        if len(words) < 2:
            parts += self._alike(one, other)
        return "; ".join(parts) or "near in meaning"

    def _alike(self, one: int, other: int) -> list[str]:
        """The best pair of different words near in meaning, if there is one."""
        left, right = self.left, self.right
        rows, columns = left.plain(one), right.plain(other)
        if not rows or not columns:
            return []
        near = left.meaning(rows) @ right.meaning(columns).T
        for place, row in enumerate(rows):
            near[place, [n for n, column in enumerate(columns) if left.stems[row] == right.stems[column]]] = 0
        best = divmod(int(near.argmax()), len(columns))
        if near[best] < ALIKE:
            return []
        return [f"“{left.written(one, rows[best[0]])}” is near “{right.written(other, columns[best[1]])}”"]


def _ties(own: Vocabulary, text: str, places: Sequence[WordsInPlace]) -> dict[tuple[int, int], str]:
    """The `ties` of `Wordings`."""
    found = {}
    for passage, (words, (texts, starts)) in enumerate(zip(own.passages, places, strict=True)):
        for number in range(len(texts) - 1):
            if words[number].group and words[number].group == words[number + 1].group:
                tie = text[starts[number] + len(texts[number]) : starts[number + 1]]
                if not any(map(str.isspace, tie)):
                    found[passage, number] = tie
    return found


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
