"""Of many cards only those that are looked at are measured."""

from __future__ import annotations

from reader.ui.docks.cards.heights import CardHeights


def test_cards_are_measured_when_they_are_looked_at():
    measured: list[int] = []

    def height_of(value: int) -> int:
        measured.append(value)
        return 10 if value < 100 else 30

    held = CardHeights(height_of, lambda: range(5000))
    held.begin()
    assert len(measured) < 100 and len(held) == 5000 and held.tops[-1] == 50_000
    rows = held.between(40_000, 40_100)
    assert rows == range(4000, 4011) and not any(map(held.known, rows))
    held.measure(rows)
    assert measured[-len(rows) :] == list(rows) and all(map(held.known, rows))
    assert held.heights[4000:4011] == [30] * 11 and held.row_at(held.tops[4005] + 29) == 4005
    held.forget([4003])
    assert not held.known(4003) and held.known(4004)


def test_no_cards_and_a_new_list_of_cards():
    cards: list[int] = []
    held = CardHeights(lambda value: value, lambda: cards)
    held.begin()
    assert held.tops == [0] and list(held.between(0, 500)) == []
    cards.extend([7, 9])
    held.begin()
    assert held.tops == [0, 7, 16] and held.between(8, 500) == range(1, 2)
    cards[1] = 20
    held.measure([1])
    assert held.tops == [0, 7, 27]
