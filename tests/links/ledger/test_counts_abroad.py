"""What the words beside a number say in other languages than English."""

from __future__ import annotations

import pytest

from tests.links.ledger.claimed import claims_of


@pytest.mark.parametrize(
    ("text", "language", "said", "counted", "role"),
    [
        ("Elf Bergleute wurden verletzt, drei davon lebensgefährlich.", "de", "drei", "person", "gravely wounded"),
        ("Elf Bergleute wurden verletzt, drei davon lebensgefährlich.", "de", "Elf", "miner", "wounded"),
        ("Am Abend war die Zahl der Toten auf neun gestiegen.", "de", "neun", "person", "killed"),
        (
            "Auf dem Hof lagerten 900 Tonnen feuchtes Getreide neben 40 Tonnen Sprengstoff.",
            "de",
            "40 Tonnen",
            "",
            "of explosiv",
        ),
        ("Ein 52-jähriger Schäfer fand den Wagen.", "de", "52-jähriger", "", "age"),
        (
            "Onze ouvriers ont été hospitalisés, dont deux dans un état critique.",
            "fr",
            "deux",
            "person",
            "gravely wounded",
        ),
        ("Une fillette de neuf ans a été retrouvée.", "fr", "neuf ans", "", "age"),
        ("Catorce personas siguen ingresadas, cuatro de ellas graves.", "es", "cuatro", "person", "gravely wounded"),
        ("La polizia ha fermato un uomo di 44 anni.", "it", "44 anni", "", "age"),
        (
            "В больнице остаются восемь человек, двое из них в тяжелом состоянии.",
            "ru",
            "двое",
            "person",
            "gravely wounded",
        ),
        ("Произошло землетрясение магнитудой 6,1.", "ru", "6,1", "figure", "magnitude"),
        ("Depremde ölü sayısı 23'e yükseldi.", "tr", "23", "person", "killed"),
        ("Bölgede 6,3 büyüklüğünde deprem oldu.", "tr", "6,3", "figure", "magnitude"),
        ("ألقت الشرطة القبض على سبعة من المهربين.", "ar", "سبعة", "smuggler", "captured"),
        ("Тело лежало на глубине 90 метров.", "ru", "90 метров", "", "deep"),
        ("Утворився пролом завширшки 50 метрів.", "uk", "50 метрів", "", "wide"),
        ("Машину нашли в 70 метрах от берега.", "ru", "70 метрах", "", "distance"),
        ("Der Knall war in 30 Kilometern Entfernung zu hören.", "de", "30 Kilometern", "", "distance"),
        ("La barque avait 40 personnes à bord.", "fr", "40", "person", "aboard"),
        ("На борту находились 19 человек.", "ru", "19", "person", "aboard"),
        ("Двое спасённых находятся в больнице.", "ru", "Двое", "?", "freed"),
        ("أصيب عشرون شخصا بينهم أربعة في حالة حرجة.", "ar", "أربعة", "person", "gravely wounded"),
    ],
)
def test_what_stands_beside_a_number(text: str, language: str, said: str, counted: str, role: str) -> None:
    (claim,) = [claim for claim in claims_of(text, language) if claim.mention.text == said]
    assert (claim.counted, claim.role) == (counted, role)


@pytest.mark.parametrize(
    ("text", "language", "said", "role"),
    [
        ("Der Streik dauerte 30 Jahre.", "de", "30 Jahre", "age"),
        ("Drei schwere Steine lagen auf der Straße.", "de", "Drei", "gravely wounded"),
        ("Après une guerre de sept ans, la ville était vide.", "fr", "sept ans", "age"),
        ("La ville compte neuf écoles, dont deux lycées.", "fr", "deux", "part"),
        ("Depremde 12 kişi öldü.", "tr", "12", "part"),
        ("Se vendieron 40 toneladas de trigo y 3 camiones.", "es", "3", "of truck"),
    ],
)
def test_what_does_not_stand_there(text: str, language: str, said: str, role: str) -> None:
    (claim,) = [claim for claim in claims_of(text, language) if claim.mention.text == said]
    assert claim.role != role


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("La región despide cada otoño a unos 1.300 bomberos.", "es", "unos 1.300"),
        ("Jedes Jahr sterben dort 40 Wanderer.", "de", "40"),
        ("Le musée accueille chaque année 160 000 visiteurs.", "fr", "160 000"),
        ("За последние десять лет там погибли 70 рыбаков.", "ru", "70"),
        ("Щороку сюди приїздять 5000 туристів.", "uk", "5000"),
        ("Köyü her yıl 900 turist geziyor.", "tr", "900"),
        ("يزور المتحف سنويا 3000 سائح.", "ar", "3000"),
    ],
)
def test_what_comes_again_every_year_is_no_number_of_the_event(text: str, language: str, said: str) -> None:
    (claim,) = [claim for claim in claims_of(text, language) if claim.mention.text == said]
    assert claim.cumulative


@pytest.mark.parametrize("saved", ["أُنقذوا", "أنقذوا"])
def test_words_of_arabic_tell_the_same_with_their_vowels_and_without(saved: str) -> None:
    said = claims_of(f"وقال إن 140 راكبًا {saved}، وإن البحث مستمر عن 12 مفقودًا.", language="ar")
    assert [claim.role for claim in said] == ["freed", "missing"]
