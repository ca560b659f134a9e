"""What the rows of the ledger are called."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from types import FrameType

import pytest

from reader.links import compare
from reader.text import Article
from tests.links import accounts
from tests.links.ledger.test_standing_alone import rows


def _labels(*texts: str, published: str = "2031-05-12") -> list[str]:
    articles = [Article.from_text(text, published=published, key=str(n)) for n, text in enumerate(texts)]
    return [row.label for row in compare(articles).ledger if row.kind != "entity"]


@pytest.mark.parametrize(
    ("texts", "label"),
    [
        (("The storm closed two schools and nearly 5 kilometres of railway.",), "5 kilometres of railway"),
        (("The mayor lost the vote. The 57-year-old had told everybody.",), "age"),
        (("The mayor lost the vote to a 57-year-old baker.",), "age of baker"),
        (("Brask had fifteen inches of rain in a day.", "In a day 15 inches of rain fell on Brask."), "inches of rain"),
        (("Brask speaks of 2.3 billion euros.", "The damage in Brask is put at 2.3 billion euros."), "sum"),
        (
            ("Brask let the ground to Brask United for 30 years.", "Brask United has the ground for 30 years."),
            "duration (ground)",
        ),
        (("Sixty people were treated in Varda, of whom nine are still there.",), "some of the people"),
        (("A mine in Ostrel killed 12 people.", "In Ostrel 14 people were killed."), "people killed"),
        (("In Varda 640 residents were evacuated.", "Varda evacuated 910 residents."), "residents evacuated"),
        (("The storm destroyed 40 houses in Brunn.", "In Brunn 52 houses were destroyed."), "houses destroyed"),
        (("The bridge at Solle fell on 12 May 2031.",), "12 May 2031, fell"),
        (("The reservoir was 92 percent full on that day.",), "reservoir was 92 percent full"),
        (("A repair worth $2.4 million had been approved.",), "repair worth $2.4 million"),
        (("It rose by 7.5 metres within 4 hours.",), "rose by 7.5 metres"),
        (("He has 4,000 fighters in Syria.", "It has 4,000 fighters in Syria."), "fighters in Syria"),
        (("The 55-year-old Scottish actor plays the part.",), "age of actor"),
        (("The 23-year-old Spanish Corvin fell.",), "age of Corvin"),
        (("She was the 11th keeper in 45 years to resign.",), "keeper in 45 years to resign"),
        (("Farmers had sent more than 70,000 letters to Brask.",), "letters sent"),
        (("Brask held 300 Americans there; their leader is a man named Halden, who sits in Orun.",), "Americans"),
        (("The call came at 3:33 a.m. from one who saw the vacant building.",), "3:33 a.m."),
        (("He shared the house with approximately 20 people.",), "house with approximately 20 people"),
        (("Files were seized during a 2008 police raid.",), "2008, seized"),
        (("The boat sank on Monday, the police said on Thursday.",), "8 May 2031, said"),
        (("The bridge at Solle fell at 6:15.", "The bridge at Solle fell at 7:40."), "when fell"),
        (
            (
                "“We had no warning of it,” said the captain, Ada Brask.",
                "« Nous n’avons eu aucun avertissement », a déclaré le capitaine Ada Brask.",
            ),
            "We had no warning of it",
        ),
        (("“The gates were opened in time,” said the guard at the lock.",), "The gates were opened in time"),
    ],
)
def test_a_row_is_called_by_what_it_is_about(texts: tuple[str, ...], label: str) -> None:
    assert label in [held if held == label else held[: len(label)] for held in _labels(*texts)]


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        (
            "They stole paintings worth 3 million euros.",
            "They stole paintings worth 5 million euros.",
            "worth of the paintings",
        ),
        ("Six litres a day are left.", "Four litres a day are left.", "litres a day"),
        ("In Varda 64 people were taken to safety.", "In Varda 85 people were brought to safety.", "people rescued"),
        ("In Varda 64 people are unaccounted for.", "In Varda 85 people are unaccounted for.", "people missing"),
        ("The tank was 60 percent full at noon.", "At noon the tank was 75 percent full.", "share (tank)"),
        ("Orvane has a deficit of 30 million euros.", "Orvane has a deficit of 35 million euros.", "deficit"),
        (
            "The barge lost 30 tonnes of diesel at Orvane.",
            "At Orvane the barge lost 41 tonnes of diesel.",
            "tonnes of diesel",
        ),
        ("Ines Tolland won 41 percent of the vote.", "Ines Tolland won 44 percent of the vote.", "share of the vote"),
        (
            "A judge gave Ines Tolland three years in prison.",
            "A judge gave Ines Tolland five years in prison.",
            "time in prison",
        ),
        ("Bus fares in Orvane rise by 4 percent.", "Bus fares in Orvane rise by 6 percent.", "rise (fares)"),
    ],
)
def test_a_measure_is_called_by_a_noun(one: str, other: str, label: str) -> None:
    assert label in _labels(one, other)


def test_a_label_is_short_and_on_one_line() -> None:
    long = "The " + "very " * 60 + "long pier of Teppen cost $12 million\nin " + "all " * 60 + "the years."
    assert all(0 < len(label) <= 60 and "\n" not in label for label in _labels(long, "“" + "a b " * 200 + "”"))


def test_the_key_of_a_row_does_not_hang_on_its_label() -> None:
    first = Article.from_text("Police arrested 23 men in Dorva.", key="a")
    other = Article.from_text("In Dorva the police arrested 37 demonstrators.", key="b")
    keys = [{row.key for row in compare(held).ledger if row.kind == "quantity"} for held in ([first], [first, other])]
    assert keys[0] <= keys[1]


def test_a_decimal_beside_the_number_of_a_row_is_not_cut() -> None:
    told = _labels("The river rose by 7.5 metres within 4 hours in the flood.")
    assert not any(label.startswith("5 ") for label in told), told


def test_a_time_of_day_beside_the_number_of_a_row_is_not_cut() -> None:
    told = _labels("The crews ran out of foam at about 22:00 and had to wait 40 minutes for a delivery.")
    assert not any(label.startswith("00 ") for label in told), told


@pytest.mark.parametrize("path", sorted((accounts.DATA / "accounts").glob("*.toml")), ids=lambda path: path.stem)
def test_a_row_is_called_the_same_whichever_source_comes_first(path: Path) -> None:
    pair = tomllib.loads(path.read_text(encoding="utf-8"))
    articles = [
        Article.from_text(pair[side]["text"].strip(), published=pair[side].get("published"), key=side) for side in "ab"
    ]
    assert called(articles) == called(articles[::-1])


def called(articles: list[Article]) -> dict[frozenset[tuple[str, int]], str]:
    """The labels of the rows that join sources, by where in which article their mentions stand."""
    found = compare(articles)
    places = {m.id: (source.article.key, m.span.start) for source in found.sources for m in source.mentions}
    joined = (row for row in found.ledger if row.kind != "entity" and len(row.cells) > 1)
    return {frozenset(places[m] for held in row.cells.values() for m in held): row.label for row in joined}


def test_people_of_two_names_are_called_people_and_others_are_whom_they_are_others_of() -> None:
    found = rows(
        "The fire in Brask killed nine guests. It injured 27 others.",
        "The fire in Brask killed twelve people. It injured 34 guests.",
    )
    assert [row.label for row in found if "nine" in row.reason] == ["people killed"]
    assert [row.reason[:19] for row in found if "27" in row.reason] == ["A says 27 others, B"]


def test_a_stretch_of_time_is_called_after_what_both_tell_of() -> None:
    found = rows(
        "The mayor of Orun got the warning forty minutes before the wave.",
        "In Orun the warning reached the mayor forty minutes before the wave.",
    )
    assert [row.label for row in found if "forty" in row.reason] == ["duration (warning)"]


_WHAT = ("ferry", "quarry", "harvest", "orchestra", "glacier", "bakery", "stadium", "tunnel", "museum", "library")
_DONE = ("sold", "moved", "closed", "lit", "painted", "searched", "mapped")


def _steps_of_the_label_of(count: int) -> int:
    """How many steps are taken for what the measure of a row is called that holds so many claims of either account."""

    def account(key: str, step: int) -> Article:
        told = [f"Why the {_WHAT[n * step % 10]} was {_DONE[(n + step) % 7]} twice remains open." for n in range(count)]
        return Article.from_text("\n\n".join(told), key=key, published="2024-03-05", language="en")

    steps = 0

    def take(frame: FrameType, *_: object) -> None:
        nonlocal steps
        steps += frame.f_code.co_filename.endswith("measure_labels.py")

    before = sys.getprofile()
    sys.setprofile(take)
    try:
        ledger = compare([account("a", 3), account("b", 7)]).ledger
    finally:
        sys.setprofile(before)
    assert max(len(row.mentions) for row in ledger) == 2 * count
    return steps


def test_the_label_of_a_row_takes_steps_as_it_has_claims() -> None:
    few, many = _steps_of_the_label_of(30), _steps_of_the_label_of(90)
    assert 0 < many < 4 * few


def test_a_headline_in_capitals_gives_no_label_in_capitals() -> None:
    found = rows("TWO MEN ARRESTED IN BRASK", "In Brask two men were arrested for the theft.")
    assert [row.label for row in found] == ["men arrested"]
