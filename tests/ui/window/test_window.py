"""The window with its session: drops, messages, saving and opening, undo, recent projects, closing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTabBar, QToolButton, QWidget

from reader.notes import add_note, draft_note, read_project
from reader.text import Span
from reader.ui.looks.style import dress
from reader.ui.looks.theme import SANS, font, load_theme
from reader.ui.session import Session
from reader.ui.window import MainWindow, messages
from reader.ui.window.dialogs import questions
from reader.ui.window.dock import DockTitle
from reader.ui.window.docking import LEAST
from reader.ui.window.dropping import promise
from tests.ui.windows import annotatable, compared, drop, opened, sources


def test_two_dropped_files_become_sources_and_are_compared(window, qtbot, articles):
    drop(window, articles)
    qtbot.waitUntil(lambda: len(sources(window)) == 2)
    compared(window, qtbot)
    held = window.session.workspace
    assert [source.article.text.split()[0] for source in held.project.sources] == ["Ferry", "Blaze"]
    shared = {entity.label for entity in held.comparison.entities if len(entity.variants) == 2}
    assert "Port Amara" in shared
    for source in held.comparison.sources:
        for mention in source.mentions:
            assert mention.span.of(source.article.text) == mention.text
    assert "2 sources" in window.status.findChildren(QLabel)[0].text()


def test_a_drag_shows_what_it_will_do(window, qtbot, articles):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in articles])
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert not window.sheet.isVisible()
    QApplication.sendEvent(window, enter)
    assert window.sheet.isVisible() and window.sheet.geometry() == window.rect()
    window.setFont(font(SANS, 13))  # as the program is dressed: a font without a point size
    assert not window.sheet.grab().isNull()


def test_one_bad_file_is_told_and_the_rest_goes_on(window, qtbot, articles, tmp_path):
    bad = tmp_path / "noise.docx"
    bad.write_bytes(b"PK\x03\x04" + bytes(200))
    window.files.take([articles[0], bad, tmp_path / "gone.txt", articles[1]])
    qtbot.waitUntil(lambda: len(sources(window)) == 2 and not window.session.opening.running)
    words = [message.words for message in window.messages.messages]
    assert len(words) == 2 and "gone.txt" in words[0] and "noise.docx" in words[1]  # the newest first
    assert window.messages.isVisible()
    close = window.messages.findChild(QToolButton, "messageClose")
    for left in (1, 0):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
        assert len(window.messages.messages) == left
    assert not window.messages.isVisible()


def test_what_is_dragged_over_the_window_is_promised_as_what_it_is(tmp_path):
    (tmp_path / "reports").mkdir()
    article, project, folder = tmp_path / "one.txt", tmp_path / "flood.diptych", tmp_path / "reports"
    assert promise([folder]) == "Drop to add the articles in “reports”"
    assert promise([article]) == "Drop to add “one.txt” as a source"
    assert promise([article, article]) == "Drop to add 2 sources"
    assert promise([article, folder]) == "Drop to add all that can be read here"
    assert promise([article, project]) == "Drop to open the project “flood.diptych” and add the others"
    assert promise([project]) == "Drop to open the project “flood.diptych”"
    assert promise([]) == "Drop to add this text as a source"


def test_a_drop_is_over_before_anything_is_asked(window, qtbot, articles, tmp_path, monkeypatch):
    opened(window, qtbot, articles)
    asked = []
    monkeypatch.setattr(questions, "ask_unsaved", lambda *_: asked.append(1) or "cancel")
    drop(window, [tmp_path / "flood.diptych"])
    assert not asked
    qtbot.waitUntil(lambda: bool(asked))


def test_what_was_asked_of_one_project_is_not_asked_of_the_next(window, qtbot, articles):
    opened(window, qtbot, articles)
    window.files.take([articles[0]])
    qtbot.waitUntil(lambda: bool(window.messages.messages))
    window.session.saving.held_elsewhere.emit("Rosa has “flood.diptych” open.")
    window.session.workspace.trouble.emit("“noise.docx” could not be opened.", "error")
    articles[1].unlink()
    window.session.watching.look()
    assert len(window.messages.messages) == 4
    window.session.workspace.undo_stack.setClean()
    window.files.new()
    assert [message.words for message in window.messages.messages] == ["“noise.docx” could not be opened."]


def test_the_same_file_twice_is_recognised(window, qtbot, articles):
    opened(window, qtbot, articles)
    window.files.take([articles[0]])
    qtbot.waitUntil(lambda: bool(window.messages.messages))
    assert "source A" in window.messages.messages[0].words and len(sources(window)) == 2


def test_one_drop_is_one_undo_step(window, qtbot, articles):
    opened(window, qtbot, articles)
    qtbot.waitUntil(lambda: not window.session.opening.running)
    undo = window.menus.actions["undo"]
    assert undo.text() == "&Undo Add 2 sources"
    undo.trigger()
    assert sources(window) == [] and window.centre.empty.isVisible()
    window.menus.actions["redo"].trigger()
    assert len(sources(window)) == 2


def test_saving_and_opening_again(window, qtbot, articles, tmp_path, monkeypatch):
    opened(window, qtbot, articles)
    place = tmp_path / "ferry.diptych"
    monkeypatch.setattr(questions, "ask_where_to_save", lambda *_: place)
    assert window.windowTitle() == "Untitled • — Diptych"
    window.menus.actions["save"].trigger()
    assert window.windowTitle() == "ferry.diptych — Diptych"
    assert window.status.saved.text().startswith("All changes saved")
    assert [s.path for s in read_project(place).sources] == ["first.txt", "second.txt"]
    window.menus.actions["new"].trigger()
    assert sources(window) == [] and window.windowTitle() == "Untitled — Diptych"
    monkeypatch.setattr(questions, "ask_files_to_open", lambda *_: [place])
    window.menus.actions["open"].trigger()
    assert len(sources(window)) == 2 and window.windowTitle() == "ferry.diptych — Diptych"
    compared(window, qtbot)


def test_a_broken_project_leaves_everything_as_it_was(window, qtbot, articles, tmp_path, monkeypatch):
    opened(window, qtbot, articles)
    monkeypatch.setattr(questions, "ask_unsaved", lambda *_: "discard")
    broken = tmp_path / "broken.diptych"
    broken.write_text('{"format": "somebody-else"', encoding="utf-8")
    window.files.take([broken])
    assert "broken.diptych" in window.messages.messages[0].words
    assert len(sources(window)) == 2 and broken.read_text(encoding="utf-8") == '{"format": "somebody-else"'


@pytest.mark.parametrize(("answer", "closes", "written"), [("cancel", 0, 0), ("discard", 1, 0), ("save", 1, 1)])
def test_closing_asks_about_unsaved_changes(window, qtbot, articles, tmp_path, monkeypatch, answer, closes, written):
    opened(window, qtbot, articles[:1])
    place = tmp_path / "left.diptych"
    asked = []
    monkeypatch.setattr(questions, "ask_unsaved", lambda *_: asked.append(1) or answer)
    monkeypatch.setattr(questions, "ask_where_to_save", lambda *_: place)
    assert window.close() is bool(closes) and asked == [1]
    assert place.exists() is bool(written)


def test_recent_projects_and_those_that_are_gone(window, qtbot, articles, tmp_path, monkeypatch):
    opened(window, qtbot, articles[:1])
    place, moved = tmp_path / "once.diptych", tmp_path / "elsewhere.diptych"
    monkeypatch.setattr(questions, "ask_where_to_save", lambda *_: place)
    window.files.save_as()
    window.files.new()
    page = window.centre.empty
    assert [b.text() for b in page.findChildren(QPushButton, "recentProject")] == [place.name]
    place.rename(moved)
    page.refresh()
    row = page.findChild(QPushButton, "recentProject")
    assert not row.isEnabled()
    monkeypatch.setattr(questions, "ask_project", lambda *_: moved)
    page.findChild(QPushButton, "recentLocate").click()
    assert len(sources(window)) == 1
    assert window.session.settings.recent == [moved]


def test_size_and_docks_come_back(window, qtbot):
    window.resize(810, 640)  # the offscreen screen has 800 × 800
    window.docking.docks["history"].hide()
    window.close()
    again = MainWindow(Session(), load_theme("light"))
    qtbot.addWidget(again)
    with qtbot.waitExposed(again):
        again.show()
    assert again.height() == 640
    assert again.docking.docks["history"].isHidden() and not again.docking.docks["compare"].isHidden()
    again.session.close()


def centre_before_and_after_docks(qtbot, wide: int) -> tuple[MainWindow, QRect, QRect]:
    """A window of that width, and where its middle stands before and after it has docks."""
    window = MainWindow(Session(), load_theme("light"))
    qtbot.addWidget(window)
    window.resize(wide, 720)
    window.painted.disconnect()  # docks come when the test says so
    with qtbot.waitExposed(window):
        window.show()
    QApplication.processEvents()
    assert not window.docking.made
    before = window.centre.contentsRect().translated(window.centre.pos())
    window.docking.make()
    qtbot.waitUntil(lambda: window.docking.docks["compare"].isVisible())
    QApplication.processEvents()
    return window, before, window.centre.contentsRect().translated(window.centre.pos())


@pytest.mark.parametrize("wide", [1024, 1280, 1600])
def test_docks_come_after_the_first_paint_without_moving_the_panes(qtbot, dressed, wide):
    dress(dressed, load_theme("light"))
    window, before, after = centre_before_and_after_docks(qtbot, wide)
    assert before == after
    assert before.left() > 200
    window.docking.count("notes", 7)
    assert [action.text() for action in window.live._panels.actions()][:3] == ["Compare", "Entities", "Notes 7"]
    window.session.close()


def test_docks_that_were_moved_and_closed_leave_the_panes_in_place_at_the_next_start(qtbot, dressed):
    dress(dressed, load_theme("light"))
    window, _, first = centre_before_and_after_docks(qtbot, 1280)
    window.docking.show_plots(True)
    window.docking.docks["source"].hide()
    window.resizeDocks([window.docking.docks["compare"]], [360], Qt.Orientation.Horizontal)
    QApplication.processEvents()
    window.close()
    again, before, after = centre_before_and_after_docks(qtbot, 1280)
    assert before == after != first
    assert again.menus.actions["overview"].isChecked() and again.docking.docks["source"].isHidden()
    again.session.close()


@pytest.mark.parametrize(("wide", "side"), [(1280, 265), (1600, 300)])
def test_the_tabs_of_the_left_side_all_fit_with_their_counts(qtbot, wide, side):
    window = MainWindow(Session(), load_theme("light"))
    qtbot.addWidget(window)
    window.resize(wide, 720)
    with qtbot.waitExposed(window):
        window.show()
    window.docking.make()
    for name, number in (("entities", 143), ("notes", 25)):
        window.docking.count(name, number)
    bar = next(bar for bar in window.findChildren(QTabBar) if bar.parent() is window and bar.tabText(0) == "Compare")
    qtbot.waitUntil(lambda: bar.count() == 3 and bar.tabRect(2).right() < bar.width())
    assert window.docking.docks["compare"].width() >= side
    assert not [b for b in bar.findChildren(QToolButton) if b.isVisible()]
    window.session.close()


def test_the_window_is_never_larger_than_a_small_screen(qtbot, dressed, monkeypatch):
    class Screen:
        def availableSize(self) -> QSize:
            return QSize(800, 500)

    dress(dressed, load_theme("light"))
    monkeypatch.setattr(MainWindow, "screen", lambda _: Screen())
    window = MainWindow(Session(), load_theme("light"))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert window.width() < 800 and window.height() < 500
    assert window.bar.field.isVisible() and window.rect().contains(window.status.geometry())
    window.session.close()


def test_the_button_that_clears_the_find_field_stands_in_the_middle_of_it(window, qtbot, dressed):
    dress(dressed, load_theme("light"))
    window.bar.field.setText("ferry")
    button = window.bar.field.findChild(QToolButton)
    assert window.bar.field.rect().contains(button.geometry())
    assert abs(button.geometry().center().y() - window.bar.field.rect().center().y()) <= 1


def test_find_field_takes_the_focus_and_escape_leaves_it(window, qtbot, articles):
    opened(window, qtbot, articles[:1])
    window.activateWindow()
    window.menus.actions["find"].trigger()
    assert window.bar.field.hasFocus()
    qtbot.keyClicks(window.bar.field, "ferry")
    qtbot.keyClick(window.bar.field, Qt.Key.Key_Escape)
    assert window.bar.field.text() == ""


def test_every_command_has_its_own_key(window):
    taken: dict[str, str] = {}
    for name, action in window.menus.actions.items():
        for key in action.shortcuts():
            assert taken.setdefault(key.toString(), name) == name


def test_all_parts_of_the_window_take_another_theme(window, qtbot, articles, dressed):
    opened(window, qtbot, articles)
    window.menus.actions["overview"].trigger()
    qtbot.waitUntil(lambda: window.docking.docks["numbers"].widget() is not None)
    for name in ("dark", "light", "dark"):
        theme = load_theme(name)
        dress(dressed, theme)
        window.set_theme(theme)
        assert {dock.widget().theme.name for dock in window.docking.docks.values() if dock.widget()} == {name}
        header = window.centre.desk.panes[1].header
        qtbot.waitUntil(lambda header=header: header.height() > 9)
        assert header.grab().toImage().pixelColor(3, 3) == theme.colour("panel")


def test_the_toolbar_keeps_its_height_when_the_theme_changes(qtbot, dressed):
    dress(dressed, load_theme("light"))
    window = MainWindow(Session(), load_theme("light"))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    before = window.bar.sizeHint()
    dress(dressed, load_theme("dark"))
    window.set_theme(load_theme("dark"))
    assert window.bar.sizeHint() == before
    window.session.close()


def test_reading_files_counts_as_work_from_its_first_moment(window, qtbot, articles):
    opening, told = window.session.opening, []
    opening.running_changed.connect(lambda running: told.append((running, opening.running)))
    window.files.take(articles)
    assert window.status._patience.isActive()  # the bar comes unless all is read in a moment
    qtbot.waitUntil(lambda: len(sources(window)) == 2 and not opening.running)
    assert told == [(True, True), (False, False)]


def test_plots_have_their_own_bars_from_their_first_paint_on(window):
    window.docking.show_plots(True)
    bars = [window.docking.docks[name].titleBarWidget() for name in ("numbers", "timeline", "map")]
    assert all(isinstance(bar, DockTitle) for bar in bars)


def test_a_dock_whose_tab_is_its_title_has_a_bar_of_no_height_but_none_below_it(window, qtbot):
    bars = [window.docking.docks[name].titleBarWidget() for name in ("entities", "notes")]
    assert [bar.height() for bar in bars] == [0, 0]
    assert [bar.minimumSizeHint().height() for bar in bars] == [0, 0]  # -1 makes older Qt complain


@pytest.mark.parametrize(("size", "high"), [((1024, 640), 160), ((1280, 720), 180), ((1600, 1000), 230)])
def test_plots_leave_eight_lines_of_text_in_a_low_window(window, qtbot, articles, size, high):
    opened(window, qtbot, articles)
    window.resize(*size)
    window.docking.show_plots(True)
    QApplication.processEvents()
    assert window.docking.docks["numbers"].height() == high
    for pane in window.centre.desk.stage.shown():
        layout = pane.view.document().begin().layout()
        assert pane.view.viewport().height() >= 8 * layout.boundingRect().height() / layout.lineCount()


def test_the_keyboard_stays_in_its_pane_when_files_come_from_another_program(window, qtbot, articles, tmp_path):
    opened(window, qtbot, articles)
    desk = window.centre.desk
    desk.focus_pane(1)
    other = QWidget()  # the file manager in front
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    more = [tmp_path / f"more-{n}.txt" for n in range(4)]
    for path, words in zip(more, ("Rain all day", "A bridge opens", "Bread is dear", "No news"), strict=True):
        path.write_text(f"{words}\n\nSo wrote a reader of {path.stem} from {words[::-1]}.\n", encoding="utf-8")
    window.files.take(more)
    qtbot.waitUntil(lambda: len(sources(window)) == 6)
    assert window.focusWidget() is desk.panes[1].view


def test_the_keyboard_is_in_the_panes_once_the_sources_stand(window, qtbot, articles):
    opened(window, qtbot, articles)
    compared(window, qtbot)
    assert window.focusWidget() is window.centre.desk.panes[0].view


def test_a_long_title_does_not_push_the_source_dock_beyond_the_window(window, qtbot, tmp_path):
    page = tmp_path / "long.txt"
    page.write_text("A ferry burns and " * 6 + "nobody knows why\n\nIt burned for six hours.\n", encoding="utf-8")
    opened(window, qtbot, [page])
    window.docking.raise_dock("source")
    dock = window.docking.docks["source"]
    qtbot.waitUntil(lambda: dock.widget() is not None and dock.widget().area.isVisible())
    dock.widget().show_source("")
    assert dock.widget().area.widget().minimumSizeHint().width() <= dock.width()


def test_the_docks_give_way_when_the_window_is_made_narrow(window, qtbot, articles):
    opened(window, qtbot, articles)
    window.resize(1600, 700)
    docks = [window.docking.docks[name] for name in ("compare", "note")]
    window.resizeDocks(docks, [340, 340], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: docks[0].width() > 300 and docks[1].width() > 300)
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: docks[0].width() <= 262 and docks[1].width() <= 262)
    window.resize(1024, 640)
    qtbot.waitUntil(lambda: docks[0].width() <= LEAST and docks[1].isHidden())
    window.resize(1000, 600)
    window.session.workspace.open_note("")
    qtbot.waitUntil(lambda: docks[1].isVisible() and docks[1].width() <= 262)
    assert docks[1].isVisible() and not window.docking.docks["source"].isHidden()
    window.resize(1024, 640)
    assert docks[1].isVisible()
    window.resize(1600, 700)
    window.resize(1024, 640)
    assert docks[1].isHidden()
    window.resize(1600, 700)
    assert docks[1].isVisible() and not window.docking.docks["history"].isHidden()


def test_docks_that_gave_way_are_there_again_in_a_wider_window_next_time(window, qtbot):
    window.resize(1600, 700)
    window.resize(1024, 640)
    assert window.docking.docks["note"].isHidden()
    window.close()
    again = MainWindow(Session(), load_theme("light"))
    qtbot.addWidget(again)
    again.resize(1600, 700)
    with qtbot.waitExposed(again):
        again.show()
    assert not again.docking.docks["note"].isHidden()
    again.session.close()


def test_a_dock_by_itself_has_a_bar_with_buttons_that_can_be_hit(window, qtbot, articles):
    opened(window, qtbot, articles)
    window.resize(1400, 800)
    window.menus.actions["overview"].trigger()
    docks = [window.docking.docks[name] for name in ("numbers", "timeline")]
    qtbot.waitUntil(lambda: all(isinstance(dock.titleBarWidget(), DockTitle) and dock.widget() for dock in docks))
    numbers, timeline = docks
    bar = timeline.titleBarWidget()
    qtbot.waitUntil(lambda: timeline.widget().tools.parentWidget() is bar)
    assert min(bar.closer.width(), bar.closer.height(), bar.floater.width(), bar.floater.height()) >= 24
    qtbot.mouseClick(bar.floater, Qt.MouseButton.LeftButton)
    assert timeline.isFloating()
    qtbot.mouseClick(bar.floater, Qt.MouseButton.LeftButton)
    assert not timeline.isFloating()
    window.tabifyDockWidget(numbers, timeline)  # a tab says the title: the tools go back above the plot
    qtbot.waitUntil(lambda: timeline.widget().tools.parentWidget() is timeline.widget())
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, timeline)
    qtbot.waitUntil(lambda: timeline.widget().tools.parentWidget() is bar)
    qtbot.mouseClick(bar.closer, Qt.MouseButton.LeftButton)
    assert timeline.isHidden()


def test_a_first_window_fits_on_the_screen_with_its_frame(window):
    room = window.screen().availableSize()
    assert window.height() < room.height() and window.width() <= room.width()


def test_an_information_passes_and_an_error_stays(window, qtbot, monkeypatch):
    monkeypatch.setattr(messages, "PASSING", 30)
    window.messages.tell("written", "info")
    qtbot.waitUntil(lambda: not window.messages.messages)
    window.messages.tell("broken", "error")
    window.messages.tell("written", "info")
    assert [m.words for m in window.messages.messages] == ["written", "broken"]
    qtbot.waitUntil(lambda: [m.words for m in window.messages.messages] == ["broken"])
    assert not window.messages._passing.isActive()


def test_escape_pressed_in_the_text_closes_no_message_that_asks(window, qtbot, articles):
    opened(window, qtbot, articles)
    window.messages.clear()
    answered: list[bool] = []
    window.messages.tell("There is unsaved work.", "warning", [("Open it", lambda: answered.append(True))])
    window.centre.desk.focus_pane(0)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert [message.words for message in window.messages.messages] == ["There is unsaved work."]
    window.messages.findChild(QPushButton).setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not window.messages.messages and not answered
    window.messages.tell("The file is empty.", "error")
    window.centre.desk.focus_pane(0)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not window.messages.messages


def test_a_folder_without_articles_is_told_and_the_rest_of_the_drop_goes_on(window, qtbot, articles, tmp_path):
    (tmp_path / "empty" / "inner").mkdir(parents=True)
    (tmp_path / "saved.html").write_text("<p>The ferry left the quay at six.</p>")
    (tmp_path / "saved_files").mkdir()  # a page's pictures stand for nothing
    window.files.take([tmp_path / "empty", tmp_path / "saved_files", *articles])
    qtbot.waitUntil(lambda: len(sources(window)) == 2 and not window.session.opening.running, timeout=30000)
    assert [message.words for message in window.messages.messages] == [
        "There is no article in the folder “empty”. Folders inside it are opened one by one."
    ]


def test_an_error_is_not_hidden_behind_an_offer(window):
    bar = window.messages
    bar.tell("There is unsaved work.", "warning", (("Open it", bar.clear),))
    bar.tell("The disk is full.", "error")
    bar.tell("The name is taken.", "error")
    assert [m.words for m in bar.messages] == ["The name is taken.", "The disk is full.", "There is unsaved work."]
    assert bar._words.text() == "The name is taken." and bar.property("level") == "error"


def test_a_note_that_is_to_be_written_brings_its_dock_to_the_front(window, qtbot):
    window.docking.raise_dock("source")
    qtbot.waitUntil(lambda: window.docking.docks["note"].visibleRegion().isEmpty())
    window.session.workspace.write_note("")
    qtbot.waitUntil(lambda: not window.docking.docks["note"].visibleRegion().isEmpty())


def test_in_a_narrow_window_a_note_is_shown_and_written_in_a_dock_that_had_given_way(qtbot, articles):
    window = MainWindow(Session(), load_theme("light"))
    qtbot.addWidget(window, before_close_func=lambda held: held.session.workspace.undo_stack.setClean())
    window.resize(1000, 700)
    with qtbot.waitSignal(window.completed):
        window.show()
    opened(window, qtbot, articles)
    window.activateWindow()
    workspace, dock = window.session.workspace, window.docking.docks["note"]
    key = workspace.project.sources[0].key
    note = draft_note(workspace.project, [(key, Span(0, 5))], body="Ask the harbour office.")
    workspace.edit("Add note", lambda project: add_note(project, note))
    assert dock.isHidden()
    margin = window.centre.desk.panes[0].margin
    qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=margin.boxes()[0][0].center())
    assert dock.isVisible() and dock.widget().body.toPlainText() == "Ask the harbour office."
    window.session.close()


def test_a_note_is_written_at_once_in_a_dock_that_was_never_seen(qtbot, articles):
    window = MainWindow(Session(), load_theme("light"))
    qtbot.addWidget(window, before_close_func=lambda held: held.session.workspace.undo_stack.setClean())
    window.resize(1000, 700)
    with qtbot.waitSignal(window.completed):
        window.show()
    opened(window, qtbot, articles)
    annotatable(window, qtbot)
    window.activateWindow()
    view = window.centre.desk.panes[0].view
    view.setFocus()
    view.select_span(Span(0, 10))
    qtbot.waitUntil(lambda: window.session.workspace.selection is not None)
    qtbot.keyClick(view, Qt.Key.Key_N)
    body = window.docking.docks["note"].widget().body
    qtbot.waitUntil(body.hasFocus)
    qtbot.keyClicks(body, "why")
    assert window.session.workspace.project.notes[0].body == "why"
    window.session.close()


def test_what_needs_more_sources_than_there_are_is_grey(window, qtbot, articles):
    actions = window.menus.actions

    def enabled(*names: str) -> list[bool]:
        return [actions[name].isEnabled() for name in names]

    assert enabled("find", "pane_1", "pane_2", "swap") == [False] * 4
    window.files.take(articles[:1])
    qtbot.waitUntil(lambda: actions["pane_1"].isEnabled())
    assert enabled("find", "pane_2", "swap") == [True, False, False]
    window.files.take(articles[1:])
    qtbot.waitUntil(lambda: actions["pane_2"].isEnabled())
    assert enabled("swap", "pane_3") == [True, False]
