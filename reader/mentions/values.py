"""What a mention is, and the normalised values behind numbers, dates, quotations and attributions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reader.text import Span

MentionKind = Literal[
    "person", "organisation", "place", "nationality", "name",
    "number", "percent", "money", "quantity", "ordinal",
    "date", "duration", "quotation", "attribution",
]  # fmt: skip
ENTITY_KINDS: frozenset[MentionKind] = frozenset({"person", "organisation", "place", "nationality", "name"})
NUMBER_KINDS: frozenset[MentionKind] = frozenset({"number", "percent", "money", "quantity", "ordinal"})

Bound = Literal["", "at least", "more than", "at most", "less than"]
DatePrecision = Literal["day", "week", "month", "season", "quarter", "year", "decade", "century", "time", "interval"]
SpeakerKind = Literal["named", "unnamed", "official", "document", "outlet", "hearsay"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as an interval.

    `low` = `high` for an exact value, None at the open end of a bound ("more than two thousand": low 2000, high None).
    `unit`: ISO code for money, "%" for percentages (20 for 20 %), the physical unit as written in singular
    ("kilometre"), "" for plain counts. `counted`: what is counted, as written ("fighters"), or "".
    `precision`: half the step of the last digit that was said (6,000 -> 500; 35 -> 0.5), in the same unit.
    `base_unit`, `base_low`, `base_high`: the same in SI-like base units, for comparing miles with kilometres.
    `hedges`: the words that soften it, as written ("could be higher").
    """

    low: float | None
    high: float | None
    approximate: bool = False
    bound: Bound = ""
    unit: str = ""
    counted: str = ""
    precision: float = 0.0
    hedges: tuple[str, ...] = ()
    base_unit: str = ""
    base_low: float | None = None
    base_high: float | None = None

    def __hash__(self) -> int:
        """Of what seldom is the same where values differ: values are keys of what was judged on them."""
        return hash((self.low, self.high, self.counted))


@dataclass(frozen=True, slots=True)
class DateReading:
    """One reading of a date: an interval of whole days and the ISO string, as precise as the text is."""

    low: date | None
    high: date | None
    iso: str


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as an interval of days, both ends included.

    `iso` is as precise as the text: 2016-11-24, 2016-11, 2016, XXXX-10-01 when no year is known, a/b for intervals.
    Without a year, or relative to an unknown publication date, `low` and `high` are None and `resolved` is False.
    `alternatives` holds the other readings of an ambiguous date (03/04/2016).
    """

    low: date | None
    high: date | None
    iso: str
    precision: DatePrecision = "day"
    approximate: bool = False
    relative: bool = False
    resolved: bool = True
    alternatives: tuple[DateReading, ...] = ()

    def __hash__(self) -> int:
        """Of the string alone, whose hash is reckoned once: values are keys of what was judged on them."""
        return hash(self.iso)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: `low` and `high` counted in `unit` (second ... year), `low_days` and `high_days` in days."""

    low: float | None
    high: float | None
    unit: str
    approximate: bool = False
    bound: Bound = ""
    low_days: float | None = None
    high_days: float | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: `words` without the marks, `speaker` as written or "", `closed`: marks balance.

    `marked` is False for words without marks that another source quotes.
    """

    words: str
    speaker: str = ""
    speaker_span: Span | None = None
    closed: bool = True
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it: `speaker` as written ("" for hearsay), its kind, the cue ("according to"), and the passage said."""

    speaker: str
    speaker_kind: SpeakerKind
    cue: str
    speaker_span: Span | None = None
    content: Span | None = None


Value = Quantity | DateValue | Duration | Quotation | Attribution


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names, counts, dates or quotes something.

    `engine` says which finder made the mark ("rules", "reader", "spacy:NAME"); `evidence` why it has its kind
    ("country list", "title 'Gen.'"); `id` is given by `links.compare` ("A12") and empty before.
    """

    span: Span
    text: str
    kind: MentionKind
    value: Value | None = None
    engine: str = "rules"
    evidence: str = ""
    id: str = ""

    def with_id(self, letter_and_number: str) -> Mention:
        """The same mention under its number in a comparison."""
        return Mention(self.span, self.text, self.kind, self.value, self.engine, self.evidence, letter_and_number)
