"""Bring what is counted and measured to a form two texts can be compared in."""

from __future__ import annotations

from reader.mentions.values import Duration, Quantity


def comparable_unit(value: Quantity | Duration) -> str:
    """The unit two values compare in: "metre", an ISO code, "%" (shares too), "day" for durations, "" for counts."""
    if isinstance(value, Duration):
        return "day"
    return "%" if is_share(value) else value.base_unit or value.unit


def is_share(value: Quantity) -> bool:
    """Whether it is a part of a whole said as a fraction ("half", "two-thirds")."""
    return not value.unit and value.high is not None and 0 < value.high < 1


def comparable_ends(value: Quantity | Duration) -> tuple[float | None, float | None]:
    """Low and high in `comparable_unit`; None at an open end."""
    if isinstance(value, Duration):
        return value.low_days, value.high_days
    if is_share(value):
        return None if value.low is None else 100 * value.low, None if value.high is None else 100 * value.high
    return (value.base_low, value.base_high) if value.base_unit else (value.low, value.high)
