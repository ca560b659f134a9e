"""A hostile file costs one clear error: never the window, never the network."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from reader.errors import LimitError, LoadError
from reader.sources import load
from reader.sources.isolation.child import _no_network
from reader.sources.isolation.parent import Child

_WORD = '<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>'


def zipped(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def test_a_decompression_bomb_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bomb.docx"
    file.write_bytes(zipped({"word/document.xml": b"<a>" + b" " * 300_000_000}))
    with pytest.raises(LimitError, match="bomb.docx"):
        load(file)


def test_deeply_nested_xml_and_entities_are_refused(tmp_path: Path) -> None:
    deep = tmp_path / "deep.docx"
    deep.write_bytes(zipped({"word/document.xml": b"<a>" * 200_000}))
    laughs = tmp_path / "laughs.docx"
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    laughs.write_bytes(zipped({"word/document.xml": f"<!DOCTYPE a [{entities}]>{_WORD.format('&l11;')}".encode()}))
    for file in (deep, laughs):
        with pytest.raises(LoadError, match=file.name):
            load(file)


def test_deeply_nested_html_ends_in_time(tmp_path: Path) -> None:
    file = tmp_path / "deep.html"
    file.write_bytes(b"<html><body>" + b"<div>" * 200_000 + b"word" + b"</div>" * 200_000)
    try:
        load(file)
    except LoadError as error:
        assert "deep.html" in str(error)


def test_a_parser_that_takes_too_long_is_stopped_and_the_next_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "fine.txt"
    file.write_text("All is well here.")
    child = Child(seconds=0.001)
    with pytest.raises(LimitError, match="fine.txt"):
        child.read(file)
    child._seconds = 20.0
    assert child.read(file).text == "All is well here."
    child.close()


def test_a_child_that_died_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "fine.txt"
    file.write_text("All is well here.")
    child = Child()
    assert child.read(file).text
    assert child._process is not None
    child._process.kill()
    child._process.wait()
    assert child.read(file).text == "All is well here."
    child.close()


def test_the_child_may_not_open_connections() -> None:
    for event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "urllib.Request"):
        with pytest.raises(PermissionError):
            _no_network(event, ())
    _no_network("open", ())


def test_a_page_that_asks_for_remote_things_opens_no_connection(tmp_path: Path) -> None:
    """The audit hook of the child turns any attempt into a failure; the page is read all the same."""
    file = tmp_path / "remote.html"
    paragraph = "<p>The ferry left the harbour at noon with all its passengers, and nobody was missing.</p>"
    file.write_text(
        '<!DOCTYPE html SYSTEM "http://localhost:9/x.dtd"><html><head><base href="http://localhost:9/">'
        '<link rel="stylesheet" href="http://localhost:9/a.css"><script src="http://localhost:9/a.js"></script></head>'
        f'<body><article><h1>Ferry</h1><img src="http://localhost:9/a.png">{paragraph * 4}</article></body></html>'
    )
    assert "left the harbour" in load(file).text
