"""Which entities may be the same as one, the likest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.lookup.comparison_index import ComparisonIndex

if TYPE_CHECKING:
    from reader.links import Entity

_ALIKE = 50.0
"""Names less alike than this stand by their place in the text, since how unlike they are helps nobody."""


def likest_first(index: ComparisonIndex, entity: str) -> list[Entity]:
    """All other entities: possible matches, then those of like names, then the rest by where they first stand."""
    from reader.links import same_name  # loads rapidfuzz: not before the window is painted

    label = index.entities[entity].label if entity in index.entities else ""
    near = {p.b if p.a == entity else p.a for p in index.comparison.possible if entity in (p.a, p.b)}
    letters = {source.id: n for n, source in enumerate(index.comparison.sources)}

    def order(other: Entity) -> tuple[bool, float, int, int]:
        alike = same_name(label, other.label).score
        places = index.held(other.mentions)
        first = min(((letters[source.id], mention.span.start) for source, mention in places), default=(len(letters), 0))
        return (other.id not in near, -alike if alike >= _ALIKE else 0.0, *first)

    return sorted((e for e in index.comparison.entities if e.id != entity), key=order)
