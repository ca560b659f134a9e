"""What is said where a window cannot be shown, before Qt would end the program with words of its own."""

from __future__ import annotations

import socket
import sys

import pytest

from reader import screen


@pytest.fixture
def listening(monkeypatch, tmp_path):
    """A screen that answers, though nothing is drawn on it."""
    if sys.platform != "linux":
        pytest.skip("X11 is asked for on Linux only")
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":93")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.bind("\0/tmp/.X11-unix/X93")
        door.listen()
        yield


def test_every_library_that_is_missing_is_named_with_its_package(listening, monkeypatch):
    monkeypatch.setattr(screen, "_loads", lambda library: "icccm" not in library and "keysyms" not in library)
    told = screen.lack_of_screen()
    assert "libxcb-icccm.so.4, libxcb-keysyms.so.1" in told
    assert told.endswith("apt-get install libxcb-icccm4 libxcb-keysyms1")


def test_a_screen_with_all_libraries_lacks_nothing(listening, monkeypatch):
    monkeypatch.setattr(screen, "_loads", lambda _library: True)
    assert screen.lack_of_screen() == ""
