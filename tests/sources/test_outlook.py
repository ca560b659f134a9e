"""Outlook messages: what they say, when they were sent, and what is attached to them."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.errors import LoadError
from reader.sources import load
from tests.sources.compound_files import compound_file

SUBJECT, SENDER = "__substg1.0_0037001F", "__substg1.0_0C1A001F"
BODY, PAGE, HEADERS = "__substg1.0_1000001F", "__substg1.0_10130102", "__substg1.0_007D001F"


def wide(words: str) -> bytes:
    return words.encode("utf-16-le")


@pytest.fixture
def message(tmp_path):
    def made(streams: dict[str, bytes]) -> Path:
        file = tmp_path / "tip.msg"
        file.write_bytes(compound_file({SUBJECT: wide("The bridge"), SENDER: wide("Ines Prado"), **streams}))
        return file

    return made


def test_words_and_head_lines(message):
    headers = "Received: from post.example\r\nDate: Tue, 04 May 2021 23:30:00 -0500\r\nFrom: ines@bridge.example\r\n"
    article = load(message({BODY: wide("It was closed at noon.\r\nNobody knew."), HEADERS: wide(headers)}))
    assert (article.title, article.author) == ("The bridge", "Ines Prado")
    assert article.text.startswith("It was closed at noon.\n") and str(article.published) == "2021-05-04"
    assert [block.kind for block in article.blocks[-3:]] == ["boilerplate"] * 3


def test_a_message_without_plain_words_is_read_as_its_page(message):
    page = "<html><head><meta charset=utf-8></head><body><p>It was <b>closed</b> at noon.</p><p>café</p></body></html>"
    article = load(message({PAGE: page.encode()}))
    assert [block.span.of(article.text) for block in article.blocks] == ["It was closed at noon.", "café"]


def test_when_it_was_sent_is_known_without_head_lines(message):
    moment = int((datetime(2021, 5, 4, 10, tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10**7
    properties = bytes(32) + struct.pack("<IIQ", 0x0E060040, 6, moment)
    article = load(message({BODY: wide("It was closed."), "__properties_version1.0": properties}))
    assert str(article.published) == "2021-05-04" and article.provenance.published_how == "date of the message"


def test_what_is_attached_is_told_and_read(message):
    attached = {
        f"__attach_version1.0_#0000000{n}/__substg1.0_{tag}": data
        for n, words in enumerate(("The mayor said no.", "The mayor said yes."))
        for tag, data in (("3707001F", wide("reply.txt")), ("37010102", words.encode()))
    }
    file = message({BODY: wide("See what is attached."), **attached})
    article = load(file)
    assert [(r.text, r.kind) for r in article.provenance.removed] == [
        ("reply.txt", "attachment"),
        ("reply.txt (2)", "attachment"),
    ]
    assert load(file, part="reply.txt (2)").text == "The mayor said yes."
    with pytest.raises(LoadError, match="holds no such attachment"):
        load(file, part="other.txt")


def test_words_in_outlooks_own_form_alone_are_refused_with_what_to_do(message):
    with pytest.raises(LoadError, match="Save the message as text or HTML"):
        load(message({"__substg1.0_10090102": b"\x01\x02\x03\x04"}))


def test_an_old_word_file_is_refused_with_what_to_do(tmp_path):
    file = tmp_path / "old.doc"
    file.write_bytes(compound_file({"WordDocument": bytes(64)}))
    with pytest.raises(LoadError, match="Save it as DOCX or ODT"):
        load(file)


def test_a_message_that_was_cut_off_never_fails_otherwise(message):
    whole = message({BODY: wide("It was closed at noon.")}).read_bytes()
    for end in range(0, len(whole), 97):
        file = message({})
        file.write_bytes(whole[:end])
        try:
            load(file)
        except LoadError as error:
            assert "tip.msg" in str(error)
