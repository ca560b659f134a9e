"""WHAT AGREES, WHAT DIFFERS: entities across sources, aligned passages, verdicts, origins, the ledger.

`comparing` is the way through, and what it makes is a `comparison` of `values`: `entities/` joins names by `names/`,
`aligning` pairs `passages/` into `alignments`, `ledger/` makes the rows, `translations` knows words of other
languages; `decisions/` are the reader's own and win.
`comparing_memory` keeps work for the next comparison, `finding` what was found in an article while it stands.
"""

from typing import TYPE_CHECKING

from reader.lazy import lazy_names
from reader.links.comparison import Comparison
from reader.links.letters import source_id
from reader.threads import one_thread

one_thread()  # before the analysis imports numpy

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
    __getattr__ = lazy_names(
        __name__,
        {
            "alignments": "Columns aligned_cells alignments_at alignments_of_pair",
            "comparing": "compare compare_again",
            "comparing_memory": "Memory",
            "decisions.plain": "decisions_from_json decisions_to_json",
            "decisions.values": "Decision Decisions MentionEdit NameRef PassageMatch PlaceRef RowDecision SameName",
            "entities.joining": "group_entities",
            "names.matching": "same_name",
            "passages.alignment": "align_passages",
            "passages.similarity": "passage_similarity",
            "values": (
                "Alignment Band ComparedSource Entity LedgerRow NameMatch Origin PossibleMatch RowKind Side Verdict"
            ),
        },
    )


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
