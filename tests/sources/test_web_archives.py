"""Pages in containers: gzip, Safari's web archives, crawlers' archives; whole, cut off and swollen."""

from __future__ import annotations

import gzip
import plistlib
from pathlib import Path

import pytest

from reader.errors import LimitError, LoadError
from reader.sources import article_files, load

WORDS = "<p>The night ferry had left the harbour of Norrhamn when its lights went out, two passengers said.</p>"
PAGE = f"<html lang=en><head><title>Lights out</title></head><body><article><h1>Lights out</h1>{WORDS * 5}</article>"
URL = "https://kusten.example/lights"


def warc(body: bytes, fields: str = "", status: str = "200 OK") -> bytes:
    served = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{fields}\r\n".encode() + body
    about = b"software: a crawler\r\n"
    return b"".join(
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {URL}\r\nContent-Length: {len(block)}\r\n\r\n".encode()
        + block
        + b"\r\n\r\n"
        for kind, block in (("warcinfo", about), ("response", served))
    )


def put(tmp_path: Path, name: str, data: bytes) -> Path:
    file = tmp_path / name
    file.write_bytes(data)
    return file


def test_a_gzipped_page(tmp_path: Path) -> None:
    article = load(put(tmp_path, "page.html.gz", gzip.compress(PAGE.encode())))
    assert article.title == "Lights out" and article.provenance.format == "html"
    assert article_files(tmp_path) == [tmp_path / "page.html.gz"]


@pytest.mark.parametrize("kind", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_web_archive_of_safari(tmp_path: Path, kind: plistlib.PlistFormat) -> None:
    main = {"WebResourceData": PAGE.encode("utf-16"), "WebResourceURL": URL, "WebResourceTextEncodingName": "UTF-16"}
    data = plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=kind)
    article = load(put(tmp_path, "page.webarchive", data))
    assert (article.title, article.url) == ("Lights out", URL) and "night ferry" in article.text


def test_a_crawlers_archive_with_every_coding(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE.encode())
    chunks = b"".join(
        b"%x\r\n%s\r\n" % (len(packed[n : n + 50]), packed[n : n + 50]) for n in range(0, len(packed), 50)
    )
    for data in (
        warc(PAGE.encode()),
        gzip.compress(warc(PAGE.encode())),
        warc(packed, "Content-Encoding: gzip\r\n"),
        warc(chunks + b"0\r\n\r\n", "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
        warc(b"gone", status="404 Not Found") + warc(PAGE.encode()),
    ):
        article = load(put(tmp_path, "crawl.warc.gz", data))
        assert (article.title, article.url, article.provenance.format) == ("Lights out", URL, "warc")


def test_containers_that_are_swollen_cut_off_or_empty_are_refused(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<html>" + b" " * 60_000_000)
    with pytest.raises(LimitError, match="bomb"):
        load(put(tmp_path, "bomb.html.gz", bomb))
    with pytest.raises(LimitError, match="bomb"):
        load(put(tmp_path, "bomb.warc", warc(bomb, "Content-Encoding: gzip\r\n")))
    with pytest.raises(LoadError, match="cut off"):
        load(put(tmp_path, "cut.html.gz", gzip.compress(PAGE.encode())[:-20]))
    with pytest.raises(LoadError, match="no page"):
        load(put(tmp_path, "none.warc", warc(b"", status="404 Not Found")))
    with pytest.raises(LoadError, match="no page"):
        load(put(tmp_path, "other.plist", plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY)))


def test_the_folder_beside_a_saved_page_is_left_alone(tmp_path: Path) -> None:
    put(tmp_path, "Lights out.html", PAGE.encode())
    for beside in ("Lights out_files", "Lights out-Dateien"):
        (tmp_path / beside).mkdir()
        put(tmp_path / beside, "frame.html", PAGE.encode())
        assert article_files(tmp_path / beside) == []
    assert article_files(tmp_path) == [tmp_path / "Lights out.html"]
