"""Numbers that count some of others, and words that tell what befell nobody."""

from __future__ import annotations

import pytest

from reader.links import LedgerRow, compare
from reader.text import Article
from tests.links.ledger.test_standing_alone import rows, verdicts


@pytest.mark.parametrize(
    ("one", "verdict"),
    [
        ("The storm at Orun killed 30 people, 12 of them children.", "differ"),
        ("Of the dead of the storm at Orun we know little. Twelve of the dead were children.", "differ"),
        ("The storm at Orun killed 30 people, of whom twelve were young children.", "differ"),
        ("The storm at Orun killed 30 people, including nine children.", "agree"),
    ],
)
def test_children_among_the_dead_are_children_killed(one: str, verdict: str) -> None:
    found = rows(one, "Among those killed by the storm at Orun were nine children.")
    assert [row.verdict for row in found if "nine" in row.reason] == [verdict]


def test_some_of_the_dead_are_not_the_toll() -> None:
    found = rows(
        "The storm at Orun killed 30 people.", "Nineteen of the dead of the storm at Orun had not yet learned to speak."
    )
    assert verdicts(found, "ineteen") == []


def test_a_rescue_team_rescued_nobody_yet() -> None:
    found = rows("A rescue team of 65 was on its way to Orun.", "In Orun 40 people were rescued from the mud.")
    assert verdicts(found, "65") == []


def test_who_lost_an_eye_was_wounded() -> None:
    found = rows(
        "In the riot at Orun three demonstrators each lost an eye.",
        "In the riot at Orun two demonstrators were wounded in the eye.",
    )
    assert verdicts(found, "two") == ["differ"]


TOLD = """Thieves took paintings by Hendrik Moor from the Orun Museum in the night to Monday, the police of Orun said.
They climbed over the roof of the Orun Museum and cut the paintings by Hendrik Moor out of their frames.
The police of Orun look for a blue van that was seen near the museum.
The Orun Museum had shown the paintings of Hendrik Moor since spring.
"""


def offices(a: str, b: str) -> list[LedgerRow]:
    """The rows of two texts on who holds an office."""
    articles = [Article.from_text(text, key=key, published="2024-03-05") for key, text in (("a", a), ("b", b))]
    return [row for row in compare(articles).ledger if row.kind == "entity" and row.verdict == "differ"]


def test_a_director_whom_the_other_account_gives_another_post_is_another_director() -> None:
    found = offices(
        TOLD + "The museum's director, Klara Weiss, spoke of a black day.",
        TOLD + "The director of the museum, Johan Stolz, had asked for guards. Klara Weiss sits on the board.",
    )
    assert [row.reason for row in found] == ["A names Klara Weiss as museum director, B names Johan Stolz."]


def test_two_spokesmen_of_one_army_differ() -> None:
    found = offices(
        TOLD + "The army's spokesman, Adan Revik, denied that soldiers were near.",
        TOLD + "Army spokesman Yusuf Maren said that soldiers had been near.",
    )
    assert [row.label for row in found] == ["army spokesman"]
