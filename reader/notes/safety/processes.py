"""Tell whether a process that left a lock or a journal behind is still running."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_STILL_ACTIVE = 259
_QUERY = 0x1000


def began(pid: int) -> str:
    """What tells a process from a later one of the same number: when it began, in ticks (Linux); "" elsewhere."""
    fields = _fields(pid)
    return fields[19] if len(fields) > 19 else ""


def is_running(pid: int, mark: str = "") -> bool:
    """Whether a process with that number runs on this machine; `mark` is what `began` said of it."""
    if pid <= 0 or (mark and (now := began(pid)) and now != mark):
        return False
    if sys.platform == "win32":
        return _is_running_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return pid < 2**31
    return not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    """Whether the process has ended and only its parent has not noticed yet (Linux)."""
    return _fields(pid)[:1] == ["Z"]


def _fields(pid: int) -> list[str]:
    """The fields of /proc/PID/stat from the third on: state first, start time twentieth; none without /proc."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def _is_running_on_windows(pid: int) -> bool:
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    handle = kernel.OpenProcess(_QUERY, False, pid)
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == _STILL_ACTIVE
