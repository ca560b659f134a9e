"""The reader's decisions: made from a menu, a ledger row or an entity, kept in the project, undoable, revocable."""

from __future__ import annotations

from collections.abc import Callable, Iterable

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
from reader.mentions import Mention
from reader.notes import Project, set_decisions
from reader.ui.wording import shortened
from reader.ui.workspace import Workspace

VERDICTS = ("agree", "compatible", "differ", "same form only")


def decisions_of(project: Project) -> Decisions:
    """The decisions a project keeps."""
    return decisions_from_json(project.decisions)


def place_of(key: str, mention: Mention) -> PlaceRef:
    """Where a mention stands in the source with that article key, as decisions name it."""
    return PlaceRef(key, mention.span.start, mention.span.end, mention.text)


def change_decisions(workspace: Workspace, step: str, change: Callable[[Decisions], Decisions]) -> None:
    """Put what `change` makes of the decisions in their place, as one undoable step of that name."""

    def apply(project: Project) -> Project:
        held = decisions_of(project)
        after = change(held)
        return project if after == held else set_decisions(project, decisions_to_json(after))

    workspace.edit(step, apply)


def decide(workspace: Workspace, step: str, decision: Decision) -> None:
    """Add a decision to the project."""
    change_decisions(workspace, step, lambda held: held.adding(decision))


def revoke(workspace: Workspace, decision: Decision) -> None:
    """Take a decision back."""
    change_decisions(workspace, "Take back decision", lambda held: held.without(decision))


def same_names(workspace: Workspace, a: str, b: str, *, same: bool) -> None:
    """*Same as…* or *Not the same* for two names in every source."""
    decide_names(workspace, SameName(NameRef(a), NameRef(b), same))


def decide_names(workspace: Workspace, decision: SameName) -> None:
    """*Same as…* or *Not the same* for two names, in every source or in one."""
    verb = "Same" if decision.same else "Not the same"
    decide(workspace, f"{verb}: {shortened(decision.a.name)}, {shortened(decision.b.name)}", decision)


def ignore_mention(workspace: Workspace, key: str, mention: Mention) -> None:
    """*Ignore this mention* in the source with that article key."""
    decide(workspace, f"Ignore “{shortened(mention.text)}”", MentionEdit(place_of(key, mention), None))


def judge_row(workspace: Workspace, row: LedgerRow, places: Iterable[PlaceRef], verdict: str) -> None:
    """The reader's verdict on a row: one of the verdicts, "not comparable" or "ignore"."""
    decide(workspace, f"{verdict.capitalize()}: {shortened(row.label)}", RowDecision(tuple(places), verdict))


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
        return f"“{shortened(decision.a.quote)}” {verb} “{shortened(decision.b.quote)}”"
    kind = f"is a {decision.kind}" if decision.kind else "is no mention"
    return f"“{decision.place.quote}” {kind}"


def decisions_about(project: Project, places: Iterable[PlaceRef]) -> list[Decision]:
    """The decisions that touch any of these places."""
    places = list(places)
    spots = {(place.source, place.start) for place in places}
    words = {place.quote.casefold() for place in places}
    found: list[Decision] = []
    for decision in listed(decisions_of(project)):
        if isinstance(decision, RowDecision):
            touched = any((ref.source, ref.start) in spots for ref in decision.places)
        elif isinstance(decision, SameName):
            touched = decision.a.name.casefold() in words or decision.b.name.casefold() in words
        else:
            touched = isinstance(decision, MentionEdit) and (decision.place.source, decision.place.start) in spots
        if touched:
            found.append(decision)
    return found
