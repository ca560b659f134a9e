"""The one entry to the analysis: progress, stopping, memory, many sources, and text of every ugly kind."""

from __future__ import annotations

import pickle
import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import AnalysisStopped
from reader.links import Memory, compare
from reader.text import Article
from tests.work import calls_of

PLACES = ["Kirvane", "Belmora", "Tolvik", "Ostrell", "Lusovo", "Brask", "Calder", "Minsor"]
THINGS = ["houses", "miners", "soldiers", "cows", "boats", "lorries", "pupils", "bridges"]
VERBS = ["destroyed", "counted", "evacuated", "seized", "repaired", "lost"]


def account(seed: int, sentences: int = 20) -> Article:
    """An invented account: places, numbers, dates and speakers in turn."""
    chance = random.Random(seed)
    told = []
    for n in range(sentences):
        told.append(
            f"The council of {chance.choice(PLACES)} {chance.choice(VERBS)} {chance.randrange(2, 900)} "
            f"{chance.choice(THINGS)} near {chance.choice(PLACES)} on {chance.randrange(1, 28)} May 20{10 + n % 12}, "
            f"said Ida Marr{', adding that “the water rose again” there' if n % 7 == 0 else ''}."
        )
    paragraphs = [" ".join(told[i : i + 3]) for i in range(0, len(told), 3)]
    return Article.from_text("\n\n".join(paragraphs), key=f"s{seed}")


def test_no_source_and_one_source_are_fine() -> None:
    assert compare([]).ledger == ()
    alone = compare([account(1)])
    assert {row.verdict for row in alone.ledger} <= {"only"}
    assert alone.alignments == ()


def test_progress_rises_to_one() -> None:
    told: list[float] = []
    compare([account(1), account(2)], progress=lambda fraction, what: told.append(fraction) if what else None)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) >= 4


def test_it_stops_when_told_to() -> None:
    with pytest.raises(AnalysisStopped):
        compare([account(1)], should_stop=lambda: True)
    calls = 0

    def later() -> bool:
        nonlocal calls
        calls += 1
        return calls > 5

    with pytest.raises(AnalysisStopped):
        compare([account(1), account(2)], should_stop=later)


def test_it_stops_soon_in_the_middle_of_a_long_article() -> None:
    asked = 0

    def after_a_while() -> bool:
        nonlocal asked
        asked += 1
        return asked >= 200

    def stopped() -> None:
        with pytest.raises(AnalysisStopped):
            compare([article], should_stop=after_a_while)

    article = account(1, 150)
    compare([account(1)])  # what is loaded once is no part of the work
    taken = calls_of(stopped)
    assert asked == 200 and taken < 0.1 * calls_of(lambda: compare([article]))


def test_a_comparison_can_be_sent_to_another_process() -> None:
    comparison = compare([account(1), account(2)])
    assert pickle.loads(pickle.dumps(comparison)) == comparison


def test_memory_changes_nothing_but_the_time() -> None:
    articles = [account(n) for n in range(4)]
    memory = Memory()
    assert compare(articles, memory=memory) == compare(articles)
    assert compare(articles[:3], memory=memory) == compare(articles[:3])
    assert compare([articles[2], articles[0]], memory=memory) == compare([articles[2], articles[0]])


def test_memory_forgets_what_is_not_used() -> None:
    memory, fresh = Memory(), Memory()
    compare([account(1), account(2)], memory=memory)
    compare([account(3), account(4)], memory=memory)
    compare([account(3), account(4)], memory=fresh)
    assert len(memory) == len(fresh) > 0


def test_adding_a_source_does_over_only_what_is_new() -> None:
    made: Counter[object] = Counter()

    class Counting(Memory):
        def get(self, key, make):  # type: ignore[no-untyped-def]
            def counted():  # type: ignore[no-untyped-def]
                made[key[0]] += 1
                return make()

            return super().get(key, counted)

        def all(self, keys, make):  # type: ignore[no-untyped-def]
            def counted(places):  # type: ignore[no-untyped-def]
                made.update(keys[place][0] for place in places)
                return make(places)

            return super().all(keys, counted)

    articles, memory = [account(n, 12) for n in range(5)], Counting()
    compare(articles[:4], memory=memory)
    assert (made["source"], made["aligned"]) == (4, 6)
    assert (made["said"], made["corrected"], made["linked"]) == (4, 4, 6)
    compare(articles, memory=memory)
    assert (made["source"], made["aligned"]) == (5, 10)
    assert (made["said"], made["corrected"], made["linked"]) == (5, 5, 10)


def test_a_source_that_parts_names_leaves_the_claims_of_others_as_they_were() -> None:
    read: Counter[object] = Counter()

    class Counting(Memory):
        def get(self, key, make):  # type: ignore[no-untyped-def]
            def counted():  # type: ignore[no-untyped-def]
                read[key[0]] += 1
                return make()

            return super().get(key, counted)

    texts = [
        "Marchuk said that 40 lorries were seen near Belmora.",
        "Olena Marchuk counted 40 lorries.",
        "Lusovo lost 12 boats and 700 houses.",
        "Petro Marchuk owns 13 boats.",
    ]
    articles, memory = [Article.from_text(text, language="en") for text in texts], Counting()
    before = {m: e.id for e in compare(articles[:3], memory=memory).entities for m in e.mentions}
    assert read["said"] == 3
    after = compare(articles, memory=memory)
    lusovo = next(e for e in after.entities if e.label == "Lusovo")
    assert before[lusovo.mentions[0]] != lusovo.id
    assert read["said"] == 5  # the new source, and the one whose Olena Marchuk the first no longer surely names
    assert after == compare(articles)


def test_rows_keep_their_keys_when_a_source_is_added() -> None:
    two = compare([account(1), account(2)])
    three = compare([account(1), account(2), account(3)])
    keys = [row.key for row in two.ledger]
    assert len(keys) == len(set(keys))
    assert len({row.key for row in three.ledger} & set(keys)) > 0.8 * len(keys)


def test_a_row_spans_three_sources() -> None:
    texts = [
        "The fire at the Belmora mill killed 17 workers on Friday.",
        "Seventeen workers were killed by the fire at the Belmora mill.",
        "The fire at the mill in Belmora killed 21 workers, the owner said.",
    ]
    comparison = compare([Article.from_text(text) for text in texts])
    row = next(row for row in comparison.ledger if row.kind == "quantity" and len(row.cells) == 3)
    assert row.verdict == "differ"
    assert row.reason.startswith("A says 17 workers, B says seventeen workers, C says 21 workers: ")
    assert row == next(row for row in comparison.ledger if row.kind != "entity")


def test_values_of_one_row_are_all_judged_against_each_other() -> None:
    texts = [
        "The flood at Calder killed 17 people, the mayor of Calder said.",
        "At least 17 people were killed by the flood at Calder, the mayor said.",
        "The number of people killed by the flood at Calder has risen to 19.",
    ]
    comparison = compare([Article.from_text(text) for text in texts])
    (row,) = [row for row in comparison.ledger if row.kind == "quantity"]
    assert set(row.cells) == {"A", "B", "C"}
    assert row.verdict == "differ"


def test_all_cells_name_mentions_of_their_source() -> None:
    comparison = compare([account(n) for n in range(3)])
    for row in comparison.ledger:
        for source, cell in row.cells.items():
            known = {m.id for s in comparison.sources if s.id == source for m in s.mentions}
            assert cell
            assert set(cell) <= known
        assert row.reason.endswith(".")
        assert row.key
    assert [row.id for row in comparison.ledger] == [f"R{n}" for n in range(1, len(comparison.ledger) + 1)]


UGLY = {
    "empty": "",
    "one character": "A",
    "no blank": "x" * 200_000,
    "digits": "7" * 200_000,
    "open quotes": "“" * 20_000 + " said Ida",
    "capitals": "THE COUNCIL OF KIRVANE LOST 12 COWS ON 4 MAY 2018. " * 200,
    "no capitals": "the council of kirvane lost 12 cows on 4 may 2018. " * 200,
    "emoji": "🙂🎉" * 5_000,
    "mixed": "Kirvane Кирване كيرفان 12 коров 4 мая 2018 " * 200,
    "combining": "e\u0301" * 5_000 + " 12 a\u0308 said",
    "nulls": "\0" * 1_000 + "12 cows\0 on 4 May",
    "one number": "12 cows in Kirvane. " * 1_000,
    "commas": "1,2,3,4," * 5_000,
}


@pytest.mark.parametrize("name", UGLY)
def test_ugly_text_is_compared_in_time(name: str) -> None:
    comparison = compare([Article.from_text(UGLY[name], key="x"), account(1)])
    for source in comparison.sources:
        for mention in source.mentions:
            assert mention.span.of(source.article.text) == mention.text


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared(a: str, b: str) -> None:
    compare([Article.from_text(a, key="a"), Article.from_text(b, key="b")])


_WORDS = [
    "12",
    "cows",
    "“",
    "”",
    "said",
    "Kirvane",
    "on",
    "4 May 2018",
    ".",
    "\n\n",
    "killed",
    "about",
    "%",
    "’s",
    "—",
    "$3m",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=60), st.lists(st.sampled_from(_WORDS), max_size=60))
def test_any_two_texts_of_telling_words_can_be_compared(a: list[str], b: list[str]) -> None:
    comparison = compare([Article.from_text(" ".join(a), key="a"), Article.from_text(" ".join(b), key="b")])
    assert all(row.reason for row in comparison.ledger)
