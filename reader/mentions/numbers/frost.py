"""Turn degrees below zero into negative ones: 20 degrees below zero, 20 grados bajo cero, sıfırın altında 20 derece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.mentions.items import Items
from reader.mentions.numbers.amounts import Amount

if TYPE_CHECKING:
    from reader.mentions.numbers.ranges import Found

_DEGREES = "temperature-"
_FAHRENHEIT = "temperature-fahrenheit"  # whose nought is not where water freezes


def below_zero(items: Items, codes: str, found: Found) -> Found:
    """The same quantity, below zero where the words behind it say so."""
    end = _end(items, codes, found.last)
    if end == found.last or not all(_cold(amount) for amount in (found.first, found.high) if amount is not None):
        return found
    last, high = found.high or found.first, found.high and _negative(found.first)
    place = items[end - 1].end
    return found._replace(first=_negative(last)._replace(end=place), high=high, end=place, last=end)


def _end(items: Items, codes: str, at: int) -> int:
    """The item behind "bajo cero" or "below zero" that begins at `at`, else `at`."""
    if codes[at : at + 1] == "Z":
        return at + 1
    return at + 2 if codes[at : at + 2] == "<N" and items[at + 1].data.low == 0 else at


def _cold(amount: Amount) -> bool:
    degrees = amount.key.startswith(_DEGREES) and amount.key != _FAHRENHEIT
    return amount.number.low > 0 and (degrees or (amount.bare and amount.kind == "number"))


def _negative(amount: Amount) -> Amount:
    number = amount.number._replace(low=-amount.number.high, high=-amount.number.low, digits="")
    if amount.unit:
        return amount._replace(number=number)
    return amount._replace(number=number, kind="quantity", unit="degree", key="temperature-generic", bare=False)
