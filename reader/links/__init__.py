"""WHAT AGREES, WHAT DIFFERS: entities across sources, aligned passages, verdicts, origins, the ledger."""

from reader.links.alignment import align_passages, passage_similarity
from reader.links.comparing import compare, source_id
from reader.links.decisions import (
    Decision,
    Decisions,
    MentionEdit,
    NameRef,
    PassageMatch,
    PlaceRef,
    RowDecision,
    SameName,
)
from reader.links.names import same_name
from reader.links.values import (
    Alignment,
    Band,
    ComparedSource,
    Comparison,
    Entity,
    LedgerRow,
    NameMatch,
    Origin,
    PossibleMatch,
    RowKind,
    Side,
    Verdict,
)

__all__ = [
    "Alignment",
    "Band",
    "ComparedSource",
    "Comparison",
    "Decision",
    "Decisions",
    "Entity",
    "LedgerRow",
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
    "compare",
    "passage_similarity",
    "same_name",
    "source_id",
]
