"""WHERE IT CAME FROM: a file, a paste or a drop becomes an article."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.sources.loading import load
else:
    _LATER = {"load": "reader.sources.loading"}  # imported when first used: the window must paint before it

    def __getattr__(name: str) -> object:
        if name in _LATER:
            return getattr(import_module(_LATER[name]), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = ["load"]
