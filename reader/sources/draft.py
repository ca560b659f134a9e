"""What a format module hands back: the pieces of an article in order and what it found out about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reader.sources.days import iso_day
from reader.text import Article, Block, BlockKind, Provenance, Removed, Span, find_blocks, normalise

_TOLD_BY_LOOKS = {"byline", "caption", "boilerplate"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of text, without line breaks at its ends; `level` is 1-6 for headings."""

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0


@dataclass(slots=True)
class Draft:
    """An article before it is put together.

    Either `pieces`, where the format says what each block is, or `text`, to be divided by its looks.
    `published` is the date as found, an ISO day or timestamp; `published_how` says where.
    """

    pieces: list[Piece] = field(default_factory=list)
    text: str = ""
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    published_how: str = ""
    language: str = ""
    url: str = ""
    encoding: str = ""
    translated: bool | None = None
    removed: list[Removed] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def add_boilerplate(self, words: str) -> None:
        """Put `words` at the end, dimmed and left out of matching (the head lines of a message)."""
        if not self.pieces:
            self.pieces = [Piece(b.span.of(self.text), b.kind, b.level) for b in find_blocks(self.text)]
        self.pieces += [Piece(line, "boilerplate") for line in words.splitlines() if line.strip()]


def assemble(draft: Draft, provenance: Provenance) -> Article:
    """The article of a draft; its blocks are parted by a blank line, its key is the start of the file's hash."""
    if draft.pieces:
        text, blocks = _joined(draft.pieces)
    else:
        text = normalise(draft.text)
        blocks = find_blocks(text)
    known = replace(
        provenance,
        encoding=draft.encoding,
        published_how=draft.published_how,
        published_text=draft.published,
        translated=draft.translated,
        removed=tuple(draft.removed),
        warnings=tuple(draft.warnings),
    )
    return Article(
        text,
        blocks,
        title=draft.title or next((block.span.of(text) for block in blocks[:1] if block.kind == "heading"), ""),
        publisher=draft.publisher,
        author=draft.author,
        published=iso_day(draft.published),
        language=draft.language,
        url=draft.url,
        key=provenance.sha256[:12],
        provenance=known,
    )


def _joined(pieces: list[Piece]) -> tuple[str, tuple[Block, ...]]:
    texts, blocks, start = [], [], 0
    for piece in pieces:
        words = normalise(piece.text).strip()
        if not words:
            continue
        blocks.append(Block(Span(start, start + len(words)), piece.kind, piece.level))
        texts.append(words)
        start += len(words) + 2
    text = "\n\n".join(texts)
    return text, tuple(_seen(text, blocks))


def _seen(text: str, blocks: list[Block]) -> Iterator[Block]:
    """The blocks, where a format says no more than "paragraph" with the kind their looks give.

    That the first line is the headline is told by its looks only where the format marks no heading at all.
    """
    looks = {block.span: block for block in find_blocks(text)}
    unmarked = all(block.kind != "heading" for block in blocks)
    for block in blocks:
        seen = looks.get(block.span, block)
        headline = unmarked and block is blocks[0] and seen.kind == "heading"
        tells = block.kind == "paragraph" and (headline or seen.kind in _TOLD_BY_LOOKS)
        yield seen if tells else block
