"""A paragraph-sized piece of a text, and what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.text.span import Span

BlockKind = Literal["heading", "paragraph", "caption", "quote", "list", "byline", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a text; `level` is 1-6 for headings and 0 for all else."""

    span: Span
    kind: BlockKind
    level: int = 0
