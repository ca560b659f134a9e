"""The loop of a worker process: it gets plain functions by name, runs them, and sends back what they return; no Qt."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.errors import AnalysisError, AnalysisStopped, DiptychError
from reader.ui.background.pieces import Joining, in_pieces

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

STOP = b"stop"
_PROGRESS_EVERY, _LISTEN_EVERY = 0.05, 0.01  # seconds


class Request(NamedTuple):
    """A function named "module:name" and its positional arguments, all of which can be pickled.

    `named` are the numbers of all that is to be kept of what was sent ahead.
    """

    number: int
    function: str
    arguments: tuple[Any, ...]
    named: tuple[int, ...] = ()


class Named(NamedTuple):
    """Something that is sent ahead of the requests it is an argument of, under a number."""

    number: int
    value: Any


class Report(NamedTuple):
    """What a worker sends: `kind` is "progress" (value: fraction and words), "done" (the result), "failed" (the
    exception) or "stopped"; `number` is the request's."""

    number: int
    kind: str
    value: Any = None


def prepare_comparison() -> None:
    """Compare two sentences: what the first comparison loads is there when the reader's own comes."""
    from reader.links import compare
    from reader.text import Article

    words = "Anna Berg met 30 people in Oslo on 4 May 2021, the mayor said."
    compare([Article.from_text(words), Article.from_text(words.replace("30", "40"))])


def serve(channel: Connection, prepare: str = "") -> None:
    """Answer requests from `channel` until the other end is closed; first call the function named `prepare`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the window's business
    if prepare:
        _named(prepare)()
    joining = Joining()
    try:
        while True:
            message = channel.recv_bytes()
            come = joining.take(message) if message != STOP else None
            if isinstance(come, Named):
                joining.named[come.number] = come.value
            elif isinstance(come, Request):
                joining.named = {number: joining.named[number] for number in come.named}
                names = {id(value): number for number, value in joining.named.items()}
                for part in _answer(come, channel, names):
                    channel.send_bytes(part)
    except (EOFError, OSError):
        return


def _answer(request: Request, channel: Connection, names: dict[int, int]) -> Iterator[bytes]:
    """The Report on one request, in pieces; `names` are the numbers of what the window has already."""
    number = request.number
    try:
        yield from in_pieces(Report(number, "done", _run(request, channel)), names)
    except AnalysisStopped:
        yield from in_pieces(Report(number, "stopped"))
    except DiptychError as error:
        yield from in_pieces(Report(number, "failed", error))
    except MemoryError:
        yield from in_pieces(Report(number, "failed", AnalysisError("There was not enough memory for this.")))
    except Exception as error:
        # Whatever went wrong in here is told in the window: its kind and words, for a report of the fault.
        told = AnalysisError(f"Something went wrong inside Diptych ({type(error).__name__}: {error}).")
        yield from in_pieces(Report(number, "failed", told))


def _named(function: str) -> Callable[..., Any]:
    module, _, name = function.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found


def _run(request: Request, channel: Connection) -> Any:
    function = _named(request.function)
    import inspect  # only in the worker

    wanted = inspect.signature(function).parameters
    told = heard = 0.0
    stopped = False

    def progress(fraction: float, what: str) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told >= _PROGRESS_EVERY:
            told = now
            for message in in_pieces(Report(request.number, "progress", (fraction, what))):
                channel.send_bytes(message)

    def should_stop() -> bool:
        nonlocal heard, stopped
        now = time.monotonic()
        if not stopped and now - heard >= _LISTEN_EVERY:
            heard = now
            stopped = channel.poll() and channel.recv_bytes() == STOP
        return stopped

    offered = {"progress": progress, "should_stop": should_stop}
    return function(*request.arguments, **{name: held for name, held in offered.items() if name in wanted})
