"""Edits are pure, keep every reference whole, and refuse with a reason what would break one."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from reader.errors import EditRefusedError
from reader.notes import (
    ADMIRALTY,
    POLICE_3X5X2,
    READY_TAGS,
    Grade,
    Project,
    Scheme,
    add_note,
    add_notes,
    add_source,
    add_tag,
    add_target,
    available_schemes,
    delete_tag,
    draft_note,
    draft_notes,
    find_occurrences,
    find_tag,
    fresh_id,
    import_codebook,
    merge_tags,
    move_source,
    now,
    rate_notes,
    recolour_tag,
    remove_notes,
    remove_scheme,
    remove_source,
    remove_target,
    rename_source,
    rename_tag,
    search_tags,
    set_basis,
    set_metadata,
    set_rating,
    set_reliability,
    set_scheme,
    set_source_memo,
    set_tag_parent,
    set_tag_shortcut,
    set_target_span,
    tag_notes,
    untag_notes,
)
from reader.text import Article, Span


def later() -> str:
    return "2027-01-01T00:00:00+00:00"


def keys(project: Project) -> list[str]:
    return [source.key for source in project.sources]


def tags(project: Project) -> list[str]:
    return [tag.id for tag in project.codebook.tags]


def test_sources_are_added_moved_renamed_and_removed(project: Project) -> None:
    third = add_source(project, Article.from_text("A third account.", key="third"), name="Third", index=1)
    assert keys(third) == ["harbour", "third", "gazette"]
    assert keys(move_source(third, "third", 9)) == ["harbour", "gazette", "third"]
    assert third.source("third").title == "Third"
    assert rename_source(third, "third", "").source("third").title == "Untitled"
    assert keys(project) == ["harbour", "gazette"]


def test_the_same_article_twice_gets_another_key(project: Project) -> None:
    article = project.sources[0].article
    twice = add_source(add_source(project, article), article)
    assert keys(twice) == ["harbour", "gazette", "harbour-2", "harbour-3"]


def test_the_place_of_a_file_is_kept_but_not_in_the_article(project: Project) -> None:
    source = project.source("harbour")
    assert source.path == "articles/harbour.txt"
    assert source.article.provenance.path == "harbour.txt"


def test_removing_a_source_takes_its_notes_and_its_side_of_links(project: Project) -> None:
    note, link = project.notes
    without = remove_source(project, "harbour")
    assert [n.id for n in without.notes] == [link.id]
    assert [target.source for target in without.notes[0].targets] == ["gazette"]
    assert remove_source(project, "gazette").notes[0] == note


def test_metadata_are_set_one_by_one(project: Project) -> None:
    changed = set_metadata(project, "gazette", published="2026-03-05", author=" Ada Quill ", language="en")
    article = changed.source("gazette").article
    assert (article.published, article.author, article.publisher) == (date(2026, 3, 5), "Ada Quill", "The Gazette")
    assert set_metadata(changed, "gazette", published="").source("gazette").article.published is None
    with pytest.raises(EditRefusedError, match="year-month-day"):
        set_metadata(project, "gazette", published="5 March")


def test_reliability_and_what_it_rests_on(project: Project) -> None:
    changed = set_source_memo(
        set_basis(set_reliability(project, "gazette", "C"), "gazette", "often late"), "gazette", "x"
    )
    source = changed.source("gazette")
    assert (source.reliability, source.basis, source.memo) == ("C", "often late", "x")
    assert set_reliability(changed, "gazette", "2", scheme="3x5x2").source("gazette").scheme == "3x5x2"
    assert set_reliability(changed, "gazette", "").source("gazette").reliability == ""
    with pytest.raises(EditRefusedError, match="no grade “G”"):
        set_reliability(project, "gazette", "G")


def test_a_drafted_note_is_anchored_stamped_and_unique(project: Project) -> None:
    note = draft_note(project, [("harbour", Span(0, 5))], author="Bo", body="Which?", rating="6")
    assert note.targets[0].anchor.quote == "Ferry"
    assert note.author == "Bo"
    assert datetime.fromisoformat(note.created).tzinfo is not None
    assert note.id not in {n.id for n in project.notes}
    assert add_note(project, note).notes[-1] is note
    with pytest.raises(EditRefusedError, match="already"):
        add_notes(project, [note, note])


@pytest.mark.parametrize("span", [Span(3, 3), Span(0, 10_000)])
def test_a_note_on_nothing_is_refused(project: Project, span: Span) -> None:
    with pytest.raises(EditRefusedError, match="Select some words"):
        draft_note(project, [("harbour", span)])


def test_a_note_with_an_unknown_tag_or_grade_is_refused(project: Project) -> None:
    place = [("harbour", Span(0, 5))]
    with pytest.raises(EditRefusedError, match="no tag"):
        draft_note(project, place, tags=["nowhere"])
    with pytest.raises(EditRefusedError, match="no grade"):
        draft_note(project, place, rating="7")
    with pytest.raises(EditRefusedError, match="no grade"):
        set_rating(project, project.notes[0].id, "A")


def test_a_change_sets_the_time_and_no_change_does_not(project: Project) -> None:
    note = project.notes[0]
    rated = set_rating(project, note.id, "5", clock=later).note(note.id)
    assert (rated.rating, rated.modified, rated.created) == ("5", later(), note.created)
    assert set_rating(project, note.id, "3", clock=later) == project
    assert set_rating(project, note.id, "A", scheme="3x5x2", clock=later).note(note.id).scheme == "3x5x2"


def test_rating_many_notes_is_one_edit_in_one_scheme(project: Project) -> None:
    ids = [note.id for note in project.notes]
    rated = rate_notes(project, ids, "A", scheme="3x5x2", clock=later)
    assert {(note.scheme, note.rating) for note in rated.notes} == {("3x5x2", "A")}
    bare = rate_notes(rated, ids[:1], "", scheme="admiralty", clock=later).notes[0]
    assert (bare.scheme, bare.rating) == ("3x5x2", "")
    with pytest.raises(EditRefusedError, match="no grade"):
        rate_notes(project, ids, "9", scheme="admiralty")


def test_tagging_many_notes_is_one_edit_and_makes_the_tag_recent(project: Project) -> None:
    ids = [note.id for note in project.notes]
    tagged = tag_notes(project, ids, "sift-trace", later)
    assert all("sift-trace" in note.tags for note in tagged.notes)
    assert tagged.codebook.recent == ("sift-trace", "needs-a-second-source")
    assert tag_notes(tagged, ids, "sift-trace", later) == tagged
    assert [note.tags for note in untag_notes(tagged, ids, "sift-trace").notes] == [n.tags for n in project.notes]


def test_boundaries_are_adjusted_and_anchored_anew(project: Project) -> None:
    note = project.notes[0]
    span = note.targets[0].span
    assert span is not None
    target = set_target_span(project, note.id, 0, Span(span.start, span.end + 7)).note(note.id).targets[0]
    assert target.anchor.quote == "214 people aboard"
    assert target.certain


def test_a_note_becomes_a_link_and_a_note_again(project: Project) -> None:
    note = project.notes[0]
    linked = add_target(project, note.id, ("gazette", Span(0, 6)))
    assert [target.anchor.quote for target in linked.note(note.id).targets] == ["214 people", "Linnet"]
    assert remove_target(linked, note.id, 1).note(note.id).targets == note.targets
    with pytest.raises(EditRefusedError, match="only passage"):
        remove_target(project, note.id, 0)


def test_removing_notes_that_are_not_there_is_told(project: Project) -> None:
    assert remove_notes(project, [project.notes[0].id]).notes == project.notes[1:]
    with pytest.raises(KeyError, match="gone"):
        remove_notes(project, ["gone", project.notes[0].id])


def test_every_occurrence_is_found_whole_and_in_order(project: Project) -> None:
    found = find_occurrences(project, "hurt")
    texts = {source.key: source.article.text for source in project.sources}
    assert [(key, span.of(texts[key])) for key, span in found] == [
        ("harbour", "hurt"),
        ("gazette", "hurt"),
        ("gazette", "hurt"),
    ]
    assert len(find_occurrences(project, "ferry")) == 3
    assert len(find_occurrences(project, "ferry", match_case=True)) == 2
    assert find_occurrences(project, "ferr") == []
    assert len(find_occurrences(project, "ferr", whole_words=False)) == 3
    assert find_occurrences(project, "  ") == []


def test_occurrences_are_right_where_a_letter_grows_in_lower_case() -> None:
    made = add_source(Project(), Article.from_text("İİİ Harbour, harbour İ HARBOUR", key="x"))
    assert [span.of("İİİ Harbour, harbour İ HARBOUR") for _, span in find_occurrences(made, "harbour")] == [
        "Harbour",
        "harbour",
        "HARBOUR",
    ]


def test_annotating_every_occurrence_gives_notes_that_are_alike(project: Project) -> None:
    notes = draft_notes(project, find_occurrences(project, "hurt"), author="Bo", tags=["sift-find"], rating="2")
    after = add_notes(project, notes)
    assert len({note.id for note in after.notes}) == 5
    assert {(note.rating, note.tags, note.created) for note in notes} == {("2", ("sift-find",), notes[0].created)}


def test_a_tag_is_renamed_recoloured_and_merged_everywhere(project: Project) -> None:
    note = project.notes[0]
    made = tag_notes(add_tag(project, "Dubious", parent="sift"), [note.id], "dubious")
    renamed = recolour_tag(rename_tag(made, "dubious", "Shaky"), "dubious", "#AABBCC")
    assert (find_tag(renamed.codebook, "dubious").name, find_tag(renamed.codebook, "dubious").colour) == (
        "Shaky",
        "#aabbcc",
    )
    merged = merge_tags(made, ["dubious", "sift-stop"], "needs-a-second-source")
    assert merged.note(note.id).tags == ("needs-a-second-source",)
    assert {"dubious", "sift-stop"}.isdisjoint(tags(merged))
    assert merged.codebook.recent == ("needs-a-second-source",)


def test_deleting_a_tag_lifts_the_tags_below_it(project: Project) -> None:
    gone = delete_tag(project, "sift")
    assert find_tag(gone.codebook, "sift-stop").parent == ""
    assert delete_tag(project, "needs-a-second-source").notes[0].tags == ()


def test_what_would_make_the_codebook_ambiguous_is_refused_with_the_reason(project: Project) -> None:
    with pytest.raises(EditRefusedError, match="N is taken by the tag “Needs a second source”"):
        set_tag_shortcut(project, "sift", "N")
    with pytest.raises(EditRefusedError, match="kept for ratings"):
        set_tag_shortcut(project, "sift", "3")
    with pytest.raises(EditRefusedError, match="one key"):
        set_tag_shortcut(project, "sift", "ab")
    with pytest.raises(EditRefusedError, match="already"):
        add_tag(project, "needs A second source")
    with pytest.raises(EditRefusedError, match="needs a name"):
        rename_tag(project, "sift", "  ")
    with pytest.raises(EditRefusedError, match="below itself"):
        set_tag_parent(project, "sift", "sift-stop")
    with pytest.raises(EditRefusedError, match="not a colour"):
        recolour_tag(project, "sift", "blue")
    assert find_tag(set_tag_shortcut(project, "sift", "").codebook, "sift").shortcut == ""


def test_tags_are_searched_recent_first(project: Project) -> None:
    used = tag_notes(project, [project.notes[0].id], "sift-trace")
    assert [tag.id for tag in search_tags(used.codebook, "s")][:2] == ["sift-trace", "needs-a-second-source"]
    assert [tag.id for tag in search_tags(used.codebook, "coverage")] == ["sift-find"]


def test_importing_a_tag_set_twice_adds_it_once(project: Project) -> None:
    once = import_codebook(project, READY_TAGS["CRAAP"])
    assert len(once.codebook.tags) == len(project.codebook.tags) + 6
    assert import_codebook(once, READY_TAGS["CRAAP"]) == once


def test_the_ready_made_schemes_have_their_wordings(project: Project) -> None:
    assert available_schemes(project.codebook) == (ADMIRALTY, POLICE_3X5X2)
    assert "".join(grade.code for grade in ADMIRALTY.reliability) == "ABCDEF"
    assert [grade.label for grade in ADMIRALTY.credibility][3:] == ["Doubtful", "Improbable", "Truth cannot be judged"]
    assert (len(POLICE_3X5X2.reliability), len(POLICE_3X5X2.credibility)) == (3, 5)


def test_a_scheme_of_ones_own_can_be_used_changed_and_removed(project: Project) -> None:
    own = Scheme("traffic", "Traffic light", (), (Grade("g", "go"), Grade("r", "stop", "#d55e00")))
    made = set_rating(set_scheme(project, own), project.notes[0].id, "r", scheme="traffic")
    with pytest.raises(EditRefusedError, match="“r” is in use"):
        set_scheme(made, Scheme("traffic", "Traffic light", (), (Grade("g", "go"),)))
    with pytest.raises(EditRefusedError, match="in use"):
        remove_scheme(made, "traffic")
    assert remove_scheme(set_scheme(project, own), "traffic") == project


def test_ids_are_short_readable_and_never_taken() -> None:
    made = {fresh_id(()) for _ in range(2000)}
    assert len(made) == 2000
    assert all(len(i) == 8 and i.isalnum() and not set(i) & set("01oli") for i in made)
    assert datetime.fromisoformat(now()).tzinfo is not None
