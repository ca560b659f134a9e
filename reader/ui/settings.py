"""What the program remembers between starts that belongs to no project: preferences, recent projects, the window."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from reader.notes import ADMIRALTY, READY_SCHEMES

RECENT = 12
ScrollMode = Literal["aligned", "proportional", "off"]
SCROLL_MODES: tuple[ScrollMode, ...] = get_args(ScrollMode)


def data_folder(*parts: str) -> Path:
    """A folder for the program's own data (recovery, logs); it is not made."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(found, "diptych").joinpath(*parts)


class Settings:
    """Preferences with their defaults, kept in one INI file in the person's configuration folder."""

    def __init__(self, path: Path | None = None) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))
        self._held = QSettings(str(path or folder / "diptych" / "diptych.ini"), QSettings.Format.IniFormat)

    def _text(self, key: str, default: str) -> str:
        return str(self._held.value(key, default))

    def _number(self, key: str, default: int, low: int, high: int) -> int:
        try:
            return max(low, min(high, int(self._text(key, str(default)))))
        except ValueError:
            return default

    @property
    def theme(self) -> str:
        """ "light", "dark" or "system"."""
        held = self._text("theme", "system")
        return held if held in ("light", "dark") else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._held.setValue("theme", name)

    @property
    def zoom(self) -> int:
        """Steps the article text is larger (or smaller) than the theme's size."""
        return self._number("zoom", 0, -8, 24)

    @zoom.setter
    def zoom(self, steps: int) -> None:
        self._held.setValue("zoom", steps)

    @property
    def author(self) -> str:
        """The name written into new notes."""
        return self._text("author", "") or _login()

    @author.setter
    def author(self, name: str) -> None:
        self._held.setValue("author", name.strip())

    @property
    def scheme(self) -> str:
        """The id of the ready-made rating scheme for projects that name none."""
        held = self._text("scheme", ADMIRALTY.id)
        return held if held in {scheme.id for scheme in READY_SCHEMES} else ADMIRALTY.id

    @scheme.setter
    def scheme(self, scheme_id: str) -> None:
        self._held.setValue("scheme", scheme_id)

    @property
    def autosave(self) -> int:
        """Minutes between automatic saves of a project that has a file; 0 for never."""
        return self._number("autosave", 0, 0, 120)

    @autosave.setter
    def autosave(self, minutes: int) -> None:
        self._held.setValue("autosave", minutes)

    @property
    def backups(self) -> int:
        """How many dated backups of a project are kept beside the program's data."""
        return self._number("backups", 10, 0, 200)

    @backups.setter
    def backups(self, number: int) -> None:
        self._held.setValue("backups", number)

    @property
    def scroll_mode(self) -> ScrollMode:
        """How panes follow one another."""
        held = self._text("scroll_mode", "aligned")
        return next((mode for mode in SCROLL_MODES if mode == held), "aligned")

    @scroll_mode.setter
    def scroll_mode(self, mode: ScrollMode) -> None:
        self._held.setValue("scroll_mode", mode)

    @property
    def recent(self) -> list[Path]:
        """Projects opened or saved lately, the latest first; some may be gone by now."""
        held = self._held.value("recent", [])
        listed = [held] if isinstance(held, str) else held if isinstance(held, list) else []
        return [Path(str(path)) for path in listed if path][:RECENT]

    def remember_project(self, path: Path) -> None:
        """Put a project at the head of the recent ones."""
        self._held.setValue("recent", [str(p) for p in [path, *(p for p in self.recent if p != path)]][:RECENT])

    def forget_project(self, path: Path) -> None:
        """Take a project off the recent ones."""
        self._held.setValue("recent", [str(p) for p in self.recent if p != path])

    def forget_projects(self) -> None:
        """Empty the list of recent projects."""
        self._held.remove("recent")

    def window(self, name: str) -> QByteArray:
        """A state of the window that Qt packed ("geometry", "state"); empty when there is none."""
        held = self._held.value(f"window/{name}", QByteArray())
        return held if isinstance(held, QByteArray) else QByteArray()

    def keep_window(self, name: str, state: QByteArray) -> None:
        """Keep a state of the window that Qt packed."""
        self._held.setValue(f"window/{name}", state)

    def save(self) -> None:
        """Write everything to disk now."""
        self._held.sync()


def _login() -> str:
    named = os.environ.get("LOGNAME") or os.environ.get("USER")
    if named:
        return named
    import getpass  # takes longer

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user in a bare container
        return ""
