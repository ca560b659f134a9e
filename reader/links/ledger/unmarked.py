"""Find words that one source has in quotation marks where an aligned passage of another has them without."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reader.links.alignments import Alignments
from reader.links.comparing_memory import Memory
from reader.links.decisions.mention_edits import edited
from reader.links.decisions.values import Decisions
from reader.links.ledger.judging.quotations import NEGATIONS, SHORT, quoted_words, words_in, words_with_places
from reader.links.ledger.words import STOP
from reader.links.values import ComparedSource
from reader.mentions import Mention, Quotation
from reader.stopping import checkpoint
from reader.text import Span

_LONGEST = 40
"""Words of a quotation that is looked for; whoever repeats more without marks copies, which origins tell."""
_NEGATED_WITHIN = 4
"""Words before those found among which none may say not."""
_REACH = 5000
"""Code points that a quotation may have begun before words that stand inside it."""
Words = tuple[str, ...]


def with_unmarked(
    sources: Sequence[ComparedSource], alignments: Alignments, decisions: Decisions, memory: Memory
) -> list[ComparedSource]:
    """The sources, each with a mention more for all words that an aligned passage of another one quotes.

    The words are the same, in any order; the new mentions are quotations whose value says that nothing marks them.
    """
    quoted = {source.id: memory.get(("quoted", source), lambda: _quoted(source)) for source in sources}  # noqa: B023
    sought: dict[str, dict[int, dict[Words, str]]] = {source.id: defaultdict(dict) for source in sources}
    for a, b, columns in alignments.by_sources() if any(quoted.values()) else ():
        checkpoint()
        for one, other, places in (
            (a, b, zip(columns.ones, columns.others, strict=True)),
            (b, a, zip(columns.others, columns.ones, strict=True)),
        ):
            held, wanted = quoted[one], sought[other]
            for theirs, ours in places if held else ():
                if theirs in held:
                    for said in held[theirs]:
                        wanted[ours].setdefault(said, one)
    return [_with(source, _unmarked(source, sought[source.id]), decisions) for source in sources]


def _quoted(source: ComparedSource) -> dict[int, list[Words]]:
    """The words of its quotations that are worth seeking, by the index of their passage."""
    starts = [passage.span.start for passage in source.passages]
    held: dict[int, list[Words]] = defaultdict(list)
    for mention in source.mentions:
        if isinstance(mention.value, Quotation) and _worth_seeking(mention.value):
            held[bisect_right(starts, mention.span.start) - 1].append(quoted_words(mention.value))
    return held


def _worth_seeking(value: Quotation) -> bool:
    """Whether the words tell enough to be known again: not a word or two, no name of a ship, nothing denied."""
    said = quoted_words(value)
    if not SHORT < len(said) <= _LONGEST or NEGATIONS & set(said):
        return False
    telling = set(said) - STOP
    return len(telling) >= SHORT and any(word.islower() and word in telling for word in value.words.split())


def _unmarked(source: ComparedSource, sought: Mapping[int, Mapping[Words, str]]) -> Iterator[Mention]:
    """The words sought in its passages, where they stand; each with the letter of the source that quotes them."""
    text = source.article.text
    for index, wanted in sorted(sought.items()):
        checkpoint()
        passage = source.passages[index]
        here = words_in(text, passage.span) if passage.kind != "boilerplate" else frozenset()
        for words, letter in wanted.items():
            span = _where(words, words_with_places(text, passage.span)) if here.issuperset(words) else None
            if span is not None and not _told(source.mentions, span):
                value, evidence = Quotation(span.of(text), marked=False), f"in quotation marks in {letter}"
                yield Mention(span, span.of(text), "quotation", value, evidence=evidence)


def _where(quoted: Words, said: Sequence[tuple[str, Span]]) -> Span | None:
    """Where these words stand together, in any order, and are not denied."""
    wanted, length = sorted(quoted), len(quoted)
    words = [word for word, _ in said]
    for start in range(len(words) - length + 1):
        before = words[max(0, start - _NEGATED_WITHIN) : start]
        if words[start] in quoted and not NEGATIONS & set(before) and sorted(words[start : start + length]) == wanted:
            return Span(said[start][1].start, said[start + length - 1][1].end)
    return None


def _told(mentions: Sequence[Mention], span: Span) -> bool:
    """Whether a quotation stands there already, or the words are a name."""
    first, end = (
        bisect_left(mentions, at, key=lambda mention: mention.span.start) for at in (span.start - _REACH, span.end)
    )
    return any(
        mention.span.overlaps(span) if mention.kind == "quotation" else mention.span.contains(span)
        for mention in mentions[first:end]
        if mention.span.end > span.start and mention.kind != "attribution"
    )


def _with(source: ComparedSource, found: Iterable[Mention], decisions: Decisions) -> ComparedSource:
    """The source with these mentions, but for those the reader took away."""
    once = list({mention.span: mention for mention in found}.values())
    kept = [mention for mention in edited(source.article, once, decisions) if mention.engine != "reader"]
    if not kept:
        return source
    named = [mention.with_id(f"{source.id}{n}") for n, mention in enumerate(kept, len(source.mentions) + 1)]
    mentions = sorted((*source.mentions, *named), key=lambda mention: (mention.span.start, -mention.span.end))
    return replace(source, mentions=tuple(mentions))
