"""What a row tells its reader: words as they stand inside a sentence, which account is later, who takes back what."""

from __future__ import annotations

import pytest

from reader.links import LedgerRow, compare
from reader.text import Article


def rows(a: str, b: str, days: tuple[str | None, str | None] = (None, None)) -> list[LedgerRow]:
    articles = [
        Article.from_text(text, key=key, published=day)  # type: ignore[arg-type]
        for key, text, day in zip("ab", (a, b), days, strict=True)
    ]
    return [row for row in compare(articles).ledger if row.kind != "entity" and len(row.cells) > 1]


def test_the_later_account_of_a_toll_is_named() -> None:
    a, b = "The storm killed 6 people in Norrholm.", "In Norrholm 9 people were killed by the storm."
    assert rows(a, b, ("2021-01-25", "2021-01-28"))[0].reason.endswith("; B was written 3 days later.")
    assert "later" not in rows(a, b)[0].reason
    assert "later" not in rows(a, a, ("2021-01-25", "2021-01-28"))[0].reason


def test_hedges_stand_before_their_numbers_and_capitals_are_those_of_a_sentence() -> None:
    found = rows("Some 300 trees fell in Stenby Park.", "Three hundred trees fell in Stenby Park.")
    assert [row.reason for row in found] == ["A says some 300 trees, B says three hundred trees: the values are equal."]


@pytest.mark.parametrize(
    ("later", "verdict"),
    [
        ('"The bridge is not safe for lorries, only for cars," engineer Ada Holm said.', "differ"),
        ('"I was wrong to say that the bridge is safe for lorries," engineer Ada Holm said.', "differ"),
        ('"The bridge is safe for lorries, and for buses too," engineer Ada Holm said.', "agree"),
    ],
)
def test_a_speaker_who_says_not_or_takes_back(later: str, verdict: str) -> None:
    found = rows('"The bridge is safe for lorries," engineer Ada Holm said.', later)
    assert [row.verdict for row in found if row.kind == "quotation"] == [verdict]


def test_a_sentence_that_names_two_people_leaves_open_who_spoke() -> None:
    found = rows(
        'Director Vera Stolt called the closure "a sad but honest decision".',
        'Vera Stolt, who earns more in a day than Tom Brekke in a month, called it "a sad but honest decision".',
    )
    assert [row.verdict for row in found if row.kind == "quotation"] == ["agree"]


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        (
            "The 34-year-old Ida Larsen was in the lift.",
            "In the lift was Ida Larsen, a 34-year-old.",
            "age of Ida Larsen",
        ),
        ("The index of Brask lost 89.68 points.", "In Brask the index lost 89.68 points.", "points lost"),
        ("A quake of magnitude 6.1 shook Gorda.", "Gorda was shaken by a 6.1 magnitude quake.", "magnitude"),
    ],
)
def test_labels_say_what_is_told(a: str, b: str, label: str) -> None:
    assert [row.label for row in rows(a, b) if row.kind == "quantity"] == [label]


def test_women_and_men_are_two_groups() -> None:
    found = rows("Police in Brask arrested two women.", "POLICE IN BRASK ARREST TWO MEN")
    assert [row for row in found if row.kind == "quantity"] == []


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (
            "In October 2024 the dam of Sebkha was inspected.",
            "The dam of Sebkha was inspected in October 2024.",
            "month",
        ),
        ("In 2019 the dam of Sebkha was inspected.", "The dam of Sebkha was inspected in 2019.", "year"),
        (
            "In October the dam of Sebkha was inspected.",
            "The dam of Sebkha was inspected in October.",
            "month; the year",
        ),
    ],
)
def test_a_month_is_called_a_month(a: str, b: str, said: str) -> None:
    assert [f"the same {said}" in row.reason for row in rows(a, b) if row.kind == "date"] == [True]


def test_the_first_mention_of_a_cell_is_the_one_its_reason_speaks_of() -> None:
    early = "Thousands of residents were evacuated from Lissa"
    a = f"{early} as the dike broke. Between 4,200 and 4,800 residents of Lissa were evacuated, the mayor said."
    b = f"{early} on Monday. By evening 6,000 residents of Lissa had been evacuated, the army said."
    articles = [Article.from_text(text, key=key) for key, text in zip("ab", (a, b), strict=True)]
    compared = compare(articles)
    words = {mention.id: mention.text for source in compared.sources for mention in source.mentions}
    (row,) = (row for row in compared.ledger if row.verdict == "differ")
    assert [[words[i] for i in ids] for ids in row.cells.values()] == [
        ["Between 4,200 and 4,800", "Thousands"], ["6,000", "Thousands"],
    ]  # fmt: skip
    assert "A says between 4,200 and 4,800 residents, B says 6,000 residents" in row.reason


def test_what_befell_people_comes_before_what_differs_elsewhere() -> None:
    first = "The mayor of Brask opened nine shelters in the storm. The storm in Brask killed 12 people."
    second = "The mayor of Brask opened four shelters in the storm. The storm in Brask killed 15 people."
    articles = [Article.from_text(text, key=key) for key, text in (("a", first), ("b", second))]
    told = [row.label for row in compare(articles).ledger if row.verdict == "differ"]
    assert told[:1] == ["people killed"] and len(told) == 2
