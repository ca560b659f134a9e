"""E-mails: the message as an article, its attachments as further sources."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from reader.errors import LoadError
from reader.sources import load
from tests.sources.test_formats import DOCX
from tests.sources.test_isolation import zipped


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    message = EmailMessage()
    message["Subject"], message["From"] = "Two reports", "Ines Prado <ines@coast.example>"
    message["Date"] = "Tue, 04 May 2021 09:30:00 +0200"
    message.set_content("Here are the reports.\n\nThe bridge was closed at noon.\n")
    message.add_attachment(zipped(DOCX), maintype="application", subtype="octet-stream", filename="report.docx")
    for words in ("The first text.", "The second text."):
        message.add_attachment(words, filename="same name.txt")
    forwarded = EmailMessage()
    forwarded["From"], forwarded["Subject"] = "desk@coast.example", "Forwarded"
    forwarded["Message-ID"] = "<1@coast.example>"
    forwarded.set_content("An older message.\n")
    message.add_attachment(forwarded)
    file = tmp_path / "mail.eml"
    file.write_bytes(message.as_bytes())
    return file


def test_a_message_and_its_attachments(mail: Path) -> None:
    article = load(mail)
    assert (article.title, article.author, article.published.isoformat()) == ("Two reports", "Ines Prado", "2021-05-04")
    assert article.provenance.published_text == "2021-05-04T09:30:00+02:00"
    told = [piece.text for piece in article.provenance.removed if piece.kind == "attachment"]
    assert told == ["report.docx", "same name.txt", "same name.txt (2)", "message.eml"]
    report = load(mail, part="report.docx")
    assert report.title == "Bridge report" and report.provenance.path == "report.docx"
    assert report.provenance.sha256 != article.provenance.sha256
    assert report.provenance.warnings == ("It was attached to “mail.eml”.",)
    assert load(mail, part="same name.txt (2)").text.strip() == "The second text."
    assert load(mail, part="message.eml").title == "Forwarded"


def test_an_attachment_that_is_not_there(mail: Path) -> None:
    with pytest.raises(LoadError, match=r"“other\.txt”.*no such attachment"):
        load(mail, part="other.txt")


def test_a_message_whose_plain_part_is_empty_is_read_from_the_other(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "desk@coast.example", "News"
    message.set_content("\n")
    message.add_alternative("<p>The bridge is <b>open</b> again.</p>", subtype="html")
    file = tmp_path / "news.eml"
    file.write_bytes(message.as_bytes())
    assert load(file).text == "The bridge is open again."
