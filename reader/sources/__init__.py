"""WHERE IT CAME FROM: a file, a paste or a drop becomes an article.

`loading` has a file parsed in a child process (`isolation/`), where `parsing` finds its format in the table of
`formats` and calls that format's module in `web/` or `documents/`, which hands back a `draft`; `encodings/` and
`unpacking/` make text of its bytes. `dateline` reads a text's first lines, with `days_abroad` for languages other than
English, `days` its days, `naming` a file's name. `left_out` puts back what an import removed, `versions` tells two
states of one article.
"""

from typing import TYPE_CHECKING

from reader.lazy import lazy_names

if TYPE_CHECKING:
    from reader.sources.encodings.encoding import ENCODINGS
    from reader.sources.formats import FORMATS, Format, extensions
    from reader.sources.left_out import put_back, take_out
    from reader.sources.loading import article_files, belongs_to_page, load, paste, start_loading, stop_loading
    from reader.sources.versions import is_version_of
else:
    __getattr__ = lazy_names(
        __name__,
        {
            "encodings.encoding": "ENCODINGS",
            "formats": "FORMATS Format extensions",
            "left_out": "put_back take_out",
            "loading": "article_files belongs_to_page load paste start_loading stop_loading",
            "versions": "is_version_of",
        },
    )


__all__ = [
    "ENCODINGS",
    "FORMATS",
    "Format",
    "article_files",
    "belongs_to_page",
    "extensions",
    "is_version_of",
    "load",
    "paste",
    "put_back",
    "start_loading",
    "stop_loading",
    "take_out",
]
