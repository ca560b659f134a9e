"""Follow a text through its changes by the runs of words that both versions have once, to tell where a place went.

A run is `_RUN` tokens (words and signs) one behind the other. One that stands once in each version is a twin, and ties
a token of the old text to one of the new. Twins that went together make a block. Not every block tells where its words
went: what a note on a correction quotes (`_copies`) or a summary repeats (`_fragments`) did not come from its place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.text.anchoring.index import TextIndex, squeezed
from reader.text.span import Span

_RUN = 6
"""Tokens of a run: so many in a row are hardly written twice by chance."""
_DRIFT = 12
"""Tokens put in or taken out between two twins that still belong to one block."""
_AROUND = 3
"""Tokens on either side of a passage that must be unchanged for its place to be settled."""
_REACH = 200
"""Tokens between a passage and the nearest unchanged run, at most, for what lies between the runs to be its slot."""
_LONG = 600
"""Tokens that are copied into a note or a summary at most."""
_ALIKE = 0.6
"""Share of a block's words that must stand, in order, at its old place for the block to be a copy."""
_COVERED = 0.75
"""Share of the tokens between its neighbours that a block must be to have been moved as a whole."""
_ENDS = frozenset(".!?…:;\"'()")


@dataclass(slots=True)
class _Block:
    """Tokens [start, end) of the old text, and where they stand in the new one."""

    start: int
    end: int
    there: int
    there_end: int


@dataclass(frozen=True, slots=True)
class Slot:
    """The stretch of the new text that took the place of the words around a passage.

    `span` is the stretch; `place` what stands there for the passage itself, None when nothing like it does; `same`
    when these are its very words, and once.
    """

    span: Span
    place: Span | None = None
    same: bool = False


class Course:
    """Two versions of a text and the runs of tokens that stand once in both; built in time linear in their lengths.

    All spans are of the old text when they are given, and of the new text when they are returned.
    """

    def __init__(self, before: TextIndex, after: TextIndex) -> None:
        self.before, self.after = before, after
        self._twins = _twins(before.tokens, after.tokens)
        blocks = _blocks(self._twins)
        for untrue in (_copies, _fragments):
            gone = list(untrue(blocks, before.tokens, after.tokens))
            for block in gone:
                for number in range(block.start, block.end):
                    self._twins.pop(number, None)
            blocks = _blocks(self._twins) if gone else blocks
        self._marks = list(self._twins)

    def settled(self, span: Span) -> Span | None:
        """Where a passage went that stands as before, and with it the words next to it; None when they do not."""
        first, last = self._tokens(span)
        low, high = max(0, first - _AROUND), min(len(self.before.tokens), last + _AROUND) - _RUN
        if low > high or low not in self._twins:
            return None
        step = self._twins[low] - low
        if any(self._twins.get(number) != number + step for number in range(low, high + 1)):
            return None
        return self._there(span, first, first + step, last - 1, last - 1 + step)

    def slot(self, span: Span) -> Slot | None:
        """What stands between the nearest unchanged runs before and behind a passage.

        None when these runs are too far from it, stand in another order, or have much more between them than before.
        """
        first, last = self._tokens(span)
        left = bisect_right(self._marks, first - _RUN) - 1
        right = bisect_left(self._marks, last)
        low, there = (self._marks[left] + _RUN, self._twins[self._marks[left]] + _RUN) if left >= 0 else (0, 0)
        high, there_end = len(self.before.tokens), len(self.after.tokens)
        if right < len(self._marks):
            high, there_end = self._marks[right], self._twins[self._marks[right]]
        if not there <= there_end or max(first - low, high - last) > _REACH or last - first > _LONG:
            return None
        if there_end - there > 3 * (high - low) + _REACH:
            return None
        begin = self.after.starts[there] if there < len(self.after.tokens) else len(self.after.plain)
        end = self.after.starts[there_end - 1] + len(self.after.tokens[there_end - 1]) if there < there_end else begin
        held = Span(self.after.start_in_text(begin), self.after.end_in_text(end)) if begin < end else None
        if held is None:
            at = self.after.start_in_text(begin)
            return Slot(Span(at, at))
        place = self._likest(span, (low, first, last, high), there, there_end)
        wanted = squeezed(span.of(self.before.text))
        same = place is not None and squeezed(place.of(self.after.text)) == wanted
        alone = self.after.plain.count(wanted, begin, end) == 1 == self._count(wanted, low, high)
        return Slot(held, place, same and alone)

    def _count(self, words: str, low: int, high: int) -> int:
        """How often `words` (squeezed) stand in tokens [low, high) of the old text."""
        starts, plain = self.before.starts, self.before.plain
        end = starts[high] if high < len(starts) else len(plain)
        return plain.count(words, starts[low] if low < len(starts) else end, end)

    def _tokens(self, span: Span) -> tuple[int, int]:
        """The number of the first token of a passage, and of the first token behind it."""
        starts, begin, end = self.before.starts, self.before.in_plain(span.start), self.before.in_plain(span.end)
        first = max(0, bisect_right(starts, begin) - 1)
        if first < len(starts) and starts[first] + len(self.before.tokens[first]) <= begin:
            first += 1
        return first, max(first + 1, bisect_left(starts, end))

    def _there(self, span: Span, first: int, first_there: int, last: int, last_there: int) -> Span | None:
        """The passage in the new text when its first and its last token went to those of these numbers.

        None when the words between them are not the passage's own.
        """
        before, after = self.before, self.after
        if last >= len(before.tokens):
            return None
        begin = after.start_in_text(after.starts[first_there]) + span.start - before.start_in_text(before.starts[first])
        end = after.start_in_text(after.starts[last_there]) + span.end - before.start_in_text(before.starts[last])
        if not 0 <= begin < end <= len(after.text):
            return None
        there = Span(begin, end)
        return there if squeezed(there.of(after.text)) == squeezed(span.of(before.text)) else None

    def _likest(self, span: Span, old: tuple[int, int, int, int], low: int, high: int) -> Span | None:
        """The part of tokens [low, high) of the new text that answers to a passage; None if half its letters are gone.

        `old` has four numbers of tokens of the old text: the slot's first, the passage's first, the first behind the
        passage, and the first behind the slot. The slots of both texts are aligned as a whole.
        """
        start, first, last, end = old
        words, others = self.before.tokens[start:end], self.after.tokens[low:high]
        begins, ends, kept = None, None, 0
        for _, a, b, c, d in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
            a, b = a + start, b + start
            if b <= first or a >= last:
                continue
            equal = b - a == d - c and self.before.tokens[a:b] == others[c:d]
            begin = c + max(0, first - a) if equal else c
            stop = d - max(0, b - last) if equal else d
            begins = begin if begins is None else begins
            ends = stop
            kept += sum(len(token) for token in others[begin:stop]) if equal else 0
        letters = sum(len(token) for token in self.before.tokens[first:last])
        if begins is None or ends is None or begins >= ends or 2 * kept < letters:
            return None
        exact = self._there(span, first, low + begins, last - 1, low + ends - 1)
        if exact is not None:
            return exact
        starts, last_token = self.after.starts, low + ends - 1
        return Span(
            self.after.start_in_text(starts[low + begins]),
            self.after.end_in_text(starts[last_token] + len(self.after.tokens[last_token])),
        )


def _runs(tokens: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(tokens[step:] for step in range(_RUN)), strict=False)


def _twins(old: list[str], new: list[str]) -> dict[int, int]:
    """For each run that both texts have once, the number of its first token in the old text and in the new one."""
    places: dict[tuple[str, ...], int] = {}
    for number, run in enumerate(_runs(old)):
        places[run] = -1 if run in places else number
    there: dict[int, int] = {}
    for number, run in enumerate(_runs(new)):
        at = places.get(run, -1)
        if at >= 0:
            there[at] = -1 if at in there else number
    return {at: there[at] for at in sorted(there) if there[at] >= 0}


def _blocks(twins: dict[int, int]) -> list[_Block]:
    """The twins that went together, in the order of the old text."""
    blocks: list[_Block] = []
    block: _Block | None = None
    for at, there in twins.items():
        if block and there > block.there_end - _RUN and abs((there - at) - (block.there_end - block.end)) <= _DRIFT:
            block.end, block.there_end = at + _RUN, there + _RUN
        else:
            block = _Block(at, at + _RUN, there, there + _RUN)
            blocks.append(block)
    return blocks


def _copies(blocks: list[_Block], old: list[str], new: list[str]) -> Iterator[_Block]:
    """The blocks that were copied elsewhere, as into a note on a correction, while their own place has them changed.

    Their own place in the new text is looked for behind the block before, and in front of the block behind.
    """
    firsts = sorted(block.there for block in blocks)
    ends = sorted(block.there_end for block in blocks)
    for number, block in enumerate(blocks):
        low, low_there, high, high_there = 0, 0, len(old), len(new)
        if number:
            low, low_there = blocks[number - 1].end, blocks[number - 1].there_end
        if number + 1 < len(blocks):
            high, high_there = blocks[number + 1].start, blocks[number + 1].there
        first, last = max(block.start, low), min(block.end, high)
        if not 0 < last - first <= _LONG:
            continue
        following = bisect_left(firsts, low_there)
        stop = firsts[following] if following < len(firsts) else len(new)
        before = bisect_right(ends, high_there) - 1
        begin = ends[before] if before >= 0 else 0
        rooms = (
            new[low_there : min(stop, low_there + (last - low) * 3 // 2 + 20)],
            new[max(begin, high_there - (high - first) * 3 // 2 - 20) : high_there],
        )
        if any(_has_most(room, old[first:last]) for room in rooms):
            yield block


def _has_most(room: list[str], words: list[str]) -> bool:
    """Whether most of `words` stand in `room`, in their order."""
    from rapidfuzz.distance import LCSseq

    return bool(room) and LCSseq.similarity(words, room) >= _ALIKE * len(words)


def _fragments(blocks: list[_Block], old: list[str], new: list[str]) -> Iterator[_Block]:
    """The blocks that stand outside the longer blocks around them, and are neither whole sentences nor all of a place.

    They are parts of sentences that a summary repeats. Where the longer blocks were torn apart themselves nothing is
    said: then any part of the text may have moved.
    """
    earlier = _longer(blocks, range(len(blocks)))
    later = _longer(blocks, range(len(blocks) - 1, -1, -1))
    for number, block in enumerate(blocks):
        before, after = earlier[number], later[number]
        if before is None or after is None or before.there > after.there:
            continue
        if before.there <= block.there <= after.there or after.there - before.there_end > 3 * _REACH:
            continue
        opened = not _ENDS.isdisjoint(old[block.start - 1 : block.start + 2])
        closed = not _ENDS.isdisjoint(old[block.end - 2 : block.end + 1])
        covered = block.end - block.start >= _COVERED * (after.start - before.end)
        if not (opened and closed) and not covered:
            yield block


def _longer(blocks: list[_Block], order: range) -> list[_Block | None]:
    """For each block the nearest longer one that comes before it in `order`, None where there is none."""
    found: list[_Block | None] = [None] * len(blocks)
    open_ones: list[_Block] = []
    for number in order:
        block = blocks[number]
        while open_ones and open_ones[-1].end - open_ones[-1].start <= block.end - block.start:
            open_ones.pop()
        found[number] = open_ones[-1] if open_ones else None
        open_ones.append(block)
    return found
