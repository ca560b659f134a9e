"""Find words in quotation marks of every style, nested or left open, with the speaker named near by."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.mentions.speech.attributions import VENUES, find_attributions
from reader.mentions.values import Attribution, Mention, Quotation
from reader.stopping import checkpoint
from reader.text import Article, Block, Span

_MARKS = re.compile("[“”„‟«»‹›‘’‚\"'「」『』]")
# What may close a mark that opened. Marks of the CLDR `quotationStart/End` of the languages we read, and Swedish ”…”.
_CLOSERS = {
    "“": "”", "„": "“”", "‟": "”", "”": "”", "«": "»", "»": "«", "‹": "›", "›": "‹",
    "‘": "’", "‚": "‘’", "\"": "\"", "'": "'", "「": "」", "『": "』",
}  # fmt: skip
_SINGLE = "‘’‚'"
_GUILLEMETS = "«»‹›"  # French sets blanks inside them
_DASHED = re.compile(r"[—–]\s?(?=\S)")
_TOLD = re.compile(r"[,?!…] $")
_TURN = re.compile(r"[,.!?…]?\s[—–]\s?")
_WENT_ON = re.compile(r",?\s(?:and|but|or|y|o|et|ou|und|oder|e|ou|en|of|и|но|або|і|та|але|ve|ama)\s[^.!?“”„«»\"]{0,80}")
_AFTERWARDS = re.compile(r"[^“”„«»\"]{0,80}[.!?]\s+")
_LEFT_OPEN_AT_MOST = 1000
_SPEAKER_BEFORE, _SPEAKER_AFTER = 60, 50
_LOOK_FOR_CLOSER = 300


@dataclass(slots=True)
class _Open:
    mark: str
    at: int


def find_quotations(article: Article, attributions: Sequence[Mention] | None = None) -> list[Mention]:
    """Mentions of kind *quotation*, marks included in the span, sorted by place; nested ones follow their outer one.

    A quotation that its paragraph does not close runs to the paragraph's end, 1,000 code points at most.
    `attributions`, when already known, are those of the same article.
    """
    said = find_attributions(article) if attributions is None else attributions
    starts = [mention.span.start for mention in said]
    found: list[Mention] = []
    for block in article.blocks:
        checkpoint()
        spans = sorted(_quoted(article.text, block.span), key=lambda quoted: (quoted[0].start, -quoted[0].end))
        for span, closed in spans or _dialogue(article.text, block.span, said, starts):
            marked = article.text[span.start] in _CLOSERS
            words = article.text[span.start + marked : span.end - (marked and closed)].strip()
            if not any(c.isalnum() for c in words):
                continue
            outer = found[-1].span if found and found[-1].span.contains(span) else None
            speaker = _speaker(article.text, span, outer or block.span, said, starts)
            named: tuple[str, Span | None] = (speaker.speaker, speaker.speaker_span) if speaker else ("", None)
            if speaker is None and outer is None:
                named = _going_on(article.text, span, block, found)
            value = Quotation(words, *named, closed)
            evidence = "quotation marks" if marked else "dash of a dialogue"
            found.append(Mention(span, span.of(article.text), "quotation", value, evidence=evidence))
            _tell_paragraphs_before(article.text, block, found)
    return found


def _tell_paragraphs_before(text: str, block: Block, found: list[Mention]) -> None:
    """Give the speaker of the last quotation to those left open in the paragraphs it goes on from."""
    last = found[-1].value
    at, start = len(found) - 1, block.span.start
    while at and isinstance(last, Quotation) and last.speaker and found[at].span.start == start:
        at -= 1
        value, span = found[at].value, found[at].span
        if not isinstance(value, Quotation) or value.closed or value.speaker or text[span.end : start].strip():
            return
        found[at] = replace(found[at], value=replace(value, speaker=last.speaker, speaker_span=last.speaker_span))
        start = text.rfind("\n", 0, span.start) + 1


def _going_on(text: str, quote: Span, block: Block, before: Sequence[Mention]) -> tuple[str, Span | None]:
    """The speaker of the last quotation where this one goes on: “…,” he said. “…”, or a new paragraph of it."""
    last = before[-1] if before else None
    if last is None or not isinstance(last.value, Quotation) or not last.value.speaker_span:
        return "", None
    value = last.value
    if not value.closed and quote.start == block.span.start and not text[last.span.end : quote.start].strip():
        return value.speaker, value.speaker_span
    between = text[last.span.end : quote.start]
    told_between = len(between) > 2 and (_AFTERWARDS.fullmatch(between) or _WENT_ON.fullmatch(between))
    return (value.speaker, value.speaker_span) if told_between and block.span.contains(last.span) else ("", None)


def _dialogue(text: str, block: Span, said: Sequence[Mention], starts: Sequence[int]) -> Iterator[tuple[Span, bool]]:
    """A paragraph that opens with a dash, up to the dash or comma before who says it: "—Es seguro —dijo Olsen"."""
    opening = _DASHED.match(text, block.start, block.end)
    if opening is None:
        return
    for turn in _TURN.finditer(text, opening.end(), block.end):
        at = bisect_left(starts, turn.end())
        if at < len(said) and said[at].span.start - turn.end() <= 2:
            yield Span(opening.end(), turn.start()), True
            return
    at = bisect_left(starts, opening.end())  # "— On reste, dit Marek."
    inside = at < len(said) and said[at].span.end <= block.end
    if inside and _TOLD.search(text, opening.end(), said[at].span.start):
        yield Span(opening.end(), said[at].span.start - 1 - (text[said[at].span.start - 2] == ",")), True


def _quoted(text: str, block: Span) -> Iterator[tuple[Span, bool]]:
    """Spans from mark to mark inside one block; False for one left open. At most one of each mark is open at a time.

    Where straight marks come in pairs, an open one is closed by the next, whatever blanks stand around it.
    """
    stack: list[_Open] = []
    paired = text.count('"', block.start, block.end) % 2 == 0
    for match in _MARKS.finditer(text, block.start, block.end):
        checkpoint()
        mark, at = match.group(), match.start()
        before = text[at - 1] if at > block.start else " "
        after = text[at + 1] if at + 1 < block.end else " "
        closes = next((o for o in reversed(stack) if mark in _CLOSERS[o.mark]), None)
        near = not before.isspace() or mark in _GUILLEMETS or (mark == '"' and paired)
        if closes and near and not _apostrophe(text, at, before, after, block.end):
            yield Span(closes.at, at + 1), True
            del stack[stack.index(closes) :]
        elif mark in _CLOSERS and _may_open(mark, before, after):
            same = next((o for o in stack if o.mark == mark), None)
            if same:  # the same mark twice: the first was never closed, and only the second can be
                del stack[stack.index(same) :]
            stack.append(_Open(mark, at))
    if stack and stack[0].mark not in "'’":
        yield Span(stack[0].at, min(block.end, stack[0].at + _LEFT_OPEN_AT_MOST)), False


def _may_open(mark: str, before: str, after: str) -> bool:
    if (after.isspace() and mark not in "«‹") or before.isalnum():
        return False
    return mark not in "’”" or (mark == "”" and after.isalnum())


def _apostrophe(text: str, at: int, before: str, after: str, end: int) -> bool:
    """Whether a single mark is an apostrophe: inside a word, or after a plural s with a better closer to come."""
    if text[at] not in _SINGLE:
        return False
    if after.isalnum():
        return True
    if before not in "sS" or not after.isspace():
        return False
    rest = text[at + 1 : min(end, at + _LOOK_FOR_CLOSER)]
    closer = rest.find(text[at])
    stop = rest.find(". ")
    return closer > 0 and (stop < 0 or closer < stop) and not rest[closer - 1].isspace() and "‘" not in rest[:closer]


def _speaker(text: str, quote: Span, block: Span, said: Sequence[Mention], starts: Sequence[int]) -> Attribution | None:
    """Who is said to say it: the nearest attribution that ends just before the quotation or begins just after it."""
    low = bisect_left(starts, quote.start - 200)
    best: tuple[int, Attribution] | None = None
    for mention in said[low : bisect_left(starts, quote.end + _SPEAKER_AFTER)]:
        value = mention.value
        if not isinstance(value, Attribution) or not value.speaker or not block.contains(mention.span):
            continue
        if value.cue.lower() in VENUES:
            continue
        if mention.span.start >= quote.end:
            if text[quote.end - 2] == "." and text[mention.span.start].isupper():
                continue  # “Nobody did.” His wife agreed: “It was sudden.”
            between, limit, cost = text[quote.end : mention.span.start], _SPEAKER_AFTER, 0
        elif mention.span.end <= quote.start:
            between, limit, cost = text[mention.span.end : quote.start], _SPEAKER_BEFORE, 10
        elif mention.span.end <= quote.start + 80 and _inserted(text, mention.span):
            between, limit, cost = "", 1, 30
        else:
            continue
        if (
            len(between) <= limit
            and not re.search(r"[.!?]\s", between)
            and (best is None or len(between) + cost < best[0])
        ):
            best = (len(between) + cost, value)
    return best[1] if best else None


def _inserted(text: str, said: Span) -> bool:
    """Whether an attribution stands inside quoted words: “We are ready, – he noted. – …”, « Le pont, dit-il, … »."""
    before, after = text[max(0, said.start - 3) : said.start].rstrip(), text[said.end : said.end + 3].lstrip()
    return before[-1:] in ("-", "–", "—", ",") and after[:1] in (".", ",", "-", "–", "—", ":")
