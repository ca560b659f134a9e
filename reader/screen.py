"""Whether a window can be shown here, told before Qt is asked: Qt would end the program with a message of its own."""

from __future__ import annotations

import os
import sys

_DISPLAY = r"(?:unix|/tmp/\.X11-unix/X)?(?P<host>[^:]*):(?P<number>\d+)(?:\.\d+)?"
_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt loads for a window under X11 and a bare Debian may lack, with the packages that hold it."""
_SECONDS = 2.0


def lack_of_screen() -> str:
    """Why no window can be shown, in one sentence; "" when nothing speaks against it."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY"):
        return ""
    display = os.environ.get("DISPLAY", "")
    if not display:
        return "There is no screen here, so the comparison is printed."
    if not _answers(display):
        return f"The screen {display} does not answer, so the comparison is printed."
    missing = [library for library in _LIBRARIES if not _loads(library)]
    if missing:
        packages = " ".join(_LIBRARIES[library] for library in missing)
        return f"{', '.join(missing)}: not found, so the comparison is printed. On Debian: apt-get install {packages}"
    return ""


def _loads(library: str) -> bool:
    """Whether the shared library, and what it needs in turn, is on this machine."""
    import ctypes  # only under X11

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _answers(display: str) -> bool:
    """Whether an X server listens at `display` (":0", "host:10.0")."""
    import re
    import socket  # only under X11, and not before it is needed

    named = re.fullmatch(_DISPLAY, display)
    if named is None:
        return False
    number = int(named["number"])
    if named["host"] and named["host"] != "unix":
        places: list[tuple[int, tuple[str, int] | str]] = [(socket.AF_INET, (named["host"], 6000 + number))]
    else:
        path = f"/tmp/.X11-unix/X{number}"
        places = [(socket.AF_UNIX, path), (socket.AF_UNIX, "\0" + path), (socket.AF_INET, ("localhost", 6000 + number))]
    for family, place in places:
        with socket.socket(family, socket.SOCK_STREAM) as door:
            door.settimeout(_SECONDS)
            try:
                door.connect(place)
            except OSError:
                continue
            return True
    return False
