"""Quotations: every style of marks, nesting, marks left open, and who speaks."""

from __future__ import annotations

import pytest

from reader.mentions.speech.quotations import find_quotations
from reader.mentions.values import Quotation
from reader.text import Article


def quotes(text: str) -> list[Quotation]:
    found = find_quotations(Article.from_text(text))
    for mention in found:
        assert mention.span.of(text) == mention.text
    return [mention.value for mention in found if isinstance(mention.value, Quotation)]


@pytest.mark.parametrize(
    "marked",
    ["“a warm day”", '"a warm day"', "«a warm day»", "»a warm day«", "„a warm day“", "„a warm day”", "‘a warm day’",
     "'a warm day'", "‹a warm day›", "”a warm day”", "「a warm day」"],
)  # fmt: skip
def test_every_style_of_marks(marked: str) -> None:
    (found,) = quotes(f"They called it {marked}, and went home.")
    assert found.words == "a warm day"
    assert found.closed


def test_nested_quotations_are_both_found() -> None:
    outer, inner = quotes("“He shouted ‘stop the engine’ and jumped,” the cook said.")
    assert inner.words == "stop the engine"
    assert outer.words.startswith("He shouted")


def test_apostrophes_do_not_close_a_quotation() -> None:
    (found,) = quotes("The sign read ‘the miners’ hall isn’t open’ in red.")
    assert found.words == "the miners’ hall isn’t open"


def test_possessives_and_inches_are_no_quotations() -> None:
    assert quotes("The workers' boats were 12\" long, the captain's 14\" long.") == []


@pytest.mark.parametrize(
    "text",
    [
        '"The wounds are light. " Others wait, "she added. " They hope, "she said. "',
        'The doctor said: "The wounds are light. " Others came in "two trucks".',
    ],
)
def test_straight_marks_in_pairs_close_in_turn_whatever_blanks_stand_around_them(text: str) -> None:
    assert quotes(text)[0].words == "The wounds are light."
    assert all(len(found.words) < 25 for found in quotes(text))


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph() -> None:
    first, second = quotes("“We waited for hours.\n\n“Then the bus came,” said Ida Marr.")
    assert not first.closed
    assert first.words == "We waited for hours."
    assert second.closed
    assert second.speaker == "Ida Marr"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The water rose fast,” said Ida Marr, a nurse.", "Ida Marr"),
        ("Ida Marr, a nurse from Belmora, said: “The water rose fast.”", "Ida Marr"),
        ("The mayor, Otto Brandt, told reporters that “the water rose fast”.", "Otto Brandt"),
        ("“The water rose fast, – she noted. It came at night.”", ""),
        ("The police report noted that the “water rose fast” at night.", "The police report"),
        ("It rained. “The water rose fast.” Nobody slept.", ""),
    ],
)
def test_the_speaker_is_the_one_named_beside_it(text: str, speaker: str) -> None:
    assert quotes(text)[0].speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "",
        "“",
        '"' * 100_001,
        "“" * 100_000,
        "«‘“" * 30_000,
        "’" * 100_000,
        "“a ’s ’ " * 20_000,
        "\0“\0”",
        "“🙂”",
        "“A" * 50_000,
    ],
)
def test_odd_text_ends_in_time(text: str) -> None:
    quotes(text)
