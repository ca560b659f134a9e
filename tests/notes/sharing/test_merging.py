"""Another reader's notes come in beside one's own, disagreements are listed, and agreement is counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.notes import (
    Codebook,
    Grade,
    Note,
    Project,
    Scheme,
    add_notes,
    add_source,
    add_tag,
    draft_note,
    krippendorff_alpha,
    measure_agreement,
    merge_projects,
    rename_source,
    set_body,
    set_reliability,
    set_scheme,
)
from reader.text import Article, Span


def by(project: Project, author: str, start: int, end: int, rating: str, source: str = "harbour") -> Note:
    return draft_note(project, [(source, Span(start, end))], author=author, rating=rating)


def test_their_notes_come_in_beside_ones_own(project: Project) -> None:
    theirs = add_notes(project, [by(project, "Bo", 40, 60, "2")])
    merge = merge_projects(project, theirs)
    assert merge.project.notes == (*project.notes, theirs.notes[-1])
    assert merge.notes == (theirs.notes[-1].id,)
    assert merge.project.sources == project.sources
    assert merge.conflicts == ()


def test_merging_the_same_again_changes_nothing(project: Project) -> None:
    theirs = add_notes(project, [by(project, "Bo", 40, 60, "2")])
    once = merge_projects(project, theirs).project
    assert merge_projects(once, theirs).project == once


def test_sources_are_matched_by_hash_whatever_their_key_and_name(project: Project) -> None:
    other = project.sources[0].article
    theirs = add_source(Project(), other.with_key("xyz"))
    theirs = add_source(
        rename_source(theirs, "xyz", "My harbour"), Article.from_text("A third account.", key="gazette")
    )
    theirs = add_notes(theirs, [by(theirs, "Bo", 0, 5, "1", "xyz"), by(theirs, "Bo", 0, 7, "5", "gazette")])
    merge = merge_projects(project, theirs)
    assert [source.key for source in merge.project.sources] == ["harbour", "gazette", "gazette-2"]
    assert [note.targets[0].source for note in merge.project.notes[-2:]] == ["harbour", "gazette-2"]
    assert merge.sources == ("gazette-2",)


def test_a_text_cleaned_up_otherwise_gets_their_notes_at_the_right_words(project: Project) -> None:
    article = project.sources[0].article
    cut = article.text.split("\n\n", 1)[1]
    theirs = add_source(Project(), replace(Article.from_text(cut, key="harbour"), provenance=article.provenance))
    start = cut.index("refloated at dawn")
    theirs = add_notes(theirs, [by(theirs, "Bo", start, start + 17, "2")])
    target = merge_projects(project, theirs).project.notes[-1].targets[0]
    assert target.span is not None
    assert target.span.of(article.text) == "refloated at dawn"


def test_different_ratings_of_one_passage_are_listed(project: Project) -> None:
    mine = add_notes(project, [by(project, "Ilse", 40, 60, "2")])
    theirs = add_notes(project, [by(project, "Bo", 41, 60, "4"), by(project, "Bo", 150, 169, "1")])
    theirs = set_reliability(theirs, "harbour", "D")
    merge = merge_projects(mine, theirs)
    told = {(c.kind, c.mine, c.theirs, c.values) for c in merge.conflicts}
    assert told == {
        ("rating", mine.notes[-1].id, theirs.notes[-2].id, ("2", "4")),
        ("reliability", "harbour", "harbour", ("B", "D")),
    }
    assert merge.project.source("harbour").reliability == "B"


def test_a_note_changed_in_both_stays_and_the_other_comes_beside(project: Project) -> None:
    note = project.notes[0]
    merge = merge_projects(set_body(project, note.id, "mine"), set_body(project, note.id, "theirs"))
    assert [n.body for n in merge.project.notes] == ["mine", "", "theirs"]
    assert len({n.id for n in merge.project.notes}) == 3
    assert [(c.kind, c.values) for c in merge.conflicts] == [("edited", ("mine", "theirs"))]


def test_tags_of_one_name_are_one_and_schemes_of_one_id_are_kept_apart(project: Project) -> None:
    def scheme(label: str) -> Scheme:
        return Scheme("house", "House", (), (Grade("x", label),))

    mine = set_scheme(project, scheme("good"))
    theirs = set_scheme(replace(project, codebook=Codebook(), notes=()), scheme("bad"))
    theirs = add_tag(add_tag(theirs, "needs a SECOND source"), "Sift", shortcut="n")
    note = draft_note(
        theirs,
        [("harbour", Span(0, 5))],
        author="Bo",
        tags=["needs-a-second-source", "sift"],
        rating="x",
        scheme="house",
    )
    merged = merge_projects(mine, add_notes(theirs, [note])).project
    assert merged.notes[-1].tags == ("needs-a-second-source", "sift")
    assert merged.notes[-1].scheme == "house-2"
    assert [tag.id for tag in merged.codebook.tags] == [tag.id for tag in project.codebook.tags]


def test_agreement_counts_only_passages_two_readers_rated(project: Project) -> None:
    made = replace(project, notes=())
    notes = [by(made, "Ilse", s, s + 10, r) for s, r in ((0, "2"), (20, "3"), (40, "4"), (60, "1"))]
    notes += [by(made, "Bo", s, s + 10, r) for s, r in ((1, "2"), (20, "3"), (40, "2"), (90, "6"))]
    found = measure_agreement(add_notes(made, notes))
    assert (found.authors, found.passages, found.pairs, found.same) == (("Bo", "Ilse"), 3, 3, 2)
    assert found.percent == pytest.approx(66.67, abs=0.01)
    assert found.alpha == krippendorff_alpha([["2", "2"], ["3", "3"], ["4", "2"]])


def test_alpha_is_that_of_krippendorffs_own_example() -> None:
    table = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]  # a coder a row, "." where none was given
    units = [[value for value in unit if value != "."] for unit in zip(*table, strict=True)]
    assert krippendorff_alpha(units) == pytest.approx(0.743, abs=0.0005)


def test_alpha_of_full_agreement_of_none_and_of_nothing() -> None:
    assert krippendorff_alpha([["a", "a"], ["b", "b"]]) == 1
    assert krippendorff_alpha([["a", "b"], ["b", "a"]]) == pytest.approx(-0.5)
    assert krippendorff_alpha([["a", "a"], ["a", "a"]]) is None
    assert krippendorff_alpha([["a"], []]) is None
