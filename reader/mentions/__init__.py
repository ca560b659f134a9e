"""WHAT IT MENTIONS: entities, quantities, dates, quotations and attributions, each with its exact span."""

from reader.mentions.finder import find_mentions
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
