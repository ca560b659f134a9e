"""WHERE IT CAME FROM: a file, a paste or a drop becomes an article."""

from reader.sources.loading import load

__all__ = ["load"]
