"""WHAT AGREES, WHAT DIFFERS: entities across sources, aligned passages, verdicts, origins, the ledger."""

from importlib import import_module
from typing import TYPE_CHECKING

from reader.links.comparison import Comparison
from reader.links.letters import source_id

if TYPE_CHECKING:
    from reader.links.alignments import Columns, aligned_cells, alignments_at, alignments_of_pair
    from reader.links.comparing import compare, compare_again
    from reader.links.comparing_memory import Memory
    from reader.links.decisions.plain import decisions_from_json, decisions_to_json
    from reader.links.decisions.values import (
        Decision,
        Decisions,
        MentionEdit,
        NameRef,
        PassageMatch,
        PlaceRef,
        RowDecision,
        SameName,
    )
    from reader.links.entities.joining import group_entities
    from reader.links.names.matching import same_name
    from reader.links.passages.alignment import align_passages
    from reader.links.passages.similarity import passage_similarity
    from reader.links.values import (
        Alignment,
        Band,
        ComparedSource,
        Entity,
        LedgerRow,
        NameMatch,
        Origin,
        PossibleMatch,
        RowKind,
        Side,
        Verdict,
    )
else:
    # The analysis is imported when it is first used: the window must paint before it, and without it.
    _LATER = {
        "Decision": "reader.links.decisions.values",
        "Decisions": "reader.links.decisions.values",
        "MentionEdit": "reader.links.decisions.values",
        "NameRef": "reader.links.decisions.values",
        "PassageMatch": "reader.links.decisions.values",
        "PlaceRef": "reader.links.decisions.values",
        "RowDecision": "reader.links.decisions.values",
        "SameName": "reader.links.decisions.values",
        "Columns": "reader.links.alignments",
        "aligned_cells": "reader.links.alignments",
        "alignments_at": "reader.links.alignments",
        "alignments_of_pair": "reader.links.alignments",
        "align_passages": "reader.links.passages.alignment",
        "Memory": "reader.links.comparing_memory",
        "compare": "reader.links.comparing",
        "compare_again": "reader.links.comparing",
        "decisions_from_json": "reader.links.decisions.plain",
        "decisions_to_json": "reader.links.decisions.plain",
        "group_entities": "reader.links.entities.joining",
        "passage_similarity": "reader.links.passages.similarity",
        "same_name": "reader.links.names.matching",
    }

    _LATER |= dict.fromkeys(
        (
            "Alignment",
            "Band",
            "ComparedSource",
            "Entity",
            "LedgerRow",
            "NameMatch",
            "Origin",
            "PossibleMatch",
            "RowKind",
            "Side",
            "Verdict",
        ),
        "reader.links.values",
    )

    def __getattr__(name: str) -> object:
        if name in _LATER:
            return getattr(import_module(_LATER[name]), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "Alignment",
    "Band",
    "Columns",
    "ComparedSource",
    "Comparison",
    "Decision",
    "Decisions",
    "Entity",
    "LedgerRow",
    "Memory",
    "MentionEdit",
    "NameMatch",
    "NameRef",
    "Origin",
    "PassageMatch",
    "PlaceRef",
    "PossibleMatch",
    "RowDecision",
    "RowKind",
    "SameName",
    "Side",
    "Verdict",
    "align_passages",
    "aligned_cells",
    "alignments_at",
    "alignments_of_pair",
    "compare",
    "compare_again",
    "decisions_from_json",
    "decisions_to_json",
    "group_entities",
    "passage_similarity",
    "same_name",
    "source_id",
]
