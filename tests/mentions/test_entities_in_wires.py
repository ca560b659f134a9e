"""Names as wire reports and headlines write them: initials, teams, ships, titles, numbers and small words inside."""

from __future__ import annotations

import pytest

from tests.mentions.test_entities import names


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("US troops left Oslo. US officials agreed.", {"US", "Oslo"}),
        ("Thieves Burn Down Tallest US Building", {"US"}),
        ("TELL US WHAT YOU KNOW OF THE FIRE", set()),
        ("THREE men were held in Oslo, police said.", {"Oslo"}),
        ("He wants an AT&T phone at home, at work, at sea and at noon.", {"AT&T"}),
        ("We fell near Oslo. DOC will ask. Nobody else at the Department of Conservation spoke.",
         {"Oslo", "DOC", "Department of Conservation"}),
    ],
)  # fmt: skip
def test_initials_that_are_common_words_too(text: str, wanted: set[str]) -> None:
    assert set(names(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Manchester United Reveal Share Price", {"Manchester United"}),
        ("Real Madrid won. Inter Milan and Bayern Munich lost.", {"Real Madrid", "Inter Milan", "Bayern Munich"}),
        ("Boston Red Sox Trade Two To Chicago Cubs", {"Boston Red Sox", "Chicago Cubs"}),
        ("Tebbit Says He Turned Down Man United And Sevilla", {"Tebbit", "Man United", "Sevilla"}),
        ("Colorado Avalanche Kills Three Skiers", {"Colorado"}),
        ("They play Manchester City. City, bought in May, lost. City seal a deal.", {"Manchester City", "City"}),
    ],
)
def test_full_names_of_teams_in_headlines(text: str, wanted: set[str]) -> None:
    assert set(names(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("S. Korea met N. Korean envoys and W. Virginia's governor.",
         {"S. Korea": "place", "N. Korean": "nationality", "W. Virginia": "place"}),
        ("Owner Vela, of Oslo, said so. The Vela group agreed.", {"Vela": "name", "Oslo": "place"}),
        ("She left American Technology Research of Oslo.", {"American Technology Research": "name", "Oslo": "place"}),
        ("A Salvador Dali painting was snatched.", {"Salvador Dali": "person"}),
        ("Geologists wrote to him. Turkey warned Oslo.", {"Turkey": "place", "Oslo": "place"}),
        ("Near Anderson Springs we bought Q-Tip swabs.", {"Anderson Springs": "place", "Q-Tip": "name"}),
        ("We met Michael Bloomberg, and Bloomberg smiled.", {"Michael Bloomberg": "person", "Bloomberg": "person"}),
        ("The East Tarn Seafarers' Assistance Programme paid.", {"East Tarn Seafarers' Assistance Programme": "name"}),
        ("He won the Ballon d'Or again.", {"Ballon d'Or": "name"}),
        ('She won for "24 Rock" last night.', {"24 Rock": "name"}),
        ("Vexley unveils Merrin 4 phone with an Okavi Core i5 inside, and the new Merrin 4 sells.",
         {"Vexley": "name", "Merrin 4": "name", "Okavi Core i5": "name"}),
    ],
)  # fmt: skip
def test_names_as_wire_reports_write_them(text: str, wanted: dict[str, str]) -> None:
    assert names(text) == wanted


def test_a_long_name_behind_an_article_is_no_headline() -> None:
    text = "Andrew Mwangi of the East Tarn Fishing Vessels Assistance Programme told the press of it."
    assert "East Tarn Fishing Vessels Assistance Programme" in names(text)


def test_a_body_that_many_countries_have() -> None:
    assert names("Tents came from the Peruvian Red Cross.").keys() == {"Peruvian", "Red Cross"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It stunned Oscar De la Vega on Sunday.", {"Oscar De la Vega"}),
        ("Promoter Bob Arum-Levy of Top Rank left.", {"Bob Arum-Levy", "Top Rank"}),
        ("He read Corriere della Sera at the Cirque du Soleil.", {"Corriere della Sera", "Cirque du Soleil"}),
        ("Lake Okavi froze. Camp Merrin too. Operation Perseus failed.",
         {"Lake Okavi", "Camp Merrin", "Operation Perseus"}),
        ("United Launch Alliance built it.", {"United Launch Alliance"}),
        ("They asked the UN Mission in South Sudan.", {"UN Mission in South Sudan"}),
        ("The Naismith Hall of Fame in Springfield, Mass., inducted her.",
         {"Naismith Hall of Fame", "Springfield", "Mass."}),
        ("Juno 2 will pass. He saw a hole in Vexley Browser 7 that lets them in.", {"Juno 2", "Vexley Browser 7"}),
        ("Neighbors on Crisp Street called her odd.", {"Crisp Street"}),
        ("The first Division I coach came after World War I.", {"Division I", "World War I"}),
        ("He played for Texas A&M that year.", {"Texas A&M"}),
        ("When the Lady Vols won, the Lady Grace sank.", {"Lady Vols", "Lady Grace"}),
        ("They saw Lady Grace in the hall.", {"Grace"}),
        ("EU Set for New Sanctions on Iran", {"EU", "Iran"}),
    ],
)  # fmt: skip
def test_more_names_as_wire_reports_write_them(text: str, wanted: set[str]) -> None:
    assert set(names(text)) == wanted


def test_a_title_that_begins_a_sentence_tells_a_person() -> None:
    assert names("Mayor Orlan Bekk had warned of it.") == {"Orlan Bekk": "person"}
    assert names("DCI Orwick said so.") == {"Orwick": "person"}


def test_a_title_inside_the_name_of_a_town() -> None:
    assert "Villar del Rey" in names("La vasija apareció en Villar del Rey el lunes.", language="es")
    assert "Villar del Rey" in names("They found it in Villar del Rey on Monday.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The minister, A K Orwick, said so. A man left.", {"A K Orwick"}),
        ("Divers found the MV Princess of the Isles near Bohol.", {"MV Princess of the Isles", "Bohol"}),
        ("The London Chamber of Commerce agreed. Transport for London did not.",
         {"London Chamber of Commerce", "Transport for London"}),
    ],
)  # fmt: skip
def test_initials_ships_and_bodies_of_london(text: str, wanted: set[str]) -> None:
    assert set(names(text)) == wanted


def test_a_ship_called_ms_is_no_woman() -> None:
    assert names("The ferry MS Alna sank, and the MS Brenda was late. Captain MS Orwick and Ms Lind left.") == {
        "MS Alna": "name", "MS Brenda": "name", "Orwick": "person", "Lind": "person",
    }  # fmt: skip
    assert names("Die MS Alna sank vor der Küste, und die Leute waren an Land.", language="de") == {"MS Alna": "name"}


def test_german_countries_keep_their_place_in_the_genitive() -> None:
    text = "Die Regierung Norwegens sprach mit der Ministerin Österreichs über die Zukunft Niedersachsens."
    assert names(text, language="de") == dict.fromkeys(("Norwegens", "Österreichs", "Niedersachsens"), "place")
    text = "Vor der Küste Norwegens und im Westen Schwedens regnete es."
    assert names(text, language="de") == {"Norwegens": "place", "Schwedens": "place"}
