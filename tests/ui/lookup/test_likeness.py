"""Which entities may be the same: possible matches, then like names, then by place."""

from __future__ import annotations

from dataclasses import replace

from reader.links import compare
from reader.text import Article
from reader.ui.lookup.comparison_index import ComparisonIndex
from reader.ui.lookup.likeness import likest_first

TEXTS = (
    "In Zagreb, Anna Velden met Pedro Osorio. Then Anna Velden went to Oslo with Marta Quist.",
    "The mayor, Pedro Osorio, spoke in Bergen. Marta Quist did not. Later Anna Veldhuis, a nurse, spoke in Bergen.",
)


def test_like_names_stand_first_and_all_others_by_their_place() -> None:
    comparison = replace(compare([Article.from_text(text, language="en") for text in TEXTS]), possible=())
    anna = next(e for e in comparison.entities if e.label == "Anna Velden")
    names = [e.label for e in likest_first(ComparisonIndex(comparison), anna.id)]
    assert names == ["Anna Veldhuis", "Zagreb", "Pedro Osorio", "Oslo", "Marta Quist", "Bergen"]
