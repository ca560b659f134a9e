"""What numbers are of in reports as agencies and papers write them: rates, losses in money, ages, parts of a toll."""

from __future__ import annotations

import pytest

from reader.links.ledger.judging.known import Evidence
from reader.links.ledger.judging.sameness import judged
from reader.links.ledger.verdicts import judge_values
from tests.links.ledger.claimed import claims_of
from tests.links.ledger.test_tallies import rows as accounts_of_a_tram
from tests.links.ledger.test_tallies import told


def roles(text: str, said: str, language: str = "en") -> list[str]:
    """The roles of the numbers that are written so."""
    return [claim.role for claim in claims_of(text, language) if said in claim.mention.text]


@pytest.mark.parametrize(
    ("text", "said", "role"),
    [
        ("Sales at Orvo Foods fell to 402 million euros from 431 million euros a year earlier.", "431", ""),
        ("The new rules should save Orvo 200 million euros a year.", "200", "per year"),
        ("Orvo hopes to spend 200 million euros less a year.", "200", "per year"),
        ("It was five hours before the fire in Orvo was out.", "five hours", "taking"),
        ("The miner was found after nine hours in the dark.", "nine hours", "lasting"),
        ("The miner was found nine hours later.", "nine hours", "later"),
        ("Orvo shut 85 stores that make losses.", "85", ""),
        ("The share of Orvo lost more than eight per cent.", "eight", ""),
        ("Five were fighting for their lives last night.", "Five", "gravely wounded"),
        ("The flood cost 21 farmers their lives.", "21", "killed"),
        ("Among the dead was a boy who had turned four on Friday.", "four", "age"),
        ("The oldest of the dead was 71.", "71", "age"),
        ("A couple aged 44 and 39 were arrested.", "39", "age"),
        ("A pilot aged 51 and 49 others were hurt.", "49", "wounded"),
        ("About 12,000 people sleep in schools.", "12,000", "evacuated"),
    ],
)
def test_what_a_number_is_in_a_report(text: str, said: str, role: str) -> None:
    assert roles(text, said) == [role]


@pytest.mark.parametrize(
    ("text", "said", "language"),
    [
        ("El piloto, de 51 años, resultó herido.", "51", "es"),
        ("El piloto tenía 51 años.", "51", "es"),
        ("Der 51 Jahre alte Pilot wurde verletzt.", "51", "de"),
        ("Eine Frau im Alter von 51 Jahren wurde verletzt.", "51", "de"),
        ("Il pilota, 51 anni, è rimasto ferito.", "51", "it"),
    ],
)
def test_years_that_are_somebodys_age_in_other_languages(text: str, said: str, language: str) -> None:
    assert roles(text, said, language) == ["age"]


def test_years_that_are_nobodys_age() -> None:
    assert roles("La obra duró 51 años.", "51", "es") == [""]


@pytest.mark.parametrize("part", ["Three of the dead were children.", "The dead were families, among them two boys."])
def test_some_of_the_dead_are_not_set_against_the_toll(part: str) -> None:
    found = accounts_of_a_tram(("at least eleven", ""), ("several", part))
    assert told(found, "hree") == told(found, "two") == []


@pytest.mark.parametrize(
    ("left", "right", "telling", "together"),
    [
        ("The Rovers have two matches left.", "The Rovers have played 31 matches.", 0.5, False),
        ("The Rovers have two matches left.", "The Rovers have three matches left.", 0.5, True),
        ("The Rovers won two matches.", "The Rovers won 31 matches.", 0.9, True),
    ],
)
def test_what_is_left_is_not_what_there_was(left: str, right: str, telling: float, together: bool) -> None:
    (one,), (other,) = claims_of(left), claims_of(right)
    known = Evidence(context=0.5, telling=telling, single=True, together=0.6, aligned=0.6, tallies=False)
    assert bool(judged(one, other, judge_values(one.value, other.value), known)) == together
