"""What numbers count and what befell it in other words and other languages: the claims one account makes."""

from __future__ import annotations

import pytest

from reader.links import compare, translations
from reader.links.ledger import words
from reader.links.ledger.judging.quotations import same_speaker
from reader.mentions import Quotation
from reader.shipped import resource
from reader.text import Article
from tests.links.ledger.claimed import claims_of


@pytest.mark.parametrize("name", ["counted_nouns.tsv", "telling_words.tsv", "news_words.tsv"])
def test_the_table_of_counted_nouns_is_whole(name: str) -> None:
    first, *lines = resource("data", name).read_text(encoding="utf-8").splitlines()
    table = [line.split("\t") for line in lines]
    assert len(first.split("\t")) == 11 and {len(cells) for cells in table} == {11}
    assert [cells[0] for cells in table] == sorted({cells[0] for cells in table})
    assert all(len(word.strip("*")) > 1 for cells in table for cell in cells[1:] for word in cell.split())


@pytest.mark.parametrize(
    ("word", "language", "english"),
    [("Pakete", "de", "parcels"), ("ciclistas", "es", "cyclists"), ("ağacı", "tr", "trees")],
)
def test_what_is_counted_in_other_languages(word: str, language: str, english: str) -> None:
    assert translations.english(word, language) == english


@pytest.mark.parametrize(
    ("text", "said", "counted", "role"),
    [
        ("They counted 1,400 killed and wounded, with 2,100 captured.", "2,100", "?", "captured"),
        ("The lorry hurt two strikers at the gate.", "two", "striker", "wounded"),
        ("The fort was held by 900 bayonets.", "900", "infantryman", ""),
        ("The nurse began to count the ballots and got 400.", "400", "?", ""),
        ("The shipyard lost 22 million euros on sales of 51 million.", "51 million", "?", ""),
        ("Sant Oriol has 420 inhabitants.", "420", "person", "population"),
        ("The ferry lost 22 men.", "22", "man", "killed"),
        ("He was found guilty on nine counts of fraud.", "nine", "charge", ""),
        ("Seven cases of corruption were proven.", "Seven", "charge", ""),
        ("Seven cases of measles were reported.", "Seven", "?", "infected"),
        ("Two of his deputies resigned.", "Two", "deputy", ""),
        ("Three of the company's lorries burned.", "Three", "truck", "destroyed"),
        ("Some 4,000 head of cattle drowned.", "4,000", "cattle", "killed"),
        ("By noon the Harwick hospital, 640 beds, had lost all power.", "640", "bed", ""),
        ("They sent 80 prisoners to the rear.", "80", "hostage", "captured"),
        ("The mill has a workforce of about 450.", "about 450", "worker", "employed"),
        ("Eleven of the boats lost contact.", "Eleven", "ship", ""),
    ],
)
def test_what_a_number_counts(text: str, said: str, counted: str, role: str) -> None:
    (claim,) = [claim for claim in claims_of(text) if claim.mention.text == said]
    assert (claim.counted, claim.role) == (counted, role)


@pytest.mark.parametrize(
    ("text", "language", "role"),
    [
        ("Sie verlangen 14,50 Euro in der Stunde.", "de", "per hour"),
        ("Ils demandent 1 800 euros par mois.", "fr", "per month"),
        ("The lowest monthly wage is to be 1,800 euros.", "en", "per month"),
        ("Im Jahr waren es 500 Euro im Jahr 2020.", "de", ""),
        ("Each day without them costs the port 2 million euros.", "en", "per day"),
        ("The club lost 22 million euros.", "en", ""),
        ("The debts have reached 71 million euros.", "en", "owed"),
        ("She must pay damages of 25,000 euros.", "en", "paid"),
        ("The fire did damage of 25,000 euros.", "en", "damaged"),
    ],
)
def test_what_a_sum_is(text: str, language: str, role: str) -> None:
    (claim,) = [claim for claim in claims_of(text, language) if claim.dimension == "EUR"]
    assert claim.role == role


def test_what_it_owes_is_no_total_since_it_last_paid() -> None:
    (sum_owed,) = [
        claim for claim in claims_of("It owes 64 million euros and has not paid since May.") if claim.dimension
    ]
    (total,) = [claim for claim in claims_of("It has lost 64 million euros since 1994.") if claim.dimension]
    assert not sum_owed.cumulative and total.cumulative


def test_a_kind_and_what_is_of_it() -> None:
    assert words.of_kind("animal", "whale") and words.of_kind("whale", "animal") and not words.of_kind("whale", "car")


def test_a_speaker_pointed_back_to_may_be_another() -> None:
    behind = 'when she had read it out in the full and quiet hall, while rain fell outside. "It is over," she said.'
    sides = [claims_of(f"{name} stood up slowly {behind}") for name in ("Ruth Calder", "Peter Aust")]
    (one,), (other,) = ([claim for claim in side if claim.kind == "quotation"] for side in sides)
    assert isinstance(one.value, Quotation) and one.value.speaker == "Ruth Calder"
    assert same_speaker(one, other) is None


def test_two_values_that_agree_may_have_two_subjects() -> None:
    one = "Jonas Vreede won the stage to Orvane. He leads the Spaniard Iker Lasa by 18 seconds."
    other = "The Belgian Jonas Vreede won the stage to Orvane and keeps 18 seconds on Iker Lasa."
    found = compare([Article.from_text(text, key=key) for text, key in zip((one, other), "ab", strict=True)]).ledger
    assert [row.verdict for row in found if "18 seconds" in row.reason and len(row.cells) > 1] == ["agree"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The barge carried eleven crew members.", "en"),
        ("The barge carried eleven members of the crew.", "en"),
        ("La barge transportait onze membres d’équipage.", "fr"),
        ("Auf dem Kahn waren elf Besatzungsmitglieder.", "de"),
        ("En la barcaza iban once miembros de la tripulación.", "es"),
        ("На барже находились одиннадцать членов экипажа.", "ru"),
    ],
)
def test_members_of_a_crew_are_crew_and_what_they_did_is_not_told_by_that_word(text: str, language: str) -> None:
    (claim,) = claims_of(text, language)
    assert (claim.counted, claim.role) in {("crew", ""), ("crew", "aboard")}


def test_what_one_says_of_the_crew_is_not_another_number_of_all_aboard() -> None:
    one = Article.from_text("The barge Alna sank on Monday with nine crew members aboard.", key="a")
    other = Article.from_text("The barge Alna sank on Monday with 121 people aboard.", key="b")
    assert not [row for row in compare([one, other]).ledger if row.kind == "quantity" and len(row.cells) > 1]


def test_a_difference_stays_when_a_third_account_in_another_language_comes() -> None:
    texts = (
        "The ferry Alna was carrying 112 passengers and 9 crew when it was hit by a wave near Brunn.",
        "There were 112 passengers and 11 crew on board the Alna near Brunn.",
        "Le ferry Alna transportait 112 passagers et 9 membres d’équipage quand il a coulé dans la nuit près de Brunn.",
    )
    found = compare([Article.from_text(text, key=key) for text, key in zip(texts, "abc", strict=True)]).ledger
    assert [(row.verdict, sorted(row.cells)) for row in found if "crew" in row.label] == [("differ", ["A", "B", "C"])]
