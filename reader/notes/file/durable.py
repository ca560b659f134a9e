"""Write a file so that it is either the old one or the new one, whatever fails and whenever."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from pathlib import Path

_LEFT_BEHIND = 3600.0
"""Seconds after which a half-written file beside is taken for the remains of a killed program."""


def write_durably(path: Path, data: bytes) -> None:
    """Put `data` into the file at `path`: beside it, flushed to the disk, then renamed over it; raises OSError.

    A symbolic link stays one (the file it points to is replaced); an existing file's permissions are kept. After any
    failure the old file is whole, and nothing is left beside it.
    """
    real = Path(os.path.realpath(path))
    beside = real.with_name(f".{real.name[:200]}.{os.getpid()}.saving")
    mode = _permissions(real)
    _sweep(real)
    try:
        with beside.open("wb") as file:
            if mode is not None:
                beside.chmod(mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(real)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    flush_folder(real.parent)


def _permissions(path: Path) -> int | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise IsADirectoryError(f"“{path.name}” is not a file")
    return stat.S_IMODE(found.st_mode)


def flush_folder(folder: Path) -> None:
    """Flush a folder's list of names to the disk, where the system can (not on Windows)."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sweep(path: Path) -> None:
    """Take away what a program that was killed while writing this file left behind."""
    start, end = f".{path.name[:200]}.", ".saving"
    with contextlib.suppress(OSError):
        for entry in path.parent.iterdir():
            if entry.name.startswith(start) and entry.name.endswith(end):
                with contextlib.suppress(OSError):
                    if time.time() - entry.stat().st_mtime > _LEFT_BEHIND:
                        entry.unlink()


_CAUSES = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EFBIG: "the file is larger than allowed here",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "you have no right to it",
    errno.EPERM: "you have no right to it",
    errno.ENOENT: "there is no such file or folder",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "a part of the path is not a folder",
    errno.EIO: "the disk reports an error",
    errno.ENAMETOOLONG: "the name is too long",
}


def plain_cause(cause: OSError) -> str:
    """Why a file could not be read or written, in words."""
    return _CAUSES.get(cause.errno or 0) or cause.strerror or str(cause)
