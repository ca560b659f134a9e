"""Tallies that two accounts of one event give in sentences that share no word, and numbers that are none of them."""

from __future__ import annotations

import math
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.links import LedgerRow, compare
from reader.links.ledger.claims.counting.stated import stated
from reader.links.ledger.pairing.tallies import _own, _vague
from reader.sources import load
from reader.text import Article, Span
from tests.links.ledger.claimed import claims_of

_A = """
A tram left the rails in Orvane on Monday evening and killed {} people, the city hospital said. {}
The tram of line 4 was going down Castle Hill when it jumped the rails near the theatre of Orvane.
Mayor Ines Tolland said that the brakes of the tram would be examined by experts from Brunnholt.
"We heard a bang and then nothing," said Peter Aust, a baker of Castle Hill.
Orvane has run trams since the war, and the mayor said none of them had ever left the rails.
"""
_B = """
Orvane is in mourning. The hospital's list, read out last night, has {} dead. {}
On Castle Hill, near the theatre, the rails of line 4 are bent; there the tram left them on Monday evening.
Experts from Brunnholt arrived yesterday to look at the brakes, Mayor Ines Tolland told reporters in Orvane.
Peter Aust, whose bakery stands on Castle Hill, said: "We heard a bang and then nothing."
No tram of Orvane had ever left the rails, the mayor said.
"""


def rows(a: tuple[str, str], b: tuple[str, str]) -> list[LedgerRow]:
    texts = (_A.format(*a), _B.format(*b))
    articles = [Article.from_text(text, key=key, published="2021-05-04") for key, text in zip("ab", texts, strict=True)]  # type: ignore[arg-type]
    return [row for row in compare(articles).ledger if row.kind == "quantity" and len(row.cells) > 1]


def told(found: list[LedgerRow], said: str) -> list[str]:
    return [row.verdict for row in found if said in row.reason]


def test_the_dead_of_one_event_are_set_side_by_side() -> None:
    assert told(rows(("eleven", ""), ("fourteen", "")), "fourteen") == ["differ"]


def test_the_dead_of_something_else_are_in_no_row_of_the_tally() -> None:
    found = rows(("eleven", "A fire in Brunnholt had killed 25 people in 2003."), ("fourteen", ""))
    assert told(found, "25") == []


def test_those_gravely_hurt_are_the_first_told_of_though_later_ones_are_fewer() -> None:
    text = "Nine of the injured were fighting for their lives. On Tuesday five remained in critical condition."
    assert ("gravely wounded", "person") in _own(SimpleNamespace(claims=claims_of(text)))  # type: ignore[arg-type]


def test_who_was_aboard_and_how_many_there_was_room_for() -> None:
    found = rows(
        ("eleven", "It was carrying 90 passengers, although it has a capacity of 60."),
        ("twelve", "There were 104 people on board a tram that is licensed to carry 72."),
    )
    assert told(found, "104") == ["differ"]
    assert told(found, "72") == ["differ"]
    assert all("60" not in row.reason for row in found if "104" in row.reason)


def test_a_limit_is_left_far_behind() -> None:
    assert told(rows(("at least 14", ""), ("38", "")), "38") == ["differ"]
    assert told(rows(("at least 14", ""), ("17", "")), "17") == ["compatible"]


def test_a_record_since_a_day_makes_no_total() -> None:
    a = "In the worst violence the crowded jails of Brask have seen since 2012, 22 inmates were killed."
    b = "In Brask 31 inmates were killed in the jails."
    articles = [Article.from_text(text, key=key, published="2023-05-18") for key, text in (("a", a), ("b", b))]  # type: ignore[arg-type]
    assert "differ" in [
        row.verdict for row in compare(articles).ledger if row.kind == "quantity" and len(row.cells) > 1
    ]


def test_those_who_lose_their_work_are_not_dead() -> None:
    found = rows(("eleven", ""), ("eleven", "At the depot 30 people will lose their jobs."))
    assert [row.verdict for row in found if "30" in row.reason] == []


def test_soldiers_and_those_who_attack_them_are_two_tallies() -> None:
    found = rows(("eleven", "In Brunnholt 14 soldiers were shot."), ("eleven", "In Brunnholt 20 gunmen were shot."))
    assert told(found, "20") == []


def test_the_day_of_the_event_and_what_happened_on_it_are_told_in_other_words() -> None:
    texts = (_A.format("eleven", ""), _B.format("eleven", "On 3 May the trains stood still."))
    articles = [Article.from_text(text, key=key, published="2021-05-04") for key, text in zip("ab", texts, strict=True)]  # type: ignore[arg-type]
    found = [row for row in compare(articles).ledger if row.kind == "date" and len(row.cells) > 1]
    assert ("agree", "the same day") in [(row.verdict, row.reason.rstrip(".").rpartition(": ")[2]) for row in found]


@pytest.mark.parametrize(
    ("a", "b", "verdicts"),
    [
        ("The net profit of Bromag fell 31 percent.", "The profit of Bromag was down by 38 percent.", ["differ"]),
        ("The turnover of Bromag fell 31 percent.", "The debts of Bromag were 38 percent of its worth.", []),
    ],
)
def test_what_stands_right_beside_two_shares_tells_what_they_are_of(a: str, b: str, verdicts: list[str]) -> None:
    articles = [Article.from_text(text, key=key) for key, text in (("a", a), ("b", b))]
    assert [
        row.verdict for row in compare(articles).ledger if row.kind == "quantity" and len(row.cells) > 1
    ] == verdicts


@pytest.mark.parametrize(
    ("text", "number", "role"),
    [
        ("Of the 40 travellers 12 were hurt.", "40", "whole"),
        ("Of the 40 hurt, 12 are in danger.", "12", "part"),
        ("Ana Brun, 71, was at home.", "71", "age"),
        ("Most are older than 75.", "75", "age"),
        ("a quake of magnitude 6 shook the town", "6", "magnitude"),
        ("The hall had room for 300 and was full.", "300", "capacity"),
        ("There were 300 people on board.", "300", "aboard"),
        ("The firm sold 300 trams.", "300", ""),
    ],
)
def test_what_the_next_words_say_a_number_is(text: str, number: str, role: str) -> None:
    at = text.index(number)
    elliptical = role in ("age", "part", "capacity")
    span = Span(at, at + len(number))
    assert stated(text, span, elliptical=elliptical, human=True, share=False) == role


def test_a_round_number_gives_way_to_the_exact_one_of_the_same_account() -> None:
    exact = "Thousands left their homes. By lorry and on foot between 4,200 and 4,800 residents were evacuated."
    found = rows(("eleven", exact), ("fourteen", "Evacuated were six thousand."))
    assert told(found, "4,200") == told(found, "six thousand") == ["differ"]


def test_a_wide_number_gives_way_to_any_narrower_one_within_it() -> None:
    unknown = (math.nan, math.nan)
    assert _vague([(2000.0, 9999.0), (4200.0, 4800.0), (10.0, 12.0), unknown]) == [True, False, False, False]
    assert _vague([(300.0, 900.0), (300.0, 899.0), (300.0, 900.0)]) == [True, False, True]
    assert _vague([(300.0, 900.0), (300.0, 900.0), (300.0, 901.0), (299.0, 500.0)]) == [False, False, True, False]


def test_a_round_number_stands_for_its_account_where_there_is_no_exact_one() -> None:
    found = rows(("eleven", "Thousands left their homes."), ("fourteen", "Six thousand inhabitants were evacuated."))
    assert told(found, "ix thousand") == ["compatible"]


def test_the_samples_differ_over_the_evacuated() -> None:
    samples = Path(__file__).resolve().parents[3] / "samples"
    accounts = [load(samples / name) for name in ("a-agency-dam-breach.txt", "c-novy-kuryer-dam-and-silence.md")]
    found = [row for row in compare(accounts).ledger if row.verdict == "differ"]
    assert [row.label for row in found] == ["residents evacuated", "repair", "divers in Sebkha"]
