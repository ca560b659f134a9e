"""Work is stopped soon after it is asked to, in every part of the analysis."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

import pytest

from reader.errors import AnalysisStopped
from reader.links import compare
from reader.links.names.tables import _territories
from reader.mentions.entities.lists.gazetteer import longest_place, places
from reader.stopping import checkpoint, stoppable, watched
from reader.text import Article

PARAGRAPH = (
    "On 3 May 2031 the mayor of Ostrel, Lena Marr, said that 17 houses burnt. “We saw it,” said Karim Solen.\n\n"
)


def _articles() -> list[Article]:
    return [Article.from_text(PARAGRAPH * 40, key="a"), Article.from_text("Later, " + PARAGRAPH * 40, key="b")]


def test_every_part_of_the_work_asks_often_whether_it_is_still_wanted() -> None:
    asked: dict[str, int] = {}
    part = [""]

    def ask() -> bool:
        asked[part[0]] = asked.get(part[0], 0) + 1
        return False

    compare(_articles(), progress=lambda _, what: part.__setitem__(0, what), should_stop=ask)
    assert asked["Reading names, numbers and dates"] > 200
    assert asked["Aligning passages"] > 100
    assert asked["Weighing what agrees and what differs"] > 100


@pytest.mark.parametrize("after", [0, 10, 150, 900])
def test_it_stops_at_the_next_question(after: int) -> None:
    asked = []
    with pytest.raises(AnalysisStopped):
        compare(_articles(), should_stop=lambda: bool(asked.append(1)) or len(asked) > after)
    assert len(asked) == after + 1


def test_outside_such_work_nobody_is_asked() -> None:
    asked = []
    with stoppable(lambda: asked.append(1)):
        checkpoint()
    checkpoint()
    assert asked == [1]


TOWNS = ("Ostrel", "Marvik", "Solbrek", "Tannau", "Ivendal", "Kurost", "Belmar", "Hadrin", "Poleva")
NAMES = ("Marr", "Solen", "Dravic", "Ketting", "Orlund", "Vasko", "Pemble", "Rasto", "Ilves", "Quoll", "Tamber")
THINGS = ("houses", "boats", "families", "bridges", "lorries", "orchards", "barns")


def _long(seed: int) -> Article:
    """Sentences that differ, each with names, numbers and a date."""
    told = [
        f"On {n % 27 + 1} May {2001 + n % 19} Lena {NAMES[n % 11]}, mayor of {TOWNS[n % 9]}, said that {n * 37 + seed} "
        f"{THINGS[n % 7]} between {TOWNS[n % 5]} and {TOWNS[n % 8]} were lost to the water, {n % 83 + 2}% of all."
        for n in range(seed, seed + 90)
    ]
    return Article.from_text("\n\n".join(" ".join(told[at : at + 6]) for at in range(0, 90, 6)), key=f"long{seed}")


def test_little_of_the_work_lies_between_two_questions() -> None:
    compare([_long(500), _long(501)])  # what is loaded once is no part of the work
    articles = [_long(3), _long(30)]
    done, last, longest = 0, 0, 0

    def count(*_: object) -> None:
        nonlocal done
        done += 1

    def ask() -> bool:
        nonlocal last, longest
        longest, last = max(longest, done - last), done
        return False

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        compare(articles, should_stop=ask)
    finally:
        sys.setprofile(before)
    assert done > 200_000
    assert max(longest, done - last) < 0.02 * done, longest / done


@pytest.mark.parametrize("table", [places, longest_place, _territories])
def test_questions_are_asked_while_a_long_table_is_read(table: Callable[[], object]) -> None:
    asked: list[int] = []
    with stoppable(lambda: asked.append(1)):
        held = table.__wrapped__()  # type: ignore[attr-defined]
    assert held == table()
    assert len(asked) >= 10


def test_no_search_for_dead_cycles_holds_up_a_question_and_none_is_needed() -> None:
    compare(_articles())
    gc.collect()
    searching = []
    compare(_articles(), should_stop=lambda: bool(searching.append(gc.isenabled())))
    assert not any(searching) and gc.isenabled()
    assert gc.collect() == 0


def test_watched_steps_are_all_taken_and_asked_about_now_and_then() -> None:
    asked = []
    with stoppable(lambda: asked.append(1)):
        assert list(watched(range(40), every=16)) == list(range(40))
    assert len(asked) == 3
