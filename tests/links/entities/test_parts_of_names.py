"""Which short names go with which longer ones, and which do not: families, firms, towns, states, ships and storms."""

from __future__ import annotations

from tests.links.entities.test_entity_groups import compared, together


def test_the_first_of_two_family_names() -> None:
    found = compared("The minister, Jaime Ugarte Rivas, came.", "It was Ugarte who called.")
    assert together(found, "Ugarte", "Jaime Ugarte Rivas")
    found = compared("The minister, Anna Karen Bell, came.", "It was Karen who called.")
    assert not together(found, "Karen", "Anna Karen Bell")


def test_a_product_that_begins_with_the_name_of_its_maker() -> None:
    found = compared("Orvit Inc. showed the OrvitPad.", "It was Orvit that sold it, and the OrvitPad sells.")
    assert not together(found, "Orvit", "OrvitPad")


def test_a_branch_of_a_company_that_is_told_of() -> None:
    found = compared("Orvit Inc. showed Orvit TV.", "It was Orvit that sold it, and Orvit TV sells.")
    assert not together(found, "Orvit", "Orvit TV")
    found = compared("Orvit Holdings sold it.", "It was Orvit Inc. that sold it. Orvit is rich.")
    assert together(found, "Orvit", "Orvit Holdings")


def test_a_company_of_the_united_states() -> None:
    found = compared("A phone of T-Mobile USA failed.", "A phone of T-Mobile failed.")
    assert together(found, "T-Mobile", "T-Mobile USA")


def test_clubs_and_companies_by_their_nicknames() -> None:
    found = compared("He left Manchester United for IBM.", "He left Man Utd for Big Blue.")
    assert together(found, "Manchester United", "Man Utd") and together(found, "IBM", "Big Blue")


def test_father_and_son_of_one_name() -> None:
    found = compared("The house of Frank Carrow Sr. burned.", "Only Carrow Jr. was at home.")
    assert not together(found, "Frank Carrow Sr.", "Carrow Jr.")


def test_a_family_name_that_is_short_for_a_given_name() -> None:
    found = compared("The mayor, Marta Bradford, came.", "It was Ford who called.")
    assert not together(found, "Ford", "Marta Bradford")
    found = compared("The mayor, Bill Orwick, came.", "It was William Orwick who called.")
    assert together(found, "William Orwick", "Bill Orwick")


def test_a_surname_of_one_consonant() -> None:
    found = compared("A witness, Tracey-Ann Obi, saw it.", "Prosecutors praised Ms Obi for it.")
    assert together(found, "Obi", "Tracey-Ann Obi")


def test_a_given_name_goes_with_the_very_name_before_its_other_forms() -> None:
    found = compared("We met Freddie Orwick and Ricky Hattan.", "It was Freddie who was right.")
    assert together(found, "Freddie", "Freddie Orwick")


def test_a_state_is_not_its_university() -> None:
    found = compared("He plays for Ohio State in autumn.", "He was born in Ohio, they said.")
    assert not together(found, "Ohio State", "Ohio")


def test_rocky_is_not_roche() -> None:
    found = compared("The trainer, Freddie Roche, came.", "It was Rocky who called.")
    assert not together(found, "Rocky", "Freddie Roche")


def test_a_small_city_that_a_person_or_a_storm_is_called_like() -> None:
    found = compared("The director, Sam Mendoza, came.", "He called Mendoza amazing.")
    assert together(found, "Mendoza", "Sam Mendoza")
    found = compared("It was hit by Typhoon Fengshan on Sunday.", "Rain fell where Fengshan had struck.")
    assert together(found, "Fengshan", "Typhoon Fengshan")
    found = compared("Abraham Lincoln spoke of it.", "It rained in Lincoln, and Lincoln flooded.")
    assert not together(found, "Lincoln", "Abraham Lincoln")


def test_a_town_with_its_state_is_no_person() -> None:
    found = compared("Michael Jackson sang it.", "Jackson, Miss., was flooded.")
    assert not together(found, "Michael Jackson", "Jackson")


def test_a_town_is_not_its_paper() -> None:
    found = compared("He told the Timaru Courier of it.", "Sergeants from Timaru and the Timaru police came.")
    assert not together(found, "Timaru", "Timaru Courier")


def test_cities_by_their_short_names() -> None:
    found = compared("It rained in Rio de Janeiro and in Philadelphia.", "Rio was wet, and so was Philly.")
    assert together(found, "Rio", "Rio de Janeiro") and together(found, "Philly", "Philadelphia")
