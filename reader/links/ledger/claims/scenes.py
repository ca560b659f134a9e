"""One passage of a source as the ledger reads it: its names, its words, and which day goes with which number."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from reader.links import translations
from reader.links.ledger import words
from reader.links.values import ComparedSource
from reader.mentions import Attribution, DateValue, Duration, Mention, Quantity
from reader.once import once
from reader.stopping import watched
from reader.text import PLAIN_WORD, Hinted, Passage, Span

# one group, so that a text splits into words and what stands before each
_TOKEN = re.compile(rf"({PLAIN_WORD}|[^\W_]+(?:[-’'][^\W_]+|[\u064b-\u0652]+[^\W_]*)*)")
_LONG_SENTENCE = 2000
HEAD = 3
"""How many passages may stand before a dateline."""
_DATELINE = re.compile(r"[A-ZÀ-ÖØ-Þ]{3,}[^\n–—]{0,80}? [-–—] ")
""" "SEBKHA, 14 March 2025 (Meridian) - ": the town in capitals, then a dash."""
_REPORTED = re.compile(
    r"\b(?:said|says|told|reported|announced|added|wrote|confirmed|repeated|warned|stated|declared|acknowledged)\b"
    r"(?: [a-z]+){0,3}? (?:on|late on|early on) $|\b(?:said|says|told [a-z]+|announced|added) $"
    r"|\b(?:count|tally|toll|figures?|numbers?|statement|report|update|bulletin)"
    r"(?: (?:released|issued|published|given))? (?:on|from|late on|early on) $|\b(?:by|as of) $",
    re.IGNORECASE,
)
"""What stands before the day on which something was said, not on which it happened."""
_REPORT_ENDS = ("on ", "said ", "says ", "announced ", "added ")
_REPORT_REACH = 50
_CLAUSE_REACH = 80
_RECENT = 30
"""Days before the account within which a day belongs to its story ("since the storm came on Sunday")."""
_COMPARING = Hinted(
    r"(?-i:\b(?:(?:up|down) from|compared (?:with|to)|(?:more|less|fewer|higher|lower|larger|smaller) than in|versus"
    r"|against (?=(?:about |some |only )?\S{0,3}\d)"
    r"|from (?=(?:about |some |only )?\S{0,3}\d\S*(?: (?!to\b)[a-z]+){0,4} (?:ago|earlier|before)\b)))",
    "up from", "down from", "compared", "than in", "versus", "against", " ago", " earlier", " before",
)  # fmt: skip
"""What opens a comparison with another time ("61 percent, up from 54 percent four years ago")."""
_SINCE = re.compile(r"\bsince (?:[a-z]+ )?$")
_OF_NOW = frozenset({"time", "day", "week"})
_BACK = re.compile(r"\b(?:earlier|before|previous|preceding|prior)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:()–—]|\b(?:and|but|while)\b")
_OF_THAT = re.compile(r"(?:That|Those) [a-z]+\b|Then\b|At (?:that|the) time\b")
_NEXT_VERB = re.compile(r"(?:;|\b(?:and|but|while)) (?:\w+ )?(?:has|have|had|is|are|was|were)\b")
_POINTS = frozenset({"point", "points"})
"""Of an index, unless they are percentage points."""
_RECORD = re.compile(r"\b(?<!at )(?:\w+est|worst|first|most|least|best)(?: [\w’'-]+){0,8} since\b", re.I)
"""A record "since 1994" is no total over those years."""


class SaidWords(NamedTuple):
    """The words of a passage in columns: where each starts; itself, in English where the tables know it, and in small
    letters; and its term in the ledger ("": it weighs nothing)."""

    starts: list[int]
    said: list[str]
    lowered: list[str]
    terms: list[str]


@dataclass(frozen=True, slots=True)
class _Day:
    """Where a date stands in its passage and its first and last day, as ordinals."""

    start: int
    low: int
    high: int


class Scene:
    """One passage of a text: the entities in order, the days it names, and its words, read when they are asked for."""

    def __init__(self, text: str, passage: Passage, index: int, language: str) -> None:
        self.passage, self.index, self.text, self.language = passage, index, text, language
        self.mentions: list[Mention] = []
        self.names: list[tuple[int, str]] = []
        self.days: list[_Day] = []
        self.years_back: list[_Day] = []
        """Where it looks back by years ("a year earlier", "the previous year"), whatever year that is."""
        self.past_years: list[_Day] = []
        """Where it tells of a year before the account's own that nothing places ("last year")."""
        self.recent = False
        """Whether it tells of a day or week that only a reader of its time can place ("on Sunday", "this week")."""
        self.speakers: list[Span] = []
        self.covered: list[tuple[Span, str]] = []
        """Stretches whose words count as an entity ("@E3") or a date ("=2016-11"), or weigh nothing ("": numbers)."""
        span = passage.span
        head = _DATELINE.match(text, span.start, span.end) if index <= HEAD else None
        self.begin = head.end() if head else span.start
        """Where the sentence begins behind a dateline."""

    @once
    def words(self) -> SaidWords:
        return _said(self.text, Span(self.begin, self.passage.span.end), self.covered, self.language)

    def total(self, told: int, place: int) -> bool:
        """Whether what stands at `place` is a sum over a time ("over the past decade"), not since a day of the story.

        `told` is the day of the account, as an ordinal.
        """
        found = self._total
        if found > place and _NEXT_VERB.search(self.text, place, found):
            return False  # "owes 64 million and has not paid since May"
        return found > 0 and not (told and any(day.start > found and day.high >= told - _RECENT for day in self.days))

    @once
    def _total(self) -> int:
        """Where the words stand that tell of a total; 0 where none do."""
        span = self.passage.span
        if len(span) >= _LONG_SENTENCE:
            return 0
        found = words.totals(self.language).search(self.text, self.begin, span.end)
        record = _RECORD.search(self.text, self.begin, span.end) if found else None
        return found.end() if found is not None and not (record and record.end() == found.end()) else 0

    @once
    def _words(self) -> frozenset[str]:
        return frozenset(self.words.lowered)

    @once
    def now(self) -> bool:
        """Whether the sentence tells how things stand on the day of the account."""
        return not words.NOW.isdisjoint(self._words)

    @once
    def of_that(self) -> bool:
        """Whether the sentence goes on with what the one before told of ("That flood", "Then")."""
        return _OF_THAT.match(self.text, self.begin) is not None

    @once
    def of_a_market(self) -> bool:
        """Whether the sentence gives prices or the level of an index."""
        told = words.MARKET & self._words
        return bool(told - _POINTS if "percentage" in self._words else told)

    @once
    def _comparisons(self) -> list[int]:
        span = self.passage.span
        long = len(span) >= _LONG_SENTENCE
        return [] if long else [m.start() for m in _COMPARING.finditer(self.text, self.begin, span.end)]

    @once
    def _told_days(self) -> list[tuple[_Day, int]]:
        return self._with_clauses(self.days)

    @once
    def _told_years_back(self) -> list[tuple[_Day, int]]:
        return self._with_clauses(self.years_back)

    @once
    def _told_past_years(self) -> list[tuple[_Day, int]]:
        return self._with_clauses(self.past_years)

    def _with_clauses(self, days: Sequence[_Day]) -> list[tuple[_Day, int]]:
        """The days on which nothing was only said, each with where a clause of its own begins, -1 where it has none."""
        told = [day for day in days[:8] if day.start >= self.begin and not self._reported(day)]
        return [(day, self._own_clause(day)) for day in told]

    def when(self, place: int) -> tuple[tuple[int, int], ...]:
        """The days that what stands at `place` is of: not the day it was said, nor that of what it is compared with."""
        return tuple([(day.low, day.high) for day in self._of(place, self._told_days)])

    def looks_back(self, place: int) -> bool:
        """Whether what stands at `place` is of an earlier year than the account tells of."""
        return bool(self._of(place, self._told_years_back))

    def of_past_year(self, place: int) -> bool:
        """Whether what stands at `place` is of a past year that nothing places ("last year")."""
        return bool(self._of(place, self._told_past_years))

    def _of(self, place: int, told: Sequence[tuple[_Day, int]]) -> list[_Day]:
        if not told:
            return []
        here = bisect_right(self._comparisons, place)
        return [
            day
            for day, clause in told
            if bisect_right(self._comparisons, day.start) == here
            and (clause < 0 or (clause <= place and not self._parted(day.start, place)))
        ]

    def _reported(self, day: _Day) -> bool:
        before = self.text[max(self.begin, day.start - _REPORT_REACH) : day.start]
        said = before.endswith(_REPORT_ENDS) or "told " in before
        return bool((said and _REPORTED.search(before)) or ("since " in before and _SINCE.search(before)))

    def _own_clause(self, day: _Day) -> int:
        """Where the clause of a date begins that tells of something else ("opened in 2015,"), -1 where none does."""
        before = self.text[max(self.begin, day.start - _CLAUSE_REACH) : day.start]
        edge = max([m.end() for m in _CLAUSE.finditer(before)], default=0)
        tells = any(map(words.happens, _TOKEN.findall(before[edge:])))
        return day.start - len(before) + edge if tells else -1

    def _parted(self, one: int, other: int) -> bool:
        """Whether two places stand in different clauses."""
        return _CLAUSE.search(self.text, min(one, other), max(one, other)) is not None

    def subject(self, place: int | None) -> str:
        """The first entity that is no speaker and stands behind the dateline; before `place`, where one is given."""
        for start, entity in self.names:
            if start >= self.begin and not any(span.start <= start < span.end for span in self.speakers):
                return entity if place is None or start < place else ""
        return ""


def scenes_of(source: ComparedSource, entity_of: dict[str, str], language: str) -> list[Scene]:
    """A scene for every passage of a source; `language` is its ISO 639-1 code, "" when not known."""
    scenes = [Scene(source.article.text, passage, n, language) for n, passage in enumerate(source.passages)]
    starts = [passage.span.start for passage in source.passages]
    for mention in watched(source.mentions):
        at = bisect_right(starts, mention.span.start) - 1
        if at >= 0 and mention.span.start < scenes[at].passage.span.end:
            _take_in(scenes[at], mention, entity_of.get(mention.id, ""))
    return scenes


def _take_in(scene: Scene, mention: Mention, entity: str) -> None:
    """Add a mention that stands in a passage, and the entity it names, to its scene."""
    scene.mentions.append(mention)
    value = mention.value
    if entity:
        scene.names.append((mention.span.start, entity))
    if isinstance(value, Attribution) and value.speaker_span is not None:
        scene.speakers.append(value.speaker_span)
    if isinstance(value, DateValue):
        _take_in_date(scene, mention, value)
    if entity or isinstance(value, (Quantity, DateValue, Duration)):
        said = f"@{entity}" if entity else f"={value.iso}" if isinstance(value, DateValue) else ""
        scene.covered.append((mention.span, said))


def _take_in_date(scene: Scene, mention: Mention, value: DateValue) -> None:
    if value.resolved and value.low and value.high:
        scene.days.append(_Day(mention.span.start, value.low.toordinal(), value.high.toordinal()))
    elif not value.resolved and value.precision in _OF_NOW and (value.relative or "W" in value.iso):
        scene.recent = True
    if value.relative and value.precision == "year":
        if _BACK.search(mention.text):
            scene.years_back.append(_Day(mention.span.start, 0, 0))
        if not value.resolved and value.iso.startswith("-"):
            scene.past_years.append(_Day(mention.span.start, 0, 0))


def day_of_account(source: ComparedSource, scenes: Sequence[Scene]) -> int:
    """The day a source was published, else the first day its head names, as an ordinal; 0 when nothing tells."""
    if source.article.published:
        return source.article.published.toordinal()
    days = (day for scene in scenes[: HEAD + 1] for day in scene.days if day.low == day.high)
    return next((day.low for day in days), 0)


def _said(text: str, span: Span, covered: Sequence[tuple[Span, str]], language: str) -> SaidWords:
    """Words of a passage with their terms; an entity's are its id, those of numbers and dates weigh nothing."""
    parts = _TOKEN.split(text[span.start : span.end])
    said, starts = parts[1::2], [*accumulate(map(len, parts), initial=span.start)][1:-1:2]
    if language not in ("", "en"):
        found = [told for start, word in zip(starts, said, strict=True) for told in _in_english(start, word, language)]
        starts, said = [start for start, _ in found], [word for _, word in found]
    terms = words.terms(said)
    for stretch, meant in reversed(covered):  # where two overlap, the first holds
        for at in range(bisect_left(starts, stretch.start), bisect_left(starts, stretch.end)):
            # What is counted may be part of the mention ("6,000 fighters"): letters still count, number words do not.
            terms[at] = meant or ("" if said[at][0].isdigit() else "#")
    return SaidWords(starts, said, list(map(str.lower, said)), terms)


def _in_english(start: int, word: str, language: str) -> list[tuple[int, str]]:
    """A word of another language where it starts, behind the "and" that may be written together with it."""
    told = [(start, translations.english(word, language))]
    return [(start, "and"), *told] if translations.with_and(word, language) else told
