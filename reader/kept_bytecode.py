"""Keep the bytecode of what would be compiled anew at every start, in a file beside that of our own modules."""

from __future__ import annotations

import importlib.util
import marshal
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import CodeType
from typing import Any


class KeptBytecode:
    """Compiles each source once; what it compiled is found again at the next start.

    When anything is compiled, what was not asked for at this start is dropped: it may be of a source that has changed.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[tuple[str, bytes], CodeType] = {}
        self._asked: dict[tuple[str, bytes], CodeType] = {}
        try:
            held = marshal.loads(path.read_bytes())
            self._known = held if isinstance(held, dict) else {}
        except (OSError, EOFError, ValueError, TypeError):  # not there, or not whole
            pass

    def code(self, source: bytes, filename: str, compiled: Callable[[bytes, str], CodeType]) -> CodeType:
        """The bytecode of a source; `compiled(source, filename)` makes it where it is not known."""
        key = filename, importlib.util.source_hash(source)
        code = self._asked[key] = self._known.get(key) or compiled(source, filename)
        return code

    def save(self) -> None:
        """Keep what was compiled, if anything was; as with all bytecode, nothing is said where that is not allowed."""
        if self._asked.keys() <= self._known.keys() or sys.dont_write_bytecode:
            return
        whole = self._path.with_suffix(f".{os.getpid()}")
        try:
            whole.parent.mkdir(parents=True, exist_ok=True)
            whole.write_bytes(marshal.dumps(self._asked))
            whole.replace(self._path)
        except OSError:
            with suppress(OSError):
                whole.unlink()


def kept_beside(module: str, suffix: str) -> KeptBytecode:
    """What is kept beside the bytecode of the module in the file `module`; the version of Python is in its name."""
    return KeptBytecode(Path(importlib.util.cache_from_source(module)).with_suffix(suffix))


@contextmanager
def dataclasses_kept() -> Iterator[None]:
    """Within it, dataclasses are made without a compiler: each of their methods is written out as Python and compiled
    whenever its module is imported, which takes longer than all else about the import."""
    import dataclasses

    kept = kept_beside(__file__, ".dataclasses")

    def run(source: str, *names: dict[str, Any]) -> None:
        exec(kept.code(source.encode(), "<string>", lambda words, name: compile(words, name, "exec")), *names)

    vars(dataclasses)["exec"] = run
    try:
        yield
    finally:
        del vars(dataclasses)["exec"]
        kept.save()
