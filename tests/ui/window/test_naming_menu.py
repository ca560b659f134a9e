"""How names are found and matched, chosen in the menu: kept in the project, compared anew, undone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.mentions import Mention
from reader.text import Span
from reader.ui.panes.pointer.tooltips import mention_words
from reader.ui.window.menus.naming_menu import NamingMenu
from tests.ui.windows import compared, opened


def choose(menu: NamingMenu, words: str) -> None:
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if words in action.text().replace("&", "")).trigger()


@pytest.fixture
def menu(window, qtbot) -> NamingMenu:
    qtbot.waitUntil(lambda: window.findChild(NamingMenu) is not None)  # made after the first paint
    return window.findChild(NamingMenu)


def test_names_are_matched_across_scripts_or_not(window, menu, qtbot, tmp_path):
    latin, cyrillic = tmp_path / "a.txt", tmp_path / "b.txt"
    latin.write_text("Yesterday Viktor Malenko spoke in the harbour.\n", encoding="utf-8")
    cyrillic.write_text("Вчера в порту выступил Виктор Маленко.\n", encoding="utf-8")
    opened(window, qtbot, [latin, cyrillic])
    compared(window, qtbot)
    workspace = window.session.workspace
    assert any(len(entity.variants) == 2 for entity in workspace.comparison.entities)
    choose(menu, "across scripts")
    compared(window, qtbot)
    qtbot.waitUntil(lambda: all(len(e.variants) == 1 for e in workspace.comparison.entities))
    workspace.undo_stack.undo()
    qtbot.waitUntil(lambda: any(len(e.variants) == 2 for e in workspace.comparison.entities))


def test_a_pipeline_that_is_gone_is_told_and_the_rules_help(window, menu, qtbot, articles, monkeypatch):
    opened(window, qtbot, articles)
    compared(window, qtbot)
    monkeypatch.setattr("reader.mentions.installed_pipelines", lambda: ("lantern_sm",), raising=False)
    choose(menu, "spaCy: lantern_sm")
    qtbot.waitUntil(lambda: bool(window.messages.messages))
    assert "lantern_sm" in window.messages.messages[0].words and "built-in rules" in window.messages.messages[0].words
    monkeypatch.setattr("reader.mentions.installed_pipelines", lambda: (), raising=False)
    menu.aboutToShow.emit()
    assert "By spaCy: lantern_sm (not installed)" in [action.text() for action in menu.actions()]
    choose(menu, "own rules")
    assert window.session.workspace.project.decisions["engine"] == "rules"
    compared(window, qtbot)


def test_a_mark_says_which_engine_made_it():
    mention = Mention(Span(0, 4), "Oslo", "place", engine="spacy:lantern_sm", evidence="label GPE")
    assert "Recognised by: spaCy (lantern_sm), label GPE" in mention_words(mention, None)
    assert "spaCy" not in mention_words(replace(mention, engine="rules", evidence="city list"), None)
