"""Times of day told in words, and which are only about."""

from __future__ import annotations

import pytest

from reader.mentions import DateValue, find_mentions
from reader.text import Article


def times(text: str, language: str = "en") -> list[tuple[str, str, bool]]:
    found = find_mentions(Article.from_text(text, published="2023-12-14", language=language))
    return [
        (m.text, m.value.iso, m.value.approximate)
        for m in found
        if isinstance(m.value, DateValue) and m.value.precision == "time"
    ]


@pytest.mark.parametrize(
    ("text", "said", "iso", "about"),
    [
        ("The bells rang at noon.", "noon", "T12:00", False),
        ("It was shortly before midnight when they came.", "midnight", "T00:00", True),
        ("The gate fell shortly after five in the morning.", "five in the morning", "T05:00", True),
        ("The tide turned at 4.12 in the morning.", "4.12 in the morning", "T04:12", False),
        ("They met at seven in the evening.", "seven in the evening", "T19:00", False),
        ("The shop shut at half past six.", "half past six", "T06:30", False),
        ("He rose at a quarter to five in the morning.", "quarter to five in the morning", "T04:45", False),
        ("The bus left at nine o'clock at night.", "nine o'clock at night", "T21:00", False),
        ("The dam broke around 17:15.", "17:15", "T17:15", True),
    ],
)
def test_times_in_words(text: str, said: str, iso: str, about: bool) -> None:
    assert times(text) == [(said, iso, about)]


def test_times_of_other_languages() -> None:
    assert times("La presa se rompió a mediodía.", "es") == [("mediodía", "T12:00", False)]
    assert times("Le barrage a cédé vers minuit.", "fr") == [("minuit", "T00:00", True)]


def test_numbers_that_are_no_times() -> None:
    assert times("Five people in the morning room ate a quarter of the pie; half of the six were late.") == []


def test_a_weekday_behind_next_year_is_not_in_it() -> None:
    found = find_mentions(
        Article.from_text("The council passed its plan for next year on Wednesday.", published="2023-12-14")
    )
    assert [m.value.iso for m in found if m.text == "Wednesday"] == ["2023-12-13"]  # type: ignore[union-attr]


def test_plurals_in_as_are_counted() -> None:
    found = find_mentions(Article.from_text("None of the 32 cameras shows a face.", language="en"))
    assert [m.value.counted for m in found] == ["cameras"]  # type: ignore[union-attr]
