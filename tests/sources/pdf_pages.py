"""Write small PDF files by hand: lines of Helvetica at given places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Placed = tuple[float, float, float, str]
"""Left and baseline in points from the lower left corner, size, words."""


def pdf(pages: Sequence[Iterable[Placed]], info: str = "") -> bytes:
    """A PDF (ISO 32000-1) whose pages show these words."""
    objects = ["", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for page in pages:
        shown = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({_escaped(words)}) Tj ET" for x, y, size, words in page)
        objects.append(f"<< /Length {len(shown.encode('cp1252'))} >>\nstream\n{shown}\nendstream")
        resources = f"/Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources} >>")
        kids.append(f"{len(objects)} 0 R")
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    data, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{held}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    ending = f"trailer << /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return data + f"xref\n0 {size}\n0000000000 65535 f \n{table}{ending}".encode()


def column(
    lines: Sequence[str], left: float = 72, top: float = 700, size: float = 11, step: float = 14
) -> list[Placed]:
    """Lines one below the other; an empty one leaves a gap, a leading tab is an indent."""
    return [
        (left + 14 * line.startswith("\t"), top - number * step, size, line.strip())
        for number, line in enumerate(lines)
        if line.strip()
    ]


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
