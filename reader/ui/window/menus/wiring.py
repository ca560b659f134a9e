"""What each command of the menus calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.ui.settings import SCROLL_MODES
from reader.ui.window.menus.commands import LAYERS

if TYPE_CHECKING:
    from reader.ui.window.main_window import MainWindow

Verbs = dict[str, Callable[..., object]]


def verbs_of(window: MainWindow) -> Verbs:
    """A verb for every name in the table of commands; a checkable command's verb takes whether it is on."""
    return {**_file_verbs(window), **_view_verbs(window), **_other_verbs(window)}


def _file_verbs(window: MainWindow) -> Verbs:
    files, exchange = window.files, window.exchange
    return {
        "new": files.new, "open": files.open, "add": files.add, "paste_source": files.paste, "save": files.save_behind,
        "save_as": files.save_as, "close": files.new, "quit": window.close, "sample": files.open_sample,
        "export_html": exchange.export_html, "export_text": exchange.export_text, "export_csv": exchange.export_csv,
        "export_json": exchange.export_json,
        "export_annotations": exchange.export_annotations, "import_annotations": exchange.import_annotations,
        "merge": exchange.merge, "collect": exchange.collect,
    }  # fmt: skip


def _view_verbs(window: MainWindow) -> Verbs:
    verbs, do = window.verbs, window.verbs.do
    held: Verbs = {
        "zoom_in": lambda: verbs.zoom(1), "zoom_out": lambda: verbs.zoom(-1), "zoom_reset": verbs.zoom_reset,
        "next_pane": lambda: do(lambda desk: desk.focus_next_pane(1)),
        "previous_pane": lambda: do(lambda desk: desk.focus_next_pane(-1)),
        "maximise": lambda: do(lambda desk: desk.maximise()), "show_all": lambda: do(lambda desk: desk.restore()),
        "swap": lambda: do(lambda desk: desk.swap()),
        "overview": lambda shown: window.docking.show_plots(shown), "reset_layout": lambda: window.docking.put_back(),
        "full_screen": window.full_screen,
    }  # fmt: skip
    for n in range(8):
        held[f"pane_{n + 1}"] = lambda n=n: do(lambda desk: desk.focus_pane(n))
    for shape in ("auto", "row", "grid"):
        held[f"shape_{shape}"] = lambda _on, shape=shape: do(lambda desk: desk.set_shape(shape))
    for mode in SCROLL_MODES:
        held[f"scroll_{mode}"] = lambda _on, mode=mode: window.set_scroll_mode(mode)
    for key in LAYERS:
        held[f"layer_{key}"] = lambda on, key=key: verbs.set_layer(key, on)
    return held


def _other_verbs(window: MainWindow) -> Verbs:
    do = window.verbs.do
    return {
        "copy": window.copy, "find": lambda: window.finding.begin(), "preferences": window.ask_preferences,
        "find_next": lambda: window.finding.step(1), "find_previous": lambda: window.finding.step(-1),
        "next_difference": lambda: do(lambda desk: desk.next_difference(1)),
        "previous_difference": lambda: do(lambda desk: desk.next_difference(-1)),
        "next_mention": lambda: do(lambda desk: desk.next_mention(1)),
        "previous_mention": lambda: do(lambda desk: desk.next_mention(-1)),
        "match": lambda: do(lambda desk: desk.menu.match_here()),
        "unmatch": lambda: do(lambda desk: desk.menu.unmatch_here()),
        "clear_matches": lambda: do(lambda desk: desk.menu.clear_matches()),
        "again": window.session.analysis.again,
        "keys": lambda: _show_keys(window), "about": lambda: _show_about(window),
    }  # fmt: skip


def _show_keys(window: MainWindow) -> None:
    from reader.ui.window.dialogs.keys_dialog import KeysDialog  # when it is asked for

    KeysDialog(window.theme, window).open()


def _show_about(window: MainWindow) -> None:
    from reader.ui.window.dialogs.keys_dialog import AboutDialog

    AboutDialog(window).open()
