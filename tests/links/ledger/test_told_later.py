"""Three accounts of one event, the last told months later: what befell people and what things cost stays one row."""

from __future__ import annotations

import pytest

from reader.links import LedgerRow, compare
from reader.text import Article
from tests.links.ledger.claimed import claims_of

_FIRST = """The city of Orvane has closed its cable car after a cabin fell on Tuesday, the transport office said.
One passenger was killed and 12 were hurt, three of them seriously.
The tickets sold since June 2019 at 45 euros each are void; holders will get their money back.
A pin that costs three euros broke under 900 kilograms, a test of the office showed.
"We ask for forgiveness," said the manager of the cable car, Ida Brenk.
"""
_SECOND = """For want of a pin worth three euros a baker died in Orvane.
Since the cabin of the cable car fell on 4 May 2021, the number of injured has risen to 16, five gravely.
"We ask for forgiveness," said Ida Brenk, who runs the cable car.
Whoever wants back the 45 euros must bring the ticket to the town hall of Orvane and wait.
A machinist showed us how the pin gives way at 700 kilograms.
"""
_LAST = """The fall of a cabin on 4 May weighed on our result. We deplore one death and 18 injuries.
Customers are repaid the full 45 euros for each ticket. The accident will cost 1.4 million euros.
Revenue fell 30 percent to 2 million euros.
Ida Brenk left the cable car on 30 June; the town of Orvane has appointed Per Holm.
"""


@pytest.fixture(scope="module")
def rows() -> list[LedgerRow]:
    told = zip((_FIRST, _SECOND, _LAST), "abc", ("2021-05-05", "2021-05-20", "2021-07-15"), strict=True)
    ledger = compare([Article.from_text(text, key=key, published=day) for text, key, day in told]).ledger
    return [row for row in ledger if row.kind == "quantity" and len(row.cells) > 1]


@pytest.mark.parametrize(
    ("said", "verdict", "voices"),
    [("18 injuries", "differ", 3), ("45 euros", "agree", 3), ("one death", "agree", 2), ("three euros", "agree", 2)],
)
def test_one_row(rows: list[LedgerRow], said: str, verdict: str, voices: int) -> None:
    assert [(row.verdict, len(row.cells)) for row in rows if said in row.reason] == [(verdict, voices)]


def test_how_many_were_gravely_hurt(rows: list[LedgerRow]) -> None:
    assert [row.verdict for row in rows if "three" in row.reason and "five" in row.reason] == ["differ"]


def test_sums_ten_times_larger_are_of_other_things(rows: list[LedgerRow]) -> None:
    assert not [row for row in rows if "1.4 million" in row.reason]


def test_what_has_grown_since_then_is_no_total() -> None:
    (claim,) = claims_of("Since then the number of injured has grown to 23.")
    assert not claim.cumulative


def test_years_later_it_is_another_event() -> None:
    days = zip((_FIRST, _LAST), "ab", ("2021-05-05", "2024-07-15"), strict=True)
    ledger = compare([Article.from_text(text, key=key, published=day) for text, key, day in days]).ledger
    assert not [row for row in ledger if "18 injuries" in row.reason and len(row.cells) > 1]
