"""Keep the bytecode of a start in one file beside that of our own modules, where the next start finds it at once.

Python compiles much at every start: the modules in Python that Qt brings along, packed as source; and what makes the
methods of dataclasses and named tuples, and their annotations, which is written out as source too. And it looks for
each of our hundred modules, and of the fifty of its own library that they ask for, in its folders, then for its
bytecode in a file of its own. Together that takes a tenth of the start. Here all that bytecode is kept, each piece with
what tells whether its source is still the same: a hash of it, or for a module the time, size and number of its file.
What is not known, or is another now, is found and compiled as ever. A file that is not whole, or of another Python or
folder, is never used; where none may be written, none is.

Some modules of Python's library are imported at every start, and by nothing that the start does used: these are loaded
when anything of them is asked for.
"""

from __future__ import annotations

import io
import marshal
import os
import sys
import time
from _thread import RLock
from contextlib import contextmanager, suppress
from functools import cache
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from types import CodeType, ModuleType

TYPE_CHECKING = False  # `typing` comes from what is kept
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence
    from typing import Any

SETTLED = 3_000_000_000
"""Nanoseconds that a module must be unchanged to be kept: two changes in one tick of a file's clock look the same."""

_ROOTS = sys.stdlib_module_names | {__name__.partition(".")[0]}
"""The packages and modules whose bytecode is kept: those of Python's library, and ours."""
_LATE = frozenset(
    ["bz2", "copy", "inspect", "ipaddress", "locale", "lzma", "shutil", "signal", "tempfile", "textwrap", "traceback"]
)
"""Modules that Qt and others of Python's library import for what is seldom done: to tell of errors, for example."""
_STANDARD = os.__file__.rpartition(os.sep)[0]
_SUM = len(source_hash(b""))


class KeptBytecode:
    """Bytecode by the name of its source and the state that this was in; what the file at `path` holds, and more."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = os.fspath(path)
        self._known: dict[str, dict[Hashable, CodeType]] = {}
        self._used: dict[str, set[Hashable]] = {}
        self._is_new = False
        try:
            with io.open_code(self._path) as file:
                whole = memoryview(file.read())
        except OSError:
            return
        if whole[:_SUM] == source_hash(whole[_SUM:]):
            maker, known = marshal.loads(whole[_SUM:])
            self._known = known if maker == _maker() else {}

    def of_source(self, name: str, source: bytes, compiled: Callable[[], CodeType]) -> CodeType:
        """The bytecode of a source that is at hand; `compiled` makes it where it is not known."""
        state = source_hash(source)
        code = self._find(name, state)
        if code is None:
            code = compiled()
            self._add(name, state, code)
        return code

    def of_file(self, path: str) -> CodeType | None:
        """The bytecode of the module in a file, if it is known and the file has not changed."""
        return self._find(path, _state(path)) if path in self._known else None

    def learn(self, loader: SourceFileLoader) -> None:
        """Know the bytecode of the module in a file, if it can be told from any other that may come into the file."""
        state = _state(loader.path)
        if state is None or self._find(loader.path, state) is not None or time.time_ns() - state[0] < SETTLED:
            return
        code = loader.get_code(loader.name)
        if code is not None and state == _state(loader.path):
            self._add(loader.path, state, code)

    def save(self) -> None:
        """Write the file if anything is new, without what has been replaced.

        As with all bytecode, nothing is said where it cannot be written.
        """
        if not self._is_new or sys.dont_write_bytecode:
            return
        for name, states in self._used.items():
            self._known[name] = {state: self._known[name][state] for state in states}
        from pathlib import Path

        body = marshal.dumps((_maker(), self._known))
        path = Path(self._path)
        whole = path.with_suffix(f".{os.getpid()}")
        try:
            whole.parent.mkdir(parents=True, exist_ok=True)
            whole.write_bytes(source_hash(body) + body)
            whole.replace(path)
        except OSError:
            with suppress(OSError):
                whole.unlink()

    def _find(self, name: str, state: Hashable) -> CodeType | None:
        code = self._known.get(name, {}).get(state)
        if code is not None:
            self._used.setdefault(name, set()).add(state)
        return code

    def _add(self, name: str, state: Hashable, code: CodeType) -> None:
        self._known.setdefault(name, {})[state] = code
        self._used.setdefault(name, set()).add(state)
        self._is_new = True


def _maker() -> tuple[bytes, str, tuple[int, int, int] | None]:
    """What bytecode must come from to be used here: this Python, the sources in this folder, and this module."""
    return MAGIC_NUMBER, __file__, _state(__file__)


def _state(path: str) -> tuple[int, int, int] | None:
    """What of a file changes when it is written or replaced; None if it is not there."""
    try:
        told = os.stat(path)  # noqa: PTH116 - a Path takes longer
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size, told.st_ino


@cache
def kept_bytecode() -> KeptBytecode:
    """What this program keeps; Python's version and level of optimisation are in the name of its file."""
    return KeptBytecode(cache_from_source(__file__).removesuffix("pyc") + "start")


class _Loader(SourceFileLoader):
    """Loads a module from its file, as ever but for the bytecode that was kept."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code: CodeType | None = code

    def get_code(self, fullname: str) -> CodeType | None:
        code, self._code = self._code, None  # whoever asks again may want what is in the file by then
        return code or super().get_code(fullname)


class _LateLoader(SourceFileLoader):
    """Loads a module when anything of it is first asked for."""

    _one_at_a_time = RLock()

    def exec_module(self, module: ModuleType) -> None:
        names = vars(module)
        begun: list[ModuleType] = []

        def find(name: str) -> Any:
            if not name.startswith("__"):  # such are asked of every module
                with self._one_at_a_time:
                    if not begun:
                        begun.append(module)
                        super(_LateLoader, self).exec_module(module)
                    if name in names:
                        return names[name]
            raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}")

        names["__getattr__"] = find


class _Finder:
    """Finds the modules whose bytecode is kept and the late ones, and leaves all others to the finders after it."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None, _target: ModuleType | None = None) -> ModuleSpec | None:
        if name.partition(".")[0] not in _ROOTS:
            return None
        stem = (path[0] if path else _STANDARD) + os.sep + name.rpartition(".")[2]
        if name in _LATE and _state(stem + ".py") is not None:
            return _spec(_LateLoader(name, stem + ".py"), None)
        for file, within in ((stem + os.sep + "__init__.py", [stem]), (stem + ".py", None)):
            code = kept_bytecode().of_file(file)
            if code is not None:
                return _spec(_Loader(name, file, code), within)
        return None


def _spec(loader: SourceFileLoader, within: list[str] | None) -> ModuleSpec:
    """What the loader's module is; `within` is the folder of a package. `spec_from_file_location` takes longer."""
    spec = ModuleSpec(loader.name, loader, origin=loader.path)
    spec.submodule_search_locations = within
    spec.has_location = True
    before, after = _pythons_own(loader.path.rpartition(os.sep)[0])
    spec.cached = before + loader.path.rpartition(os.sep)[2].removesuffix(".py") + after
    return spec


@cache
def _pythons_own(folder: str) -> tuple[str, str]:
    """What stands before and after the name of a module where Python keeps its bytecode."""
    before, _, after = cache_from_source(os.path.join(folder, "name.py")).rpartition("name")  # noqa: PTH118
    return before, after


@contextmanager
def bytecode_kept() -> Iterator[None]:
    """Within it, modules, dataclasses and named tuples are made of what is kept; in the end what is new is kept too."""
    before = set(sys.modules)
    sys.meta_path.insert(0, _Finder)
    import collections
    import dataclasses  # with what it needs in its turn, this is found by it too
    import typing

    hooks = (
        (dataclasses, "exec", lambda source, names, *more: exec(_compiled(source, "exec", names), names, *more)),
        (collections, "eval", lambda source, names: eval(_compiled(source, "eval", names), names)),
        (typing, "compile", lambda source, _file, mode: _compiled(source, mode, {})),
    )
    for module, name, kept in hooks:
        vars(module)[name] = kept
    try:
        yield
    finally:
        sys.meta_path.remove(_Finder)
        for module, name, _ in hooks:
            del vars(module)[name]
        _keep(before)


def _compiled(source: str, mode: str, names: dict[str, Any]) -> CodeType:
    """What `compile` makes of a source that Python has written for the module with these names."""

    def compiled() -> CodeType:
        code: CodeType = compile(source, "<string>", mode, dont_inherit=True)
        return code

    return kept_bytecode().of_source(f"{mode} in {names.get('__name__')}", source.encode(), compiled)


def _keep(before: set[str]) -> None:
    """Keep what was compiled, and the bytecode of the modules that were imported as ever since `before`."""
    kept = kept_bytecode()
    if sys.dont_write_bytecode:
        return
    for name, module in list(sys.modules.items()):
        loader = getattr(getattr(module, "__spec__", None), "loader", None)
        if type(loader) is SourceFileLoader and name.partition(".")[0] in _ROOTS and name not in before:
            kept.learn(loader)
    kept.save()
