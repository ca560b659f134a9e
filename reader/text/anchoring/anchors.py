"""Tie a note to its passage by quotation, context and position, and find it again after the text has changed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from reader.text.span import Span

if TYPE_CHECKING:
    from reader.text.anchoring.course import Course
    from reader.text.anchoring.index import TextIndex

CONTEXT = 32
WIDE = 240
"""Code points either side that a passage is looked for with where its anchor does not tell its place for sure."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is kept of a passage: its words, up to 32 code points either side, where it began, and its paragraph."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    block: int = 0


@dataclass(frozen=True, slots=True)
class AnchorMatch:
    """Where an anchor was found: `score` 0-1, and `certain` only when no other place comes near, else `other` is it."""

    span: Span
    score: float
    certain: bool
    other: Span | None = None


def make_anchor(text: str, span: Span) -> Anchor:
    """The anchor of `span` in `text`; `block` counts the non-blank lines before it."""
    return _anchor(text, span, sum(1 for _ in _line_ends(text, span.start)))


def make_anchors(text: str, spans: Sequence[Span], context: int = CONTEXT) -> list[Anchor]:
    """The anchors of many spans, with so much of the text either side; its lines are counted only once."""
    if not spans:
        return []
    ends = list(_line_ends(text, len(text)))
    return [_anchor(text, span, bisect_right(ends, span.start), context) for span in spans]


def _line_ends(text: str, end: int) -> Iterator[int]:
    """Where the non-blank lines that end before `end` do so, with their line break."""
    start = 0
    while (stop := text.find("\n", start, end)) >= 0:
        if text[start:stop].strip():
            yield stop + 1
        start = stop + 1


def _anchor(text: str, span: Span, block: int, context: int = CONTEXT) -> Anchor:
    return Anchor(
        quote=span.of(text),
        prefix=text[max(0, span.start - context) : span.start],
        suffix=text[span.end : span.end + context],
        start=span.start,
        block=block,
    )


def find_anchor(anchor: Anchor, text: str) -> AnchorMatch | None:
    """The place of `anchor` in `text`, or None when the passage is gone.

    A place is `certain` when its words and surroundings are near enough to those kept, and no other place comes near.
    """
    return find_anchors([anchor], text)[0]


def find_anchors(anchors: Sequence[Anchor], text: str) -> list[AnchorMatch | None]:
    """The place of each anchor in `text`, as `find_anchor`; the text is indexed only once."""
    return _found_in(_Searched(text), anchors)


class _Searched:
    """A text that passages are looked for in; it is indexed when the first of them needs it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._course: Course | None = None

    @cached_property
    def index(self) -> TextIndex:
        from reader.text.anchoring.index import TextIndex

        return TextIndex(self.text)

    def course(self, after: _Searched) -> Course:
        """How this text went on to be the other one; made once."""
        if self._course is None:
            from reader.text.anchoring.course import Course

            self._course = Course(self.index, after.index)
        return self._course


def _found_in(searched: _Searched, anchors: Sequence[Anchor]) -> list[AnchorMatch | None]:
    from reader.text.anchoring.search import search

    found: list[AnchorMatch | None] = []
    for anchor in anchors:
        if _untouched(anchor, searched.text):
            found.append(AnchorMatch(Span(anchor.start, anchor.start + len(anchor.quote)), 1.0, True))
            continue
        place = search(searched.index, anchor.quote, anchor.prefix, anchor.suffix, anchor.start)
        if place is None:
            found.append(None)
            continue
        other = Span(*place.rival) if place.rival is not None and not place.certain else None
        found.append(AnchorMatch(Span(place.start, place.end), place.score, place.certain, other))
    return found


def find_anchors_between(
    old: str, anchors: Sequence[Anchor], spans: Sequence[Span | None], new: str
) -> list[AnchorMatch | None]:
    """As `find_anchors` in `new`, when the `old` text and where each anchor stood in it (None: unknown) are known too.

    A place that was another place of the old text is not taken: where a passage is gone and a lookalike stayed, the
    passage is gone. What is lost or in doubt then is looked for by its whole sentence or paragraph, and with more of
    the old text around it, which tell paragraphs apart that are much alike. Where the old place can't be told for
    sure, or the words around it went elsewhere than the match, the match is not certain.
    """
    before, after = _Searched(old), _Searched(new)
    found, left = _settled(before, anchors, spans, after)
    searched = _traced(
        before,
        [anchors[n] for n in left],
        [spans[n] for n in left],
        _found_in(after, [anchors[n] for n in left]),
        new,
        CONTEXT,
    )
    for n, match in zip(left, searched, strict=True):
        found[n] = match
    _look_wider(before, spans, found, after)
    return _true_rivals(before, spans, _kept_on_course(before, spans, found, after, left), new)


def _settled(
    before: _Searched, anchors: Sequence[Anchor], spans: Sequence[Span | None], after: _Searched
) -> tuple[list[AnchorMatch | None], list[int]]:
    """The matches of the anchors that stand where they stood, or went along with all around; and which are left."""
    found: list[AnchorMatch | None] = [None] * len(anchors)
    left = []
    for n, (anchor, span) in enumerate(zip(anchors, spans, strict=True)):
        if _untouched(anchor, after.text):
            found[n] = AnchorMatch(Span(anchor.start, anchor.start + len(anchor.quote)), 1.0, True)
        elif span is not None and span and (place := before.course(after).settled(span)) is not None:
            found[n] = AnchorMatch(place, 1.0, True)
        else:
            left.append(n)
    return found, left


def _look_wider(
    before: _Searched, spans: Sequence[Span | None], found: list[AnchorMatch | None], after: _Searched
) -> None:
    """Look for what is lost or in doubt by its whole sentence or paragraph, then with more of the old text around."""
    doubtful = [n for n, match in enumerate(found) if spans[n] is not None and (match is None or not match.certain)]
    if not doubtful:
        return
    from reader.text.anchoring.pieces import same_places

    places = [span for n in doubtful if (span := spans[n]) is not None]
    for n, place in zip(doubtful, same_places(before.text, places, after.text), strict=True):
        if place is not None:
            found[n] = AnchorMatch(place, 1.0, True)
    doubtful = [n for n in doubtful if (match := found[n]) is None or not match.certain]
    places = [span for n in doubtful if (span := spans[n]) is not None]
    wide = make_anchors(before.text, places, WIDE)
    traced = _traced(before, wide, places, _found_in(after, wide), after.text, WIDE)
    for n, match in zip(doubtful, traced, strict=True):
        if match is not None and match.certain:
            found[n] = match


def _kept_on_course(
    before: _Searched,
    spans: Sequence[Span | None],
    found: list[AnchorMatch | None],
    after: _Searched,
    searched: Sequence[int],
) -> list[AnchorMatch | None]:
    """The matches less the certainty of those that stand elsewhere than the words around them went.

    Where something like the passage took its place, that is offered, and never taken unasked.
    """
    for n in searched:
        span, match = spans[n], found[n]
        slot = before.course(after).slot(span) if span else None
        if slot is None or (match is not None and match.certain and match.span.overlaps(slot.span)):
            continue
        if slot.place is not None:
            places = (match.span, match.other) if match is not None else ()
            other = next((place for place in places if place is not None and not place.overlaps(slot.place)), None)
            found[n] = AnchorMatch(slot.place, 0.9 if slot.same else 0.6, certain=False, other=other)
        elif match is not None:
            found[n] = replace(match, certain=False)
    return found


def _true_rivals(
    before: _Searched, spans: Sequence[Span | None], found: list[AnchorMatch | None], new: str
) -> list[AnchorMatch | None]:
    """The matches in doubt without the second places that were another place of the old text already."""
    held = [
        (n, match, match.other, span)
        for n, (match, span) in enumerate(zip(found, spans, strict=True))
        if match is not None and match.other is not None and span is not None
    ]
    others = make_anchors(new, [other for _, _, other, _ in held])
    for (n, match, _, span), origin in zip(held, _found_in(before, others), strict=True):
        if origin is not None and origin.certain and not origin.span.overlaps(span):
            found[n] = replace(match, other=None)
    return found


def _traced(
    before: _Searched,
    anchors: Sequence[Anchor],
    spans: Sequence[Span | None],
    found: list[AnchorMatch | None],
    new: str,
    context: int,
) -> list[AnchorMatch | None]:
    """The matches without those that were another place of the old text, looked for there with so much context."""
    moved = [
        n
        for n, match in enumerate(found)
        if match is not None
        and match.score < 1
        and spans[n] is not None
        and not _only_one(before.text, anchors[n], match, new)
    ]
    places = [match.span for n in moved if (match := found[n]) is not None]
    for n, origin in zip(moved, _found_in(before, make_anchors(new, places, context)), strict=True):
        match, span = found[n], spans[n]
        if origin is None or match is None or span is None or origin.span.overlaps(span):
            continue
        found[n] = None if origin.certain else replace(match, certain=False)
    return found


def _only_one(old: str, anchor: Anchor, match: AnchorMatch, new: str) -> bool:
    """Whether the match has the very words and surroundings of the anchor, which stood once in the old text."""
    kept = anchor.prefix + anchor.quote + anchor.suffix
    if not new.startswith(kept, max(0, match.span.start - len(anchor.prefix))):
        return False
    return old.find(kept, old.find(kept) + 1) < 0


def _untouched(anchor: Anchor, text: str) -> bool:
    """Whether quotation and context stand exactly where they stood."""
    start = max(0, anchor.start - len(anchor.prefix))
    kept = anchor.prefix + anchor.quote + anchor.suffix
    return bool(anchor.quote) and text.startswith(kept, start) and len(anchor.prefix) <= anchor.start
