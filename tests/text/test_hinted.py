"""Patterns that are sought only where a hint stands find what they would find without it."""

from __future__ import annotations

import re

import pytest

from reader.links.ledger.claims.corrections import _TAKEN_BACK
from reader.mentions.speech.cues import cues_of
from reader.text import Hinted

NOON = Hinted(r"\b(?:at|by) (?P<noon>noon|midday)\b", " noon", " midday")


def test_a_hinted_pattern_finds_in_any_case_and_keeps_places() -> None:
    text = "They met At Noon and left by midday."
    assert [m.span("noon") for m in NOON.finditer(text)] == [(12, 16), (29, 35)]
    assert [m["noon"] for m in NOON.finditer(text, 17, len(text))] == ["midday"]
    found = NOON.search(text, 9, 16)
    assert found is not None
    assert found.span() == (9, 16)


@pytest.mark.parametrize("gap", [0, 1, 60, 70, 78, 79, 80, 81, 200])
def test_what_lies_between_two_hints_does_not_matter(gap: int) -> None:
    text = "-" * gap + f" by noon {'x' * gap} at midday {'ß' if gap == 60 else '-'} at noonish by Noon"
    plain = re.compile(r"\b(?:at|by) (?P<noon>noon|midday)\b", re.IGNORECASE)
    assert [m.span() for m in NOON.finditer(text)] == [m.span() for m in plain.finditer(text)]


def test_without_a_hint_nothing_is_found() -> None:
    assert NOON.search("They met in the afternoon.") is None
    assert list(NOON.finditer("They met at noon.", 0, 12)) == []


@pytest.mark.parametrize(
    "said",
    [
        "at first said", "had first given", "initially put", "originally stated", "previously announced",
        "earlier counted", "wrongly estimated", "mistakenly believed", "erroneously published", "wrote wrongly",
        "an earlier report", "its first version", "the previous counts", "their original figure",
    ],
)  # fmt: skip
def test_every_wording_of_a_correction_has_its_hint(said: str) -> None:
    assert _TAKEN_BACK.search(f"The mill {said} of nine.") is not None


@pytest.mark.parametrize(("language", "said"), [("en", "Citing"), ("fr", "D’après"), ("ru", "По словам")])
def test_words_before_a_speaker_are_found_in_capitals_too(language: str, said: str) -> None:
    pattern = cues_of(language).preposed
    assert pattern is not None
    assert [m.group() for m in pattern.finditer(f"{said} Ana Brun")] == [said]


def test_a_hint_with_a_letter_that_is_two_in_capitals_is_found() -> None:
    pattern = Hinted(r"\bheißt\b", "heißt")
    assert [m.group() for m in pattern.finditer("Es heißt, die Straße sei gesperrt; es HEISST viel.")] == ["heißt"]
