"""Code run in a Python of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def in_a_process_of_its_own(code: str, folder: Path) -> str:
    """What the code prints in a fresh Python that keeps its bytecode in the folder and takes warnings for errors."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-X", f"pycache_prefix={folder}", "-c", code],
        cwd=ROOT, env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""}, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout
