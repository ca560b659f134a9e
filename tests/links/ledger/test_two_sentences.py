"""Two accounts of one sentence each, which share a place and little more: what may be set against each other there."""

from __future__ import annotations

import pytest

from tests.links.ledger.test_standing_alone import rows

SILENT = [
    ("The airline Corvus reported a revenue of $3.2bn.", "The profit of the airline Corvus was $2.4bn."),
    ("Inflation in Marnia stood at 15 percent in June.", "Unemployment in Marnia stood at 15 percent in June."),
    ("Rents in Ledra rose by 10 percent.", "Wages in Ledra rose by 10 percent."),
    ("A storm in Ansa killed 7 people this week.", "In 2009 a storm in Ansa killed 19 people."),
    ("A crash in Torre killed six people on Saturday.", "Eleven people died in crashes in Torre last year."),
    ("The sales of Corvus came to $3.2bn.", "A year earlier, the sales of Corvus came to $2.9bn."),
    ("The jail in Rusk has room and food for 200 inmates.", "Rioters burned the jail in Rusk; 40 inmates escaped."),
    ("It took 90 minutes to reach the hotel in Vass.", "The hotel in Vass burned for three hours."),
    ("Forty percent of the seats in Hallen went to women.", "In Hallen 40 percent of the flats stand empty."),
    ("The Donn stood at 4.2 metres in Ulst on Sunday.", "The Donn rose by 1.1 metres in Ulst on Sunday."),
    ("The economy of Omaria grew by 8.1 percent in 2018.", "The economy of Omaria grew by 6.4 percent in 2017."),
    ("The economy of Omaria grew by 8.1 percent in 2018.", "In 2018 prices in Omaria rose by 8.1 percent."),
    ("In the Ober trial 70% of patients recovered.", "In the Ober trial 45% of the patients were women."),
    ("The bridge in Ostra will be shut for six months.", "The mayor of Ostra has been in office for six months."),
    ("Rents in Ledra rose by 30 percent.", "In Ledra 30 percent of the flats stand empty."),
]
"""What a careful reader does not set against each other."""


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_numbers_of_two_things_are_not_joined(a: str, b: str) -> None:
    assert [row.reason for row in rows(a, b) if row.kind == "quantity"] == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The strike at the Kell yard began on Monday.", "The strike at the Kell yard ended on Friday."),
        ("The editor Ruben Kast was arrested on 3 May.", "The editor Ruben Kast was released on 9 May."),
    ],
)
def test_two_moments_of_one_event_are_not_two_accounts_of_its_day(a: str, b: str) -> None:
    assert [row.reason for row in rows(a, b) if row.kind == "date"] == []


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Nearly 2 million people have fled Omar since spring.", "Some 1.97m people have fled Omar.", "agree"),
        ("At least 15 editors were jailed in Marn since May.", "Nine editors were jailed in Marn since May.", "differ"),
        ("Fewer than 100 foreign fighters remained in Hadd.", "In Hadd there are 140 foreign fighters.", "differ"),
        ("A magnitude 6.1 earthquake shook Ober on Tuesday.", "Tuesday’s earthquake in Ober measured 5.8.", "differ"),
        ("Police in Vell seized 2.5 tonnes of hidden tea.", "In Vell 1.8 tonnes of tea had been hidden.", "differ"),
        ("It was 41.5 °C in Salto on Thursday.", "Thursday’s temperature in Salto was 39 °C.", "differ"),
        ("The price of flour in Dar has risen tenfold.", "Flour prices in Dar have risen fivefold.", "differ"),
        ("Profits of Corvus: $3.2bn in May.", "Corvus made a profit of $3.1bn in May.", "differ"),
    ],
)  # fmt: skip
def test_numbers_of_one_thing_are_judged(a: str, b: str, verdict: str) -> None:
    assert [row.verdict for row in rows(a, b) if row.kind == "quantity"] == [verdict]


def test_a_day_lies_within_a_stretch_of_the_year_that_is_not_said() -> None:
    found = rows("The convoy left Derna in mid-March.", "On 14 March the convoy left Derna.")
    assert [row.verdict for row in found if row.kind == "date"] == ["compatible"]
    assert "compatible" not in [
        row.verdict for row in rows("The convoy left Derna in mid-March.", "On 24 March the convoy left Derna.")
    ]


def test_one_day_of_two_events_is_of_the_same_form_only() -> None:
    found = rows(
        "On 4 March 2020 the dam above Kesh broke after heavy rain.",
        "On 4 March 2020 the finance minister presented his budget in the capital.",
    )
    assert [row.verdict for row in found if row.kind == "date"] == ["same form only"]


def test_the_number_of_a_group_is_that_of_its_men() -> None:
    found = rows(
        "Analysts put the Desert Shield militia at between 5,000 and 7,000 men. It holds towns on the Wadi Sarr.",
        "The Desert Shield has grown quickly since spring. The number of this militia now reaches eleven thousand.",
    )
    assert [row.verdict for row in found if row.kind == "quantity"] == ["differ"]


def test_an_office_with_and_without_its_holder_is_one_mouth() -> None:
    found = rows(
        "The bishop called the bombing “a crime against our children”.",
        "“It is a crime against our children,” the bishop, Jorge Salt, said of the bombing.",
    )
    assert [row.verdict for row in found if row.kind == "quotation"] == ["agree"]


def test_years_of_which_shares_are_told_contradict_nothing() -> None:
    found = rows(SILENT[-3][0], "The economy of Omaria grew by 6.4 percent in 2017.")
    assert [row.reason for row in found if row.kind == "date"] == []


def test_nobody_and_somebody_contradict() -> None:
    found = rows(
        "President Omar Teel promised that “no soldier will cross that river”.",
        "President Omar Teel threatened that “soldiers will cross that river”.",
    )
    assert [row.verdict for row in found if row.kind == "quotation"] == ["differ"]


def test_words_that_are_denied_and_go_on_contradict() -> None:
    found = rows(
        "“We never asked for money from anyone,” director Ilse Hamm said.",
        "“We asked for money from anyone who would listen,” director Ilse Hamm said.",
    )
    assert [row.verdict for row in found if row.kind == "quotation"] == ["differ"]


def test_what_the_organisers_say_and_what_the_police_say_is_set_side_by_side() -> None:
    found = rows(
        "A quarter of a million people marched through Ostra on Sunday, the organisers said.",
        "The police put the Sunday march through Ostra at 60,000 people.",
    )
    assert [row.verdict for row in found if row.kind == "quantity"] == ["differ"]
