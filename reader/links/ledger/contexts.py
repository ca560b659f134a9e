"""What stands around each number, date and quotation: its sentence's words, names, event and time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reader.links.ledger import words
from reader.links.ledger.roles import counted_thing, crossings, head_noun, role_at
from reader.links.ledger.verdicts import dimension
from reader.links.values import ComparedSource, RowKind
from reader.mentions import NUMBER_KINDS, DateValue, Duration, Mention, Quantity, Quotation
from reader.stopping import checkpoint
from reader.text import Passage, Span, detect_language

_TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_LONG_SENTENCE = 2000
NOUN_REACH = 40
"""Code points behind a number within which its noun is looked for."""
_HEAD, _PLACE_WORDS = 3, 3
"""How many passages may stand before a dateline, and how many words of it before its date."""
_WINDOW = 40
"""Words either side of a mention that make its context; longer sentences are cut to it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One number, date or quotation with its surroundings; `repeats` are the same words in a repeated passage.

    `terms` maps words and entity ids ("@E3") to a factor; `counted` is the class of the counted noun, "?" when the
    sentence leaves it out; `role` what befell it; `when` the days the sentence names; `subject` its first entity;
    `entities` those it names and their relatives; `aside` where it stands outside the account ("dateline").
    """

    source: str
    kind: RowKind
    mention: Mention
    value: Quantity | Duration | DateValue | Quotation
    passage: int
    terms: dict[str, float]
    entities: frozenset[str] = frozenset()
    subject: str = ""
    dimension: str = ""
    counted: str = ""
    role: str = ""
    cumulative: bool = False
    aside: str = ""
    when: tuple[tuple[int, int], ...] = ()
    language: str = ""
    repeats: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        return (self.mention.id, *self.repeats)


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    word: str
    term: str


class _Scene:
    """One passage of a text: the entities in order, the days it names, and its words, read when they are asked for."""

    def __init__(self, text: str, passage: Passage, index: int) -> None:
        self.passage, self.index, self.text = passage, index, text
        self.names: list[tuple[int, str]] = []
        self.when: list[tuple[int, int]] = []
        self.covered: list[tuple[Span, str]] = []
        """Stretches whose words count as an entity ("@E3") or a date ("=2016-11"), or weigh nothing ("": numbers)."""

    @cached_property
    def tokens(self) -> list[_Token]:
        return list(_tokens(self.text, self.passage.span, self.covered))

    @cached_property
    def starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def total(self) -> bool:
        """Whether the sentence sums up over a time ("since", "over the past decade")."""
        span = self.passage.span
        return len(span) < _LONG_SENTENCE and bool(words.TOTALS.search(self.text, span.start, span.end))


@dataclass(frozen=True, slots=True)
class _Account:
    """What all claims of one source share: its letter, its language, and which entities go with which."""

    source: str
    language: str
    related: dict[str, tuple[str, ...]]


def find_claims(source: ComparedSource, entity_of: dict[str, str], related: dict[str, tuple[str, ...]]) -> list[Claim]:
    """The comparable mentions of a source, in order, repeated passages folded into the first of them."""
    scenes = _scenes(source, entity_of)
    language = source.article.language or detect_language(source.article.text)
    blocks = source.article.blocks
    account = _Account(source.id, language, related)
    claims: list[Claim] = []
    folded: dict[tuple[int, str], int] = {}
    repeats: dict[int, list[str]] = {}
    for mention, scene in _placed(source.mentions, scenes):
        checkpoint()
        kind = row_kind(mention)
        if kind is None or scene.passage.kind == "boilerplate" or blocks[scene.passage.block].kind == "byline":
            continue
        original = scene.passage.repeats
        at = folded.get((original, mention.text)) if original is not None else None
        if at is not None:
            repeats.setdefault(at, []).append(mention.id)
            continue
        folded[scene.index, mention.text] = len(claims)
        before = scenes[scene.index - 1] if scene.index else None
        near_by = before if before and before.passage.block == scene.passage.block else None
        claims.append(_claim(account, kind, mention, scene, near_by))
    for at, ids in repeats.items():
        claims[at] = replace(claims[at], repeats=tuple(ids))
    return claims


def row_kind(mention: Mention) -> RowKind | None:
    """The kind of row a mention can stand in; None for names, ordinals and attributions."""
    value = mention.value
    if isinstance(value, Duration) or (
        isinstance(value, Quantity) and mention.kind in NUMBER_KINDS and mention.kind != "ordinal"
    ):
        return "quantity"
    if isinstance(value, DateValue):
        return "date"
    return "quotation" if isinstance(value, Quotation) else None


def document_frequency(claims: Iterable[Claim]) -> Counter[str]:
    """In how many different contexts each term stands."""
    seen: Counter[str] = Counter()
    last: tuple[str, int] | None = None
    for claim in claims:
        if (claim.source, claim.passage) != last:
            seen.update(claim.terms)
            last = (claim.source, claim.passage)
    return seen


def _placed(mentions: Sequence[Mention], scenes: Sequence[_Scene]) -> Iterator[tuple[Mention, _Scene]]:
    starts = [scene.passage.span.start for scene in scenes]
    for mention in mentions:
        at = bisect_right(starts, mention.span.start) - 1
        if at >= 0 and mention.span.start < scenes[at].passage.span.end:
            yield mention, scenes[at]


def _scenes(source: ComparedSource, entity_of: dict[str, str]) -> list[_Scene]:
    scenes = [_Scene(source.article.text, passage, index) for index, passage in enumerate(source.passages)]
    for mention, scene in _placed(source.mentions, scenes):
        checkpoint()
        entity = entity_of.get(mention.id, "")
        value = mention.value
        if entity:
            scene.names.append((mention.span.start, entity))
        if isinstance(value, DateValue) and value.resolved and value.low and value.high:
            scene.when.append((value.low.toordinal(), value.high.toordinal()))
        if entity or isinstance(value, Quantity | DateValue | Duration):
            said = f"@{entity}" if entity else f"={value.iso}" if isinstance(value, DateValue) else ""
            scene.covered.append((mention.span, said))
    return scenes


def _tokens(text: str, span: Span, covered: Sequence[tuple[Span, str]]) -> Iterator[_Token]:
    """Words of a passage as terms; an entity's words become its id, and those of numbers and dates weigh nothing."""
    at = 0
    for match in _TOKEN.finditer(text, span.start, span.end):
        while at < len(covered) and covered[at][0].end <= match.start():
            at += 1
        inside = at < len(covered) and covered[at][0].start <= match.start()
        word = match.group()
        if inside and not covered[at][1]:
            # What is counted may be part of the mention ("6,000 fighters"): letters still count, number words do not.
            yield _Token(match.start(), word, "" if word[0].isdigit() else "#")
        else:
            yield _Token(match.start(), word, covered[at][1] if inside else words.term(word))


def _claim(account: _Account, kind: RowKind, mention: Mention, scene: _Scene, before: _Scene | None) -> Claim:
    value = mention.value
    assert isinstance(value, Quantity | Duration | DateValue | Quotation)
    near = _near(scene, mention.span)
    said = [token.word for token in near]
    at = sum(token.start < mention.span.start for token in near)
    crossed = crossings(said, at)
    terms = _terms(near, account.related, crossed)
    if kind == "date":  # what is judged is no evidence
        terms = {term: factor for term, factor in terms.items() if term[0] != "="}
    earlier = before.tokens[-_WINDOW:] if before else []
    if any(word.lower() in words.ANAPHORS for word in said):
        for term, factor in _terms(earlier, account.related, [0] * len(earlier)).items():
            terms.setdefault(term, factor / 2)
    counted, role = "", ""
    if kind == "quantity":
        counted, role = _tally(scene.text, mention, value, said, at, [token.word for token in earlier])
    related = account.related
    names = [(start, entity) for start, entity in scene.names if abs(start - mention.span.start) < 2000]
    return Claim(
        account.source, kind, mention, value, scene.index, terms,
        entities=frozenset(e for _, name in names[:_WINDOW] for e in (name, *related.get(name, ()))),
        subject=names[0][1] if names and (kind != "quantity" or names[0][0] < mention.span.start) else "",
        dimension=dimension(value) if isinstance(value, Quantity | Duration) else "",
        counted=counted, role=role,
        cumulative=scene.total,
        aside="picture caption" if scene.passage.kind == "caption" else _dateline(kind, said[:at], scene.index),
        when=tuple(scene.when[:8]),
        language=account.language,
    )  # fmt: skip


def _dateline(kind: RowKind, before: Sequence[str], passage: int) -> str:
    """ "dateline" for a bare date at the head of a text, or behind the name of a town there ("SEBKHA, 14 March -")."""
    bare = len(before) <= _PLACE_WORDS and all(word[0].isupper() for word in before) and "On" not in before
    return "dateline" if kind == "date" and passage <= _HEAD and bare else ""


def _tally(text: str, mention: Mention, value: object, near: list[str], at: int, before: list[str]) -> tuple[str, str]:
    """What a number counts and what befell it; a number that leaves both out takes them from the sentence before."""
    if isinstance(value, Quantity) and value.counted and parted(text, mention.span.end, value.counted):
        value = replace(value, counted="")
    counted = counted_thing(value, near, before)
    role = words.event_role(head_noun(value)) or role_at(near, at, counted, money=mention.kind == "money")
    elliptical = isinstance(value, Quantity) and not value.counted and not value.unit
    if elliptical and role in ("", "strength"):
        role = role_at(before, len(before), counted, before=True) or role
    return counted, role


def parted(text: str, end: int, noun: str) -> bool:
    """Whether a comma or a stop parts a number from its noun ("has risen to 38, the hospital said")."""
    at = text.find(noun, end, end + NOUN_REACH) if noun else -1
    return at >= 0 and any(mark in text[end:at] for mark in ",;.:")


def _near(scene: _Scene, span: Span) -> list[_Token]:
    at = bisect_right(scene.starts, span.start)
    return scene.tokens[max(0, at - _WINDOW) : at + _WINDOW]


def _terms(tokens: Sequence[_Token], related: dict[str, tuple[str, ...]], crossed: Sequence[int]) -> dict[str, float]:
    """Terms with their factors: names a little more, words of another clause half."""
    found: dict[str, float] = {}
    for token, joints in zip(tokens, crossed, strict=True):
        if not token.term or token.term == "#":
            continue
        if token.term[0] == "@":
            found[token.term] = 1.3
            for other in related.get(token.term[1:], ()):
                found.setdefault(f"@{other}", 0.6)
        elif token.term[0] == "=":
            found[token.term] = 0.5
        else:
            found[token.term] = max(found.get(token.term, 0.0), 0.5 if joints else 1.0)
    return found
