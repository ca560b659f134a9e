"""The numbers of a comparison as rows to plot: one a counted thing, one bar a source, one line a value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from reader.links import Comparison, LedgerRow, Verdict
from reader.mentions import Mention, Quantity, comparable_ends, comparable_unit

LINE = 0.5
"""How much of the height of a row one line of bars takes."""


@dataclass(frozen=True)
class NumberBar:
    """What one source says: an interval with perhaps an open end, in the unit of the group."""

    source: str
    low: float
    high: float
    open_low: bool
    open_high: bool
    approximate: bool
    words: str


@dataclass(frozen=True)
class NumberRow:
    """One counted thing with all that the sources say of it."""

    row: str
    label: str
    verdict: Verdict
    reason: str
    bars: tuple[NumberBar, ...]

    @cached_property
    def lines(self) -> list[list[NumberBar]]:
        """The bars line by line: those that say the same share one."""
        lines: dict[NumberBar, list[NumberBar]] = {}
        for bar in self.bars:
            lines.setdefault(replace(bar, source="", words=""), []).append(bar)
        return list(lines.values())

    @property
    def height(self) -> float:
        """How high it stands, in rows of one or two lines."""
        return max(1.0, LINE * len(self.lines) + 0.4)


def number_groups(comparison: Comparison) -> dict[str, list[NumberRow]]:
    """Rows by what they measure ("counts", "%", "USD", "metre"), rows that differ first; the fullest group first."""
    mentions = {m.id: m for source in comparison.sources for m in source.mentions}
    groups: dict[str, list[NumberRow]] = {}
    for row in sorted(comparison.ledger, key=lambda row: -row.importance):
        if row.kind != "quantity":
            continue
        found = _number_row(row, mentions)
        if found:
            groups.setdefault(found[0], []).append(found[1])
    return dict(sorted(groups.items(), key=lambda held: _weight(held[1]), reverse=True))


def _weight(rows: list[NumberRow]) -> tuple[int, int]:
    return sum(row.verdict != "only" for row in rows), len(rows)


def _number_row(row: LedgerRow, mentions: dict[str, Mention]) -> tuple[str, NumberRow] | None:
    unit = ""
    bars: dict[NumberBar, NumberBar] = {}
    for source, ids in row.cells.items():
        for mention_id in ids:
            mention = mentions.get(mention_id)
            if mention is None or not isinstance(mention.value, Quantity):
                continue
            bar = _bar(source, mention, mention.value)
            if bar is not None and (alike := replace(bar, words="")) not in bars:
                unit = comparable_unit(mention.value) or "counts"
                bars[alike] = bar
    if not bars:
        return None
    return unit, NumberRow(row.id, row.label, row.verdict, row.reason, tuple(bars.values()))


def _bar(source: str, mention: Mention, value: Quantity) -> NumberBar | None:
    low, high = comparable_ends(value)
    known = [end for end in (low, high) if end is not None]
    if not known:
        return None
    return NumberBar(
        source, min(known), max(known), low is None, high is None, value.approximate, " ".join(mention.text.split())
    )
