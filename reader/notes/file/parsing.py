"""Turn the bytes of a project file into plain JSON values, strictly and in bounded time and memory."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from reader.notes.file.fields import MAX_WHOLE, Misplaced, RepeatedKey, Unfit
from reader.stepping import Shares

MAX_ENTRIES = 5_000_000
"""Commas; ten thousand notes and their texts come to half a million."""

_BLANKS = re.compile(r"[ \t\n\r]*")
_BOM = b"\xef\xbb\xbf"
_FOREIGN = {
    b"PK": "it is a ZIP archive or an office document",
    b"%PDF": "it is a PDF",
    b"SQLite": "it is an SQLite database",
    b"\xff\xfe": "it is UTF-16 text",
    b"\xfe\xff": "it is UTF-16 text",
    b"<": "it is HTML or XML",
}


def parse(data: bytes) -> Shares[Any]:
    """The JSON object in `data`, after each entry of its lists the share that is done; a UTF-8 mark is passed over.

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
        return (yield from _outermost(text))
    except json.JSONDecodeError as cause:
        ended = cause.pos >= len(text.rstrip())
        problem = "the file ends too early; it was cut off" if ended else "it is no JSON from here on"
        raise Misplaced(f"line {cause.lineno}, column {cause.colno}", problem) from cause
    except RecursionError as cause:
        raise Misplaced("", "it is nested too deeply") from cause


def _outermost(text: str) -> Shares[Any]:
    """The object that the whole text is; its lists are read entry by entry, all else at one stroke."""
    pairs: list[tuple[str, Any]] = []
    at = _after(text, 0, "{")
    while not text.startswith("}", at):
        if pairs:
            at = _after(text, at, ",")
        if not text.startswith('"', at):
            raise json.JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
        name, at = _DECODER.raw_decode(text, at)
        at = _after(text, at, ":")
        if text.startswith("[", at):
            value, at = yield from _list(text, at)
        else:
            value, at = _DECODER.raw_decode(text, at)
        pairs.append((name, value))
        at = _past_blanks(text, at)
    if (end := _past_blanks(text, at + 1)) != len(text):
        raise json.JSONDecodeError("Extra data", text, end)
    return _object(pairs)


def _list(text: str, at: int) -> Shares[tuple[list[Any], int]]:
    """The list that begins at `at`, and where it ends."""
    entries: list[Any] = []
    at = _after(text, at, "[")
    while not text.startswith("]", at):
        if entries:
            at = _after(text, at, ",")
        value, at = _DECODER.raw_decode(text, at)
        entries.append(value)
        at = _past_blanks(text, at)
        yield at / len(text)
    return entries, at + 1


def _after(text: str, at: int, mark: str) -> int:
    """Where the next value begins after `mark`, which must stand here."""
    at = _past_blanks(text, at)
    if not text.startswith(mark, at):
        raise json.JSONDecodeError(f"Expecting '{mark}' delimiter", text, at)
    return _past_blanks(text, at + 1)


def _past_blanks(text: str, at: int) -> int:
    blanks = _BLANKS.match(text, at)
    return blanks.end() if blanks else at


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


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_constant=lambda name: Unfit(f"{name} is not a number that JSON knows"),
    parse_int=_whole,
)
