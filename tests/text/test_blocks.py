"""Paragraphs and what each of them is."""

from __future__ import annotations

import textwrap
from functools import partial
from itertools import pairwise

import pytest

from reader.text import Article, find_blocks, find_passages
from tests.work import calls_of

REPORT = """Ferry runs aground off Kallsund harbour

All passengers safe; owner blames a faulty chart

By Ingrid Solheim and Tomas Berg

3 March 2021, 14:05

Rescue boats beside the ferry Nordstjerna at dawn on Wednesday. (NTB / LARS HAUGEN)
Rescue boats beside the ferry Nordstjerna at dawn on Wednesday. (NTB / LARS HAUGEN)

A ferry carrying 212 people struck a reef off Kallsund early on Wednesday, the coast guard said.

“We heard a long scraping noise and then the lights went out.”

What went wrong?

The owner, Fjordline, said its chart was out of date. Mr. Aune, the captain, was not hurt.

- The ferry was built in 1998.
- It was refitted in 2015.

Reporting by Ingrid Solheim; editing by Per Lie

Read more: Five ferries that never came home
Most Popular
Harbour master resigns
Share
"""


def kinds(text: str) -> list[str]:
    return [block.kind for block in find_blocks(text)]


def test_each_kind_by_its_looks() -> None:
    assert kinds(REPORT) == [
        "heading", "heading", "byline", "byline", "caption", "caption", "paragraph", "quote", "heading",
        "paragraph", "list", "list", "byline", "boilerplate", "boilerplate", "boilerplate", "boilerplate",
    ]  # fmt: skip


def test_levels() -> None:
    assert [b.level for b in find_blocks(REPORT) if b.kind == "heading"] == [1, 2, 2]


@pytest.mark.parametrize(
    "line",
    [
        "Soldiers on the road to Harad, 4 May. (Photo by Ana Ruiz/Getty Images)",
        "File photo: the old bridge before the flood",
        "The minister in Ostrava. Photo: Jan Novak",
        "El puente caído junto al mercado. (Foto: EFE)",
        "Мост после обстрела. (Фото: ТАСС)",
        "A market in Tolin, June 2019. (Screenshot)",
    ],
)
def test_captions(line: str) -> None:
    assert kinds(f"Headline here\n\n{line}\n\nThe market reopened on Monday, officials said.")[1] == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "The parade (which was filmed by state television) drew thousands of people to the square.",
        "By noon the square was full of people who had come from the villages around it.",
        "The army (AFP reported earlier that it was near) entered the town on Sunday evening.",
        "Support us or step aside, the general told the council before he left the room that night.",
        "He is a man of few words and said nothing about the bridge, the road or the money.",
    ],
)
def test_plain_paragraphs_stay(line: str) -> None:
    assert kinds(f"Headline here\n\n{line}\n\nThe market reopened on Monday, officials said.")[1] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Mara Linden is a freelance journalist based in Graz.",
        "Von Hans Keller",
        "By Anna Reed, 4 May 2021",
        "By Anna Reed, May 4, 2021",
        "Par Claire Dubois",
        "Published: 12 May 2020 09:15",
        "Coast News Agency, 14 March 2022",
        "The Valmar Post | March 15, 2022",
        "Gewerkschaft der Bäcker, 3. Mai 2021",
        "Valmar, 14 March 2022",
        "Hamburg, 3. März 2024",
        "Veröffentlicht am 3. März 2024, 10:15 Uhr",
        "Paris, le 1er mars 2024",
        "Осло, 3 марта 2024 года",
        "Київ, 3 березня 2024 року",
        "أوسلو، 3 مارس 2024",
    ],
)
def test_bylines(line: str) -> None:
    assert kinds(f"Headline here\n\n{line}\n\nThe market reopened on Monday, officials said.")[1] == "byline"


@pytest.mark.parametrize("line", ["A" * 280, "橋" * 280, "Ab" * 140, "A b" * 90, "of " * 90 + "x"])
def test_a_line_of_one_endless_word_is_classed_at_once(line: str) -> None:
    assert kinds(f"Headline here\n\n{line}\n\nThe market reopened on Monday, officials said.")[1] != "byline"


def test_words_before_a_day_that_are_no_name_make_no_byline() -> None:
    line = "The Valmar bridge was closed by the police, 14 March 2022"
    assert kinds(f"Headline here\n\n{line}\n\nThe market reopened on Monday, officials said.")[1] == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "Lesen Sie auch: Die Brücke",
        "Читайте также",
        "Share this article",
        "Facebook Twitter",
        "اقرأ أيضا",
        "Tags: bridge, flood",
    ],
)
def test_boilerplate(line: str) -> None:
    assert kinds(f"Headline here\n\nThe market reopened on Monday, officials said.\n\n{line}")[2] == "boilerplate"


def test_lines_broken_at_a_column_are_one_paragraph() -> None:
    long = (
        "The council met for nine hours and could not agree on who should pay for the bridge, which fell in the "
        "spring flood and has cut the valley in two ever since. "
    )
    wrapped = "\n\n".join(textwrap.fill(f"On day {n} {long}{long}", 72) for n in (1, 2, 3))
    text = f"Valley waits for its bridge\n\n{wrapped}\n"
    blocks = find_blocks(text)
    assert [b.kind for b in blocks] == ["heading"] + ["paragraph"] * 3
    assert blocks[1].span.of(text).split() == f"On day 1 {long}{long}".split()
    assert [p.kind for p in find_passages(Article.from_text(text))].count("sentence") == 6


def test_one_paragraph_a_line_is_kept_apart_without_blank_lines() -> None:
    text = "A headline\nThe first is a sentence.\nThe second one is another, a good deal longer than it.\nAnd a third."
    assert len(find_blocks(text)) == 4


def test_a_poem_is_not_all_headings() -> None:
    assert kinds("\n".join(["short line without end"] * 12)).count("heading") == 1


def test_a_line_printed_twice_is_a_caption() -> None:
    line = "Farmers carry {} sandbags to the river wall near Ostby on Friday"
    text = f"Headline here\n\n{line.format('grey')}\n{line.format('gray')}\n\nThe wall held, the mayor said."
    assert kinds(text)[1:3] == ["caption", "caption"]
    passages = find_passages(Article.from_text(text))
    assert passages[2].repeats == 1


def test_blocks_cover_all_that_is_not_blank() -> None:
    blocks = find_blocks(REPORT)
    assert "".join("".join(b.span.of(REPORT).split()) for b in blocks) == "".join(REPORT.split())
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))


@pytest.mark.parametrize("text", ["", " ", "x", "\n\n", "😀", "\0", "?", "“", "…", "#" * 9, "\u200b", "a\u0301" * 9])
def test_odd_texts(text: str) -> None:
    find_passages(Article.from_text(text))


@pytest.mark.parametrize(
    "piece", ["a", ".", '"', "(AFP ", "By Abc ", "?.!", "a.\n", "x\n\n", "12. ", "“a”", "。", "؟", ".A", "- "]
)
def test_the_work_grows_with_the_length_only(piece: str) -> None:
    find_passages(Article.from_text(piece * 30_000))  # whatever a pattern does within a call, it comes to an end
    short, long = (calls_of(partial(find_passages, Article.from_text(piece * n))) for n in (2_000, 4_000))
    assert long < 3 * short + 1_000


def test_a_paragraph_that_quotes_tells_and_quotes_again_is_no_block_quote() -> None:
    told = "“We heard it coming,” said the miller. “Nobody believed us.”"
    alone = "“We heard it coming, and nobody believed us.”"
    text = f"The miller speaks\n\n{told}\n\n{alone}\n\nThe mill has been closed since.\n"
    assert [b.kind for b in find_blocks(text)][1:3] == ["paragraph", "quote"]
