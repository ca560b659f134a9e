"""Make an SVG drawing look the same where its fonts are not installed."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtGui import QFont, QFontMetricsF

_SVG = "http://www.w3.org/2000/svg"


def keep_widths(path: Path) -> None:
    """Write beside all words how wide they are, so that in a wider font they touch nothing."""
    ElementTree.register_namespace("", _SVG)
    drawing = ElementTree.parse(path)
    for text in drawing.iter(f"{{{_SVG}}}text"):
        family = text.get("font-family", "").strip('"')
        typeface = QFont(family)
        typeface.setPixelSize(max(1, round(float(text.get("font-size", "12")))))
        typeface.setWeight(QFont.Weight(int(text.get("font-weight", "400"))))
        text.set("font-family", f"{family}, Helvetica, Arial, sans-serif")
        text.set("textLength", f"{QFontMetricsF(typeface).horizontalAdvance(text.text or ''):.1f}")
        text.set("lengthAdjust", "spacingAndGlyphs")
    drawing.write(path, encoding="utf-8", xml_declaration=True)
