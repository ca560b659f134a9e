"""WHAT IT MENTIONS: entities, quantities, dates, quotations and attributions, each with its exact span."""

from importlib import import_module
from typing import TYPE_CHECKING

from reader.mentions.values import (
    ENTITY_KINDS,
    NUMBER_KINDS,
    Attribution,
    Bound,
    DatePrecision,
    DateReading,
    DateValue,
    Duration,
    Mention,
    MentionKind,
    Quantity,
    Quotation,
    SpeakerKind,
    Value,
)

if TYPE_CHECKING:
    from reader.mentions.finder import find_mentions
else:
    _LATER = {"find_mentions": "reader.mentions.finder"}  # imported when first used: the window must paint before it

    def __getattr__(name: str) -> object:
        if name in _LATER:
            return getattr(import_module(_LATER[name]), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "ENTITY_KINDS",
    "NUMBER_KINDS",
    "Attribution",
    "Bound",
    "DatePrecision",
    "DateReading",
    "DateValue",
    "Duration",
    "Mention",
    "MentionKind",
    "Quantity",
    "Quotation",
    "SpeakerKind",
    "Value",
    "find_mentions",
]
