"""WHERE IT CAME FROM: a file, a paste or a drop becomes an article."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.sources.encoding import ENCODINGS
    from reader.sources.formats import FORMATS, Format, extensions
    from reader.sources.left_out import put_back, take_out
    from reader.sources.loading import article_files, load, paste, start_loading, stop_loading
    from reader.sources.versions import is_version_of
else:
    _LATER = dict.fromkeys(
        ("article_files", "load", "paste", "start_loading", "stop_loading"), "reader.sources.loading"
    )
    _LATER |= dict.fromkeys(("FORMATS", "Format", "extensions"), "reader.sources.formats")
    _LATER |= dict.fromkeys(("put_back", "take_out"), "reader.sources.left_out")
    _LATER |= {"ENCODINGS": "reader.sources.encoding", "is_version_of": "reader.sources.versions"}

    def __getattr__(name: str) -> object:  # imported when first used: the window must paint before it
        if name in _LATER:
            return getattr(import_module(_LATER[name]), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "ENCODINGS",
    "FORMATS",
    "Format",
    "article_files",
    "extensions",
    "is_version_of",
    "load",
    "paste",
    "put_back",
    "start_loading",
    "stop_loading",
    "take_out",
]
