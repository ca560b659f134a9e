"""Parse files in a child process, one after the other, with limits on time and memory and no way to the network.

A file that makes its parser hang, swell or crash then costs one clear error. The child is started at the first use,
kept for the next files, and replaced after a failure. It answers in JSON, so nothing it says is ever executed.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from reader import errors
from reader.errors import LimitError, LoadError
from reader.sources.isolation.transfer import article_from_json
from reader.sources.naming import told_name
from reader.text import Article

SECONDS = 20.0
MEMORY = 2 * 1024**3

_TOO_MUCH = "It took too long or too much memory to read, so it was stopped. Save the article alone and open that."
_CRASHED = "Its contents crashed the parser. Save the article in another format and open that."


class Child:
    """The parsing process; `read` may be called from any thread, one request at a time."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def read(self, path: Path, encoding: str = "", part: str = "") -> Article:
        """The article in the file; raises the LoadError that the child met, or the one that its end stands for."""
        with self._lock:
            answer = self._ask({"path": str(path.absolute()), "shown": str(path), "encoding": encoding, "part": part})
        if "error" in answer:
            kind = getattr(errors, str(answer["error"]), LoadError)
            raise (kind if issubclass(kind, LoadError) else LoadError)(str(answer["message"]))
        return article_from_json(answer["article"])

    def start(self) -> None:
        """Start the child, so that the first `read` need not wait for it."""
        with self._lock:
            self._running()

    def close(self) -> None:
        """End the child; a later `read` starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):  # what it had not read yet is of no use to anybody
                    pipe.close()

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        process = self._running()
        assert process.stdin is not None and process.stdout is not None
        late = threading.Event()
        timer = threading.Timer(self._seconds, _stop, (process, late))
        timer.daemon = True
        timer.start()
        try:
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except (BrokenPipeError, OSError):
            line = b""
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            self.close()
            name = told_name(request["part"] or request["shown"])
            if late.is_set():
                raise LimitError(f"“{name}” could not be read. {_TOO_MUCH}")
            raise LoadError(f"“{name}” could not be read. {_CRASHED}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            root = str(Path(__file__).resolve().parents[2])
            path = os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH", "")])])
            self._process = subprocess.Popen(
                [sys.executable, "-m", "reader.sources.isolation.child", str(self._memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._process


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


CHILD = Child()
atexit.register(CHILD.close)
