"""A window that is killed while it edits and saves loses nothing it has taken; many more rounds are in the bench."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the bench forks its windows")
def test_killed_windows_lose_nothing():
    command = [sys.executable, "-m", "tests.bench.kill_window", "--rounds", "20", "--seconds", "90"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=280)
    assert done.returncode == 0, done.stderr
    assert "windows killed, nothing lost" in done.stdout
