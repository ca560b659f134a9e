"""PDF files: paragraphs, hyphenation, columns, running heads and page numbers; what holds no text says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import LoadError
from reader.sources import load
from reader.sources.documents.pdf import _rows
from reader.text import Article
from tests.sources.pdf_pages import Placed, column, pdf

FERRY = [
    "The night ferry had left the harbour of Norrhamn when the first of its",
    "lights went out, two passengers told this paper. The captain then de-",
    "cided to turn round and head for the island of Lillo, which the well-",
    "known pilot Ana Lind had left an hour before.",
]
PORT = [
    "In the port nobody knew of it until the morning. The harbour office says",
    "that a call was made at 2.14, and that no one picked it up, not even the well-known one.",
]


def read(tmp_path: Path, pages: list[list[Placed]], info: str = "") -> Article:
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf(pages, info))
    return load(file)


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(article.text)) for block in article.blocks]


WHOLE = (
    "The night ferry had left the harbour of Norrhamn when the first of its lights went out, two passengers told this "
    "paper. The captain then decided to turn round and head for the island of Lillo, which the well-known pilot Ana "
    "Lind had left an hour before."
)


def test_lines_become_paragraphs_and_hyphens_go(tmp_path: Path) -> None:
    for lines in ([*FERRY, "", *PORT], [*FERRY, "\t" + PORT[0], PORT[1]]):
        page = [(72.0, 760.0, 22.0, "Lights out on the night ferry"), *column(lines)]
        found = blocks(read(tmp_path, [page], "/Title (Lights out) /Author (Ana Berg)"))
        assert found == [
            ("heading", "Lights out on the night ferry"),
            ("paragraph", WHOLE),
            ("paragraph", " ".join(PORT)),
        ]


def test_title_author_and_hash(tmp_path: Path) -> None:
    article = read(
        tmp_path, [column(FERRY)], "/Title (Lights out) /Author (Ana Berg) /CreationDate (D:20240506070000Z)"
    )
    assert (article.title, article.author, article.provenance.format) == ("Lights out", "Ana Berg", "pdf")


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [
        "The ferry left the harbour at",
        "nine with forty people on",
        "board and one dog, who slept",
        "below until the bell rang.",
    ]
    right = [
        "Nobody was hurt in the end.",
        "The dog was found on deck",
        "by a sailor from Lillo, who",
        "took it home for the night.",
    ]
    for page in (
        column(left) + column(right, left=320),
        [placed for pair in zip(column(left), column(right, left=320), strict=True) for placed in pair],
    ):
        text = " ".join(read(tmp_path, [page]).text.split())
        assert text == " ".join(left + right)


def test_running_heads_and_page_numbers_go_and_paragraphs_go_on(tmp_path: Path) -> None:
    pages = []
    for number in range(1, 5):
        body = [f"Chapter {number} of the account begins with what page {number} has to say on it, and it goes on"] + [
            f"over line {n} of leaf {number * 7} without an end to the sentence that was begun there and then"
            for n in range(5)
        ]
        pages.append([(72.0, 800.0, 9.0, "THE NORRHAMN PAPER"), *column(body), (290.0, 30.0, 9.0, str(number))])
    article = read(tmp_path, pages)
    assert "NORRHAMN PAPER" not in article.text and len(article.blocks) == 1
    assert {piece.kind for piece in article.provenance.removed} == {"running head"}
    assert [piece.text for piece in article.provenance.removed].count("THE NORRHAMN PAPER") == 4


def test_a_pdf_without_words_says_so(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="no text.*OCR"):
        read(tmp_path, [[], []])


@pytest.mark.parametrize("foot", ["Harbour Union · page 1", "Page 1 of 1", "Seite 1"])
def test_the_number_of_an_only_page_is_no_text_though_it_is_written_first(tmp_path: Path, foot: str) -> None:
    page = [(72.0, 30.0, 8.0, foot), (72.0, 760.0, 22.0, "Lights out on the night ferry"), *column(FERRY)]
    article = read(tmp_path, [page])
    assert blocks(article)[0] == ("heading", "Lights out on the night ferry") and foot not in article.text
    assert [(piece.text, piece.kind) for piece in article.provenance.removed] == [(foot, "running head")]


def test_a_last_line_that_names_a_page_stays(tmp_path: Path) -> None:
    last = "The log is shown on page 12"
    assert last in read(tmp_path, [column([*FERRY, last])]).text


SHORT = [
    ("The harbour was closed on Monday because of the ice that had been driven", "in by the storm."),
    ("The mayor said that all ships would wait for two days in the outer bay, as", "they had done in 1987."),
    ("Nobody was hurt, and the fishermen took the day to mend what nets they had.", ""),
]


@pytest.mark.parametrize("step", [12, 14, 18])
def test_paragraphs_of_two_lines_stay_apart(tmp_path: Path, step: int) -> None:
    page: list[Placed] = []
    foot = 740.0
    for pair in SHORT * 3:
        for line in filter(None, pair):
            page.append((72.0, foot, 11.0, line))
            foot -= step
        foot -= 0.75 * step
    told = [("paragraph", " ".join(pair).strip()) for pair in SHORT]
    assert blocks(read(tmp_path, [page])) == told * 3


def test_a_heading_of_two_lines_is_one(tmp_path: Path) -> None:
    head = [(72.0, 780.0, 22.0, "Lights out on the night ferry as a"), (72.0, 754.0, 22.0, "storm comes over Norrhamn")]
    found = blocks(read(tmp_path, [[*head, *column([*FERRY, "", *PORT])]]))
    assert found[:2] == [
        ("heading", "Lights out on the night ferry as a storm comes over Norrhamn"), ("paragraph", WHOLE),
    ]  # fmt: skip


def test_what_a_browser_prints_around_a_page_is_left_out(tmp_path: Path) -> None:
    around = [(30.0, 820.0, 8.0, "11/22/26, 6:54 PM"), (30.0, 15.0, 8.0, "https://norrhamn.example/ferry?id=7 1/1")]
    article = read(tmp_path, [[*column([*FERRY, "", *PORT]), *around]])
    assert blocks(article) == [("paragraph", WHOLE), ("paragraph", " ".join(PORT))]
    assert [piece.text for piece in article.provenance.removed] == [words for *_, words in around]
    stamped = "11/22/26, 6:54 PM: the ferry is back"
    assert stamped in read(tmp_path, [column([*FERRY, "", stamped])]).text


class Letters:
    """The letters of a page as PDFium knows them: each 5 points wide and 10 high, rows 14 points apart."""

    def __init__(self, *rows: str) -> None:
        self.text = " ".join(rows)
        self.places = [(5.0 * n, -14.0 * row) for row, words in enumerate(rows) for n in range(len(words) + 1)]

    def get_charbox(self, index: int, loose: bool) -> tuple[float, float, float, float]:
        left, foot = self.places[index]
        return left, foot, left + 5, foot + 10


def test_rows_that_are_given_as_one_line_are_parted() -> None:
    told = ("The bay was closed.", "Nobody was hurt in it,", "said Ana Lind.")
    page = Letters(*told)
    assert [words for _, words in _rows(page, 0, page.text)] == list(told)
    assert [page.text[start : start + len(words)] for start, words in _rows(page, 0, page.text)] == list(told)
    assert list(_rows(Letters("One row only"), 0, "One row only")) == [(0, "One row only")]
    assert list(_rows(page, 0, "  ")) == []
