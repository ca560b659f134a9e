"""WHAT WAS WRITTEN: spans, articles, blocks, passages and anchors. Offsets are code points.

An `article` is its text in blocks (`paragraphs/`), divided into `passages` by `sentence_ends`; `normalising` brings
text into the one form in which positions are counted, `language` tells which it is in (by `stopwords`);
`plain_letters`, `word_cache` and `hinted` serve whoever looks words up, `article_cache` whoever reads an article again.
`anchoring/` ties notes to their words and finds them again in a changed text.
"""

from typing import TYPE_CHECKING

from reader.lazy import lazy_names
from reader.text.anchoring.anchors import (
    Anchor,
    AnchorMatch,
    find_anchor,
    find_anchors,
    find_anchors_between,
    make_anchor,
    make_anchors,
)
from reader.text.article import Article, Provenance, Removed, RemovedKind
from reader.text.paragraphs.block import Block, BlockKind
from reader.text.span import Span

if TYPE_CHECKING:
    from reader.text.article_cache import ArticleCache
    from reader.text.hinted import Hinted
    from reader.text.language import detect_language
    from reader.text.normalising import normalise
    from reader.text.paragraphs.blocks import find_blocks
    from reader.text.passages import Passage, PassageKind, find_passages
    from reader.text.plain_letters import lowered, without_accents, without_marks
    from reader.text.sentence_ends import sentences
    from reader.text.word_cache import PLAIN_WORD, WordCache
else:
    __getattr__ = lazy_names(
        __name__,
        {
            "article_cache": "ArticleCache",
            "paragraphs.blocks": "find_blocks",
            "hinted": "Hinted",
            "language": "detect_language",
            "normalising": "normalise",
            "passages": "Passage PassageKind find_passages",
            "plain_letters": "lowered without_accents without_marks",
            "sentence_ends": "sentences",
            "word_cache": "PLAIN_WORD WordCache",
        },
    )


__all__ = [
    "PLAIN_WORD",
    "Anchor",
    "AnchorMatch",
    "Article",
    "ArticleCache",
    "Block",
    "BlockKind",
    "Hinted",
    "Passage",
    "PassageKind",
    "Provenance",
    "Removed",
    "RemovedKind",
    "Span",
    "WordCache",
    "detect_language",
    "find_anchor",
    "find_anchors",
    "find_anchors_between",
    "find_blocks",
    "find_passages",
    "lowered",
    "make_anchor",
    "make_anchors",
    "normalise",
    "sentences",
    "without_accents",
    "without_marks",
]
