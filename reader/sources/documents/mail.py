"""E-mails (EML) and pages saved as one mail (MHTML): the message or the page, with what else it carries told."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from reader.errors import LoadError
from reader.sources.draft import Draft
from reader.sources.naming import distinct, told_name
from reader.sources.web import html
from reader.sources.web.structure import blocks, parse_html
from reader.text import Removed


def read(data: bytes, encoding: str = "") -> Draft:
    """The draft of an e-mail; its attachments are told as removed."""
    message = _parsed(data)
    body = message.get_body(preferencelist=("plain", "html"))
    draft = Draft()
    if body is not None and body.get_content_type() == "text/plain" and not _content(body).strip():
        body = message.get_body(preferencelist=("html",)) or body
    if body is not None and body.get_content_type() == "text/html":
        page = parse_html(_content(body))
        draft.pieces = [] if page is None else blocks(page)
    elif body is not None:
        draft.text = _content(body).replace("\r\n", "\n")
    draft.title = str(message.get("subject", ""))
    sender = str(message.get("from", ""))
    draft.author = parseaddr(sender)[0] or sender
    _read_date(message, draft)
    for label in _attachments(message):
        draft.removed.append(Removed(label, "attachment", "It is attached to the message."))
    return draft


def attachment(data: bytes, label: str) -> bytes:
    """The bytes of what is attached to a message under that label; LoadError when there is no such thing."""
    part = _attachments(_parsed(data)).get(label)
    if part is None:
        raise LoadError("The message holds no such attachment any more. Open the message again.")
    if part.get_content_type() == "message/rfc822":
        return b"".join(inner.as_bytes() for inner in part.iter_parts())
    return bytes(part.get_payload(decode=True) or b"")


def _attachments(message: EmailMessage) -> dict[str, MIMEPart]:
    """What is attached, by a label that no other attachment of the message has."""
    found: dict[str, MIMEPart] = {}
    for part in message.iter_attachments():
        found[distinct(told_name(part.get_filename() or _untitled(part)), found)] = part
    return found


def _untitled(part: MIMEPart) -> str:
    if part.get_content_type() == "message/rfc822":
        return "message.eml"
    return "attachment." + part.get_content_subtype()


def read_page(data: bytes, encoding: str = "") -> Draft:
    """The draft of a page saved as MHTML."""
    message = _parsed(data)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = bytes(part.get_payload(decode=True) or b"")
            draft = html.read(page, encoding, part.get_content_charset(""))
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
