"""Colours and fonts by role, read from `resources/themes`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from PySide6.QtGui import QColor

from reader.shipped import resource


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


def load_theme(name: str) -> Theme:
    """The theme "light" or "dark"."""
    held = tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(held["name"], held["dark"], held["colours"])
