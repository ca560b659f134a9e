"""One thing told in other terms: records since a year and in so many years, units left out, years counted back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.links import LedgerRow, compare
from reader.links.ledger.judging.known import Evidence
from reader.links.ledger.judging.sameness import judged
from reader.links.ledger.verdicts import judge_values
from reader.text import Article
from tests.links.ledger.claimed import claims_of

_A = """
The ferry workers of Lunmouth walked out on Monday, and no ferry left the port for the island of Skerry. {}
The union of the ferry workers wants more pay, said its leader, Ada Grice, at the pier of Lunmouth.
Captain Jonas Pell said that the island of Skerry had bread for a week.
The company Skerry Lines called the strike of the ferry workers a blow to the island.
"""
_B = """
No smoke over the pier of Lunmouth: the ferry workers are out, and Skerry is an island again. {}
Ada Grice, who leads the union of the ferry workers, stood at the pier and spoke of pay.
On Skerry there is bread for a week, according to Captain Jonas Pell.
Skerry Lines speaks of a blow to the island by the strike of the ferry workers.
"""


def rows(a: str, b: str, published: tuple[str, str] = ("2023-03-15", "2023-03-16")) -> list[LedgerRow]:
    """The rows that join two accounts of a strike, to each of which a sentence is added."""
    sides = zip("ab", (_A.format(a), _B.format(b)), published, strict=True)
    articles = [Article.from_text(text, key=key, language="en", published=day) for key, text, day in sides]  # type: ignore[arg-type]
    return [row for row in compare(articles).ledger if row.kind != "entity" and len(row.cells) > 1]


def told(found: list[LedgerRow], said: str) -> list[str]:
    return [row.verdict for row in found if said in row.reason]


@pytest.mark.parametrize(
    "in_years",
    ["the first time in 34 years", "the worst blow for 34 years", "a rare day: in 34 years there was no such silence"],
)
def test_a_record_since_a_year_is_one_in_so_many_years(in_years: str) -> None:
    found = rows("It is the first strike of ferry workers since 1989.", f"For the islanders it is {in_years}.")
    assert told(found, "1989") == ["agree"]


@pytest.mark.parametrize(
    ("in_years", "verdict"),
    [("It has not been so bad in 34 years.", "agree"), ("It is the first in 35 years.", "compatible")],
)
def test_years_of_a_record_are_counted_back_and_may_be_one_more(in_years: str, verdict: str) -> None:
    assert told(rows("It is the first strike of ferry workers since 1989.", in_years), "1989") == [verdict]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("It was the worst storm since 1992.", "record"),
        ("It was the worst storm in 31 years.", "record"),
        ("The oldest member has lived in Orvo for 31 years.", "lasting"),
        ("The oak is the oldest in the valley; it fell after 2,000 years.", "later"),
    ],
)
def test_what_is_a_record(text: str, role: str) -> None:
    assert [claim.role for claim in claims_of(text)] == [role]


@pytest.mark.parametrize(
    ("text", "said", "dimension"),
    [
        ("Shareholders get 40 euros a share instead of 55.", "55", "EUR"),
        ("Fees will be 30 euros, up from 25.", "25", "EUR"),
        ("The nurses want six per cent. They were offered four and a half.", "four and a half", "%"),
        ("The nurses want six per cent. They were offered twelve and a half hours.", "twelve and a half", "time"),
        ("Sales rose 3 percent. They were made by 25 people rather than 12 machines.", "12", ""),
        ("Fees will be 30 euros instead of 2,000.", "2,000", ""),
        ("It was 40 degrees Celsius in Orvo, compared with 31.", "31", ""),  # not 31/40 of what is above -273
    ],
)
def test_a_number_takes_the_unit_of_the_one_it_is_set_against(text: str, said: str, dimension: str) -> None:
    assert [claim.dimension for claim in claims_of(text) if said in claim.mention.text] == [dimension]


def test_years_that_are_counted_back() -> None:
    found = rows(
        "In 2019 Skerry Lines paid a fine of 40,000 crowns for a fire on a ferry.",
        "The ferries, from 1971, are old: four years ago Skerry Lines paid a fine of 40,000 crowns.",
    )
    assert told(found, "2019") == ["agree"]


def test_a_share_without_its_sign_stands_behind_another() -> None:
    claims = claims_of("On Sunday 53.4 per cent of Orvo said no. The rest, 46.6, may now go home.")
    assert [claim.dimension for claim in claims if claim.kind == "quantity"] == ["%", "%"]


def test_a_sum_without_its_currency_is_the_same_sum_in_any_sentence() -> None:
    found = rows("Skerry Lines owes the port 480 million marks.", "480 million is a great deal of money for an island.")
    assert [(row.verdict, row.label) for row in found if "480" in row.reason] == [("agree", "sum owed")]


def test_a_telling_number_of_things_that_have_two_names() -> None:
    assert told(rows("Skerry Lines runs 1,140 stores.", "Skerry Lines has 1,140 branches."), "1,140") == ["agree"]
    assert told(rows("Skerry Lines runs 40 stores.", "Skerry Lines has 40 branches."), "40") == ["same form only"]


@pytest.mark.parametrize(("of_one_event", "verdict"), [(True, "agree"), (False, "")])
def test_the_day_of_two_leads_is_one_though_they_name_others(of_one_event: bool, verdict: str) -> None:
    one, other = (
        replace(claim, entities=frozenset({name}))
        for name, claim in (
            ("A1", claims_of("Skerry Lines stopped its ferries on Tuesday.", published="2021-05-12")[0]),
            ("B1", claims_of("It took Jonas Pell a minute yesterday.", published="2021-05-12")[0]),
        )
    )
    known = Evidence(context=0.1, telling=0.0, single=False, together=0.6, aligned=0.6, tallies=of_one_event)
    found = judged(one, other, judge_values(one.value, other.value), known)
    assert (found[1].verdict if found else "") == verdict


@pytest.mark.parametrize(("published", "joined"), [("2021-05-14", True), ("2021-07-14", False)])
def test_what_a_share_was_worth_is_told_again_at_the_end_of_the_week(published: str, joined: bool) -> None:
    one = claims_of("Shares of Skerry Lines fell to 3.15 euros in trading.", published="2021-05-10")[0]
    other = claims_of("The stock of Skerry Lines closed at 3.15 euros.", published=published)[0]
    known = Evidence(context=0.2, telling=0.1, single=False, together=0.55, aligned=0.55, tallies=False)
    assert bool(judged(one, other, judge_values(one.value, other.value), known)) == joined


def test_what_was_two_years_ago_is_no_date_of_what_is() -> None:
    past = {claim.mention.text: claim.past for claim in claims_of("It slipped to 12.9% from 14.1% two years ago.")}
    assert (past["12.9%"], past["14.1%"]) == (False, True)


@pytest.mark.parametrize(
    ("floor", "verdicts"),
    [
        ("The fire in the terminal began on the seventh floor.", ["differ"]),
        ("People who worked on the second floor of the terminal saw the fire.", []),
        ("The office of Skerry Lines is on the second floor of the terminal.", []),
    ],
)
def test_the_floor_on_which_a_fire_began(floor: str, verdicts: list[str]) -> None:
    found = rows("A fire broke out at 3:20 a.m. on the sixth floor of the terminal.", floor)
    assert told(found, "sixth floor") == verdicts
