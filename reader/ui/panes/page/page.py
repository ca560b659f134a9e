"""The text of an article as it is set on the page: its blocks, one paragraph each, and where each stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from reader.text import Article, Block, Span
from reader.ui.offsets import Offsets

# Characters that Qt would take for the end of a paragraph, for an embedded object or for the end of a string; each is
# shown as one other character, so that no offset moves.
_SHOWN = {ord(c): "\ufffd" for c in "\0\ufdd0\ufdd1\ufffc"} | {ord(c): " " for c in "\r\x0b\x0c\x85\u2029"}
_RARE = "".join(chr(n) for n in _SHOWN)
_SHOWN |= dict.fromkeys(range(55296, 57344), "�")  # unpaired surrogates
_IN_PROSE = _SHOWN | {ord("\n"): " "}
_IN_LINES = _SHOWN | {ord("\n"): "\u2028"}
_LONGEST = 20_000


class Page:
    """An article's blocks as paragraphs of a document; blank text between blocks is not shown.

    `words` is the document's plain text; article positions are code points, document positions UTF-16 units. A block
    of more than 20,000 characters is broken into paragraphs, because Qt lays out a paragraph in one go; `broken` holds
    the indices of those that go on in the next.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        text = article.text
        blocks = article.blocks or (Block(Span(0, len(text)), "paragraph"),)
        self.blocks: Sequence[Block] = blocks
        self.broken: set[int] = set()
        if any(block.span.end - block.span.start > _LONGEST for block in blocks):
            self._break(text, blocks)
        wide, rare = _wide_and_rare(text)
        shown = [text[block.span.start : block.span.end] for block in self.blocks]
        for n, words in enumerate(shown):
            if rare or "\n" in words:
                shown[n] = words.translate(_IN_LINES if self.blocks[n].kind == "list" else _IN_PROSE)
        self.words = "\n".join(shown)
        self.starts = [block.span.start for block in self.blocks]
        self._astral = wide
        self._offsets: dict[int, Offsets] = {}
        lengths = [len(s.encode("utf-16-le")) // 2 + 1 for s in shown] if wide else [len(s) + 1 for s in shown]
        self._positions = list(accumulate(lengths, initial=0))

    def _break(self, text: str, blocks: Sequence[Block]) -> None:
        held: list[Block] = []
        for block in blocks:
            pieces = _pieces(text, block)
            self.broken.update(range(len(held), len(held) + len(pieces) - 1))
            held += pieces
        self.blocks = held

    @property
    def length(self) -> int:
        """Code points of the article."""
        return len(self.article.text)

    def block_at(self, position: int) -> int:
        """Index of the block that holds the code point `position`, or of the last block before it (0 if none)."""
        return max(0, bisect_right(self.starts, position) - 1)

    def offsets(self, block: int) -> Offsets:
        """The translation inside one block."""
        made = self._offsets.get(block)
        if made is None:
            made = self._offsets[block] = Offsets(self.blocks[block].span.of(self.article.text) if self._astral else "")
        return made

    def within(self, block: int, span: Span) -> tuple[int, int]:
        """The part of `span` inside a block, as UTF-16 units from the block's start (equal when none)."""
        held = self.blocks[block].span
        start, end = max(span.start, held.start), min(span.end, held.end)
        if start >= end:
            return 0, 0
        offsets = self.offsets(block)
        return offsets.to_utf16(start - held.start), offsets.to_utf16(end - held.start)

    def to_document(self, position: int) -> int:
        """The document position of a code point; one between blocks becomes the end of the block before."""
        block = self.block_at(position)
        held = self.blocks[block].span
        inside = min(max(position, held.start), held.end) - held.start
        return self._positions[block] + self.offsets(block).to_utf16(inside)

    def to_article(self, position: int) -> int:
        """The code point at a document position."""
        block = max(0, bisect_right(self._positions, position) - 1)
        block = min(block, len(self.blocks) - 1)
        held = self.blocks[block].span
        inside = self.offsets(block).to_codepoints(position - self._positions[block])
        return min(held.start + inside, held.end)


def _wide_and_rare(text: str) -> tuple[bool, bool]:
    """Whether a text has characters beyond the Basic Multilingual Plane, and any that must be shown as another."""
    if text.isascii():
        return False, any(c in text for c in _RARE if c.isascii())
    rare = any(c in text for c in _RARE)
    try:
        return len(text.encode("utf-16-le")) != 2 * len(text), rare
    except UnicodeEncodeError:  # unpaired surrogates
        return max(text) > "\uffff", True


def _pieces(text: str, block: Block) -> list[Block]:
    """A very long block in pieces that end at a blank where there is one."""
    pieces = []
    start, end = block.span.start, block.span.end
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = blank if blank > 0 else start + _LONGEST // 2
        pieces.append(Block(Span(start, cut), block.kind, block.level))
        start = cut + 1 if blank > 0 else cut
    return [*pieces, Block(Span(start, end), block.kind, block.level)]
