"""The map between places of two texts: monotone, through the best chain, the reader's own matches first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.stepping import at_once
from reader.text import Span
from reader.ui.panes.linked.scroll_map import ScrollMap, Tie, chaining


def tie(a: int, b: int, weight: float = 1.0, *, length: int = 10, manual: bool = False) -> Tie:
    return Tie(Span(a, a + length), Span(b, b + length), weight, manual)


def best_chain(ties: list[Tie]) -> list[Tie]:
    return at_once(chaining(ties))


def test_without_ties_lengths_correspond() -> None:
    mapped = ScrollMap([], 100, 400)
    assert mapped.forward(25) == 100
    assert mapped.backward(100) == 25


def test_inside_and_between_ties_is_interpolated() -> None:
    mapped = ScrollMap(best_chain([tie(0, 100), tie(50, 200)]), 100, 300)
    assert mapped.forward(50) == 200
    assert mapped.forward(55) == 205
    assert mapped.forward(30) == (110 + 200) / 2


def test_a_long_gap_in_one_text_only_does_not_make_the_other_leap() -> None:
    mapped = ScrollMap(best_chain([tie(0, 0, length=100), tie(102, 1102, length=100)]), 202, 1202)
    assert mapped.forward(102) == 1102
    steps = [mapped.forward(n + 1) - mapped.forward(n) for n in range(202)]
    assert max(steps) < 12


def test_the_heaviest_chain_wins_over_a_crossing_tie() -> None:
    crossing = tie(5, 80, 0.9)
    ties = [tie(20, 10, 0.8), crossing, tie(40, 30, 0.8), tie(60, 50, 0.8)]
    assert crossing not in best_chain(ties)
    assert len(best_chain(ties)) == 3


def test_the_readers_own_match_removes_what_crosses_it() -> None:
    own = tie(10, 80, 0.1, manual=True)
    machine = [tie(20, 10), tie(40, 30), tie(60, 95)]
    assert best_chain([own, *machine]) == [own, tie(60, 95)]


def test_of_two_crossing_own_matches_the_later_wins() -> None:
    first, second = tie(10, 80, manual=True), tie(40, 20, manual=True)
    assert best_chain([first, second]) == [second]


def test_several_weak_ties_do_not_outvote_a_sure_one() -> None:
    sure = tie(20, 80, 0.8)
    assert sure in best_chain([tie(0, 5, 0.5), tie(20, 30, 0.5), sure, tie(40, 50, 0.5), tie(60, 100, 0.5)])


def test_one_to_many_keeps_one() -> None:
    chain = best_chain([tie(10, 10, 0.9), tie(10, 40, 0.5), tie(30, 60, 0.9)])
    assert [(t.a.start, t.b.start) for t in chain] == [(10, 10), (30, 60)]


spans = st.tuples(st.integers(0, 900), st.integers(1, 60)).map(lambda p: Span(p[0], p[0] + p[1]))
ties = st.lists(st.builds(Tie, spans, spans, st.floats(0.05, 1), st.booleans()), max_size=40)


@given(ties)
def test_any_map_runs_forwards_and_comes_back(given_ties: list[Tie]) -> None:
    mapped = ScrollMap(best_chain(given_ties), 1000, 1000)
    places = [mapped.forward(n) for n in range(0, 1001, 7)]
    assert places == sorted(places)
    assert all(abs(mapped.backward(mapped.forward(n)) - n) < 1e-6 for n in range(0, 1001, 7))
    assert (mapped.forward(0), mapped.forward(1000)) == (0, 1000)


@given(ties)
def test_the_chain_is_as_heavy_as_trying_everything(given_ties: list[Tie]) -> None:
    few = [t for t in given_ties if not t.manual][:9]

    def weight(chain: list[Tie]) -> float:
        return sum(t.weight**4 * min(len(t.a), len(t.b)) ** 0.5 for t in chain)

    def best(chain: list[Tie], rest: list[Tie]) -> float:
        found = weight(chain)
        for t in rest:
            if not chain or (chain[-1].a.end <= t.a.start and chain[-1].b.end <= t.b.start):
                found = max(found, best([*chain, t], [r for r in rest if r is not t]))
        return found

    assert abs(weight(best_chain(few)) - best([], few)) < 1e-9


@pytest.mark.timeout(60)
def test_ten_thousand_ties_end_in_time() -> None:
    many = [tie(n * 20, (n * 7919) % 10_000 * 20) for n in range(10_000)]
    ScrollMap(best_chain(many), 200_000, 200_000)


@pytest.mark.parametrize("own", [0, 1])
def test_many_ties_are_gone_through_bit_by_bit(own):
    ties = [Tie(Span(n * 10, n * 10 + 9), Span(n * 10, n * 10 + 9), 0.5) for n in range(6000)]
    ties += [Tie(Span(70_000, 70_009), Span(70_000, 70_009), 1.0, manual=True)] * own
    asked, most = [0], 0

    def told():
        for tie in ties:
            asked[0] += 1
            yield tie

    steps, before = chaining(told()), 0
    for _ in steps:
        most, before = max(most, asked[0] - before), asked[0]
    assert asked[0] == len(ties) and most < len(ties) / 10
    assert at_once(chaining(ties)) == ties
