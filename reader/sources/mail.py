"""E-mails (EML) and pages saved as one mail (MHTML): the message or the page, with what else it carries told."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from reader.errors import LoadError
from reader.sources import html
from reader.sources.draft import Draft
from reader.sources.structure import blocks, parse_html
from reader.text import Removed


def read(data: bytes, encoding: str = "") -> Draft:
    """The draft of an e-mail; its attachments are told as removed."""
    message = _parsed(data)
    body = message.get_body(preferencelist=("plain", "html"))
    draft = Draft()
    if body is not None and body.get_content_type() == "text/html":
        page = parse_html(_content(body))
        draft.pieces = [] if page is None else blocks(page)
    elif body is not None:
        draft.text = _content(body).replace("\r\n", "\n")
    draft.title = str(message.get("subject", ""))
    draft.author = str(message.get("from", ""))
    _read_date(message, draft)
    for part in message.iter_attachments():
        label = part.get_filename() or part.get_content_type()
        draft.removed.append(Removed(label, "other", "It is attached to the message. Save it and open it by itself."))
    return draft


def read_page(data: bytes, encoding: str = "") -> Draft:
    """The draft of a page saved as MHTML."""
    message = _parsed(data)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            draft = html.read(_content(part).encode("utf-8"), "utf-8")
            draft.url = draft.url or str(message.get("snapshot-content-location", part.get("content-location", "")))
            draft.title = draft.title or str(message.get("subject", ""))
            return draft
    raise LoadError("There is no page in it. Save the page again as one file.")


def _parsed(data: bytes) -> EmailMessage:
    return BytesParser(EmailMessage, policy=policy.default).parsebytes(data)


def _content(part: MIMEPart) -> str:
    try:
        held = part.get_content()
    except (LookupError, ValueError, AssertionError):
        held = part.get_payload(decode=True)
    return held if isinstance(held, str) else bytes(held or b"").decode("utf-8", "replace")


def _read_date(message: EmailMessage, draft: Draft) -> None:
    try:
        draft.published = parsedate_to_datetime(str(message["date"])).isoformat()
        draft.published_how = "date of the message"
    except (TypeError, ValueError):
        draft.published = ""
