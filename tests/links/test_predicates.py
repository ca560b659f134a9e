"""What befell people, told by other verbs in each account, and verbs that only look like it."""

from __future__ import annotations

import pytest

from tests.links.test_tallies import rows, told


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Firefighters lifted 23 people off the roof of a kiosk.", "From the roof 31 were brought to safety.", "31"),
        ("About 400 residents were moved to a school.", "More than 700 had to leave that night.", "700"),
        ("At least 20 people are unaccounted for.", "Another 12 have not been found.", "12"),
        ("Six looters gave themselves up to the guard.", "Nine men were taken prisoner by the guard.", "nine"),
        ("An inquiry later heard 40 witnesses.", "In the inquiry 52 people testified.", "52"),
        ("The search went on: a nine-day effort.", "The search took the crews twelve days.", "twelve days"),
        ("The river below had peaked at 7.4 metres.", "The river below reached 7.1 metres.", "7.1 metres"),
        ("It also hurt six customs officers.", "It also hurt eight customs officers.", "eight"),
    ],
)
def test_one_fate_in_other_words_is_one_tally(one: str, other: str, said: str) -> None:
    assert told(rows(("eleven", one), ("fourteen", other)), said) == ["differ"]


def test_those_whose_fate_is_told_by_their_own_verb_are_not_the_dead_of_the_sentence_before() -> None:
    found = rows(("eleven", ""), ("fourteen", "More than 8,000 had to leave, and 130 were plucked from rooftops."))
    assert told(found, "8,000") == told(found, "130") == []


def test_who_is_treated_with_respect_is_not_wounded() -> None:
    kindly = "All 12 passengers were treated with respect."
    found = rows(("eleven", "Some 30 passengers were injured."), ("fourteen", kindly))
    assert told(found, "12") == []


def test_the_dead_of_one_side_are_not_the_dead() -> None:
    one = "In the war the battle of Orvane left 210 rebels dead; 18 soldiers died too."
    found = rows(("eleven", one), ("fourteen", ""))
    assert told(found, "210") == []


def test_a_count_as_of_a_day_is_not_of_that_day() -> None:
    later = "By Friday, 41 passengers were injured."
    found = rows(("eleven", "On Monday evening 30 passengers were injured."), ("fourteen", later))
    assert told(found, "41") == ["differ"]
