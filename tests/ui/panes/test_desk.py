"""The desk through real events: pointing, pressing, scrolling, keys, resizing, dragging."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reader.notes import add_note, add_notes, add_source, draft_note, draft_notes, remove_source, set_rating
from reader.text import Article, Span
from reader.ui.looks.theme import load_theme
from reader.ui.panes import Desk
from reader.ui.panes.page.reading_line import place_in
from reader.ui.panes.pane import Pane
from reader.ui.panes.walk.stops import FoundStops, Stop, first_after
from tests.ui.panes.conftest import TOPICS, MakeDesk, account
from tests.ui.windows import at_rest


def point_of(desk: Desk, pane: int, words: str, start: int = 0) -> QPoint:
    """The middle of some words in the viewport of a pane."""
    view = desk.panes[pane].view
    at = view.page.article.text.index(words, start)
    return view.box_of(Span(at, at + len(words))).center()


def wheel(desk: Desk, pane: int, turns: int) -> None:
    view = desk.panes[pane].view
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle, QPointF(view.viewport().mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, -120 * turns),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def line_at_reading(desk: Desk, pane: int) -> float:
    return desk.panes[pane].view.lines.place_at(desk.panes[pane].view.reading_height())


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until no pane moves and every follower has followed."""
    qtbot.waitUntil(lambda: at_rest(desk.stage))


def test_pointing_lights_the_entity_in_every_pane(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    QTest.mouseMove(desk.panes[0].view.viewport(), point_of(desk, 0, "Marvella"))
    qtbot.waitUntil(lambda: desk.workspace.hovered_entity == "E1")
    assert all(pane.view.layers.lit_entities == {"E1"} for pane in desk.panes)
    image = desk.panes[1].view.viewport().grab().toImage()
    box = desk.panes[1].view.box_of(Span(18, 26)).adjusted(-3, -3, 3, 3)
    lit = desk.panes[1].view.brushes.lit.edge.rgb()  # paragraphs so alike are taken for captions, whose words are faint
    rows = range(box.top(), box.bottom())
    assert any(image.pixelColor(x, y).rgb() == lit for x in range(box.left(), box.right()) for y in rows)
    QTest.mouseMove(desk.panes[0].view.viewport(), QPoint(3, 3))
    qtbot.waitUntil(lambda: desk.workspace.hovered_entity == "")


def test_a_number_lights_its_ledger_row(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    QTest.mouseMove(desk.panes[0].view.viewport(), point_of(desk, 0, "200 crates"))
    qtbot.waitUntil(lambda: desk.panes[1].view.layers.lit_rows == {"R1"})


def test_pressing_a_mark_brings_its_counterpart_beside_it(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    left, right = desk.panes[0].view, desk.panes[1].view
    place = left.page.article.text.index("About the crane")
    desk.workspace.choose_passage("first", Span(place, place + 5))
    settle(qtbot, desk)
    at = left.page.article.text.index("Marvella", place)
    box = left.box_of(Span(at, at + 8))
    QTest.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    settle(qtbot, desk)
    assert desk.workspace.chosen_entity == "E1"
    lit = right.layers.flash
    assert lit is not None and right.page.article.text[lit.start - 10 : lit.start] == "the crane "
    assert abs(right.box_of(lit).top() - box.top()) <= 2


def test_wheel_brings_the_aligned_passage_to_the_same_height(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    for _ in range(8):
        wheel(desk, 0, 2)
    settle(qtbot, desk)
    left, right = desk.panes[0].view, desk.panes[1].view
    assert left.verticalScrollBar().value() > 200
    mapped = desk.stage.links.mapping("first", "second")(line_at_reading(desk, 0))
    assert abs(right.lines.height_of(mapped) - right.reading_height()) <= 1.5
    sentence = "About the ferry Marvella"
    heights = []
    for view in (left, right):
        at = view.page.article.text.index(sentence)
        view.put(view.value_to_bring(at))
        heights.append(view.box_of(Span(at, at + 5)).top())
    assert abs(heights[0] - heights[1]) <= 1


def test_a_thousand_random_scrolls_leave_no_drift(make_desk: MakeDesk) -> None:
    desk = make_desk([account(TOPICS * 4, n, title) for n, title in enumerate(("First", "Second", "Third"))])
    views = [pane.view for pane in desk.panes]
    chance = random.Random(7)
    views[0].verticalScrollBar().setValue(700)
    desk.stage.sync.follow()
    begun = [view.verticalScrollBar().value() for view in views]
    for _ in range(1000):
        bar = chance.choice(views).verticalScrollBar()
        bar.setValue(bar.value() + chance.randint(-300, 300))
        desk.stage.sync.follow()
    views[0].verticalScrollBar().setValue(701)
    views[0].verticalScrollBar().setValue(700)
    desk.stage.sync.follow()
    assert [view.verticalScrollBar().value() for view in views] == begun


def test_followers_never_push_the_leader(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    bar = desk.panes[1].view.verticalScrollBar()
    for value in range(0, 900, 37):
        bar.setValue(value)
        settle(qtbot, desk)
        assert bar.value() == value


def test_both_ends_are_reached_together(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    bars = [pane.view.verticalScrollBar() for pane in desk.panes]
    for pane in desk.panes:
        pane.view.document().documentLayout().blockBoundingRect(pane.view.document().lastBlock())
    bars[0].setValue(bars[0].maximum())
    settle(qtbot, desk)
    assert abs(bars[1].value() - bars[1].maximum()) <= 2
    bars[0].setValue(0)
    settle(qtbot, desk)
    assert bars[1].value() == 0


def test_locking_again_keeps_the_positions(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    bars = [pane.view.verticalScrollBar() for pane in desk.panes]
    desk.set_scroll_mode("off")
    bars[0].setValue(900)
    settle(qtbot, desk)
    bars[1].setValue(300)
    settle(qtbot, desk)
    assert bars[0].value() == 900
    desk.set_scroll_mode("aligned")
    settle(qtbot, desk)
    assert (bars[0].value(), bars[1].value()) == (900, 300)
    bars[1].setValue(301)
    settle(qtbot, desk)
    assert abs(bars[0].value() - 900) <= 3


def test_proportional_follows_by_length(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    desk.set_scroll_mode("proportional")
    bars = [pane.view.verticalScrollBar() for pane in desk.panes]
    bars[0].setValue(bars[0].maximum() // 2)
    settle(qtbot, desk)
    ratios = [bar.value() / bar.maximum() for bar in bars]  # the ends of the texts are known better by and by
    assert abs(ratios[0] - 0.5) < 0.05 and abs(ratios[1] - ratios[0]) < 0.02


def test_the_reading_line_keeps_its_passage_through_resize_and_zoom(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    view = desk.panes[0].view
    view.verticalScrollBar().setValue(1200)
    settle(qtbot, desk)
    value, place = view.verticalScrollBar().value(), line_at_reading(desk, 0)
    for width in (900, 700, 1200, 620, 1000):
        desk.resize(width, 640)
        settle(qtbot, desk)
        top, bottom = view.lines.line_of(int(place))
        assert top - 1 <= view.reading_height() <= bottom + 1
    assert view.verticalScrollBar().value() == value
    for steps in (4, 3, -5, -2):
        desk.zoom(steps)
        settle(qtbot, desk)
        top, bottom = view.lines.line_of(int(place))
        assert top - 1 <= view.reading_height() <= bottom + 1
    assert view.verticalScrollBar().value() == value


def test_layers_leave_the_text_where_it_is(make_desk: MakeDesk) -> None:
    desk = make_desk()
    view = desk.panes[0].view
    view.verticalScrollBar().setValue(500)
    desk.set_layers(frozenset({"person"}))
    assert view.verticalScrollBar().value() == 500
    assert view.layers.mention_at(view.page.article.text.index("Marvella")) is None
    desk.set_layers(frozenset({"organisation"}))
    assert view.layers.mention_at(view.page.article.text.index("Marvella")) is not None


def test_differences_are_walked_and_the_end_is_told(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    with qtbot.waitSignal(desk.match_shown) as shown:
        desk.next_difference(1)
    assert shown.args == [1, 1, "difference"]
    settle(qtbot, desk)
    assert desk.workspace.chosen_row == "R1"
    with qtbot.waitSignal(desk.told) as told:
        desk.next_difference(1)
    assert "last" in told.args[0]


def test_the_number_of_a_difference_goes_when_another_row_is_chosen(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(named_row=True)
    seen = []
    desk.match_shown.connect(lambda n, m, what: seen.append((n, m, what)))
    desk.next_difference(1)
    desk.workspace.choose_row("R1")
    assert seen == [(1, 1, "difference")]
    other = next(row.id for row in desk.workspace.comparison.ledger if row.verdict != "differ")
    desk.workspace.choose_row(other)
    desk.workspace.choose_row("")
    assert seen[1:] == [(0, 0, "")]


def test_mentions_are_walked_source_by_source(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    desk.workspace.choose_entity("E1")
    seen = []
    desk.match_shown.connect(lambda n, m, what: seen.append((n, m, what)))
    for _ in range(3):
        desk.next_mention(1)
        settle(qtbot, desk)
    desk.next_mention(-1)
    settle(qtbot, desk)
    assert seen == [(1, 60, "mention"), (2, 60, "mention"), (3, 60, "mention"), (2, 60, "mention")]


def test_mentions_are_walked_from_the_one_that_was_pressed(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    seen: list[int] = []
    desk.match_shown.connect(lambda n, m, what: seen.append(n))
    index, view = desk.stage.index, desk.panes[1].view
    spans = [m.span for m in index.by_source(index.entities["E1"].mentions)["second"]]
    for nth, by in ((1, 1), (2, -1)):
        view.put(0)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.box_of(spans[nth]).center())
        settle(qtbot, desk)
        for _ in range(2):
            desk.next_mention(by)
            settle(qtbot, desk)
        assert seen == [30 + nth + 1 + by, 30 + nth + 1 + 2 * by]
        seen.clear()


def test_the_way_back_begins_with_the_mention_before_what_is_seen(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    seen: list[int] = []
    desk.match_shown.connect(lambda n, m, what: seen.append(n))
    desk.focus_pane(1)
    desk.workspace.choose_entity("E1")
    desk.next_mention(-1)
    assert seen == [30]  # the last one of the first source


def test_a_source_is_closed_while_its_pane_glides(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    left, right = desk.panes
    late = [pane.source.article.text.index("About the bridge") for pane in (left, right)]
    desk.workspace.choose_places([(pane.key, Span(at, at + 5)) for pane, at in zip((left, right), late, strict=True)])
    assert desk.stage.glide.running
    desk.workspace.edit("Close", lambda project: remove_source(project, right.key))
    qtbot.waitUntil(lambda: not isValid(right))
    settle(qtbot, desk)  # an exception in the event loop fails the test
    assert left.view.verticalScrollBar().value() > 0


def test_what_is_saved_in_the_turn_of_a_scroll_is_where_all_panes_come_to_stand(
    make_desk: MakeDesk, qtbot: QtBot
) -> None:
    desk = make_desk()
    wheel(desk, 0, 6)
    saved = desk.layout_state()["places"]
    settle(qtbot, desk)
    assert saved["second"] > 0 and saved == {pane.key: round(pane.reading_place(), 1) for pane in desk.panes}


def test_find_counts_marks_and_steps(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    seen = []
    desk.match_shown.connect(lambda n, m, what: seen.append((n, m)))
    assert desk.find("the  CRANE") == {"first": 6, "second": 6}
    settle(qtbot, desk)
    desk.find_next(1)
    settle(qtbot, desk)
    assert seen == [(1, 12), (2, 12)]
    now = desk.panes[0].view.layers.found_now
    assert now is not None and now.of(desk.panes[0].source.article.text) == "the crane"
    assert desk.find("thé cräne") == {"first": 6, "second": 6}
    assert desk.find("") == {"first": 0, "second": 0}


def test_long_sources_are_searched_bit_by_bit(make_desk: MakeDesk, qtbot: QtBot) -> None:
    long = [account(TOPICS * 130, 2, "First"), account(TOPICS * 130, 1, "Second")]
    desk = make_desk(long, compared=False)
    matches: list[tuple[int, int, str]] = []
    told: list[dict[str, int]] = []
    desk.match_shown.connect(lambda *match: matches.append(match))
    desk.counted.connect(told.append)
    desk.find("the  CRANE")
    counts = {article.key: article.text.count("the crane") for article in long}
    qtbot.waitUntil(lambda: told == [counts], timeout=20_000)
    assert matches == [(1, sum(counts.values()), "found")]
    assert len(desk.panes[1].view.layers.found_spans) == counts["second"]
    desk.find_next(-1)
    assert desk._walker._found.at == 0 and desk._walker._found.ended


def test_found_places_are_counted_through_all_sources() -> None:
    spans = {"a": [Span(3, 5), Span(9, 11)], "b": [], "c": [Span(0, 2), Span(7, 9), Span(8, 10)]}
    found, plain = FoundStops(spans), [Stop(((key, span),)) for key, held in spans.items() for span in held]
    after = Stop((("z", Span(0, 1)),))
    assert list(found) == plain and len(found) == 5 and found[1:3] == plain[1:3]
    for key in spans:
        for place in range(12):
            assert found.before(key, place) == first_after([*plain, after], key, [*spans, "z"], place)
    assert found.before("gone", 3) == -1 and not FoundStops({})


def test_selection_is_told_and_has_a_rectangle(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    view = desk.panes[1].view
    assert desk.selection_rect() is None
    start = point_of(desk, 1, "About the harbour")
    with qtbot.waitSignal(desk.workspace.selection_changed, check_params_cb=lambda key, span: span is not None):
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start)  # else held down in the next test too
    key, span = desk.workspace.selection or ("", Span(0, 0))
    assert (key, span.of(view.page.article.text)) == ("second", "the")
    box = desk.selection_rect()
    assert box is not None and view.viewport().rect().contains(view.viewport().mapFromGlobal(box.center()))


def test_words_are_selected_by_keyboard_and_copied_as_they_were_read(make_desk: MakeDesk, qtbot: QtBot) -> None:
    article = Article.from_text("One line.\n\nTwo 🙂 lines\nof one.\n", key="k")
    desk = make_desk([article], compared=False)
    view = desk.panes[0].view
    desk.focus_pane(0)
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "One line.\n\nTwo 🙂 lines\nof one."
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: desk.workspace.selection == ("k", Span(0, 3)))


def test_a_source_added_later_opens_at_its_top(make_desk: MakeDesk, qtbot: QtBot) -> None:
    first, second = account(TOPICS * 3, 0, "First"), account(TOPICS * 3, 3, "Second")
    desk = make_desk([first], compared=False)
    desk.workspace.edit("Add", lambda project: add_source(project, second))
    settle(qtbot, desk)
    assert [pane.view.verticalScrollBar().value() for pane in desk.panes] == [0, 0]


def test_heads_are_dragged_to_another_place(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk([account(TOPICS, n, title) for n, title in enumerate(("First", "Second", "Third"))])
    head, last = desk.panes[0].header, desk.panes[2]
    goal = head.mapFromGlobal(last.mapToGlobal(QPoint(last.width() - 20, 60)))
    QTest.mousePress(head, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(head, QPoint(60, 10) + (goal - QPoint(60, 10)) * part)
    QTest.mouseRelease(head, Qt.MouseButton.LeftButton, pos=goal)
    assert [source.key for source in desk.workspace.project.sources] == ["second", "third", "first"]
    assert [pane.key for pane in desk.panes] == ["second", "third", "first"]
    assert desk.panes[2].header.chip.letter == "C"
    desk.workspace.undo_stack.undo()
    assert [pane.key for pane in desk.panes] == ["first", "second", "third"]


def test_panes_hide_maximise_and_come_back(make_desk: MakeDesk) -> None:
    desk = make_desk([account(TOPICS, n, title) for n, title in enumerate(("First", "Second", "Third"))])
    desk.panes[1].header.asked.emit("hide")
    assert [pane.isVisible() for pane in desk.panes] == [True, False, True]
    desk.maximise(2)
    assert [pane.isVisible() for pane in desk.panes] == [False, False, True]
    desk.focus_pane(1)
    assert desk.panes[1].isVisible()
    desk.restore()
    assert all(pane.isVisible() for pane in desk.panes)


def test_the_layout_goes_into_the_project_and_comes_back(make_desk: MakeDesk, qtbot: QtBot) -> None:
    articles = [account(TOPICS * 3, n, title) for n, title in enumerate(("First", "Second", "Third"))]
    desk = make_desk(articles)
    desk.set_shape("grid")
    desk.panes[1].header.asked.emit("hide")
    desk.panes[2].view.verticalScrollBar().setValue(600)
    settle(qtbot, desk)
    state = json.loads(json.dumps(desk.layout_state()))
    other = make_desk(articles)
    other.restore_layout(state)
    assert other.layout_state() | {"sizes": [], "heights": []} == state | {"sizes": [], "heights": []}
    # the place is what is kept: the pixel it stands at depends on whether the first desk had been wrapped anew by then
    qtbot.waitUntil(lambda: abs(other.panes[2].view.reading_place() - state["places"]["third"]) < 40)
    assert state["places"]["third"] > 500
    other.restore_layout({"shape": 7, "hidden": "x", "sizes": [["a"]], "places": {"first": "y"}})


def test_eight_panes_stand_in_two_rows_when_narrow_and_one_when_wide(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk([account(TOPICS, 0, f"Source {n}") for n in range(8)], size=(1600, 900))
    heights = {pane.mapTo(desk, QPoint(0, 0)).y() for pane in desk.panes}
    assert len(heights) == 2
    desk.resize(3840, 1200)
    qtbot.waitUntil(lambda: len({pane.mapTo(desk, QPoint(0, 0)).y() for pane in desk.panes}) == 1)


def test_passages_are_matched_by_hand_undoable_and_pinned(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    view = desk.panes[0].view
    menu = desk.menu.build(desk.panes[0], view.page.article.text.index("Several people near the council"))
    action = next(a for a in menu.actions() if a.text().startswith("Match with B"))
    action.trigger()
    held = desk.stage.matching.held()
    assert len(held) == 1 and "Several people near the council" in held[0].a.quote
    assert desk.workspace.undo_stack.undoText() == "Match passages"
    assert [chip.note for _, chip in desk.panes[0].margin.boxes()] == [""]
    desk.workspace.undo_stack.undo()
    assert desk.stage.matching.held() == ()
    assert desk.panes[0].margin.boxes() == []


def test_reliability_is_rated_in_the_head(make_desk: MakeDesk) -> None:
    desk = make_desk()
    head = desk.panes[1].header
    action = next(a for a in head.reliability.menu().actions() if a.text().startswith("D "))
    action.trigger()
    assert desk.workspace.project.sources[1].reliability == "D"
    assert "not usually reliable" in head.reliability.text()
    desk.workspace.undo_stack.undo()
    assert "Rate" in head.reliability.text()


def test_a_note_has_a_chip_that_chooses_it(make_desk: MakeDesk) -> None:
    desk = make_desk()
    note = draft_note(desk.workspace.project, [("second", Span(10, 20))], rating="4", body="Where from?")
    desk.workspace.edit("Note", lambda project: add_note(project, note))
    margin = desk.panes[1].margin
    ((box, chip),) = margin.boxes()
    assert (chip.label, chip.note) == ("4", note.id)
    QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=box.center())
    assert desk.workspace.chosen_note == note.id
    assert desk.panes[1].view.layers.note_spans == [Span(10, 20)]


def test_of_many_notes_on_one_passage_the_last_share_a_chip_beside_it(make_desk: MakeDesk) -> None:
    desk = make_desk()
    empty = desk.workspace.project
    far = empty.source("second").article.text.index("About", 600)
    notes = draft_notes(empty, [("second", Span(10, 20))] * 40 + [("second", Span(far, far + 5))], rating="4")
    desk.workspace.edit("Notes", lambda project: add_notes(project, notes))
    margin = desk.panes[1].margin
    boxes = margin.boxes()
    assert [chip.label for _, chip in boxes] == ["4"] * 5 + ["…", "4"]
    assert boxes[-2][0].top() < boxes[0][0].top() + 120 < boxes[-1][0].top()
    assert boxes[-2][1].tip.startswith("35 more notes here") and boxes[-2][1].note == notes[5].id
    desk.workspace.choose_note(notes[20].id)
    assert margin.boxes()[-2][1].note == notes[20].id  # the ring is around it


def test_a_ribbon_brings_both_passages_to_the_reading_line(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    desk.panes[0].view.verticalScrollBar().setValue(500)
    settle(qtbot, desk)
    (gutter,) = desk.stage.arrangement.gutters()
    gutter.grab()
    ribbon = next(r for r in gutter.ribbons() if 40 < r.path.boundingRect().center().y() < 500)
    QTest.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=ribbon.path.boundingRect().center().toPoint())
    settle(qtbot, desk)
    tops = []
    for pane in desk.panes:
        lit = pane.view.layers.flash
        assert lit is not None
        tops.append(pane.view.lines.line_of(lit.start)[0] - pane.view.verticalScrollBar().value())
    assert abs(tops[0] - tops[1]) <= 1.5
    assert abs(tops[0] - desk.panes[0].view.viewport().height() / 3) <= 1.5


def test_the_overview_is_pressed_to_go_there(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    bar = desk.panes[0].overview
    qtbot.waitUntil(lambda: abs(bar.maximum() + bar.pageStep() - desk.panes[0].view.document().size().height()) < 2)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(8, bar.height() * 3 // 4))
    settle(qtbot, desk)
    assert abs(bar.thumb().center().y() - bar.height() * 3 / 4) <= 2
    assert desk.panes[1].overview.value() > 0


def test_the_theme_changes_everything_but_the_place(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    view = desk.panes[0].view
    view.verticalScrollBar().setValue(640)
    settle(qtbot, desk)
    desk.set_theme(load_theme("dark"))
    settle(qtbot, desk)
    assert view.verticalScrollBar().value() == 640
    image = view.viewport().grab().toImage()
    assert image.pixelColor(1, 1) == load_theme("dark").colour("paper")


def test_a_far_place_of_a_long_text_is_reached_before_it_is_laid_out(make_desk: MakeDesk, qtbot: QtBot) -> None:
    article = account(TOPICS * 300, 3, "Long")
    desk = make_desk([article], compared=False)
    for part in (0.9, 0.2, 0.99):
        at = article.text.index("Marvella", int(len(article.text) * part))
        desk.workspace.choose_passage("long", Span(at, at + 8))
        settle(qtbot, desk)
        view = desk.panes[0].view
        assert abs(view.box_of(Span(at, at + 8)).top() - view.viewport().height() / 3) < 30 or part == 0.99
        assert view.viewport().rect().contains(view.box_of(Span(at, at + 8)))


def test_places_far_apart_stand_side_by_side_though_the_panes_are_locked(make_desk: MakeDesk, qtbot: QtBot) -> None:
    """Each pane goes to its own place; showing one after the other would drag the first one away."""
    desk = make_desk()
    late, early = desk.panes[0].view.page.article.text.rindex("About the"), 600
    desk.workspace.choose_places([("first", Span(late - 400, late - 390)), ("second", Span(early, early + 10))])
    settle(qtbot, desk)
    for pane, place in zip(desk.panes, (late - 400, early), strict=True):
        lit = pane.view.layers.flash
        assert lit is not None and lit.start == place
        top = pane.view.lines.line_of(place)[0] - pane.view.verticalScrollBar().value()
        assert 0 <= top <= pane.view.viewport().height()


def test_selected_passages_are_matched(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    left, right = desk.panes[0].view, desk.panes[1].view
    start = right.page.article.text.index("About the council")
    right.select_span(Span(start, start + 30))
    desk.focus_pane(0)
    place = left.page.article.text.index("About the harbour")
    left.select_span(Span(place, place + 30))
    desk.menu.match_here()
    held = desk.stage.matching.held()
    assert [(m.a.start, m.b.start, m.matched) for m in held] == [(place, start, True)]


def test_a_menu_over_the_words_is_not_covered_by_what_is_said_of_a_mark(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    view = desk.panes[0].view
    at = point_of(desk, 0, "Marvella")
    place, there = view.position_at(QPointF(at)), view.viewport().mapToGlobal(at)
    menu = desk.menu.build(desk.panes[0], place)
    menu.popup(there)
    view.pointed.emit(place, there)  # not every window system says that the pointer left for a menu
    desk._pointing._tell()
    assert not QToolTip.isVisible()
    menu.close()
    desk._pointing._tell()
    assert QToolTip.isVisible()
    QToolTip.hideText()


def test_a_text_cursor_scrolled_away_is_fetched_by_the_arrow_keys(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    view = desk.panes[0].view
    desk.focus_pane(0)
    view.verticalScrollBar().setValue(900)
    settle(qtbot, desk)
    QTest.keyClick(view, Qt.Key.Key_Down)
    settle(qtbot, desk)
    assert abs(view.verticalScrollBar().value() - 900) < 60


def test_the_part_of_each_text_that_is_seen_is_told_when_the_panes_rest(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    left = desk.panes[0].view
    with qtbot.waitSignal(desk.workspace.view_changed, check_params_cb=lambda key, _: key == "first"):
        left.verticalScrollBar().setValue(700)
    seen = desk.workspace.in_view["first"]
    middle = left.page.article.text.index("Marvella", int(line_at_reading(desk, 0)))
    assert seen.start <= middle < seen.end < len(left.page.article.text)
    assert left.lines.height_of(seen.start) >= 700 - 40


def test_a_new_version_of_a_text_leaves_the_reader_where_he_was(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    view = desk.panes[1].view
    view.hold(view.page.article.text.index("About the crane", 4000))
    text = view.page.article.text
    changed = (
        "A correction was put before everything.\n\n" + text.replace("the harbour", "the old harbour", 1) + "\n\nEnd."
    )
    at = view.reading_place()
    key = desk.panes[1].key
    source = desk.workspace.project.source(key)
    after = replace(source, article=Article.from_text(changed, title="Second", key=key))
    others = tuple(after if s.key == key else s for s in desk.workspace.project.sources)
    desk.workspace.edit("Replace text of B", lambda project: replace(project, sources=others))
    assert view.page.article.text == changed
    there = round(line_at_reading(desk, 1))
    assert changed[there : there + 15] == text[round(at) : round(at) + 15] == "About the crane"
    assert view.verticalScrollBar().value() > 0


def test_a_place_whose_words_are_gone_is_guessed_in_proportion() -> None:
    assert place_in("y" * 200, "x" * 400, 100) == 50
    assert place_in("", "x" * 400, 100) == 0
    assert place_in("anything", "", 0) == 0
    twice = "He said so. " * 50
    assert place_in(twice, twice, 301.5) == 301.5


def test_of_many_notes_only_what_changed_is_shown_anew(make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = make_desk()
    space = desk.workspace
    places = [("second", Span(n, n + 4)) for n in range(300)]
    space.edit("Notes", lambda project: add_notes(project, draft_notes(project, places)))
    notes, shown = space.project.notes, list[str]()
    monkeypatch.setattr(Pane, "show_notes", lambda pane, *_: shown.append(pane.key))
    space.choose_note(notes[7].id)
    assert shown == [] and desk.panes[1].margin.chosen == notes[7].id
    space.edit("Rate", lambda project: set_rating(project, notes[7].id, "4"))
    assert shown == ["second"]
    assert "300 notes" in desk.panes[1].header.facts.text()


def test_a_source_that_comes_back_has_its_notes_again(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    space = desk.workspace
    space.edit("Note", lambda p: add_note(p, draft_note(p, [("second", Span(10, 20))], rating="4")))
    space.edit("Remove", lambda p: remove_source(p, "second"))
    space.undo_stack.undo()
    qtbot.waitUntil(lambda: [chip.label for _, chip in desk.panes[1].margin.boxes()] == ["4"])
    assert "1 note" in desk.panes[1].header.facts.text()
