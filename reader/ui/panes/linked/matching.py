"""The reader's own matches of passages: what can be matched here, and what was."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from reader.links import Decisions, PassageMatch, PlaceRef
from reader.notes import SourceSpan
from reader.text import Passage, Span, find_passages
from reader.ui.deciding import change_decisions, decisions_of
from reader.ui.workspace import Workspace


class Matching:
    """Makes, finds and takes back matches, each as one undoable step."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._passages: dict[str, tuple[str, tuple[Passage, ...]]] = {}

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

    def _ref(self, key: str, span: Span) -> PlaceRef:
        return PlaceRef(key, span.start, span.end, span.of(self._workspace.project.source(key).article.text))

    def match(self, a: SourceSpan, b: SourceSpan) -> None:
        """*Match these passages*: they stay beside one another from now on."""
        refs = self._ref(*a), self._ref(*b)

        def change(held: Decisions) -> Decisions:
            for old in held.passages:
                if _same_ends(old, *refs):
                    held = held.without(old)
            return held.adding(PassageMatch(*refs))

        change_decisions(self._workspace, "Match passages", change)

    def unmatch(self, a: SourceSpan, b: SourceSpan) -> None:
        """*Unmatch*: take the reader's own match away, or forbid one the program found."""
        refs = self._ref(*a), self._ref(*b)

        def change(held: Decisions) -> Decisions:
            own = [old for old in held.passages if old.matched and _same_ends(old, *refs)]
            for old in own:
                held = held.without(old)
            return held if own else held.adding(PassageMatch(*refs, matched=False))

        change_decisions(self._workspace, "Unmatch passages", change)

    def clear(self) -> None:
        """*Clear all matches*: forget every match and unmatching of the reader."""
        change_decisions(self._workspace, "Clear passage matches", lambda held: replace(held, passages=()))

    def held(self) -> tuple[PassageMatch, ...]:
        """The matches and unmatchings of the project."""
        return decisions_of(self._workspace.project).passages

    def by_hand(self, key: str, span: Span) -> list[tuple[tuple[str, Span], tuple[str, Span]]]:
        """The reader's own matches that a passage of a source is in: the newest first, each as its two ends."""
        ends = [tuple((ref.source, Span(ref.start, ref.end)) for ref in (m.a, m.b)) for m in self.held() if m.matched]
        return [(a, b) for a, b in reversed(ends) if any(end[0] == key and end[1].overlaps(span) for end in (a, b))]

    def pins(self, key: str) -> list[tuple[int, str]]:
        """The reader's matches in a source: where each begins there, and what is said of it, as rich text."""
        found = []
        for match in self.held():
            for here, there in ((match.a, match.b), (match.b, match.a)):
                if match.matched and here.source == key:
                    found.append((here.start, f"You matched this with “{escape(there.quote)}”"))
        return found


def _same_ends(match: PassageMatch, a: PlaceRef, b: PlaceRef) -> bool:
    ends = {(match.a.source, match.a.start, match.a.end), (match.b.source, match.b.start, match.b.end)}
    return ends == {(a.source, a.start, a.end), (b.source, b.start, b.end)}
