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
    masi_distance,
    measure_agreement,
    measure_tag_agreement,
    merge_projects,
    rename_source,
    set_body,
    set_decisions,
    set_project_memo,
    set_reliability,
    set_scheme,
    set_source_memo,
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


def test_agreement_in_tags_counts_what_two_readers_marked(project: Project) -> None:
    made = replace(project, notes=(), codebook=Codebook())
    made = add_tag(add_tag(made, "rumour"), "number")

    def tagged(author: str, start: int, *tags: str) -> Note:
        return draft_note(made, [("harbour", Span(start, start + 10))], author=author, tags=tags)

    notes = [tagged("Ilse", 0, "rumour"), tagged("Bo", 1, "rumour"), tagged("Ilse", 20, "rumour"), tagged("Bo", 20)]
    notes += [tagged("Ilse", 40, "number"), tagged("Bo", 40, "number"), tagged("Bo", 41, "rumour")]
    notes += [tagged("Bo", 90, "number")]  # Ilse made no note there: nobody knows whether she read it
    whole, rumour, number = measure_tag_agreement(add_notes(made, notes))
    assert (whole.about, whole.passages, whole.pairs, whole.same) == ("", 3, 3, 1)
    assert (rumour.about, rumour.used, rumour.pairs, rumour.same) == ("rumour", 4, 3, 1)
    assert (number.about, number.used, number.pairs, number.same) == ("number", 2, 3, 3)
    assert number.alpha == 1
    sets = [frozenset(tags) for tags in ((), ("rumour",), ("number",), ("number", "rumour"))]
    assert whole.alpha == krippendorff_alpha([sets[1:2] * 2, sets[1::-1], sets[2:4]], masi_distance)


def test_alpha_of_sets_is_that_of_the_nltk_library() -> None:
    a, b, ab, abc = (frozenset(letters) for letters in ("a", "b", "ab", "abc"))
    assert masi_distance(a, ab) == pytest.approx(1 - 2 / 3 * 1 / 2)
    assert masi_distance(ab, frozenset("bc")) == pytest.approx(1 - 1 / 3 * 1 / 3)
    assert masi_distance(a, b) == 1
    units = [[a, a], [ab, abc], [b, b], [a, b], [ab, a], [abc, abc]]
    assert krippendorff_alpha(units, masi_distance) == pytest.approx(0.4038, abs=0.001)  # its AnnotationTask.alpha


def decided(same: bool, a: str = "Al-Wadi", b: str = "Al-Uadi") -> dict[str, object]:
    return {"a": {"name": a, "source": ""}, "b": {"name": b, "source": ""}, "same": same}


def test_their_decisions_come_in_unless_they_contradict_mine(project: Project) -> None:
    mine = set_decisions(project, {"names": [decided(True)], "transliterate": False})
    place = {"source": "other", "start": 0, "end": 4, "quote": "What"}
    theirs = replace(
        project, sources=(replace(project.sources[0], article=project.sources[0].article.with_key("other")),)
    )
    theirs = replace(theirs, notes=())
    theirs = set_decisions(
        theirs,
        {
            "names": [decided(False, "Al-Uadi", "Al-Wadi"), decided(True, "Ain", "Ayn")],
            "mentions": [{"place": place, "kind": None}],
            "transliterate": True,
        },
    )
    merge = merge_projects(mine, theirs)
    held = merge.project.decisions
    assert held["names"] == [decided(True), decided(True, "Ain", "Ayn")]
    assert held["mentions"] == [{"place": place | {"source": "harbour"}, "kind": None}]
    assert held["transliterate"] is False
    assert [conflict.kind for conflict in merge.conflicts] == ["decision"]
    assert merge_projects(merge.project, theirs).project == merge.project


def test_a_decision_on_a_place_stays_out_where_the_text_is_another(project: Project) -> None:
    article = project.sources[0].article
    cut = replace(Article.from_text(article.text[9:], key="harbour"), provenance=article.provenance)
    place = {"source": "harbour", "start": 0, "end": 4, "quote": "What"}
    theirs = set_decisions(add_source(Project(), cut), {"mentions": [{"place": place, "kind": None}]})
    assert merge_projects(project, theirs).project.decisions == project.decisions


def test_their_memos_come_in_where_there_is_none_and_are_a_conflict_elsewhere(project: Project) -> None:
    mine = set_source_memo(set_project_memo(project, "what I think"), "harbour", "")
    theirs = set_source_memo(set_project_memo(project, "what they think"), "harbour", "written in a hurry")
    merge = merge_projects(mine, theirs)
    assert merge.project.memo == "what I think"
    assert merge.project.source("harbour").memo == "written in a hurry"
    assert [(c.kind, c.mine, c.values) for c in merge.conflicts] == [("memo", "", ("what I think", "what they think"))]
    both = merge_projects(mine, theirs, join_memos=True).project
    assert both.memo == "what I think\n\nwhat they think"
    assert merge_projects(both, theirs, join_memos=True).project == both
