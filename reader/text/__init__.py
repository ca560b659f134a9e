"""WHAT WAS WRITTEN: spans, articles, blocks, passages and anchors. Offsets are code points."""

from importlib import import_module
from typing import TYPE_CHECKING

from reader.text.anchors import (
    Anchor,
    AnchorMatch,
    find_anchor,
    find_anchors,
    find_anchors_between,
    make_anchor,
    make_anchors,
)
from reader.text.article import Article, Provenance, Removed, RemovedKind
from reader.text.block import Block, BlockKind
from reader.text.span import Span

if TYPE_CHECKING:
    from reader.text.blocks import find_blocks
    from reader.text.language import detect_language
    from reader.text.normalising import normalise
    from reader.text.passages import Passage, PassageKind, find_passages
    from reader.text.plain_letters import without_accents
    from reader.text.sentence_ends import sentences
else:
    # Imported when first used: the window must paint before it.
    _LATER = {
        "Passage": "reader.text.passages",
        "PassageKind": "reader.text.passages",
        "detect_language": "reader.text.language",
        "find_blocks": "reader.text.blocks",
        "find_passages": "reader.text.passages",
        "normalise": "reader.text.normalising",
        "sentences": "reader.text.sentence_ends",
        "without_accents": "reader.text.plain_letters",
    }

    def __getattr__(name: str) -> object:
        if name in _LATER:
            return getattr(import_module(_LATER[name]), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "Anchor",
    "AnchorMatch",
    "Article",
    "Block",
    "BlockKind",
    "Passage",
    "PassageKind",
    "Provenance",
    "Removed",
    "RemovedKind",
    "Span",
    "detect_language",
    "find_anchor",
    "find_anchors",
    "find_anchors_between",
    "find_blocks",
    "find_passages",
    "make_anchor",
    "make_anchors",
    "normalise",
    "sentences",
    "without_accents",
]
