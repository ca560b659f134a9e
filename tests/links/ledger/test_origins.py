"""Origins: which accounts lean on one upstream source."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.links import Origin, compare
from reader.text import Article

GOLD = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "origins.jsonl").read_text(encoding="utf-8").splitlines()
]
MISSED = {"a report that both accounts rest on", "same study, other journals"}
"""What is known not to be found: one account names the institute and the other its report, far from each other; a
journal behind "in" is taken for a place."""


def origins(*texts: str, publishers: tuple[str, ...] = ()) -> list[Origin]:
    articles = [
        Article.from_text(text, publisher=publishers[n] if n < len(publishers) else "", key=f"s{n}")
        for n, text in enumerate(texts)
    ]
    return list(compare(articles).origins)


def test_one_paper_under_two_spellings() -> None:
    found = origins(
        "The newspaper al-Mishkat reported that the talks in Rushal failed.",
        "The talks in Rushal have failed, according to the newspaper Al-Meshkat.",
    )
    assert [(o.sources, len(o.mentions)) for o in found] == [(("A", "B"), 2)]
    assert "Both accounts, A and B, rest on" in found[0].reason
    assert [side.source for side in found[0].passages] == ["A", "B"]


def test_the_same_official() -> None:
    found = origins(
        "“The dam is safe,” said Ingrid Solvane, the minister for water in Norvia.",
        "Ingrid Solvane told reporters in Norvia that the dam would hold.",
        "Farmers near the dam did not believe it.",
    )
    assert [(o.label, o.sources) for o in found] == [("Ingrid Solvane", ("A", "B"))]


def test_different_speakers_are_different_origins() -> None:
    assert (
        origins(
            "“The dam is safe,” said Ingrid Solvane of the water board.",
            "“The bread is cheap,” said Otto Brandt of the bakers’ guild.",
        )
        == []
    )


def test_an_unnamed_speaker_who_says_the_same() -> None:
    found = origins(
        "A senior army officer said the bridge at Tolvik had been mined by the Karvel Brigade.",
        "The bridge at Tolvik was mined by the Karvel Brigade, a senior army officer said.",
    )
    assert any(o.sources == ("A", "B") and "officer" in o.label for o in found)


def test_one_agency_for_other_matters_is_no_origin() -> None:
    assert (
        origins(
            "The wheat harvest in Norvia was poor, the agency Meridian reported. Bread will cost more.",
            "A ferry sank off Port Halden at dawn, the agency Meridian reported. Divers are looking for the captain.",
        )
        == []
    )


def test_the_police_of_two_towns_are_no_origin() -> None:
    assert (
        origins(
            "Police said three men had been arrested in Kirvane for stealing bicycles.",
            "Police said the bridge at Tolvik would stay closed until the ice was gone.",
        )
        == []
    )


def test_one_agency_for_one_claim_is_an_origin() -> None:
    found = origins(
        "A ferry sank off Port Halden at dawn with 40 people on board, the agency Meridian reported.",
        "According to the agency Meridian, the ferry that sank off Port Halden at dawn had 40 people on board.",
    )
    assert [(o.label, o.sources) for o in found] == [("Meridian", ("A", "B"))]


def test_hearsay_is_no_origin() -> None:
    assert origins("The bridge reportedly fell in Tolvik.", "The mine allegedly closed in Calder.") == []


def test_the_paper_that_published_another_account() -> None:
    found = origins(
        "The bridge at Tolvik fell at night. The council had been warned.",
        "The newspaper Kirvane Courier reported that the bridge at Tolvik fell at night. "
        "According to the Kirvane Courier, the council knew.",
        publishers=("Kirvane Courier",),
    )
    assert any(set(o.sources) == {"A", "B"} and "Kirvane Courier" in o.label for o in found)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(c, id=c["name"], marks=[pytest.mark.xfail(strict=True)] if c["name"] in MISSED else [])
        for c in GOLD
    ],
)
def test_gold(case: dict[str, Any]) -> None:
    articles = [
        Article.from_text(text, key=f"s{n}", publisher=publisher, language=language)
        for n, (text, publisher, language) in enumerate(
            zip(case["texts"], case.get("publishers", [""] * 9), case.get("languages", [""] * 9), strict=False)
        )
    ]
    found = [("".join(origin.sources), origin.label.casefold()) for origin in compare(articles).origins]
    assert len(found) == len(case["expected"])
    for sources, word in case["expected"]:
        assert any(sources == told and word in label for told, label in found)


def test_a_credit_in_any_dress_leads_to_the_agency() -> None:
    for credited in (
        "PARIS (Reuters) - Thieves smashed the window of a jeweller on Monday and fled on scooters.",
        "Thieves smashed the window of a jeweller on Monday and fled on scooters. (Reuters)",
        "By Ana Ruiz, Reuters\n\nThieves smashed the window of a jeweller on Monday and fled on scooters.",
    ):
        found = origins(
            credited, "Reuters reported that thieves smashed a window of the jeweller and fled on scooters."
        )
        assert [(o.label, o.sources) for o in found if o.label == "Reuters"] == [("Reuters", ("A", "B"))]


def test_no_bracket_is_a_credit_without_another_account_that_names_it() -> None:
    assert origins("Otto Brandt (Harbour Party) - he won in Kirvane.", "In Kirvane Otto Brandt won the vote.") == []


def test_one_origin_for_all_that_two_accounts_quote_of_one_speaker() -> None:
    said = (
        "“We will not sell the harbour to anybody while I live,” {} said. “And we will not lease it to anybody either.”"
    )
    first = said.format("the old mayor") + " The crowd cheered."
    second = "It was raining in Velde. " + said.format("he")
    found = origins(first, second)
    assert [(o.label, o.sources) for o in found if "same words" in o.reason] == [("the old mayor", ("A", "B"))]


def test_a_document_is_of_the_body_behind_it() -> None:
    found = origins(
        "Nearly half of the wells in the Aune valley hold arsenic, a report by the Water Institute of Norvia says.",
        "Arsenic was found in the wells of the Aune valley, according to a report published by the Water Institute of "
        "Norvia.",
    )
    assert [(o.label, o.sources) for o in found] == [("Water Institute of Norvia", ("A", "B"))]


def test_in_two_languages_a_name_is_enough_to_be_of_one_matter() -> None:
    found = origins(
        "El puente de Velde seguirá cerrado hasta marzo, dijo Marta Ruiz. Nadie sabe cuánto costarán las obras.",
        "The bridge of Velde is to stay closed until March, Marta Ruiz said. What the works will cost nobody knows.",
    )
    assert [(o.label, o.sources) for o in found] == [("Marta Ruiz", ("A", "B"))]
