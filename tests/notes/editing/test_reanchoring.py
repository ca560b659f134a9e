"""Replacing a source's text: the diagnosis tells what becomes of each note, and nothing is lost or guessed."""

from __future__ import annotations

from dataclasses import replace

from reader.notes import (
    Note,
    Project,
    add_notes,
    apply_diagnosis,
    confirm_target,
    diagnose,
    draft_note,
    draft_notes,
    set_target_span,
)
from reader.text import Article, Span


def noted(project: Project, *words: str) -> tuple[Project, list[Note]]:
    text = project.source("harbour").article.text
    places = [("harbour", Span(text.index(w), text.index(w) + len(w))) for w in words]
    notes = draft_notes(project, places)
    return add_notes(replace(project, notes=()), notes), list(notes)


def test_each_note_is_kept_moved_uncertain_or_lost(project: Project) -> None:
    made, _ = noted(project, "Nobody was hurt", "people aboard", "214 people", "said Ada Quill")
    old = made.source("harbour").article.text
    new = old.replace("214 people aboard", "198 people on board").replace(", “We told them twice,” said Ada Quill", "")
    new = new.replace(" “We told them twice,” said Ada Quill.", "")
    diagnosis = diagnose(made, "harbour", Article.from_text(new))
    told = {finding.before: (finding.standing, finding.after) for finding in diagnosis.findings}
    assert told == {
        "Nobody was hurt": ("kept", "Nobody was hurt"),
        "people aboard": ("moved", "people on board"),
        "214 people": ("uncertain", "198 people"),  # what was said of one figure need not hold of another
        "said Ada Quill": ("lost", ""),
    }
    assert diagnosis.counts == {"kept": 1, "moved": 1, "uncertain": 1, "lost": 1}


def test_the_diagnosis_changes_nothing_and_applying_it_is_one_value(project: Project) -> None:
    made, notes = noted(project, "Nobody was hurt", "said Ada Quill")
    new = "Corrected.\n\n" + made.source("harbour").article.text.replace("said Ada Quill", "the harbour said nothing")
    diagnosis = diagnose(made, "harbour", Article.from_text(new, key="other"))
    after = apply_diagnosis(made, diagnosis)
    assert [source.key for source in after.sources] == ["harbour", "gazette"]
    assert after.source("harbour").article.text == new
    assert after.source("harbour").article.title == "Ferry runs aground"
    assert [note.id for note in after.notes] == [note.id for note in notes]
    target = after.notes[0].targets[0]
    assert target.span is not None
    assert target.span.of(new) == "Nobody was hurt" == target.anchor.quote
    assert target.anchor.start == target.span.start
    assert after.notes[0].modified == notes[0].modified


def test_an_orphan_keeps_its_old_context_and_can_be_attached_again(project: Project) -> None:
    made, notes = noted(project, "said Ada Quill")
    new = "A wholly other report.\n\nThe weather was fine."
    after = apply_diagnosis(made, diagnose(made, "harbour", Article.from_text(new)))
    orphan = after.notes[0].targets[0]
    assert orphan.span is None
    assert orphan.anchor == notes[0].targets[0].anchor
    mended = set_target_span(after, notes[0].id, 0, Span(0, 7)).notes[0].targets[0]
    assert (mended.span, mended.certain, mended.anchor.quote) == (Span(0, 7), True, "A wholl")


def test_an_orphan_comes_back_with_its_words(project: Project) -> None:
    made, _ = noted(project, "said Ada Quill")
    old = made.source("harbour").article
    gone = apply_diagnosis(made, diagnose(made, "harbour", Article.from_text("Nothing here.")))
    back = apply_diagnosis(gone, diagnose(gone, "harbour", old))
    assert back.notes[0].targets == made.notes[0].targets


def test_alike_places_are_uncertain_until_confirmed(project: Project) -> None:
    line = "The pier was empty at nine that evening, they say.\n"
    source = replace(project.sources[0], article=Article.from_text(line * 3, key="harbour"))
    made = replace(project, sources=(source, *project.sources[1:]), notes=())
    note = draft_note(made, [("harbour", Span(len(line), len(line) + 18))])
    made = add_notes(made, [note])
    after = apply_diagnosis(made, diagnose(made, "harbour", Article.from_text("Late news.\n" + line * 4)))
    target = after.notes[0].targets[0]
    assert target.span is not None
    assert not target.certain
    assert target.anchor == note.targets[0].anchor
    assert confirm_target(after, note.id, 0).notes[0].targets[0].certain


def test_a_note_added_after_the_diagnosis_is_not_forgotten(project: Project) -> None:
    made, _ = noted(project, "Nobody was hurt")
    diagnosis = diagnose(made, "harbour", Article.from_text("New: " + made.source("harbour").article.text))
    text = made.source("harbour").article.text
    more = draft_note(made, [("harbour", Span(text.index("214"), text.index("214") + 3))])
    after = apply_diagnosis(add_notes(made, [more]), diagnosis)
    found = after.note(more.id).targets[0]
    assert found.span is not None
    assert found.span.of(after.source("harbour").article.text) == "214"
