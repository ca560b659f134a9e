"""Dress the application in a theme: palette, font, and the style sheet with its colours filled in."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from reader.shipped import resource
from reader.ui.looks.theme import SANS, Theme, font

_TOKEN = re.compile(r"\{\{(\w+)(?: (\d+) (\w+))?\}\}")
INTERFACE_PIXELS = 13


def style_sheet(theme: Theme) -> str:
    """`resources/themes/diptych.qss` with the theme's colours filled in; KeyError for a role the theme has not.

    {{accent}} is a role, {{accent 45 panel}} the role laid over another with an opacity of 45 per cent.
    """

    def colour(found: re.Match[str]) -> str:
        over, strength, ground = found.groups()
        return theme.blend(over, ground, int(strength) / 100).name() if strength else theme.colours[over]

    return _TOKEN.sub(colour, resource("themes", "diptych.qss").read_text(encoding="utf-8"))


def dress(application: QApplication, theme: Theme) -> None:
    """Make everything look as the theme says, in Qt's style "Fusion"; widgets that paint themselves are told by the
    window."""
    application.setPalette(theme.palette())
    application.setFont(font(SANS, INTERFACE_PIXELS))
    application.setStyleSheet(style_sheet(theme))


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Give a widget a property that the style sheet asks for, and dress it anew if it was dressed before."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
