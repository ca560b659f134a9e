"""Import Qt for Python without what it does for programs of another kind; to be imported before any of its modules.

Half of the time that its import takes goes into two things. Its own modules in Python are packed where no bytecode is
kept, so they are compiled at every start; here their bytecode is kept as that of all other modules is. And it puts a
function of its own in the place of `import`, which from then on reads the source of each module that is imported, to
see whether it asks for Qt's functions in snake_case; none does, so the function that was there before is put back.
"""

from __future__ import annotations

import builtins
import importlib.util
import marshal
import os
import sys
from pathlib import Path
from types import CodeType
from typing import Any

_UNUSED = "signature/lib/pyi_generator.py"
"""Writes type stubs, for the makers of Qt for Python; it alone takes as long as all the others."""


class KeptBytecode:
    """Stands in for `compile`; what it compiled is found again at the next start, beside our own bytecode."""

    def __init__(self, path: Path) -> None:
        self._path, self._compile = path, builtins.compile
        self._known: dict[tuple[str, bytes], CodeType] = {}
        self._more = False
        try:
            held = marshal.loads(path.read_bytes())
            self._known = held if isinstance(held, dict) else {}
        except (OSError, EOFError, ValueError, TypeError):  # not there, or not whole
            pass

    def compile(self, source: Any, filename: Any, mode: str, *more: Any, **named: Any) -> Any:
        """As the built-in function, and with its result; modules that are never used become empty ones."""
        if not isinstance(source, bytes) or not isinstance(filename, str) or mode != "exec" or more or named:
            return self._compile(source, filename, mode, *more, **named)
        key = filename, importlib.util.source_hash(source)
        if key not in self._known:
            self._more = True
            self._known[key] = self._compile(b"" if filename.endswith(_UNUSED) else source, filename, mode)
        return self._known[key]

    def save(self) -> None:
        """Keep what was compiled, if anything was; as with all bytecode, nothing is said where that is not allowed."""
        if not self._more or sys.dont_write_bytecode:
            return
        whole = self._path.with_suffix(f".{os.getpid()}")
        try:
            whole.write_bytes(marshal.dumps(self._known))
            whole.replace(self._path)
        except OSError:
            return


def import_qt() -> None:
    """Import Qt; raises ImportError when it, or a library that it needs, is not there."""
    kept = KeptBytecode(Path(importlib.util.cache_from_source(__file__)).with_suffix(".qt"))
    before = builtins.__import__, builtins.compile
    builtins.compile = kept.compile
    try:
        importlib.import_module("PySide6.QtWidgets")
    finally:
        builtins.__import__, builtins.compile = before
    kept.save()


if "PySide6.QtCore" not in sys.modules:
    import_qt()
