"""The three reports tell the same comparison, and the JSON keeps to its schema."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reader.links import Comparison, compare
from reader.notes import Project, add_note, add_source, add_tag, draft_note, set_reliability
from reader.reports import comparison_csv, comparison_html, comparison_json, comparison_text
from reader.reports.ledger_table import grouped_rows, source_line
from reader.shipped import resource, samples
from reader.sources import load
from reader.text import Article, Provenance, Span

SCHEMA = json.loads(resource("comparison.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def compared() -> Comparison:
    return compare([load(path) for path in sorted(samples().glob("[a-d]-*"))])


def closed(schema: Any) -> Any:
    """The schema with nothing allowed but what it describes."""
    if isinstance(schema, list):
        return [closed(held) for held in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {"additionalProperties": False} if "properties" in schema and "type" in schema else {}
    return strict | {key: closed(held) for key, held in schema.items()}


def test_json_keeps_to_its_schema(compared: Comparison) -> None:
    held = json.loads(json.dumps(comparison_json(compared), allow_nan=False))
    jsonschema.validate(held, closed(SCHEMA))
    assert [source["id"] for source in held["sources"]] == ["A", "B", "C", "D"]


def test_json_offsets_point_at_the_words(compared: Comparison) -> None:
    for source in comparison_json(compared)["sources"]:
        assert source["mentions"]
        for mention in source["mentions"]:
            assert source["text"][mention["start"] : mention["end"]] == mention["text"]


def test_json_names_only_mentions_that_exist(compared: Comparison) -> None:
    held = comparison_json(compared)
    known = {mention["id"] for source in held["sources"] for mention in source["mentions"]}
    used = {m for row in held["ledger"] for ids in row["cells"].values() for m in ids}
    used |= {m for entity in held["entities"] for m in entity["mentions"]}
    assert used and used <= known


def test_text_has_a_block_for_every_group_and_keeps_to_its_width(compared: Comparison) -> None:
    report = comparison_text(compared)
    for name, rows in grouped_rows(compared):
        assert f"{name.upper()} ({len(rows)})" in report
    assert max(len(line) for line in report.splitlines()) <= 100


def test_html_stands_alone_and_shows_every_row(compared: Comparison) -> None:
    page = comparison_html(compared)
    tags: list[tuple[str, dict[str, str | None]]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append((tag, dict(attrs)))  # type: ignore[method-assign]
    parser.feed(page)
    assert not {"script", "img", "link", "iframe"} & {tag for tag, _ in tags}
    assert not any(name in ("src", "href") for _, attrs in tags for name in attrs)
    assert sum(attrs.get("scope") == "row" for _, attrs in tags) == len(compared.ledger)


def test_html_escapes_what_the_articles_say() -> None:
    bad = Article.from_text("Marta Olsen said <script>alert(1)</script> to Marta Olsen.", title="<b>x</b>")
    page = comparison_html(compare([bad, bad]))
    assert "<script>" not in page and "<b>x</b>" not in page


def test_nothing_to_compare_is_still_a_report() -> None:
    assert comparison_text(Comparison()) == "\n"
    jsonschema.validate(comparison_json(Comparison()), SCHEMA)
    assert "<h1>" in comparison_html(Comparison())


def test_seeds_keep_to_the_schema(seeds: list[Path]) -> None:
    jsonschema.validate(comparison_json(compare([load(path) for path in seeds])), SCHEMA)


def test_a_report_names_a_file_without_its_folder_and_counts_one_word() -> None:
    article = replace(Article.from_text("Water."), provenance=Provenance(path="/home/ada/secret/flood.txt"))
    told = source_line(compare([article]).sources[0])
    assert told == "flood.txt, no date, 1 word"


def test_a_title_from_right_to_left_leaves_the_rest_of_its_line_in_place() -> None:
    article = Article.from_text("غرق عبارة\n\nغرقت العبارة يوم السبت.", title="غرق 14 عبارة", published="2024-03-03")
    page = comparison_html(compare([article]))
    assert "<bdi>غرق 14 عبارة</bdi>, <bdi>3 March 2024</bdi>, <bdi>6 words</bdi>" in page


def test_html_and_text_tell_what_the_reader_noted_and_how_sources_were_rated(compared: Comparison) -> None:
    project = Project()
    for source in compared.sources:
        project = add_source(project, source.article)
    keys = [source.key for source in project.sources]
    project = set_reliability(project, keys[1], "D", basis="anonymous & late")
    project = add_tag(project, "figure <disputed>", colour="#d55e00")
    tag = project.codebook.tags[-1].id
    later = draft_note(project, [(keys[1], Span(0, 7))], author="Bea", body="Second.")
    note = draft_note(project, [(keys[0], Span(0, 5))], rating="4", tags=[tag], author="Ada", body="Ask <b>them</b>.")
    project = add_note(add_note(project, later), note)

    page, plain = comparison_html(compared, project), comparison_text(compared, project)
    words = compared.sources[0].article.text[:5]
    assert page.index("What the reader noted (2)") < page.index(f"<mark>{words}</mark></bdi></blockquote>")
    assert page.index("Ask &lt;b&gt;them") < page.index("Second.")
    assert "4 doubtful · figure &lt;disputed&gt;" in page and "<b>them" not in page
    assert "Reliability: D not usually reliable (anonymous &amp; late)" in page
    for said in (
        "WHAT THE READER NOTED (2)",
        f"A  [{words}]",
        "4 doubtful · figure <disputed>",
        "— Ada",
        "Ask <b>them",
    ):
        assert said in plain
    assert "reader noted" not in comparison_html(compared, Project()) + comparison_text(compared).lower()


def test_many_sources_stand_below_one_another_on_screen_and_paper() -> None:
    def page(sources: int) -> str:
        texts = [f"Some {n} boats sank at Kirvane." for n in range(40, 40 + sources)]
        return comparison_html(compare([Article.from_text(text, key=text) for text in texts]))

    assert '<table class="many"' in page(5) and '<td data-source="E">' in page(5)
    assert 'class="many"' not in page(2)
    on_screen = page(5).partition("@media print")[0]
    assert ".many td[data-source]::before" in on_screen and "table.many { min-width: 0 }" in on_screen
    narrow = page(2).partition("@media screen and (max-width: 44rem)")[2].partition("@media print")[0]
    assert "table td[data-source]::before" in narrow and "table { min-width: 0 }" in narrow
    assert "overflow-wrap: anywhere" not in page(2)  # a narrow column would cut words in two


def test_words_that_a_spreadsheet_would_run_are_text() -> None:
    texts = ["=1+2 is the title\n\nThe ferry left at six with 40 people.", "Other\n\nThe ferry left with 42 people."]
    table = comparison_csv(compare([Article.from_text(text, title=text.split("\n")[0]) for text in texts]))
    titles = {line["title"] for line in csv.DictReader(io.StringIO(table))}
    assert titles == {"'=1+2 is the title", "Other"}


def test_words_of_another_direction_stand_by_themselves_on_the_page() -> None:
    told = ["أُنقذ 40 راكبًا من العبّارة.", "The ferry: 42 passengers were rescued."]
    page = comparison_html(compare([Article.from_text(text) for text in told]))
    cells = re.findall(r"<td[^>]*>(<bdi>.*?</bdi>)?", page)
    assert any("راكب" in cell for cell in cells)
