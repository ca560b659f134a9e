"""Who says it in eleven languages: every quotation with its speaker, every attribution with its kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.mentions import Attribution, Quotation, find_mentions
from reader.text import Article


def lines(name: str) -> list[list[str]]:
    rows = Path(__file__).with_name(name).read_text(encoding="utf-8").split("\n")
    return [row.split("\t") for row in rows if row and not row.startswith("#")]


def quoted(text: str, language: str) -> list[str]:
    found = find_mentions(Article.from_text(text, language=language))
    quotations = [m.value for m in found if isinstance(m.value, Quotation)]
    for value in quotations:
        assert value.speaker_span is None or value.speaker_span.of(text) == value.speaker
    return [f"{value.words} = {value.speaker}".rstrip() for value in quotations]


@pytest.mark.parametrize("row", lines("quotations.tsv"), ids=lambda row: row[1][:40])
def test_quotations(row: list[str]) -> None:
    language, text, *expected = row
    assert quoted(text, language) == expected


@pytest.mark.parametrize("row", lines("attributions.tsv"), ids=lambda row: row[1][:40])
def test_attributions(row: list[str]) -> None:
    language, text, kind, speaker, cue = row
    found = find_mentions(Article.from_text(text, language=language))
    (value,) = [m.value for m in found if isinstance(m.value, Attribution)]
    assert (value.speaker_kind, value.speaker, value.cue) == (kind, speaker, cue)


def test_a_quotation_of_several_paragraphs_has_one_speaker() -> None:
    text = "“We waited for hours.\n\n“Nobody came.\n\n“Then it rained,” said Ida Marr.\n\n“It was late.”"
    assert [words.rpartition(" =")[2].strip() for words in quoted(text, "en")] == ["Ida Marr"] * 3 + [""]


@pytest.mark.parametrize(
    "text",
    [
        "Firefighters from two towns responded to the blaze.",
        "He asked for help and called a taxi.",
        "A reporter at the scene said nothing was left.",
    ],
)
def test_what_is_no_speech(text: str) -> None:
    found = [m.value for m in find_mentions(Article.from_text(text)) if isinstance(m.value, Attribution)]
    assert [value.speaker for value in found] in ([], ["A reporter at the scene"])


@pytest.mark.parametrize("name", ["Sgt. Ida Marr", "J. F. Marr", "the U.S. Army"])
def test_the_full_stop_of_a_title_or_an_initial_ends_no_name(name: str) -> None:
    (value,) = [
        m.value
        for m in find_mentions(Article.from_text(f"It is over, said {name}."))
        if isinstance(m.value, Attribution)
    ]
    assert value.speaker in (name, name.removeprefix("the "))
