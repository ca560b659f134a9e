"""Entities across sources: what is joined, what is offered, what is kept apart, and the reader's word."""

from __future__ import annotations

import itertools

from reader.links import Comparison, Decisions, Entity, NameRef, SameName, compare
from reader.text import Article
from tests.work import calls_of


def compared(*texts: str, decisions: Decisions | None = None) -> Comparison:
    return compare([Article.from_text(t, key=f"k{n}") for n, t in enumerate(texts)], decisions)


def of(comparison: Comparison, name: str) -> Entity:
    found = [e for e in comparison.entities if any(name in forms for forms in e.variants.values())]
    assert len(found) == 1, (name, found)
    return found[0]


def together(comparison: Comparison, a: str, b: str) -> bool:
    return of(comparison, a).id == of(comparison, b).id


def test_spellings_of_one_name_are_one_entity() -> None:
    found = compared("Fighters of Hezbollah came.", "Fighters of Hizbollah left, said the daily Al-Ahbar.")
    entity = of(found, "Hezbollah")
    assert entity.variants == {"A": ("Hezbollah",), "B": ("Hizbollah",)}
    assert entity.reasons


def test_a_surname_goes_with_the_only_full_name() -> None:
    found = compared("The mayor, Elena Marchetti, spoke. Later Marchetti left.", "It was Marchetti who called.")
    assert of(found, "Marchetti").label == "Elena Marchetti"
    assert any("surname" in r for r in of(found, "Marchetti").reasons)


def test_an_ambiguous_surname_is_offered_only() -> None:
    found = compared("Both Elena Marchetti and Paolo Marchetti came.", "It was Marchetti who called.")
    ids = {of(found, n).id for n in ("Elena Marchetti", "Paolo Marchetti", "Marchetti")}
    assert len(ids) == 3
    assert {i for p in found.possible for i in (p.a, p.b)} >= ids


def test_an_acronym_goes_with_its_expansion() -> None:
    found = compared("The National Harbour Authority (NHA) spoke.", "A report by the NHA was read.")
    assert together(found, "NHA", "National Harbour Authority")


def test_nationality_and_country_are_related_only() -> None:
    found = compared("A Danish ship left Denmark.", "Danes waited.")
    country, people = of(found, "Denmark"), of(found, "Danish")
    assert country.id != people.id
    assert country.related == (people.id,)
    assert people.related == (country.id,)
    assert together(found, "Danish", "Danes")


def test_countries_that_look_alike_stay_apart() -> None:
    found = compared("It came from Iran.", "It came from Iraq.")
    assert not together(found, "Iran", "Iraq")
    assert not found.possible


def test_the_reader_can_join_and_part() -> None:
    texts = "Fighters of Hezbollah came to Bolderaa.", "Fighters of Hizbollah left Kengarags."
    apart = Decisions(names=(SameName(NameRef("Hezbollah"), NameRef("Hizbollah"), False),))
    assert not together(compared(*texts, decisions=apart), "Hezbollah", "Hizbollah")
    joined = Decisions(names=(SameName(NameRef("Bolderaa"), NameRef("Kengarags"), True),))
    assert together(compared(*texts, decisions=joined), "Bolderaa", "Kengarags")
    changed = apart.adding(SameName(NameRef("Hizbollah"), NameRef("Hezbollah"), True))
    assert together(compared(*texts, decisions=changed), "Hezbollah", "Hizbollah")


def test_the_reader_can_part_one_name_in_two_sources() -> None:
    texts = "The report of Jordan Pell was read to Pell.", "A book by Pell sold well."
    refs = NameRef("Pell", "k0"), NameRef("Pell", "k1")
    found = compared(*texts, decisions=Decisions(names=(SameName(*refs, False),)))
    holders = [e for e in found.entities if any("Pell" in forms for forms in e.variants.values())]
    assert [set(e.variants) for e in holders] == [{"A"}, {"B"}]


def test_matching_across_scripts_can_be_off() -> None:
    texts = "The singer Viktor Malenko came.", "Вчера певец Виктор Маленко приехал."
    assert together(compared(*texts), "Viktor Malenko", "Виктор Маленко")
    off = compared(*texts, decisions=Decisions(transliterate=False))
    assert not together(off, "Viktor Malenko", "Виктор Маленко")


def test_ids_follow_the_text() -> None:
    found = compared("Riga and Tallinn and Vilnius.", "Vilnius.")
    assert [e.label for e in found.entities] == ["Riga", "Tallinn", "Vilnius"]
    assert [e.id for e in found.entities] == ["E1", "E2", "E3"]


def test_a_maker_is_not_its_product_and_a_branch_is_not_the_firm() -> None:
    found = compared("Norwing sold the Norwing 340 Comet. The Comet flies. NW Europe spoke for NW.", "Norwing and NW.")
    assert not together(found, "Norwing", "Norwing 340 Comet")
    assert together(found, "Norwing 340 Comet", "Comet")
    assert not together(found, "NW", "NW Europe")


def test_letters_and_numbers_of_an_index_go_with_its_name() -> None:
    found = compared("The Weller & Hart's 300 rose. The W&H fell.", "The W&H 300 Index rose.")
    assert together(found, "Weller & Hart's 300", "W&H 300 Index")
    assert together(found, "W&H", "W&H 300 Index")


def test_many_names_are_grouped_in_near_linear_time() -> None:
    stems = ["".join(p) for p in itertools.product("bdfgklmnprst", "aeiou", "lmnrt", "aeiou", "bdgkst")][::11]

    def work(names: list[str]) -> int:
        text = " ".join(f"They met {s.title()} in {s[::-1].title()}." for s in names)
        return calls_of(lambda: compared(text))

    work(stems[:25])
    assert work(stems[125:525]) < 6 * work(stems[25:125])  # no name twice: what is known of one is kept


def test_a_town_is_not_its_river_authority() -> None:
    found = compared("The Karvia River Authority warned Karvia. People left Karvia.", "Karvia was flooded.")
    assert not together(found, "Karvia", "Karvia River Authority")


def test_the_label_is_the_spelling_most_sources_use() -> None:
    found = compared(
        "BOLDERAA, Monday. Colonel Idris Benhadda came to Bolderaa.",
        "Colonel Idriss Ben Hadda said so. Colonel Idriss Ben Hadda left.",
        "BOLDERAA: Colonel Idris Benhadda was there. BOLDERAA waits. BOLDERAA sleeps.",
    )
    assert of(found, "Idriss Ben Hadda").label == "Idris Benhadda"
    assert of(found, "Bolderaa").label == "Bolderaa"


def test_many_full_names_of_one_family_still_meet_their_spellings() -> None:
    firsts = [f"{c}{v}{d}ik" for c in "BDFGLMNPRS" for v in "aeo" for d in "lmt"]
    left = " ".join(f"They met Mr {first} Haddou." for first in firsts)
    found = compared(left, "They met Mr Balik Khaddou.")
    assert together(found, "Balik Haddou", "Balik Khaddou")


def test_an_island_goes_by_its_name_and_a_paper_by_its_last_word() -> None:
    found = compared(
        "A quake hit Hallem Island; boats left Hallem. The Merrin Ledger wrote of it.", "The Ledger reported it."
    )
    assert together(found, "Hallem", "Hallem Island")
    assert together(found, "Ledger", "Merrin Ledger")
    river = compared("They swam in the Hallem River. Boats left Hallem.")
    assert not together(river, "Hallem", "Hallem River")


def test_a_body_is_one_in_every_language() -> None:
    texts = [
        Article.from_text("A team of the World Health Organization arrived.", key="a", language="en"),
        Article.from_text("Un equipo de la OMS llegó ayer.", key="b", language="es"),
        Article.from_text("Вчера приехала группа ВОЗ.", key="c", language="ru"),
    ]
    entity = of(compare(texts), "OMS")
    assert set(entity.variants) == {"A", "B", "C"} and entity.kind == "organisation"


def test_a_common_first_word_alone_is_no_short_form_of_a_name() -> None:
    text = "The newspaper al-Wadi reported from Oued Sfar. Nobody in Oued Sfar reads al-Wadi."
    other = "The water reached Wad Sfar, the newspaper Al-Uadi wrote on Monday."
    groups = compare([Article.from_text(text), Article.from_text(other)]).entities
    held = {frozenset(word for words in entity.variants.values() for word in words) for entity in groups}
    assert {"Oued Sfar", "Wad Sfar"} in held and {"al-Wadi", "Al-Uadi"} in held


def test_a_word_cut_short_in_a_name_is_the_same_word() -> None:
    found = compared(
        "The Tamarind Mill burned down. Owners of the Tamarind Mill wept.",
        "A fire destroyed the Tam Mill, and the Tam Mill Warehouse beside it.",
    )
    assert together(found, "Tam Mill", "Tamarind Mill")


def test_a_court_named_with_and_without_its_country() -> None:
    found = compared("The U.S. Supreme Court refused.", "On Monday the Supreme Court refused the case.")
    assert together(found, "U.S. Supreme Court", "Supreme Court")


def test_a_hotel_called_after_a_person_is_none() -> None:
    found = compared("It was held at the Beverly Harlow Hotel.", "Stars met at the Beverly Harlow for the prizes.")
    assert together(found, "Beverly Harlow Hotel", "Beverly Harlow")


def test_a_middle_initial_and_a_short_given_name() -> None:
    found = compared("Police arrested Michael J. Tandy.", "Police said Mike Tandy was held.")
    assert together(found, "Michael J. Tandy", "Mike Tandy")


def test_a_county_is_not_the_person_of_its_name() -> None:
    found = compared("Deputies of Hanley County found him.", "In Hanley County deputies said Hanley was dead.")
    assert not together(found, "Hanley County", "Hanley")


def test_don_may_be_a_given_name() -> None:
    found = compared("Jim Kelso met his brother Don Kelso.", "Kelso was found dead. Don Kelso wept.")
    assert not together(found, "Jim Kelso", "Don Kelso")


def test_a_team_called_by_a_number() -> None:
    found = compared("The Fresno 58ers fired Mike Nolte.", "The 58ers dismissed the coach.")
    assert together(found, "Fresno 58ers", "58ers")


def test_initials_bring_the_first_word_of_a_sentence_into_the_name() -> None:
    found = compared("AMD will buy it. Advanced Micro Designs said so on Wednesday.", "The shares of AMD rose.")
    assert together(found, "AMD", "Advanced Micro Designs")


def test_given_names_alone_and_a_surname_that_is_a_city() -> None:
    found = compared(
        "The son, Saif al-Islam, spoke. Charles Tyler denied it.", "Seif al-Islam Gadhafi left. Tyler told judges so."
    )
    assert together(found, "Saif al-Islam", "Seif al-Islam Gadhafi")
    assert together(found, "Charles Tyler", "Tyler")


def test_a_long_sentence_of_many_names_is_no_headline() -> None:
    found = compared("Nine inmates fled the Harlan County Adult Detention Center in Clovis, N.M.", "Clovis is calm.")
    assert of(found, "Harlan County Adult Detention Center").kind == "organisation"


def test_initials_of_another_language_are_told_by_brackets() -> None:
    found = compared(
        "The Kurdistan Workers' Party (PKL) fought. The Institute of Volcano Studies (Instivol) said so.",
        "Fighters of the PKL left, Instivol wrote.",
    )
    assert together(found, "PKL", "Kurdistan Workers' Party")
    assert together(found, "Instivol", "Institute of Volcano Studies")


def test_brackets_that_say_where_somebody_is_from_join_nothing() -> None:
    found = compared("The runner Ann Dale (GBR) beat Racing Club Oslo (SWE).", "Fans of GBR and SWE wept.")
    assert not together(found, "GBR", "Ann Dale")
    assert not together(found, "SWE", "Racing Club Oslo")


def test_initials_that_begin_with_a_foreign_article() -> None:
    found = compared("The Los Angeles Police Department spoke.", "Officers of the LAPD left.")
    assert together(found, "LAPD", "Los Angeles Police Department")


def test_what_a_body_organises_is_not_the_body() -> None:
    found = compared("The network MTV said so.", "Stars came to the MTV Movie Awards late.")
    assert not together(found, "MTV", "MTV Movie Awards")


def test_prizes_and_teams_are_known_by_several_names() -> None:
    found = compared("He hosts the Academy Awards; the New York Yankees won.", "A host of the Oscars met the Yanks.")
    assert together(found, "Academy Awards", "Oscars")
    assert together(found, "New York Yankees", "Yanks")


def test_whose_a_department_is_may_be_left_out() -> None:
    found = compared("Lawyers of the US Justice Department came.", "The Department of Justice was asked.")
    assert together(found, "US Justice Department", "Department of Justice")


def test_a_foreign_party_is_called_by_its_own_letters() -> None:
    found = compared("The Communist Party of Greece (KKE) met Orion Data Corp. (OXD).", "Members of the KKE met OXD.")
    assert together(found, "KKE", "Communist Party of Greece")
    assert together(found, "OXD", "Orion Data Corp.")


def test_a_product_is_not_its_maker_whose_whole_name_is_told() -> None:
    found = compared("The Apple Watch was shown by Apple Inc in May.", "In May shares of Apple fell.")
    assert not together(found, "Apple Watch", "Apple")
    assert together(found, "Apple", "Apple Inc")


def test_a_model_of_several_words_goes_without_its_number() -> None:
    found = compared("He showed the Galaxy Tab S9 there.", "Sales of the Galaxy Tab rose.")
    assert together(found, "Galaxy Tab S9", "Galaxy Tab")


def test_a_surname_of_a_couple_is_of_the_one_named_first() -> None:
    found = compared(
        "Police held Peter Wenlock. His wife, Lisa Wenlock, was dead. Wenlock said nothing.",
        "Peter Wenlock was held for the death of Lisa Wenlock. Lisa taught. Wenlock wept.",
    )
    assert together(found, "Wenlock", "Peter Wenlock")
    assert not together(found, "Lisa Wenlock", "Peter Wenlock")


def test_a_surname_is_offered_where_the_sources_name_another_first() -> None:
    found = compared(
        "Police held Peter Wenlock. His wife, Lisa Wenlock, was dead. Wenlock said nothing.",
        "Lisa Wenlock was dead, and Peter Wenlock was held. Wenlock wept.",
    )
    assert not together(found, "Wenlock", "Peter Wenlock")
    assert not together(found, "Wenlock", "Lisa Wenlock")


def test_the_legal_form_of_a_body_has_a_letter_in_its_initials() -> None:
    found = compared("The Harland National Petroleum Corporation spoke.", "A ship of the HNPC sank.")
    assert together(found, "HNPC", "Harland National Petroleum Corporation")


def test_a_city_that_plays_means_its_team() -> None:
    found = compared(
        "The St. Louis Cardinals traded Hector Ruiz to the Boston Red Sox. The Cardinals had no choice.",
        "Boston acquired the slugger from the Cards. He flew to Boston on Friday, and the Red Sox cheered.",
    )
    assert together(found, "Cards", "Cardinals") and together(found, "Cards", "St. Louis Cardinals")
    team, city = (e for e in found.entities if "Boston" in e.variants.get("B", ()))
    assert {team.kind, city.kind} == {"organisation", "place"}
    assert "Boston Red Sox" in (team if team.kind == "organisation" else city).variants["A"]
    assert together(found, "Red Sox", "Boston Red Sox")


def test_teams_by_their_other_names() -> None:
    found = compared("The Portland Trail Blazers beat the Warriors.", "The Blazers were better. The Dubs were tired.")
    assert together(found, "Blazers", "Portland Trail Blazers") and together(found, "Dubs", "Warriors")


def test_a_city_without_a_team_in_the_text_is_a_city() -> None:
    found = compared("Boston acquired the old harbour.", "Boston beat London to it.")
    assert of(found, "Boston").kind == "place"


def test_a_state_behind_a_town_is_the_state() -> None:
    found = compared("The man, from Champaign, Ill., was armed.", "He bought it in Illinois, not in Sicily.")
    assert together(found, "Ill.", "Illinois")


def test_regions_have_names_in_other_languages() -> None:
    texts = [("A ship ran aground off Sardinia.", "en"), ("La nave è ferma davanti alla Sardegna.", "it")]
    found = compare([Article.from_text(t, key=lang, language=lang) for t, lang in texts])
    assert together(found, "Sardinia", "Sardegna")


def test_courts_by_their_number() -> None:
    found = compared(
        "The 9th U.S. Circuit Court of Appeals ruled.", "The Ninth Circuit ruled, and the 9th Circuit is right."
    )
    assert together(found, "Ninth Circuit", "9th U.S. Circuit Court of Appeals")
    assert together(found, "Ninth Circuit", "9th Circuit")


def test_a_surname_is_not_that_of_somebody_s_wife() -> None:
    found = compared(
        "Firefighters freed Darnell Pitts on Tuesday.", "Pitts was in fair condition. His wife, Keisha Pitts, prayed."
    )
    assert together(found, "Pitts", "Darnell Pitts")
    assert not together(found, "Pitts", "Keisha Pitts")


def test_the_first_of_two_names_in_one_word_stands_for_both() -> None:
    found = compared("The drug of GlaxoKline was banned.", "It disagrees, said Glaxo in May. Glax did not.")
    assert together(found, "Glaxo", "GlaxoKline")
    assert not together(found, "Glax", "GlaxoKline")


def test_a_front_is_called_so_in_arabic_too() -> None:
    found = compared("Nuns held by the al-Nusra Front were freed.", "Jabhat an-Nusra drove them, said Nusra men.")
    assert together(found, "al-Nusra Front", "Jabhat an-Nusra")
    assert together(found, "al-Nusra Front", "Nusra")


def test_a_rocket_is_called_without_its_number() -> None:
    found = compared("The Heron 9 had flown 18 times.", "A Heron rocket blew up. The Heron 940 did not.")
    assert together(found, "Heron", "Heron 9")


def test_numbers_in_words_and_digits_begin_one_studio() -> None:
    found = compared("The studio 20th Century Fox closed.", "On the set Twentieth Century Fox told the crew.")
    assert together(found, "20th Century Fox", "Twentieth Century Fox")


def test_clubs_by_their_nicknames() -> None:
    found = compared("West Ham beat Tottenham Hotspur in May.", "The Hammers were better than Spurs, said Sky Sports.")
    assert together(found, "Hammers", "West Ham") and together(found, "Spurs", "Tottenham Hotspur")
    assert not together(found, "Spurs", "Sky Sports")


def test_a_company_called_like_a_person_is_a_company() -> None:
    found = compared(
        "Robbers came to a Harry Winston shop. Harry Winston Inc. was silent.", "Shares in Winston fell in Toronto."
    )
    assert together(found, "Harry Winston", "Harry Winston Inc.")
    assert together(found, "Winston", "Harry Winston")
    assert of(found, "Winston").kind == "organisation"


def test_a_surname_that_is_a_town_and_speaks() -> None:
    found = compared("Ann Stone and Rob Lowell own houses there.", "Lowell told reporters of it. Lowell is a friend.")
    assert together(found, "Lowell", "Rob Lowell")


def test_a_town_is_not_its_county() -> None:
    found = compared("The mayor of Fresno was late.", "They drove through Fresno County.")
    assert not together(found, "Fresno", "Fresno County")


def test_a_surname_of_two_words_is_of_the_one_named_first() -> None:
    found = compared(
        "Eli Manning-Hayes won. Manning-Hayes was glad.",
        "Eli Manning-Hayes won again. He is the son of Archie Manning-Hayes.",
    )
    assert together(found, "Manning-Hayes", "Eli Manning-Hayes")


def test_a_state_university_without_the_word() -> None:
    found = compared("She teaches at San Jose State University.", "The scientist of San Jose State was pleased.")
    assert together(found, "San Jose State", "San Jose State University")


def test_what_a_body_is_of_and_where_it_is_are_not_the_body() -> None:
    found = compared(
        "The Defenders of Nature sued in Wasilby. The Wasilby Bible Church burned.",
        "Officials said Nature is old. Wasilby, a town near Lusovo, mourned; the mayor of Wasilby came to Wasilby.",
    )
    assert not together(found, "Nature", "Defenders of Nature")
    assert not together(found, "Wasilby", "Wasilby Bible Church")


def test_a_club_is_called_by_its_last_word() -> None:
    found = compared(
        "Stoke City beat Leeds United. City have won six in a row, and United were poor.",
        "City travel to Leeds next. The coach said City had luck against Man United.",
    )
    assert together(found, "Stoke City", "City")
    assert together(found, "Leeds United", "United")


def test_a_company_goes_without_its_trade_where_a_legal_form_tells_it() -> None:
    long = "Corvane Semiconductor Corp. said so. Corvane fell. Corvane makes chips. Corvane sells them."
    found = compared(long, "The Corvane deal is off, Corvane said. Corvane Semi fell. The Corvane Watch is out.")
    assert together(found, "Corvane Semiconductor Corp.", "Corvane")
    assert together(found, "Corvane Semi", "Corvane")
    assert not together(found, "Corvane Watch", "Corvane")


def test_the_first_words_by_their_letters_and_the_rest_in_full() -> None:
    found = compared("They lead the American League East.", "They won the AL East in May. She teaches at UC Berkeley.")
    assert together(found, "American League East", "AL East")


def test_universities_and_cities_by_their_short_names() -> None:
    found = compared(
        "She left the University of California, Berkeley for the Georgia Institute of Technology in Los Angeles.",
        "She left UC Berkeley for Georgia Tech. It is in L.A. now.",
    )
    assert together(found, "University of California, Berkeley", "UC Berkeley")
    assert together(found, "Georgia Institute of Technology", "Georgia Tech")
    assert together(found, "Los Angeles", "L.A.")


def test_a_city_and_its_province_written_without_marks() -> None:
    found = compared("A blast in Diyarbakır killed two.", "The blast in Diyarbakir was heard far away.")
    assert together(found, "Diyarbakır", "Diyarbakir")


def test_what_maker_and_product_are_called_together_is_the_product() -> None:
    found = compared("The Orbel Skyfone is out.", "Orbel sells the phone. The Skyfone is thin, and Orbel is proud.")
    assert together(found, "Orbel Skyfone", "Skyfone")
    assert not together(found, "Orbel", "Skyfone")
    alone = compared("Orbel Skyfone sales rose.", "Orbel is proud.")
    assert together(alone, "Orbel Skyfone", "Orbel")


def test_letters_of_a_body_that_are_a_city_elsewhere() -> None:
    found = compared("They spoke to Research In Motion Ltd. of it.", "It was news to RIM, they said.")
    assert together(found, "RIM", "Research In Motion Ltd.")


def test_a_department_under_its_other_names() -> None:
    found = compared(
        "The Department of Conservation said so.", "We met the Conservation Department and the Dept of Conservation."
    )
    assert together(found, "Department of Conservation", "Conservation Department")
    assert together(found, "Department of Conservation", "Dept of Conservation")
    found = compared("The U.S. Department of Justice must approve.", "The Justice Department will not object.")
    assert together(found, "U.S. Department of Justice", "Justice Department")


def test_a_paper_by_its_last_word() -> None:
    found = compared("He told the Timaru Herald of it.", "The pilot told the Herald that they waved.")
    assert together(found, "Timaru Herald", "Herald")
    found = compared("The New York Post first told of it.", "A friend told the Post that she left.")
    assert together(found, "New York Post", "Post")
