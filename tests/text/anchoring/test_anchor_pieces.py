"""A passage is found by the sentence or the paragraph it stands in, where both texts have that, and only once."""

from __future__ import annotations

import pytest

from reader.text import Span
from reader.text.anchoring.pieces import same_places

FERRY = "The ferry to the islands left two hours late on Friday."
QUAY = "Nobody on the quay had been told why."
MARKET = "In the market hall the price of salt rose by a third within a day."


def place(old: str, words: str, new: str) -> str | None:
    """The words of the new text where `words` of the old one stand now, None where nothing tells."""
    start = old.index(words)
    [found] = same_places(old, [Span(start, start + len(words))], new)
    return None if found is None else found.of(new)


def test_a_sentence_is_known_again_in_another_paragraph() -> None:
    old, new = f"{FERRY} {QUAY}\n\n{MARKET}", f"{QUAY}\n\n{MARKET} {FERRY}"
    assert place(old, "two hours late", new) == "two hours late"
    assert place(old, FERRY, new) == FERRY


def test_a_passage_is_lost_when_its_sentence_was_changed() -> None:
    assert place(f"{FERRY} {QUAY}", "two hours late", f"{FERRY.replace('Friday', 'Sunday')} {QUAY}") is None


@pytest.mark.parametrize("twice", ["old", "new"])
def test_a_sentence_that_stands_twice_tells_nothing(twice: str) -> None:
    once, double = f"{FERRY} {QUAY}", f"{FERRY} {MARKET} {FERRY} {QUAY}"
    old, new = (double, once) if twice == "old" else (once, double)
    assert place(old, "two hours late", new) is None


def test_a_short_sentence_is_written_too_often_to_tell() -> None:
    assert place(f"It was very late. {QUAY}", "very", f"{QUAY} It was very late. {MARKET}") is None
    assert place(f"{QUAY} {FERRY}", "been told", f"{FERRY} {MARKET} {QUAY}") == "been told"


@pytest.mark.parametrize(("letters", "found"), [(300, True), (600, False)])
def test_a_passage_over_two_sentences_may_have_something_put_between_them(letters: int, found: bool) -> None:
    put_in = "x" * (letters - 1) + "."
    words = f"on Friday. {QUAY[:18]}"
    there = place(f"{FERRY} {QUAY}", words, f"{FERRY} {put_in} {QUAY}")
    assert there == (f"on Friday. {put_in} {QUAY[:18]}" if found else None)


def test_a_passage_whose_sentences_changed_places_is_not_found() -> None:
    assert place(f"{FERRY} {QUAY}", f"on Friday. {QUAY[:18]}", f"{QUAY} {FERRY}") is None
