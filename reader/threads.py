"""Keep the libraries under numpy on one thread: waking others costs the small products here more than it saves."""

from __future__ import annotations

import os

_LIBRARIES = ("OPENBLAS", "OMP", "MKL")


def one_thread() -> None:
    """To be called before numpy is imported; what the user's environment says stays."""
    for library in _LIBRARIES:
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
