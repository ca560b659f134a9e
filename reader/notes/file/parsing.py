"""Turn the bytes of a project file into plain JSON values, strictly and in bounded time and memory."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from reader.notes.file.fields import MAX_WHOLE, Misplaced, RepeatedKey, Unfit

MAX_ENTRIES = 5_000_000
"""Commas; ten thousand notes and their texts come to half a million."""

_BOM = b"\xef\xbb\xbf"
_FOREIGN = {
    b"PK": "it is a ZIP archive or an office document",
    b"%PDF": "it is a PDF",
    b"SQLite": "it is an SQLite database",
    b"\xff\xfe": "it is UTF-16 text",
    b"\xfe\xff": "it is UTF-16 text",
    b"<": "it is HTML or XML",
}


def parse(data: bytes) -> Any:
    """The JSON value in `data`; a UTF-8 mark at the beginning is passed over.

    NaN, huge numbers and repeated keys come out as Unfit and RepeatedKey, so that their place can be told.
    Raises Misplaced for what is no JSON object in UTF-8.
    """
    data = data.removeprefix(_BOM)
    refuse_foreign(data)
    if data.count(b",") > MAX_ENTRIES:
        raise Misplaced("", "it has more entries than a project can have")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as cause:
        line = data.count(b"\n", 0, cause.start) + 1
        raise Misplaced(f"line {line}", f"byte {cause.start} is not UTF-8 text; the file is damaged") from cause
    del data
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=lambda name: Unfit(f"{name} is not a number that JSON knows"),
            parse_int=_whole,
        )
    except json.JSONDecodeError as cause:
        ended = cause.pos >= len(text.rstrip())
        problem = "the file ends too early; it was cut off" if ended else f"is not JSON ({cause.msg})"
        raise Misplaced(f"line {cause.lineno}, column {cause.colno}", problem) from cause
    except RecursionError as cause:
        raise Misplaced("", "it is nested too deeply") from cause


def refuse_foreign(data: bytes) -> None:
    """Raise Misplaced when the first bytes show that this is no JSON object; a look at a few bytes is enough."""
    start = data[:4096].removeprefix(_BOM).lstrip(b" \t\r\n")
    if start.startswith(b"{"):
        return
    for mark, kind in _FOREIGN.items():
        if start.startswith(mark):
            _refuse(kind)
    _refuse("the file is empty" if not start else "it does not begin as a project file does")


def _refuse(kind: str) -> NoReturn:
    raise Misplaced("", f"{kind}, not a Diptych project")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            return RepeatedKey(key)
        seen.add(key)
    return found


def _whole(digits: str) -> int | Unfit:
    if len(digits) <= 17 and -MAX_WHOLE <= (number := int(digits)) <= MAX_WHOLE:
        return number
    return Unfit(f"the number {digits[:20]}… is too large")
