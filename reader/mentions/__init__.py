"""WHAT IT MENTIONS: entities, quantities, dates, quotations and attributions, each with its exact span."""

from typing import TYPE_CHECKING

from reader.lazy import lazy_names
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
    from reader.mentions.entities.evidence import Answers, Evidence
    from reader.mentions.entities.finding import entity_evidence, find_entities
    from reader.mentions.entities.lists.gazetteer import (
        Place,
        abbreviated_places,
        bodies,
        cues,
        given_names,
        known_nationality,
        known_place,
        name_key,
        table_lines,
    )
    from reader.mentions.entities.lists.team_tables import teams
    from reader.mentions.entities.spacy_engine import installed_pipelines
    from reader.mentions.finder import find_mentions, find_numbers
    from reader.mentions.numbers.comparable import comparable_ends, comparable_unit, is_share
else:
    __getattr__ = lazy_names(
        __name__,
        {
            "entities.evidence": "Answers Evidence",
            "entities.finding": "entity_evidence find_entities",
            "entities.lists.gazetteer": (
                "Place abbreviated_places bodies cues given_names known_nationality known_place name_key table_lines"
            ),
            "entities.lists.team_tables": "teams",
            "entities.spacy_engine": "installed_pipelines",
            "finder": "find_mentions find_numbers",
            "numbers.comparable": "comparable_ends comparable_unit is_share",
        },
    )


__all__ = [
    "ENTITY_KINDS",
    "NUMBER_KINDS",
    "Answers",
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
    "abbreviated_places",
    "bodies",
    "comparable_ends",
    "comparable_unit",
    "cues",
    "entity_evidence",
    "find_entities",
    "find_mentions",
    "find_numbers",
    "given_names",
    "installed_pipelines",
    "is_share",
    "known_nationality",
    "known_place",
    "name_key",
    "table_lines",
    "teams",
]
