"""What befell things, what befell people, and whom another word in the sentence is about."""

from __future__ import annotations

import pytest

from reader.links import compare
from reader.text import Article
from tests.links.ledger.claimed import claims_of
from tests.links.ledger.test_tallies import rows, told


def role(text: str, said: str) -> str:
    return next(claim.role for claim in claims_of(text) if claim.mention.text == said)


@pytest.mark.parametrize(
    ("text", "said", "befell"),
    [
        ("Six guards were killed, about 20 wounded, three lorries abandoned.", "three", ""),
        ("The army shot down two drones and killed nine rebels.", "two", "destroyed"),
        ("Hunters killed 40 deer.", "40", "killed"),
        ("Some 120 barns were hit; the number of people who fled is not known.", "120", ""),
        ("Thirty barns stood empty after the villagers fled.", "Thirty", ""),
        ("The regiment lost two men at the ford.", "two", "killed"),
        ("The village has lost nineteen of its own.", "nineteen", "killed"),
        ("Last night they buried four of their own.", "four", "killed"),
        ("Two pilots remain in the hands of the rebels.", "Two", "captured"),
        ("Four guards were killed and nine more were wounded.", "nine", "wounded"),
        ("Nine more were wounded on Sunday.", "Nine", "new"),
        ("The maker will cut 1,200 jobs.", "1,200", "dismissed"),
        ("At the works 1,500 people must go.", "1,500", "dismissed"),
        ("The fair created 300 jobs.", "300", ""),
    ],
)
def test_what_befell_them(text: str, said: str, befell: str) -> None:
    assert role(text, said) == befell


def test_one_of_several_that_were_counted_is_a_part() -> None:
    text = "Three rockets fell on the quay. One rocket dug a hole. A single boat sank."
    assert [(claim.mention.text, claim.role) for claim in claims_of(text)] == [
        ("Three", ""), ("One", "part"), ("A single", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("The tramway said it would cut 400 jobs.", "At the tramway 600 people must go.", "600"),
        ("About 300 people fled their flats.", "The fire brigade evacuated 500 residents.", "500"),
        ("A single car was destroyed.", "Two cars were destroyed.", "two cars"),
    ],
)
def test_one_fate_under_two_names_is_one_tally(one: str, other: str, said: str) -> None:
    assert told(rows(("eleven", one), ("fourteen", other)), said) == ["differ"]


def test_what_a_source_says_again_stands_in_the_row_of_the_first() -> None:
    a = "Tramway to cut 450 jobs\n\nThe tramway of Orvane will cut 450 jobs, its owners said on Monday."
    b = "The owners of the tramway of Orvane told it on Monday that 620 jobs will be cut, the tramway's union said."
    compared = compare([Article.from_text(text, key=key, published="2021-05-04") for key, text in (("a", a), ("b", b))])
    row = next(row for row in compared.ledger if row.verdict == "differ")
    assert [len(cell) for cell in row.cells.values()] == [2, 1]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The house passed the bill by 112 to 97.", ["vote", "vote"]),
        ("The house passed the bill by 112 votes to 97.", ["vote", "vote"]),
        ("They won the cup by 3 to 2.", []),
        ("Prices rose by 12 to 15 per cent.", []),
    ],
)
def test_the_sides_of_a_vote(text: str, counted: list[str]) -> None:
    assert [claim.counted for claim in claims_of(text) if claim.counted == "vote"] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("It was the third march in two months.", ["protest"]),
        ("It was the third nationwide protest.", ["protest"]),
        ("It was the fourth mass stranding.", ["stranding"]),
        ("It was the third trial run.", ["trial"]),
    ],
)
def test_which_of_several_happenings_it_was(text: str, counted: list[str]) -> None:
    assert [claim.counted for claim in claims_of(text) if claim.role == "ordinal"] == counted


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Groups that stand for 20,000 teachers also sent a letter.", ""),
        ("The 30 soldiers were quickly sent home.", "deployed"),
        ("The ministry sent 40 soldiers.", "deployed"),
        ("He was found guilty in a case stemming from two young followers.", ""),
        ("There were nine cases among the followers.", "infected"),
        ("The index was hit hard, losing 39 points.", "lost"),
        ("The party lost 12 seats.", "lost"),
    ],
)
def test_who_sends_is_not_sent_and_a_case_in_court_is_no_illness(text: str, role: str) -> None:
    (claim,) = [claim for claim in claims_of(text) if claim.kind == "quantity"]
    assert claim.role == role


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The crash killed 16 of the 19 people on board.", ["killed", "aboard"]),
        ("There were 16 people on board.", ["aboard"]),
        ("All but three of the dead were men.", ["part"]),
    ],
)
def test_some_of_those_aboard_and_all_but_some(text: str, roles: list[str]) -> None:
    assert [claim.role for claim in claims_of(text)] == roles


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dos bomberos, de 24 y 33 años, fallecieron.", "es"),
        ("They got 24 and 33 years in prison.", "en"),
        ("Sie bekamen 24 und 33 Jahre Haft.", "de"),
    ],
)
def test_a_number_that_and_joins_to_years_is_of_years(text: str, language: str) -> None:
    found = [claim for claim in claims_of(text, language=language) if claim.dimension == "time"]
    assert [getattr(claim.value, "low", None) for claim in found] == [24, 33]
