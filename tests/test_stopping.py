"""Work is stopped soon after it is asked to, in every part of the analysis."""

from __future__ import annotations

import pytest

from reader.errors import AnalysisStopped
from reader.links import compare
from reader.stopping import checkpoint, stoppable
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
