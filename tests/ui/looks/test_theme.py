"""Both themes have every role, and text and signs stand out enough (WCAG 2.2, 1.4.3 and 1.4.11); fonts and icons."""

from __future__ import annotations

import tomllib

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from reader.shipped import resource
from reader.ui.looks import theme as theme_module
from reader.ui.looks.style import dress
from reader.ui.looks.theme import SANS, SERIF, font, icon, load_theme, luminance, readable_on
from reader.ui.panes.page.painting import UNDERLINES, Brushes

TEXTS = [
    ("ink", "paper"), ("ink", "chosen"), ("ink", "note"), ("ink", "find"), ("ink", "flash"), ("ink", "differ_soft"),
    ("ink", "selection"), ("text", "window"), ("text", "panel"), ("muted", "paper"), ("muted", "panel"),
    ("muted", "window"), ("accent", "panel"), ("error", "error_soft"), ("agree", "agree_soft"), ("only", "only_soft"),
    ("differ", "differ_soft"), ("compatible", "compatible_soft"), ("same_form_only", "same_form_only_soft"),
    ("origin", "origin_soft"), ("faint", "paper"),
]  # fmt: skip


def contrast(one: QColor, two: QColor) -> float:
    """The contrast ratio of two colours, 1-21 (WCAG 2; text needs 4.5 for level AA, signs 3)."""
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_theme_is_what_its_file_says(name):
    held = tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))
    theme = load_theme(name)
    assert {"name": theme.name, "dark": theme.dark, "colours": theme.colours} == held


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("over", "under"), TEXTS)
def test_text_meets_aa(name: str, over: str, under: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.colour(over), theme.colour(under)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("role", sorted(UNDERLINES))
def test_underlines_stand_out(name: str, role: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.blend(role, "paper", 0.82), theme.colour("paper")) >= 3


@pytest.mark.parametrize("name", ["light", "dark"])
def test_edges_around_faint_words_stand_out(qtbot: QtBot, name: str) -> None:
    brushes, paper = Brushes(load_theme(name), 17, 1.0), load_theme(name).colour("paper")
    for fill in (brushes.lit, brushes.differ, brushes.find, brushes.flash):
        assert contrast(fill.edge, paper) >= 3


def test_both_themes_have_the_same_roles() -> None:
    assert set(load_theme("light").colours) == set(load_theme("dark").colours)


def test_kinds_are_told_apart_without_colour(qtbot: QtBot) -> None:
    brushes = Brushes(load_theme("light"), 17, 1.0)
    shapes = {}
    for role, tile in brushes.tiles.items():
        image = tile.toImage().scaled(24, 6)
        shapes[role] = tuple(image.pixelColor(x, y).alpha() > 60 for x in range(24) for y in range(6)), tile.height()
    del shapes["differ"]  # a number whose value is also filled
    assert len(set(shapes.values())) == len(shapes)


def test_colours_of_contrast() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert readable_on(QColor("#d9b93a")) == QColor("#000000")
    assert readable_on(QColor("#0072b2")) == QColor("#ffffff")


@pytest.mark.parametrize("family", [SERIF, SANS])
def test_the_bundled_fonts_are_used_and_carry_their_licence(qtbot: QtBot, family: str) -> None:
    face = font(family, 17)
    assert QFontInfo(face).family() == family
    assert all(QFontMetricsF(face).inFontUcs4(ord(c)) for c in "aéŁğжΩ“–…")
    assert "Open Font License" in resource("fonts", f"LICENSE-{family.split()[1].lower()}.txt").read_text("utf-8")


def test_icons_are_drawn_in_the_colour_asked_for(qtbot: QtBot) -> None:
    theme = load_theme("dark")
    image = icon("maximise", theme).pixmap(32, 32).toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 250
    }
    assert theme.colour("text").name() in colours


def test_a_face_is_read_when_it_is_asked_for(qapp, monkeypatch):
    read = []
    monkeypatch.setattr(theme_module, "_install", read.append)
    font(SERIF, 18)
    assert read == ["serif-regular"]
    font(SERIF, 18, italic=True)
    assert read[1:] == ["serif-regular", "serif-italic"]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_button_that_can_do_nothing_looks_so_though_it_is_the_first_choice(qtbot: QtBot, dressed, name: str) -> None:
    theme = load_theme(name)
    dress(dressed, theme)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    button = QPushButton("Add", dialog)
    button.setDefault(True)
    button.resize(120, 32)
    for enabled, ground in ((True, "accent"), (False, "panel")):
        button.setEnabled(enabled)
        assert button.grab().toImage().pixelColor(60, 5) == theme.colour(ground)
