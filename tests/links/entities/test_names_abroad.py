"""Names of one place or person in two languages and scripts, in whatever case they stand."""

from __future__ import annotations

import pytest

from reader.links import compare, same_name
from reader.links.names.tables import place_of
from reader.mentions import find_mentions
from reader.text import Article


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Kyiv", ["Київ", "Києва", "Києві", "Киев", "Киева", "Киеве", "Kiew", "Kiev", "كييف"]),
        ("Lviv", ["Львів", "Львова", "Львові", "Львов", "Львове", "Lemberg"]),
        ("Kharkiv", ["Харків", "Харкова", "Харькове"]),
        ("Munich", ["München", "Мюнхена", "Мюнхені", "Münih", "Monaco di Baviera", "ميونيخ"]),
        ("Geneva", ["Genf", "Genève", "Женеве", "Женеві", "Cenevre", "جنيف"]),
        ("Prague", ["Prag", "Прага", "Праге", "Празі"]),
        ("Athens", ["Athen", "Афины", "Афинах", "Афінах"]),
        ("Odesa", ["Одеса", "Одесі", "Одесса", "Одессе", "أوديسا"]),
        ("Bavaria", ["Bayern", "Баварии", "Баварії", "Bavyera", "بافاريا"]),
        ("Valais", ["Wallis", "Vallese"]),
    ],
)
def test_places_in_other_languages(name: str, others: list[str]) -> None:
    assert {place_of(other) for other in others} == {place_of(name)} != {""}


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Wolodymyr Bondar", "Володимиром Бондарем"),
        ("Lukas Huber", "Лукаса Хубера"),
        ("Marie Lefort", "Марии Лефор"),
        ("Pavel Orlovsky", "Павлу Орловскому"),
        ("Andriy Tkach", "Андрієві Ткачу"),
        ("Lesnoye", "Лесного"),
    ],
)
def test_a_case_is_the_same_name(latin: str, cyrillic: str) -> None:
    assert same_name(latin, cyrillic).band == "sure"


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Alexander Orlov", "Александра Орлова"),
        ("Lukas Weber", "Лукаса Хубера"),
        ("Orlov", "Орлова"),
        ("Ivan Orlov", "Иваном Орленко"),
    ],
)
def test_what_may_be_another_name_is_not_surely_the_same(latin: str, cyrillic: str) -> None:
    assert same_name(latin, cyrillic).band != "sure"


def test_a_surname_in_a_case_is_of_him_who_was_named_in_full() -> None:
    texts = (
        ("en", "Governor Stepan Lozovy spoke on Monday. Lozovy warned of rain."),
        ("uk", "Про це сказав у понеділок Степан Лозовий. За словами Лозового, йтиме дощ."),
    )
    entities = compare([Article.from_text(text, key=key, language=key) for key, text in texts]).entities
    assert {
        name for entity in entities if "Lozovy" in entity.variants.get("A", ()) for name in entity.variants["B"]
    } == {
        "Степан Лозовий",
        "Лозового",
    }


def test_a_town_in_a_case_before_a_person_is_no_part_of_the_name() -> None:
    found = find_mentions(Article.from_text("Об этом сообщил мэр Мюнхена Лукас Хубер.", language="ru"))
    assert {"Мюнхена", "Лукас Хубер"} <= {mention.text for mention in found}
