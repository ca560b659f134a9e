"""Find a mention of a comparison by its id, without a table of all mentions: there are many, and few are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.links import ComparedSource, Comparison
    from reader.mentions import Mention

_DIGITS = "0123456789"


def letter_of(mention_id: str) -> str:
    """The letter of the source whose mention it is."""
    return mention_id.rstrip(_DIGITS)


class MentionLookup:
    """A comparison numbers the mentions of a source one by one (A1, A2 …), so a number tells where a mention is.

    Where one numbers them otherwise, a table of that source is made.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._sources = {source.id: source for source in comparison.sources}
        self._tables: dict[str, dict[str, Mention]] = {}

    def find(self, mention_id: str) -> tuple[ComparedSource, Mention] | None:
        """The mention with that id and its source, None when there is none."""
        letter = letter_of(mention_id)
        source = self._sources.get(letter)
        if source is None:
            return None
        number = mention_id[len(letter) :]
        place = int(number) - 1 if number else -1
        if 0 <= place < len(source.mentions) and (held := source.mentions[place]).id == mention_id:
            return source, held
        if letter not in self._tables:
            self._tables[letter] = {mention.id: mention for mention in source.mentions}
        found = self._tables[letter].get(mention_id)
        return (source, found) if found is not None else None
