"""What stands around each number, date and quotation: its sentence's words, names, event and time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.links.comparing_memory import Memory
from reader.links.ledger import words
from reader.links.ledger.claims.ages import with_owners
from reader.links.ledger.claims.asides import date_aside, role_of_date
from reader.links.ledger.claims.counting.counts import NOUN_REACH, Value, tally
from reader.links.ledger.claims.counting.measures import is_change
from reader.links.ledger.claims.counting.ordinals import thing_at
from reader.links.ledger.claims.counting.partitives import is_among, with_one_of_them
from reader.links.ledger.claims.ellipses import with_units
from reader.links.ledger.claims.records import with_records
from reader.links.ledger.claims.scenes import Scene, day_of_account, scenes_of
from reader.links.ledger.claims.sides import with_sides
from reader.links.ledger.claims.windows import Window, Windows
from reader.links.ledger.intervals import dimension
from reader.links.values import ComparedSource, RowKind
from reader.mentions import NUMBER_KINDS, DateValue, Duration, Mention, Quantity, Quotation
from reader.stopping import checkpoint
from reader.text import Span, detect_language

_STOP = re.compile(r"[,.;:()!?–—]")
_LONG_AGO = 300
"""Days before the publication from which on a number belongs to another story ("in 1997 it killed 1,250")."""


@dataclass(slots=True, eq=False)
class Claim:
    """One number, date or quotation with its surroundings; `repeats` are the same words in a repeated passage.

    `terms` maps words and entity ids ("@E3") to a factor; `counted` is the class of the counted noun, "?" when the
    sentence leaves it out, "it:cosa" for one of Italian that no table knows, "figure" for a level such as that of an
    index; `role` what befell it; `indicators` what a measure is of ("profit"), `change` when it tells by how much that
    rose or fell, `said_of` what is said of those a share is of; `when` the days it is of, `past` when they were over
    long before the account, `years_back` when it looks back by years itself, `past_year` when it is of a past year that
    nothing places ("last year"), `recent` when its sentence names a day that only a reader of its time can place,
    `told` the day of the account (0 when not known), `daily` when its sentence is of prices or an index, which are
    others every day, `now` when it tells how things stand; `subject` the sentence's first entity, or who speaks;
    `entities` those it names and their relatives; `opposed` those of its terms that have an opposite; `aside` where it
    stands outside the account ("dateline"); `taken_back` when its own source corrects it; `close` the terms right
    beside a date or a measure; `side` whose fighters it counts ("-@E3" those of its enemy), or who estimates a crowd;
    `among` when it counts some of others, not all of them ("five of them").

    A claim is equal only to itself: one that is kept stands in a memory for all it holds, and is never changed (to
    have that held by `frozen` takes four times as long for so many fields).
    """

    source: str
    kind: RowKind
    mention: Mention
    value: Value
    passage: int
    terms: dict[str, float]
    entities: frozenset[str] = frozenset()
    opposed: frozenset[str] = frozenset()
    subject: str = ""
    dimension: str = ""
    counted: str = ""
    role: str = ""
    cumulative: bool = False
    aside: str = ""
    when: tuple[tuple[int, int], ...] = ()
    past: bool = False
    years_back: bool = False
    past_year: bool = False
    recent: bool = False
    told: int = 0
    daily: bool = False
    now: bool = False
    language: str = ""
    repeats: tuple[str, ...] = ()
    taken_back: bool = False
    close: frozenset[str] = frozenset()
    indicators: frozenset[str] = frozenset()
    change: bool = False
    said_of: frozenset[str] = frozenset()
    side: str = ""
    among: bool = False

    @property
    def ids(self) -> tuple[str, ...]:
        return (self.mention.id, *self.repeats)


@dataclass(frozen=True, slots=True)
class _Account:
    """What all claims of one source share: letter, language, the day it was told, words."""

    source: str
    language: str
    told: int
    windows: Windows


def find_claims(
    source: ComparedSource, entity_of: dict[str, str], related: dict[str, tuple[str, ...]], memory: Memory, text: int
) -> list[Claim]:
    """The comparable mentions of a source, in order, repeated passages folded into the first of them.

    Those of a passage are read anew only where what it or the passage before it names is called otherwise; `text`
    stands in the memory for the source and its mentions.
    """
    language = source.article.language or detect_language(source.article.text)
    scenes = scenes_of(source, entity_of, language)
    blocks = source.article.blocks
    account = _Account(source.id, language, day_of_account(source, scenes), Windows(related))
    keys = _keys_of(scenes, entity_of, related, memory, text)
    claims: list[Claim] = []
    folded: dict[tuple[int, str], int] = {}
    repeats: dict[int, list[str]] = {}
    for scene in scenes:
        checkpoint()
        if scene.passage.kind == "boilerplate" or blocks[scene.passage.block].kind == "byline":
            continue
        original = scene.passage.repeats
        before = scenes[scene.index - 1] if scene.index else None
        near_by = before if before and before.passage.block == scene.passage.block else None
        for mention, kind in _comparable(scene):
            at = folded.get((original, mention.text)) if original is not None else None
            if at is not None:
                repeats.setdefault(at, []).append(mention.id)
                continue
            checkpoint()
            folded[scene.index, mention.text] = len(claims)
            key = "stands", keys[scene.index], mention.id
            claims.append(memory.get(key, lambda: _claim(account, kind, mention, scene, near_by)))  # noqa: B023
    for at, ids in repeats.items():
        claims[at] = replace(claims[at], repeats=tuple(ids))
    with_units(claims, scenes)
    with_owners(claims, scenes, entity_of)
    with_one_of_them(claims)
    with_records(claims, scenes)
    with_sides(claims, scenes, entity_of, related)
    return claims


def _keys_of(
    scenes: Sequence[Scene], entity_of: dict[str, str], related: dict[str, tuple[str, ...]], memory: Memory, text: int
) -> list[int]:
    """A number for each scene that stands in the memory for all its claims are read from."""
    keys, before = [], 0
    for scene in scenes:
        names = [entity_of.get(mention.id, "") for mention in scene.mentions]
        own = memory.one(("scene", text, scene.index, *[(name, related.get(name, ())) for name in names]))
        keys.append(memory.one(("scene behind", before, own)))
        before = own
    return keys


def _comparable(scene: Scene) -> list[tuple[Mention, RowKind]]:
    """The mentions of a scene that can stand in a row of the ledger, each with the kind of row."""
    return [(mention, kind) for mention in scene.mentions if (kind := _row_kind(mention, scene.text)) is not None]


def _row_kind(mention: Mention, text: str) -> RowKind | None:
    """The kind of row a mention can stand in; None for names, attributions, and ordinals that count no happenings."""
    value = mention.value
    if isinstance(value, Quantity) and mention.kind == "ordinal":
        return "quantity" if thing_at(text, mention.span, value) else None
    if isinstance(value, Duration) or (isinstance(value, Quantity) and mention.kind in NUMBER_KINDS):
        return "quantity"
    if isinstance(value, DateValue):
        return "date"
    return "quotation" if isinstance(value, Quotation) else None


def _claim(account: _Account, kind: RowKind, mention: Mention, scene: Scene, before: Scene | None) -> Claim:
    value, place = mention.value, mention.span.start
    assert isinstance(value, (Quantity, Duration, DateValue, Quotation))
    near, at = account.windows.around(scene, place)
    earlier = account.windows.end_of(before) if before else None
    measure = dimension(value) if isinstance(value, (Quantity, Duration)) else ""
    counted, role = "", ""
    if kind == "quantity":
        counted, role = tally(
            scene.text, mention, value, near.lowered, at, earlier.lowered if earlier else [], account.language
        )
        if role == "distance":
            role = f"distance {_place_behind(scene, mention.span)}".strip()
    elif kind == "date":
        role = role_of_date(scene, mention)
    when = scene.when(place) or _told_before(scene, before)
    terms = _terms(kind, near, at, earlier)
    close = near.close(at) if kind == "date" or measure else frozenset()
    return Claim(
        account.source, kind, mention, value, scene.index, terms,
        entities=account.windows.entities(scene, place), opposed=words.OPPOSED.intersection(terms),
        subject=_speaker(value, scene) if isinstance(value, Quotation)
        else scene.subject(place if kind == "quantity" else None),
        dimension=measure, counted=counted, role=role,
        cumulative=role not in ("ordinal", "magnitude")
        and (measure in ("", "%") or mention.kind == "money")
        and scene.total(account.told, place)
        and not (mention.kind == "money" and _is_price(scene.text, mention.span)),
        aside=_aside(value, near, at, scene, mention.span),
        when=when, past=_long_before(when, account.told), told=account.told, language=account.language,
        years_back=scene.looks_back(place), past_year=scene.of_past_year(place), recent=scene.recent,
        daily=scene.of_a_market, now=scene.now, change=is_change(measure, scene.text, mention.span),
        among=kind == "quantity" and not measure and is_among(scene.text, mention.span),
        said_of=_said_of(scene, mention, near, at) - {counted} if measure == "%" and counted else frozenset(),
        close=close, indicators=_indicators(measure, close, terms),
    )  # fmt: skip


def _said_of(scene: Scene, mention: Mention, near: Window, at: int) -> frozenset[str]:
    """What the words behind a share say of those it is of ("70 % of the patients recovered")."""
    starts, span = scene.words.starts, mention.span
    stop = _STOP.search(scene.text, span.end, scene.passage.span.end)
    first = at - bisect_left(starts, span.start)
    ends = span.end, stop.start() if stop else scene.passage.span.end
    return near.behind(*[first + bisect_left(starts, end) for end in ends])


def _indicators(measure: str, close: frozenset[str], terms: dict[str, float]) -> frozenset[str]:
    """What a measure is of, by the terms right beside it, else by any of its sentence; nothing for a plain count."""
    if not measure:
        return frozenset()
    share = measure == "%"
    return words.indicators(close, share=share) or words.indicators(terms, share=share)


def _aside(value: object, near: Window, at: int, scene: Scene, span: Span) -> str:
    """Where a mention stands outside the account, if it does: under a picture, or a date in a dateline and the like."""
    if scene.passage.kind == "caption":
        return "picture caption"
    return date_aside(value, near.said, at, scene, span) if isinstance(value, DateValue) else ""


def _told_before(scene: Scene, before: Scene | None) -> tuple[tuple[int, int], ...]:
    """The days of the sentence before, where one points back to the happening it tells of ("That flood took …")."""
    return before.when(before.passage.span.end) if before is not None and scene.of_that else ()


def _terms(kind: RowKind, near: Window, at: int, earlier: Window | None) -> dict[str, float]:
    """The terms of a claim: those around it, and at half their weight those of the sentence it points back to."""
    terms = near.terms(at)
    if kind == "date":  # what is judged is no evidence
        terms = {term: factor for term, factor in terms.items() if term[0] != "="}
    if not near.points_back or earlier is None:
        return terms
    behind = {term: factor / 2 for term, factor in earlier.all_terms().items() if term not in terms}
    return terms | behind


def _speaker(value: Quotation, scene: Scene) -> str:
    span = value.speaker_span
    inside = (name for start, name in scene.names if span is not None and span.start <= start < span.end)
    return next(inside, "")


def _place_behind(scene: Scene, span: Span) -> str:
    """The entity from which a distance is told ("8 km from Ain Zahra")."""
    return next((name for start, name in scene.names if span.end <= start <= span.end + NOUN_REACH), "")


def _is_price(text: str, span: Span) -> bool:
    """Whether a sum is the price of one thing ("sold at 45 euros each since June"), of which years make no total."""
    return text.endswith((" at ", " for "), 0, span.start) or text.startswith((" each", " apiece"), span.end)


def _long_before(when: Sequence[tuple[int, int]], told: int) -> bool:
    return bool(when and told) and all(high < told - _LONG_AGO for _, high in when)
