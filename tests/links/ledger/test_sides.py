"""Whose losses a number counts, and who estimates a crowd."""

from __future__ import annotations

import pytest

from reader.links import LedgerRow, compare
from reader.text import Article
from tests.links.ledger.claimed import claims_of


def sides(text: str) -> list[tuple[str, str]]:
    """The numbers of a text that are of one side's, with the name of the side."""
    compared = compare([Article.from_text(text, language="en", published="2021-05-15", key="a")])
    named = {entity.id: entity.label for entity in compared.entities}
    return [(c.mention.text, named.get(c.side.lstrip("-"), c.side)) for c in claims_of(text) if c.side]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ukraine said that four of its soldiers had been killed.", [("four", "Ukraine")]),
        ("Ukraine said that nine Russian soldiers had been killed.", [("nine", "Russian")]),
        ("Ukraine lost two men in the fight.", [("two", "Ukraine")]),
        ("The army killed nine soldiers near the bridge.", []),
        ("About 900 people marched, the police said.", [("About 900", "office")]),
        ("Organisers spoke of 4,000 marchers.", [("4,000", "organisers")]),
        ("Some 900 people marched to the quay.", []),
        ("The police put the crowd at 900.", [("900", "office")]),
    ],
)
def test_whose_a_number_is(text: str, found: list[tuple[str, str]]) -> None:
    assert sides(text) == found


_A = """
Ukraine and Russia fought for an hour at the bridge of Sarnov on Monday. {}
The bridge of Sarnov was closed to lorries and trains, the mayor, Olha Tkach, said on Monday.
Shells fell on the mill of Sarnov, and the fire brigade needed until noon to put out the fire.
Talks about the bridge will be held in Vienna next week, the mayor said.
"""
_B = """
For an hour on Monday the two armies, Ukraine's and Russia's, fought at the bridge of Sarnov. {}
Olha Tkach, the mayor, said that on Monday the bridge of Sarnov was closed to trains and lorries.
The mill of Sarnov was hit by shells; it took the fire brigade until noon to put the fire out.
Next week talks about the bridge will be held in Vienna, said the mayor.
"""


def rows(a: str, b: str) -> list[LedgerRow]:
    texts = (_A.format(a), _B.format(b))
    articles = [Article.from_text(text, key=key, published="2021-05-04") for key, text in zip("ab", texts, strict=True)]  # type: ignore[arg-type]
    return [row for row in compare(articles).ledger if row.kind == "quantity" and len(row.cells) > 1]


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (
            "Ukraine said four of its soldiers had been killed. At the mill seventeen Russian soldiers were killed.",
            "Russia lost two men.",
            [("seventeen Russian soldiers", "two men")],
        ),
        ("Ukraine said that four of its soldiers had been killed.", "Russia lost two men.", []),
        (
            "Ukraine said that four of its soldiers had been killed.",
            "Russia said that four of its soldiers had been killed.",
            [],
        ),
    ],
)
def test_the_losses_of_one_side_are_set_against_no_other(a: str, b: str, said: list[tuple[str, str]]) -> None:
    found = [row.reason for row in rows(a, b) if "soldiers" in row.reason or "men" in row.reason]
    assert len(found) == len(said)
    assert all(one in reason and other in reason for reason, (one, other) in zip(found, said, strict=True))


def test_the_organisers_figure_is_set_against_the_organisers() -> None:
    a = "The police said 900 people marched to the bridge afterwards. Organisers spoke of more than 4,000 marchers."
    b = "According to the organisers 6,000 people marched to the bridge afterwards."
    found = [row.reason for row in rows(a, b) if "6,000" in row.reason]
    assert len(found) == 1
    assert "4,000" in found[0]
