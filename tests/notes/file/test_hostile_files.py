"""A broken, foreign or hostile project file gives an error naming the place, in bounded time, and stays as it is."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ProjectError, ProjectReadError
from reader.notes import Project, read_project
from reader.notes.file.fields import Misplaced
from reader.notes.file.migrations import migrate
from reader.notes.file.parsing import parse
from reader.notes.file.storage import parse_project
from reader.notes.file.writing import project_bytes
from reader.shipped import resource
from reader.stepping import at_once

FIXTURES = sorted((Path(__file__).parent / "projects").glob("*.diptych"))
WHOLE = (Path(__file__).parent / "projects" / "version-1.0.diptych").read_bytes()
Change = Callable[[dict[str, Any]], object]


def house(plain: dict[str, Any]) -> Any:
    return plain["codebook"]["schemes"][0]


def refusal(path: Path, data: bytes) -> str:
    """The message of the refusal; the file must be as it was."""
    path.write_bytes(data)
    with pytest.raises(ProjectReadError) as caught:
        read_project(path)
    assert path.read_bytes() == data
    assert path.name in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_every_version_ever_written_is_read(path: Path) -> None:
    project = read_project(path)
    assert project.memo == "An invented stranding."
    assert [note.id for note in project.notes] == ["aaaa2222", "bbbb3333"]
    assert project.notes[0].targets[0].span is None
    assert project.source("harbour").reliability == "B"


def test_migrations_run_step_by_step() -> None:
    steps: dict[int, Any] = {n: lambda plain, n=n: {**plain, "steps": [*plain["steps"], n]} for n in (3, 4, 5)}
    assert migrate({"steps": []}, 3, 6, steps) == {"steps": [3, 4, 5]}
    assert migrate({"steps": []}, 6, 6, steps) == {"steps": []}


def test_what_is_written_fits_the_schema(project: Project) -> None:
    import jsonschema

    schema = json.loads(resource("project.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator(schema)
    for data in (project_bytes(project), project_bytes(Project()), *(path.read_bytes() for path in FIXTURES)):
        checker.validate(json.loads(data))


@pytest.mark.parametrize(
    ("place", "change"),
    [
        ("notes[1].targets[0].start", lambda p: p["notes"][1]["targets"][0].update(start="12")),
        ("notes[1].targets[0].start", lambda p: p["notes"][1]["targets"][0].update(start=True)),
        ("notes[1].targets[0].start", lambda p: p["notes"][1]["targets"][0].update(start=-1)),
        ("notes[1].targets[0].start", lambda p: p["notes"][1]["targets"][0].pop("start")),
        ("notes[1].targets[0].start", lambda p: p["notes"][1]["targets"][0].update(start=10**30)),
        ("notes[1].targets[1].end", lambda p: p["notes"][1]["targets"][1].update(end=100_000)),
        ("notes[1].targets[1].start", lambda p: p["notes"][1]["targets"][1].update(start=90, end=80)),
        ("notes[0].targets[0].source", lambda p: p["notes"][0]["targets"][0].update(source="gone")),
        ("notes[0].targets", lambda p: p["notes"][0].update(targets=[])),
        ("notes[1].id", lambda p: p["notes"][1].update(id=p["notes"][0]["id"])),
        ("notes[0].tags[0]", lambda p: p["notes"][0].update(tags=["nowhere"])),
        ("notes[0].rating", lambda p: p["notes"][0].update(rating="9")),
        ("notes[0].created", lambda p: p["notes"][0].update(created="yesterday")),
        ("notes[0].created", lambda p: p["notes"][0].update(created="2026-03-04T10:00:00")),
        ("notes[1]", lambda p: p["notes"].__setitem__(1, None)),
        ("notes", lambda p: p.update(notes={"a": 1})),
        ("sources[1].key", lambda p: p["sources"][1].update(key=p["sources"][0]["key"])),
        ("sources[0].text", lambda p: p["sources"][0].pop("text")),
        ("sources[0].published", lambda p: p["sources"][0].update(published="2026-13-40")),
        ("sources[0].reliability", lambda p: p["sources"][0].update(reliability="Z")),
        ("sources[0].blocks[1].start", lambda p: p["sources"][0]["blocks"][1].update(start=0)),
        ("sources[0].blocks[0].kind", lambda p: p["sources"][0]["blocks"][0].update(kind="poem")),
        ("sources[0].blocks[0].level", lambda p: p["sources"][0]["blocks"][0].update(level=7)),
        ("codebook.tags[1].parent", lambda p: p["codebook"]["tags"][1].update(parent="nobody")),
        ("codebook.tags[0].parent", lambda p: p["codebook"]["tags"][0].update(parent="sift-stop")),
        ("codebook.tags[0].colour", lambda p: p["codebook"]["tags"][0].update(colour="red")),
        ("codebook.recent[0]", lambda p: p["codebook"].update(recent=["nobody"])),
        ("codebook.schemes[0].credibility[0].code", lambda p: house(p)["credibility"][0].pop("code")),
        ("version", lambda p: p.update(version="one")),
        ("version", lambda p: p.update(version=1)),
        ("decisions", lambda p: p.update(decisions=[])),
    ],
)  # fmt: skip
def test_the_error_names_the_place(tmp_path: Path, place: str, change: Change) -> None:
    plain = json.loads(WHOLE)
    change(plain)
    assert f": {place}: " in refusal(tmp_path / "bad.diptych", json.dumps(plain).encode())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (b'"memo": "An', b'"memo": "", "memo": "An', "the key “memo” stands twice"),
        (b'"author": "Ilse",', b'"author": "Ilse", "author": "Bo",', "notes[0]: the key “author” stands twice"),
        (b'"panes": [', b'"panes": [NaN, ', "layout.panes[0]: NaN is not a number"),
        (b'"panes": [', b'"panes": [1e999, ', "layout.panes[0]: the number is too large"),
        (b'"panes": [', b'"panes": [' + b"9" * 5000 + b", ", "layout.panes[0]: the number 9999"),
        (b'"panes": [', b'"panes": [' + b"[" * 70 + b"]" * 70 + b", ", "nested too deeply"),
        (b'"panes": [', b'"panes": [' + b"[" * 100_000 + b"]" * 100_000 + b", ", "nested too deeply"),
        (b'"block": ', b'"block": Infinity, "was": ', "anchor.block: expected a whole number, found Infinity is not"),
        (b"Ferry runs", b"Ferry \xff\xfe runs", "not UTF-8"),
        (b"Ferry runs", b"Ferry \x00 runs", "no JSON from here on"),
    ],
)
def test_what_json_allows_but_a_project_does_not(tmp_path: Path, old: bytes, new: bytes, told: str) -> None:
    assert old in WHOLE
    assert told in refusal(tmp_path / "bad.diptych", WHOLE.replace(old, new, 1))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file is empty"),
        (b" \n\n", "the file is empty"),
        (b"PK\x03\x04....", "ZIP archive"),
        (b"%PDF-1.7", "it is a PDF"),
        (b"SQLite format 3\x00", "SQLite"),
        (WHOLE.decode().encode("utf-16"), "UTF-16"),
        (b"<!doctype html><p>Hello", "HTML"),
        (b"[1, 2]", "does not begin as a project file does"),
        (b"{}", "not a Diptych project"),
        (b'{"format": "diptych-comparison", "version": 1}', "“diptych-comparison”, not a Diptych project"),
    ],
)
def test_other_files_are_told_for_what_they_are(tmp_path: Path, data: bytes, told: str) -> None:
    assert told in refusal(tmp_path / "other.diptych", data)


def test_a_file_cut_off_anywhere_is_told_so(tmp_path: Path) -> None:
    for cut in range(10, len(WHOLE) - 2, 211):
        said = refusal(tmp_path / "cut.diptych", WHOLE[:cut])
        assert "line " in said


def test_a_mark_at_the_beginning_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "marked.diptych"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE)
    assert read_project(path) == read_project(FIXTURES[0])


def test_a_place_whose_words_are_not_those_of_the_note_is_not_taken_for_sure() -> None:
    plain = json.loads(WHOLE)
    plain["sources"][1]["text"] = plain["sources"][1]["text"].upper()
    note = parse_project(json.dumps(plain).encode(), "edited").notes[1]
    assert [target.certain for target in note.targets] == [True, False]


@pytest.mark.parametrize(
    "head", [b"\x00", b"\x89noise", b'{"format": "diptych-project", "x": "', b'{"format": "diptych-project", "x": [']
)
def test_two_hundred_megabytes_of_noise_are_refused_soon(tmp_path: Path, head: bytes) -> None:
    path = tmp_path / "noise.diptych"
    block = random.Random(7).randbytes(1 << 20)
    with path.open("wb") as file:
        file.write(head)
        for _ in range(200):
            file.write(block)
    with pytest.raises(ProjectReadError):
        read_project(path)
    path.unlink()


def test_too_many_entries_are_refused_before_they_take_memory(tmp_path: Path) -> None:
    path = tmp_path / "many.diptych"
    path.write_bytes(b'{"format": "diptych-project", "x": [' + b"0," * 20_000_000 + b"0]}")
    with pytest.raises(ProjectReadError, match="entries"):
        read_project(path)


def test_more_than_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.diptych"
    with path.open("wb") as file:
        file.write(b'{"format": "diptych-project"')
        file.truncate(300 << 20)
    with pytest.raises(ProjectReadError, match="300 MB"):
        read_project(path)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_fuzzed_file_is_read_or_refused(data: st.DataObject) -> None:
    fuzzed = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(fuzzed) - 1))
        match data.draw(st.sampled_from(["put", "cut", "swap", "double"])):
            case "put":
                fuzzed[place:place] = data.draw(
                    st.sampled_from([b"]", b"}", b'"', b"-", b"9" * 30, b"\\u", b"null", b"\xf0"])
                )
            case "cut":
                del fuzzed[place : place + data.draw(st.integers(1, 40))]
            case "swap":
                fuzzed[place] ^= 1 << data.draw(st.integers(0, 7))
            case _:
                fuzzed[place:place] = fuzzed[place : place + data.draw(st.integers(1, 200))]
    try:
        project = parse_project(bytes(fuzzed), "fuzzed.diptych")
    except ProjectError as refused:
        assert "fuzzed.diptych" in str(refused)
    else:
        assert parse_project(project_bytes(project), "again.diptych") == project


def _anything() -> st.SearchStrategy[Any]:
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    objects = lambda inner: st.dictionaries(st.text(max_size=5), inner, max_size=3)  # noqa: E731
    return st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | objects(inner), max_leaves=8)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_value_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    plain = json.loads(WHOLE)
    inner: Any = plain
    while True:
        key = data.draw(st.sampled_from(sorted(inner) if isinstance(inner, dict) else range(len(inner))))
        below = inner[key]
        if not isinstance(below, dict | list) or not below or data.draw(st.integers(0, 3)) == 0:
            break
        inner = below
    inner[key] = data.draw(_anything())
    try:
        project = parse_project(json.dumps(plain).encode(), "odd.diptych")
    except ProjectError as refused:
        assert "odd.diptych" in str(refused)
    else:
        assert parse_project(project_bytes(project), "again.diptych") == project


@settings(max_examples=200, deadline=None)
@given(
    place=st.integers(0, len(WHOLE.decode()) - 1),
    put=st.sampled_from(["", ",", "]", "}", "{", "[", '"', ":", "0", " \n"]),
)
def test_entry_by_entry_a_file_is_read_as_json_reads_it_whole(place: int, put: str) -> None:
    text = WHOLE.decode()
    text = text[:place] + put + text[place + 1 :]
    try:
        expected = json.loads(text)
    except json.JSONDecodeError:
        with pytest.raises(Misplaced):
            at_once(parse(text.encode()))
        return
    try:
        assert at_once(parse(text.encode())) == expected
    except Misplaced as refused:
        assert refused.place == "" and not text.lstrip().startswith("{")
