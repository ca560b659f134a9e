"""Which passages of two sources go together, and why."""

from __future__ import annotations

import pickle
from datetime import date
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.links import Alignment, ComparedSource, Entity, Memory, align_passages, compare
from reader.links.aligning import align_sources, surely
from reader.links.alignments import Alignments
from reader.links.entities.shared_groups import groups_of
from reader.links.passages import alignment, candidates
from reader.links.passages.alignment import align_words, around
from reader.links.passages.lexicon import words_in_place, words_of
from reader.links.passages.named import NamedWords
from reader.links.passages.nearness import Nearness
from reader.links.passages.vocabulary import Vocabulary
from reader.mentions import DateValue, Mention
from reader.text import Article, Span, find_passages, normalise
from tests.work import calls_of

A = [
    "The dam above Harlow gave way shortly before dawn on Tuesday.",
    "Engineers had warned of cracks in its eastern wall since March.",
    "At least 40 people were taken to hospital in Dunmore.",
    "The prime minister flew to the region.",
    "Bakers in the capital raised the price of bread again.",
]
B = [
    "Cracks in the wall of the dam were known to its engineers, a report says.",
    "The Harlow dam collapsed early on Tuesday morning.",
    "Forty injured were brought to Dunmore hospital, 40 in all.",
    "The chess championship ended in a draw.",
]


def test_crossing_pairs_and_strangers() -> None:
    best = {}
    for i, j, score in align_passages(A, B):
        assert 0.5 <= score <= 1
        best.setdefault(i, j)
    assert best[0] == 1 and best[1] == 0 and best[2] == 2
    assert 4 not in best and 3 not in {j for _, j, _ in align_passages(A, B)}


def test_common_words_never_drive_it() -> None:
    a = [f"He said that it was about to be in the {word}." for word in ("garden", "orchestra", "museum")]
    b = [f"It was said that the {word} had not been there." for word in ("tractor", "dentist", "novel")]
    assert align_passages(a, b) == []


def test_two_languages_meet_in_what_their_words_mean() -> None:
    russian = [
        "Пожарные боролись с огнём всю ночь.",
        "Полиция арестовала двух подозреваемых на границе.",
        "Учителя объявили забастовку.",
    ]
    german = [
        "Die Lehrer kündigten einen Streik an.",
        "Feuerwehrleute kämpften die ganze Nacht gegen das Feuer.",
        "An der Grenze nahm die Polizei zwei Verdächtige fest.",
    ]
    best: dict[int, int] = {}
    for one, other, _ in align_passages(russian, german):
        best.setdefault(one, other)
    assert best == {0: 1, 1: 2, 2: 0}


def test_two_languages_meet_in_names_numbers_and_related_words() -> None:
    spanish = [
        "El primer ministro no quiso hablar con los periodistas de la capital.",
        "Unas 40 personas fueron llevadas al hospital de Dunmore, según la policía.",
        "La presa de Harlow se rompió el martes antes del amanecer.",
    ]
    best: dict[int, int] = {}
    for i, j, _ in align_passages(A, spanish):
        best.setdefault(i, j)
    assert best[0] == 2 and best[2] == 1


def test_one_with_many() -> None:
    a = ["A cargo ship with 900 cars sank off the island of Fennoy, and all 21 sailors were saved."]
    b = [
        "A cargo ship sank off Fennoy.",
        "Its 900 cars went down with it.",
        "All 21 sailors of the ship were saved.",
        "Rain is expected.",
    ]
    assert {j for _, j, _ in align_passages(a, b)} >= {0, 2}


def source(letter: str, text: str, *mentions: Mention) -> ComparedSource:
    article = Article.from_text(text)
    return ComparedSource(letter, article, find_passages(article), mentions)


def aligned(a: ComparedSource, b: ComparedSource, entity_of: dict[str, str]) -> list[Alignment]:
    entities = [
        Entity(name, name, "name", {}, tuple(mention for mention, entity in entity_of.items() if entity == name))
        for name in sorted(set(entity_of.values()))
    ]
    return list(align_sources([a, b], entities, Memory()))


def test_what_stands_around_a_pair_adds_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    places, raw = [(0, 0), (0, 1), (1, 1), (1, 4), (2, 0), (5, 5)], [0.5, 0.25, 0.75, 0.5, 1.0, 0.5]
    scores = dict(zip(places, raw, strict=True))
    near = [(i, j) for i in range(-2, 3) for j in range(-2, 3) if i or j]
    whole = sum(1 / (abs(i) + abs(j)) for i, j in near)
    wanted = [sum(scores.get((i + x, j + y), 0.0) / (abs(x) + abs(y)) for x, y in near) / whole for i, j in places]
    ones, others = np.array(places).T
    assert around(ones, others, np.array(raw), 6) == pytest.approx(np.array(wanted))
    monkeypatch.setattr(alignment, "ROOM", 0)  # as in a table too large to hold
    assert around(ones, others, np.array(raw), 6) == pytest.approx(np.array(wanted))
    assert not len(around(ones[:0], others[:0], np.array([]), 6))


def test_groups_are_numbered_by_their_own_source() -> None:
    text = "Velde met the Accord. Velde left."
    names = [(0, 5, "A1"), (14, 20, "A2"), (22, 27, "A3")]
    one = source("A", text, *(Mention(Span(s, e), text[s:e], "name", id=i) for s, e, i in names))
    before = groups_of(one, {"A1": "E1", "A2": "E2", "A3": "E1"})
    after = groups_of(one, {"A1": "E7", "A2": "E3", "A3": "E7"})
    joined = groups_of(one, {"A1": "E1", "A2": "E1", "A3": "E1"})
    assert before.stretches == after.stretches == joined.stretches == ((0, 5, 0), (14, 20, 1), (22, 27, 0))
    assert before.shared(after) == () and before.shared(before) == (((0,), (0,)), ((1,), (1,)))
    assert before.shared(joined) == (((0,), (0, 1)),)


def test_names_of_one_entity_and_dates_of_one_day_count_as_the_same() -> None:
    first = "The Northern Accord met Velde on 3 May 2020 to talk."
    second = "The NPA and Velde held a meeting on 3.5.2020."
    day = DateValue(date(2020, 5, 3), date(2020, 5, 3), "2020-05-03")

    def mention(text: str, words: str, kind: str, name: str) -> Mention:
        start = text.index(words)
        value = day if kind == "date" else None
        return Mention(Span(start, start + len(words)), words, kind, value, id=name)  # type: ignore[arg-type]

    a = source(
        "A", first, mention(first, "Northern Accord", "organisation", "A1"), mention(first, "3 May 2020", "date", "A2")
    )
    b = source("B", second, mention(second, "NPA", "organisation", "B1"), mention(second, "3.5.2020", "date", "B2"))
    (known,) = aligned(a, b, {"A1": "E1", "B1": "E1"})
    assert known.a.source == "A" and known.b.passages == (0,)
    assert "Northern Accord" in known.reason and "3 May 2020" in known.reason
    unknown = aligned(a, b, {"A1": "E1", "B1": "E2"})
    assert not unknown or unknown[0].score < known.score


def test_values_are_equal_in_other_words_and_weigh_no_more_than_other_words() -> None:
    text = "Nine ferries of the Orsa line sank last month, 1,200 tons of coal with them."
    numbers = compare([Article.from_text(text, published="2020-03-04")]).sources[0]
    groups = groups_of(numbers, {})
    held = {text[start:end] for start, end, number in groups.stretches if number in groups.values}
    assert held == {"Nine", "last month", "1,200"}  # the unit is a word like others
    (words,) = groups.words([words_in_place(text, [Span(0, len(text))])[0]])
    own = Vocabulary([words], {str(number) for number in groups.values})
    hard = {word for word, telling in zip(own.words, own.hard.tolist(), strict=True) if telling}
    assert hard == {"orsa", "1200"}


def test_what_may_speak_of_one_thing_is_a_hint_to_the_ledger_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = (Article.from_text("\n\n".join(texts), key=key) for texts, key in ((A, "a"), (B, "b")))
    shown = compare([a, b])
    monkeypatch.setattr(alignment, "HARDLY", alignment.ALIGNED)
    assert compare([a, b]).alignments == shown.alignments
    monkeypatch.setattr(alignment, "HARDLY", 0.0)
    assert compare([a, b]).alignments == shown.alignments
    monkeypatch.setattr(alignment, "FAINT", 0.0)
    sources = compare([a, b]).sources
    hints = align_sources(sources, [], Memory())
    shown = surely(hints, Memory())
    assert len(shown) < len(hints) and min(link.score for link in shown) >= alignment.ALIGNED


def test_a_long_source_is_aligned_as_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    best = {i: j for i, j, _ in reversed(align_passages(A, B))}
    monkeypatch.setattr(alignment, "WHOLE_TABLE", 0)
    assert {i: j for i, j, _ in reversed(align_passages(A, B))} == best


def test_scores_stay_apart_however_high() -> None:
    same = ["The dam above Harlow gave way.", "Bakers of Velde sold 40 loaves.", "It rained in Dunmore on Sunday."]
    scores = {(i, j): score for i, j, score in align_passages(same, same)}
    assert 1 > scores[0, 0] > scores[1, 1] > 0.8


def test_boilerplate_and_repeats_are_left_out() -> None:
    line = "Volunteers fill sandbags beside the river Lune at Harlow on Monday. (AFP / ANA RUIZ)"
    text = f"Dam breaks\n\n{line}\n{line}\n\nThe dam above Harlow gave way.\n\nRead more: Dam breaks"
    a, b = source("A", text), source("B", text)
    pairs = {(x.a.passages[0], x.b.passages[0]) for x in aligned(a, b, {})}
    kinds = [p.kind for p in a.passages]
    assert all(kinds[i] != "boilerplate" and a.passages[i].repeats is None for pair in pairs for i in pair)
    assert all((kinds[i] == "caption") == (kinds[j] == "caption") for i, j in pairs)
    assert (1, 1) in pairs and (3, 3) in pairs


def test_every_alignment_has_a_plain_reason() -> None:
    found = compare([Article.from_text("\n".join(A)), Article.from_text("\n".join(B))]).alignments
    assert found
    assert all(x.reason and "_" not in x.reason for x in found)
    dam = next(x for x in found if x.a.passages == (0,) and x.b.passages == (1,))
    assert "Harlow" in dam.reason


def test_a_reason_quotes_a_name_with_its_hyphen_and_apostrophe() -> None:
    told = "The {} bakery of {} burned down on Monday."
    texts = told.format("al-Zafira", "Mayor Tim O'Grady"), told.format("al-Zafira", "Tim O'Grady")
    found = compare([Article.from_text(f"{text} It snowed in the hills.", key=text) for text in texts]).alignments
    assert "O'Grady" in found[0].reason and "al-Zafira" in found[0].reason
    assert "O Grady" not in found[0].reason and "al Zafira" not in found[0].reason


def test_first_official_meeting_on_the_seeds(seeds: list[Path]) -> None:
    articles = [Article.from_text(normalise(path.read_text(encoding="utf-8"))) for path in seeds]
    found = compare(articles)
    a, b = found.sources

    def words(source: ComparedSource, index: int) -> str:
        return source.passages[index].span.of(source.article.text)

    pairs = [(words(a, x.a.passages[0]), words(b, x.b.passages[0])) for x in found.alignments]
    assert any("first official and direct" in p and "first direct and official" in q for p, q in pairs)
    assert any("6,000-8,000" in p and "ten thousand" in q for p, q in pairs)


ODD = ["", " ", "x", "\0" * 50, "😀" * 50, "a" * 100_000, "1" * 100_000, "“" * 5_000, ". " * 5_000, "مرحبا", "的" * 500]


@pytest.mark.parametrize("a", ODD, ids=range(len(ODD)))
def test_odd_passages(a: str) -> None:
    for b in (a, "The dam broke.", ""):
        align_passages([a, "The dam broke."], [b, a])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=6), st.lists(st.text(max_size=40), max_size=6))
def test_any_lists(a: list[str], b: list[str]) -> None:
    for i, j, score in align_passages(a, b):
        assert 0 <= i < len(a) and 0 <= j < len(b) and 0.5 <= score <= 1


def test_cost_grows_with_length_only() -> None:
    def cost(times: int) -> int:
        a = [f"{A[n % 5]} Case {n}." for n in range(times)]
        b = [f"{B[n % 4]} Case {n * 7 % times}." for n in range(times)]
        return calls_of(lambda: align_passages(a, b))

    cost(10)
    assert cost(1_000) < 12 * cost(100)


def test_candidates_by_words_are_the_same_in_a_table_and_sorted(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"{A[n % 5]} Case {n % 13} of {n % 7}." for n in range(60)]
    left = NamedWords(Vocabulary([words_of(text) for text in texts]))
    right = NamedWords(Vocabulary([words_of(f"{B[n % 4]} Case {n % 11}.") for n in range(30)]))
    told = [held.tolist() for held in candidates.candidates(left, right)]
    assert len(told[0]) > 60 and max(told[0]) < 60 and max(told[1]) < 30
    monkeypatch.setattr(candidates, "ROOM", 0)
    assert [held.tolist() for held in candidates.candidates(left, right)] == told
    monkeypatch.setattr(candidates, "AT_ONCE", 10)
    assert [held.tolist() for held in candidates.candidates(left, right)] == told


def test_what_reasons_are_told_from_is_little_more_than_the_words_themselves() -> None:
    names = ["".join(letters) for letters in product("abcdefg", "lmnrs", "aeiou", "dgkpt")]
    text = " ".join(f"The {name}er of the {name}ing saw a {name}o near the {name}at." for name in names[:300])
    articles = [Article.from_text(text, key=key, language="en") for key in "ab"]
    alignments = compare(articles).alignments
    assert isinstance(alignments, Alignments) and alignments[0].reason
    assert len(pickle.dumps(alignments.found[0].grounds.left)) < 8 * len(text)  # thirty times with a vector a word


@pytest.mark.parametrize("together", [0, alignment.TOGETHER])
def test_sources_set_against_another_at_once_align_as_each_alone(
    together: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alignment, "TOGETHER", together)
    monkeypatch.setattr(alignment, "MOST_WORDS", 40)  # the third is a long one
    texts = (A, A[2:], A + [*B, "Sailors of Velde drank to the fallen bridge and its eleven builders."] * 2, [], B[:2])
    lefts = [NamedWords(Vocabulary([words_of(text) for text in held])) for held in texts]
    right = NamedWords(Vocabulary([words_of(text) for text in B]))
    across = [False, True, False, False, False]
    found = [pairs_of(pairs) for pairs in align_words(lefts, right, across, Nearness())]
    alone = [
        pairs_of(*align_words([left], right, [foreign], Nearness()))
        for left, foreign in zip(lefts, across, strict=True)
    ]
    assert found == alone
    assert [bool(pairs) for pairs in found] == [True, True, True, False, True]


def pairs_of(pairs: alignment.Pairs) -> list[tuple[int, int, float]]:
    return list(zip(pairs.ones.tolist(), pairs.others.tolist(), pairs.scores.tolist(), strict=True))
