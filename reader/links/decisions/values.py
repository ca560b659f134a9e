"""The reader's own corrections, which always win over the machine and survive every new analysis."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.links.values import Verdict
from reader.mentions import MentionKind


@dataclass(frozen=True, slots=True)
class NameRef:
    """A name as written; in every source, or only in the one whose article key is given."""

    name: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place in a source: article key, code points [start, end), and the words there (to notice a changed text)."""

    source: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class SameName:
    """*Same as…* (same) or *Not the same* (not same): a verdict on two names."""

    a: NameRef
    b: NameRef
    same: bool


@dataclass(frozen=True, slots=True)
class RowDecision:
    """A verdict of the reader on what stands at some places; "not comparable" and "ignore" take the row away."""

    places: tuple[PlaceRef, ...]
    verdict: Verdict | str
    """One of the Verdicts, "not comparable" or "ignore"."""


@dataclass(frozen=True, slots=True)
class PassageMatch:
    """*Match these passages* (matched) or *Unmatch* (not matched): a synchronisation point by hand."""

    a: PlaceRef
    b: PlaceRef
    matched: bool = True


@dataclass(frozen=True, slots=True)
class MentionEdit:
    """A mention the reader added with a kind, or took away (kind None)."""

    place: PlaceRef
    kind: MentionKind | None


Decision = SameName | RowDecision | PassageMatch | MentionEdit
_PART: dict[type, str] = {
    SameName: "names",
    RowDecision: "rows",
    PassageMatch: "passages",
    MentionEdit: "mentions",
}


@dataclass(frozen=True, slots=True)
class Decisions:
    """All corrections of a project, oldest first; a later one on the same thing replaces an earlier one.

    `transliterate` switches matching across scripts; `engine` is "rules" or "spacy:PIPELINE".
    """

    names: tuple[SameName, ...] = ()
    rows: tuple[RowDecision, ...] = ()
    passages: tuple[PassageMatch, ...] = ()
    mentions: tuple[MentionEdit, ...] = ()
    transliterate: bool = True
    engine: str = "rules"

    def adding(self, decision: Decision) -> Decisions:
        """These decisions and one more."""
        part = _PART[type(decision)]
        held: tuple[Decision, ...] = getattr(self, part)
        return replace(self, **{part: (*held, decision)})  # type: ignore[arg-type]

    def without(self, decision: Decision) -> Decisions:
        """These decisions less the given one."""
        part = _PART[type(decision)]
        held: tuple[Decision, ...] = getattr(self, part)
        return replace(self, **{part: tuple(d for d in held if d != decision)})  # type: ignore[arg-type]
