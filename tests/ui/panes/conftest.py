"""A desk over two or more small articles with a comparison made by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from reader.links import Alignment, ComparedSource, Comparison, Entity, LedgerRow, Side, source_id
from reader.mentions import Mention, Quantity
from reader.notes import Project, Source
from reader.text import Article, Span, find_passages
from reader.ui.looks.theme import load_theme
from reader.ui.panes import Desk, pane
from reader.ui.workspace import Workspace

TOPICS = ["harbour", "council", "engineer", "ferry", "warehouse", "pilot", "storm", "signal", "crane", "bridge"]


def tell(topic: str, extra: int = 0) -> str:
    """A paragraph of some length about one topic, naming Marvella."""
    more = " It was noted down twice, and nobody objected to the wording." * extra
    return (
        f"About the {topic} Marvella Station reported at length that {200 + extra * 50} crates had been moved. "
        f"Several people near the {topic} said they had seen nothing unusual that evening.{more}"
    )


def account(order: list[str], extra: int = 0, title: str = "An account") -> Article:
    """An article with one paragraph a topic, in the order given."""
    return Article.from_text("\n\n".join(tell(t, extra) for t in order), title=title, key=title.casefold())


def comparison_of(articles: list[Article], *, named_row: bool = False) -> Comparison:
    """Marvella as an entity, the crates as one row that differs, paragraphs on one topic aligned.

    `named_row`: the ledger has a row for Marvella as well.
    """
    sources, names, counts = [], [], {}
    for n, article in enumerate(articles):
        letter = source_id(n)
        held = []
        for found in re.finditer(r"Marvella Station|\d+ crates", article.text):
            words = found.group()
            kind = "organisation" if words.startswith("M") else "quantity"
            number = float(words.split()[0]) if kind == "quantity" else 0.0
            value = Quantity(number, number, counted="crates") if kind == "quantity" else None
            held.append(Mention(Span(*found.span()), words, kind, value, id=f"{letter}{len(held) + 1}"))
            if kind == "organisation":
                names.append(held[-1].id)
            else:
                counts.setdefault(letter, []).append(held[-1].id)
        sources.append(ComparedSource(letter, article, find_passages(article), tuple(held)))
    variants = {s.id: ("Marvella Station",) for s in sources}
    cells = {letter: tuple(ids) for letter, ids in counts.items()}
    rows = [LedgerRow("R1", "quantity", "differ", "crates", cells, "The numbers of crates differ.", key="crates")]
    if named_row:
        named = {letter: tuple(i for i in names if i.startswith(letter)) for letter in cells}
        rows.append(
            LedgerRow("R2", "entity", "agree", "Marvella Station", named, "One spelling.", key="name", entity="E1")
        )
    return Comparison(
        tuple(sources),
        (Entity("E1", "Marvella Station", "organisation", variants, tuple(names), ("same spelling",)),),
        (),
        tuple(_alignments(sources)),
        tuple(rows),
    )


def _alignments(sources: list[ComparedSource]) -> Iterator[Alignment]:
    for x, a in enumerate(sources):
        for b in sources[x + 1 :]:
            for i, one in enumerate(a.passages):
                for j, two in enumerate(b.passages):
                    words = [p.span.of(s.article.text) for p, s in ((one, a), (two, b))]
                    topics = [next((t for t in TOPICS if f"the {t} Marvella" in w), None) for w in words]
                    if topics[0] and topics[0] == topics[1]:
                        yield Alignment(Side(a.id, (i,)), Side(b.id, (j,)), 0.8, f"both tell of the {topics[0]}")


MakeDesk = Callable[..., Desk]


@pytest.fixture
def make_desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MakeDesk:
    """Make, show and return a desk over articles (by default two accounts of ten topics)."""
    monkeypatch.setattr(pane, "FLASH", 3_600_000)  # a passage stays lit until a test has looked

    def make(
        articles: list[Article] | None = None,
        *,
        size: tuple[int, int] = (1000, 640),
        compared: bool = True,
        named_row: bool = False,
    ) -> Desk:
        articles = articles or [account(TOPICS * 3, 0, "First"), account(TOPICS * 3, 3, "Second")]
        workspace = Workspace()
        workspace.show_project(Project(sources=tuple(Source(a) for a in articles)))
        desk = Desk(workspace, load_theme("light"))
        qtbot.addWidget(desk)
        desk.resize(*size)
        with qtbot.waitExposed(desk):
            desk.show()
        qtbot.waitUntil(lambda: not any(pane.view._settle.isActive() for pane in desk.stage.arrangement.filled()))
        if compared:
            workspace.comparison = comparison_of(articles, named_row=named_row)
            workspace.comparison_changed.emit()
        desk.kept = workspace  # type: ignore[attr-defined]
        return desk

    return make
