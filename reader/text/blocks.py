"""Paragraph-sized blocks of a text and what each is: heading, paragraph, caption, quote, list, byline, boilerplate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from reader.text.span import Span

BlockKind = Literal["heading", "paragraph", "caption", "quote", "list", "byline", "boilerplate"]

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a text; `level` is 1-6 for headings and 0 for all else."""

    span: Span
    kind: BlockKind
    level: int = 0


def find_blocks(text: str) -> tuple[Block, ...]:
    """Blocks of plain text, one a non-blank line, each classed by its looks."""
    blocks = []
    for found in _LINE.finditer(text):
        line = found.group()
        if not line.strip():
            continue
        start = found.start() + len(line) - len(line.lstrip())
        span = Span(start, start + len(line.strip()))
        blocks.append(Block(span, "heading" if _looks_like_heading(line.strip()) else "paragraph"))
    return tuple(blocks)


def _looks_like_heading(line: str) -> bool:
    return len(line) < 100 and line[-1] not in ".!?…:;,)\"”'’"
