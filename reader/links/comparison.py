"""The value that a comparison is, apart from what it holds: an empty one stands there before the first analysis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.links.values import Alignment, ComparedSource, Entity, LedgerRow, Origin, PossibleMatch


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole analysis of some sources, as one value that can be pickled and shown."""

    sources: tuple[ComparedSource, ...] = ()
    entities: tuple[Entity, ...] = ()
    possible: tuple[PossibleMatch, ...] = ()
    alignments: Sequence[Alignment] = ()
    ledger: tuple[LedgerRow, ...] = ()
    origins: tuple[Origin, ...] = ()
