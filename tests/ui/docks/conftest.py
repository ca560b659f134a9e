"""Two short invented accounts, compared by hand so that these tests rest on no analysis."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from reader.links import ComparedSource, Comparison, Entity, LedgerRow, Origin, PossibleMatch
from reader.mentions import Attribution, Mention, Quantity
from reader.notes import Project, add_note, add_source, add_tag, change_note, draft_note
from reader.text import Article, Span, find_passages
from reader.ui.looks.theme import load_theme
from reader.ui.workspace import Workspace

TEXT_A = (
    "Ferry runs aground near Tarvik\n\nThe ferry Solvei ran aground on Tuesday with 120 passengers aboard.\n"
    "Harbour master Ana Lind said 14 people were treated for cuts, though the count may rise.\n"
    "The ferry will be towed on 3 May 2021."
)
TEXT_B = (
    "Boat accident\n\nThe boat Solvey struck a reef; at least 30 were hurt, the Tarvik Post wrote.\n"
    "All 120 travellers were brought ashore. A lifeboat capsized. The mayor was born on 3 May 2021."
)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _mention(letter: str, number: int, text: str, words: str, kind, value=None) -> Mention:
    return Mention(span_of(text, words), words, kind, value, id=f"{letter}{number}")


def make_comparison(articles: list[Article]) -> Comparison:
    said = Attribution("Ana Lind", "named", "said", None, span_of(TEXT_A, "14 people were treated for cuts"))
    a = (
        _mention("A", 1, TEXT_A, "Solvei", "name"),
        _mention("A", 2, TEXT_A, "120 passengers", "number", Quantity(120, 120, counted="passengers")),
        _mention("A", 3, TEXT_A, "14 people", "number", Quantity(14, 14, counted="people", hedges=("may rise",))),
        _mention("A", 4, TEXT_A, "3 May 2021", "date"),
        _mention("A", 5, TEXT_A, "said", "attribution", said),
        _mention("A", 6, TEXT_A, "Tarvik", "place"),
    )
    b = (
        _mention("B", 1, TEXT_B, "Solvey", "name"),
        _mention("B", 2, TEXT_B, "120 travellers", "number", Quantity(120, 120, counted="travellers")),
        _mention("B", 3, TEXT_B, "at least 30", "number", Quantity(30, None, bound="at least", counted="people")),
        _mention("B", 4, TEXT_B, "3 May 2021", "date"),
        _mention("B", 5, TEXT_B, "A lifeboat", "name"),
        _mention("B", 6, TEXT_B, "Tarvik", "place"),
    )
    sources = tuple(
        ComparedSource(letter, article, find_passages(article), mentions)
        for letter, article, mentions in zip("AB", articles, (a, b), strict=True)
    )
    rows = (
        LedgerRow("R1", "entity", "agree", "Solvei", {"A": ("A1",), "B": ("B1",)}, "i and y alike", entity="E1"),
        LedgerRow("R2", "quantity", "agree", "passengers", {"A": ("A2",), "B": ("B2",)}, "Both say 120.", importance=2),
        LedgerRow(
            "R3", "quantity", "differ", "people hurt", {"A": ("A3",), "B": ("B3",)},
            "14 lies below the 30 that B says at least.", importance=9,
        ),
        LedgerRow("R4", "date", "same form only", "3 May 2021", {"A": ("A4",), "B": ("B4",)}, "Two different events."),
        LedgerRow("R5", "entity", "only", "A lifeboat", {"B": ("B5",)}, "", entity="E2"),
        LedgerRow("R6", "entity", "agree", "Tarvik", {"A": ("A6",), "B": ("B6",)}, "", importance=1, entity="E3"),
    )  # fmt: skip
    entities = (
        Entity("E1", "Solvei", "name", {"A": ("Solvei",), "B": ("Solvey",)}, ("A1", "B1"), ("i and y alike",)),
        Entity("E2", "A lifeboat", "name", {"B": ("A lifeboat",)}, ("B5",)),
        Entity("E3", "Tarvik", "place", {"A": ("Tarvik",), "B": ("Tarvik",)}, ("A6", "B6")),
    )
    possible = (PossibleMatch("E2", "E1", 61.0, "a vessel in both"),)
    origin = Origin("the harbour office", ("A", "B"), ("A2", "B2"), "both quote its list")
    return Comparison(sources, entities, possible, (), rows, (origin,))


@pytest.fixture
def theme():
    return load_theme("light")


@pytest.fixture
def workspace(qapp):
    """A workspace with both accounts and their comparison; nothing to undo."""
    held = Workspace()
    project = add_source(Project(), Article.from_text(TEXT_A, key="aaa", title="Ferry runs aground"))
    project = add_source(project, Article.from_text(TEXT_B, key="bbb", title="Boat accident"))
    held.show_project(project)
    held.comparison = make_comparison([s.article for s in project.sources])
    held.comparison_changed.emit()
    held.author = "Ada"
    return held


@pytest.fixture
def select(workspace):
    """Select the first place of some words in source "aaa" or "bbb"."""

    def run(key: str, words: str) -> Span:
        span = span_of(workspace.project.source(key).article.text, words)
        workspace.select(key, span)
        return span

    return run


class Pane(QPlainTextEdit):
    """A stand-in for a text pane: read-only, takes the focus."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setReadOnly(True)


@pytest.fixture
def pane_class():
    return Pane


@pytest.fixture
def notes(workspace):
    """Five notes: a rated link, a plain one over it, a tagged one in B, an orphan and an uncertain one; their ids."""
    project = add_tag(workspace.project, "disputed", colour="#d55e00")
    ids = []

    def add(places, **fields):
        nonlocal project
        held = []
        for key, words in places:
            start = project.source(key).article.text.index(words)
            held.append((key, Span(start, start + len(words))))
        note = draft_note(project, held, **fields)
        project = add_note(project, note)
        ids.append(note.id)

    add([("aaa", "14 people"), ("bbb", "at least 30")], rating="4", body="They can't both be right.", author="Ada")
    add([("aaa", "Ana Lind said 14 people")], author="Bea")
    add([("bbb", "120 travellers")], tags=["disputed"], rating="2", author="Ada")
    add([("bbb", "lifeboat capsized")], author="Ada", body="orphan")
    add([("bbb", "the Tarvik Post")], author="Ada", body="guess")
    lose = lambda n: replace(n, targets=(replace(n.targets[0], span=None),))  # noqa: E731
    doubt = lambda n: replace(n, targets=(replace(n.targets[0], certain=False),))  # noqa: E731
    project = change_note(change_note(project, ids[3], lose), ids[4], doubt)
    workspace.show_project(project)
    return ids


@pytest.fixture
def shown(qtbot):
    """Show a panel at the width of a dock."""

    def run(panel):
        qtbot.addWidget(panel)
        panel.resize(300, 760)
        with qtbot.waitExposed(panel):
            panel.show()
        return panel

    return run
