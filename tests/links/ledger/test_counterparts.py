"""What is left for one another in two accounts of one event: times of day, years, nouns with two names, offices."""

from __future__ import annotations

import pytest

from reader.links import LedgerRow, compare
from reader.links.ledger import words
from reader.links.ledger.clock import judge_times
from reader.mentions import DateValue
from reader.text import Article

_A = """
A cable car fell in Orvane on Monday evening and killed eleven people, the city hospital said. {}
The cable car was going up Castle Hill when its rope tore near the theatre of Orvane.
Experts from Brunnholt will examine the rope of the cable car, a judge of Orvane said.
"We heard a bang and then nothing," said Peter Aust, a baker of Castle Hill.
Orvane has had a cable car since the war, and none of them had ever fallen.
"""
_B = """
Orvane is in mourning. The hospital's list, read out last night, has fourteen dead. {}
On Castle Hill, near the theatre, the torn rope lies in the grass; there the cable car fell on Monday evening.
Experts from Brunnholt arrived yesterday to look at the rope, a judge told reporters in Orvane.
Peter Aust, whose bakery stands on Castle Hill, said: "We heard a bang and then nothing."
No cable car of Orvane had ever fallen.
"""
_ELSEWHERE = """
The library of Telsing opened its new wing. {} Children may borrow toys there from now on.
The architect, a woman from Morn, used larch and glass. Readers praised the light in the reading room.
"""


def rows(a: str, b: str, other: str = _B) -> list[LedgerRow]:
    texts = (_A.format(a), other.format(b))
    articles = [Article.from_text(text, key=key, published="2021-05-04") for key, text in zip("ab", texts, strict=True)]  # type: ignore[arg-type]
    return [row for row in compare(articles).ledger if len(row.cells) > 1]


def told(found: list[LedgerRow], said: str) -> list[str]:
    return [row.verdict for row in found if said in row.reason]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [("T18:00", "T18:00", "agree"), ("T18:00", "T17:15", "differ"), ("T23:50", "T00:10", "differ")],
)
def test_times_of_day(one: str, other: str, verdict: str) -> None:
    values = [DateValue(None, None, iso, "time", resolved=False) for iso in (one, other)]
    judged = judge_times(*values)
    assert judged is not None and judged[0] == verdict


def test_a_time_that_is_only_about_reaches_either_way() -> None:
    about = DateValue(None, None, "T18:00", "time", approximate=True, resolved=False)
    later = [DateValue(None, None, iso, "time", resolved=False) for iso in ("T18:10", "T18:15", "T18:30")]
    judged = [judge_times(about, each) for each in later]
    assert [each and each[0] for each in judged] == ["agree", "compatible", "differ"]


def test_six_in_the_morning_may_be_six_in_the_evening() -> None:
    values = [DateValue(None, None, iso, "time", resolved=False) for iso in ("T06:15", "T18:15")]
    assert judge_times(*values) is None


def test_the_one_time_of_day_of_either_account() -> None:
    found = rows("The rope of the cable car tore at 6 p.m.", "The rope of the cable car tore at 7:20 p.m.")
    assert told(found, "6 p.m.") == ["differ"]


def test_things_that_have_two_names() -> None:
    assert words.synonyms("banner", "standard") and words.of_kind("cannon", "gun")
    assert not words.synonyms("bus", "train") and not words.synonyms("man", "woman")
    found = rows("The city owns 40 buses to replace it.", "The city has 31 coaches to replace the cable car.")
    assert told(found, "40 buses") == ["differ"]


def test_lives_are_those_of_the_dead_and_demonstrators_have_gathered() -> None:
    assert words.calling("lives") == "killed"
    assert words.calling("demonstrators") == "gathered"


def test_the_earlier_year_of_either_account() -> None:
    found = rows(
        "The rope of the cable car was last replaced in 2009.", "The rope of the cable car was replaced in 2011."
    )
    assert told(found, "2009") == ["differ"]


def test_a_crew_of_nine_is_nine_of_the_crew() -> None:
    found = rows("It had a crew of 19, the hospital said.", "The 19 crew members are in the hospital.")
    assert told(found, "19") == ["agree"]


def test_two_names_for_one_office_differ() -> None:
    found = rows("The mayor, Ines Tolland, wept.", "Mayor Karl Brandis was not there.")
    offices = [row for row in found if row.kind == "entity" and row.verdict == "differ"]
    assert [row.reason for row in offices] == ["A names Ines Tolland as mayor, B names Karl Brandis."]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The mayor, Ines Tolland, wept.", "Mayor Karl Brandis held the hand of Ines Tolland."),  # both are known
        ("The mayor, Ines Tolland, wept.", "The late mayor Karl Brandis wept."),
        ("The mayor, Ines Tolland, wept.", "Former mayor Karl Brandis wept."),
        ("The director of the hospital, Ines Tolland, wept.", "The director of the theatre, Karl Brandis, wept."),
        ("The mayor, Ines Tolland and a priest wept.", "Mayor Karl Brandis was not there."),
    ],
)
def test_two_names_that_are_not_for_one_office(a: str, b: str) -> None:
    assert not [row for row in rows(a, b) if row.kind == "entity" and row.verdict == "differ"]


def test_accounts_of_two_events_leave_nothing_for_each_other() -> None:
    found = rows(
        "The mayor, Ines Tolland, came at 6 p.m. with 40 buses.", "Mayor Karl Brandis came at 7 p.m. with 31 coaches.",
        _ELSEWHERE,
    )  # fmt: skip
    assert [row for row in found if row.verdict == "differ"] == []


def test_lives_that_were_cost_and_those_who_are_trapped_are_two_tallies() -> None:
    found = rows("The fall killed 14 skiers, and three are still trapped.", "The fall cost 21 skiers their lives.")
    assert told(found, "21 skiers") == ["differ"]
    assert told(found, "three") == []


def test_who_is_of_people() -> None:
    assert words.human("robber") and words.human("councillor")
    assert not words.human("camera") and not words.human("bridge")


def test_a_measure_in_words_of_another_language() -> None:
    german = _B.replace("{}", "Die Gondel lag 11 Meter tief.")
    found = rows("The car lay at a depth of nine metres.", "", german)
    assert told(found, "nine metres") == ["differ"]


def test_things_named_like_people_are_no_people() -> None:
    assert not words.human("siren") and not words.human("trailer")


def test_late_at_night_the_mayor_is_no_late_mayor() -> None:
    found = rows("The mayor, Ines Tolland, wept.", "Late at night the mayor, Karl Brandis, wept.")
    assert "A names Ines Tolland as mayor, B names Karl Brandis." in [row.reason for row in found]


def test_times_of_day_alone_for_each_other_in_sentences_surely_aligned() -> None:
    a = "The ferry Solveig hit the tanker Marlow off Skarn at 4.40 a.m. on Sunday. Fog lay on the strait of Skarn."
    b = "Off Skarn on Sunday, at five in the morning, the ferry Solveig ran into the tanker Marlow. There was fog."
    articles = [Article.from_text(text, key=key, published="2021-05-04") for key, text in (("a", a), ("b", b))]
    assert [row.verdict for row in compare(articles).ledger if "4.40" in row.reason] == ["differ"]
