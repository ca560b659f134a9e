"""Paragraph-sized blocks of a text and what each is: heading, paragraph, caption, quote, list, byline, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.text.paragraphs.block import Block, BlockKind
from reader.text.paragraphs.layout import paragraphs
from reader.text.paragraphs.repeats import nearly_same
from reader.text.span import Span

LONGEST_HEADLINE, LONGEST_HEADING, LONGEST_CAPTION = 250, 100, 700
HEADING_WORDS, QUESTION_WORDS = 14, 10
HEADINGS_IN_A_ROW = 3
"""More short lines on end than this are a table, a poem or a list, not section headings."""
EDGE = 6
"""A line about the author or a time stamp stands within so many blocks of the start or the end."""

_LIST_ITEM = re.compile(r"(?:[•‣◦▪●·*+]|-)\s+\S|(?:\d{1,3}[.)]|\([a-z0-9]{1,3}\))\s+\S")
_CLOSERS = "\"”’'»)]"
_QUOTE_PAIRS = {"“": "”", "«": "»", "„": "“”", "”": "”", '"': '"', "「": "」"}
_OPEN_ENDED = ".!…:;,。！；，،؛।॥-–—"
_SPACED = re.compile(r"\S+")


def find_blocks(text: str) -> tuple[Block, ...]:
    """Blocks of plain text in order, each classed by its looks; they cover all that is not blank.

    Works for one line a paragraph and for lines broken at a column (see `layout.paragraphs`).
    """
    spans = paragraphs(text)
    pieces = [_glimpse(text, span) for span in spans]
    kinds = [
        _kind(piece, len(span), index, len(spans))
        for index, (piece, span) in enumerate(zip(pieces, spans, strict=True))
    ]
    _fold_repeats(pieces, kinds)
    _close_with_boilerplate(pieces, kinds)
    levels = _headings(pieces, kinds)
    return tuple(Block(*made) for made in zip(spans, kinds, levels, strict=True))


def _glimpse(text: str, span: Span) -> str:
    """All of a short block, the two ends of a long one: enough to class it, at a cost that does not grow."""
    if len(span) <= LONGEST_CAPTION:
        return span.of(text)
    half = LONGEST_CAPTION // 2
    return text[span.start : span.start + half] + " … " + text[span.end - half : span.end]


def _kind(piece: str, length: int, index: int, total: int) -> BlockKind:
    at_edge = index < EDGE or index >= total - EDGE
    if _is_boilerplate(piece, length):
        return "boilerplate"
    if length <= LONGEST_CAPTION and _is_caption(piece, index, total):
        return "caption"
    if at_edge and index and length <= 300 and _is_byline(piece):
        return "byline"
    if _LIST_ITEM.match(piece):
        return "list"
    if piece.startswith(">") or _is_one_quotation(piece):
        return "quote"
    return "paragraph"


def _is_one_quotation(piece: str) -> bool:
    """One pair of marks around the whole; a paragraph that quotes, tells and quotes again is none."""
    closing = _QUOTE_PAIRS.get(piece[0], "")
    return piece[-1] in closing and len(piece) > 1 and not any(mark in piece[1:-1] for mark in closing)


def _is_boilerplate(piece: str, length: int) -> bool:
    from reader.text.paragraphs import cues  # its patterns take 20 ms to build: not before a window is painted

    if length > 200:
        return False
    if cues.BUTTON.match(piece) or cues.TAG_LINE.match(piece):
        return True
    # An account may open a sentence with such words ("Support our troops, he said."): a line that is one stays.
    opens = cues.BOILERPLATE.match(piece)
    if not opens:
        return False
    rest = piece[opens.end() :]
    return len(_SPACED.findall(rest)) <= 3 or rest[:2].strip()[:1] == ":" or piece[-1] not in ".!?"


def _is_caption(piece: str, index: int, total: int) -> bool:
    from reader.text.paragraphs import cues

    if cues.CREDIT_OPEN.match(piece) or cues.CREDIT_TAIL.search(piece[-120:]):
        return True
    credit = cues.CREDIT_AT_END.search(piece[-160:])
    if not credit:
        return False
    # A report signed "(AFP)" at its very end is no picture.
    return index < total - 1 or len(credit.group()) > 14


def _is_byline(piece: str) -> bool:
    from reader.text.paragraphs import cues

    return bool(
        cues.BYLINE.match(piece)
        or cues.REPORTING.match(piece)
        or cues.TIME_STAMP.match(piece)
        or cues.ABOUT_THE_AUTHOR.match(piece)
        or ((outlet := cues.OUTLET_BEFORE.match(piece)) and cues.TIME_STAMP.match(piece, outlet.end()))
    )


def _fold_repeats(pieces: Sequence[str], kinds: list[BlockKind]) -> None:
    """A line printed twice on end is a caption, taken once from the picture and once from its alternative text."""
    for index in range(1, len(pieces)):
        first, second = pieces[index - 1], pieces[index]
        if kinds[index] in ("paragraph", "caption") and len(second) >= 40 and nearly_same(first, second):
            kinds[index] = kinds[index - 1] = "caption"


def _close_with_boilerplate(pieces: Sequence[str], kinds: list[BlockKind]) -> None:
    """What follows the first boilerplate line of the end, up to the end, and has no sentence, is boilerplate too."""
    last = len(pieces)
    while last and (kinds[last - 1] == "boilerplate" or _is_verbless(pieces[last - 1])):
        last -= 1
    first = next((i for i in range(last, len(pieces)) if kinds[i] == "boilerplate"), len(pieces))
    kinds[first:] = ["boilerplate"] * (len(pieces) - first)


def _headings(pieces: Sequence[str], kinds: list[BlockKind]) -> list[int]:
    """Turn paragraphs that look like headings into headings; returns the level of every block."""
    levels = [0] * len(pieces)
    looks = [kind == "paragraph" and _is_verbless(piece) for kind, piece in zip(kinds, pieces, strict=True)]
    last = max((i for i, kind in enumerate(kinds) if kind != "boilerplate"), default=-1)
    index = 0
    while index < len(pieces):
        run = index
        while run < len(pieces) and looks[run]:
            run += 1
        for i in range(index, run):
            if (run <= last and (run - index <= HEADINGS_IN_A_ROW or i == index)) or (i == 0 and len(pieces) > 1):
                kinds[i], levels[i] = "heading", 1 if i == 0 else 2
        index = max(run, index + 1)
    if len(pieces) > 1 and kinds[0] == "paragraph" and _is_headline(pieces[0], pieces[1]):
        kinds[0], levels[0] = "heading", 1
    if (
        len(pieces) > 2
        and not looks[1]
        and (kinds[0], kinds[1]) == ("heading", "paragraph")
        and _is_standfirst(pieces[1])
    ):
        kinds[1], levels[1] = "heading", 2
    return levels


def _is_verbless(piece: str) -> bool:
    """A short line that does not end as a sentence does, or a short question."""
    if len(piece) > LONGEST_HEADING:
        return False
    words = _words(piece)
    end = piece.rstrip(_CLOSERS)[-1:]
    if end in "?？؟":
        return words <= QUESTION_WORDS
    return words <= HEADING_WORDS and bool(end) and end not in _OPEN_ENDED and any(c.isalpha() for c in piece)


def _is_headline(first: str, second: str) -> bool:
    """The first line of a text is its headline unless it is as long as a paragraph or ends in the middle."""
    ends_open = first[-1] in ",;:"
    return (
        len(first) <= LONGEST_HEADLINE
        and not ends_open
        and _words(first) <= 25
        and (
            first.rstrip(_CLOSERS)[-1:] not in ".…。।"
            or (_words(first) <= HEADING_WORDS and len(second) > 2 * len(first))
        )
    )


def _is_standfirst(piece: str) -> bool:
    return len(piece) <= LONGEST_HEADLINE and piece.rstrip(_CLOSERS)[-1:] not in (*_OPEN_ENDED, "?", "")


def _words(piece: str) -> int:
    """Words as spaced; in scripts without spaces two characters count as one."""
    spaced = len(_SPACED.findall(piece))
    unspaced = sum("\u3040" <= c <= "\u9fff" or "\u0e00" <= c <= "\u0eff" for c in piece)
    return spaced + unspaced // 2
