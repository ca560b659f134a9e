"""Two names: the band, and the reason in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.links import same_name


@pytest.mark.parametrize(
    ("a", "b", "band"),
    [
        ("Hezbollah", "Hizbollah", "sure"),
        ("al-Akhbar", "Al-Ahbar", "sure"),
        ("Germany", "Deutschland", "sure"),
        ("Germany", "ألمانيا", "sure"),
        ("Kyiv", "Киев", "sure"),
        ("Northwind Incorporated", "Northwind Inc.", "sure"),
        ("OOO Severnaya Zvezda", "Severnaya Zvezda OOO", "sure"),
        ("Iran", "Iraq", "different"),
        ("Austria", "Australia", "different"),
        ("Niger", "Nigeria", "different"),
        ("Peter Harrison", "Peter Harriston", "possible"),
        ("Joan Whitlow", "John Whitlow", "possible"),
        ("Wang Fang", "Wang Feng", "possible"),
        ("Mira Talbot", "Greta Talbot", "different"),
        ("Sudan", "South Sudan", "different"),
        ("Idris Benhadda", "Idriss Ben Hadda", "sure"),
        ("Halil Mansur", "Khalil Mansour", "sure"),
        ("al-Wadi", "Al-Uadi", "sure"),
        ("Robert Fenn", "Bob Fenn", "sure"),
        ("Kestrel Bank", "Kestrel Bank of the North", "possible"),
        ("U.S. Harbour Survey", "United States Harbour Survey", "sure"),
        ("Omsk", "Tomsk", "different"),
        ("Mirowitz", "Murwitz", "possible"),
        ("Badr", "Bader", "sure"),
        ("Đorđević", "Djordjevic", "sure"),
        ("Đức", "Duc", "sure"),
        ("Werkel", "Warkell", "possible"),
        ("Tamenei", "Tomeini", "possible"),
        ("Olessa", "Elessa", "possible"),
        ("Paolo Brandt", "Paola Brandt", "possible"),
        ("Sebha", "Sebhi", "possible"),
        ("Bachir Laroui", "Bashir Laroui", "sure"),
        ("Karen March", "Karen Marsh", "possible"),
        ("St Maron", "Saint Maron", "sure"),
        ("Anna Werkel", "Anna Warkell", "possible"),
        ("Mario Brandt", "Maria Brandt", "possible"),
        ("Tarim", "Taram", "possible"),
        ("Jordan", "Jordaan", "possible"),
        ("Nabil Sharif", "Nabil Sherif", "sure"),
        ("Fatima Zohra", "Fatime Zohra", "sure"),
        ("سلمى برهان", "Salma Burhan", "sure"),
        ("习近朋", "习近平", "different"),
        ("Angara", "Ankara", "possible"),
        ("Beria", "Aleppo", "different"),
        ("Halab", "Aleppo", "sure"),
        ("Köln", "Cologne", "sure"),
        ("Malenkov", "Malenkova", "possible"),
        ("Viktor Malenkov", "Viktoria Malenkova", "possible"),
        ("Маленков", "Маленковым", "sure"),
        ("Виктор Маленков", "Виктория Маленкова", "possible"),
        ("Karl Petersen", "Karl Peterson", "possible"),
        ("Lena Clark", "Lena Clarke", "possible"),
        ("Otto II", "Otto III", "different"),
        ("Eastern Weavers", "Western Weavers", "different"),
        ("Brigade 12", "12th Brigade", "sure"),
        ("Ivan Petrovich Orlov", "Pyotr Ivanovich Orlov", "different"),
        ("Ministry of Defence", "Ministry of Defense", "sure"),
        ("Office for the Survey of Harbours", "OSH", "sure"),
        ("Олена Гребенюк", "Olena Hrebeniuk", "sure"),
        ("أحمد الزهراني", "Ahmad al-Zahrani", "sure"),
        ("خالد منصور", "Khalil Mansur", "different"),
        ("حسين", "Hassan", "possible"),
        ("Κωνσταντίνα Λάμπρου", "Konstantina Labrou", "sure"),
        ("Northland", "Kingdom of Norway", "different"),
        ("Норвегия", "Kingdom of Norway", "sure"),
        ("Sankt Anton", "St. Anton", "sure"),
        ("WHO", "Organización Mundial de la Salud", "sure"),
        ("United Nations", "ООН", "sure"),
        ("World Bank", "Weltgesundheitsorganisation", "different"),
        ("Red Cross", "Red Crescent", "different"),
    ],
)
def test_bands(a: str, b: str, band: str) -> None:
    match = same_name(a, b)
    assert match.band == band, match
    assert same_name(b, a).band == band


def test_judgements_written_before_the_rules() -> None:
    """Pairs of the kinds readers meet, judged by hand; `maybe` must not be joined, `different` neither."""
    lines = (Path(__file__).parents[1] / "data" / "name_judgements.tsv").read_text(encoding="utf-8").splitlines()[1:]
    found: dict[str, list[str]] = {"same": [], "maybe": [], "different": []}
    for line in lines:
        a, b, wanted, _ = line.split("\t")
        found[wanted].append(same_name(a, b).band)
    assert "sure" not in found["different"]
    assert found["maybe"].count("sure") <= 4
    assert "different" not in found["same"]
    assert found["same"].count("sure") >= 0.98 * len(found["same"])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Oued Sfar", "Wadi Sfar"),
        ("Djebel Amour", "Jabal Amur"),
        ("Cheikh Anta", "Sheikh Anta"),
        ("Ain Zahra", "Ein Zahra"),
    ],
)
def test_french_and_english_spellings_of_a_common_first_word_are_one(a: str, b: str) -> None:
    assert same_name(a, b).band == "sure"
    assert same_name("Oued Sfar", "Wadi Halfa").band == "different"
    assert same_name("Oued Sfar", "Wad Sfar").reason == "Oued and Wad are one word"


def test_reasons_are_told() -> None:
    assert "countries" in same_name("Iran", "Iraq").reason
    assert "Cyrillic" in same_name("Viktor Malenko", "Виктор Маленко").reason
    assert same_name("al-Akhbar", "Al-Ahbar").reason == "kh and h may spell one sound"
    assert same_name("Al Safir", "Safir").reason == "article dropped"
    assert same_name("Robert Fenn", "Bob Fenn").reason == "Robert and Bob are forms of one given name"
    assert same_name("United Harbour Workers", "UHW").reason == "acronym of United Harbour Workers"
    apart = same_name("Idris Benhadda", "Idriss Ben Hadda").reason
    assert apart == "Benhadda / Ben Hadda written apart or together; s doubled"


def test_transliteration_can_be_switched_off() -> None:
    assert same_name("Viktor Malenko", "Виктор Маленко").band == "sure"
    assert same_name("Viktor Malenko", "Виктор Маленко", transliterate=False).band == "different"


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_compare(a: str, b: str) -> None:
    match = same_name(a, b)
    assert 0 <= match.score <= 100
    assert abs(match.score - same_name(b, a).score) < 0.11


def test_endless_names_are_not_measured() -> None:
    assert same_name("A" * 2_000_000, "A" * 1_999_999).band == "different"
    assert same_name("A" * 2_000_000, "A" * 2_000_000).band == "sure"


def test_adjectives_of_nationality_are_one_across_languages() -> None:
    for other in ("norwegian", "Norweger", "norvégiennes", "норвежского", "noruegos"):
        assert same_name("norwegische", other).band == "sure", other
    assert same_name("argentina", "argentinischen").band == "sure"
    assert same_name("schwedische", "norvégiennes").band == "different"


def test_initials_are_letters_of_given_names() -> None:
    assert same_name("J.F. Harker", "John F. Harker").band == "possible"
    assert same_name("J. K. Rowe", "Joanne Rowe").band == "possible"
    assert same_name("J.F. Harker", "R. F. Harker").band == "different"
    assert same_name("U.S. Steel", "US Steel").band == "sure"


def test_one_sound_of_cyrillic_and_greek_letters() -> None:
    assert same_name("Джо Харпер", "Joe Harper").band == "sure"
    assert same_name("Джонсон", "Johnson").band == "sure"
    assert same_name("Ζαχαρίου", "Zachariou").band == "sure"


def test_a_body_under_its_letters_and_its_names_in_other_languages() -> None:
    for other in (
        "Office of the UN High Commissioner for Refugees",
        "Alto Comisionado de las Naciones Unidas para los Refugiados",
        "UNO-Flüchtlingshilfswerk",
        "ACNUR",
    ):
        assert same_name("UNHCR", other).band == "sure", other
    assert same_name("IOM", "International Organization for Migration").band == "sure"
    assert same_name("IOM", "ILO").band != "sure"


@pytest.mark.parametrize(
    ("a", "b", "band"),
    [
        ("Neil Carrow", "Noel Carrow", "possible"),
        ("Michael Carrow", "Mitchell Carrow", "possible"),
        ("Peter Carrow", "Petra Carrow", "possible"),
        ("Alexander Carrow", "Alexandra Carrow", "possible"),
        ("Larry Carrow", "Laurie Carrow", "possible"),
        ("Kerry Carrow", "Garry Carrow", "possible"),
        ("Philip Carrow", "Phillip Carrow", "sure"),
        ("Kristofer Carrow", "Christopher Carrow", "sure"),
        ("Caitlyn Carrow", "Kaitlin Carrow", "sure"),
        ("Micheal Carrow", "Michael Carrow", "sure"),
        ("Niel Carrow", "Neil Carrow", "sure"),
        ("Ivan Carrow Jr.", "Ivan Carrow Sr.", "different"),
        ("Ivan Carrow Jr.", "Ivan Carrow", "sure"),
    ],
)
def test_given_names_tell_persons_of_one_surname_apart(a: str, b: str, band: str) -> None:
    assert same_name(a, b).band == band
    assert same_name(b, a).band == band


@pytest.mark.parametrize(
    ("a", "b", "band"),
    [
        ("Marta Baker", "Marta Barker", "possible"),
        ("Marta Moran", "Marta Morgan", "possible"),
        ("Marta Vantore", "Marta Vanore", "sure"),
        ("Golden Globe", "Golden Globes", "sure"),
        ("Marta Cloverdale", "Marta Clovedale", "sure"),
    ],
)
def test_one_consonant_more_is_much_in_a_short_word(a: str, b: str, band: str) -> None:
    assert same_name(a, b).band == band


def test_short_words_that_differ_in_two_letters() -> None:
    assert same_name("Lake Erie", "Lake Eyre").band == "possible"
    assert same_name("Omar Faruq", "Umar Farouk").band == "sure"


def test_roman_numbers_at_the_end_are_numbers() -> None:
    assert same_name("World War II", "World War Two").band == "sure"
    assert same_name("World War I", "World War II").band == "different"
    assert same_name("Shenuda III", "Shenouda II").band == "different"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Marta King", "Marta Pope"),
        ("Kim Le", "Kim Hall"),
        ("Marta Ford", "Marta Bradford"),
        ("Ford", "Bradford"),
        ("Berry", "Green"),
    ],
)
def test_a_family_name_is_neither_a_title_nor_a_short_given_name(a: str, b: str) -> None:
    assert same_name(a, b).band == "different"


@pytest.mark.parametrize(
    ("a", "b", "want"),
    [
        ("Bill Carrow", "William Carrow", "sure"),
        ("Bob Carrow", "Robert Carrow", "sure"),
        ("Bob Carrow", "Bobby Carrow", "sure"),
        ("Peggy Carrow", "Margaret Carrow", "sure"),
        ("Tony Carrow", "Anthony Carrow", "sure"),
        ("Bill Carrow", "Robert Carrow", "apart"),
        ("Ian Carrow", "John Carrow", "apart"),
        ("Emily Carrow", "Amelia Carrow", "apart"),
        ("Lisa Carrow", "Betty Carrow", "apart"),
        ("Rick Carrow", "Dick Carrow", "apart"),
        ("Jane Carrow", "Joan Carrow", "apart"),
    ],
)
def test_short_forms_of_given_names(a: str, b: str, want: str) -> None:
    assert (same_name(a, b).band == "sure") == (want == "sure")
