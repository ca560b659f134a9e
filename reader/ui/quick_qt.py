"""Import Qt for Python without what it does for programs of another kind; to be imported before any of its modules."""

from __future__ import annotations

import builtins
import importlib


def import_qt() -> None:
    """Import Qt; raises ImportError when it, or a library that it needs, is not there.

    Qt for Python puts a function of its own in the place of `import`. From then on the source of every module that is
    imported is read, to see whether it asks for Qt's functions in snake_case. No module here does, so the function
    that was there before is put back.
    """
    before = builtins.__import__
    try:
        importlib.import_module("PySide6.QtWidgets")
    finally:
        builtins.__import__ = before


import_qt()
