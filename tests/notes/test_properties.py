"""Any sequence of edits keeps every reference whole, changes no earlier value, survives file and journal."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import EditRefusedError
from reader.notes import (
    READY_TAGS,
    Project,
    add_notes,
    add_source,
    add_tag,
    add_target,
    apply_diagnosis,
    delete_tag,
    diagnose,
    draft_note,
    find_grade,
    find_occurrences,
    import_codebook,
    merge_projects,
    merge_tags,
    move_source,
    remove_notes,
    remove_source,
    rename_tag,
    set_body,
    set_metadata,
    set_project_memo,
    set_rating,
    set_reliability,
    set_tag_parent,
    set_tag_shortcut,
    set_target_span,
    tag_notes,
    untag_notes,
)
from reader.notes.file.storage import parse_project
from reader.notes.file.writing import plain_project, project_bytes
from reader.notes.safety.steps import difference, later
from reader.text import Article, Span

Edit = Callable[[Project, st.DataObject], Project]


def clock() -> str:
    return "2026-05-06T07:08:09+00:00"


def note_id(project: Project, data: st.DataObject) -> str:
    return data.draw(st.sampled_from([note.id for note in project.notes]))


def tag_id(project: Project, data: st.DataObject) -> str:
    return data.draw(st.sampled_from([tag.id for tag in project.codebook.tags]))


def key(project: Project, data: st.DataObject) -> str:
    return data.draw(st.sampled_from([source.key for source in project.sources]))


def place(project: Project, data: st.DataObject) -> tuple[str, Span]:
    source = key(project, data)
    start = data.draw(st.integers(0, 60))
    return source, Span(start, start + data.draw(st.integers(0, 40)))


def words(data: st.DataObject) -> str:
    return data.draw(st.text(max_size=12))


def replaced(project: Project, data: st.DataObject) -> Project:
    source = key(project, data)
    old = project.source(source).article.text
    at = data.draw(st.integers(0, len(old)))
    new = old[:at] + words(data) + old[at + data.draw(st.integers(0, 30)) :]
    return apply_diagnosis(project, diagnose(project, source, Article.from_text(new)), clock)


EDITS: dict[str, Edit] = {
    "add source": lambda p, d: add_source(p, Article.from_text(words(d) + " a small fire in a mill")),
    "remove source": lambda p, d: remove_source(p, key(p, d)),
    "move source": lambda p, d: move_source(p, key(p, d), d.draw(st.integers(-1, 9))),
    "metadata": lambda p, d: set_metadata(p, key(p, d), title=words(d), published=d.draw(st.dates() | st.just(""))),
    "reliability": lambda p, d: set_reliability(
        p, key(p, d), d.draw(st.sampled_from(["", "A", "F", "2"])), basis=words(d)
    ),
    "replace": replaced,
    "note": lambda p, d: add_notes(p, [draft_note(p, [place(p, d)], body=words(d), rating="2", clock=clock)]),
    "link": lambda p, d: add_target(p, note_id(p, d), place(p, d), clock),
    "remove note": lambda p, d: remove_notes(p, [note_id(p, d)]),
    "body": lambda p, d: set_body(p, note_id(p, d), words(d), clock),
    "rating": lambda p, d: set_rating(p, note_id(p, d), d.draw(st.sampled_from(["", "1", "6", "9"])), clock=clock),
    "boundary": lambda p, d: set_target_span(p, note_id(p, d), 0, place(p, d)[1], clock),
    "occurrences": lambda p, d: add_notes(
        p, [draft_note(p, [at], clock=clock) for at in find_occurrences(p, "the")[:3]]
    ),
    "tag": lambda p, d: tag_notes(p, [note_id(p, d)], tag_id(p, d), clock),
    "untag": lambda p, d: untag_notes(p, [note_id(p, d)], tag_id(p, d), clock),
    "add tag": lambda p, d: add_tag(p, words(d), parent=tag_id(p, d)),
    "rename tag": lambda p, d: rename_tag(p, tag_id(p, d), words(d)),
    "merge tags": lambda p, d: merge_tags(p, [tag_id(p, d)], tag_id(p, d)),
    "delete tag": lambda p, d: delete_tag(p, tag_id(p, d)),
    "parent": lambda p, d: set_tag_parent(p, tag_id(p, d), tag_id(p, d)),
    "shortcut": lambda p, d: set_tag_shortcut(p, tag_id(p, d), d.draw(st.sampled_from("abn"))),
    "tag set": lambda p, d: import_codebook(p, READY_TAGS["CRAAP"]),
    "memo": lambda p, d: set_project_memo(p, words(d)),
    "merge": lambda p, d: merge_projects(p, set_project_memo(p, "theirs")).project,
}


def check_whole(project: Project) -> None:
    """Every reference of the project leads somewhere, and every sure note stands on its own words."""
    texts = {source.key: source.article.text for source in project.sources}
    tags = {tag.id for tag in project.codebook.tags}
    assert len(texts) == len(project.sources)
    assert len({note.id for note in project.notes}) == len(project.notes)
    assert len(tags) == len(project.codebook.tags)
    assert {tag.parent for tag in project.codebook.tags} <= tags | {""}
    assert set(project.codebook.recent) <= tags
    shortcuts = [tag.shortcut for tag in project.codebook.tags if tag.shortcut]
    assert len(set(shortcuts)) == len(shortcuts)
    for note in project.notes:
        assert note.targets
        assert set(note.tags) <= tags
        assert not note.rating or find_grade(project.codebook, note.scheme, "credibility", note.rating)
        for target in note.targets:
            assert target.source in texts
            if target.span is not None and target.certain:
                assert target.span.of(texts[target.source]) == target.anchor.quote


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_sequence_of_edits_keeps_the_project_whole(project: Project, data: st.DataObject) -> None:
    before = copy.deepcopy(project)
    state = project
    plain: dict[str, Any] = plain_project(state)
    for name in data.draw(st.lists(st.sampled_from(sorted(EDITS)), max_size=8)):
        needs_note = name in {"link", "remove note", "body", "rating", "boundary", "tag", "untag"}
        if not state.sources or not state.codebook.tags or (needs_note and not state.notes):
            continue
        try:
            after = EDITS[name](state, data)
        except EditRefusedError as refused:
            assert str(refused).endswith(".")
            continue
        plain = later(plain, difference(state, after))
        state = after
        check_whole(state)
    assert plain == plain_project(state)
    assert parse_project(project_bytes(state), "after") == state
    assert project == before


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(min_size=1, max_size=200),
    day=st.none() | st.dates(min_value=date(1, 1, 1)),
    body=st.text(),
    memo=st.text(),
    layout=st.dictionaries(st.text(max_size=5), st.lists(st.integers(-9, 2**53) | st.text(max_size=5)), max_size=3),
)  # fmt: skip
def test_what_is_written_is_what_is_read(
    text: str, day: date | None, body: str, memo: str, layout: dict[str, Any]
) -> None:
    made = add_source(Project(memo=memo, layout=layout), Article.from_text(text, title=body, published=day, key="k"))
    made = add_notes(made, [draft_note(made, [("k", Span(0, len(text)))], body=body)])
    assert parse_project(project_bytes(made), "again") == made
