"""Passages are aligned in documents of many kinds, and hardly ever in unrelated ones."""

from __future__ import annotations

import pytest

from reader.links import align_passages
from reader.links.passages import alignment
from tests.links import alignments
from tests.links.alignments import HELD_OUT, Align, Score

CASES = alignments.cases()
BY_NAME = {case.name: case for case in CASES}


@pytest.mark.parametrize(
    ("align", "hits", "f1"), [(align_passages, 0.70, 0.74), (alignments.as_in_the_window, 0.73, 0.74)]
)
def test_passages_of_documents_of_many_kinds(align: Align, hits: float, f1: float) -> None:
    judged = [alignments.score(case, align) for case in CASES if HELD_OUT not in case.name]
    found = sum(judged, Score())
    assert found.hit_at_1 >= hits and found.pair_f1 >= f1, str(found)


def test_unrelated_documents_are_hardly_ever_aligned() -> None:
    aligned, pairs = alignments.strangers(CASES, align_passages)
    assert pairs > 100 and aligned <= 7


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("airport_strike", "Airlines told customers", "Carriers asked travellers"),
        ("cup_final", "Thousands of supporters", "Fans danced"),
        ("flood_translated", "For Monday the weather", "More rain is forecast"),
        ("flood_translated", "The water authority rejects", "The agency responsible"),
    ],
)
def test_what_is_told_in_quite_other_words_goes_together(name: str, one: str, other: str) -> None:
    case = BY_NAME[name]
    found = {(case.a[i], case.b[j]) for i, j, _ in align_passages(case.a, case.b)}
    assert any(a.startswith(one) and b.startswith(other) for a, b in found)


def test_in_unrelated_accounts_a_likeness_is_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    ferry, smuggler = BY_NAME["ferry"].a, BY_NAME["smuggler_retold"].b
    assert align_passages(ferry, smuggler) == []
    monkeypatch.setattr(alignment, "RELATED", 0.01)
    assert align_passages(ferry, smuggler)  # "runs aground" and "ran on a reef"


def test_gold_names_sentences_that_are_there() -> None:
    for case in CASES:
        assert min(len(case.a), len(case.b)) >= 8 and max(len(case.a), len(case.b)) <= 20, case.name
        assert {i for i, _ in case.gold | case.partial} <= set(range(len(case.a))), case.name
        assert not case.gold & case.partial, case.name
