"""Keep the libraries under numpy on one thread: waking others costs the small products here more than it saves."""

from __future__ import annotations

import os
import sys

_SETTINGS = tuple(f"{library}_NUM_THREADS" for library in ("OPENBLAS", "OMP", "MKL"))


def one_thread() -> None:
    """To be called before numpy is imported, else it does nothing; what the user's environment says stays."""
    if "numpy" not in sys.modules:
        for setting in _SETTINGS:
            os.environ.setdefault(setting, "1")


def on_one_thread() -> bool:
    """Whether the libraries were told so when numpy was imported."""
    return all(os.environ.get(setting) == "1" for setting in _SETTINGS)
