"""Notes travel as W3C Web Annotations and come back; other programs' files come in and overwrite nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ProjectReadError
from reader.notes import Project, add_notes, add_source, add_tag, draft_note, set_body
from reader.reports import annotation_collection, import_annotations
from reader.text import Article, Span

MARKET = "The market hall burned on Sunday 😀 night.\n\nFour stalls were lost. The cause is not known."
RIVAL = "A fire took the market hall.\n\nSix stalls were lost, the traders say."


@pytest.fixture
def project() -> Project:
    made = add_source(Project(), Article.from_text(MARKET, key="market", url="https://news.example/hall/"))
    made = add_tag(add_source(made, Article.from_text(RIVAL, key="rival", title="Rival")), "Check this")
    start, other = MARKET.index("Four"), RIVAL.index("Six")
    one = draft_note(
        made, [("market", Span(start, start + 11))], author="Ilse", body="Or six?", tags=["check-this"], rating="4"
    )
    link = draft_note(made, [("market", Span(start, start + 11)), ("rival", Span(other, other + 10))], author="Bo")
    return add_notes(made, [one, link])


def test_a_collection_says_it_in_the_words_of_the_model(project: Project) -> None:
    collection = annotation_collection(project)
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == 2
    one, link = collection["first"]["items"]
    assert one["target"]["source"] == "https://news.example/hall/"
    quote, position = one["target"]["selector"]
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", "Four stalls")
    assert MARKET.endswith(quote["suffix"], 0, MARKET.index("Four") + 11 + len(quote["suffix"]))
    assert MARKET[position["start"] : position["end"]] == "Four stalls"
    assert [(body["purpose"], body["value"]) for body in one["body"]] == [
        ("commenting", "Or six?"),
        ("tagging", "Check this"),
        ("assessing", "4 Doubtful (Admiralty (NATO))"),
    ]
    assert one["creator"] == {"type": "Person", "name": "Ilse"}
    assert link["motivation"] == "linking"
    assert [t["source"][:11] for t in link["target"]] == ["https://new", "urn:sha256:"]


def test_what_was_exported_is_imported_again(project: Project) -> None:
    data = json.dumps(annotation_collection(project))
    empty = replace(project, notes=())
    imported = import_annotations(empty, data)
    assert imported.project.notes == project.notes
    assert (imported.known, imported.unplaced, imported.replies) == (0, 0, 0)


def test_importing_again_adds_nothing(project: Project) -> None:
    imported = import_annotations(project, json.dumps(annotation_collection(project)))
    assert imported.project == project
    assert (imported.added, imported.known) == ((), 2)


def test_a_note_changed_meanwhile_is_not_overwritten(project: Project) -> None:
    data = json.dumps(annotation_collection(project))
    changed = set_body(project, project.notes[0].id, "No: four.")
    imported = import_annotations(changed, data)
    assert imported.project.notes[:2] == changed.notes
    assert [note.body for note in imported.project.notes[2:]] == ["Or six?"]
    assert imported.project.notes[2].id != project.notes[0].id


def hypothesis_rows() -> list[dict[str, Any]]:
    return [
        {
            "id": "xYz-1",
            "user": "acct:ilse@hypothes.is",
            "uri": "http://www.news.example/hall",
            "created": "2026-03-04T10:00:00.123456+00:00",
            "updated": "2026-03-04T11:00:00.123456+00:00",
            "text": "Who says so?",
            "tags": ["check THIS", "fire"],
            "target": [
                {
                    "source": "http://www.news.example/hall",
                    "selector": [
                        {"type": "RangeSelector", "startContainer": "/p[2]", "startOffset": 0},
                        {"type": "TextPositionSelector", "start": 900, "end": 922},
                        {"type": "TextQuoteSelector", "exact": "Four stalls were lost.", "suffix": " The"},
                    ],
                }
            ],
        },
        {"id": "xYz-2", "uri": "http://news.example/hall", "text": "An answer", "references": ["xYz-1"]},
        {"id": "xYz-3", "uri": "http://news.example/hall", "text": "On the whole page", "target": [{"source": "x"}]},
        {
            "id": "xYz-4",
            "uri": "http://elsewhere.example/",
            "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "words that stand nowhere here"}]}],
        },
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["rows", "annotations"])
def test_an_export_of_hypothesis_comes_in(project: Project, name: str) -> None:
    imported = import_annotations(project, json.dumps({name: hypothesis_rows(), "total": 4}))
    assert (len(imported.added), imported.unplaced, imported.replies) == (1, 1, 2)
    note = imported.project.notes[-1]
    assert (note.author, note.body, note.created) == ("ilse", "Who says so?", "2026-03-04T10:00:00.123456+00:00")
    assert note.tags == ("check-this", "fire")
    assert note.targets[0].span is not None
    assert note.targets[0].span.of(MARKET) == "Four stalls were lost."
    assert note.targets[0].certain


def test_a_passage_of_an_unknown_page_goes_where_alone_it_is_found(project: Project) -> None:
    entry = hypothesis_rows()[3]
    entry["target"][0]["selector"][0]["exact"] = "Six stalls were lost, the traders say"
    note = import_annotations(project, json.dumps([entry])).project.notes[-1]
    assert note.targets[0].source == "rival"


@pytest.mark.parametrize(
    "data", ["", "[", "7", "{}", '{"rows": 3}', "[" * 100_000, b"\xff\xfe\x00", '{"first": {"first": {}}}']
)
def test_what_holds_no_annotations_is_refused(project: Project, data: str | bytes) -> None:
    with pytest.raises(ProjectReadError, match="annotations"):
        import_annotations(project, data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["id", "body", "target", "selector", "type", "exact", "value", "purpose", "tags", "user"]),
        inner, max_size=5,
    ),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(entries=st.lists(JSON, max_size=4))
def test_no_list_of_oddities_stops_the_import(entries: list[Any]) -> None:
    made = add_source(Project(), Article.from_text(MARKET, key="market"))
    assert len(import_annotations(made, json.dumps(entries)).project.notes) <= len(entries)
