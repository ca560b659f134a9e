"""Say what becomes of the notes on a source when its text is replaced, and apply it once the reader has agreed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from reader.notes.editing.sources import change_source
from reader.notes.stamps import Clock, now
from reader.notes.values import Note, Project, Source, Target
from reader.text import Anchor, AnchorMatch, Article, Span, find_anchors_between, make_anchor, make_anchors

Standing = Literal["kept", "moved", "uncertain", "lost"]

_KEPT = 0.78
"""The score of the very words with one side of their surroundings as it was."""


def place_target(source: Source, anchor: Anchor, match: AnchorMatch | None) -> Target:
    """A target from elsewhere as it stands in that source: anchored anew when sure, else as it was; orphan if None."""
    if match is None:
        return Target(source.key, anchor, None)
    if not match.certain:
        return Target(source.key, anchor, match.span, certain=False)
    return Target(source.key, make_anchor(source.article.text, match.span), match.span)


@dataclass(frozen=True, slots=True)
class Finding:
    """What becomes of target `index` of a note: its words before and after, and where they stand in the new text.

    kept: the same words, at least one side of their surroundings as it was; moved: found for sure, but changed;
    uncertain: a guess the reader has to confirm, `other` a second place that is as likely, or its place with another
    figure in it; lost: gone (`span` None, `after` ""). `score` is 0-1.
    """

    note: str
    index: int
    standing: Standing
    before: str
    after: str
    span: Span | None
    score: float
    other: Span | None = None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What becomes of every note on a source when its text is replaced by that of `article`."""

    source: str
    article: Article
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> dict[Standing, int]:
        """How many targets are kept, moved, uncertain and lost."""
        counted = Counter(finding.standing for finding in self.findings)
        return {
            "kept": counted["kept"],
            "moved": counted["moved"],
            "uncertain": counted["uncertain"],
            "lost": counted["lost"],
        }


def diagnose(project: Project, source_key: str, new_article: Article) -> Diagnosis:
    """Look for every note on that source in the new text; changes nothing. KeyError if there is no such source."""
    old, text = project.source(source_key).article.text, new_article.text
    places = [(note.id, index, target) for note, index, target in _targets(project, source_key)]
    spans = [target.span if target.certain else None for _, _, target in places]
    matches = find_anchors_between(old, [target.anchor for _, _, target in places], spans, text)
    findings = []
    for (note_id, index, target), match in zip(places, matches, strict=True):
        quote = target.anchor.quote
        if match is None:
            findings.append(Finding(note_id, index, "lost", quote, "", None, 0.0))
            continue
        words = match.span.of(text)
        standing: Standing = "uncertain"
        if match.certain and _figures(words) == _figures(quote):
            standing = "kept" if words == quote and match.score >= _KEPT else "moved"
        findings.append(Finding(note_id, index, standing, quote, words, match.span, match.score, match.other))
    return Diagnosis(source_key, new_article, tuple(findings))


def _figures(words: str) -> list[str]:
    """The digits in the words, in their order: what was said of a figure need not hold of another."""
    return re.findall(r"\d", words)


def choose_place(diagnosis: Diagnosis, finding: Finding, span: Span) -> Diagnosis:
    """The diagnosis with the reader's word for where a note in doubt belongs."""
    chosen = replace(finding, standing="moved", after=span.of(diagnosis.article.text), span=span, other=None)
    return replace(diagnosis, findings=tuple(chosen if held == finding else held for held in diagnosis.findings))


def _targets(project: Project, key: str) -> list[tuple[Note, int, Target]]:
    return [(n, i, t) for n in project.notes for i, t in enumerate(n.targets) if t.source == key]


def apply_diagnosis(project: Project, diagnosis: Diagnosis, clock: Clock = now) -> Project:
    """The project with the source's text replaced and its notes where the diagnosis found them; none is dropped.

    Kept and moved notes are anchored anew; uncertain and lost ones keep their old anchor. The source keeps its key
    and what the reader knows about it; the new article's metadata fill what was empty. Notes that were added since
    the diagnosis are diagnosed now.
    """
    key, text = diagnosis.source, diagnosis.article.text
    known = {(f.note, f.index): f for f in diagnosis.findings}
    here = {(note.id, index): target.anchor.quote for note, index, target in _targets(project, key)}
    if {place: finding.before for place, finding in known.items()} != here:
        known = {(f.note, f.index): f for f in diagnose(project, key, diagnosis.article).findings}
    sure = {place: f.span for place, f in known.items() if f.span is not None and f.standing != "uncertain"}
    anchors = dict(zip(sure, make_anchors(text, list(sure.values())), strict=True))
    moment = clock()

    def placed(note: Note, index: int, target: Target) -> Target:
        finding = known[note.id, index]
        certain = finding.standing != "uncertain"
        return replace(target, span=finding.span, certain=certain, anchor=anchors.get((note.id, index), target.anchor))

    def moved(note: Note) -> Note:
        if all(target.source != key for target in note.targets):
            return note
        targets = tuple(placed(note, i, t) if t.source == key else t for i, t in enumerate(note.targets))
        changed = any(known[note.id, i].after != t.anchor.quote for i, t in enumerate(note.targets) if t.source == key)
        return replace(note, targets=targets, modified=moment if changed else note.modified)

    replaced = change_source(
        project, key, lambda source: replace(source, article=_renewed(source.article, diagnosis.article))
    )
    return replace(replaced, notes=tuple(moved(note) for note in project.notes))


def _renewed(old: Article, new: Article) -> Article:
    """The new article under the old key; what the reader may have corrected stays."""
    return replace(
        new.with_key(old.key),
        title=old.title or new.title,
        publisher=old.publisher or new.publisher,
        author=old.author or new.author,
        published=old.published or new.published,
        language=old.language or new.language,
        url=old.url or new.url,
        provenance=replace(new.provenance, path=new.provenance.path.replace("\\", "/").rsplit("/", 1)[-1]),
    )
