"""Wording that accounts share nearly word for word."""

from __future__ import annotations

from itertools import combinations

import pytest

from reader.links import ComparedSource
from reader.links.passages.copying import Copied, copied_origins, copy_words, find_copied
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


def all_copied(*sources: ComparedSource) -> dict[tuple[int, int], list[Copied]]:
    words = [copy_words(s, words_in_place(s.article.text, [p.span for p in s.passages])) for s in sources]
    pairs = list(combinations(range(len(sources)), 2))
    return dict(zip(pairs, find_copied(words, pairs), strict=True))


def copied_in(a: ComparedSource, b: ComparedSource) -> list[Copied]:
    return all_copied(a, b)[0, 1]


def test_the_same_phrases_in_another_order_are_no_copy() -> None:
    finding, voice = (
        "four of the five piers of the Aune bridge hold rust in their cables",
        "a report by the Road Office says",
    )
    told = f"{finding}, {voice}."
    again = "A report by the Road Office tells of rust in their cables and hits four of the five piers of a bridge."
    assert copied_in(source("A", [told]), source("B", [again])) == []
    assert copied_in(source("A", [told]), source("B", [f"{voice}: {finding}."])) == [(0, 0)]


def test_a_short_passage_is_not_found_scattered_over_a_long_one() -> None:
    short = "In the end the county will have to pay for all of the work on the bridge."
    long = (
        "The county will have to pay for it, and not all people of the hills, who think the ferry did its work well, "
        "go on Sundays to look at a bridge."
    )
    assert copied_in(source("A", [short]), source("B", [long])) == []


def test_copied_sentences_with_words_changed() -> None:
    assert copied_in(source("A", AGENCY), source("B", COPY)) == [(0, 1), (1, 2)]


def test_the_same_matter_in_other_words_is_no_copy() -> None:
    retold = ["Two piers of the bridge at Harlow were carried off by the Lune, which leaves the town without one."]
    assert copied_in(source("A", AGENCY), source("B", retold)) == []


def test_short_set_phrases_are_no_copy() -> None:
    a = source("A", ["He was taken to hospital, the police said.", "It rained."])
    assert copied_in(a, source("B", ["He was taken to hospital, the police said.", "Nobody cared."])) == []


def test_a_speech_both_quote_is_no_copy() -> None:
    speech = "We will rebuild this bridge, and we will do it before the first snow falls on these hills."
    lines = [f"“{speech}” said the mayor of Harlow to the crowd."]
    other = [f"Late at night the mayor spoke: “{speech}”"]

    def quoting(letter: str, lines: list[str]) -> ComparedSource:
        start = lines[0].index("“")
        span = Span(start, lines[0].index("”") + 1)
        return source(letter, lines, Mention(span, span.of(lines[0]), "quotation", Quotation(speech)))

    assert copied_in(source("A", lines), source("B", other))
    assert copied_in(quoting("A", lines), quoting("B", other)) == []


def test_three_sources_with_one_origin() -> None:
    sources = [source("A", AGENCY), source("B", COPY), source("C", ["Only this.", AGENCY[0]])]
    origins = copied_origins(sources, all_copied(*sources))
    assert {frozenset(origin.sources) for origin in origins} == {frozenset("ABC")}
    assert all(origin.reason and origin.label.startswith("Shared wording: “Harlow lost") for origin in origins)
    assert copied_origins(sources, {}) == ()


def test_only_the_sources_asked_for_are_set_against_each_other() -> None:
    sources = [source("A", AGENCY), source("B", COPY), source("C", AGENCY[:1])]
    words = [copy_words(s, words_in_place(s.article.text, [p.span for p in s.passages])) for s in sources]
    assert find_copied(words, [(1, 2)]) == [[(1, 0)]]
    assert find_copied(words, []) == []
    assert find_copied([], []) == []


def test_a_passage_longer_than_is_compared_at_once() -> None:
    long = " ".join(f"{n} carts of gravel and {n * 7} of sand went over it" for n in range(300))
    assert copied_in(source("A", [long]), source("B", ["Nothing of the kind.", long])) == [(0, 1)]


@pytest.mark.parametrize("text", ["", "x", "a " * 2_000, "😀" * 99, "\0", "的" * 2_000, "1 2 " * 2_000])
def test_odd_texts(text: str) -> None:
    a = source("A", [text])
    assert all(pair == (0, 0) for pair in copied_in(a, source("B", [text, "End."])))


def test_cost_grows_with_length_only() -> None:
    def cost(times: int) -> int:
        a = source("A", [f"{AGENCY[n % 3]} Number {n}." for n in range(times)])
        b = source("B", [f"{COPY[n % 4]} Number {n * 7}." for n in range(times)])
        return calls_of(lambda: copied_in(a, b))

    cost(1_000)  # what is asked of each word is asked once
    assert cost(1_000) < 12 * cost(100)
