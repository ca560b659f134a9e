"""What is said of a mention, a ribbon or a note under the pointer, as rich text."""

from __future__ import annotations

from html import escape

from reader.links import Entity, LedgerRow
from reader.mentions import DateValue, Mention, Quantity
from reader.ui.lookup.comparison_index import ComparisonIndex
from reader.ui.lookup.mention_lookup import letter_of
from reader.ui.panes.linked.passage_links import Link
from reader.ui.wording import shortened

KIND_WORDS = {"name": "name", "percent": "percentage", "money": "amount of money", "ordinal": "ordinal number"}
VERDICT_WORDS = {
    "agree": "The sources agree.",
    "compatible": "The values are compatible.",
    "differ": "The sources differ.",
    "same form only": "Same form only: the same value, not the same thing.",
    "only": "Only in one source.",
}
_SHOWN = 5


def mention_words(mention: Mention, index: ComparisonIndex | None) -> str:
    """What a mention is, its variants and counts per source, and why they were matched."""
    parts = [f"<b>{escape(shortened(mention.text, 90))}</b> · {KIND_WORDS.get(mention.kind, mention.kind)}"]
    if mention.value is not None:
        parts += _value(mention.value)
    if index is not None:
        entity = index.entities.get(index.entity_of.get(mention.id, ""))
        row = index.row(mention)
        if entity is not None:
            parts += _entity(entity, index)
        if row is not None:
            parts += _row(row, index)
    if mention.evidence:
        by = f"spaCy ({mention.engine.removeprefix('spacy:')}), " if mention.engine.startswith("spacy:") else ""
        parts.append(f"<i>Recognised by: {escape(by + mention.evidence)}</i>")
    return "<br>".join(parts)


def _value(value: object) -> list[str]:
    if isinstance(value, Quantity):
        words = [f"Value: {escape(quantity_words(value))}"]
        if value.hedges:
            words.append("Hedged: " + ", ".join(f"“{escape(h)}”" for h in value.hedges))
        return words
    if isinstance(value, DateValue):
        about = "about " if value.approximate else ""
        unknown = "" if value.resolved else " (not resolved: no year or publication date is known)"
        return [f"Date: {about}{escape(value.iso)}{unknown}"]
    return []


def quantity_words(value: Quantity) -> str:
    """An interval as a reader would say it: "about 6,000-8,000 fighters", "more than 2,000 men"."""
    low, high = value.low, value.high
    if value.bound:
        number = _number(low if low is not None else high)
        words = f"{value.bound} {number}"
    elif low == high:
        words = _number(low)
    else:
        words = f"{_number(low)}–{_number(high)}"
    unit = "%" if value.unit == "%" else f" {value.unit}" if value.unit else ""
    counted = f" {value.counted}" if value.counted else ""
    return ("about " if value.approximate else "") + words + unit + counted


def _number(value: float | None) -> str:
    if value is None:
        return "…"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


def _entity(entity: Entity, index: ComparisonIndex) -> list[str]:
    counts = dict.fromkeys(index.keys, 0)
    for mention in entity.mentions:
        letter = letter_of(mention)
        counts[letter] = counts.get(letter, 0) + 1
    rows = []
    for letter, variants in entity.variants.items():
        names = ", ".join(escape(v) for v in variants[:_SHOWN])
        more = f" and {len(variants) - _SHOWN} more" if len(variants) > _SHOWN else ""
        rows.append(f"<b>{letter}</b> {counts.get(letter, 0)}×: {names}{more}")
    missing = [letter for letter in index.keys if letter not in entity.variants]
    if missing:
        rows.append(f"not in {', '.join(missing)}")
    rows += [f"Matched: {escape(reason)}" for reason in entity.reasons[:_SHOWN]]
    return rows


def _row(row: LedgerRow, index: ComparisonIndex) -> list[str]:
    words = []
    for letter, ids in row.cells.items():
        quotes = [found.text for i in ids if (found := index.mention(i)) is not None]
        if quotes:
            words.append(
                f"<b>{letter}</b> " + ", ".join(f"“{escape(shortened(q, 50))}”" for q in dict.fromkeys(quotes))
            )
    verdict = VERDICT_WORDS.get(row.verdict, row.verdict)
    decided = " (your decision)" if row.decided else ""
    return [*words, f"<b>{escape(verdict)}</b>{decided} {escape(row.reason)}".strip()]


def link_words(link: Link, left: tuple[str, str], right: tuple[str, str]) -> str:
    """Both passages of a ribbon (letter, words) and why they are joined."""
    parts = [f"<b>{letter}</b> {escape(shortened(words, 260))}" for letter, words in (left, right)]
    why = "Matched by you" if link.manual else f"Matched ({link.score:.0%})"
    parts.append(f"<i>{why}{': ' + escape(link.reason) if link.reason else ''}</i>")
    if link.verdict:
        parts.append(f"<b>{escape(VERDICT_WORDS[link.verdict])}</b>")
    if link.crossing:
        parts.append("Runs across the others, so scrolling does not follow it. Press to see both.")
    return "<br>".join(parts)
