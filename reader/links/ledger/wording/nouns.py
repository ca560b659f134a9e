"""The nouns of labels: what is counted, as it stands in a sentence of our own."""

from __future__ import annotations

from reader.links.ledger import words
from reader.mentions import Quantity
from reader.text import WordCache


def in_small(noun: str) -> str:
    """A noun of a headline in capitals as it stands elsewhere ("TWO MEN"); initials stay as they are."""
    return noun.lower() if noun.isupper() and words.human(words.counted_class(noun.split()[-1])) else noun


def one_noun(one: str, other: str) -> bool:
    """Whether two nouns are forms of one ("12-storey", "12 storeys")."""
    return words.singular(one.split()[-1]) == words.singular(other.split()[-1])


def part_of(value: object) -> str:
    """What a number of "of whom" is a part of."""
    whole = value.counted if isinstance(value, Quantity) else ""
    return f"some of the {whole}" if whole and whole.islower() else "some of them"


def _no_noun(head: str) -> bool:
    low = head.lower()
    tells = words.event_role(low) or words.calling(low) == "killed" or words.is_event(low)
    return bool(tells) or low in words.STOP or low == "others"


NO_NOUN = WordCache(_no_noun)
"""Whether the last word of what is counted names nothing: it only tells what befell those who are counted."""
