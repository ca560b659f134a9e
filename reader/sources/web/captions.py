"""What an extractor left out of a page: captions are put back where they stood, the rest is told to the reader."""

from __future__ import annotations

from reader.sources.draft import Piece
from reader.text import Removed

_START = 60
_TOLD = 400


def with_captions(pieces: list[Piece], original: list[Piece]) -> list[Piece]:
    """`pieces` with the captions that stand among them in `original`, all blocks of the page in reading order."""
    places = {_opening(piece): number for number, piece in reversed(list(enumerate(pieces)))}
    held = {_opening(piece) for piece in pieces}
    before: dict[int, list[Piece]] = {}
    waiting: list[Piece] = []
    last = -1
    for block in original:
        place = places.get(_opening(block))
        if place is not None and place > last:
            before.setdefault(place, []).extend(waiting if last >= 0 else waiting[-2:])
            waiting, last = [], place
        elif block.kind == "caption" and _opening(block) not in held:
            waiting.append(block)
    found = []
    for number, piece in enumerate(pieces):
        found += before.get(number, [])
        found.append(piece)
    return found


def left_out(kept: list[Piece], everything: list[Piece]) -> list[Removed]:
    """The blocks of a page that are not in the article, for *Import details*; each once, the first 400."""
    places = {_opening(piece): number for number, piece in enumerate(kept, 1)}
    found: dict[str, int] = {}
    read = 0
    for block in everything:
        place = places.get(_opening(block))
        if place is None:
            found.setdefault(block.text, len(kept) - read)
        else:
            read = max(read, place)
    reason = "It does not belong to the article: menus, teasers, notices and the like."
    told = list(found.items())[:_TOLD]
    return [Removed(text, "navigation" if len(text) < 40 else "boilerplate", reason, before) for text, before in told]


def _opening(piece: Piece) -> str:
    return "".join(piece.text[: 2 * _START].split())[:_START]
