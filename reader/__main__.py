"""The command line: `diptych [FILES]` opens the desk, `diptych compare A B` prints the comparison."""

from __future__ import annotations

import gc
import os
import sys

from reader import __version__
from reader.errors import DiptychError
from reader.kept_bytecode import bytecode_kept
from reader.screen import lack_of_screen

TYPE_CHECKING = False  # what `typing` and `pathlib` take to import is kept too
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from typing import NoReturn

EXAMPLES = """\
  diptych                              an empty window
  diptych a.txt b.html                 two articles side by side
  diptych samples/                     all articles of a folder
  diptych my.diptych                   a project
  diptych compare a.txt b.html         the comparison, in the terminal
"""
UNREADABLE = 2
"""The exit code when the input could not be read, or the command line not be understood."""

_QT_PACKAGES = "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libxcb-cursor0"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    try:
        if given[:1] == ["compare"]:
            from reader.compare_command import compare_as_told

            compare_as_told(given[1:])
            return 0
        return _open(_files_of(given))
    except DiptychError as error:
        return _refuse(str(error))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader of our output has left
        return 0


def _files_of(given: list[str]) -> list[str]:
    """The files that are named; where nothing but files is given, no parser need be imported."""
    plain = not any(name.startswith("-") for name in given)
    return given if plain else list(_window_parser().parse_args(given).files)


def _window_parser() -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(
        "diptych",
        description="Read sources side by side, and see where they agree, differ, or stand alone.",
        epilog=f"examples:\n{EXAMPLES}\nSee also: diptych compare --help",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"diptych {__version__}")
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="articles, folders of articles, or one .diptych project"
    )
    return parser


def _open(names: list[str]) -> int:
    """Open the window, which says of each file that can't be read why; without a screen, or without what Qt needs, say
    so and print the comparison."""
    missing = [name for name in names if not os.path.exists(name)]  # noqa: PTH110 - `pathlib` is not imported yet
    lack = lack_of_screen()
    if missing and (lack or len(missing) == len(names)):
        return _refuse_missing(missing)
    if not lack:
        gc.disable()  # thousands of classes and no garbage: `run` enables it again
        try:
            with bytecode_kept():
                from pathlib import Path

                paths = [Path(name) for name in names]
                _read_ahead(paths)
                run = import_window()
                if paths:
                    _import_desk()
        except ImportError as error:
            gc.enable()
            lack = f"Qt can't be loaded ({error}). On Debian or Ubuntu: apt-get install {_QT_PACKAGES}"
        else:
            return run(paths)
    if missing:
        return _refuse_missing(missing)
    _tell(lack if names else f"{lack} Nothing to compare was named.")
    if names:
        from reader.compare_command import print_comparison

        print_comparison(names)
    return 0


def _read_ahead(paths: Iterable[Path]) -> None:
    """Start the process that reads the articles, while this one imports Qt and builds the window."""
    if any(path.suffix.lower() != ".diptych" for path in paths):
        from reader.sources import start_loading

        start_loading()


def import_window() -> Callable[[Sequence[Path]], int]:
    """The function that opens the window; raises ImportError when Qt or a library that it needs is not there."""
    from reader.app import run

    return run


def _import_desk() -> None:
    """Load what the articles will stand on, while they are read."""
    from reader.app import load_desk

    load_desk()


def _speak_utf8() -> None:
    """Articles hold any script: never fail on a terminal of another encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _tell(words: str) -> None:
    sys.stderr.write("diptych: " + " ".join(words.split()) + "\n")


def _refuse_missing(names: Sequence[str]) -> int:
    from reader.compare_command import why_missing

    return _refuse(why_missing(names[0]))


def _refuse(words: str) -> int:
    _tell(words)
    return UNREADABLE


def run_and_exit() -> NoReturn:
    """Where `python -m reader` begins."""
    sys.exit(main())


if __name__ == "__main__":
    run_and_exit()
