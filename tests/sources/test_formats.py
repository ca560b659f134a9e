"""Each format becomes the right blocks and metadata; broken and locked ones are refused by name."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from reader.errors import LoadError, PasswordError
from reader.sources import load
from tests.sources.test_isolation import zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = (
    f'<w:styles {W}><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="C"><w:name w:val="caption"/></w:style></w:styles>'
)
DOCUMENT = (
    f"<w:document {W}><w:body>"
    '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>The bridge</w:t></w:r></w:p>'
    '<w:p><w:r><w:t xml:space="preserve">It was </w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>'
    "<w:r><w:t>closed at noon.</w:t></w:r></w:p>"
    '<w:p><w:pPr><w:pStyle w:val="C"/></w:pPr><w:r><w:t>The bridge from the south</w:t></w:r></w:p>'
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
)
CORE = '<p xmlns:dc="d"><dc:title>Bridge report</dc:title><dc:creator>Ines Prado</dc:creator></p>'
DOCX = {"word/document.xml": DOCUMENT.encode(), "word/styles.xml": STYLES.encode(), "docProps/core.xml": CORE.encode()}


def blocks(path: Path) -> list[tuple[str, str]]:
    article = load(path)
    return [(b.kind, b.span.of(article.text)) for b in article.blocks]


def test_word_file(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(zipped(DOCX | {"word/header1.xml": f"<w:hdr {W}><w:t>Confidential</w:t></w:hdr>".encode()}))
    assert blocks(file) == [
        ("heading", "The bridge"),
        ("paragraph", "It was closed at noon."),
        ("caption", "The bridge from the south"),
        ("paragraph", "In a cell"),
    ]
    article = load(file)
    assert (article.title, article.author) == ("Bridge report", "Ines Prado")
    assert [(r.text, r.kind) for r in article.provenance.removed] == [("Confidential", "running head")]


def test_open_document(tmp_path: Path) -> None:
    file = tmp_path / "report.odt"
    content = (
        '<d xmlns:text="t"><text:h text:outline-level="1">The bridge</text:h><text:p>It was<text:s/>closed '
        "<text:span>at noon</text:span>.</text:p><text:list><text:list-item><text:p>One lane</text:p>"
        "</text:list-item></text:list></d>"
    )
    file.write_bytes(zipped({"content.xml": content.encode(), "mimetype": b"application/vnd.oasis.opendocument.text"}))
    assert blocks(file) == [
        ("heading", "The bridge"),
        ("paragraph", "It was closed at noon."),
        ("list", "One lane"),
    ]
    file.write_bytes(zipped({"content.xml": b"x", "META-INF/manifest.xml": b"<m><encryption-data/></m>"}))
    with pytest.raises(PasswordError, match="report.odt"):
        load(file)


def test_e_book(tmp_path: Path) -> None:
    file = tmp_path / "book.epub"
    package = (
        "<package><metadata><title>Bridges</title><creator>I. Prado</creator><date>2021-05-04</date></metadata>"
        '<manifest><item id="b" href="two.xhtml"/><item id="a" href="one.xhtml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    file.write_bytes(
        zipped(
            {
                "META-INF/container.xml": b'<c><rootfile full-path="OPS/book.opf"/></c>',
                "OPS/book.opf": package.encode(),
                "OPS/one.xhtml": b"<html><body><h2>First</h2><p>It opened.</p></body></html>",
                "OPS/two.xhtml": b"<html><body><blockquote><p>It fell.</p></blockquote></body></html>",
            }
        )
    )
    assert blocks(file) == [("heading", "First"), ("paragraph", "It opened."), ("quote", "It fell.")]
    assert load(file).published is not None


def test_rich_text(tmp_path: Path) -> None:
    file = tmp_path / "report.rtf"
    file.write_bytes(rb"{\rtf1\ansi{\b The bridge}\par It was closed at noon by the caf\'e9.\par}")
    assert "It was closed at noon by the café." in load(file).text


def test_mail_with_an_attachment(tmp_path: Path) -> None:
    file = tmp_path / "tip.eml"
    file.write_bytes(
        b"From: Ines <ines@bridge.example>\r\nTo: desk@paper.example\r\nSubject: The bridge\r\n"
        b"Date: Tue, 04 May 2021 10:00:00 +0200\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"
        b"--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nIt was closed at noon.\r\n"
        b'--x\r\nContent-Type: application/pdf; name="map.pdf"\r\nContent-Disposition: attachment; filename="map.pdf"'
        b"\r\n\r\nabc\r\n--x--\r\n"
    )
    article = load(file)
    assert article.title == "The bridge" and "closed at noon" in article.text
    assert str(article.published) == "2021-05-04"
    assert [r.text for r in article.provenance.removed] == ["map.pdf"]


def test_wrong_names_and_other_kinds_are_refused(tmp_path: Path) -> None:
    for name, data in (
        ("fake.docx", b"This is only text."),
        ("picture.txt", bytes(range(256)) * 40),
        ("archive.zip", zipped({"readme": b"x"})),
        ("data.xml", b"<?xml version='1.0'?><prices><p>1</p></prices>"),
    ):
        file = tmp_path / name
        file.write_bytes(data)
        with pytest.raises(LoadError, match=name):
            load(file)


def test_a_file_cut_off_anywhere_is_read_or_refused(tmp_path: Path) -> None:
    whole = zipped(DOCX)
    file = tmp_path / "cut.docx"
    for end in range(1, len(whole), max(1, len(whole) // 20)):
        file.write_bytes(whole[:end])
        try:
            load(file)
        except LoadError as error:
            assert "cut.docx" in str(error)


def test_noise_is_read_or_refused(tmp_path: Path) -> None:
    noise = random.Random(7)
    for start in (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"{\\rtf1", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>"):
        file = tmp_path / "noise.bin"
        file.write_bytes(start + noise.randbytes(4000))
        try:
            load(file)
        except LoadError as error:
            assert "noise.bin" in str(error)


def test_what_a_format_calls_a_paragraph_is_told_by_its_looks(tmp_path: Path) -> None:
    lines = [
        "The bridge",
        "By Ines Prado, Coast Agency",
        "It was closed at noon, and nobody had been told.",
        "Read more:",
    ]
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    file = tmp_path / "report.docx"
    file.write_bytes(zipped({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()}))
    assert [kind for kind, _ in blocks(file)] == ["heading", "byline", "paragraph", "boilerplate"]


def test_the_first_line_of_a_word_file_without_headings_is_its_title(tmp_path: Path) -> None:
    lines = ["The bridge", "It was closed at noon, and nobody had been told.", "The detour", "It is long."]
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    file = tmp_path / "report.docx"
    file.write_bytes(zipped({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()}))
    assert load(file).title == "The bridge"
    assert [kind for kind, _ in blocks(file)] == ["heading", "paragraph", "paragraph", "paragraph"]
