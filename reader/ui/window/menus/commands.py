"""The table of commands with their menus, words and keys, of which the menus and the page of keys are built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QMainWindow, QMenu

SEPARATOR = "-"


class Command(NamedTuple):
    """`menu` is "File" or "View/Layers"; `keys` are in Qt's portable writing; `sources`: grey with fewer on the desk.

    `shown` keys are told in the menu, but handled by the widget that has the focus (single letters in the panes).
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    sources: int = 0
    shown: str = ""
    tip: str = ""


def _row(menu: str, name: str, text: str, *keys: str, **more: object) -> Command:
    return Command(name, menu, text, keys, **more)  # type: ignore[arg-type]


LAYERS = {
    "people": "&People",
    "organisations": "&Organisations",
    "places": "P&laces",
    "names": "O&ther names",
    "numbers": "&Numbers",
    "dates": "&Dates",
    "quotes": "&Quotations",
    "notes": "Not&es",
}

COMMANDS: tuple[Command, ...] = (
    _row("File", "new", "&New project", "Ctrl+N"),
    _row("File", "open", "&Open…", "Ctrl+O", tip="Open a project, or articles as sources"),
    _row("File", "add", "&Add sources…", "Ctrl+Shift+O", tip="Add articles from files"),
    _row("File", "paste_source", "&Paste text as a source…", "Ctrl+Shift+V"),
    _row("File", "-", ""),
    _row("File", "save", "&Save", "Ctrl+S"),
    _row("File", "save_as", "Sa&ve as…", "Ctrl+Shift+S"),
    _row("File", "-", ""),
    _row("File/Export", "export_html", "Comparison as a &web page…", sources=1),
    _row("File/Export", "export_text", "Comparison as &text…", sources=1),
    _row("File/Export", "export_csv", "Comparison as a ta&ble (CSV)…", sources=1),
    _row("File/Export", "export_json", "Comparison as &JSON…", sources=1),
    _row("File/Export", "export_annotations", "Notes as web &annotations…", sources=1),
    _row("File/Import", "import_annotations", "Web &annotations as notes…", sources=1),
    _row("File/Import", "merge", "Another reader’s &project…", sources=1),
    _row("File", "collect", "Co&llect originals beside the project", sources=1),
    _row("File", "-", ""),
    _row("File", "close", "&Close project", "Ctrl+W"),
    _row("File", "quit", "&Quit", "Ctrl+Q"),
    _row("Edit", "copy", "&Copy", "Ctrl+C", shown="Ctrl+C"),
    _row("Edit", "find", "&Find in all sources", "Ctrl+F", sources=1),
    _row("Edit", "find_next", "Find ne&xt", "Ctrl+G", sources=1),
    _row("Edit", "find_previous", "Find pre&vious", "Ctrl+Shift+G", sources=1),
    _row("Edit", "-", ""),
    _row("Edit", "preferences", "&Preferences…", "Ctrl+,"),
    _row("View", "zoom_in", "Larg&er text", "Ctrl++", "Ctrl+="),
    _row("View", "zoom_out", "S&maller text", "Ctrl+-"),
    _row("View", "zoom_reset", "Normal &text size", "Ctrl+0"),
    _row("View", "-", ""),
    _row("View/Scrolling", "scroll_aligned", "&Aligned: by meaning", checkable=True),
    _row("View/Scrolling", "scroll_proportional", "&Proportional: by length", checkable=True),
    _row("View/Scrolling", "scroll_off", "&Off: each pane alone", checkable=True),
    *(_row("View/Layers", f"layer_{key}", words, checkable=True) for key, words in LAYERS.items()),
    _row("View", "-", ""),
    _row("View", "next_pane", "Ne&xt pane", "F6", "Alt+PgDown", sources=1),
    _row("View", "previous_pane", "&Previous pane", "Shift+F6", "Alt+PgUp", sources=1),
    *(_row("View/Go to pane", f"pane_{n}", f"Pane &{n}", f"Ctrl+{n}", sources=n) for n in range(1, 9)),
    _row("View", "-", ""),
    _row("View/Arrange panes", "shape_auto", "As &fits best", checkable=True, sources=1),
    _row("View/Arrange panes", "shape_row", "&Side by side", checkable=True, sources=1),
    _row("View/Arrange panes", "shape_grid", "In two &rows", checkable=True, sources=1),
    _row("View/Arrange panes", "-", ""),
    _row("View/Arrange panes", "swap", "S&wap: the first pane last", sources=2),
    _row("View/Arrange panes", "maximise", "&Maximise this pane", "Shift+F11", sources=1),
    _row("View/Arrange panes", "show_all", "Show &all panes", "Ctrl+F11", sources=1),
    _row("View", "overview", "&Overview plots", "F9", checkable=True),
    _row("View", "reset_layout", "Put all panels &back"),
    _row("View", "full_screen", "F&ull screen", "F11", checkable=True),
    _row("Compare", "next_difference", "Next &difference", "F8", "Alt+Down", sources=1),
    _row("Compare", "previous_difference", "&Previous difference", "Shift+F8", "Alt+Up", sources=1),
    _row("Compare", "next_mention", "Next &mention", "F3", sources=1),
    _row("Compare", "previous_mention", "Pre&vious mention", "Shift+F3", sources=1),
    _row("Compare", "-", ""),
    _row("Compare", "match", "M&atch these passages", "Ctrl+M", sources=2),
    _row("Compare", "unmatch", "&Unmatch these passages", "Ctrl+Shift+M", sources=2),
    _row("Compare", "clear_matches", "Clear all matches by &hand", sources=2),
    _row("Compare", "-", ""),
    _row("Compare", "again", "&Compare again", "F5", sources=1),
    _row("Help", "keys", "&Keys and help", "F1"),
    _row("Help", "sample", "Open the &sample project"),
    _row("Help", "about", "&About Diptych"),
)

_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "preferences": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
}
"""Where these go on macOS: into the menu of the application."""
MENUS = ("File", "Edit", "View", "Annotate", "Compare", "Help")


class _OpenMenu(QObject):
    """Takes a letter or digit typed in an open menu for the menu; else it would be the key of the panes behind it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride:
            return False
        words = cast("QKeyEvent", event).text()
        if typed := bool(words) and words.isprintable():
            event.accept()
        return typed


class Menus:
    """The menu bar of a window, made from the table; the menus are filled once the window is painted, or when they are
    asked for before."""

    def __init__(
        self, window: QMainWindow, verbs: Mapping[str, Callable[..., object]], then: Callable[[], object]
    ) -> None:
        """`then` is called when the menus were filled, to add what no table can hold."""
        self._window, self._verbs, self._then = window, verbs, then
        self._menus: dict[str, QMenu] = {}
        self._open_menu = _OpenMenu(window)
        self._actions: dict[str, QAction] = {}
        self._sources = 0
        self._filled = False
        for title in MENUS:
            self.title(title).aboutToShow.connect(self.fill)

    @property
    def actions(self) -> dict[str, QAction]:
        """Each action by its command's name."""
        self.fill()
        return self._actions

    def action(self, name: str) -> QAction:
        """The action of one command, though the menus may not be filled yet."""
        return self._actions.get(name) or self._make(next(command for command in COMMANDS if command.name == name))

    def fill(self) -> None:
        """Put all commands into their menus."""
        if self._filled:
            return
        self._filled = True
        for command in COMMANDS:
            menu = self.title(command.menu)
            if command.name == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._actions.get(command.name) or self._make(command))
        self._then()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for that came before the menus were filled; whether it was one of theirs."""
        if self._filled:
            return False
        keys = QKeySequence(event.keyCombination())
        asked = next((held for held in self.actions.values() if keys in held.shortcuts()), None)
        if asked is not None:
            asked.trigger()
        return asked is not None

    def menu(self, path: str) -> QMenu:
        """The menu "File", or the submenu "View/Layers", filled."""
        self.fill()
        return self.title(path)

    def title(self, path: str) -> QMenu:
        """The same, though it may not be filled yet."""
        if path not in self._menus:
            above, _, title = path.rpartition("/")
            holder = self.title(above) if above else self._window.menuBar()
            self._menus[path] = self.keep_keys(holder.addMenu(f"&{title}"))
        return self._menus[path]

    def keep_keys(self, menu: QMenu) -> QMenu:
        """Let the keys typed while that menu is open choose in it; the same menu."""
        menu.installEventFilter(self._open_menu)
        return menu

    def enable(self, sources: int) -> None:
        """Grey what needs more sources than there are."""
        self._sources = sources
        for command in COMMANDS:
            if command.sources and command.name in self._actions:
                self._actions[command.name].setEnabled(sources >= command.sources)

    def _make(self, command: Command) -> QAction:
        action = QAction(command.text, self._window)
        action.setObjectName(command.name)
        action.setCheckable(command.checkable)
        action.setEnabled(self._sources >= command.sources)
        tip = command.tip or command.text.replace("&", "").rstrip("…")
        if command.keys:
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            tip += f" ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})"
        action.setToolTip(tip)
        verb = self._verbs[command.name]
        action.triggered.connect(verb if command.checkable else lambda _checked=False: verb())
        action.setMenuRole(_ROLES.get(command.name, QAction.MenuRole.NoRole))
        self._actions[command.name] = action
        return action
