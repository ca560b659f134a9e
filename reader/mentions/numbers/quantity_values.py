"""Turn what the grammar read into values that can be compared: bounds, precision, base units, days."""

from __future__ import annotations

from reader.mentions.numbers.amount import Amount
from reader.mentions.values import Bound, Duration, Quantity
from reader.mentions.words.vocabulary import units

_CENTS = 100.0


def value_of(
    low: Amount, high: Amount | None, bound: Bound, approximate: bool, counted: str, hedges: tuple[str, ...]
) -> Quantity | Duration:
    """The value of one amount or of the range between two."""
    vague = low.number.approximate or (high is not None and high.number.approximate)
    below: float | None = low.number.low
    above: float | None = (high or low).number.high
    if bound in ("more than", "at least") and high is None:
        above = None
    elif bound in ("less than", "at most") and high is None:
        below, above = None, low.number.high
    if low.kind == "duration":
        factor = units()[low.key][2]
        days = [None if end is None else end * factor for end in (below, above)]
        return Duration(below, above, low.unit, approximate or vague, bound, days[0], days[1])
    base, factor, offset = _base(low)
    ends = [None if end is None or not base else end * factor + offset for end in (below, above)]
    return Quantity(
        below, above, approximate or vague, bound, low.unit, counted, (high or low).number.precision, hedges,
        base, ends[0], ends[1],
    )  # fmt: skip


def _base(amount: Amount) -> tuple[str, float, float]:
    """Base unit, factor and offset; cents count in their currency."""
    if amount.kind == "money":
        return (amount.key, 1 / _CENTS, 0.0) if amount.key else (amount.unit, 1.0, 0.0)
    if amount.key:
        _, base, factor, offset = units()[amount.key]
        return base, factor, offset
    return "", 1.0, 0.0
