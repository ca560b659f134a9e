"""The reader's own matches of passages and names: what can be matched here, and how it is kept in the project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape

from reader.links import (
    Decision,
    Decisions,
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
from reader.notes import Project
from reader.text import Passage, Span, find_passages
from reader.ui.comparison_index import ComparisonIndex
from reader.ui.workspace import Workspace


def place_ref(project: Project, key: str, span: Span) -> PlaceRef:
    """A place of a source with the words that stand there."""
    return PlaceRef(key, span.start, span.end, span.of(project.source(key).article.text))


class Matching:
    """Makes, finds and takes back the reader's decisions, each as one undoable step."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._passages: dict[str, tuple[str, tuple[Passage, ...]]] = {}

    def decisions(self) -> Decisions:
        """The decisions of the project."""
        return decisions_from_json(self._workspace.project.decisions)

    def _change(self, name: str, change: Callable[[Decisions], Decisions]) -> None:
        def apply(project: Project) -> Project:
            held = decisions_from_json(project.decisions)
            after = change(held)
            return project if after == held else replace(project, decisions=decisions_to_json(after))

        self._workspace.edit(name, apply)

    def _add(self, name: str, decision: Decision) -> None:
        self._change(name, lambda held: held.adding(decision))

    def passage_at(self, key: str, position: int) -> Span | None:
        """The sentence, heading or caption that holds a code point, or comes last before it."""
        compared = self._workspace.compared(key)
        article = self._workspace.project.source(key).article
        if compared is not None and compared.article.text == article.text:
            passages = compared.passages
        else:
            known = self._passages.get(key)
            if known is None or known[0] != article.text:
                known = self._passages[key] = (article.text, find_passages(article))
            passages = known[1]
        before = [p.span for p in passages if p.span.start <= position]
        return before[-1] if before else passages[0].span if passages else None

    def match(self, a: tuple[str, Span], b: tuple[str, Span]) -> None:
        """*Match these passages*: they stay beside one another from now on."""
        project = self._workspace.project
        refs = place_ref(project, *a), place_ref(project, *b)

        def change(held: Decisions) -> Decisions:
            for old in held.passages:
                if _same_ends(old, *refs):
                    held = held.without(old)
            return held.adding(PassageMatch(*refs))

        self._change("Match passages", change)

    def unmatch(self, a: tuple[str, Span], b: tuple[str, Span]) -> None:
        """*Unmatch*: take the reader's own match away, or forbid one the program found."""
        project = self._workspace.project
        refs = place_ref(project, *a), place_ref(project, *b)

        def change(held: Decisions) -> Decisions:
            own = [old for old in held.passages if old.matched and _same_ends(old, *refs)]
            for old in own:
                held = held.without(old)
            return held if own else held.adding(PassageMatch(*refs, matched=False))

        self._change("Unmatch passages", change)

    def clear(self) -> None:
        """*Clear all matches*: forget every match and unmatching of the reader."""
        self._change("Clear passage matches", lambda held: replace(held, passages=()))

    def pins(self, key: str) -> list[tuple[int, str]]:
        """The reader's matches in a source: where each begins there, and what is said of it, as rich text."""
        found = []
        for match in self.decisions().passages:
            for here, there in ((match.a, match.b), (match.b, match.a)):
                if match.matched and here.source == key:
                    found.append((here.start, f"You matched this with “{escape(there.quote)}”"))
        return found

    def same(self, name: str, other: str, *, same: bool) -> None:
        """*Same as…* or *Not the same*: a verdict on two names in every source."""
        verb = "Same" if same else "Not the same"
        self._add(f"{verb}: {name}, {other}", SameName(NameRef(name), NameRef(other), same))

    def ignore(self, key: str, mention: Mention) -> None:
        """*Ignore*: this is no mention."""
        ref = place_ref(self._workspace.project, key, mention.span)
        self._add(f"Ignore “{mention.text[:40]}”", MentionEdit(ref, None))

    def judge(self, index: ComparisonIndex, row: str, verdict: str) -> None:
        """The reader's verdict on all places of a ledger row; "ignore" takes the row away."""
        held = index.by_source([i for ids in index.rows[row].cells.values() for i in ids])
        refs = [PlaceRef(k, m.span.start, m.span.end, m.text) for k, ms in held.items() for m in ms]
        self._add(f"{verdict.capitalize()}: {index.rows[row].label[:40]}", RowDecision(tuple(refs), verdict))


def _same_ends(match: PassageMatch, a: PlaceRef, b: PlaceRef) -> bool:
    ends = {(match.a.source, match.a.start, match.a.end), (match.b.source, match.b.start, match.b.end)}
    return ends == {(a.source, a.start, a.end), (b.source, b.start, b.end)}
