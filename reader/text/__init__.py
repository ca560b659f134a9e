"""WHAT WAS WRITTEN: spans, articles, blocks, passages and anchors. Offsets are code points."""

from reader.text.anchors import Anchor, AnchorMatch, find_anchor, find_anchors, make_anchor, make_anchors
from reader.text.article import Article, Provenance, Removed, RemovedKind
from reader.text.blocks import Block, BlockKind, find_blocks
from reader.text.language import detect_language
from reader.text.normalising import normalise
from reader.text.passages import Passage, PassageKind, find_passages
from reader.text.sentences import sentences
from reader.text.span import Span

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
    "find_blocks",
    "find_passages",
    "make_anchor",
    "make_anchors",
    "normalise",
    "sentences",
]
