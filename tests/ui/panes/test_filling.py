"""Panes are filled when they are to be seen or asked for; until then nothing is lost on them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from reader.notes import add_notes, draft_notes
from reader.text import Article, Span
from reader.ui.looks.theme import load_theme
from reader.ui.panes import Desk
from tests.ui.panes.conftest import MakeDesk

TELLING = "\n\n".join(f"In hour {n} the harbour pilot counted {n + 3} boats at the northern mole." for n in range(60))


def many(count: int = 12) -> list[Article]:
    return [Article.from_text(f"Report {n}\n\n{TELLING}", title=f"Report {n}", key=f"s{n}") for n in range(count)]


def empty(desk: Desk) -> list[bool]:
    return [pane.empty for pane in desk.panes]


def settled(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not any(pane.empty for pane in desk.stage.shown()))


def test_panes_are_filled_one_by_one_in_their_places_and_hidden_ones_not_at_all(
    make_desk: MakeDesk, qtbot: QtBot
) -> None:
    desk = make_desk(many(1), compared=False, size=(1300, 900))
    desk.workspace.show_project(replace(desk.workspace.project, sources=()))
    desk.workspace.show_project(make_desk(many(), compared=False).workspace.project)
    assert empty(desk) == [False] * 2 + [True] * 10
    made: list[int] = []
    boxes: list[list[QRect]] = []
    desk.stage.pane_made.connect(lambda pane: made.append(desk.panes.index(pane)))
    desk.stage.pane_made.connect(lambda _: boxes.append([pane.geometry() for pane in desk.stage.shown()]))
    settled(desk, qtbot)
    assert made == [2, 3, 4, 5, 6, 7] and empty(desk) == [False] * 8 + [True] * 4
    boxes.append([pane.geometry() for pane in desk.stage.shown()])
    seen = boxes[1:]  # the first comes before anything is laid out or painted
    assert seen[1:] == seen[:-1] and seen[0][7].height() > 200  # nothing moves
    assert all(pane.view.isVisible() and pane.header.isVisible() for pane in desk.stage.shown())
    desk.restore()
    settled(desk, qtbot)
    assert empty(desk) == [False] * 12


def test_words_in_hidden_sources_are_counted_and_walked_to(make_desk: MakeDesk, qtbot: QtBot) -> None:
    articles = many()
    articles[10] = Article.from_text(f"Report 10\n\n{TELLING}\n\nA lantern went out.", key="s10")
    desk = make_desk(articles, compared=False)
    counts = desk.find("hour 7 ")
    assert counts == {article.key: 1 for article in articles} and desk.panes[9].empty
    assert desk.find("lantern")["s10"] == 1
    pane = desk.panes[10]
    assert pane.isVisible() and not pane.empty and desk.panes[9].empty
    assert len(pane.view.layers.found_spans) == 1 and pane.view.layers.found_now == pane.view.layers.found_spans[0]
    place = pane.view.layers.found_now.start
    qtbot.waitUntil(lambda: pane.view.visible_places()[0] <= place <= pane.view.visible_places()[1])


def test_a_pane_filled_late_looks_as_the_others_do(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(many(), compared=False)
    settled(desk, qtbot)
    space, last = desk.workspace, desk.panes[11]
    desk.zoom(3)
    desk.set_layers(frozenset({"note"}))
    desk.set_theme(load_theme("dark"))
    space.edit("Note", lambda p: add_notes(p, draft_notes(p, [("s11", Span(20, 30))], body="Which mole?")))
    space.choose_note(space.project.notes[0].id)
    assert last.empty
    space.passage_chosen.emit("s11", Span(20, 30))
    view = last.view
    assert view.pixels == desk.panes[0].view.pixels == desk.pixels and view.theme.dark
    assert view.layers.shown == {"note"} and view.layers.notes.overlapping(22, 23)
    assert last.margin.chosen == space.project.notes[0].id and last.margin.boxes()
    assert last.header.title.text() == "Report 11"


def test_reading_places_of_panes_never_shown_outlive_a_save(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(many(), compared=False)
    settled(desk, qtbot)
    state = desk.layout_state()
    state["places"] |= {"s3": 900.0, "s10": 1500.0, "s11": 1200.0}
    again = make_desk(many(), compared=False)
    again.restore_layout(state)
    settled(again, qtbot)
    assert again.panes[10].empty and again.layout_state()["places"] == state["places"]
    project = again.workspace.project
    renewed = replace(project.sources[11], article=Article.from_text("Late: " + many()[11].text, key="s11"))
    again.workspace.show_project(replace(project, sources=(*project.sources[:11], renewed)))
    assert again.panes[11].empty and again.layout_state()["places"]["s11"] == 1206
    again.restore()
    settled(again, qtbot)
    assert abs(again.panes[10].view.reading_place() - 1500) < 1 and again.layout_state()["places"]["s10"] == 1500
