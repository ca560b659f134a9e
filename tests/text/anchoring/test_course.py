"""A text is followed through its changes: what moved is told from what was copied, and only what is sure is settled."""

from __future__ import annotations

import pytest

from reader.text import Span
from reader.text.anchoring.course import Course, Slot
from reader.text.anchoring.index import TextIndex

ABOVE = (
    "The miller of Aske rose before dawn and oiled the wheels of his mill with goose fat. His wife "
    "had gone down to the ford with both of the donkeys, because a trader from the coast owed her for a bale of wool."
)
BELOW = (
    "Nobody in the valley could say later which of the four ferrymen had first seen the lanterns on the far bank. One "
    "of them swore that there had been seven, another that it was only the moon among the willows behind the chapel."
)
NOTICE = "flour of the new harvest two coppers a sack until Saint Martin"
TALE = "When the bell rang, a boy carried nine loaves and a jug of cider up to the watchmen on the northern tower."


def lines(*parts: str) -> str:
    return "\n\n".join(parts)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def settled(old: str, new: str, words: str) -> Span | None:
    """Where `words` went, when what stands around them tells it for sure."""
    return Course(TextIndex(old), TextIndex(new)).settled(span(old, words))


def slot(old: str, new: str, words: str) -> Slot | None:
    """What took the place of `words`."""
    return Course(TextIndex(old), TextIndex(new)).slot(span(old, words))


def many(number: int, kind: str = "w") -> str:
    """So many words, each of them once."""
    return " ".join(f"{kind}{n}" for n in range(number))


# A run that stands elsewhere now, while the longer runs before and behind it stayed together


@pytest.mark.parametrize("moved", [NOTICE, NOTICE.replace("Saint Martin", "the first snow")], ids=["whole", "most"])
def test_a_line_without_a_full_stop_was_moved_when_nothing_of_its_place_is_left(moved: str) -> None:
    old, new = lines(ABOVE, NOTICE, BELOW), lines(moved, ABOVE, BELOW)
    assert settled(old, new, "two coppers") == span(new, "two coppers")


@pytest.mark.parametrize(
    ("part", "asked"),
    [
        ("When the bell rang, a boy carried nine loaves", "a boy"),
        ("up to the watchmen on the northern tower.", "watchmen on"),
    ],
)
def test_the_beginning_or_the_end_of_a_sentence_in_a_summary_is_no_sentence_that_moved(part: str, asked: str) -> None:
    new = lines(ABOVE, BELOW, f"In short, {part} So it is told.")
    assert settled(lines(ABOVE, TALE, BELOW), new, asked) is None


@pytest.mark.parametrize("end", [".", "!"])
def test_a_whole_sentence_moved_though_it_was_but_a_part_of_what_stood_there(end: str) -> None:
    beside = "It was the winter after the flood and most of the bridges were still without their railings that year."
    old = lines(ABOVE, f"{beside} {TALE}", BELOW)
    new = lines(ABOVE, BELOW, "Told later", TALE.removesuffix(".") + end)
    assert settled(old, new, "nine loaves") == span(new, "nine loaves")


def test_a_run_that_is_left_of_a_sentence_in_its_place_stays_there() -> None:
    kept = "a boy carried nine loaves and a jug of cider"
    new = lines(ABOVE, f"{many(20)} {kept} {many(40, 'v')}", BELOW)
    assert settled(lines(ABOVE, TALE, BELOW), new, "nine loaves") == span(new, "nine loaves")


def test_where_the_text_around_was_torn_far_apart_nothing_is_told_of_a_part_in_a_summary() -> None:
    old = lines(ABOVE, TALE, BELOW)
    part = "a boy carried nine loaves and a jug of cider"
    assert settled(old, lines(part, ABOVE, many(400), BELOW), "nine loaves") is None
    new = lines(part, ABOVE, many(700), BELOW)
    assert settled(old, new, "nine loaves") == span(new, "nine loaves")


def test_where_the_text_around_changed_places_a_part_may_have_moved_too() -> None:
    part = "a boy carried nine loaves and a jug of cider"
    new = lines(part, many(60), BELOW, ABOVE)
    assert settled(lines(ABOVE, TALE, BELOW), new, "nine loaves") == span(new, "nine loaves")


def test_a_word_put_into_a_paragraph_does_not_make_two_of_it() -> None:
    part = "a boy carried nine loaves and a jug of cider"  # longer than the halves, not than the paragraphs
    above, below = (f"{many(8, k)} {{}} {many(8, k + 'z')}" for k in "ab")
    old = lines(above.format("and"), TALE, below.format("and"))
    new = lines(above.format("and then"), below.format("and then"), part)
    assert settled(old, new, "nine loaves") is None


# A run that stands elsewhere now, while its own place has it changed: a copy


CHANGED = TALE.replace("boy", "girl").replace("nine", "eleven").replace("cider", "milk")


@pytest.mark.parametrize("stays", [ABOVE, BELOW])
def test_a_copy_is_told_from_the_text_before_its_place_or_from_the_text_behind(stays: str) -> None:
    old = lines(ABOVE, TALE, BELOW)
    filler = many(300)
    place = [ABOVE, CHANGED] if stays == ABOVE else [CHANGED, BELOW]
    gone = BELOW if stays == ABOVE else ABOVE
    new = lines(gone, filler, *place, many(300, "v"), f"Correction: {TALE}")
    assert settled(old, new, "nine loaves") is None


def test_a_sentence_whose_place_was_taken_by_another_is_no_copy() -> None:
    other = "When the snow came, a girl and the watchmen went down to the southern gate to count the sledges of salt."
    new = lines(ABOVE, other, BELOW, TALE)
    assert settled(lines(ABOVE, TALE, BELOW), new, "nine loaves") == span(new, "nine loaves")


def test_words_scattered_over_a_long_text_are_not_the_changed_sentence() -> None:
    scattered = " ".join(f"{word} {many(5, word[:1])}" for word in TALE.split())
    new = lines(ABOVE, scattered, BELOW, TALE)
    assert settled(lines(ABOVE, TALE, BELOW), new, "nine loaves") == span(new, "nine loaves")


@pytest.mark.parametrize(("words", "copied"), [(590, True), (620, False)])
def test_what_is_longer_than_a_quotation_is_never_a_copy(words: int, copied: bool) -> None:
    told = many(words)
    changed = " ".join("other" if n % 5 == 0 else word for n, word in enumerate(told.split()))
    new = lines(ABOVE, changed, BELOW, told)
    assert (settled(lines(ABOVE, told, BELOW), new, "w300 w301") is None) == copied


# What is settled


def test_a_word_put_in_beside_a_passage_leaves_it_unsettled() -> None:
    new = TALE.replace("loaves and", "loaves of bread and")
    assert settled(TALE, new, "nine loaves") is None
    assert settled(TALE, new, "a boy carried nine") is None
    assert settled(TALE, new, "the northern tower") == span(new, "the northern tower")


def test_a_passage_written_with_other_blanks_is_unsettled() -> None:
    old = TALE.replace("a boy", "a half-grown boy")
    assert settled(old, "Once: " + old, "half-grown") == span("Once: " + old, "half-grown")
    assert settled(old, old.replace("half-grown", "half - grown"), "half-grown") is None


# What took the place of a passage


def test_the_slot_is_what_stands_between_the_unchanged_runs() -> None:
    new = TALE.replace("nine", "eleven")
    held = slot(TALE, new, "nine loaves and")
    assert held is not None
    assert held.span.of(new) == "eleven loaves and"
    assert held.place == held.span and not held.same
    newer = new.replace("jug", "pot")
    held = slot(TALE, newer, "nine loaves")
    assert held is not None and held.place is not None
    assert (held.span.of(newer), held.place.of(newer)) == ("eleven loaves and a pot", "eleven loaves")


def test_no_place_is_told_when_less_than_half_of_the_letters_are_left() -> None:
    new = TALE.replace("boy carried nine loaves", "girl hid loaves")
    held = slot(TALE, new, "boy carried nine loaves")
    assert held is not None and held.place is None
    assert "girl hid" in held.span.of(new)


def test_the_same_words_are_told_only_where_they_stand_once() -> None:
    old = lines(ABOVE, "It rained, and the ferry was late.", BELOW)
    once = lines(ABOVE, "It snowed, so the ferry was full.", BELOW)
    twice = lines(ABOVE, "It snowed, so the ferry was full, and the ferry was dark.", BELOW)
    held, doubtful = slot(old, once, "the ferry was"), slot(old, twice, "the ferry was")
    assert held is not None and held.same and held.place == span(once, "the ferry was")
    assert doubtful is not None and doubtful.place is not None and not doubtful.same


def test_a_part_of_a_word_keeps_its_ends() -> None:
    old = lines(ABOVE, "It rained, and the ferrymaster was late.", BELOW)
    new = lines(ABOVE, "It snowed, so the ferrymaster was full.", BELOW)
    held = slot(old, new, "master was")
    assert held is not None and held.place is not None and held.place.of(new) == "master was"


def test_a_slot_far_from_all_that_stayed_is_not_told() -> None:
    old = lines(ABOVE, many(260), "the ferry was late", BELOW)
    assert slot(old, lines(ABOVE, "the ferry was late", many(180, "v"), BELOW), "the ferry was late") is None
    near = lines(ABOVE, many(160), "the ferry was late", BELOW)
    assert slot(near, lines(ABOVE, many(160, "v"), "the ferry is late", BELOW), "the ferry was late") is not None


def test_a_passage_longer_than_a_quotation_has_no_slot() -> None:
    told = many(650)
    changed = " ".join("other" if n % 5 == 0 else word for n, word in enumerate(told.split()))
    assert slot(lines(ABOVE, told, BELOW), lines(ABOVE, changed, BELOW), told) is None
    part = told[: told.index(" w500")]
    assert slot(lines(ABOVE, part, BELOW), lines(ABOVE, changed, BELOW), part) is not None


def test_a_stretch_that_is_much_longer_than_what_stood_there_is_no_slot() -> None:
    old = lines(ABOVE, "It rained, and the ferry was late.", BELOW)
    assert slot(old, lines(ABOVE, "It snowed, so the ferry was late.", many(150), BELOW), "the ferry") is not None
    assert slot(old, lines(ABOVE, "It snowed, so the ferry was late.", many(300), BELOW), "the ferry") is None


def test_where_the_runs_on_both_sides_changed_places_there_is_no_slot() -> None:
    old = lines(ABOVE, "It rained, and the ferry was late.", BELOW)
    assert slot(old, lines(BELOW, "It snowed, so the ferry was full.", ABOVE), "the ferry") is None
