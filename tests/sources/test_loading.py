"""Files become articles: text, Markdown and saved pages, with their metadata, or a clear refusal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reader.errors import LoadError
from reader.shipped import samples
from reader.sources import article_files, load, paste


def test_a_text_file_keeps_its_words_and_its_hash(tmp_path: Path) -> None:
    file = tmp_path / "storm.txt"
    file.write_bytes("The storm\r\n\r\nIt blew all night — até às três.\r\n".encode())
    article = load(file)
    assert article.text == "The storm\n\nIt blew all night — até às três.\n"
    assert article.title == "The storm"
    assert [b.kind for b in article.blocks] == ["heading", "paragraph"]
    assert len(article.provenance.sha256) == 64 and article.key == article.provenance.sha256[:12]
    assert article.provenance.format == "text" and article.provenance.encoding == "utf-8"


def test_markdown_gives_blocks_and_front_matter(tmp_path: Path) -> None:
    file = tmp_path / "storm.md"
    file.write_text(
        "---\ntitle: The storm\ndate: 2025-02-03\nauthor: Ana Reis\n---\n\n# The storm\n\nIt **blew** all\nnight, "
        "[they say](http://x.example).\n\n- one roof\n- two trees\n\n> Never again\n"
    )
    article = load(file)
    assert article.title == "The storm" and article.author == "Ana Reis" and article.published == date(2025, 2, 3)
    assert [(b.kind, b.span.of(article.text)) for b in article.blocks] == [
        ("heading", "The storm"),
        ("paragraph", "It blew all night, they say."),
        ("list", "one roof"),
        ("list", "two trees"),
        ("quote", "Never again"),
    ]


def test_a_saved_page_gives_the_article_without_its_menus() -> None:
    article = load(next(samples().glob("b-*.html")))
    assert article.title == "Thousands flee as Tamrin dam wall gives way"
    assert (article.publisher, article.author) == ("The Harbour Post", "Tom Ashdown")
    assert article.published == date(2025, 3, 15) and article.language == "en"
    assert "5,312" not in article.text and "We heard the water" in article.text
    assert "Ferry prices" not in article.text and "cookies" not in article.text
    assert "A crack that was known" in [b.span.of(article.text) for b in article.blocks if b.kind == "heading"]


def test_a_page_is_known_by_its_content_not_its_name(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(next(samples().glob("b-*.html")).read_bytes())
    assert load(file).provenance.format == "html"


def test_other_encodings_are_read(tmp_path: Path) -> None:
    words = "Вода прорвала дамбу ночью. Спасатели вывезли жителей четырёх деревень, сообщили власти области."
    for encoding in ("utf-16", "utf-8-sig", "cp1251"):
        file = tmp_path / f"{encoding}.txt"
        file.write_bytes(words.encode(encoding))
        assert load(file).text == words


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\xef\xbb\xbf"])
def test_a_file_without_text_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "nothing.txt"
    file.write_bytes(content)
    with pytest.raises(LoadError, match="nothing.txt"):
        load(file)


def test_a_missing_file_and_a_folder_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="gone.txt"):
        load(tmp_path / "gone.txt")
    with pytest.raises(LoadError, match="is a folder"):
        load(tmp_path)


def test_a_folder_stands_for_its_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "picture.png"):
        (tmp_path / name).write_text("x")
    assert [p.name for p in article_files(tmp_path)] == ["a.md", "b.txt"]
    assert article_files(tmp_path / "b.txt") == [tmp_path / "b.txt"]


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("By Anna Reed, 4 May 2021", ""),
        ("By Anna Reed, May 4, 2021", ""),
        ("By Anna Reed, Harlan Post, May 4, 2021", "Harlan Post"),
    ],
)
def test_a_byline_may_end_in_the_day(tmp_path: Path, line: str, publisher: str) -> None:
    file = tmp_path / "mill.txt"
    file.write_text(f"Fire destroys the mill\n\n{line}\n\nThe mill burned down on Monday, officials said.\n")
    article = load(file)
    assert (article.author, article.publisher, article.published) == ("Anna Reed", publisher, date(2021, 5, 4))


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Coast News Agency, 14 March 2022", "Coast News Agency"),
        ("The Valmar Post | 14 March 2022, 09:15", "The Valmar Post"),
        ("Union of Bakers – March 14, 2022", "Union of Bakers"),
        ("Valmar, 14 March 2022", ""),
        ("Press release, 14 March 2022", ""),
        ("Posted: 14 March 2022", ""),
    ],
)
def test_a_line_under_the_title_may_name_who_published_it_and_when(tmp_path: Path, line: str, publisher: str) -> None:
    file = tmp_path / "mill.txt"
    file.write_text(f"Fire destroys the mill\n\n{line}\n\nThe mill burned down on Monday, officials said.\n")
    article = load(file)
    assert (article.publisher, article.published) == (publisher, date(2022, 3, 14))


def test_plain_text_gives_what_its_first_lines_say(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(
        "Bridge closed\n\nBy Ines Prado, Coast Agency\n\nVALMAR, 4 May 2021 (CA) - The bridge was closed at noon.\n"
    )
    article = load(file)
    assert (article.author, article.publisher, article.published) == ("Ines Prado", "Coast Agency", date(2021, 5, 4))
    assert article.provenance.published_how == "the dateline"


def test_a_date_in_the_story_is_not_taken_for_its_own(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("Bridge closed\n\nBy noon, on 4 May 2021, the bridge was closed. In Valmar, 3 May 2021 was calm.\n")
    assert load(file).published is None and not load(file).author


@pytest.mark.parametrize(
    ("first", "day"),
    [
        ("@quaywatch · 4 June 2024, 05:52", date(2024, 6, 4)),
        ("City Hospital, statement, 4 June 2024", date(2024, 6, 4)),
        ("Bridge closed\n\nPress release – Valmar, June 4, 2024", date(2024, 6, 4)),
        ("Bridge closed\n\nPublished 4 June 2024 at 7:40 pm", date(2024, 6, 4)),
        ("Bridge closed\n\n2024-06-04 07:40", date(2024, 6, 4)),
        ("To the prefect\n\nValmar, 12 March 1887", date(1887, 3, 12)),
        ("The fall of Valmar, 12 March 1887", None),
        ("The bridge of Valmar fell on 4 June 2024", None),
        ("Bridge closed\n\nIt fell, they say, on 4 June 2024", None),
        ("Bridge closed\n\nIt will open on Monday, 40 June 2024", None),
    ],
)
def test_a_line_at_the_head_that_ends_in_a_day_says_when_it_was_written(
    tmp_path: Path, first: str, day: date | None
) -> None:
    story = "The bridge was closed at noon, and nobody was hurt."
    (tmp_path / "report.txt").write_text(f"{first}\n\n{story}\n")
    (tmp_path / "report.md").write_text(f"{first}\n\n{story}\n")
    assert load(tmp_path / "report.txt").published == load(tmp_path / "report.md").published == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Hamburg, 3. März 2024", date(2024, 3, 3)),
        ("Veröffentlicht am 3. März 2024, 10:15 Uhr", date(2024, 3, 3)),
        ("Paris, le 1er mars 2024", date(2024, 3, 1)),
        ("Publié le 3 mars 2024 à 09h12", date(2024, 3, 3)),
        ("Dimanche 3 mars 2024", date(2024, 3, 3)),
        ("Madrid, 3 de marzo de 2024", date(2024, 3, 3)),
        ("Осло, 3 марта 2024 года", date(2024, 3, 3)),
        ("Київ, 3 березня 2024 року", date(2024, 3, 3)),
        ("Ankara, 3 Mart 2024", date(2024, 3, 3)),
        ("أوسلو، 3 مارس 2024", date(2024, 3, 3)),
        ("Oslo, 3 mars 2024 (AFP) - Le ferry a coulé dans la nuit, selon la police.", date(2024, 3, 3)),
        ("Le pont est tombé le 3 mars 2024", None),
        ("Die Brücke, so heißt es, fiel am 3. März 2024", None),
        ("Oslo, 3 marines 2024", None),
        ("Hamburg, 43. März 2024", None),
    ],
)
def test_a_line_at_the_head_may_give_the_day_in_another_language(tmp_path: Path, line: str, day: date | None) -> None:
    (tmp_path / "report.txt").write_text(f"Title\n\n{line}\n\nThe bridge was closed at noon, and nobody was hurt.\n")
    assert load(tmp_path / "report.txt").published == day


def test_a_title_that_ends_in_a_day_abroad_is_no_day_of_writing(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Der Brand von Hamburg, 3. März 2024\n\nDie Brücke war gesperrt.\n")
    assert load(tmp_path / "report.txt").published is None


def test_text_is_normalised_once_and_zero_bytes_keep_their_place(tmp_path: Path) -> None:
    file = tmp_path / "odd.txt"
    file.write_bytes("Cafe\u0301 closed\u2028at noon.\x00 All\u00a0went home.".encode())
    assert load(file).text == "Café closed\nat noon.\ufffd All\u00a0went home."


def test_pasted_text_tells_what_a_file_would(tmp_path: Path) -> None:
    words = "Ferry aground\n\nBy Ana Lind, Coast Agency\n\nTARVIK, 3 May 2021 - The ferry ran aground at six.\n"
    (tmp_path / "ferry.txt").write_text(words, encoding="utf-8")
    held, pasted = load(tmp_path / "ferry.txt"), paste(words)
    assert (pasted.author, pasted.publisher, str(pasted.published)) == ("Ana Lind", "Coast Agency", "2021-05-03")
    assert (pasted.author, pasted.publisher, pasted.published) == (held.author, held.publisher, held.published)
    assert pasted.title == held.title == "Ferry aground"
    assert pasted.provenance.published_how == held.provenance.published_how


def test_pasted_text_becomes_an_article() -> None:
    assert paste("One line.\r\nAnother.").text == "One line.\nAnother."
    with pytest.raises(LoadError):
        paste("  ")
