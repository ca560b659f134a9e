"""The window around the panes: menus, toolbar, docks, status bar, messages, and the page of an empty desk.

`main_window` joins `menus/`, the `toolbar`, the `centre` (the panes, or the `empty_page`, below the bar of
`messages`), the docks (`docking`, `dock`) and the `status` bar; `completing` makes what the first paint does without.
`dropping`, `finding` and `exchange` serve what is dropped, searched for, exported and imported; `changed_files/` asks
about files that changed, and `dialogs/` holds what stands over the window.
"""

from reader.ui.window.main_window import MainWindow

__all__ = ["MainWindow"]
