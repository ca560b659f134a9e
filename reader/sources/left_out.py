"""Put pieces that an import left out back into the text, and take what is dimmed out of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from reader.text import Article, Block, BlockKind, Removed, Span, normalise

_REASON = "You left it out."


def put_back(article: Article, chosen: Collection[int], *, dimmed: bool = False) -> Article:
    """The article with these of its removed pieces (by number) where they stood, each as a block of its own.

    Dimmed pieces are boilerplate: shown, and left out of matching. Attachments are no text and stay where they are.
    """
    removed = article.provenance.removed
    back = sorted(n for n in set(chosen) if 0 <= n < len(removed) and removed[n].kind != "attachment")
    inserted: dict[int, list[str]] = {}
    for number in back:
        before = min(removed[number].before, len(article.blocks))
        inserted.setdefault(len(article.blocks) - before, []).append(normalise(removed[number].text).strip())
    kind: BlockKind = "boilerplate" if dimmed else "paragraph"
    text, blocks = _with(article, inserted, kind)
    rest = [
        replace(piece, before=piece.before + sum((removed[n].before, number) < (piece.before, n) for n in back))
        for number, piece in enumerate(removed)
        if number not in back
    ]
    return replace(article, text=text, blocks=blocks, provenance=replace(article.provenance, removed=tuple(rest)))


def _with(article: Article, inserted: dict[int, list[str]], kind: BlockKind) -> tuple[str, tuple[Block, ...]]:
    """Text and blocks with pieces before the blocks of these numbers; all between the blocks stays as it is."""
    parts: list[str] = []
    blocks: list[Block] = []
    length = taken = 0

    def add(words: str) -> None:
        nonlocal length
        parts.append(words)
        length += len(words)

    for number in range(len(article.blocks) + 1):
        last = number == len(article.blocks)
        start = len(article.text.rstrip()) if last else article.blocks[number].span.start
        add(article.text[taken:start])
        taken = start
        for words in inserted.get(number, []):
            if last and length:
                add("\n\n")
            blocks.append(Block(Span(length, length + len(words)), kind))
            add(words if last else words + "\n\n")
        if not last:
            block = article.blocks[number]
            shift = length - start
            blocks.append(replace(block, span=Span(block.span.start + shift, block.span.end + shift)))
    add(article.text[taken:])
    return "".join(parts), tuple(blocks)


def take_out(article: Article, chosen: Collection[int]) -> Article:
    """The article without these of its blocks (by number), which are told among the removed pieces."""
    kept: list[Block] = []
    parts: list[str] = []
    removed = list(article.provenance.removed)
    gone = set(chosen)
    after = len(article.blocks) - len(gone)
    length = 0
    for number, block in enumerate(article.blocks):
        end = article.blocks[number + 1].span.start if number + 1 < len(article.blocks) else len(article.text)
        if number in gone:
            removed.append(Removed(block.span.of(article.text), "boilerplate", _REASON, after - len(kept)))
            continue
        start = block.span.start if number else 0
        parts.append(article.text[start:end])
        shift = length - start
        kept.append(replace(block, span=Span(block.span.start + shift, block.span.end + shift)))
        length += end - start
    known = replace(article.provenance, removed=tuple(removed))
    return replace(article, text="".join(parts), blocks=tuple(kept), provenance=known)
