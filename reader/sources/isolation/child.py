"""The child process: it answers requests from standard input, one JSON line each."""

from __future__ import annotations

import json
import mmap
import os
import sys
from typing import Any

from reader.errors import LimitError, LoadError
from reader.sources.isolation.transfer import article_to_json
from reader.sources.naming import told_name
from reader.sources.parsing import parse_file

_SPARE = 32 * 1024 * 1024


def main() -> None:
    """Answer requests until standard input ends."""
    _limit_memory(int(sys.argv[1]))
    sys.addaudithook(_no_network)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr  # a parser that prints must not spoil the answers
    for line in sys.stdin.buffer:
        answers.write(json.dumps(_answer(json.loads(line))).encode("ascii") + b"\n")
        answers.flush()


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    spare = mmap.mmap(-1, _SPARE)  # given back when memory runs out, so that the answer can be written
    name = told_name(request["part"] or request["shown"])
    try:
        return {"article": article_to_json(parse_file(**request))}
    except LoadError as error:
        return {"error": type(error).__name__, "message": str(error)}
    except (MemoryError, RecursionError):
        spare.close()
        message = f"“{name}” could not be read. It needs too much memory. Save the article alone and open that."
        return {"error": LimitError.__name__, "message": message}
    except Exception as error:  # a parser's own fault: told to the reader with the file's name
        message = f"“{name}” could not be read. Its parser failed ({type(error).__name__}). Save it in another format."
        return {"error": LoadError.__name__, "message": message}
    finally:
        spare.close()


def _limit_memory(size: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit still holds
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (size if hard == resource.RLIM_INFINITY else min(size, hard), hard))


def _no_network(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")) and event != "socket.gethostname":
        raise PermissionError("no network here")
    if event in ("os.system", "subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.fork"):
        raise PermissionError("no other program here")


if __name__ == "__main__":
    main()
