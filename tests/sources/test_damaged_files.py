"""Every format cut off at many points, and spoilt in many places: an article or one clear line, never anything else."""

from __future__ import annotations

import gzip
import plistlib
import random
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from reader.errors import LoadError
from reader.sources.isolation.parent import Child
from tests.sources.pdf_pages import column, pdf
from tests.sources.test_formats import DOCX
from tests.sources.test_isolation import zipped
from tests.sources.test_web_archives import PAGE, warc

POINTS = 12

MARKS = (
    b"", b"%PDF-1.7\n", b"{\\rtf1 ", b"PK\3\4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"bplist00", b"WARC/1.0\r\n",
    b"\x1f\x8b\x08", b"<html>", b"From: a\r\nDate: b\r\n", b"\xff\xfe", b"\xef\xbb\xbf",
)  # fmt: skip


def mail() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "desk@coast.example", "Report"
    message.set_content("The bridge was closed at noon.\n")
    message.add_alternative("<p>The bridge was <b>closed</b> at noon.</p>", subtype="html")
    message.add_attachment(zipped(DOCX), maintype="application", subtype="octet-stream", filename="report.docx")
    return message.as_bytes()


def mhtml() -> bytes:
    head = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    return head + b"Content-Type: text/html; charset=utf-8\r\n\r\n" + PAGE.encode() + b"\r\n--x--\r\n"


def epub() -> bytes:
    return zipped(
        {
            "META-INF/container.xml": b'<c><rootfile full-path="a.opf"/></c>',
            "a.opf": b'<p><title>A</title><item id="1" href="1.xhtml"/><itemref idref="1"/></p>',
            "1.xhtml": b"<html><body><p>The bridge was closed at noon.</p></body></html>",
        }
    )


MADE: dict[str, Callable[[], bytes]] = {
    "page.html": lambda: PAGE.encode(),
    "page.html.gz": lambda: gzip.compress(PAGE.encode()),
    "page.webarchive": lambda: plistlib.dumps(
        {"WebMainResource": {"WebResourceData": PAGE.encode()}}, fmt=plistlib.FMT_BINARY
    ),
    "page.warc": lambda: warc(gzip.compress(PAGE.encode()), "Content-Encoding: gzip\r\n"),
    "page.mhtml": mhtml,
    "report.docx": lambda: zipped(DOCX),
    "report.odt": lambda: zipped({"content.xml": b'<d xmlns:text="t"><text:p>It was closed at noon.</text:p></d>'}),
    "report.pdf": lambda: pdf([column(["The bridge was closed at noon."])]),
    "report.rtf": lambda: rb"{\rtf1\ansi{\fonttbl\f0 Arial;}\f0 The bridge was \b closed\b0  at noon.\par Truly.}",
    "book.epub": epub,
    "mail.eml": mail,
    "text.md": lambda: "---\ntitle: A\n---\n# Head\n\nSome *words* [here](x), já.\n".encode(),
    "text.txt": lambda: "Вода прорвала дамбу ночью, сообщили власти области.".encode("cp1251"),
}


@pytest.fixture(scope="module")
def child():
    held = Child(seconds=10)
    yield held
    held.close()


def told(child: Child, file: Path) -> None:
    """Read the file; what is no article is a LoadError in one line, with the name, and not from a parser's fault."""
    try:
        assert child.read(file).text.strip()
    except LoadError as error:
        words = str(error)
        assert words.startswith(f"“{file.name}”") and "\n" not in words and words.endswith(".")
        assert "parser failed" not in words and "crashed" not in words, words


@pytest.mark.parametrize("name", MADE)
def test_cut_off_anywhere(child: Child, tmp_path: Path, name: str) -> None:
    whole = MADE[name]()
    file = tmp_path / name
    file.write_bytes(whole)
    assert child.read(file).text.strip()
    for point in range(POINTS):
        file.write_bytes(whole[: 1 + point * len(whole) // POINTS])
        told(child, file)


@pytest.mark.parametrize("name", MADE)
def test_spoilt_anywhere(child: Child, tmp_path: Path, name: str) -> None:
    chance = random.Random(name)
    file = tmp_path / name
    for _ in range(POINTS):
        data = bytearray(MADE[name]())
        for _ in range(chance.choice((1, 3, 30))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        file.write_bytes(data)
        told(child, file)


def test_random_bytes_behind_every_beginning(child: Child, tmp_path: Path) -> None:
    chance = random.Random(6)
    for mark in MARKS:
        file = tmp_path / "odd"
        file.write_bytes(mark + chance.randbytes(3000))
        told(child, file)
