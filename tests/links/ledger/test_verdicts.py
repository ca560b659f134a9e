"""The ledger against the verdicts of a careful reader."""

from __future__ import annotations

import pytest

from tests.links import gold


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("verdicts.jsonl", 0.95),
        ("verdicts_reports.jsonl", 0.9),
        ("verdicts_held_out.jsonl", 0.78),
        ("verdicts_sample_kinds.jsonl", 0.85),
        ("verdicts_short.jsonl", 0.88),
        *[(name, 0.9) for name in gold.LISTED],
    ],
)
def test_the_ledger_judges_as_a_careful_reader_does(name: str, floor: float) -> None:
    result = gold.score(name)
    assert result.accuracy >= floor, f"{result}: {result.wrong}"


def test_the_gold_set_covers_what_it_should() -> None:
    pairs = [pair for name in gold.FILES for pair in gold.read(name)]
    verdicts = [pair["verdict"] for pair in pairs]
    assert len(pairs) >= 120
    assert len({pair["id"] for pair in pairs}) == len(pairs)
    assert set(verdicts) == {"agree", "compatible", "differ", "same form only", "only", gold.SILENT}
    assert verdicts.count(gold.SILENT) >= 20


def test_silence_is_kept_where_nothing_can_be_compared() -> None:
    for name in gold.FILES + gold.LISTED:
        floor = 0.92 if name == "verdicts_short.jsonl" else 0.95
        assert gold.score(name).share(gold.SILENT) >= floor, name
