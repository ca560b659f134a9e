"""Accounts that have nothing to do with each other: their numbers are in no common row, however equal they are."""

from __future__ import annotations

import pytest

from reader.links import LedgerRow, compare
from reader.text import Article

_FERRY = """
The ferry Marten ran aground off Skarvik in thick fog, and eleven people drowned, the coast guard said.
Six workers were injured and taken to the hospital of the town, the police said.
Its captain had sailed the strait for twenty years without so much as a scratch.
The company Nordlin promised to pay for the funerals.
A court in Skarvik will decide within two years who is to blame.
"""
_FIRE = """
A paper mill in Brunnholt burnt to the ground; eleven people died, according to the fire brigade.
Nine workers were injured and taken to the hospital of the town, the police said.
Nobody knows yet how the bales caught fire.
The union had asked for new sprinklers in spring, its chairman Emil Hauke recalled.
Neighbours could see the smoke from the other bank for three days.
"""


def _joined(one: str, other: str, *published: str) -> list[LedgerRow]:
    days = published or (None, None)
    articles = [Article.from_text(text, key=key, published=day) for text, key, day in zip((one, other), "ab", days)]  # noqa: B905
    return [row for row in compare(articles).ledger if row.kind in ("quantity", "date") and len(row.cells) > 1]


def test_tallies_of_two_events_are_in_no_common_row() -> None:
    assert _joined(_FERRY, _FIRE) == []


def test_those_of_one_event_are() -> None:
    other = "Off Skarvik the captain of the Marten saw nothing in the fog when his ferry ran aground.\n" * 2
    assert _joined(_FERRY, f"{other}\nThe coast guard says that nine people drowned.\nThe company Nordlin will pay.\n")


def test_what_names_nothing_in_common_is_not_of_one_event_years_later() -> None:
    one, other = "The storm killed 14 people in the hills.", "Floods killed 14 people in the plain."
    assert _joined(one, other, "2011-05-02", "2019-08-30") == []
    assert _joined(one, other, "2011-05-02", "2011-05-03")


_QUAKE = (
    "A tremor with a preliminary magnitude of 4.4 struck near Orun this morning, according to the {}.\n\nIt struck at "
    "about 9:30 a.m. and had a depth of 2.7 miles, according to the {}.\n\nNobody called the fire brigade.\n\n"
    "The bakers of Orun opened as ever.\n\nSixty pupils wrote their exams."
)
_OTHER_QUAKE = (
    "Five villagers died when walls fell in Corvin on Tuesday.\n\nThe 6.1-magnitude quake struck inland at "
    "a depth of 10 kilometres in the heart of Corvin, the {} said.\n\nLandslides blocked the roads to Brask.\n\nTroops "
    "brought tents and water.\n\nA doctor in Brask treated thirty patients.\n\nThe governor has promised new houses."
)


@pytest.mark.parametrize(("whom", "joined"), [("Sorvian Geological Survey", False), ("Corvin Council", True)])
def test_two_earthquakes_of_which_one_survey_tells_are_two_events(whom: str, joined: bool) -> None:
    one = _QUAKE.format(whom, whom) + (f"\n\nThe {whom} meets today." if joined else "")
    other = _OTHER_QUAKE.format(whom) + (f"\n\nThe {whom} meets on Friday." if joined else "")
    found = compare([Article.from_text(one, key="a"), Article.from_text(other, key="b")]).ledger
    assert any(row.kind == "quantity" and len(row.cells) > 1 for row in found) == joined


def test_round_numbers_that_nobody_knows_exactly_have_no_form_in_common() -> None:
    found = compare(
        [
            Article.from_text("The index of Brask lost almost a thousand points on Monday.", key="a"),
            Article.from_text("An estimated 1,000 nurses of Brask work in Orun.", key="b"),
        ]
    ).ledger
    assert [row for row in found if row.verdict == "same form only"] == []
