"""The blocks of sound HTML that is all article: e-book chapters, mails, and pages where no article was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reader.sources.draft import Piece
from reader.text import BlockKind

_KINDS: dict[str, BlockKind] = {
    "p": "paragraph",
    "div": "paragraph",
    "td": "paragraph",
    "th": "paragraph",
    "dd": "paragraph",
    "dt": "paragraph",
    "pre": "paragraph",
    "li": "list",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
    **{f"h{level}": "heading" for level in range(1, 7)},
}
_SILENT = {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "nav", "select", "button"}
_BREAKS = {"br", "hr", "tr", "ul", "ol", "dl", "table", "section", "article", "body", "main", "header", "footer"}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the tags of a markup mean: block kinds, tags that only end a block, and tags whose words are not shown."""

    kinds: dict[str, BlockKind]
    breaks: frozenset[str]
    silent: frozenset[str] = frozenset()


HTML = Vocabulary(_KINDS, frozenset(_BREAKS), frozenset(_SILENT))
WHOLE_PAGE = Vocabulary(_KINDS | {"nav": "boilerplate"}, frozenset(_BREAKS), frozenset(_SILENT - {"nav"}))
"""The menus as well, all they hold as boilerplate."""


def parse_html(data: bytes | str) -> Any:
    """The root element (lxml) of a page, or None when there is nothing in it; nothing is fetched."""
    from lxml import etree, html

    parser = html.HTMLParser(no_network=True, huge_tree=False)
    if isinstance(data, str):
        data, parser = data.encode("utf-8", "replace"), html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def blocks(root: Any, vocabulary: Vocabulary = HTML) -> list[Piece]:
    """Every block with words in it, in reading order; words outside any block make paragraphs of their own."""
    walk = _Walk(vocabulary)
    waiting: list[tuple[Any, bool]] = [(root, False)]
    while waiting:
        element, done = waiting.pop()
        if done:
            walk.leave(element)
            continue
        if not isinstance(element.tag, str) or element.tag in vocabulary.silent:
            walk.words.append(element.tail or "")
            continue
        walk.enter(element)
        waiting.append((element, True))
        waiting.extend((child, False) for child in reversed(element))
    walk.close()
    return walk.pieces


class _Walk:
    """Collects words until a block begins or ends."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.pieces: list[Piece] = []
        self.words: list[str] = []
        self._open: list[tuple[BlockKind, int]] = [("paragraph", 0)]

    def enter(self, element: Any) -> None:
        tag = element.tag
        if tag in self._vocabulary.kinds or tag in self._vocabulary.breaks:
            self.close()
        if tag in self._vocabulary.kinds:
            inner, outer = self._vocabulary.kinds[tag], self._open[-1][0]
            kind = outer if inner == "paragraph" or outer == "boilerplate" else inner
            self._open.append((kind, _level(element) if kind == "heading" else 0))
        self.words.append(element.text or "")

    def leave(self, element: Any) -> None:
        tag = element.tag
        if tag in self._vocabulary.kinds or tag in self._vocabulary.breaks:
            self.close()
        if tag in self._vocabulary.kinds:
            self._open.pop()
        self.words.append(element.tail or "")

    def close(self) -> None:
        """End the block that is being read."""
        words = " ".join("".join(self.words).split())
        self.words.clear()
        if words:
            self.pieces.append(Piece(words, *self._open[-1]))


def _level(element: Any) -> int:
    """The level 1-6 of a heading: the digit of `h2`, or of trafilatura's `rend="h2"`."""
    digit = str(element.get("rend") or element.tag)[-1:]
    return int(digit) if digit in "123456" and digit else 2
