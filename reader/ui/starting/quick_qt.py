"""Import Qt for Python without what it does for programs of another kind; to be imported before any of its modules.

Most of the time that its import takes goes into three things. Its own modules in Python are packed where no bytecode is
kept, so they are compiled at every start; here their bytecode is kept as that of all other modules is, and those that
only tell what is wrong with a call are run when that is asked for. It puts a function of its own in the place of
`import`, which from then on reads the source of each module that is imported, to see whether it asks for Qt's functions
in snake_case; none does, so none is read, and the function that was there before is put back. And it makes hundreds of
enumerations, most of them when a class is first used, so these are made the quick way until the window is complete (see
`app`).
"""

from __future__ import annotations

import builtins
import importlib
import marshal
import sys
import textwrap
from types import CodeType
from typing import Any

from reader.kept_bytecode import KeptBytecode, kept_bytecode
from reader.ui.starting.quick_enums import hasten_enums, leave_enums_to_python

_UNUSED = "signature/lib/pyi_generator.py"
"""Writes type stubs, for the makers of Qt for Python; it alone takes as long as all the others."""
_LATER = tuple(f"signature/{name}.py" for name in ("parser", "layout", "errorhandler", "lib/enum_sig", "lib/tool"))
"""Know the signatures of Qt's functions: for help(), and for the words of the error that a wrong call raises."""
_ASKING = "shibokensupport/feature.py"
"""Asks of each module that is imported whether it uses Qt."""
_ANSWER = b"\n_mod_uses_pyside = lambda module: False\n"
_WAITING = """\
def __getattr__(name):
    from reader.ui.starting.quick_qt import run_now
    return run_now(globals(), {!r}, name)
"""
"""Stands in for such a module until anything of it is asked for."""


class QtBytecode:
    """Stands in for `compile` while Qt is imported."""

    def __init__(self, kept: KeptBytecode) -> None:
        self._kept, self._compile = kept, builtins.compile

    def compile(self, source: Any, filename: Any, mode: str, *more: Any, **named: Any) -> Any:
        """As the built-in function, and with its result; modules that are never used become empty ones, and those
        that are seldom used are run at their first use."""
        if not isinstance(source, bytes) or not isinstance(filename, str) or mode != "exec" or more or named:
            return self._compile(source, filename, mode, *more, **named)
        return self._kept.of_source(filename, source, lambda: self._compiled(source, filename))

    def _compiled(self, source: bytes, filename: str) -> CodeType:
        source = b"" if filename.endswith(_UNUSED) else source + _ANSWER * filename.endswith(_ASKING)
        code: CodeType = self._compile(source, filename, "exec")
        if filename.endswith(_LATER):
            code = self._compile(_WAITING.format(marshal.dumps(code)), filename, "exec")
        return code


def run_now(module: dict[str, Any], code: bytes, name: str) -> Any:
    """Run the code of a module that has waited for its first use; the value of `name` in it."""
    if name.startswith("__"):  # asked of every module
        raise AttributeError(name)
    exec(marshal.loads(code), module)
    module.pop("__getattr__", None)
    if name not in module:
        raise AttributeError(name)
    return module[name]


def _dedent(text: str) -> str:
    """Stands in for that of `textwrap`, which Qt takes for a warning it may give; the module is loaded at its use."""
    _ = textwrap.TextWrapper
    return textwrap.dedent(text)


def import_qt() -> None:
    """Import Qt; raises ImportError when it, or a library that it needs, is not there."""
    vars(textwrap).setdefault("dedent", _dedent)
    before = builtins.__import__, builtins.compile
    builtins.compile = QtBytecode(kept_bytecode()).compile
    hasten_enums()
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError:
        leave_enums_to_python()
        raise
    finally:
        builtins.__import__, builtins.compile = before


if "PySide6.QtCore" not in sys.modules:
    import_qt()
