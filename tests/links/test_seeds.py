"""What the desk must show on the two articles it was first made for; skipped where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.links import Comparison, Entity, LedgerRow, compare
from reader.text import Article


@pytest.fixture
def compared(seeds: list[Path]) -> Comparison:
    return compare([Article.from_text(path.read_text(encoding="utf-8"), title=path.stem) for path in seeds])


def entity(comparison: Comparison, name: str) -> Entity:
    return next(e for e in comparison.entities if any(name in held for held in e.variants.values()))


def words(comparison: Comparison, row: LedgerRow) -> dict[str, str]:
    text = {m.id: m.text for source in comparison.sources for m in source.mentions}
    return {source: " / ".join(text[m] for m in cell) for source, cell in row.cells.items()}


def row_with(comparison: Comparison, said: str) -> LedgerRow:
    return next(
        row for row in comparison.ledger
        if row.kind != "entity" and any(said in cell for cell in words(comparison, row).values())
    )  # fmt: skip


def test_one_entity_under_two_spellings(compared: Comparison) -> None:
    group = entity(compared, "Hizbollah")
    assert "Hezbollah" in group.variants["A"]
    assert {"Hezbollah", "Hizbollah"} <= set(group.variants["B"])
    assert set(entity(compared, "al-Akhbar").variants) == {"A", "B"}
    assert "Al-Ahbar" in entity(compared, "al-Akhbar").variants["B"]


def test_countries_and_their_people_are_kept_apart(compared: Comparison) -> None:
    for name in ("Russia", "Moscow", "Aleppo", "Syria", "Iran", "Israel"):
        assert set(entity(compared, name).variants) == {"A", "B"}, name
    russia, russian = entity(compared, "Russia"), entity(compared, "Russian")
    assert russia.id != russian.id
    assert russia.kind != russian.kind
    assert russian.id in russia.related
    assert entity(compared, "Iran").id != entity(compared, "Iraq").id


def test_the_two_strengths_differ_with_their_hedges(compared: Comparison) -> None:
    row = row_with(compared, "6,000-8,000")
    assert row.verdict == "differ"
    assert "ten thousand" in words(compared, row)["B"]
    assert "could be higher" in row.reason
    assert "sometimes reaches" in row.reason or "sometimes reaches" in words(compared, row)["B"]


@pytest.mark.parametrize("said", ["more than two thousand", "about 35"])
def test_losses_are_only_in_one(compared: Comparison, said: str) -> None:
    row = row_with(compared, said)
    assert (row.verdict, set(row.cells)) == ("only", {"B"})


def test_one_day_of_a_picture_and_of_a_meeting(compared: Comparison) -> None:
    row = row_with(compared, "24 November 2016")
    assert row.verdict == "same form only"
    assert "November 24, 2016" in words(compared, row)["A"]
    assert "caption" in row.reason


def test_the_first_meeting_is_aligned(compared: Comparison) -> None:
    texts = {s.id: [p.span.of(s.article.text) for p in s.passages] for s in compared.sources}
    pairs = [
        (texts[link.a.source][i], texts[link.b.source][j])
        for link in compared.alignments for i in link.a.passages for j in link.b.passages
    ]  # fmt: skip
    assert any("first official and direct" in a and "first direct and official" in b for a, b in pairs)


def test_captions_and_boilerplate_are_marked(compared: Comparison) -> None:
    source = compared.sources[0]
    kinds = {p.span.of(source.article.text): p.kind for p in source.passages}
    captions = [p for p in source.passages if p.kind == "caption"]
    assert len(captions) == 6
    assert sum(p.repeats is not None for p in captions) == 3
    assert kinds["Most Popular"] == kinds["read more:"] == "boilerplate"


def test_both_accounts_rest_on_one_paper(compared: Comparison) -> None:
    origin = next(o for o in compared.origins if "khbar" in o.label or "hbar" in o.label)
    assert origin.sources == ("A", "B")
    assert "rest on" in origin.reason
