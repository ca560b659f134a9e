"""Find the files that travel with the program: resources and samples."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """The folder `name` inside an installed wheel, else at the top of a checkout."""
    installed = _HERE / "_shipped" / name
    return installed if installed.is_dir() else _HERE.parent / name


def resource(*parts: str) -> Path:
    """Path of a file below `resources/`; it is not checked whether it exists."""
    return _shipped("resources").joinpath(*parts)


def samples() -> Path:
    """The folder of sample articles and the sample project."""
    return _shipped("samples")
