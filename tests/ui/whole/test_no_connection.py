"""No file makes the program open a connection: not its parsers, not the window that shows it."""

from __future__ import annotations

import plistlib
import socket
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from reader.ui.panes import Desk
from tests.sources.test_formats import DOCX
from tests.sources.test_isolation import zipped
from tests.ui.windows import compared, opened, sources


@pytest.fixture
def trap() -> Iterator[socket.socket]:
    """A server on this machine that everything in the files points to."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


@pytest.fixture
def denied(monkeypatch) -> list[object]:
    """Every attempt of this process to connect or to look up a name, which fails."""
    tried: list[object] = []

    def refuse(*arguments: object, **_named: object) -> None:
        tried.append(arguments)
        raise OSError("no network in this test")

    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    return tried


def files(folder: Path, url: str) -> list[Path]:
    """One file of every kind that can point somewhere, each pointing to `url`, each about something else."""

    def page(name: str) -> str:
        lines = (" ".join(f"{name}{line}{word}" for word in "abcdefghijkl") for line in range(8))
        text = "".join(f"<p>The {line} was it.<img src='{url}/{name}.png'></p>" for line in lines)
        head = f"<base href='{url}/{name}/'><link rel=stylesheet href='{url}/a.css'><script src='{url}/a.js'></script>"
        doctype = f"<!DOCTYPE html PUBLIC '-//X' '{url}/x.dtd'>"
        return f"{doctype}<html><head>{head}</head><body><article><h1>{name}</h1>{text}</article>"

    message = EmailMessage()
    message["From"], message["Subject"] = "desk@coast.example", "A mail"
    message.set_content(page("mail"), subtype="html")
    related = "From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    word = DOCX["word/document.xml"].replace(b"In a cell", f"See {url}/word.png".encode())
    link = f"<r><Relationship Id='r1' TargetMode='External' Target='{url}/t.dotm'/></r>".encode()
    entity = f"<!DOCTYPE d [<!ENTITY e SYSTEM '{url}/e.xml'>]><d xmlns:text='t'><text:p>Noon &e;.</text:p></d>"
    main = {"WebResourceData": page("archive").encode(), "WebResourceURL": f"{url}/archive"}
    made = {
        "page.html": page("page").encode(),
        "mail.eml": message.as_bytes(),
        "one.mhtml": f"{related}Content-Type: text/html\r\n\r\n{page('one')}\r\n--x--\r\n".encode(),
        "safari.webarchive": plistlib.dumps({"WebMainResource": main}),
        "word.docx": zipped(DOCX | {"word/document.xml": word, "word/_rels/document.xml.rels": link}),
        "open.odt": zipped({"content.xml": entity.encode()}),
        "mark.md": f"# Marked\n\nLook: ![it]({url}/m.png) and [this]({url}), or <img src='{url}/n.png'>.".encode(),
        "rich.rtf": rb"{\rtf1 Rich {\field{\*\fldinst INCLUDEPICTURE " + url.encode() + rb"/r.png}} words.}",
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in made]


def test_nothing_connects(window, qtbot, tmp_path, trap, denied):
    url = "http://{}:{}".format(*trap.getsockname())
    paths = files(tmp_path, url)
    opened(window, qtbot, paths)
    compared(window, qtbot)
    desk = window.findChild(Desk)
    assert desk is not None and len(sources(window)) == len(paths)
    window.repaint()
    assert not denied
    with pytest.raises(BlockingIOError):
        trap.accept()
