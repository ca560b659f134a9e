"""Comparing again with what was kept: the same as comparing anew, and only what is new is worked out."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Hashable
from typing import TypeVar

import pytest

from reader.links import Memory, compare
from reader.reports import comparison_json
from reader.text import Article
from tests.links.test_comparing import account
from tests.work import calls_of

_T = TypeVar("_T")

NAMES = [
    "Marchuk said on 3 May 2014 that 40 lorries were seen near Belmora, and 12 miners of Kirvane were lost.",
    "Olena Marchuk counted 40 lorries near Belmora. The Belmora Salt Company lost 12 of its miners.",
    "Petro Marchuk owns 13 boats in Lusovo. The minister, Olena Marchuk, spoke of 45 lorries near Belmora.",
    "The Kirvane Rescue Union found 11 miners on 4 May 2014. Kirvane mourns, the Belmora Salt Company said.",
]
"""Texts of which each joins or parts names of the others."""


def articles() -> list[Article]:
    return [Article.from_text(text, key=f"n{n}", language="en") for n, text in enumerate(NAMES)] + [
        account(n, 8) for n in range(4)
    ]


@pytest.mark.parametrize("seed", range(4))
def test_sources_that_come_go_and_change_places_are_compared_as_anew(seed: int) -> None:
    chance = random.Random(seed)
    apart, memory = articles(), Memory()
    shown: list[Article] = []
    for _ in range(10):
        if apart and (len(shown) < 3 or chance.random() < 0.6):
            shown.insert(chance.randint(0, len(shown)), apart.pop(chance.randrange(len(apart))))
        elif chance.random() < 0.6:
            apart.append(shown.pop(chance.randrange(len(shown))))
        else:
            chance.shuffle(shown)
        assert comparison_json(compare(shown, memory=memory)) == comparison_json(compare(shown))


class Counting(Memory):
    """Counts what is made, by the first words of the keys."""

    def __init__(self) -> None:
        super().__init__()
        self.made: Counter[object] = Counter()

    def get(self, key: Hashable, make: Callable[[], _T]) -> _T:
        def counted() -> _T:
            self.made[key[0]] += 1  # type: ignore[index]
            return make()

        return super().get(key, counted)


def test_pairs_of_claims_are_judged_once_though_a_name_in_other_sentences_changes() -> None:
    texts = [
        "The flood in Lusovo killed 17 people. It began on 3 May 2014. Marchuk owns 40 boats.",
        "Seventeen people were killed by the flood in Lusovo. It began on 3 May 2014. Olena Marchuk owns 40 boats.",
        "The flood in Lusovo killed 19 people, a doctor said. It began on 4 May 2014.",
        "Petro Marchuk is well.",
    ]
    shown = [Article.from_text(text, key=f"n{n}", language="en") for n, text in enumerate(texts)]
    memory = Counting()
    before = compare(shown[:3], memory=memory)
    judged, said = memory.made["judged"], memory.made["said"]
    assert judged >= 6
    after = compare(shown, memory=memory)
    names = [{m: e.mentions[0] for e in held.entities for m in e.mentions} for held in (before, after)]
    assert any(names[0][m] != names[1][m] for m in names[0])
    assert memory.made["said"] > said + 1
    assert memory.made["judged"] - judged <= 2  # of the boats alone


def test_one_source_more_is_a_small_part_of_the_work() -> None:
    shown = [account(n, 14) for n in range(9)]
    memory = Memory()
    compare(shown[:8], memory=memory)
    whole = calls_of(lambda: compare(shown))
    assert (
        calls_of(lambda: compare(shown, memory=memory)) < 0.45 * whole
    )  # of short texts, of which rows are a large part


def test_work_on_many_sources_grows_little_faster_than_they_do() -> None:
    shown = [account(n, 10) for n in range(20)]
    compare(shown[:2])
    few, many = (calls_of(lambda n=n: compare(shown[:n])) for n in (5, 20))  # type: ignore[misc]
    assert many < 1.6 * 4 * few
