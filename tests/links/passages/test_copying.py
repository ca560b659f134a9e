"""Wording that accounts share nearly word for word."""

from __future__ import annotations

import pytest

from reader.links import ComparedSource, Side
from reader.links.passages.copying import Copying, copied_origins, copy_words, in_order
from reader.links.passages.lexicon import words_in_place
from reader.mentions import Mention, Quotation
from reader.text import Article, Span, find_passages
from tests.work import calls_of

AGENCY = [
    "Harlow lost its only bridge on Friday when the river Lune carried off two of its five piers.",
    "Nobody was on the bridge at the time, the county said in a statement issued late in the evening.",
    "Repairs will take at least until the spring of next year and cost about four million pounds.",
]
COPY = [
    "A town is cut off tonight.",
    "Harlow lost its only bridge on Friday night when the river Lune swept off two of its five piers.",
    "Nobody was on the bridge at the time, the county said in a statement issued late in the evening.",
    "We spoke to people who had seen it fall and could not believe their eyes.",
]


def source(letter: str, lines: list[str], *mentions: Mention) -> ComparedSource:
    article = Article.from_text("\n".join(lines))
    return ComparedSource(letter, article, find_passages(article), mentions)


def copies_of(a: ComparedSource, b: ComparedSource) -> list[tuple[Side, Side, float]]:
    read = Copying()
    one, other = (copy_words(s, words_in_place(s.article.text, [p.span for p in s.passages])) for s in (a, b))
    read.add(one)
    return read.copies([0], other)[0]


def test_the_same_phrases_in_another_order_are_no_copy() -> None:
    finding, voice = (
        "four of the five piers of the Aune bridge hold rust in their cables",
        "a report by the Road Office says",
    )
    told = f"{finding}, {voice}."
    again = "A report by the Road Office tells of rust in their cables and hits four of the five piers of a bridge."
    assert copies_of(source("A", [told]), source("B", [again])) == []
    ((_, _, share),) = copies_of(source("A", [told]), source("B", [f"{voice}: {finding}."]))
    assert 0.5 < share < 0.8


def test_shared_runs_count_only_as_far_as_they_follow_each_other() -> None:
    assert in_order([]) == 0
    assert in_order([(0, 5), (10, 4), (20, 3)]) == 12
    assert in_order([(20, 5), (0, 4), (10, 3)]) == 7  # either the first, or the two behind it
    assert in_order([(5, 2), (5, 3), (5, 1)]) == 3
    assert in_order([(9, 1), (0, 1), (9, 1), (3, 1), (4, 1)]) == 3


def test_copied_sentences_with_words_changed() -> None:
    ((one, other, share),) = copies_of(source("A", AGENCY), source("B", COPY))
    assert (one, other) == (Side("A", (0, 1)), Side("B", (1, 2)))
    assert 0.85 < share < 1


def test_the_same_matter_in_other_words_is_no_copy() -> None:
    retold = ["Two piers of the bridge at Harlow were carried off by the Lune, which leaves the town without one."]
    assert copies_of(source("A", AGENCY), source("B", retold)) == []


def test_short_set_phrases_are_no_copy() -> None:
    a = source("A", ["He was taken to hospital, the police said.", "It rained."])
    assert copies_of(a, source("B", ["He was taken to hospital, the police said.", "Nobody cared."])) == []


def test_a_speech_both_quote_is_no_copy() -> None:
    speech = "We will rebuild this bridge, and we will do it before the first snow falls on these hills."
    lines = [f"“{speech}” said the mayor of Harlow to the crowd."]
    other = [f"Late at night the mayor spoke: “{speech}”"]

    def quoting(letter: str, lines: list[str]) -> ComparedSource:
        start = lines[0].index("“")
        span = Span(start, lines[0].index("”") + 1)
        return source(letter, lines, Mention(span, span.of(lines[0]), "quotation", Quotation(speech)))

    assert copies_of(source("A", lines), source("B", other))
    assert copies_of(quoting("A", lines), quoting("B", other)) == []


def test_three_sources_with_one_origin() -> None:
    sources = [source("A", AGENCY), source("B", COPY), source("C", ["Only this.", AGENCY[0]])]
    copies = [c for x, a in enumerate(sources) for b in sources[x + 1 :] for c in copies_of(a, b)]
    origins = copied_origins(sources, copies)
    assert {frozenset(origin.sources) for origin in origins} == {frozenset("ABC")}
    assert all(origin.reason and origin.label.startswith("Shared wording: “Harlow lost") for origin in origins)
    assert copied_origins(sources, []) == ()


@pytest.mark.parametrize("text", ["", "x", "a " * 2_000, "😀" * 99, "\0", "的" * 2_000, "1 2 " * 2_000])
def test_odd_texts(text: str) -> None:
    a = source("A", [text])
    for one, other, share in copies_of(a, source("B", [text, "End."])):
        assert one.passages and other.passages and 0 < share <= 1


def test_cost_grows_with_length_only() -> None:
    def cost(times: int) -> int:
        a = source("A", [f"{AGENCY[n % 3]} Number {n}." for n in range(times)])
        b = source("B", [f"{COPY[n % 4]} Number {n * 7}." for n in range(times)])
        return calls_of(lambda: copies_of(a, b))

    cost(20)
    assert cost(1_000) < 12 * cost(100)
