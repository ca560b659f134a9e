"""A quotation is searched by its words and its context: which of many places it takes, and when it is sure of it."""

from __future__ import annotations

import pytest

from reader.text.anchoring.index import TextIndex
from reader.text.anchoring.search import Candidate, search

YARD = (
    "On the eve of the fair the pilots counted nine barrels of tar in the yard behind the customs house. Then it "
    "snowed until the bells of the lower town could not be heard any more."
)
ELSEWHERE = "Up in the hills nobody knew of all this; the shepherds had lit their fires early and gone to sleep."


def searched(old: str, words: str, new: str, *, nth: int = 0, near: int | None = None) -> Candidate | None:
    """Where `words` of the old text, the nth time they stand there, are found in the new one.

    `near`: the position in the old text that the search is told, in place of the true one.
    """
    start = -1
    for _ in range(nth + 1):
        start = old.index(words, start + 1)
    end = start + len(words)
    told = start if near is None else near
    return search(TextIndex(new), words, old[max(0, start - 32) : start], old[end : end + 32], told)


def words_at(found: Candidate | None, text: str) -> str | None:
    return None if found is None else text[found.start : found.end]


def test_of_two_places_the_one_with_both_sides_as_they_were_is_certain() -> None:
    new = f"{YARD} In May the pilots counted nine barrels of tar in the church."
    found = searched(YARD, "nine barrels of tar", new)
    assert found is not None and found.certain and found.start == YARD.index("nine")


def test_of_places_all_alike_the_nearest_is_offered() -> None:
    text = "The clerk counted the barrels of tar in the yard again. " * 7
    found = searched(text, "the barrels of tar", text, nth=3)
    assert found is not None and not found.certain and found.start == 3 * 56 + text.index("the barrels")
    assert found.rival is not None


def test_the_beginning_of_the_text_is_a_context_too() -> None:
    new = YARD.replace("the fair", "the ball")
    found = searched(YARD, "On the eve", new)
    assert found is not None and found.start == 0 and found.before == 1.0
    later = searched(YARD, "On the eve", f"It rained. {new}")
    assert later is not None and later.before == 0.0
    without_context = search(TextIndex(YARD), "On the eve", "", YARD[10:42], 40)
    assert without_context is not None and without_context.start == 0 and without_context.before == 0.0


BARREL = "We sell tar by the barrel. "


@pytest.mark.parametrize("line", ["Old Brida hid tar by the barrel. ", "We sell tar under the altar at night. "])
@pytest.mark.parametrize("many", [60, 700])
def test_a_word_that_stands_everywhere_is_found_by_one_side_far_from_where_it_was(line: str, many: int) -> None:
    old = BARREL * 3 + "Old Brida hid tar under the altar at night. " + BARREL * many * 2
    new = BARREL * many + line + BARREL * many
    found = searched(old, "tar", new, nth=3, near=0)
    assert found is not None and found.start == new.index(line) + line.index("tar")


def test_a_line_that_stands_everywhere_is_found_near_its_place_when_nothing_around_it_is_left() -> None:
    new = (BARREL + "x ") * 1_500
    at = new.index("We", 30_000)
    found = search(TextIndex(new), BARREL.strip(), "Old Brida hid ", " under the altar", at)
    assert found is not None and not found.certain and found.start == at


def test_blanks_selected_with_the_words_are_found_with_them() -> None:
    new = f"{ELSEWHERE} {YARD}"
    assert words_at(searched(YARD, " nine barrels ", new), new) == " nine barrels "
    broken = new.replace(" nine barrels ", "\nnine barrels\n")
    assert words_at(searched(YARD, " nine barrels ", broken), broken) == "nine barrels"


def test_a_passage_that_ended_its_line_ends_it_still() -> None:
    old = f"{ELSEWHERE}\nTable of fees\n{YARD}"
    new = old.replace("Table of fees", "Table of the fees.")
    assert words_at(searched(old, "Table of fees", new), new) == "Table of the fees."


@pytest.mark.parametrize(("words", "certain"), [("nine barrels of", True), ("nine", False)])
def test_words_that_stand_once_are_sure_by_one_side_unless_they_are_few(words: str, certain: bool) -> None:
    new = YARD[: YARD.index(words) + len(words)] + " QUITE XYLOPHONIC ZUGZWANG " + ELSEWHERE
    found = searched(YARD, words, new)
    assert found is not None and found.after < 0.3 and found.certain == certain


def test_words_rewritten_in_their_place_are_offered_and_only_there() -> None:
    words, rewritten = "counted nine barrels of tar", "saw six crates of tar"
    there = searched(YARD, words, YARD.replace(words, rewritten))
    assert there is not None and 0.5 <= there.quote < 0.6 and min(there.before, there.after) > 0.5
    assert not there.certain
    assert searched(YARD, words, f"{ELSEWHERE} Later he {rewritten} and was glad. {ELSEWHERE}") is None


@pytest.mark.parametrize(
    ("words", "other"), [("nine barrels", "nine barrel"), ("pilots counted nine", "pilots and crew counted five")]
)
def test_a_few_words_a_little_like_are_not_taken_without_their_context(words: str, other: str) -> None:
    assert searched(YARD, words, f"{ELSEWHERE} Some {other} were seen. {ELSEWHERE}") is None


def test_the_same_words_elsewhere_are_not_taken_for_those_that_changed_in_their_place() -> None:
    new = (
        YARD.replace("nine barrels of tar", "nine old barrels of tar") + f" {ELSEWHERE} She owned nine barrels of tar."
    )
    assert words_at(searched(YARD, "nine barrels of tar", new), new) == "nine old barrels of tar"
