"""A reader who does anything at all, in any order, and answers whatever he is asked: for the random walk."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QWidget,
)

from reader.text import Span
from reader.ui.looks.theme import load_theme
from reader.ui.window import MainWindow
from reader.ui.window.menus.commands import MENUS
from tests.ui.whole.test_interactions import wheel

LEAVING = {"quit"}
"""Commands that end the walk."""
_PATIENCE = 40
"""Answers to one question after which it is left by Escape."""


class Answers(QObject):
    """Answers menus and dialogs that wait for the reader, one step at every turn of the event loop."""

    def __init__(self, chance: random.Random, files: list[Path], folder: Path, monkeypatch) -> None:
        super().__init__()
        self.chance, self._files, self._folder = chance, files, folder
        self._asked: Counter[int] = Counter()
        self._pulse = QTimer(self, interval=0)
        self._pulse.timeout.connect(self._answer)
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(p) for p in self._some()], ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(next(iter(self._some()), "")), ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (self._new(str(a[2])), ""))

    def __enter__(self) -> Answers:
        self._pulse.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._pulse.stop()

    def _some(self) -> list[Path]:
        written = [path for path in self._folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
        held = sorted({*self._files, *written})
        return self.chance.sample(held, self.chance.choice([0, 1, 1, 2]))

    def _new(self, suggested: str) -> str:
        ending = Path(suggested).suffix
        return self.chance.choice(["", str(self._folder / f"work{self.chance.randrange(3)}{ending}")])

    def _answer(self) -> None:
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if isinstance(popup, QMenu):
            self._choose(popup)
        elif popup is not None:
            popup.close()
        elif isinstance(modal, QDialog):
            self._talk(modal)

    def _choose(self, menu: QMenu) -> None:
        actions = [a for a in leaves(menu) if a.isEnabled()]
        menu.close()
        if actions and self.chance.random() < 0.8:
            later(self.chance.choice(actions).trigger)

    def _talk(self, dialog: QDialog) -> None:
        self._asked[id(dialog)] += 1
        fields = [f for f in dialog.findChildren(QLineEdit) if f.isVisible() and f.isEnabled() and not f.isReadOnly()]
        buttons = [b for b in dialog.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        lists = [v for v in dialog.findChildren(QAbstractItemView) if v.isVisible() and v.model() is not None]
        what = self.chance.random()
        if self._asked[id(dialog)] > _PATIENCE or what < 0.15 or not (fields or buttons or lists):
            del self._asked[id(dialog)]
            dialog.reject()
        elif fields and what < 0.35:
            self.chance.choice(fields).insert(self.chance.choice(["ferry", "3", "x y", "Ünî"]))
        elif lists and what < 0.55:
            QTest.keyClick(self.chance.choice(lists), self.chance.choice([Qt.Key.Key_Down, Qt.Key.Key_Up]))
        elif buttons:
            later(self.chance.choice(buttons).click)


def later(do: Callable[[], object]) -> None:
    """Do it in a turn of its own: it may ask again, and a timer does not beat while it is at work."""

    def if_it_still_is_there() -> None:
        if shiboken6.isValid(do.__self__):  # type: ignore[attr-defined]
            do()

    QTimer.singleShot(0, if_it_still_is_there)


def leaves(menu: QMenu) -> list[QAction]:
    """What can be chosen in a menu and in those it opens, filled as they are when they are shown."""
    menu.aboutToShow.emit()
    opening = {held.menuAction(): held for held in QApplication.allWidgets() if isinstance(held, QMenu)}
    found = []
    for action in menu.actions():
        if action in opening:
            found += leaves(opening[action])
        elif not action.isSeparator():
            found.append(action)
    return found


class Wanderer:
    """Does something with a window at every `step`; `done` counts the commands by name."""

    def __init__(self, window: MainWindow, chance: random.Random) -> None:
        self._window, self._chance = window, chance
        self._workspace = window.session.workspace
        self.done: Counter[str] = Counter()
        self._ways = [
            self.command, self.command, self.command, self.select, self.select, self.annotate, self.choose, self.find,
            self.dress, self.resize, self.wander, self.wander, self.wander, self.arrange_docks, self.ask_for_menu,
            self.ask_for_menu, self.press_anything, self.menu_bar,
        ]  # fmt: skip

    def step(self) -> None:
        """Do anything."""
        self._chance.choice(self._ways)()

    def command(self, name: str = "") -> None:
        """A command of the table, that one or any."""
        name = name or self._chance.choice(sorted(set(self._window.menus.actions) - LEAVING))
        action = self._window.menus.actions[name]
        if action.isEnabled():
            self.done[name] += 1
            action.trigger()

    def menu_bar(self) -> None:
        """A line of the menus that is in no table, such as a recent project, a panel or a decision."""
        leaving = [self._window.menus.actions[name] for name in LEAVING]
        menu = self._window.menus.menu(self._chance.choice(MENUS))
        lines = [action for action in leaves(menu) if action.isEnabled() and action not in leaving]
        if lines:
            self._chance.choice(lines).trigger()

    def select(self) -> None:
        """Words in a pane."""
        panes = self._window.centre.desk.panes if self._window.centre.desk else []
        if panes:
            view = self._chance.choice(panes).view
            length = len(view.page.article.text)
            start = self._chance.randrange(max(1, length - 30))
            view.select_span(Span(start, min(length, start + self._chance.randrange(1, 30))))

    def annotate(self) -> None:
        """A line of Annotate."""
        actions = [a for a in self._window.menus.menu("Annotate").actions() if a.isEnabled() and not a.isSeparator()]
        if actions and self._workspace.project.sources:
            self._chance.choice(actions).trigger()

    def choose(self) -> None:
        """A line of the ledger, a name, a note."""
        comparison, notes = self._workspace.comparison, self._workspace.project.notes
        if comparison.ledger:
            self._workspace.choose_row(self._chance.choice(comparison.ledger).id)
        if comparison.entities:
            self._workspace.choose_entity(self._chance.choice(comparison.entities).id)
        if notes and self._chance.random() < 0.5:
            self._workspace.open_note(self._chance.choice(notes).id)

    def find(self) -> None:
        """Words in all sources."""
        self._window.bar.field.setText(self._chance.choice(["", "ferry", "Amara", "zzz", "2021"]))

    def dress(self) -> None:
        """Another theme."""
        self._window.set_theme(load_theme(self._chance.choice(["light", "dark"])))

    def resize(self) -> None:
        """Another size."""
        self._window.resize(self._chance.randrange(800, 1400), self._chance.randrange(500, 900))

    def wander(self) -> None:
        """Press, turn the wheel or type somewhere in a pane, its overview or beside it."""
        shown = self._window.centre.desk.stage.shown() if self._window.centre.desk else []
        if not shown:
            return
        pane = self._chance.choice(shown)
        target = self._chance.choice([pane.view.viewport(), pane.view.viewport(), pane.overview, pane.margin])
        at = self._somewhere(target)
        QTest.mouseMove(target, at)
        if self._chance.random() < 0.5:
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        else:
            wheel(target, at, self._chance.choice([-3, -1, 1, 3]))
        keys = [Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_F8, Qt.Key.Key_F3, Qt.Key.Key_M]
        QTest.keyClick(pane.view, self._chance.choice(keys), self._chance.choice(list(_KEYS)))

    def arrange_docks(self) -> None:
        """Float, hide, show or raise a dock, or the plots."""
        places = self._window.docking
        if not places.docks:
            return
        dock, what = places.docks[self._chance.choice(sorted(places.docks))], self._chance.randrange(4)
        if what == 0:
            dock.setFloating(not dock.isFloating())
        elif what == 1:
            dock.setVisible(dock.isHidden())
        elif what == 2:
            places.raise_dock(dock.objectName())
        else:
            places.show_plots(not places.plots_shown)

    def ask_for_menu(self) -> None:
        """The right button, or the key for it, anywhere."""
        target = self._chance.choice(self._seen())
        at = self._somewhere(target)
        reason = self._chance.choice([QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
        QApplication.sendEvent(target, QContextMenuEvent(reason, at, target.mapToGlobal(at)))

    def press_anything(self) -> None:
        """The left button, once or twice, and a key, anywhere but on what closes the window."""
        target = self._chance.choice(self._seen())
        at = self._somewhere(target)
        press = self._chance.choice([QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick])
        press(target, Qt.MouseButton.LeftButton, self._chance.choice(list(_KEYS)), at)

    def _seen(self) -> list[QWidget]:
        inside = [w for w in self._window.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
        return [w for w in inside if not w.size().isEmpty() and not isinstance(w, QMenu)]

    def _somewhere(self, target: QWidget) -> QPoint:
        return QPoint(self._chance.randrange(max(1, target.width())), self._chance.randrange(max(1, target.height())))


_KEYS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
