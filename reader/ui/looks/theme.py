"""Colours, fonts and icons by role, read from `resources/themes`, `resources/fonts` and `resources/icons`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QImage, QPainter, QPalette, QPixmap

from reader.shipped import resource

SERIF = "Diptych Serif"
SANS = "Diptych Sans"
_ENTRY = re.compile(r'^(\w+) = (true|false|"#\w+")', re.MULTILINE)
"""All that a theme holds; to import the reader of any TOML takes longer than to dress the window."""


@dataclass(frozen=True)
class Theme:
    """A named set of colours by role ("ink", "differ_soft", "source_a")."""

    name: str
    dark: bool
    colours: dict[str, str]

    def colour(self, role: str) -> QColor:
        """The colour of a role; KeyError for a role that no theme has."""
        return QColor(self.colours[role])

    def source_colour(self, letter: str) -> QColor:
        """The colour that stands for the source with that letter, in plots and chips."""
        return self.colour("source_" + "abcdefgh"[(ord(letter[-1].upper()) - ord("A")) % 8])

    def blend(self, role: str, ground: str, strength: float) -> QColor:
        """The opaque colour of `role` laid over `ground` with an opacity of 0-1."""
        over, under = self.colour(role), self.colour(ground)

        def mixed(o: int, u: int) -> int:
            return round(u + (o - u) * strength)

        return QColor(
            mixed(over.red(), under.red()), mixed(over.green(), under.green()), mixed(over.blue(), under.blue())
        )

    def palette(self) -> QPalette:
        """The colours of all standard widgets."""
        roles = QPalette.ColorRole
        palette = QPalette()
        for role, name in {
            roles.Window: "window", roles.Base: "panel", roles.AlternateBase: "window", roles.Button: "panel",
            roles.ToolTipBase: "panel", roles.WindowText: "text", roles.Text: "text", roles.ButtonText: "text",
            roles.ToolTipText: "text", roles.PlaceholderText: "muted", roles.Highlight: "selection",
            roles.HighlightedText: "ink", roles.Link: "accent", roles.BrightText: "ink", roles.Mid: "line",
            roles.Midlight: "line", roles.Light: "panel", roles.Dark: "faint", roles.Shadow: "faint",
        }.items():  # fmt: skip
            palette.setColor(role, self.colour(name))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("faint"))
        return palette


@cache
def load_theme(name: str) -> Theme:
    """The theme "light" or "dark"."""
    held = dict(_ENTRY.findall(resource("themes", f"{name}.toml").read_text(encoding="utf-8")))
    return Theme(name, held.pop("dark") == "true", {role: value.strip('"') for role, value in held.items()})


@cache
def _install(face: str) -> None:
    """Make a bundled font known to Qt; needs a QGuiApplication. What it lacks comes from the system's fonts."""
    QFontDatabase.addApplicationFont(str(resource("fonts", f"{face}.ttf")))


def font(family: str, pixels: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """A bundled font (SERIF or SANS) of that many pixels from ascent to descent."""
    for face in _faces(family, bold, italic):
        _install(face)
    made = QFont(family)
    made.setPixelSize(max(6, round(pixels)))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return made


def _faces(family: str, bold: bool, italic: bool) -> list[str]:
    """The files of a font: those of headings and quotations need not be read for a page that has none."""
    if family == SANS:
        return ["sans-regular", "sans-semibold"]
    return ["serif-regular"] + ["serif-semibold"] * bold + ["serif-italic"] * italic


def icon(name: str, theme: Theme, role: str = "text") -> QIcon:
    """An icon of `resources/icons` of 16 pixels, drawn in the colour of a role, dimmed when disabled."""
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "faint")):
        for pixels in (16, 32):
            made.addPixmap(QPixmap.fromImage(_drawn(name, theme.colour(colour).name(), pixels)), mode)
    return made


@cache
def _drawn(name: str, colour: str, pixels: int) -> QImage:
    from PySide6.QtSvg import QSvgRenderer  # not needed for the first paint

    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return image


def readable_on(fill: QColor) -> QColor:
    """Black or white, whichever stands out more from a colour (WCAG 2 relative luminance)."""
    return QColor("#ffffff") if luminance(fill) < 0.179 else QColor("#000000")


def luminance(colour: QColor) -> float:
    """Relative luminance of a colour, 0-1 (WCAG 2)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())
