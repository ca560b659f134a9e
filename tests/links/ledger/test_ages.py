"""Whose age a number is, and what two accounts say of one person's."""

from __future__ import annotations

import pytest

from reader.links import compare
from reader.text import Article
from tests.links.ledger.claimed import claims_of


def ages(text: str) -> list[tuple[str, str]]:
    """The ages of a text, each with the name of whose it is."""
    article = Article.from_text(text, language="en", key="a")
    compared = compare([article])
    named = {entity.id: entity.label for entity in compared.entities}
    return [(claim.mention.text, named.get(claim.subject, "")) for claim in claims_of(text) if claim.role == "age"]


@pytest.mark.parametrize(
    ("said", "age", "whose"),
    [
        ("Mayor Ruth Okendal, 58, told the council.", "58", "Ruth Okendal"),
        ("Ruth Okendal (58) told the council.", "58", "Ruth Okendal"),
        ("Ruth Okendal, who is 58, told the council.", "58", "Ruth Okendal"),
        ("Ruth Okendal is 58 and lives in Sarn.", "58", "Ruth Okendal"),
        ("Ruth Okendal, a 58-year-old baker, told the council.", "58-year-old", "Ruth Okendal"),
        ("The 58-year-old baker Ruth Okendal told the council.", "58-year-old", "Ruth Okendal"),
        ("Ruth Okendal told the council. The 58-year-old did not say why.", "58-year-old", "Ruth Okendal"),
        ("Peter Aust saw Ruth Okendal. Ruth Okendal ran. The 58-year-old fell.", "58-year-old", "Ruth Okendal"),
        ("Ruth Okendal told the council. At 58 she was tired of it.", "58", "Ruth Okendal"),
        ("Ruth Okendal told the council. At the age of 58, she was tired of it.", "58", "Ruth Okendal"),
        ("Ruth Okendal spoke of the victims. The oldest was 81, Ruth Okendal said.", "81", ""),
        ("A shepherd of 70 was drowned.", "70", ""),
        ("Ruth Okendal spoke. A 58-year-old man was hurt.", "58-year-old", ""),
    ],
)
def test_whose_age_a_number_is(said: str, age: str, whose: str) -> None:
    assert ages(said) == [(age, whose)]


@pytest.mark.parametrize(
    "said",
    [
        "Ruth Okendal led a crew of 19.",
        "Ruth Okendal counted 58 of them.",
        "Ruth Okendal lives in a lane. At 58 Mill Lane nobody answered.",
        "Ruth Okendal was 58 votes short.",
        "Of the passengers 58 were hurt.",
        "The Greens (34) and the Liberals (21) gained.",
    ],
)
def test_what_is_no_age(said: str) -> None:
    assert ages(said) == []


_A = """
Ferry captain steps down

Captain {} resigned on Monday after his ferry struck the pier of Lunmouth.
The ferry was leaving Lunmouth for the island of Skerry when its engine failed, the owners said.
The pier of Lunmouth will be closed for repairs until the summer, said the mayor, Ada Grice.
The owners of the ferry said that they regretted the captain's decision.
"""
_B = """
An end at the pier

On Monday Jonas Threll told the owners of the ferry that he would not sail again. {}
The engine failed as the ferry was leaving Lunmouth for Skerry, and it struck the pier.
Mayor Ada Grice said the pier would be closed for repairs until the summer.
The owners regret that their captain resigned, they said in Lunmouth.
"""


@pytest.mark.parametrize(
    ("one", "other", "verdicts"),
    [
        ("Jonas Threll, 61,", "The 63-year-old had a cold.", ["differ"]),
        ("Jonas Threll, 61,", "The 61-year-old had a cold.", ["agree"]),
        ("Jonas Threll, 61,", "Threll, who is 63, had a cold.", ["differ"]),
        ("Jonas Threll, 61,", "The 24-year-old had a cold.", []),
        ("Jonas Threll, 61,", "A 63-year-old passenger had a cold.", []),
        ("Jonas Threll, 61,", "Mayor Ada Grice, 63, had a cold.", []),
    ],
)
def test_the_ages_two_accounts_give_one_person(one: str, other: str, verdicts: list[str]) -> None:
    articles = [
        Article.from_text(text, key=key, published="2021-05-04")
        for key, text in (("a", _A.format(one)), ("b", _B.format(other)))
    ]
    rows = [row for row in compare(articles).ledger if row.kind == "quantity" and len(row.cells) > 1]
    assert [row.verdict for row in rows] == verdicts
