"""The reader's decisions on matches: made from a ledger row or an entity, kept in the project, undoable, revocable."""

from __future__ import annotations

from dataclasses import replace

from reader.links import (
    Decision,
    Decisions,
    LedgerRow,
    MentionEdit,
    NameRef,
    PassageMatch,
    PlaceRef,
    RowDecision,
    SameName,
    decisions_from_json,
    decisions_to_json,
)
from reader.notes import Project
from reader.ui.docks.ledger.reading import Place
from reader.ui.workspace import Workspace

VERDICTS = ("agree", "compatible", "differ", "same form only")


def decisions_of(project: Project) -> Decisions:
    """The decisions a project keeps."""
    return decisions_from_json(project.decisions)


def listed(decisions: Decisions) -> list[Decision]:
    """All decisions, part by part, the oldest of each part first."""
    return [*decisions.names, *decisions.rows, *decisions.passages, *decisions.mentions]


def in_words(decision: Decision) -> str:
    """One line that says what was decided."""
    if isinstance(decision, SameName):
        verb = "is the same as" if decision.same else "is not"
        return f"“{decision.a.name}” {verb} “{decision.b.name}”"
    if isinstance(decision, RowDecision):
        quotes = list(dict.fromkeys(place.quote for place in decision.places))
        more = f" and {len(quotes) - 2} more" if len(quotes) > 2 else ""
        words = " / ".join(f"“{quote}”" for quote in quotes[:2])
        return f"{words}{more}: {decision.verdict}"
    if isinstance(decision, PassageMatch):
        verb = "matches" if decision.matched else "does not match"
        return f"“{_short(decision.a.quote)}” {verb} “{_short(decision.b.quote)}”"
    kind = f"is a {decision.kind}" if decision.kind else "is no mention"
    return f"“{decision.place.quote}” {kind}"


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:39].rstrip() + "…"


def decide(workspace: Workspace, text: str, *decisions: Decision) -> None:
    """Add decisions to the project as one undoable step named `text`."""

    def change(project: Project) -> Project:
        held = decisions_of(project)
        for decision in decisions:
            held = held.adding(decision)
        return replace(project, decisions=decisions_to_json(held))

    workspace.edit(text, change)


def revoke(workspace: Workspace, *decisions: Decision) -> None:
    """Take decisions back as one undoable step."""

    def change(project: Project) -> Project:
        held = decisions_of(project)
        for decision in decisions:
            held = held.without(decision)
        return replace(project, decisions=decisions_to_json(held))

    workspace.edit("Take back decision", change)


def same_names(workspace: Workspace, a: str, b: str, *, same: bool) -> None:
    """*Same as…* or *Not the same* for two names in every source."""
    verb = "Same" if same else "Not the same"
    decide(workspace, f"{verb}: {_short(a)}, {_short(b)}", SameName(NameRef(a), NameRef(b), same))


def judge_row(workspace: Workspace, row: LedgerRow, places: list[Place], verdict: str) -> None:
    """The reader's verdict on a row: one of the verdicts, "not comparable" or "ignore"."""
    refs = tuple(PlaceRef(p.key, p.span.start, p.span.end, p.words) for p in places)
    names = {"not comparable": "Not comparable", "ignore": "Ignore"}
    decide(workspace, f"{names.get(verdict, verdict.capitalize())}: {_short(row.label)}", RowDecision(refs, verdict))


def decisions_about(workspace: Workspace, places: list[Place]) -> list[Decision]:
    """The decisions of the reader that touch any of these places."""
    spots = {(p.key, p.span.start) for p in places}
    words = {p.words.casefold() for p in places}
    found: list[Decision] = []
    for decision in listed(decisions_of(workspace.project)):
        if isinstance(decision, RowDecision):
            touched = any((ref.source, ref.start) in spots for ref in decision.places)
        elif isinstance(decision, SameName):
            touched = decision.a.name.casefold() in words or decision.b.name.casefold() in words
        else:
            touched = isinstance(decision, MentionEdit) and (decision.place.source, decision.place.start) in spots
        if touched:
            found.append(decision)
    return found
