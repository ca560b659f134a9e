"""Run every finder over one article and settle overlaps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reader.mentions.dates.finding import find_dates
from reader.mentions.entities.evidence import Evidence
from reader.mentions.entities.finding import find_entities
from reader.mentions.numbers.finding import find_quantities
from reader.mentions.speech.attributions import find_attributions
from reader.mentions.speech.quotations import find_quotations
from reader.mentions.values import ENTITY_KINDS, NUMBER_KINDS, DateValue, Mention, MentionKind
from reader.mentions.words.coordinates import without_coordinates
from reader.mentions.words.language import language_of
from reader.stopping import watched
from reader.text import Article

# Of two marks on the same words, the one whose kind stands first stays. Quotations and attributions hold others.
_RANK: dict[MentionKind, int] = {
    kind: rank  # type: ignore[misc]
    for rank, kinds in enumerate((
        ("date", "duration", "money", "percent", "quantity"),
        ("person", "organisation", "place", "nationality", "name"), ("number",), ("ordinal",),
    ))
    for kind in kinds
}  # fmt: skip


_AMOUNTS: frozenset[MentionKind] = frozenset({"money", "percent", "quantity"})
_MAY_BE_PEOPLE: frozenset[MentionKind] = frozenset({"person", "name"})
_PIECE = 10_000
"""Code points after which, at the end of a block, numbers and dates are looked for anew: what they look at is near."""
_YEAR = re.compile(r"\b[12]\d{3}\b")
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")


def find_mentions(
    article: Article,
    evidence: Evidence | None = None,
    engine: str = "rules",
    *,
    check: Callable[[], None] | None = None,
    numbers: Sequence[Mention] | None = None,
) -> tuple[Mention, ...]:
    """All mentions of the article, sorted by place; raises nothing whatever the text.

    `evidence` (of all loaded articles, see `entity_evidence`) helps to tell names from common words; `engine` finds the
    names ("rules", or "spacy:PIPELINE", which raises AnalysisError when it cannot be loaded). `check()` is called now
    and then and may raise to stop the work. `numbers`, when given, are what `find_numbers` found.

    Quotations and attributions may contain other mentions; all others do not overlap: a date beats a number, and a name
    beats a number inside it.
    """
    found = find_entities(article, evidence, engine)
    found += find_numbers(article, check) if numbers is None else numbers
    attributions = find_attributions(article, [m for m in found if m.kind == "person"])
    holders = [*attributions, *find_quotations(article, attributions)]
    return tuple(sorted([*_settled(found), *holders], key=lambda m: (m.span.start, -m.span.end, m.kind)))


def find_numbers(article: Article, check: Callable[[], None] | None = None) -> tuple[Mention, ...]:
    """The quantities and dates of the article, which other articles have no say in; they may overlap."""
    found: list[Mention] = []
    for start, piece in _pieces(without_coordinates(article)):
        if check:
            check()
        here = [*find_quantities(piece), *find_dates(piece)]
        found += [replace(m, span=m.span.shifted(start)) for m in here] if start else here
    return tuple(found)


def _pieces(article: Article) -> Iterator[tuple[int, Article]]:
    """The article cut at block ends, each piece with the place where it begins; a short article is one piece.

    A block longer than two pieces is cut at the ends of sentences.
    """
    language = language_of(article)
    start = 0
    for end in _piece_ends(article):
        yield start, replace(article, text=article.text[start:end], blocks=(), language=language)
        start = end


def _piece_ends(article: Article) -> Iterator[int]:
    start = 0
    for block in article.blocks:
        while block.span.end - start >= 2 * _PIECE:
            sentence = _SENTENCE_END.search(article.text, start + _PIECE, start + 2 * _PIECE)
            if sentence is None:
                break
            start = sentence.end()
            yield start
        if block.span.end - start >= _PIECE:
            start = block.span.end
            yield start
    yield len(article.text)


def _settled(found: Sequence[Mention]) -> list[Mention]:
    """The mentions that stay when those that overlap are settled: by rank of kind, then the longer, then the first."""
    kept: list[Mention] = []
    for mention in watched(sorted(found, key=lambda m: (m.span.start, -m.span.end))):
        while kept and kept[-1].span.end > mention.span.start and _beats(mention, kept[-1]):
            kept.pop()
        aged = mention.kind == "duration" and mention.text.isdigit()
        if (not kept or kept[-1].span.end <= mention.span.start) and not (aged and not _behind_a_name(mention, kept)):
            kept.append(mention)
    return kept


def _behind_a_name(age: Mention, before: Sequence[Mention]) -> bool:
    """Whether bare digits read as somebody's years stand right behind a name that may be a person's, or "aged 34 and".

    The seats of a party stand in brackets behind a single word ("the Greens (34)").
    """
    if age.evidence == "aged":
        return True
    if not before or before[-1].kind not in _MAY_BE_PEOPLE:
        return False
    return age.span.start - before[-1].span.end <= len(", ") and (" " in before[-1].text or not age.evidence)


def _beats(new: Mention, old: Mention) -> bool:
    """Whether a mention that begins later, or is shorter, takes the place of the earlier one."""
    if new.span == old.span and new.kind in NUMBER_KINDS and old.kind == "name":
        return True  # "Треть" at the start of a sentence, "38C": the very word is a number
    if new.kind == "name" and old.kind in NUMBER_KINDS and new.span.end < old.span.end:
        return False  # "Zo'n 300": a hedge with the capital of its sentence
    if new.kind in ENTITY_KINDS and old.kind == "number" and new.span.end < old.span.end:
        return False  # "deux Français sur trois"
    if new.kind in _AMOUNTS and old.kind in ENTITY_KINDS and any(c.isdigit() for c in old.text):
        return False  # the S&P 500 "ha chiuso": its digits are its own
    if (
        new.kind == "date"
        and old.kind in ENTITY_KINDS
        and len(new.span) < len(old.span)
        and new.span.end <= old.span.end
    ):
        return False  # 20th Century Fox
    if new.span == old.span and new.kind == "date" and old.kind == "duration":
        time = isinstance(new.value, DateValue) and new.value.precision == "time"
        return time or _YEAR.search(new.text) is not None  # "20.00 uur" is a time of day, "в 2011 году" a year
    return (_RANK[new.kind], -len(new.span)) < (_RANK[old.kind], -len(old.span))
