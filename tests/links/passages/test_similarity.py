"""How far two passages say the same."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.links import passage_similarity
from reader.links.passages import nearness, similarity
from reader.links.passages.embedding import multiplied, word_vectors
from reader.links.passages.lexicon import Word, folded, stem, words_of
from reader.links.passages.measured import MeasuredWords
from reader.links.passages.named import NamedWords
from reader.links.passages.nearness import Nearness
from reader.links.passages.similarity import all_scores, chosen_scores
from reader.links.passages.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "nearer", "farther"),
    [
        ("The blaze destroyed a warehouse.", "Fire burned down the depot.", "A minister opened a school."),
        ("Troops left the city on Tuesday.", "Soldiers withdrew from the town on Tuesday.", "Rain fell on Sunday."),
        ("Gunmen attacked a bank in Tolin.", "Armed men raided a Tolin bank.", "Fishermen sold a boat in Ostby."),
        ("The quake had a magnitude of 6.1.", "A magnitude 6.1 earthquake struck.", "The talks took 6.5 hours."),
    ],
)
def test_meaning_names_days_and_numbers_count(text: str, nearer: str, farther: str) -> None:
    assert passage_similarity(text, nearer) > 0.3
    assert passage_similarity(text, nearer) > passage_similarity(text, farther) + 0.1


def test_another_day_or_number_is_farther() -> None:
    text = "Troops left the city on Tuesday."
    assert passage_similarity(text, text.replace("Tuesday", "Sunday")) < 0.8
    assert passage_similarity("All 40 died.", "All 40 died.") > passage_similarity("All 40 died.", "All 41 died.") + 0.1


def test_the_same_words_are_1_and_nothing_is_0() -> None:
    assert passage_similarity("The dam broke at dawn.", "the dam broke at DAWN") == pytest.approx(1)
    assert passage_similarity("", "The dam broke.") == 0
    assert passage_similarity("...", "!!!") == 0


def test_small_words_alone_do_not_make_passages_alike() -> None:
    assert passage_similarity("He said that it was the end of it.", "She said that there was a lot of it.") < 0.6
    assert passage_similarity("The dam of the valley", "The price of the bread") < 0.45


def test_other_spellings_and_scripts_of_a_name_are_near() -> None:
    other = passage_similarity("Karimzadeh resigned", "Novotny resigned")
    assert passage_similarity("Karimzadeh resigned", "Karimzade resigned") > other + 0.2
    assert passage_similarity("Karimzadeh", "Каримзаде") > 0.4


def test_it_is_symmetric() -> None:
    a, b = "The council sacked its mayor on Monday.", "On Monday the mayor was dismissed."
    assert passage_similarity(a, b) == pytest.approx(passage_similarity(b, a), abs=1e-5)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_gives_a_share(a: str, b: str) -> None:
    assert 0 <= passage_similarity(a, b) <= 1.0001


def test_stems() -> None:
    assert (
        stem("cities") == stem("city")
        and stem("stopped") == stem("stop")
        and stem("voted") == stem("voting") == stem("vote")
    )
    assert stem("glass") == "glass"
    assert folded("6,000") == "6000" and folded("48.5") == "48.5" and folded("Élysée") == "elysee"


def test_word_vectors_tell_more_of_rarer_words() -> None:
    the, bridge, unknown = (float((row**2).sum()) for row in word_vectors().vectors(["the", "bridge", "Ω"]))
    assert the < bridge and unknown == 0


def test_words_are_measured_alike_whatever_was_measured_before() -> None:
    texts = (
        ["bridge", "the", "bridge"],
        ["Ω", "quay", "the", "x" * 90],
        [f"word{n}" for n in range(9)],
        ["the", "quay"],
    )
    kept = MeasuredWords(word_vectors(), most=5)  # room for two of the texts, and none for the third
    for words in (*texts, *reversed(texts)):
        fresh = MeasuredWords(word_vectors()).of(words)
        for held, made in zip(kept.of(words), fresh, strict=True):
            assert len(held) == len(words) and np.array_equal(held, made)


def test_a_product_in_pieces_is_the_product_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(5)
    left, right = (random.random(shape, dtype=np.float32) for shape in ((131, 192), (192, 517)))
    made = []
    for threads in ("1", "4"):
        monkeypatch.setenv("OPENBLAS_NUM_THREADS", threads)
        made.append(multiplied(left, right))
    assert np.allclose(*made, rtol=1e-5) and np.allclose(made[0], left.astype(float) @ right, rtol=1e-5)


@pytest.mark.parametrize(("first", "told"), [("reader.links", True), ("numpy", False)])
def test_the_analysis_keeps_to_one_thread_unless_numpy_is_there_already(first: str, told: bool) -> None:
    free = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    code = f"import {first}, reader.links; from reader.threads import on_one_thread; print(on_one_thread())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=free)
    assert done.stdout.strip() == str(told)


def test_entering_the_room_loads_nothing_heavy() -> None:
    code = "import sys, reader.links; print([m for m in ('nupunkt', 'numpy', 'rapidfuzz') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_all_pairs_at_once_score_as_one_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["The dam broke on Tuesday.", "", "Bakers of Velde sold 40 loaves.", "It rained on Sunday."]
    other = ["...", "On Monday the dam of Velde gave way.", "Forty loaves were sold, 40 in all.", "Rain on Sunday."]
    left, right = (NamedWords(Vocabulary([words_of(text) for text in held])) for held in (texts, other))
    ones, others = np.repeat(np.arange(4), 4), np.tile(np.arange(4), 4)
    whole = np.array(all_scores([left, right], right, Nearness()))
    monkeypatch.setattr(similarity, "AT_ONCE", 500)
    for side, scored in ((left, whole[:, :4]), (right, whole[:, 4:])):
        assert np.array(chosen_scores(side, right, ones, others)).reshape(2, 4, 4) == pytest.approx(scored, abs=1e-4)
    alike, shared = whole
    assert alike[0, 1] > 0.2 and alike[0, 0] == alike[1, 1] == 0
    assert shared[0, 1] > 0.2 and shared[0, 0] == shared[1, 1] == 0


def test_nearness_of_words_is_the_same_whatever_is_kept() -> None:
    texts = ["The dam broke on Tuesday.", "Bakers of Velde sold 40 loaves.", "Hezbollah denied it.", "Hizbollah did."]
    sides = [NamedWords(Vocabulary([words_of(text)])) for text in texts]
    kept = Nearness()
    for side in sides[1:]:
        kept.take_in([side])
        kept.between(sides[1], side)
    kept.take_in(sides)
    for left, right in combinations(sides, 2):
        for one, another in zip(kept.between(left, right), Nearness().between(left, right), strict=True):
            assert one.shape == another.shape and (abs(one - another) <= 1).all()
    here, there = kept.between(sides[2], sides[3])
    assert here[[key[0] for key in sides[2].keys].index("hezbollah"), 0] > 0.4 * nearness.FULL
    assert there.shape == (len(sides[3].keys), 2)


def test_what_is_kept_needs_not_hold_all_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["The dam broke on Tuesday.", "On Tuesday a dam gave way.", "Rain fell on the dam for a week."]
    sides = [NamedWords(Vocabulary([words_of(text)])) for text in texts]
    whole = Nearness()
    whole.take_in(sides)
    wanted = [all_scores([one], other, whole).alike.item() for one, other in combinations(sides, 2)]
    monkeypatch.setattr(nearness, "MOST_WORDS", 8)
    part = Nearness()
    part.take_in(sides)
    found = [all_scores([one], other, part).alike.item() for one, other in combinations(sides, 2)]
    assert found == pytest.approx(wanted, abs=1e-4) and min(found) > 0.1


def test_two_names_of_one_entity_may_have_a_word_in_common() -> None:
    said = [("Olena 1", "Marchuk 1", "spoke"), ("Marchuk 2", "rested", "today"), ("rain", "fell")]
    other = [("the", "chair 1", "rested"), ("thunder", "rolled"), ("somebody", "spoke")]
    left, right = (
        Vocabulary([[Word(*word.split()) for word in passage] for passage in held]) for held in (said, other)
    )
    names = NamedWords(left, ["", "E1", "E1"]), NamedWords(right, ["", "E1"])
    ones, others = np.repeat(np.arange(3), 3), np.tile(np.arange(3), 3)
    whole = all_scores(names[:1], names[1], Nearness()).alike
    assert chosen_scores(*names, ones, others).alike.reshape(3, 3) == pytest.approx(whole, abs=1e-4)
    apart = all_scores([NamedWords(left, ["", "E1", "E2"])], names[1], Nearness()).alike
    assert whole[1, 0] > apart[1, 0] + 0.1 and whole[0, 0] == pytest.approx(apart[0, 0], abs=1e-4)


def test_words_of_sources_that_are_gone_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["The dam broke.", "Bakers sold loaves.", "A ferry sank.", "Two sailors drowned."]
    sides = [NamedWords(Vocabulary([words_of(text)])) for text in texts]
    monkeypatch.setattr(nearness, "MOST_WORDS", 7)
    kept, worked_out, compared = Nearness(), nearness.likeness, list[int]()

    def counted(meant: np.ndarray, *others: np.ndarray) -> np.ndarray:
        compared.append(meant.size)
        return worked_out(meant, *others)

    monkeypatch.setattr(nearness, "likeness", counted)
    for asked in (sides[:2], sides[2:]):
        kept.take_in(asked)
        compared.clear()
        kept.between(*asked)
        assert not compared
    kept.between(sides[0], sides[2])
    assert compared


def test_two_words_are_compared_in_one_direction_only(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    worked_out = nearness.likeness

    def counted(meant: np.ndarray, *others: np.ndarray) -> np.ndarray:
        nonlocal compared
        compared += meant.size
        return worked_out(meant, *others)

    monkeypatch.setattr(nearness, "likeness", counted)
    ends = [one + other for one in "abdefgilmnoprstu" for other in "aeiolnrstmbcdfgh"]
    texts = [" ".join(letter + end for end in ends) for letter in ("kla", "mue", "tos", "vri")]
    sides = [NamedWords(Vocabulary([words_of(text)])) for text in texts]
    Nearness().take_in(sides)
    words = sum(len(side.own.keys) for side in sides)
    assert words > 800 and compared < 0.6 * words**2
