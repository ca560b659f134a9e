"""Anchors are found again after edits, ask when two places are alike, and say when a passage is gone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import (
    Anchor,
    AnchorMatch,
    Span,
    find_anchor,
    find_anchors,
    find_anchors_between,
    make_anchor,
    make_anchors,
)

STORY = """Bridge closed for a third week

The bridge at Ostler stays closed until Friday, the county said on Monday.

Engineers found a crack in the second pier. The crack is as long as an arm, the chief engineer said.

Traders in the old town count their losses. One baker sold forty loaves instead of two hundred.

The county will pay for a ferry. The ferry starts on Wednesday and costs nothing."""


def anchor_of(words: str, text: str = STORY, nth: int = 0) -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return make_anchor(text, Span(start, start + len(words)))


def found_words(anchor: Anchor, text: str) -> str | None:
    match = find_anchor(anchor, text)
    return None if match is None else match.span.of(text)


def test_an_untouched_text_gives_the_same_place() -> None:
    match = find_anchor(anchor_of("a crack in the second pier"), STORY)
    assert match is not None
    assert match.span.of(STORY) == "a crack in the second pier"
    assert (match.score, match.certain) == (1.0, True)


def test_words_put_in_before_move_the_place() -> None:
    changed = STORY.replace("The bridge at", "UPDATED: The old bridge at")
    match = find_anchor(anchor_of("One baker sold forty loaves"), changed)
    assert match is not None
    assert match.span.of(changed) == "One baker sold forty loaves"
    assert match.certain


@pytest.mark.parametrize(
    ("words", "old", "new", "expected"),
    [
        ("The crack is as long as an arm", "as long as", "longer than", "The crack is longer than an arm"),
        ("stays closed until Friday", "Friday", "the coming Sunday", "stays closed until the coming Sunday"),
        ("Traders in the old town count", "Traders in", "Shopkeepers of", "Shopkeepers of the old town count"),
        (
            "One baker sold forty loaves instead of two hundred.",
            "two hundred.",
            "two hundred, and threw the rest away.",
            "One baker sold forty loaves instead of two hundred, and threw the rest away.",
        ),
    ],
)  # fmt: skip
def test_an_edited_passage_is_found_whole(words: str, old: str, new: str, expected: str) -> None:
    assert found_words(anchor_of(words), STORY.replace(old, new)) == expected


def test_a_sentence_put_in_after_does_not_belong_to_the_passage() -> None:
    words = "Engineers found a crack in the second pier."
    changed = STORY.replace(words, "Engineers found two cracks in the second pier. Both are new.")
    assert found_words(anchor_of(words), changed) == "Engineers found two cracks in the second pier."


def test_the_right_one_of_equal_words_is_told_by_its_context() -> None:
    changed = "The ferry is cheap.\n\n" + STORY.replace("Wednesday", "Thursday")
    match = find_anchor(anchor_of("ferry", nth=1), changed)
    assert match is not None
    assert match.span.start == changed.index("ferry starts")
    assert match.certain


def test_two_places_that_are_alike_make_it_uncertain() -> None:
    line = "Nothing new was said at the meeting on the pier that evening.\n"
    match = find_anchor(anchor_of("Nothing new was said", line * 3, nth=1), "A first line.\n" + line * 4)
    assert match is not None
    assert not match.certain


def test_a_deleted_passage_is_gone_though_both_neighbours_stand() -> None:
    words = "The crack is as long as an arm, the chief engineer said."
    assert find_anchor(anchor_of(words), STORY.replace(" " + words, "")) is None


def test_a_short_word_elsewhere_is_not_taken_for_the_deleted_one() -> None:
    changed = STORY.replace("The county will pay for a ferry. ", "")
    assert find_anchor(anchor_of("county", nth=1), changed) is None


def test_quotes_dashes_spaces_case_and_line_breaks_do_not_matter() -> None:
    old = 'He said: "we can\'t wait - not now" and left. Then the rain began to fall.'
    new = "HEADLINE\n\nHe said: “we can’t\u00a0wait – not\nnow”  and left. Then the rain began to fall."
    assert found_words(anchor_of('"we can\'t wait - not now"', old), new) == "“we can’t\u00a0wait – not\nnow”"


def test_a_moved_sentence_is_found_where_it_went() -> None:
    words = "Traders in the old town count their losses."
    moved = STORY.replace(words + " ", "") + "\n\n" + words
    assert found_words(anchor_of(words), moved) == words


def test_a_note_on_a_line_stays_on_a_line() -> None:
    old = "Filed on Monday.\n\n(see page 2)\n\n§ Annex Table of fees\n\n(Source: county records, 1950)"
    new = "Filed on Monday.\n\n\n§ Annex (see page 2) Table of fees\n\n(Source: county records, 1950)"
    assert found_words(anchor_of("§ Annex Table of fees", old), new) == "§ Annex (see page 2) Table of fees"


def test_a_long_passage_is_found_by_its_ends() -> None:
    body = " ".join(f"Witness {n} saw lamp {n * 7 % 101} go out at minute {n * 13 % 60}." for n in range(400))
    old = f"Opening words of the report.\n\n{body}\n\nClosing words."
    changed = old.replace("Witness 200 saw", "Witness two hundred clearly saw").replace(
        "Opening", "These are the opening"
    )
    assert found_words(anchor_of(body, old), changed) == body.replace(
        "Witness 200 saw", "Witness two hundred clearly saw"
    )


def test_many_anchors_are_those_of_each_span() -> None:
    spans = [Span(start, start + 9) for start in range(0, len(STORY) - 9, 7)]
    assert make_anchors(STORY, spans) == [make_anchor(STORY, span) for span in spans]
    assert make_anchor(STORY, Span(STORY.index("Traders"), len(STORY))).block == 3


def test_an_empty_quotation_and_an_empty_text_give_nothing() -> None:
    assert find_anchor(Anchor("", "a", "b", 3), STORY) is None
    assert find_anchor(Anchor("   ", "a", "b", 3), STORY) is None
    assert find_anchor(Anchor("", "", "", 0), STORY) is None
    assert find_anchor(anchor_of("ferry"), "") is None


def test_a_context_longer_than_what_stands_before_is_no_sign_of_an_untouched_text() -> None:
    match = find_anchor(Anchor("bridge at Ostler", "The ", " stays", 0), "The bridge at Ostler stays closed.")
    assert match is not None and match.span == Span(4, 20)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_edit_re_anchors_to_something_like_it_or_reports(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(STORY) - 1))
    end = data.draw(st.integers(start + 1, min(len(STORY), start + 120)))
    low = data.draw(st.integers(0, len(STORY)))
    high = data.draw(st.integers(low, min(len(STORY), low + 60)))
    changed = STORY[:low] + data.draw(st.text(max_size=40)) + STORY[high:]
    match = find_anchor(make_anchor(STORY, Span(start, end)), changed)
    if match is not None:
        assert 0 <= match.span.start < match.span.end <= len(changed)
        assert 0 <= match.score <= 1
    words = STORY[start:end]
    if words.strip() and len(words) >= 40 and (high <= start or end <= low):
        assert match is not None
        assert words.strip() in match.span.of(changed)


@pytest.mark.parametrize(
    "text",
    ["7" * 2_000_000, '"' * 100_000, "a " * 150_000, "\x00" * 50_000, "😀" * 50_000, "\n" * 100_000, "字" * 100_000],
    ids=["digits", "quotes", "letters", "nul", "emoji", "newlines", "han"],
)
def test_odd_texts_end_in_time(text: str) -> None:
    anchors = make_anchors(text, [Span(n * 100, n * 100 + 50) for n in range(10)])
    anchors += [make_anchor(text, Span(len(text) // 2, len(text) // 2 + 80))]
    find_anchors(anchors, "x" + text[: len(text) // 2] + "y" + text[len(text) // 2 :])


def test_a_span_without_the_blanks_at_its_ends() -> None:
    assert Span(2, 9).trimmed("no  and\n no") == Span(4, 7)
    assert len(Span(2, 4).trimmed("no  and")) == 0


OLD = (
    "Nine boats left the north quay before the storm, the harbour office said.\n\nThe school was shut for a week.\n\n"
    "Seven boats left the south quay before the storm, the harbour office said.\n\nNobody was hurt."
)


def between(old: str, words: str, new: str) -> AnchorMatch | None:
    start = old.index(words)
    span = Span(start, start + len(words))
    return find_anchors_between(old, [make_anchor(old, span)], [span], new)[0]


def test_a_lookalike_that_stayed_is_not_taken_for_a_passage_that_is_gone() -> None:
    gone = OLD.replace(OLD.split("\n\n")[0] + "\n\n", "")
    words = "boats left the north quay before the storm, the harbour office said"
    alone = find_anchor(anchor_of(words, OLD), gone)
    assert alone is not None and alone.span.of(gone).startswith("boats left the south")
    assert between(OLD, words, gone) is None


def test_of_two_equal_passages_one_that_is_left_asks() -> None:
    old = "The ferry waits at the quay.\n\nThe ferry waits at the quay.\n\nThe ferry waits at the quay."
    match = between(old, "The ferry waits", old[30:])
    assert match is None or not match.certain or match.span.start == 0


def test_a_passage_that_moved_and_changed_is_found_though_the_old_text_is_known() -> None:
    parts = OLD.split("\n\n")
    new = "\n\n".join([*parts[1:], parts[0].replace("said", "said on Monday")])
    match = between(OLD, "boats left the north quay", new)
    assert match is not None and match.certain and match.span.of(new) == "boats left the north quay"


def much_alike() -> str:
    """Paragraphs of a by-law that differ in a word and a number or two."""
    what, where = ["a stall", "a boat", "a kiosk", "a cart"], ["the quay", "the square", "the slipway"]
    return "\n\n".join(
        f"§ {n} Whoever puts up {what[n % 4]} on {where[n % 3]} needs a permit of the harbour office. It is given for "
        f"{2 + n % 5} days and may be renewed once. The fee is {3 * (2 + n % 5)} crowns a day. Exceptions are set out "
        f"in paragraph {1 + 7 * n % 30}."
        for n in range(1, 31)
    )


def test_lines_put_between_paragraphs_that_are_much_alike_lose_no_note() -> None:
    old = much_alike()
    new = old.replace("\n\n", "\n\nRead more: § 1 Whoever puts up a stall on\n\n")
    spans = [Span(found.start(), found.end()) for found in re.finditer("a day. Exceptions are set out in", old)]
    spans += [Span(found.start(), found.end()) for found in re.finditer(r"\d+ Whoever puts", old)]
    found = find_anchors_between(old, make_anchors(old, spans), spans, new)
    right = [match.start() for match in re.finditer("a day. Exceptions are set out in", new)]
    right += [match.start() for match in re.finditer(r"(?<=^§ )\d+ Whoever puts", new, re.MULTILINE)]
    assert [match is not None and match.certain and match.span.start for match in found] == right


def test_a_paragraph_that_is_gone_is_not_found_in_one_that_is_much_alike() -> None:
    old = much_alike()
    pieces = old.split("\n\n")
    start = old.index(pieces[11]) + pieces[11].index("Whoever")
    span = Span(start, start + 60)
    new = "\n\n".join(piece for n, piece in enumerate(pieces) if n != 11)
    [match] = find_anchors_between(old, make_anchors(old, [span]), [span], new)
    assert match is None or not match.certain


def test_a_passage_over_two_paragraphs_is_found_when_a_line_was_put_between() -> None:
    old = much_alike()
    cut = old.index("\n\n§ 20 ")
    span = Span(cut - 40, cut + 30)
    new = old.replace("\n\n", "\n\nAdvertisement\n\n")
    [match] = find_anchors_between(old, make_anchors(old, [span]), [span], new)
    assert match is not None
    assert match.certain
    assert match.span.of(new).replace("Advertisement\n\n", "") == span.of(old)


HARBOUR = (
    "The pilots of the outer harbour went back to work on Monday after a week of talks.\n\n"
    "The strike had cost the port 14 million crowns, the union said, and was the longest in 9 years. "
    "No ship was turned away while it lasted.\n\n"
    "The mayor thanked both sides and promised new boats before the winter storms begin."
)


def in_harbour(words: str, new: str) -> AnchorMatch | None:
    start = HARBOUR.index(words)
    span = Span(start, start + len(words))
    return find_anchors_between(HARBOUR, make_anchors(HARBOUR, [span]), [span], new)[0]


def test_a_sentence_repeated_in_a_note_on_its_correction_does_not_take_the_note() -> None:
    was = HARBOUR.split("\n\n")[1].split(" No ship")[0]
    now = was.replace("14", "41").replace("9 years", "2 years").replace("was the longest", "had been the longest")
    corrected = HARBOUR.replace(was, now) + f"\n\nCorrection: An earlier version said: “{was}” This was changed."
    for words in ("cost the port 14 million crowns", "the longest in 9 years", "port"):
        match = in_harbour(words, corrected)
        assert match is not None
        assert match.span.end <= corrected.index("Correction")
    match = in_harbour("the longest in 9 years", corrected)
    assert match is not None
    assert match.span.of(corrected) == "the longest in 2 years"


def test_points_that_repeat_a_rewritten_sentence_do_not_take_its_note() -> None:
    was = HARBOUR.split("\n\n")[1].split(" No ship")[0]
    points = "The points: it had cost the port 14 million crowns, the union said; it was the longest in 9 years."
    told = HARBOUR.replace(was, "The strike was long.") + f"\n\n{points}"
    for words in (
        "14 million crowns, the union said, and was the longest",
        "million crowns, the union said, and was the",
    ):
        match = in_harbour(words, told)
        assert match is None or not match.certain


def test_what_a_summary_repeats_of_a_sentence_that_is_gone_is_offered_without_what_stands_around_it() -> None:
    gone = HARBOUR.split("\n\n")[1].split("No ship")[0]
    brief = "Summary: a strike that had cost the port 14 million crowns, the union said, ended after talks."
    told = f"{brief}\n\n{HARBOUR.replace(gone, '')}"
    match = in_harbour("crowns, the union said, and was the longest", told)
    assert match is not None and not match.certain
    assert match.span.of(told) == "crowns, the union said, ended after talks."


def test_a_whole_sentence_moved_to_another_paragraph_takes_its_notes_along() -> None:
    sentence = "No ship was turned away while it lasted."
    moved = f"{sentence} " + HARBOUR.replace(" " + sentence, "")
    match = in_harbour("turned away", moved)
    assert match is not None
    assert match.certain
    assert match.span.of(moved) == "turned away"
    assert match.span.end < len(sentence)


def test_single_words_of_paragraphs_much_alike_are_offered_where_they_stood_though_the_next_word_changed() -> None:
    old = much_alike()
    new = old.replace("renewed once", "renewed twice", 7)
    spans = [Span(found.start(), found.end()) for found in re.finditer("renewed", old)]
    found = find_anchors_between(old, make_anchors(old, spans), spans, new)
    right = [match.start() for match in re.finditer("renewed", new)]
    assert [match and match.span.start for match in found] == right
    assert [match and (match.certain, match.score) for match in found[:7]] == [(False, 0.9)] * 7


def test_a_match_in_doubt_tells_the_second_place_that_is_as_likely():
    line = "The clerk wrote that nine barrels of tar were missing."
    old = f"Notes\n\n{line} He left.\n\nNothing else was noted."
    new = f"Notes\n\nMorning. {line} It rained.\n\nNo ship put out.\n\nEvening. {line} It rained.\n\nAll slept."
    quote = "nine barrels of tar"
    span = Span(old.index(quote), old.index(quote) + len(quote))
    anchor = make_anchor(old, span)
    for match in (find_anchor(anchor, new), find_anchors_between(old, [anchor], [span], new)[0]):
        assert match is not None and not match.certain and match.other is not None
        assert {match.span.start, match.other.start} == {new.index(quote), new.rindex(quote)}
        assert match.other.of(new) == quote


def test_a_second_place_that_was_there_before_is_not_offered():
    line = "The clerk wrote that nine barrels of tar were missing."
    tail = f"In the south the snow lay deep until May. {line} The judge asked for proof and had none."
    old = f"Notes\n\nThe pilot came at noon. {line} He left.\n\nNothing else was noted.\n\n{tail}"
    new = f"Notes\n\nAt dusk all slept. {line} It was cold.\n\nNo ship put out that week.\n\n{tail}"
    span = Span(old.index(line), old.index(line) + len(line))
    match = find_anchors_between(old, [make_anchor(old, span)], [span], new)[0]
    assert match is not None and match.certain and match.span.start == new.index(line) and match.other is None
    alone = find_anchor(make_anchor(old, span), new)
    assert alone is not None and not alone.certain and alone.other is not None


def test_nor_is_it_offered_where_nothing_around_the_passage_is_left():
    line = "The clerk wrote that nine barrels of tar were missing."

    def told(before: str, behind: str) -> str:
        return (
            " ".join(f"{before}{n}" for n in range(200)) + f". {line} " + " ".join(f"{behind}{n}" for n in range(200))
        )

    old, new = f"{told('a', 'b')}.\n\n{told('c', 'd')}.", f"{told('v', 'w')}.\n\n{told('c', 'd')}."
    span = Span(old.index(line), old.index(line) + len(line))
    match = find_anchors_between(old, [make_anchor(old, span)], [span], new)[0]
    assert match is not None and not match.certain and match.span.start == new.index(line) and match.other is None


def test_a_certain_match_has_no_second_place():
    text = "One barrel of tar stood in the yard. The other barrel of tar lay in the ditch behind the inn."
    span = Span(text.index("barrel"), text.index("barrel") + 13)
    match = find_anchor(make_anchor(text, span), "At noon. " + text)
    assert match is not None and match.certain and match.other is None
