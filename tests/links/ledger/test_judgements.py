"""Values judged against each other: quantities, dates and quotations on their own, without a text around them."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.links.ledger.judging.quotations import judge_quotations
from reader.links.ledger.verdicts import judge_dates, judge_values, reach
from reader.mentions import DateReading, DateValue, Duration, Quantity, Quotation


def exactly(value: float, **more: object) -> Quantity:
    return Quantity(value, value, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (exactly(17), exactly(17), "agree"),
        (exactly(17), exactly(19), "differ"),
        (exactly(300, approximate=True, precision=50), exactly(297), "agree"),
        (exactly(30, approximate=True, precision=5), exactly(85), "differ"),
        (exactly(12000, precision=500), exactly(11870, precision=5), "compatible"),
        (exactly(40, precision=5), exactly(38), "differ"),
        (Quantity(6000, 8000), exactly(10000), "differ"),
        (Quantity(6000, 8000), exactly(7000), "compatible"),
        (Quantity(6000, 8000), Quantity(6000, 8000), "agree"),
        (Quantity(40, None, bound="at least"), exactly(46), "compatible"),
        (Quantity(500, None, bound="more than"), exactly(320), "differ"),
        (Quantity(None, 200, bound="at most"), exactly(1500), "differ"),
        (Quantity(200, None, bound="more than"), Quantity(200, None, bound="more than"), "agree"),
        (Quantity(6000, 8000), Quantity(None, 10000, bound="at most", hedges=("sometimes reaches",)), "differ"),
        (Duration(2, 2, "day", low_days=2, high_days=2), Duration(48, 48, "hour", low_days=2, high_days=2), "agree"),
    ],
)
def test_quantities(a: Quantity, b: Quantity, verdict: str) -> None:
    for left, right in ((a, b), (b, a)):
        judged = judge_values(left, right)
        assert judged is not None
        assert judged.verdict == verdict, judged


def test_miles_and_kilometres_agree_within_what_was_said() -> None:
    miles = exactly(62, unit="mile", precision=0.5, base_unit="m", base_low=99779.3, base_high=99779.3)
    kilometres = exactly(100, unit="kilometre", precision=0.5, base_unit="m", base_low=100000.0, base_high=100000.0)
    further = exactly(160, unit="kilometre", precision=0.5, base_unit="m", base_low=160000.0, base_high=160000.0)
    near, far = judge_values(miles, kilometres), judge_values(miles, further)
    assert near and near.verdict == "agree" and "converted" in near.reason
    assert far and far.verdict == "differ"


def test_a_quantity_without_a_value_is_not_judged() -> None:
    assert judge_values(Quantity(None, None), exactly(3)) is None


def day(year: int, month: int, of_month: int) -> DateValue:
    found = date(year, month, of_month)
    return DateValue(found, found, found.isoformat())


MARCH = DateValue(date(2016, 3, 1), date(2016, 3, 31), "2016-03", "month")
AMBIGUOUS = DateValue(
    date(2016, 4, 3), date(2016, 4, 3), "2016-04-03",
    alternatives=(DateReading(date(2016, 3, 4), date(2016, 3, 4), "2016-03-04"),),
)  # fmt: skip
UNPLACED = DateValue(None, None, "", relative=True, resolved=False)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (day(2016, 3, 4), day(2016, 3, 4), "agree"),
        (day(2016, 3, 4), day(2016, 3, 5), "differ"),
        (MARCH, day(2016, 3, 5), "compatible"),
        (MARCH, day(2016, 4, 5), "differ"),
        (AMBIGUOUS, day(2016, 3, 4), "compatible"),
        (AMBIGUOUS, day(2016, 5, 4), "differ"),
        (UNPLACED, day(2016, 5, 4), None),
        (DateValue(None, None, "XXXX-10-01", resolved=False), day(2016, 10, 1), "compatible"),
        (DateValue(None, None, "XXXX-10-01", resolved=False), day(2016, 10, 2), "differ"),
    ],
)
def test_dates(a: DateValue, b: DateValue, verdict: str | None) -> None:
    for left, right in ((a, b), (b, a)):
        judged = judge_dates(left, right)
        assert (judged.verdict if judged else None) == verdict


@pytest.mark.parametrize(
    ("a", "b", "same_speaker", "verdict"),
    [
        ("We shall rebuild every house", "we shall rebuild every house.", True, "agree"),
        ("We shall rebuild every house before winter", "rebuild every house", None, "agree"),
        ("We will not open the gates", "We will open the gates", True, "differ"),
        ("We won’t open the gates", "We will not open the gates", True, "agree"),
        ("We counted 40 wounded in the first hour", "We counted 14 wounded in the first hour", True, "differ"),
        ("There is no water in the valley", "There is no water in the valley", False, "differ"),
        ("strong", "strong", False, "same form only"),
        ("The budget is the best we could hope for", "My daughter plays the violin", True, None),
        ("of the town and of the river in the night", "and of the bread in the morning the", None, None),
    ],
)
def test_quotations(a: str, b: str, same_speaker: bool | None, verdict: str | None) -> None:
    judged = judge_quotations(Quotation(a), Quotation(b), same_speaker=same_speaker)
    assert (judged.verdict if judged else None) == verdict


_SIZES = st.tuples(st.floats(0.1, 1e4), st.sampled_from([1.0, 1.05, 1.3]), st.booleans(), st.sampled_from(["", "mile"]))


@settings(max_examples=200, deadline=None)
@given(st.lists(_SIZES, min_size=2, max_size=2))
def test_values_out_of_reach_never_agree(sizes: list[tuple[float, float, bool, str]]) -> None:
    a, b = (
        Quantity(x, x * y, about, unit=unit, precision=0.5, base_unit="metre", base_low=x, base_high=x * y)
        for x, y, about, unit in sizes
    )
    judged = judge_values(a, b)
    (low, high), (other_low, other_high) = reach(a), reach(b)
    assert judged is None or judged.verdict != "agree" or (low <= other_high and other_low <= high)


def test_days_out_of_reach_never_agree() -> None:
    days = [date(2024, 5, n) for n in (1, 2, 3)]
    dates = [DateValue(low, high, f"{low}/{high}") for low in days for high in days if low <= high]
    for a in dates:
        for b in dates:
            (low, high), (other_low, other_high) = reach(a), reach(b)
            judged = judge_values(a, b)
            assert judged is None or judged.verdict != "agree" or (low <= other_high and other_low <= high)
    assert reach(DateValue(None, None, "XXXX-05-01", resolved=False)) == (-math.inf, math.inf)
