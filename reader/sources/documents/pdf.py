"""PDF files: their text in reading order, with line breaks and hyphenation undone and running heads dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any

from reader.errors import LimitError, LoadError, PasswordError
from reader.sources.documents.pdf_columns import FEWEST_LINES, Line, in_columns
from reader.sources.draft import Draft, Piece
from reader.text import Removed

MAX_PAGES = 2000
_WIDE = 1.4
"""A gap of so many line heights parts columns; justified lines stay below one."""
_TALL = 1.6
"""What is so many times as high as its first letter stands on more than one row."""
_BLANKS = re.compile(r"(?<=\S) +(?=\S)")
_LINE = re.compile(r"[^\r\n\x02\ufffe]*[\x02\ufffe]|[^\r\n\x02\ufffe]+")
"""PDFium writes U+FFFE (once U+0002) for a hyphen that divides a word, and no line end after it."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:.{1,60}\s[·•|–—-]\s)?(?:page|p\.|seite|página|pagina|стр\.)\s\d+(?:\s?(?:of|von|de|di|van|из|/)\s?\d+)?"
    r"(?:\s[·•|–—-]\s.{1,60})?",
    re.IGNORECASE,
)
"""A line of "Page 3 of 7", alone or beside the name of a paper."""
_ADDRESS = re.compile(r"(?:https?|file|about|blob):\S+\s+\d+\s?/\s?\d+")
_PRINTED = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s\d{1,2}[:.]\d{2}(?!\d)")


def read(data: bytes, encoding: str = "") -> Draft:
    """The draft of a PDF; PasswordError when it is locked, LoadError when it holds only pictures."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as cause:
        if "password" in str(cause).lower():
            raise PasswordError("It is protected by a password. Save a copy without one and open that.") from cause
        raise LoadError("It is damaged or was cut off. Get a whole copy of it.") from cause
    try:
        if len(document) > MAX_PAGES:
            raise LimitError(f"It has more than {MAX_PAGES} pages. Save the pages you need by themselves.")
        pages, spoilt = _pages(document)
        known = document.get_metadata_dict()
    finally:
        document.close()
    if spoilt and not any(pages):
        raise LoadError("It is damaged or was cut off. Get a whole copy of it.")
    if not any(pages):
        raise LoadError("It holds pictures of pages but no text. Run it through text recognition (OCR) first.")
    draft = Draft(title=known.get("Title", "").strip(), author=known.get("Author", "").strip())
    if spoilt:
        draft.warnings.append(f"{len(spoilt)} of its pages could not be read: {', '.join(map(str, spoilt[:20]))}.")
    pages = _without_running_heads(pages, draft)
    draft.pieces = list(_paragraphs(pages))
    draft.title = draft.title or (draft.pieces[0].text[:160] if draft.pieces else "")
    return draft


def _pages(document: Any) -> tuple[list[list[Line]], list[int]]:
    """The lines of the pages that are whole, and the numbers, from 1, of those that are not."""
    import pypdfium2

    pages: list[list[Line]] = []
    spoilt: list[int] = []
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            spoilt.append(number + 1)
        else:
            pages.append(_lines(page))
            page.close()
    return pages, spoilt


def _lines(page: Any) -> list[Line]:
    """The lines of a page in reading order: as the file writes them, but columns that it writes across one by one."""
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    whole: list[Line] = []
    parted: list[Line] = []
    gaps: list[float] = []
    for found in _LINE.finditer(text):
        for position, raw in _rows(text_page, found.start(), found.group()):
            parts = list(_parts(text_page, position, raw))
            whole.append(_line(text_page, position, raw))
            parted += parts
            gaps += [(a.right + b.left) / 2 for a, b in pairwise(parts)]
    text_page.close()
    return in_columns(parted, gaps) if len(gaps) >= FEWEST_LINES else whole


def _rows(text_page: Any, position: int, raw: str) -> Iterator[tuple[int, str]]:
    """Where the rows of a line begin, and their words: PDFium writes no line end after a blank at the end of a row."""
    if not raw.strip():
        return
    start, visible = 0, raw.lstrip()[0]
    _, foot, _, head = _box(text_page, position + raw.index(visible), visible)
    _, low, _, high = _box(text_page, position, raw)
    for space in _BLANKS.finditer(raw) if high - low > _TALL * (head - foot) else ():
        before = _box(text_page, position + space.start() - 1, raw[space.start() - 1])
        after = _box(text_page, position + space.end(), raw[space.end()])
        if after[1] < before[1] - 0.5 * (before[3] - before[1]) and after[0] < before[0]:
            yield position + start, raw[start : space.start()]
            start = space.end()
    yield position + start, raw[start:]


def _line(text_page: Any, position: int, raw: str) -> Line:
    words = raw.replace("\x02", "-").replace("\ufffe", "-").rstrip()
    return Line(words, *_box(text_page, position, raw))


def _parts(text_page: Any, position: int, raw: str) -> Iterator[Line]:
    """A line cut at gaps that are too wide for a space between words."""
    start = 0
    for space in _BLANKS.finditer(raw):
        before = _box(text_page, position + space.start() - 1, raw[space.start() - 1])
        after = _box(text_page, position + space.end(), raw[space.end()])
        if after[0] - before[2] > _WIDE * max(before[3] - before[1], 1.0):
            yield _line(text_page, position + start, raw[start : space.start()])
            start = space.end()
    yield _line(text_page, position + start, raw[start:])


def _box(text_page: Any, start: int, raw: str) -> tuple[float, float, float, float]:
    """The box around the first and the last visible character; as high as the font, so that sizes can be compared."""
    visible = [n for n, letter in enumerate(raw) if not letter.isspace()]
    try:
        first = text_page.get_charbox(start + visible[0], loose=True)
        last = text_page.get_charbox(start + visible[-1], loose=True)
    except (RuntimeError, IndexError, ValueError):
        return 0.0, 0.0, 0.0, 0.0
    return first[0], min(first[1], last[1]), last[2], max(first[3], last[3])


def _without_running_heads(pages: list[list[Line]], draft: Draft) -> list[list[Line]]:
    """The pages less what stands at the head or foot of most of them, and less bare page numbers there."""
    edges = Counter(_shape(line) for page in pages for line in {id(x): x for x in page[:2] + page[-2:]}.values())
    need = max(2, (len(pages) + 1) // 2)
    kept = []
    for page in pages:
        rest, printed = [], _of_the_browser(page)
        for number, line in enumerate(page):
            at_edge = number < 2 or number >= len(page) - 2
            runs = len(pages) > 2 and edges[_shape(line)] >= need
            counts = len(pages) > 1 and not _NUMBER.sub("", line.text).strip(" -–—.")
            if at_edge and (runs or counts or _PAGE_NUMBER.fullmatch(line.text.strip()) or line in printed):
                draft.removed.append(Removed(line.text, "running head", "It stands at the edge of the pages."))
            else:
                rest.append(line)
        kept.append(rest)
    return kept


def _of_the_browser(page: list[Line]) -> list[Line]:
    """What a browser prints around a page: its address with the number of the page, and the time of printing."""
    edge = page[:2] + page[-2:]
    address = [line for line in edge if _ADDRESS.fullmatch(line.text.strip())]
    return address + [line for line in edge if address and _PRINTED.match(line.text.strip())]


def _shape(line: Line) -> str:
    return _NUMBER.sub("#", line.text).strip().casefold()


def _paragraphs(pages: list[list[Line]]) -> Iterator[Piece]:
    """Lines joined to paragraphs: a new one begins at a gap, an indent, another size, or after a short last line."""
    lines = [line for page in pages for line in page]
    if not lines:
        return
    usual = median(line.height for line in lines) or 1.0
    gap = _usual_gap(pages, usual)
    width = max(line.right for line in lines) - min(line.left for line in lines) or 1.0
    known = {word for line in lines for word in _WORD.findall(line.text.casefold())}
    words = lines[0].text.strip()
    first, before = lines[0], lines[0]
    for line in lines[1:]:
        if _begins_paragraph(before, line, usual, gap, width):
            yield _piece(words, first, usual)
            words, first = line.text.strip(), line
        else:
            words = _joined(words, line.text.strip(), known)
        before = line
    yield _piece(words, first, usual)


def _usual_gap(pages: list[list[Line]], usual: float) -> float:
    """The usual distance from one baseline to the next inside a paragraph, in points.

    Where paragraphs have two lines or three, as many steps lead from one to the next as stay inside: it is the usual
    one of those that are near the smaller ones.
    """
    steps = sorted(
        a.bottom - b.bottom
        for page in pages
        for a, b in pairwise(page)
        if a.bottom > b.bottom and abs(a.height - usual) < 0.1 * usual and abs(b.height - usual) < 0.1 * usual
    )
    if not steps:
        return 1.2 * usual
    small = steps[len(steps) // 5]
    return median(step for step in steps if step < 1.25 * small)


def _begins_paragraph(before: Line, line: Line, usual: float, gap: float, width: float) -> bool:
    step = before.bottom - line.bottom
    sentence_ended = before.text.rstrip()[-1:] in '.!?:”"»'
    if step < 0:  # next column or page
        return sentence_ended and before.right - before.left < 0.9 * width
    if step > 1.45 * gap * max(1.0, line.height / usual) or abs(line.height - before.height) > 0.35 * usual:
        return True
    if line.left - before.left > 0.8 * usual and sentence_ended:
        return True
    return sentence_ended and before.right - before.left < 0.75 * width


def _joined(words: str, line: str, known: set[str]) -> str:
    """Two lines as one, the hyphen between them undone where it divides a word.

    A word that the text has with its hyphen, and not without it, keeps it.
    """
    if len(words) < 2 or words[-1] not in "-\u00ad\u2010" or not words[-2].isalpha():
        return f"{words} {line}"
    head, tail = _WORD.findall(words[-60:].casefold()), _WORD.match(line.casefold())
    if tail is None or not line[0].islower():
        return words + line
    one = head[-1] + tail.group() if head else ""
    compound = f"{head[-1]}-{tail.group()}" if head else ""
    return words + line if compound in known and one not in known else words[:-1] + line


def _piece(words: str, first: Line, usual: float) -> Piece:
    heading = first.height > 1.2 * usual and len(words) < 200
    return Piece(" ".join(words.split()), "heading" if heading else "paragraph", 1 if heading else 0)
