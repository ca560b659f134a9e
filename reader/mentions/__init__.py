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
    from reader.mentions.entities.finding import entity_evidence, find_entities
    from reader.mentions.entities.gazetteer import (
        Place,
        bodies,
        cues,
        known_nationality,
        known_place,
        name_key,
        table_lines,
    )
    from reader.mentions.entities.spacy_engine import installed_pipelines
    from reader.mentions.entities.words import Evidence
    from reader.mentions.finder import find_mentions, find_numbers
    from reader.mentions.numbers.comparable import comparable_ends, comparable_unit, is_share
else:
    # Imported when first used: the window must paint before it.
    _LATER = {
        "bodies": "reader.mentions.entities.gazetteer",
        "comparable_ends": "reader.mentions.numbers.comparable",
        "comparable_unit": "reader.mentions.numbers.comparable",
        "Evidence": "reader.mentions.entities.words",
        "Place": "reader.mentions.entities.gazetteer",
        "cues": "reader.mentions.entities.gazetteer",
        "entity_evidence": "reader.mentions.entities.finding",
        "find_entities": "reader.mentions.entities.finding",
        "find_mentions": "reader.mentions.finder",
        "find_numbers": "reader.mentions.finder",
        "installed_pipelines": "reader.mentions.entities.spacy_engine",
        "is_share": "reader.mentions.numbers.comparable",
        "known_nationality": "reader.mentions.entities.gazetteer",
        "known_place": "reader.mentions.entities.gazetteer",
        "name_key": "reader.mentions.entities.gazetteer",
        "table_lines": "reader.mentions.entities.gazetteer",
    }

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
    "Evidence",
    "Mention",
    "MentionKind",
    "Place",
    "Quantity",
    "Quotation",
    "SpeakerKind",
    "Value",
    "bodies",
    "comparable_ends",
    "comparable_unit",
    "cues",
    "entity_evidence",
    "find_entities",
    "find_mentions",
    "find_numbers",
    "installed_pipelines",
    "is_share",
    "known_nationality",
    "known_place",
    "name_key",
    "table_lines",
]
