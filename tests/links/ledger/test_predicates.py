"""What befell people, told by other verbs in each account, and verbs that only look like it."""

from __future__ import annotations

import pytest

from reader.links import compare
from reader.text import Article
from tests.links.ledger.test_tallies import rows, told


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
        ("In 2014 the line carried 320 crates.", "The line carried more than 900 crates in 2014.", "900"),
        ("It was the fourth derailment in ten years.", "No other city has a third derailment.", "third derailment"),
        ("Before the war 30,000 people lived there.", "Of the 23,000 who lived here few remain.", "23,000"),
        ("The council approved it by 38 votes.", "In the council 31 members voted for it.", "31"),
        ("Castle Hill is home to 45,000.", "On Castle Hill 60,000 refugees live in tents.", "60,000"),
        ("Crews rescued 18 people with ladders.", "Down from the balconies 25 people were brought.", "25"),
        ("The depot beside it has 11 storeys.", "Nothing happened to the 12-storey depot.", "12"),
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


def test_a_sentence_that_points_back_is_of_the_year_before_it() -> None:
    found = rows(("eleven", ""), ("fourteen", "A fire in 1997 is not forgotten. That fire took 83 lives."))
    assert told(found, "fourteen") == ["differ"]
    assert told(found, "83") == []


def test_an_ordinal_that_one_source_gives_is_no_row() -> None:
    text = "It was the fourth derailment on Castle Hill in ten years."
    assert not [row for row in compare([Article.from_text(text, key="a")]).ledger if "fourth" in row.reason]


def test_a_full_inquiry_is_a_full_and_public_one_of_the_same_speaker() -> None:
    texts = ["Ines Tolland promised “a full and public inquiry”.", "Ines Tolland promised “a full inquiry”."]
    found = compare([Article.from_text(text, key=key) for key, text in zip("ab", texts, strict=True)]).ledger
    assert [row.verdict for row in found if row.kind == "quotation"] == ["compatible"]


def test_of_vague_and_exact_words_the_exact_ones_are_shown() -> None:
    exact = "Thousands had to flee. Between 4,200 and 4,800 residents were evacuated."
    found = [
        row for row in rows(("eleven", exact), ("twelve", "6,100 residents were evacuated.")) if "6,100" in row.reason
    ]
    assert [row.reason.startswith("A says between 4,200 and 4,800 residents") for row in found] == [True]


def test_what_is_left_in_sentences_that_share_a_row_is_of_one_thing() -> None:
    one = "The river below peaked at 7.4 metres shortly before 4 a.m."
    other = "A siren had sounded at 1.15 a.m. The river below reached 7.1 metres at about five in the morning."
    articles = [Article.from_text(_SCENE.format(said), key=key) for said, key in ((one, "a"), (other, "b"))]
    assert [
        row.verdict for row in compare(articles).ledger if row.kind == "date" and "five in the morning" in row.reason
    ] == ["differ"]


_SCENE = """
The flood of the Morna at Orvane came in the night.
{}
Mayor Ines Tolland said that the dyke of the Morna would be examined by experts from Brunnholt.
"We heard a bang and then nothing," said Peter Aust, a baker of Orvane.
"""


def test_a_reason_ends_with_one_stop() -> None:
    found = compare([Article.from_text("A siren had sounded at 1.15 a.m. in Orvane.", key="a")]).ledger
    assert [row.reason for row in found if row.kind == "date"] == ["Only A says 1.15 a.m."]


def test_one_telling_number_of_sentences_that_tell_the_same_agrees_though_they_date_it_otherwise() -> None:
    one = "In 2018 the owner of the cold store was fined 40,000 zloty for the leak."
    other = "In 2019 the owner of the cold store paid a fine of 40,000 zlotys for the leak."
    found = compare([Article.from_text(text, key=key) for text, key in ((one, "a"), (other, "b"))]).ledger
    assert [row.verdict for row in found if row.kind == "quantity"] == ["agree"]


def test_world_time_is_set_against_world_time() -> None:
    one, other = "The doors of the depot opened at 8 a.m. (0500 GMT).", "The doors of the depot opened at 0600 GMT."
    articles = [Article.from_text(_SCENE.format(said), key=key) for said, key in ((one, "a"), (other, "b"))]
    joined = [row.reason for row in compare(articles).ledger if row.kind == "date" and len(row.cells) > 1]
    assert all("8 a.m." not in reason for reason in joined)


def test_a_day_in_march_is_no_march() -> None:
    found = rows(
        ("eleven", "A team of 35 divers from Brunnholt searched the river."),
        ("fourteen", "On 14 March from Brunnholt came forty divers for the river."),
    )
    assert [row.label for row in found if "forty" in row.reason] == ["divers"]
