"""Pages saved by Safari (.webarchive): a property list whose main resource is the page."""

from __future__ import annotations

import plistlib
from typing import Any
from xml.parsers.expat import ExpatError

from reader.errors import LoadError
from reader.sources.draft import Draft
from reader.sources.web import html


def read(data: bytes, encoding: str = "") -> Draft:
    """The draft of the page in a web archive; what the page shows beside its text is left in the file."""
    try:
        held: Any = plistlib.loads(data)
        main = held["WebMainResource"]
        page = bytes(main["WebResourceData"])
    except (plistlib.InvalidFileException, ExpatError, ValueError, KeyError, TypeError, IndexError) as cause:
        raise LoadError("It is damaged or was cut off. Get a whole copy of it.") from cause
    except (RecursionError, OverflowError) as cause:
        raise LoadError("It is nested too deeply to be read. Save the page again.") from cause
    draft = html.read(page, encoding, str(main.get("WebResourceTextEncodingName") or ""))
    draft.url = draft.url or str(main.get("WebResourceURL") or "")
    return draft
