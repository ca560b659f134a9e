"""Watch the original files of the sources, and notice when one is another than the one that was read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reader.ui.workspace import Workspace

SETTLE = 300
"""Milliseconds to wait after a change: an editor that replaces a file is between two states."""


class Watching(QObject):
    """Looks when the sources change, and when a watched file or its folder does.

    An atomic replace ends the watch on a file, so every look takes it up again; the folder tells of its return.

    Signals:
        replaced(str, object): the source with that article key has another original now, at the Path.
        gone(object): (article key, Path) pairs of sources whose original is not, or no more, at the Path; told once.
    """

    replaced = Signal(str, object)
    gone = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._watcher = QFileSystemWatcher(self)
        self._seen: dict[Path, tuple[int, int]] = {}
        self._told: set[tuple[str, str]] = set()
        self._missing: set[tuple[str, Path]] = set()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self.look)
        self._watcher.fileChanged.connect(lambda _path: self._settle.start())
        self._watcher.directoryChanged.connect(lambda _path: self._settle.start())
        workspace.sources_changed.connect(self._settle.start)

    def forget(self) -> None:
        """Another project is shown: what was told of the last may have to be told again."""
        self._seen.clear()
        self._told.clear()
        self._missing.clear()

    def look(self) -> None:
        """Watch what is there, and compare what has changed since the last look."""
        originals = {s.key: Path(s.path) for s in self._workspace.project.sources if Path(s.path).is_absolute()}
        self._watch(list(originals.values()))
        missing = []
        for key, path in originals.items():
            state = _state(path)
            if state is None:
                self._seen.pop(path, None)
                missing.append((key, path))
            elif self._seen.get(path) != state:
                self._seen[path] = state
                self._missing.discard((key, path))
                self._compare(key, path)
        if new := [held for held in missing if held not in self._missing]:
            self._missing.update(new)
            self.gone.emit(new)

    def _watch(self, paths: list[Path]) -> None:
        wanted = {str(path) for path in paths if path.is_file()} | {str(p.parent) for p in paths if p.parent.is_dir()}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if watched - wanted:
            self._watcher.removePaths(list(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(list(wanted - watched))

    def _compare(self, key: str, path: Path) -> None:
        from reader.notes import file_hash  # not before the window is painted

        read = self._workspace.project.source(key).article.provenance.sha256
        try:
            digest = file_hash(path)
        except OSError:
            return
        if read and digest != read and (key, digest) not in self._told:
            self._told.add((key, digest))
            self.replaced.emit(key, path)


def _state(path: Path) -> tuple[int, int] | None:
    """When the file was written and how long it is, None when it is not there."""
    try:
        held = path.stat()
    except OSError:
        return None
    return held.st_mtime_ns, held.st_size
