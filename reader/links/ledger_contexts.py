"""What stands around each number, date and quotation: its sentence's words, names, event and time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from reader.links import ledger_words as words
from reader.links.values import ComparedSource, RowKind
from reader.links.verdicts import dimension
from reader.mentions import NUMBER_KINDS, DateValue, Duration, Mention, Quantity, Quotation
from reader.text import Passage, Span, detect_language

_TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_WINDOW = 40
"""Words either side of a mention that make its context; longer sentences are cut to it."""
_ROLE_REACH = 12


@dataclass(frozen=True, slots=True)
class Claim:
    """One number, date or quotation with its surroundings; `repeats` are the same words in a repeated passage.

    `terms` maps words and entity ids ("@E3") to a factor; `counted` is the class of the counted noun, "?" when the
    sentence leaves it out; `role` what befell it; `when` the days the sentence names; `subject` its first entity;
    `entities` those it names and their relatives.
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
    caption: bool = False
    when: tuple[tuple[int, int], ...] = ()
    language: str = ""
    repeats: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        return (self.mention.id, *self.repeats)


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    word: str
    term: str


@dataclass(slots=True)
class _Scene:
    """One passage: its content tokens, the entities in order, and the days it names."""

    passage: Passage
    index: int
    tokens: list[_Token] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    names: list[tuple[int, str]] = field(default_factory=list)
    when: list[tuple[int, int]] = field(default_factory=list)
    lowered: str = ""


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
    folded: dict[tuple[int, int], int] = {}
    for mention, scene in _placed(source.mentions, scenes):
        kind = row_kind(mention)
        if kind is None or scene.passage.kind == "boilerplate" or blocks[scene.passage.block].kind == "byline":
            continue
        offset = mention.span.start - scene.passage.span.start
        original = scene.passage.repeats
        if original is not None and (original, offset) in folded:
            at = folded[original, offset]
            claims[at] = _with_repeat(claims[at], mention.id)
            continue
        folded[scene.index, offset] = len(claims)
        before = (
            scenes[scene.index - 1]
            if scene.index and scenes[scene.index - 1].passage.block == scene.passage.block
            else None
        )
        claims.append(_claim(account, kind, mention, scene, before))
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


def _with_repeat(claim: Claim, mention_id: str) -> Claim:
    fields = {name: getattr(claim, name) for name in Claim.__dataclass_fields__}
    fields["repeats"] = (*claim.repeats, mention_id)
    return Claim(**fields)


def _placed(mentions: Sequence[Mention], scenes: Sequence[_Scene]) -> Iterator[tuple[Mention, _Scene]]:
    starts = [scene.passage.span.start for scene in scenes]
    for mention in mentions:
        at = bisect_right(starts, mention.span.start) - 1
        if at >= 0 and mention.span.start < scenes[at].passage.span.end:
            yield mention, scenes[at]


def _scenes(source: ComparedSource, entity_of: dict[str, str]) -> list[_Scene]:
    text = source.article.text
    scenes = [_Scene(passage, index) for index, passage in enumerate(source.passages)]
    covered: dict[int, list[tuple[Span, str]]] = {}
    for mention, scene in _placed(source.mentions, scenes):
        entity = entity_of.get(mention.id, "")
        value = mention.value
        if entity:
            scene.names.append((mention.span.start, entity))
        if isinstance(value, DateValue) and value.resolved and value.low and value.high:
            scene.when.append((value.low.toordinal(), value.high.toordinal()))
        if entity or isinstance(value, Quantity | DateValue | Duration):
            covered.setdefault(scene.index, []).append((mention.span, f"@{entity}" if entity else ""))
    for scene in scenes:
        scene.lowered = scene.passage.span.of(text).lower() if len(scene.passage.span) < 2000 else ""
        scene.tokens = list(_tokens(text, scene.passage.span, covered.get(scene.index, [])))
        scene.starts = [token.start for token in scene.tokens]
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
            yield _Token(match.start(), match.end(), word, "" if word[0].isdigit() else "#")
        else:
            yield _Token(match.start(), match.end(), word, covered[at][1] if inside else words.term(word))


def _claim(account: _Account, kind: RowKind, mention: Mention, scene: _Scene, before: _Scene | None) -> Claim:
    value = mention.value
    assert isinstance(value, Quantity | Duration | DateValue | Quotation)
    near = _near(scene, mention.span)
    terms = _terms(near, account.related)
    if before and any(token.word.lower() in words.ANAPHORS for token in near):
        for term, factor in _terms(islice(before.tokens, _WINDOW), account.related).items():
            terms.setdefault(term, factor / 2)
    counted, role = "", ""
    if kind == "quantity":
        counted = _counted(value, near, before)
        role = words.event_role(_noun(value)) or _role(near, mention.span, counted)
        elliptical = isinstance(value, Quantity) and not value.counted and not value.unit
        if role in ("", "strength") and before and elliptical:
            role = _role(before.tokens[-_WINDOW:], mention.span, counted, far=True) or role
    related = account.related
    names = [(start, entity) for start, entity in scene.names if abs(start - mention.span.start) < 2000]
    return Claim(
        account.source, kind, mention, value, scene.index, terms,
        entities=frozenset(e for _, name in names[:_WINDOW] for e in (name, *related.get(name, ()))),
        subject=names[0][1] if names else "",
        dimension=dimension(value) if isinstance(value, Quantity | Duration) else "",
        counted=counted, role=role,
        cumulative=any(cue in scene.lowered for cue in words.TOTALS),
        caption=scene.passage.kind == "caption",
        when=tuple(scene.when[:8]),
        language=account.language,
    )  # fmt: skip


def _near(scene: _Scene, span: Span) -> list[_Token]:
    at = bisect_right(scene.starts, span.start)
    return scene.tokens[max(0, at - _WINDOW) : at + _WINDOW]


def _terms(tokens: Iterable[_Token], related: dict[str, tuple[str, ...]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for token in tokens:
        if not token.term or token.term == "#":
            continue
        if token.term[0] == "@":
            found[token.term] = 1.3
            for other in related.get(token.term[1:], ()):
                found.setdefault(f"@{other}", 0.6)
        else:
            found[token.term] = 1.0
    return found


def _counted(value: object, near: Sequence[_Token], before: _Scene | None) -> str:
    """The class of what is counted; for a plain number without a noun, what the sentence says it is the number of."""
    if not isinstance(value, Quantity) or value.unit:
        return ""
    noun = _noun(value)
    if words.event_role(noun) and not words.human(words.counted_class(noun)):
        return "?"  # "dozens injured": the noun tells what befell them, not who they are
    if noun and noun.lower() not in words.STOP:
        return words.counted_class(noun)
    tokens = [*near, *(before.tokens[:_WINDOW] if before else [])]
    if any(token.word.lower() in words.COUNT_NOUNS for token in tokens):
        for token in tokens:
            counted = words.counted_class(token.word)
            if words.human(counted) and token.word.lower() not in words.COUNT_NOUNS:
                return counted
    return "?"


def _noun(value: object) -> str:
    """The last word of what is counted, which is its head in English."""
    return value.counted.split()[-1] if isinstance(value, Quantity) and value.counted.strip() else ""


def _role(tokens: Sequence[_Token], span: Span, counted: str, *, far: bool = False) -> str:
    """The nearest word that tells what befell the counted; "strength" only when nothing else does."""
    best: tuple[float, str] | None = None
    at = sum(token.start < span.start for token in tokens)
    crossed = _crossings(tokens, at)
    for index, token in enumerate(tokens):
        role = words.event_role(token.word)
        if not role or token.start == span.start or _auxiliary(tokens, index):
            continue
        if (
            role == "killed"
            and token.word.lower() in words.LOSING
            and counted not in ("", "?")
            and not words.human(counted)
        ):
            role = "destroyed"
        distance = abs(index - at) + 6 * crossed[index] + (_ROLE_REACH if role == "strength" else 0)
        if (far or distance <= 3 * _ROLE_REACH) and (best is None or distance < best[0]):
            best = (distance, role)
    return best[1] if best else ""


def _auxiliary(tokens: Sequence[_Token], index: int) -> bool:
    """Whether "has" only helps the verb after it ("has risen", "have been killed")."""
    if tokens[index].word.lower() not in ("has", "have") or index + 1 >= len(tokens):
        return False
    following = tokens[index + 1].word.lower()
    return following.endswith(("ed", "en", "wn", "un")) or words.event_role(following) not in ("", "strength")


def _crossings(tokens: Sequence[_Token], at: int) -> list[int]:
    """For each token, how many joints ("and", "while") lie between it and the token at `at`."""
    joints = [0]
    for token in tokens:
        joints.append(joints[-1] + (token.word.lower() in ("and", "while", "but", "whereas")))
    here = joints[min(at, len(joints) - 1)]
    return [abs(joints[index] - here) for index in range(len(tokens))]
